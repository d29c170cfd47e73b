"""Figures of one tally in, those that count from the same day out: where readers differ about the day, and why they go
together all the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from recoupe.crosscheck.tolls.ladders import ladders
from recoupe.crosscheck.tolls.steps import Interval, Rung, close
from recoupe.crosscheck.tolls.told import Start, Told
from recoupe.model.series import StepKind

_DAY = 10
Groups = dict[Start, list[Told]]


def starts_joined(told: Sequence[Told]) -> Groups:
    """Return the figures of one tally by the start that they count from.

    Starts a day apart are one where they give one value for one day; a figure whose start is not said goes with the
    one start that has its value on its day (and with it what else its article tells so of a day); a toll of the first
    day goes with the running toll that it opens, unless that would have the toll fall; a number that stands in place of
    one told before it goes with that one, as of the day on which it is told. Everything else stays apart.
    """
    groups: Groups = defaultdict(list)
    for one in told:
        groups[one.start].append(one)
    _join_corrections(groups)
    _join_first_days(groups)
    _join_next_days(groups)
    _join_unsaid(groups)
    return {start: groups[start] for start in sorted(groups) if groups[start]}


def _join_corrections(groups: Groups) -> None:
    """Give a number that takes back one told before it (`47, et non 52`) to the toll that has that one.

    It is of the day on which it is told: the blow that it counts may lie days before the number that it takes back.
    """
    for start in sorted(groups):
        for home in (start, Start("since", start.since)) if start.form == "day" else (start,):
            righted = {
                (one.low, one.high)
                for one in groups[start]
                if one.denies is not None and _told_before(one, one.denies, groups.get(home, ()))
            }
            for one in [one for one in groups[start] if (one.low, one.high) in righted]:
                day = one.appeared[:_DAY]
                if len(day) == _DAY and one.day is not None and one.day < day:
                    groups[start].remove(one)
                    taken = one.start if start.form == "day" else one.taken
                    groups[home].append(replace(one, start=home, day=day, taken=taken))


def _told_before(one: Told, denied: Told, others: Sequence[Told]) -> bool:
    """Return whether some other article that appeared before a figure's tells the number that it takes back, of no earlier day."""
    return any(
        (other.low, other.high) == (denied.low, denied.high)
        and other.article != one.article
        and "" < other.appeared[:_DAY] < one.appeared[:_DAY]
        and (other.day or "") >= (one.day or "")
        for other in others
    )


def _join_next_days(groups: Groups) -> None:
    running = sorted(start for start in groups if start.form == "since" and len(start.since) == 10)
    for first, second in pairwise(running):
        near = (date.fromisoformat(second.since) - date.fromisoformat(first.since)).days == 1
        # an article that counts from both days tells of two tolls
        apart = {one.article for one in groups[first]}.isdisjoint(one.article for one in groups[second])
        if near and apart and any(map(_Values(groups[second]).has, groups[first])):
            # what most figures say is the start
            keep, gone = (second, first) if len(groups[second]) > len(groups[first]) else (first, second)
            groups[keep] += groups[gone]
            groups[gone] = []


def _join_unsaid(groups: Groups) -> None:
    by_article: dict[str, list[Told]] = defaultdict(list)
    for one in groups.get(Start("unsaid"), ()):
        by_article[one.article].append(one)
    values = {start: _Values(groups[start]) for start in sorted(groups) if start.form in ("since", "day")}
    left: list[Told] = []
    for article in sorted(by_article):
        mine = by_article[article]
        homes = [
            start
            for start, told in values.items()
            if any(told.has(one) for one in mine if start.form == "since" or one.day is None)
        ]
        if len(homes) != 1 or not (mine[0].tally.source or mine[0].tally.scope):
            left += mine
            continue
        (home,) = homes
        for one in mine:
            goes = (one.day is not None and home.form == "since") or values[home].has(one)
            (groups[home] if goes else left).append(one)
    if Start("unsaid") in groups:
        groups[Start("unsaid")] = left


def _join_first_days(groups: Groups) -> None:
    for start in sorted(groups):
        if start.form != "day" or not groups[start]:
            continue
        running = Start("since", start.since)
        if not groups.get(running):
            continue
        alone, both = ladders(groups[running])[0], ladders([*groups[running], *groups[start]])[0]
        held = {one.id for rung in both for one in rung.told}
        opening = ladders(groups[start])[0]
        if held >= {one.id for rung in (*opening, *alone) for one in rung.told} and _falls(both) <= _falls(alone):
            groups[running] += groups[start]
            groups[start] = []


class _Values:
    """The values that figures tell of each day."""

    def __init__(self, told: Sequence[Told]) -> None:
        self._numbers: set[Interval] = {(one.low, one.high) for one in told}
        self._exact: set[tuple[str | None, Interval]] = {(one.day, (one.low, one.high)) for one in told}
        self._hedged: dict[str | None, set[Interval]] = defaultdict(set)
        for one in told:
            if one.low != one.high:
                self._hedged[one.day].add((one.low, one.high))
        self._days: dict[str | None, set[Interval]] = defaultdict(set)
        for one in told:
            self._days[one.day].add((one.low, one.high))

    def has(self, one: Told) -> bool:
        """Return whether a figure's value is told of its day, or of any where it leaves its day open."""
        value = one.low, one.high
        if one.day is None:
            return value in self._numbers
        if (one.day, value) in self._exact:
            return True
        others = self._hedged if one.low == one.high else self._days
        return any(close(value, other) for other in others.get(one.day, ()))


def _falls(rungs: Sequence[Rung]) -> int:
    return sum(rung.step is StepKind.LOWERED for rung in rungs)
