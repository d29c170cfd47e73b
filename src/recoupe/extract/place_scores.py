"""A place name of a report in, what it weighs as the report's own by where and how it stands out."""

from __future__ import annotations

import re

from recoupe.extract.article_places import HAPPENED
from recoupe.model.article import BlockKind
from recoupe.model.place import PlaceName
from recoupe.model.span import Span

# where the victims of an event elsewhere are
CARE = re.compile(
    r"hôpital|clinique|centre hospitalier|ch[ru]|dispensaire|maternité|morgue|centre de santé|cimetière|tribunal"
)


def weigh_in_title(name: PlaceName, wide: bool) -> float:
    """Return what a title's name weighs; a country (`Mali : ...`) less than a town, more than one place of the text."""
    if wide:
        return {"in": 6.0, "title": 5.5, "between": 2.0, "near": 4.0, "bare": 2.0, "label": 2.0}.get(
            name.role or "", 0.0
        )
    if name.role == "bare" and name.head:
        return 7.0
    weights = {
        "in": 10.0,
        "near": 9.0,
        "title": 7.0,
        "between": 5.0,
        "label": 4.0,
        "bare": 3.0,
        # `MONTBRUN – Un incendie fait deux morts`
        "dateline": 6.0,
        # `Un cas confirmé à X`: a title tells of no speech without a subject
        "said": 6.0,
        "of": 1.0,
        "function": 1.0,
    }
    return weights.get(name.role or "", 0.0)


def weigh_in_body(name: PlaceName, wide: bool, leads: bool) -> float:
    if name.role in HAPPENED:
        if leads and not (wide and name.role == "near"):
            return 3.5 if wide else 2.0 if is_care(name) and " " in name.name else 5.0
        return 0.5 if wide else 1.0
    if name.rule == "places.parent" and not wide:
        # `rue de la Gare, à X`
        return 4.0 if leads else 0.5
    if leads and not wide and name.rule == "places.capitals":
        # `MONTBRUN. Le feu ...`
        return 4.0
    if leads and not wide and is_settlement(name):
        return 4.6
    if name.head and name.role in ("bare", "of"):
        # `La mine de X a englouti ...`: what a report opens with
        return 0.5 if wide else 6.0 if leads and name.role == "bare" and name.rule == "places:facility" else 1.0
    if leads and name.role == "of" and not wide:
        # `en reprenant la base de X`: a first sentence that puts nothing in a place may still name what it is about
        return 4.6
    return {"dateline": 1.0, "of": 0.2, "bare": 0.2, "said": 0.2}.get(name.role or "", 0.0)


def is_care(name: PlaceName) -> bool:
    return name.head is not None and CARE.match(name.head) is not None


def is_settlement(name: PlaceName) -> bool:
    """Say whether a name stands with the noun of a town and no preposition: `le feu qui menace la ville de X`."""
    return name.rule == "places:settlement" and name.role == "bare"


def is_facility(name: PlaceName) -> bool:
    return name.rule.startswith("places:facility") and " " in name.name


def is_quoted(name: PlaceName, text: str) -> bool:
    """Say whether a title has a place in words that it quotes."""
    line = text.rfind("\n", 0, name.span.start) + 1
    opened = text.rfind("«", line, name.span.start)
    closed = text.find("»", name.span.end, name.span.end + 80)
    return opened >= 0 and text.find("»", opened, name.span.start) < 0 <= closed


def is_subtitle(name: PlaceName, text: str, lead: Span) -> bool:
    """Say whether a name stands in a heading before the first sentence, which is not `Commune de X` over a list."""
    if name.block is not BlockKind.HEADING or name.span.end >= lead.start:
        return False
    start, end = text.rfind("\n", 0, name.span.start) + 1, text.find("\n", name.span.end)
    alone = len(text[start : name.span.start].split()) <= 3 and not text[name.span.end : end].strip()
    return not alone
