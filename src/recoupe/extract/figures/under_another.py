"""The figures before a number in, those of them that stand under another one out: the things of `12 blessés dans six villages`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recoupe.extract.figures.reason import THINGS
from recoupe.model.figure import Counted

if TYPE_CHECKING:
    from recoupe.extract.figures.borrowing import Found

# what stands between a number and the one of its complement: `brûlés, pour`, `personnes sont réparties sur`
BETWEEN = re.compile(
    r"(?:\s[^\s.;:,()]+){1,6}?,?\s(?:de|d['’]|dans|sur|pour|à|en|entre|par)\s?(?:(?:plus|près|moins)\sde\s|(?:environ|quelque|les|ces|ses)\s)?",
    re.IGNORECASE,
)
WHERE = THINGS | {Counted.SETTLEMENTS, Counted.COUNTRIES}


def under_another(one: Found, wholes: list[Found]) -> bool:
    """Whether places or things only say where, or with what, those are whom the number before them counts."""
    if one.figure.counted not in WHERE:
        return False
    before = [
        other
        for other in wholes
        if other.figure.sentence == one.figure.sentence and other.figure.span.start < one.figure.span.start
    ]
    if not before or before[-1].figure.counted in WHERE:
        return False
    text = one.candidate.top.doc.text
    between = text[before[-1].candidate.quantity.reach : one.candidate.quantity.span.start]
    return BETWEEN.fullmatch(between) is not None
