"""Figures of one tally in, those that count from the same day out: where readers differ about the day, and why they go
together all the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from recoupe.crosscheck.toll_steps import Rung, close, ladders
from recoupe.crosscheck.toll_told import Start, Told
from recoupe.model.series import StepKind

Groups = dict[Start, list[Told]]


def starts_joined(told: Sequence[Told]) -> Groups:
    """Return the figures of one tally by the start that they count from.

    Starts a day apart are one where they give one value for one day; a figure whose start is not said goes with the
    one start that has its value on its day (and with it what else its article tells so of a day); a toll of the first
    day goes with the running toll that it opens, unless that would have the toll fall. Everything else stays apart.
    """
    groups: Groups = defaultdict(list)
    for one in told:
        groups[one.start].append(one)
    _join_first_days(groups)
    _join_next_days(groups)
    _join_unsaid(groups)
    return {start: groups[start] for start in sorted(groups) if groups[start]}


def _join_next_days(groups: Groups) -> None:
    running = sorted(start for start in groups if start.form == "since" and len(start.since) == 10)
    for first, second in pairwise(running):
        near = (date.fromisoformat(second.since) - date.fromisoformat(first.since)).days == 1
        # an article that counts from both days tells of two tolls
        apart = {one.article for one in groups[first]}.isdisjoint(one.article for one in groups[second])
        if near and apart and _share_a_value(groups[first], groups[second]):
            # what most figures say is the start
            keep, gone = (second, first) if len(groups[second]) > len(groups[first]) else (first, second)
            groups[keep] += groups[gone]
            groups[gone] = []


def _join_unsaid(groups: Groups) -> None:
    by_article: dict[str, list[Told]] = defaultdict(list)
    for one in groups.get(Start("unsaid"), ()):
        by_article[one.article].append(one)
    left: list[Told] = []
    for article in sorted(by_article):
        mine = by_article[article]
        dayless = [one for one in mine if one.day is None]
        homes = [start for start in sorted(groups) if start.form == "since" and _share_a_value(mine, groups[start])]
        homes += [start for start in sorted(groups) if start.form == "day" and _share_a_value(dayless, groups[start])]
        if len(homes) == 1 and (mine[0].tally.source or mine[0].tally.scope):
            running = homes[0].form == "since"
            going = [one for one in mine if (one.day and running) or _share_a_value([one], groups[homes[0]])]
            left += [one for one in mine if one not in going]
            groups[homes[0]] += going
        else:
            left += mine
    if Start("unsaid") in groups:
        groups[Start("unsaid")] = left


def _join_first_days(groups: Groups) -> None:
    for start in sorted(groups):
        if start.form != "day":
            continue
        running = Start("since", start.since)
        if not groups.get(running):
            continue
        alone, both = ladders(groups[running])[0], ladders([*groups[running], *groups[start]])[0]
        held = {one.id for rung in both for one in rung.told}
        opening = ladders(groups[start])[0]
        if held >= {one.id for rung in opening for one in rung.told} and _falls(both) <= _falls(alone):
            groups[running] += groups[start]
            groups[start] = []


def _share_a_value(some: Sequence[Told], others: Sequence[Told]) -> bool:
    """Return whether two articles tell one value of one day, or the same number where one leaves the day open."""
    days: dict[str | None, list[Told]] = defaultdict(list)
    for other in others:
        days[other.day].append(other)
    for one in some:
        if one.day is None:
            if any((one.low, one.high) == (other.low, other.high) for other in others):
                return True
        elif any(close((one.low, one.high), (other.low, other.high)) for other in days[one.day]):
            return True
    return False


def _falls(rungs: Sequence[Rung]) -> int:
    return sum(rung.step is StepKind.LOWERED for rung in rungs)
