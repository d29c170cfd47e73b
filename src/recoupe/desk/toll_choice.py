"""What a reader chose of the tolls in, which tolls that is out, and what else there is to choose."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Annotated

from fastapi import Depends, Query

from recoupe.ledger.tolls import NOT_SAID, TollHead, Wanted

CHOICES = ("kind", "counted", "place", "source")
Filter = Annotated[str | None, Query(max_length=300)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One value to choose, and how many tolls there are of it beside what else is chosen."""

    value: str
    tolls: int


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


def chosen_of(heads: Sequence[TollHead], wanted: Wanted) -> Chosen:
    """Return which tolls are meant: those asked for, and where nothing is, those of the dead that tell most in one place."""
    if wanted != Wanted(unit=wanted.unit):
        return Chosen(wanted=wanted, usual=False)
    steps: dict[tuple[str, str, str | None], int] = defaultdict(int)
    sources: dict[tuple[str, str, str | None], set[str | None]] = defaultdict(set)
    for head in heads:
        key = (head.kind, head.counted, head.place)
        # a toll that moved says more than many that are told once
        steps[key] += head.steps + 2 * (head.steps - head.tolls)
        sources[key].add(head.source)
    if not steps:
        return Chosen(wanted=wanted, usual=True)
    kind, counted, place = max(
        steps, key=lambda one: (one[0] == "killed", steps[one], len(sources[one]), one[2] is not None, str(one))
    )
    return Chosen(
        wanted=replace(wanted, kind=kind, counted=counted, place=NOT_SAID if place is None else place), usual=True
    )


def units_of(heads: Sequence[TollHead], wanted: Wanted) -> tuple[str, ...]:
    """Return the units of the tolls asked for, that of most steps first: numbers of one unit alone share a scale."""
    counts: Counter[str] = Counter()
    for head in heads:
        if _holds(head, replace(wanted, unit=None)):
            counts[head.unit] += head.steps
    return tuple(unit for unit, _ in counts.most_common())


def options_of(heads: Sequence[TollHead], wanted: Wanted) -> dict[str, tuple[Option, ...]]:
    """Return the values of each of CHOICES that there are beside the other choices, the most frequent first."""
    found = {}
    for name in CHOICES:
        rest = replace(wanted, **{name: None}, unit=None, toll=None)
        counts: Counter[str] = Counter()
        for head in heads:
            if _holds(head, rest):
                counts[getattr(head, name) or NOT_SAID] += head.tolls
        now = getattr(wanted, name)
        if now is not None and now not in counts:
            counts[now] = 0
        found[name] = tuple(Option(value=value, tolls=tolls) for value, tolls in counts.most_common())
    return found


def _holds(head: TollHead, wanted: Wanted) -> bool:
    for name in (*CHOICES, "unit"):
        value, here = getattr(wanted, name), getattr(head, name)
        if value is not None and (here or NOT_SAID) != value:
            return False
    return True
