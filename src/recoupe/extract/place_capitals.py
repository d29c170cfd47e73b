"""A line all in capitals in, the place names in it out, written as they are written elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from anyascii import anyascii

from recoupe.extract.place_context import context
from recoupe.lexicon import closed, entries
from recoupe.model.place import PlaceName
from recoupe.model.span import Span

# PROVINCE DE LA X, À X
IN_CAPITALS = re.compile(
    r"(?:(?:(?:DANS|EN) )?(?:LA |LE |L['’])?(?P<noun>PROVINCE|RÉGION|REGION|DÉPARTEMENT|DEPARTEMENT|DISTRICT|PRÉFECTURE|WILAYA"
    r"|GOUVERNORAT|COMMUNE|VILLE|ÎLE|ILE|CANTON|CERCLE|COMTÉ|ZONE DE SANTÉ) (?:DE LA |DE L['’]|DU |DES |DE |D['’])?"
    r"|(?:À|A|AU|AUX|EN) (?:LA |L['’])?)(?=\w)"
)
# `DANS L'X`, `COMMUNE DE X`, and not `COMMUNE PAR COMMUNE`
TIED_UP = re.compile(r"^(?:DANS|EN|À|A|AU|AUX) |(?: DE| DU| DES| D['’]| DE LA| DE L['’]) ?$")
# EN X ET DANS LE Y, À X ET À Y
COUPLED = re.compile(
    r"(?<![\w-])(?:DANS (?:LE |LA |LES |L['’])|EN |AUX |AU |À LA |À L['’]|À )(?P<name>[^\s,]+(?: [^\s,]+){0,2}?)(?: ET|,) "
    r"(?=(?:DANS (?:LE |LA |LES |L['’])|EN |AUX |AU |À LA |À L['’]|À )?$|(?:LE |LA |L['’])$)"
)
LOCATED = frozenset({"in", "near", "between"})
NUMERAL = re.compile(r"[IVXLC]+|[A-Z]")
# SÉISME D'X, NAUFRAGE AU LARGE DE X, CRUES DANS LE X
JOINED = re.compile(
    r"(?<![\w-])(?:DE LA |DE L['’]|DU |DES |DE |D['’]|DANS (?:LE |LA |LES |L['’])|EN |AUX |AU |À LA |À L['’]|À )(?=\w)"
)


ACTED = re.compile(r"\b(?:QUI|QU['’]ON|ON|IL|ELLE|CELA|[NL]['’]) ?A $")


def in_capitals(text: str) -> list[PlaceName]:
    """Read the segments of a line that is all in capitals; the article must confirm each."""
    found: list[PlaceName] = []
    # CE QUI A CHANGÉ: a line that has accents would have one on its À
    accents = re.search(r"[ÀÂÉÈÊËÎÏÔÛÇ]", text) is not None
    for hit in re.finditer(r"[^–—,:;()|.?!«»\"]+", text):
        words = hit.group().strip()
        if _is_acronym(words, text[: hit.start()]):
            continue
        noun = IN_CAPITALS.match(words) or next(
            # INONDATIONS DANS LA PROVINCE DE X, FEU À X
            (
                hit
                for hit in IN_CAPITALS.finditer(words)
                if hit.start() and words[hit.start() - 1] == " " and TIED_UP.search(hit.group())
            ),
            None,
        )
        if noun is not None and accents and noun.group().startswith("A "):
            noun = None
        behind = _behind_event(words)
        if noun is not None and noun["noun"] is None and behind > noun.end():
            noun = None
        cut = noun.end() if noun else behind
        start = hit.start() + hit.group().index(words) + cut
        first = COUPLED.search(words[:cut])
        if first is not None and _behind_event(words[: first.end("name")]) == first.start("name"):
            # CRUES EN X ET DANS LE Y
            at = hit.start() + hit.group().index(words) + first.start("name")
            area = _is_area(text[hit.start() : at])
            role, rule = ("in", "places:in") if area else ("title", "places.capitals")
            found.append(
                PlaceName(span=Span(at, at + len(first["name"])), name=_cased(first["name"]), role=role, rule=rule)
            )
        words = words[cut:]
        if ACTED.search(text[: hit.start() + hit.group().index(words)]):
            # CE QUI A CHANGÉ
            continue
        if not words or len(words.split()) > 3 or any(char.isdigit() for char in words) or NUMERAL.fullmatch(words):
            continue
        span = Span(start, start + len(words))
        if noun is None and found and text[span.start - 1] == "(" and not text[found[-1].span.end : start].strip(" ("):
            name = PlaceName(span=span, name=_cased(words), role="parent", rule="places.parenthesis")
            found[-1] = replace(found[-1], parent=name.name)
        else:
            head = noun["noun"].casefold() if noun and noun["noun"] else None
            # CRUES DANS LE X, and not UNE NUIT DANS LE NOIR
            area = noun is None and _is_area(text[hit.start() : start])
            role, rule = ("in", "places:in") if area else ("title", "places.capitals")
            name = PlaceName(span=span, name=_cased(words), head=head, role=role, rule=rule)
        found.append(name)
    return found


def _is_acronym(words: str, before: str) -> bool:
    """Say whether what stands in brackets is the letters of the words before it: CONFÉDÉRATION DU TRAVAIL (CDT).

    >>> _is_acronym("CDT", "CONFÉDÉRATION DU TRAVAIL ("), _is_acronym("MALI", "ATTAQUE À SOBANE (")
    (True, False)
    """
    if not before.endswith("(") or not re.fullmatch(r"[A-Z]{2,6}", words):
        return False
    initials = [anyascii(word[0]) for word in re.findall(r"[^\W\d_]+", before)]
    at = 0
    for letter in words:
        if letter not in initials[at:]:
            return False
        at = initials.index(letter, at) + 1
    return True


def _behind_event(words: str) -> int:
    """Return where the name begins of the place that an event, or a preposition, in capitals is told of; 0 for none.

    >>> _behind_event("SEISME D'AMIZMIZ"), _behind_event("INCENDIE DE FORÊT"), _behind_event("RIO DE JANEIRO")
    (9, 0, 0)
    """
    for hit in reversed(list(JOINED.finditer(words))):
        name = words[hit.end() :].lower()
        if hit.start() and not is_word(name) and context(_accented(words[: hit.end()].lower())).role in LOCATED:
            return hit.end()
    return 0


def _is_area(before: str) -> bool:
    """Say whether a name stands behind an event and `DANS LE`, `EN`."""
    hit = re.search(
        r"([\w-]+)(?: (?:DE |D['’])[\w-]+)? (?:DANS (?:LE |LA |LES |L['’])|EN )(?:\S+(?: \S+){0,2} ET (?:DANS )?(?:EN |LE |LA |L['’]))?$",
        before,
    )
    return hit is not None and _is_event(hit[1])


def is_headline(words: str) -> bool:
    """Say whether words in capitals are those of a headline and no town's: they open with an event, or hold one of a place."""
    return words.isupper() and (_behind_event(words) > 0 or (" " in words and _is_event(words.split(" ")[0])))


def _is_event(word: str) -> bool:
    return context(f"{_accented(word.lower())} de ").rule == "places:event"


def is_word(name: str) -> bool:
    """Say whether what would be a name opens with an everyday word: INCENDIE DE FORÊT, ACCIDENT DE CAR."""
    return anyascii(re.split(r"[ '’]", name)[0]) in _words()


@cache
def _words() -> dict[str, str]:
    forms = (form for entry in (*entries("fr", "places"), *entries("fr", "counted")) for form in entry.forms)
    single = [form.lower() for form in forms if re.fullmatch(r"[\w-]+", form)]
    return {anyascii(form): form for form in reversed(single)}


def _accented(words: str) -> str:
    """Return a line with the accents that its capitals may lack."""
    return re.sub(r"[\w-]+", lambda hit: _words().get(hit.group(), hit.group()), words)


def _cased(words: str) -> str:
    return words if words in closed("fr", "places", "countries") else titled(words)


def titled(words: str) -> str:
    """Return a name written all in capitals as it is written elsewhere.

    >>> titled("PORT-AU-PRINCE"), titled("Goma")
    ('Port-au-Prince', 'Goma')
    """
    if not words.isupper():
        return words
    parts = re.split(r"([ '’-])", words.lower())
    small = {"au", "aux", "de", "du", "des", "la", "le", "les", "sur", "sous", "en", "et", "l", "d"}
    return "".join(part if index and part in small else part[:1].upper() + part[1:] for index, part in enumerate(parts))
