"""A bare number in a sentence that counts several things again, each at its turn, and the figures before it in, the one of its turn out.

`27 morts, 140 blessés. Ils étaient respectivement 24 et 131 la veille.`
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from recoupe.extract.figures.borrowing import Found
from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.numbers import find_quantities
from recoupe.extract.paragraph import Sentence

RULE = "figures.kind.at_its_turn"
EACH = re.compile(r"\brespectivement\b", re.IGNORECASE)


def at_its_turn(
    candidate: Candidate, sentence: Sentence, here: Sequence[Found], before: Sequence[Found]
) -> Found | None:
    """Return the figure that a number answers which is told `respectivement`: the first answers the first of as many."""
    hit = EACH.search(sentence.text)
    if hit is None or candidate.noun is not None:
        return None
    start = candidate.quantity.span.start
    again = [
        one.span.start
        for one in find_quantities(sentence.text)
        if one.units == ("count",) and _is_bare(sentence, one.reach)
    ]
    if start not in again or len(again) < 2:
        return None
    first = min(again)
    told = [one for one in here if one.candidate.quantity.span.start < first]
    if len(told) < len(again):
        last = before[-1].figure.sentence if before else None
        told = [one for one in before if one.figure.sentence == last and one.figure.part_of is None]
    turn = again.index(start)
    return told[turn - len(again)] if len(told) >= len(again) else None


BARE = re.compile(
    r"\s?(?:[,;.)]|$|et\s|ou\s|hier|la\sveille|le\s|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|en\s|au\s|à\s)"
)


def _is_bare(sentence: Sentence, at: int) -> bool:
    return BARE.match(sentence.text, at) is not None
