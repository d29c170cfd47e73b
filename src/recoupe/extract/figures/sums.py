"""A number and what may be its parts in, whether those add up to it or fit into it out."""

from __future__ import annotations

import re

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.numbers import find_quantities
from recoupe.model.figure import Qualifier

AGE = re.compile(r"\s(?:ans|mois)\b", re.IGNORECASE)


def adds_up(entire: float, candidate: Candidate, between: str) -> bool:
    """Whether what stands behind a colon adds up to the whole before it: `quatorze ... : onze hommes, deux femmes, un enfant`."""
    colon = between.rfind(":")
    if colon == -1 or re.search(r"[.;]", between):
        return False
    text = candidate.top.doc.text
    start = candidate.quantity.span.start - len(between) + colon
    listed = re.split(r"[.;»]", text[start + 1 :], maxsplit=1)[0]
    told = [
        one.low
        for one in find_quantities(listed)
        if one.units == ("count",) and one.qualifier is Qualifier.EXACT and not AGE.match(listed, one.reach)
    ]
    ones = len(re.findall(r"(?:^|,|\set)\s(?:une?)\s[^\W\d]", listed))
    return len(told) + ones > 1 and sum(value for value in told if value is not None) + ones == entire


def fits_into(candidate: Candidate, entire: float | None) -> bool:
    """Whether a number is no larger than the whole that it is told to be a part of."""
    part = candidate.quantity.low
    return part is None or entire is None or part <= entire
