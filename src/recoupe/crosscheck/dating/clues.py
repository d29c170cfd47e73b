"""Hints on the day of an article in, what they leave together and which of them had to be set aside out."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from recoupe.model.dating import Clue
from recoupe.model.span import Span

LONGEST = 400  # days: a longer interval is not laid out day by day
SHOWN = 3  # reasons for the same days
WEEK = frozenset(range(7))


class Strength(IntEnum):
    """How far a hint is trusted: a weaker one never moves what surer ones left."""

    WEAK = 1
    LIKELY = 2
    SURE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """A clue with its strength, while days are still counted with. `weekdays` are those left, Monday 0.

    `rests` names the records that it would not be without: a number or a time of the article, the toll of another. A hint
    of proven kind (a copy, a dateline) rests on none that a reader could mistake.
    """

    strength: Strength
    says: str
    earliest: datetime.date | None = None
    latest: datetime.date | None = None
    weekdays: frozenset[int] = WEEK
    span: Span | None = None
    other: str | None = None
    rests: frozenset[str] = frozenset()

    def allows(self, day: datetime.date) -> bool:
        return (
            (self.earliest is None or self.earliest <= day)
            and (self.latest is None or day <= self.latest)
            and day.weekday() in self.weekdays
        )

    @property
    def bounds(self) -> tuple[str, str, tuple[int, ...]]:
        return _iso(self.earliest) or "", _iso(self.latest) or "", tuple(sorted(self.weekdays))


@dataclass(frozen=True, slots=True)
class Settled:
    """What some hints leave together: the first and last day, each None where open, the hints that hold and those set
    aside."""

    earliest: datetime.date | None
    latest: datetime.date | None
    kept: tuple[Hint, ...]
    aside: tuple[Hint, ...]

    @property
    def width(self) -> int:
        """How many days lie between the ends, very many where a side is open."""
        if self.earliest is None or self.latest is None:
            return LONGEST * LONGEST
        return (self.latest - self.earliest).days

    def days(self) -> tuple[datetime.date, ...] | None:
        """Return the days that are left, None where a side is open or they are too many to be listed."""
        if self.earliest is None or self.latest is None or (self.latest - self.earliest).days > LONGEST:
            return None
        return tuple(day for day in between(self.earliest, self.latest) if all(hint.allows(day) for hint in self.kept))


def settle(hints: Iterable[Hint]) -> Settled:
    """Return what hints leave together, the surest first.

    One that surer ones rule out is set aside; of equals that rule each other out, all those that do so most often; of weak
    ones that would leave a single day, those that meet there.
    """
    kept: list[Hint] = []
    aside: list[Hint] = []
    groups = _groups(hints)
    for strength in sorted(Strength, reverse=True):
        level = [group for group in groups if group[0].strength is strength]
        fitting = [group for group in level if possible([*kept, group[0]])]
        aside += _told(group for group in level if group not in fitting)
        while not possible([*kept, *(group[0] for group in fitting)]):
            quarrels = [_quarrels(group, fitting, kept) for group in fitting]
            worst = max(quarrels)
            aside += _told(group for group, count in zip(fitting, quarrels, strict=True) if count == worst)
            fitting = [group for group, count in zip(fitting, quarrels, strict=True) if count < worst]
        kept += _told(fitting)
    settled = _settled(kept, aside)
    if not _is_single(settled) or _is_single(_settled([hint for hint in kept if hint.strength > Strength.WEAK], ())):
        return settled
    # weak hints that only just meet nearly rule each other out
    weak = [hint for hint in kept if hint.strength is Strength.WEAK]
    binding = [hint for hint in weak if _is_wider(hint, kept)] or weak
    return _settled([hint for hint in kept if hint not in binding], [*aside, *binding])


def _quarrels(group: Sequence[Hint], others: Sequence[Sequence[Hint]], kept: Sequence[Hint]) -> int:
    """Return how many hints of other groups rule a group out."""
    return sum(len(other) for other in others if not possible([*kept, group[0], other[0]]))


def _told(groups: Iterable[Sequence[Hint]]) -> list[Hint]:
    """Return the first hints of each group: what hundreds say alike is shown a few times."""
    return [hint for group in groups for hint in group[:SHOWN]]


def _is_wider(hint: Hint, kept: Sequence[Hint]) -> bool:
    """Whether what is left would be more than a day without those of a hint's bounds."""
    return _settled([other for other in kept if other.bounds != hint.bounds], ()).width > 0


def _settled(kept: Sequence[Hint], aside: Sequence[Hint]) -> Settled:
    """Return what hints that do not rule each other out leave."""
    earliest, latest = _ends(kept)
    if earliest is not None and latest is not None and (latest - earliest).days <= LONGEST:
        left = [day for day in between(earliest, latest) if all(hint.allows(day) for hint in kept)]
        earliest, latest = left[0], left[-1]
    return Settled(earliest, latest, tuple(kept), tuple(aside))


def _is_single(settled: Settled) -> bool:
    return settled.earliest is not None and settled.earliest == settled.latest


def between(first: datetime.date, last: datetime.date) -> Iterable[datetime.date]:
    return (first + datetime.timedelta(days=count) for count in range((last - first).days + 1))


def time_read(span: Span) -> str:
    """Return the name of the record that a time of the article is."""
    return f"time {span.start}"


def number_read(span: Span) -> str:
    """Return the name of the record that a number of the article is."""
    return f"number {span.start}"


def clue_of(hint: Hint, settled: Settled | None = None, *, aside: bool = False) -> Clue:
    """Return a hint as it is shown; where it names weekdays, with those days of them that the others leave."""
    days: tuple[str, ...] = ()
    if hint.weekdays != WEEK and settled is not None and (left := settled.days()) is not None:
        days = tuple(day.isoformat() for day in left if hint.allows(day))
    return Clue(
        says=f"set aside: {hint.says}" if aside else hint.says,
        earliest=_iso(hint.earliest),
        latest=_iso(hint.latest),
        days=days,
        span=hint.span,
        other=hint.other,
    )


def _groups(hints: Iterable[Hint]) -> list[list[Hint]]:
    """Return the hints in a fixed order, those of one strength that leave the same days together, one for each reason."""

    def order(hint: Hint) -> tuple[object, ...]:
        return -hint.strength, hint.bounds, hint.says, hint.other or "", (hint.span.start if hint.span else -1)

    groups: dict[tuple[object, ...], dict[str, Hint]] = {}
    for hint in sorted(hints, key=order):
        groups.setdefault((hint.strength, hint.bounds), {}).setdefault(hint.says, hint)
    return [list(group.values()) for group in groups.values()]


def possible(hints: Sequence[Hint]) -> bool:
    """Say whether some day agrees with all hints."""
    weekdays = frozenset.intersection(WEEK, *(hint.weekdays for hint in hints))
    earliest, latest = _ends(hints)
    if earliest is None or latest is None or (latest - earliest).days >= 6:
        return bool(weekdays) and (earliest is None or latest is None or earliest <= latest)
    return any(day.weekday() in weekdays for day in between(earliest, latest))


def _ends(hints: Sequence[Hint]) -> tuple[datetime.date | None, datetime.date | None]:
    earliest = max((hint.earliest for hint in hints if hint.earliest is not None), default=None)
    latest = min((hint.latest for hint in hints if hint.latest is not None), default=None)
    return earliest, latest


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day is not None else None
