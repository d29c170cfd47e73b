"""One quantity as it stands in a text: its words and the interval of values that they allow."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil, floor

from recoupe.model.figure import Number, Qualifier
from recoupe.model.span import Evidence, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """`span` is the number expression of the codebook; `reach` ends behind its unit (`de dollars`, `%`, `km2`).

    `units` are the units between which the article decides (the first where it does not). `inside` is the span of the
    noun that stands within the expression (`ménage` in `un ménage sur quatre`), None where it follows. `pair` is the start of
    the number that this one was raised or lowered to: they count the same. `factor` is what the number said before is
    multiplied with (`le double`): the value is open until that one is known.
    """

    span: Span
    reach: int
    low: Number | None
    high: Number | None
    qualifier: Qualifier
    units: tuple[str, ...] = ("count",)
    inside: Span | None = None
    pair: int | None = None
    factor: float | None = None
    evidence: tuple[Evidence, ...] = ()

    def taken_of(self, low: Number | None, high: Number | None) -> Quantity:
        """Return a multiple with the value that it has of a number; any other quantity as it is."""
        if self.factor is None:
            return self
        ends = [None if end is None else whole(round(end * self.factor, 2)) for end in (low, high)]
        return replace(self, low=ends[0], high=ends[1], factor=None)

    @property
    def is_share(self) -> bool:
        return self.units == ("percent",)


def whole(value: float) -> Number:
    """Return an int where the value is whole, else the value to two decimals."""
    return int(value) if float(value).is_integer() else round(value, 2)


def interval(qualifier: Qualifier, low: Number, high: Number) -> tuple[Number | None, Number | None]:
    """Return the closed interval that a hedge makes of a value or a range of values, by the codebook's table.

    >>> interval(Qualifier.ABOUT, 15, 15), interval(Qualifier.MORE_THAN, 300, 300), interval(Qualifier.NEARLY, 60, 60)
    ((13, 17), (300, None), (54, 60))
    """
    match qualifier:
        case Qualifier.AT_LEAST | Qualifier.MORE_THAN:
            return low, None
        case Qualifier.AT_MOST | Qualifier.UP_TO | Qualifier.LESS_THAN:
            return None, high
        case Qualifier.ABOUT:
            # 0.9 and 1.1 times, in tenths so that 10 percent of 20 is no 1.9999
            return floor(round(low * 9, 6) / 10), ceil(round(high * 11, 6) / 10)
        case Qualifier.NEARLY:
            return floor(round(low * 9, 6) / 10), high
        case Qualifier.EXACT | Qualifier.RANGE | Qualifier.VAGUE:
            return low, high
