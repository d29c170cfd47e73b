"""The entries of a timeline in, those of one month and kind out, and a picture of both lanes: the day and the days it was told on."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from recoupe.errors import ValueUnknown
from recoupe.model.timeline import Entry, EntryOf
from recoupe.show.bonds import Bonds

MANY = 150
"""More entries than this are shown month by month."""
PER_PAGE = 100
WIDTH, MARGIN = 1000, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What of a timeline is asked for: a month (`2016-12`, or a year), a kind of entry, the disputed alone."""

    month: str | None = None
    of: str | None = None
    disputed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Selected:
    """The entries asked for, in order, and how many of them each month has; `month` is the one shown, None for all."""

    entries: Sequence[Entry]
    months: Mapping[str, int]
    month: str | None
    total: int


def selected(bonds: Bonds, asked: Asked, *, whole: bool = False) -> Selected:
    """Return the entries asked for. Where there are many and no month is named it is the last one, unless all are wanted.

    Errors: ValueUnknown for a kind of entry that there is not.
    """
    if asked.of is not None and asked.of not in list(EntryOf):
        raise ValueUnknown(f"of={asked.of}", "one of " + ", ".join(EntryOf))
    of_month = bonds.once(("timeline", asked.of, asked.disputed), lambda: _by_month(bonds, asked))
    counts = {month: len(entries) for month, entries in of_month.items() if entries}
    total = sum(counts.values())
    month = asked.month
    if month is None and total > MANY and not whole:
        month = max(counts)
    if month is None:
        entries: Sequence[Entry] = bonds.once(
            ("timeline", asked.of, asked.disputed, "whole"), lambda: [one for some in of_month.values() for one in some]
        )
    else:
        entries = of_month.get(month, ())
    return Selected(entries=entries, months=counts, month=month, total=total)


def _by_month(bonds: Bonds, asked: Asked) -> Mapping[str, Sequence[Entry]]:
    if asked.of is None and not asked.disputed:
        return bonds.months
    return {month: [one for one in entries if _asked(one, asked)] for month, entries in bonds.months.items()}


def _asked(entry: Entry, asked: Asked) -> bool:
    return (asked.of is None or entry.of == asked.of) and (not asked.disputed or bool(entry.disputes))


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """Things of one day in one lane: where it is drawn, how large, and how many there are."""

    x: float
    r: float
    day: str
    count: int
    disputed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """A picture of both lanes, WIDTH wide: the days of what is told above, those on which it was told below, and what ties
    them. `undrawn` are entries without a day of the month; `ticks` are days with where they stand."""

    told: tuple[Dot, ...]
    reported: tuple[Dot, ...]
    ties: tuple[tuple[float, float, int], ...]
    ticks: tuple[tuple[float, str], ...]
    undrawn: int


def lanes(entries: Sequence[Entry]) -> Lanes | None:
    """Return the picture of some entries, None where there is no more than one day to draw."""
    days: list[tuple[str, list[str], bool]] = []
    for entry in entries:
        if len(entry.day) == 10:
            reported = [day for day in entry.reported if len(day) == 10]
            days.append((entry.day, reported, bool(entry.disputes)))
    all_days = sorted({day for day, reported, _ in days for day in (day, *reported)})
    if len(all_days) < 2:
        return None
    first, last = (datetime.date.fromisoformat(day).toordinal() for day in (all_days[0], all_days[-1]))

    def x(day: str) -> float:
        at = datetime.date.fromisoformat(day).toordinal()
        return round(MARGIN + (WIDTH - 2 * MARGIN) * (at - first) / (last - first), 1)

    told = Counter(day for day, _, _ in days)
    reports = Counter(day for _, reported, _ in days for day in reported)
    disputed = {day for day, _, is_disputed in days if is_disputed}
    ties = Counter((day, one) for day, reported, _ in days for one in reported[:1])
    return Lanes(
        told=tuple(_dot(x(day), day, count, day in disputed) for day, count in sorted(told.items())),
        reported=tuple(_dot(x(day), day, count, False) for day, count in sorted(reports.items())),
        ties=tuple((x(day), x(one), count) for (day, one), count in sorted(ties.items())),
        ticks=tuple(_ticks(all_days, x)),
        undrawn=len(entries) - len(days),
    )


def _dot(x: float, day: str, count: int, disputed: bool) -> Dot:
    return Dot(x=x, r=round(min(4 + 1.5 * (count - 1) ** 0.5, 14), 1), day=day, count=count, disputed=disputed)


def _ticks(days: Sequence[str], x: Any) -> list[tuple[float, str]]:
    """Return the days that have room to be named."""
    ticks: list[tuple[float, str]] = []
    for day in days:
        at = x(day)
        if not ticks or at - ticks[-1][0] > 95:
            ticks.append((at, day))
    return ticks


ENTRY_HEADS = (
    "day", "until", "of", "says", "modality", "sources", "origins", "articles", "reported", "disputes", "records",
    "origin_ids", "dispute_ids",
)  # fmt: skip


def entry_cells(entry: Entry, names: Mapping[str, str]) -> tuple[Any, ...]:
    """Return the cells of an entry under ENTRY_HEADS; `names` are files' names of articles by id, origins are counted."""
    return (
        entry.day, entry.until, entry.of.value, entry.says, entry.modality, "; ".join(entry.sources) or None,
        len(entry.origins), "; ".join(names.get(id, id) for id in entry.articles), "; ".join(entry.reported) or None,
        len(entry.disputes), "; ".join(entry.records), "; ".join(entry.origins), "; ".join(entry.disputes) or None,
    )  # fmt: skip
