"""Text in, the quantities in it out: plain numbers, ranges, shares, their units and their hedges."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from recoupe.extract.atoms import SPACE, Atom, find_atoms
from recoupe.extract.hedges import hedge_of
from recoupe.extract.multiples import find_multiples
from recoupe.extract.quantity import Quantity, interval, whole
from recoupe.extract.shares import find_shares
from recoupe.lexicon import closed
from recoupe.model.figure import Number, Qualifier
from recoupe.model.span import Evidence, Span


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a text with their hedges, in order.

    Dates, clock times, ages and the like are still among them: what counts nothing is set aside by who reads figures.

    >>> [(q.span.of("de 2000 à 10 000 réfugiés"), q.low, q.high) for q in find_quantities("de 2000 à 10 000 réfugiés")]
    [('2000 à 10 000', 2000, 10000)]
    """
    shares = [*find_shares(text), *find_multiples(text)]
    atoms = [atom for atom in find_atoms(text) if not any(atom.span.meets(share.span) for share in shares)]
    quantities = [_measured(text, _hedged(text, quantity)) for quantity in [*shares, *_joined(text, atoms)]]
    return tuple(sorted(quantities, key=lambda quantity: quantity.span))


JOINT = re.compile(rf"{SPACE}(?P<word>à|et|ou){SPACE}(?:d['’]|de{SPACE}|jusqu['’]à{SPACE})?|{SPACE}?[-–]{SPACE}?")


def _joined(text: str, atoms: list[Atom]) -> list[Quantity]:
    """Join `20 à 30`, `entre 20 et 30`, `deux ou trois` into ranges, and keep the two ends of a raise apart."""
    found: list[Quantity] = []
    at = 0
    while at < len(atoms):
        first = atoms[at]
        second = atoms[at + 1] if at + 1 < len(atoms) else None
        if second is not None and (rule := _range_rule(text, first, second)):
            found.append(_range(text, first, second, rule))
            at += 2
            continue
        found.append(_single(text, first))
        at += 1
    following = [found[at + 1] if at + 1 < len(found) else None for at in range(len(found))]
    return [_parted(text, _raised(text, one, after), after) for one, after in zip(found, following, strict=True)]


def _parted(text: str, part: Quantity, entire: Quantity | None) -> Quantity:
    """Return a part in the measure of its whole: `3,5 des 12 millions d'euros` are 3,5 millions."""
    if (
        entire is None
        or part.units != ("count",)
        or not re.fullmatch(
            rf"{SPACE}(?:des|sur{SPACE}les){SPACE}(?:quelque{SPACE})?", text[part.reach : entire.span.start]
        )
    ):
        return part
    ending = re.search(r"(millions?|milliards?)$", entire.span.of(text).casefold())
    if ending is None or part.low is None or part.low != part.high or part.low >= 1000:
        return part
    value = whole(round(part.low * closed("fr", "numbers", "magnitudes")[ending.group()], 2))
    return replace(part, low=value, high=value, units=entire.units)


def _raised(text: str, first: Quantity, second: Quantity | None) -> Quantity:
    """Return the lower end of a raise (`de 8000 à 10.000 francs`) with the unit that stands behind the upper one."""
    if second is None or not re.fullmatch(
        rf"{SPACE}à{SPACE}(?:(?:plus|près) d[e'’]{SPACE}?)?", text[first.reach : second.span.start]
    ):
        return first
    if not re.search(r"\b(?:de|d['’])\s?$", text[: first.span.start]):
        return first
    units = second.units if first.units == ("count",) else first.units
    ending = re.search(r"(mille|millions?|milliards?)$", second.span.of(text).casefold())
    if (
        ending
        and first.low is not None
        and first.low == first.high
        and first.low < 1000
        and first.span.of(text)[-1].isdigit()
    ):
        # `de 1,2 à 1,6 million`
        value = whole(round(first.low * closed("fr", "numbers", "magnitudes")[ending.group()], 2))
        first = replace(first, low=value, high=value)
    return replace(first, units=units, pair=second.span.start)


# what somebody saw pass is no raise: `en a vu passer de quatre à neuf`
RAISE = re.compile(
    r"\b(?:(?<!\bvu\s)(?<!\bvoit\s)(?<!\blaissé\s)pass|port|ramen|ramèn|mont|grimp|tomb|chut|augment|baiss|rédui|évolu|relev|abaiss|rev[ou]|révis|descend|bondi|recul|fait)"
    r"\w*\b[^.;:!?]{0,60}$",
    re.IGNORECASE,
)


def _range_rule(text: str, first: Atom, second: Atom) -> str | None:
    between = text[first.span.end : second.span.start]
    joint = JOINT.fullmatch(between)
    if joint is None or Qualifier.VAGUE in (first.qualifier, second.qualifier):
        return None
    low = _scaled(text, first, second)
    if low >= second.high:
        return None
    before = text[: first.span.start]
    word = joint["word"]
    if word == "et":
        return "numbers.range.between" if re.search(r"\bentre(?:\s(?:les|environ|quelque))?\s$", before, re.I) else None
    if word == "ou":
        return "numbers.range.or" if second.high <= 100 and second.high - low <= 10 else None
    if word == "à":
        if re.search(r"\b(?:de|d['’])\s?$", before) and RAISE.search(before):
            return None
        return "numbers.range.from_to" if not re.search(r"\bde\s", between) else None
    return "numbers.range.dash" if low > 1 and second.high / low < 10 else None


def _scaled(text: str, first: Atom, second: Atom) -> Number:
    """Return the lower end in the magnitude of the upper: `quinze à vingt millions` begins at 15 millions."""
    ending = re.search(r"(mille|millions?|milliards?)$", second.span.of(text).casefold())
    if ending and first.bare and first.low < 1000:
        return whole(first.low * closed("fr", "numbers", "magnitudes")[ending.group()])
    hundreds = second.rule == "numbers.words" and second.span.of(text).casefold().endswith("cents")
    if hundreds and first.rule == "numbers.words" and first.low < 10 and first.low * 100 < second.high < 1000:
        # `deux à trois cents`
        return first.low * 100
    return first.low


def _range(text: str, first: Atom, second: Atom, rule: str) -> Quantity:
    span = Span(first.span.start, second.span.end)
    units, reach, unit_rule = _unit(text, span.end)
    if units == ("percent",):
        span = Span(span.start, reach)
    evidence = [Evidence("value", rule, span)]
    if unit_rule:
        evidence.append(Evidence("unit", unit_rule, Span(second.span.end, reach)))
    return Quantity(
        span=span,
        reach=reach,
        low=_scaled(text, first, second),
        high=second.high,
        qualifier=Qualifier.RANGE,
        units=units,
        evidence=tuple(evidence),
    )


def _single(text: str, atom: Atom) -> Quantity:
    units, reach, unit_rule = _unit(text, atom.span.end)
    span = Span(atom.span.start, reach) if units == ("percent",) else atom.span
    low, high = interval(atom.qualifier, atom.low, atom.high)
    evidence = [Evidence("value", atom.rule, atom.span)]
    if unit_rule:
        evidence.append(Evidence("unit", unit_rule, Span(atom.span.end, reach)))
    return Quantity(
        span=span, reach=reach, low=low, high=high, qualifier=atom.qualifier, units=units, evidence=tuple(evidence)
    )


@cache
def _unit_pattern() -> re.Pattern[str]:
    currencies = "|".join(
        re.escape(form) for form in sorted(closed("fr", "numbers", "currencies"), key=len, reverse=True)
    )
    areas = "|".join(re.escape(form) for form in sorted(closed("fr", "numbers", "areas"), key=len, reverse=True))
    return re.compile(
        rf"(?P<percent>\s?%|\spour\s?cent\b)|\s?(?:de\s|d['’])?(?:(?P<area>(?:{areas}))(?!\w)|(?P<money>(?:{currencies}))(?!\w))"
    )


def _unit(text: str, end: int) -> tuple[tuple[str, ...], int, str | None]:
    hit = _unit_pattern().match(text, end)
    if hit is None:
        return ("count",), end, None
    if hit["percent"]:
        return ("percent",), hit.end(), "numbers.percent"
    if hit["area"]:
        return (closed("fr", "numbers", "areas")[hit["area"]],), hit.end(), "numbers.area"
    return tuple(closed("fr", "numbers", "currencies")[hit["money"]]), hit.end(), "numbers.currency"


def _hedged(text: str, quantity: Quantity) -> Quantity:
    """Return the quantity with the interval that the hedge beside it makes of it."""
    if quantity.factor is not None:
        return quantity
    hedge = hedge_of(text, quantity.span, quantity.reach)
    if hedge is None or (quantity.qualifier is Qualifier.RANGE and hedge.qualifier is Qualifier.ABOUT):
        return quantity
    base = _base(text, quantity)
    low, high = interval(hedge.qualifier, *base)
    if quantity.qualifier in (Qualifier.ABOUT, Qualifier.VAGUE) and hedge.qualifier is Qualifier.ABOUT:
        low, high = quantity.low, quantity.high
    return replace(
        quantity,
        low=low,
        high=high,
        qualifier=hedge.qualifier,
        evidence=(*quantity.evidence, Evidence("qualifier", hedge.rule, hedge.span)),
    )


def _measured(text: str, quantity: Quantity) -> Quantity:
    """Return an area in square kilometres, whatever it was told in: 6 500 hectares are 65."""
    if quantity.units != ("km2",):
        return quantity
    hit = _unit_pattern().match(text, quantity.span.end)
    factor = closed("fr", "numbers", "area_factors").get(hit["area"], 1) if hit is not None else 1
    if factor == 1:
        return quantity
    ends = [None if end is None else whole(round(end * factor, 4)) for end in (quantity.low, quantity.high)]
    return replace(quantity, low=ends[0], high=ends[1])


def _base(text: str, quantity: Quantity) -> tuple[Number, Number]:
    """Return the value that stands in the words before any hedge: 1000 in `plus d'un millier`."""
    for atom in find_atoms(quantity.span.of(text)):
        if atom.qualifier is Qualifier.ABOUT:
            return atom.low, atom.high
    assert quantity.low is not None and quantity.high is not None
    return quantity.low, quantity.high
