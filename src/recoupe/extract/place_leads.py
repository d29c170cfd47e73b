"""An article's text and its place names in, the stretch of its body that tells what the report is about out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from recoupe.extract.article_places import HAPPENED, WIDE, Places
from recoupe.lexicon import entries
from recoupe.model.article import BlockKind
from recoupe.model.place import PlaceName
from recoupe.model.span import Span

# a first sentence that tells what happened, and not what a reporter saw at first
HAPPENS = re.compile(
    r"\b(?:chavir|coulé|sombré|échoué|explosé|sauté|écrasée?s?\b|effondrée?s?\b|dérail|percut|renversée?s?\b|versé\b|débord|incendi"
    r"|embras|ravag|dévast|attaqu|bombard|frappé|éclaté|ouvert le feu|secou[eé]|endeuill|emporté|inond|enseveli|assailli"
    r"|tuée?s?\b|assassin|abattu|péri\b|morte?s\b|mortel|sont mort|décédé|bless|disparu|éventr|soufflé|pulvéris|rasé|fauché"
    r"|coûté la vie|massacr|exécuté|égorg|décapité|raflé"
    r"|bloquée?s\b|coincée?s\b|piégée?s\b|kidnapp|capturé|repêché|retrouvé|récupéré|libéré|évadé|chassée?s?\b|évacué|enlevé|manifest|affront|arrêté|détrui)"
)

# `LUNDI 14`, `18 h 20`, `Mardi 3 mai`
ENTRY = re.compile(
    r"(?:[–—-] )?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: \d{1,2}(?:er)?)?(?: \w{3,9}\.?)?|jour \w+"
    r"|\d{1,2}(?:er)? (?:janv|f[ée]v|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c)\w*\.?|\d{1,2} ?[hH:] ?(?:\d\d)?)"
    r"(?: (?:[:–—-] ?.{0,60}|\d{4}))?[.:]?",
    re.IGNORECASE,
)
ITEM = re.compile(r"\s*(?:[•■►▪*–-] |\d{1,2} ?[hH:] ?(?:\d\d)?\b)")
STREET = re.compile(
    r"(?:rue|avenue|boulevard|place|route|axe|autoroute|chemin|quai|ruelle|allée|impasse|chaussée|rond-point|carrefour)s?\b"
)

# what seldom befalls one town alone
WHOLE = re.compile(
    r"\b(?:inondations|crues|pluies|intempéries|violences|troubles|émeutes|manifestations|protestations|contestation|canicule"
    r"|vague de (?:froid|chaleur)|cyclone|ouragan|typhon|tempête|séisme|tremblement de terre|épidémie|choléra|rougeole|Ebola"
    r"|incendies|feux|attaques|famine|sécheresse|combats|guerre|conflit)\b"
)


def lead_of(places: Places, names: Sequence[PlaceName]) -> Span:
    """Return the first full sentence of an article's body and, where it names no place, those up to one that tells the event.

    The whole text where no sentence is found.
    """
    text = places.text
    lead = first_sentence(text, names)
    paragraph_end = text.find("\n", lead.end)
    second_end = text.find("\n", paragraph_end + 2) if paragraph_end >= 0 else -1
    last = next((at for at in (second_end, paragraph_end) if at >= 0), len(text))
    end = lead.end
    if _is_whole(lead, names, places):
        # `Pays : les crues ont tué 21 personnes`, and then where the last of them was found
        return lead
    for _ in range(4):
        inside = [name for name in names if lead.start <= name.span.start < end]
        if any(
            # `a lancé 88 missiles contre X`: told in the first sentence as well
            (name.role in HAPPENED or name.role in ("toward", "of") or (name.head and name.role == "bare"))
            and not is_street(name)
            for name in inside
        ):
            break
        stop = re.compile(r"[.!?…][»”\"]?(?=\s|$)").search(text, end + 2, last)
        if stop is None:
            break
        told = HAPPENS.search(text, end, stop.end()) or events().search(text, end, stop.end())
        if told is not None and any(
            end <= name.span.start < stop.end() and (name.role in HAPPENED or (name.head and name.role == "bare"))
            for name in names
        ):
            return Span(end, stop.end())
        end = stop.end()
    return lead


def _is_whole(lead: Span, names: Sequence[PlaceName], places: Places) -> bool:
    """Say whether a first sentence tells of what befell the whole country that a title names, and names no place itself."""
    text = places.text
    lands = (
        name
        for name in names
        if name.block is BlockKind.TITLE and name.role in ("title", "in", "bare") and _is_wide(name, places)
    )
    return (
        WHOLE.search(text, lead.start, lead.end) is not None
        and HAPPENS.search(text, lead.start, lead.end) is not None
        and not any(lead.covers(name.span) and name.role in HAPPENED for name in names)
        and next(lands, None) is not None
    )


def _is_wide(name: PlaceName, places: Places) -> bool:
    entry = places.resolve(name).entry
    return entry is not None and entry.level in WIDE


def first_sentence(text: str, names: Sequence[PlaceName]) -> Span:
    title_end = max((name.span.end for name in names if name.block is BlockKind.TITLE), default=0)
    start = text.find("\n", title_end) + 1 if title_end else 0
    for least in (80, 40):
        for hit in re.finditer(r"[^\n]+", text[start:]):
            line = hit.group()
            if len(line) >= least and re.search(r"[.…!?»\"]\s*$", line):
                # not the stop of a dateline: `Montbrun. – Le feu ...`
                end = re.compile(r"(?<=[a-zà-ÿ)»\"])\.(?=\s|$)").search(line, 40)
                return Span(start + hit.start(), start + hit.start() + (end.end() if end else len(line)))
    return Span(0, len(text))


def is_entry(lead: Span, text: str) -> bool:
    """Say whether what would be a first sentence is one entry of a log or of a list: below a day, an hour, a section's head."""
    above = next((line.strip() for line in reversed(text[: lead.start].split("\n")[:-1]) if line.strip()), "")
    start = text.rfind("\n", 0, lead.start + 1) + 1
    return ITEM.match(text, start) is not None or ENTRY.fullmatch(above) is not None


def speaks(name: PlaceName, text: str) -> bool:
    """Say whether what a name does behind it is done by people: `X annonce`, `X et Y promettent`."""
    verb = re.match(
        r"(?:(?:, [A-ZÀ-Þ][\w'’-]+)* et [A-ZÀ-Þ][\w'’-]+)? (?:n['’]|ne |se |s['’])?([a-zà-ÿ]{4,})",
        text[name.span.end :],
    )
    return verb is not None and any(form.startswith(verb[1][: max(4, len(verb[1]) - 3)]) for form in _said())


@cache
def _said() -> frozenset[str]:
    spoken = (entry for entry in entries("fr", "attribution") if entry.extra.get("role") == "que")
    return frozenset(form for entry in spoken for form in entry.forms)


@cache
def events() -> re.Pattern[str]:
    forms = (form for entry in entries("fr", "places") if entry.extra.get("role") == "event" for form in entry.forms)
    # a curfew is no fire
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])")


def is_street(name: PlaceName) -> bool:
    return name.rule == "places:facility.named" and STREET.match(name.head or "") is not None
