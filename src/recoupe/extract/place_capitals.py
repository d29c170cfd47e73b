"""A line all in capitals in, the place names in it out, written as they are written elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace

from recoupe.lexicon import closed
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
NUMERAL = re.compile(r"[IVXLC]+|[A-Z]")


def in_capitals(text: str) -> list[PlaceName]:
    """Read the segments of a line that is all in capitals; the article must confirm each."""
    found: list[PlaceName] = []
    for hit in re.finditer(r"[^–—,:;()|.?!«»\"]+", text):
        words = hit.group().strip()
        noun = IN_CAPITALS.match(words) or next(
            # INONDATIONS DANS LA PROVINCE DE X, FEU À X
            (
                hit
                for hit in IN_CAPITALS.finditer(words)
                if hit.start() and words[hit.start() - 1] == " " and TIED_UP.search(hit.group())
            ),
            None,
        )
        start = hit.start() + hit.group().index(words) + (noun.end() if noun else 0)
        words = words[noun.end() :] if noun else words
        if not words or len(words.split()) > 3 or any(char.isdigit() for char in words) or NUMERAL.fullmatch(words):
            continue
        span = Span(start, start + len(words))
        if noun is None and found and text[span.start - 1] == "(" and not text[found[-1].span.end : start].strip(" ("):
            name = PlaceName(span=span, name=_cased(words), role="parent", rule="places.parenthesis")
            found[-1] = replace(found[-1], parent=name.name)
        else:
            head = noun["noun"].casefold() if noun and noun["noun"] else None
            name = PlaceName(span=span, name=_cased(words), head=head, role="title", rule="places.capitals")
        found.append(name)
    return found


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
