"""A number without a unit and the one that it goes back to in, the number in that one's measure out: `12 millions ; elle en a reçu 3,5`."""

from __future__ import annotations

import re
from dataclasses import replace

from recoupe.extract.figures.borrowing import Found
from recoupe.extract.quantity import Quantity, interval, whole
from recoupe.model.figure import Counted, Number, Qualifier
from recoupe.model.span import Evidence

MAGNITUDE = re.compile(
    r"\b(?P<word>millions?|milliards?)\b|\d\s?(?P<sign>M|Md)\b|(?P<land>\bhectares?\b|\bha\b)", re.IGNORECASE
)
TIMES = {"million": 1_000_000, "milliard": 1_000_000_000, "m": 1_000_000, "md": 1_000_000_000}
RULE = "figures.value.measure_of_antecedent"
DIGITS = re.compile(r"\d+(?:[.,]\d+)?")
# a number that is told in full says its own measure
FULL = re.compile(r"mill|cent|\d[\s.\u00a0\u202f]\d{3}", re.IGNORECASE)


def in_its_measure(quantity: Quantity, model: Found, text: str) -> Quantity:
    """Return a bare number in the millions, the hectares or the currency of the one that it goes back to, where that has any."""
    if quantity.units != ("count",) or quantity.factor is not None or (quantity.low is None and quantity.high is None):
        return quantity
    if any(why.rule == RULE for why in model.figure.evidence):
        ends = [end for end in (model.figure.high, model.figure.low) if end is not None]
        land = model.figure.unit == "km2"
        factor = 0.01 if land else next(one for one in (1_000_000_000, 1_000_000, 1) if ends[0] >= one)
        return _times(quantity, factor, tuple(model.figure.unit.split("|")), text)
    before = model.candidate.top.doc.text[model.candidate.quantity.span.start : model.candidate.quantity.reach]
    hit = MAGNITUDE.search(before)
    units = tuple(model.figure.unit.split("|"))
    if hit is not None and hit["land"] and units == ("km2",):
        return _times(quantity, 0.01, units, text)
    if model.figure.counted is not Counted.MONEY or units == ("count",):
        return quantity
    said = quantity.span.of(text)
    small = max(end for end in (quantity.low, quantity.high) if end is not None) < 1000
    if hit is None or FULL.search(said) or not small:
        return replace(quantity, units=units)
    word = (hit["word"] or hit["sign"] or "").casefold().rstrip("s")
    return _times(quantity, TIMES[word], units, text)


def _times(quantity: Quantity, factor: float, units: tuple[str, ...], text: str) -> Quantity:
    ends: list[Number | None] = [
        None if end is None else whole(round(end * factor, 2)) for end in (quantity.low, quantity.high)
    ]
    if quantity.qualifier in (Qualifier.ABOUT, Qualifier.NEARLY) and DIGITS.fullmatch(said := quantity.span.of(text)):
        # a hedge is rounded to whole things, and there are more of them now
        value = whole(round(float(said.replace(",", ".")) * factor, 2))
        ends = list(interval(quantity.qualifier, value, value))
    evidence = (*quantity.evidence, Evidence("value", RULE, quantity.span))
    return replace(quantity, low=ends[0], high=ends[1], units=units, evidence=evidence)
