"""A bare number that somebody counts against another's and the figures before it in, the one of its own size out.

`31 morts, neuf disparus et 1 740 maisons rasées. Le ministère en est à 28.`: who counts again comes near the number that he counts
again, and the last one said may be of something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recoupe.extract.figures.borrowing import THEM, Found
from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.reason import OF_PEOPLE
from recoupe.extract.figures.tallies import in_tally
from recoupe.extract.paragraph import Sentence
from recoupe.extract.reading import LocalFigure
from recoupe.model.figure import Counted, Figure, Kind, Number
from recoupe.model.span import Evidence

# words that count again what was counted before
AGAIN = re.compile(
    r"tally:(?!capacity|colon)|figures\.tally\.(?:credited|answer|apposed|against|echoed|gapped|expected)$"
)
# what is left is no other count of the same
LEFT = re.compile(r"\b(?:rest|demeur|manqu|subsist)\w*\s[^.;:]{0,20}$|\bencore\s$", re.IGNORECASE)
# `maintient le sien : quinze`
NAMED = re.compile(
    r"\b(?:le\s(?:sien|leur|nôtre)|l[ea]s?\ssiennes?|chiffres?|bilan|décompte|total)\b[^.;:\d]{0,40}:\s$",
    re.IGNORECASE,
)
VICTIMS = frozenset({Kind.KILLED, Kind.INJURED, Kind.MISSING})
CROWD = "figures.counted.of_a_crowd"
SAME = 2.0
NEAR = 3.0
# tolls, of which more than one number is told
TOLLS = OF_PEOPLE - {Kind.EXPOSED}


def size(low: Number | None, high: Number | None) -> float | None:
    """Return the middle of an interval, or its only end; None for nothing and for naught."""
    ends = [float(end) for end in (low, high) if end]
    return sum(ends) / len(ends) if ends else None


def apart(one: float | None, other: float | None) -> float:
    """Return how many times the larger of two numbers holds the smaller."""
    if one is None or other is None:
        return float("inf")
    return max(one, other) / min(one, other)


def _is_again(candidate: Candidate, sentence: Sentence) -> bool:
    named = NAMED.search(sentence.text[: candidate.quantity.span.start]) is not None
    return named or AGAIN.match(in_tally(candidate, sentence) or "") is not None


def rival(
    candidate: Candidate, sentence: Sentence, here: Sequence[Found], before: Sequence[Found], model: Found | None
) -> Found | None:
    """Return the figure that a bare number is told against: the one of its size, where the last one said is far from it."""
    quantity = candidate.quantity
    if model is None or candidate.noun is not None or candidate.partitive or quantity.units != ("count",):
        return model
    if quantity.is_share or quantity.factor is not None or THEM.match(sentence.text, quantity.reach):
        return model
    if LEFT.search(sentence.text[: quantity.span.start]):
        return model
    told = size(quantity.low, quantity.high)
    off = apart(told, size(model.figure.low, model.figure.high))
    if off <= NEAR or model in here or not _is_again(candidate, sentence):
        return model
    best, least = model, off / 2
    for one in reversed(before):
        if one.figure.unit != "count" or one.figure.kind is Kind.OTHER or one.figure.counted is Counted.MONEY:
            continue
        distance = apart(told, size(one.figure.low, one.figure.high))
        if distance <= NEAR and distance < least:
            best, least = one, distance
    return best


def of_a_crowd(figure: LocalFigure, last: Figure | None, people: Sequence[Figure]) -> LocalFigure | None:
    """Return a figure of some who `étaient` so many, where no people counted before are near as many: others, whatever befell those."""
    told = size(figure.low, figure.high)
    if last is not None and last.kind not in VICTIMS:
        return None
    if any(apart(told, size(one.low, one.high)) <= NEAR for one in people):
        return None
    return replace(figure, counted=Counted.PEOPLE, evidence=(*figure.evidence, Evidence("counted", CROWD, figure.span)))


def of_its_size(figure: LocalFigure, last: Figure, before: Sequence[Figure]) -> Figure:
    """Return the last toll of an article that comes near a number without a noun, where the last figure is far from it or is no toll."""
    told = size(figure.low, figure.high)
    if figure.unit != "count" or (last.kind in TOLLS and apart(told, size(last.low, last.high)) <= NEAR):
        return last
    tolls = [one for one in before if one.kind in TOLLS and one.unit == "count"]
    near = [one for one in tolls if apart(told, size(one.low, one.high)) <= SAME]
    return near[-1] if near else last
