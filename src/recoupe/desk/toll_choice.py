"""What a reader chose of the tolls in, which tolls that is out, and what else there is to choose."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from typing import Annotated

from fastapi import Depends, Query

from recoupe.ledger.tolls import NOT_SAID, TollIndex, Wanted

CHOICES = ("kind", "counted", "place", "source")
Filter = Annotated[str | None, Query(max_length=300)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One value to choose, and how many tolls there are of it beside what else is chosen."""

    value: str
    tolls: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What else there is to choose: for each of CHOICES its values beside the other choices; and the units of the tolls
    chosen, that of most steps first, for numbers of one unit alone share a scale."""

    options: Mapping[str, tuple[Option, ...]]
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The tolls on screen: what was asked for, or the usual ones where nothing was; `unit` is that of the picture."""

    wanted: Wanted
    usual: bool

    @property
    def query(self) -> dict[str, str]:
        """The parameters that lead back here."""
        return {name: value for name, value in asdict(self.wanted).items() if value is not None}


def wanted_of(
    kind: Filter = None,
    counted: Filter = None,
    place: Filter = None,
    source: Filter = None,
    unit: Filter = None,
    toll: Filter = None,
) -> Wanted:
    """Return what the parameters of an address ask for; an empty one asks for nothing."""
    return Wanted(
        kind=kind or None, counted=counted or None, place=place or None, source=source or None, unit=unit or None,
        toll=toll or None,
    )  # fmt: skip


Asked = Annotated[Wanted, Depends(wanted_of)]


@lru_cache(maxsize=256)
def chosen_of(index: TollIndex, wanted: Wanted) -> Chosen:
    """Return which tolls are meant: those asked for, and where nothing is, those of the dead in one place that moved
    most, of others where none of the dead did."""
    if wanted != Wanted(unit=wanted.unit):
        return Chosen(wanted=wanted, usual=False)
    steps: dict[tuple[str, str, str | None], int] = defaultdict(int)
    moves: Counter[tuple[str, str, str | None]] = Counter()
    sources: dict[tuple[str, str, str | None], set[str | None]] = defaultdict(set)
    for head in index.heads:
        key = (head.kind, head.counted, head.place)
        steps[key] += head.steps
        moves[key] += head.steps - head.tolls
        sources[key].add(head.source)
    if not steps:
        return Chosen(wanted=wanted, usual=True)
    kind, counted, place = max(
        steps,
        key=lambda one: (
            one[0] == "killed" and moves[one] > 0,
            moves[one],
            one[0] == "killed",
            steps[one],
            len(sources[one]),
            one[2] is not None,
            str(one),
        ),
    )
    return Chosen(
        wanted=replace(wanted, kind=kind, counted=counted, place=NOT_SAID if place is None else place), usual=True
    )


@lru_cache(maxsize=64)
def moved_of(index: TollIndex, most: int = 6) -> tuple[Wanted, ...]:
    """Return the few choices whose tolls moved most: of one kind, of who is counted, in one place. Those with a number
    that was lowered come before any that only rose, though nothing but what it was lowered from was told before it."""
    moves: Counter[tuple[str, str, str | None]] = Counter()
    lowered: Counter[tuple[str, str, str | None]] = Counter()
    for head in index.heads:
        key = (head.kind, head.counted, head.place)
        moves[key] += head.steps - head.tolls
        lowered[key] += head.lowered
    moved = [one for one in moves if moves[one] > 0 or lowered[one] > 0]
    order = sorted(moved, key=lambda one: (not lowered[one], -moves[one], str(one)))
    return tuple(
        Wanted(kind=kind, counted=counted, place=NOT_SAID if place is None else place)
        for kind, counted, place in order[:most]
    )


@lru_cache(maxsize=256)
def options_of(index: TollIndex, wanted: Wanted) -> Offered:
    """Return what there is to choose beside what is chosen, the most frequent first; the latest few are at hand."""
    asked = [(name, getattr(wanted, name)) for name in CHOICES]
    counts: dict[str, Counter[str]] = {name: Counter() for name in CHOICES}
    units: Counter[str] = Counter()
    for head in index.heads:
        apart = [name for name, value in asked if value is not None and (getattr(head, name) or NOT_SAID) != value]
        if not apart:
            units[head.unit] += head.steps
        for name in CHOICES if not apart else apart if len(apart) == 1 else ():
            counts[name][getattr(head, name) or NOT_SAID] += head.tolls
    for name, value in asked:
        if value is not None and value not in counts[name]:
            counts[name][value] = 0
    return Offered(
        options={
            name: tuple(Option(value=value, tolls=tolls) for value, tolls in counts[name].most_common())
            for name in CHOICES
        },
        units=tuple(unit for unit, _ in units.most_common()),
    )
