"""Two figures in, whether one reason holds of them out; the docstring of a reason is the sentence that is shown.

`{a}` and `{b}` are the figures, `{a.until}` and the like their fields; of two that end on different days `a` is the
earlier. A reason that does not hold is not shown.
"""

from __future__ import annotations

from collections.abc import Callable

from recoupe.crosscheck.agreements.told import Told
from recoupe.model.figure import Counted, Figure, Kind, Modality, Number, Qualifier

Reason = Callable[[Told, Told], bool]

RISING = frozenset(
    {Kind.KILLED, Kind.INJURED, Kind.ILL, Kind.RESCUED, Kind.DETAINED, Kind.ABDUCTED, Kind.ESCAPED, Kind.DISPLACED}
    | {Kind.EVACUATED, Kind.RETURNED, Kind.SURRENDERED, Kind.DESTROYED}
)
"""What a toll of can only rise while it runs; the missing, the besieged and the hosted come and go."""
LOOSE = frozenset(
    {Counted.GOODS, Counted.MUNITIONS, Counted.VEHICLES, Counted.BUILDINGS, Counted.MONEY, Counted.OTHER, Counted.AREA}
    | {Counted.STRIKES, Counted.COUNTRIES, Counted.SETTLEMENTS}
)
"""What differs from one count to another without a conflict: trucks of flour are no trucks of tents."""
VAGUE = frozenset({Kind.OTHER, Kind.LAUNCHED, Kind.DELIVERED, Kind.VOTED, Kind.DEPLOYED, Kind.CONTROLLED, Kind.EXPOSED})

FACTOR = 5
"""How many times the other a count of another source may be: `2 cas` in a prison say nothing of 611 in a town."""


def in_common(a: Told, b: Told) -> bool:
    """{a} and {b} have values in common"""
    return meets(a.figure, b.figure)


def rose(a: Told, b: Told) -> bool:
    """a running toll rises: {a} until {a.figure.until}, {b} until {b.figure.until}"""
    one_voice = a.sources == b.sources or not (a.sources and b.sources)
    return one_voice and _rising(a, b)


def rose_elsewhere(a: Told, b: Told) -> bool:
    """{a} until {a.figure.until} lies below {b} until {b.figure.until}: a toll that runs may have risen between the two"""
    return bool(a.sources and b.sources) and a.sources != b.sources and _rising(a, b)


def fell(a: Told, b: Told) -> bool:
    """a running toll does not fall: {a} until {a.figure.until}, but {b} until {b.figure.until}"""
    return a.figure.kind in RISING and _earlier(a, b) and below(b.figure, a.figure)


def corrected(a: Told, b: Told) -> bool:
    """{a.source} itself gives the lower number later: a correction, or a conflict with what it said"""
    return fell(a, b) and bool(a.sources) and a.sources == b.sources


def two_sources(a: Told, b: Told) -> bool:
    """{a.source} and {b.source} do not count the same: {a} and {b}"""
    return bool(a.sources and b.sources) and not a.sources & b.sources and apart(a.figure, b.figure)


def taken_back(a: Told, b: Told) -> bool:
    """{a} is told as it is, {b} is denied"""
    return b.figure.modality is Modality.DENIED and a.figure.modality is not Modality.DENIED


def takes_back(a: Told, b: Told) -> bool:
    """{b.source} itself takes back what it told"""
    return taken_back(a, b) and bool(a.sources & b.sources)


def instead(a: Told, b: Told) -> bool:
    """{b.source} itself takes back {a} and gives {b} in its place"""
    return apart(a.figure, b.figure) and bool(a.sources) and a.sources == b.sources


def one_scene(a: Told, b: Told) -> bool:
    """both sentences tell of one kind of place or of what struck"""
    return bool(a.scenes & b.scenes or a.events & b.events)


def same_day(a: Told, b: Told) -> bool:
    """both windows end on one day"""
    return a.figure.until is not None and a.figure.until == b.figure.until


def other_scene(a: Told, b: Told) -> bool:
    """their sentences tell of different places: nothing says that they count the same"""
    return bool(a.scenes and b.scenes) and not a.scenes & b.scenes


def other_hour(a: Told, b: Told) -> bool:
    """their sentences tell of different parts of the day: nothing says that they count the same"""
    return bool(a.hours and b.hours) and not a.hours & b.hours


def countable(a: Told, b: Told) -> bool:
    """people are counted, and what happened to them is said"""
    loose = any(told.figure.counted in LOOSE or told.figure.kind in VAGUE for told in (a, b))
    return not loose and a.figure.unit == b.figure.unit == "count"


def answerable(a: Told, b: Told) -> bool:
    """both credit somebody who answers for the whole, or one of them says that there was nothing"""
    nothing = 0 in (a.figure.high, b.figure.high)
    whole = not (a.partial or b.partial)
    return bool(a.sources and b.sources) and (nothing or (a.named and b.named)) and whole and not a.kin & b.sources


def near(a: Told, b: Told) -> bool:
    """the two are of one order of magnitude, or one of them is nothing at all, or a crowd is counted"""
    if Kind.PROTESTING in (a.figure.kind, b.figure.kind):
        return True
    low, high = sorted((_size(a.figure), _size(b.figure)))
    return low == 0 or high <= FACTOR * low


def hedged(a: Told, b: Told) -> bool:
    """one of the two is an order of magnitude, not a count"""
    return Qualifier.VAGUE in (a.figure.qualifier, b.figure.qualifier)


def meets(one: Figure, other: Figure) -> bool:
    """Return whether two intervals have a value in common; an open side goes on for ever."""
    return not below(one, other) and not below(other, one)


def below(one: Figure, other: Figure) -> bool:
    """Return whether all values of one interval are less than all of the other."""
    return one.high is not None and other.low is not None and one.high < other.low


def apart(one: Figure, other: Figure) -> bool:
    return not meets(one, other)


def sentence(reason: Reason, a: Told, b: Told) -> str:
    """Return the sentence of a reason with the values of two figures."""
    return str(reason.__doc__).strip().format(a=a, b=b)


def _size(figure: Figure) -> Number:
    return figure.low if figure.low is not None else figure.high if figure.high is not None else 0


def _rising(a: Told, b: Told) -> bool:
    # a number of one day that credits nobody may as well be a part of the toll: `dix-neuf dans le convoi`
    sure = bool(a.sources and b.sources) or (_running(a.figure) and _running(b.figure))
    alike = bool(a.sources & b.sources) or near(a, b)
    whole = not (a.partial or b.partial)
    return sure and alike and whole and a.figure.kind in RISING and _earlier(a, b) and below(a.figure, b.figure)


def _running(figure: Figure) -> bool:
    return figure.since is not None and figure.until is not None and figure.since[: len(figure.until)] < figure.until


def _earlier(a: Told, b: Told) -> bool:
    """Return whether the window of `a` ends before that of `b`, as far as days of one precision tell."""
    one, other = a.figure.until, b.figure.until
    return one is not None and other is not None and len(one) == len(other) and one < other
