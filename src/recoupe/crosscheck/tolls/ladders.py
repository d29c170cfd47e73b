"""Figures of one toll in, its values in order out, and apart from them the numbers that do not go with it."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from recoupe.crosscheck.redating import shared
from recoupe.crosscheck.tolls.steps import (
    NEAR,
    NEW,
    Interval,
    Rung,
    close,
    differ,
    follows,
    middle,
    middle_of,
    moved,
    step_of,
    surely_before,
    width_of,
)
from recoupe.crosscheck.tolls.told import Span, Told
from recoupe.crosscheck.tolls.words import Cue
from recoupe.model.series import StepKind


def ladders(told: Sequence[Told]) -> list[list[Rung]]:
    """Return the tolls that figures of one tally and one start tell: the first is the toll that moves, each other a
    number that does not go with it (a smaller one told beside it, say), which is shown apart."""
    by_day: dict[str | None, list[Told]] = defaultdict(list)
    by_span: dict[Span, list[Told]] = defaultdict(list)
    for one in told:
        (by_span[one.span] if one.span else by_day[one.day]).append(one)
    main: list[Rung] = []
    steps: dict[Interval, list[Rung]] = defaultdict(list)
    aside = _Aside()
    for day in sorted(day for day in by_day if day is not None):
        kept, apart = _values_of_day(day, by_day[day])
        for rung in kept:
            # an earlier number told again takes nothing back
            home = next((step for step in reversed(steps[rung.interval]) if not differ(step, rung)), None)
            if rung.recalled and home is not None:
                home.told += rung.told
                home.notes.append("told again later as the number before")
            elif follows(main, rung) and not (aside.lines and _updates_one_of_several(main, rung)):
                rung.step = step_of(main, rung)
                main.append(rung)
                steps[rung.interval].append(rung)
            else:
                aside.put(rung)
        for rung in apart:
            aside.put(rung)
    for span in sorted(by_span):
        _place_span(main, aside, span, by_span[span])
    _place_dayless(main, aside, clustered(None, by_day.get(None, ())))
    return [one for one in (main, *aside.lines) if one]


def _updates_one_of_several(main: Sequence[Rung], rung: Rung) -> bool:
    """Return whether a new toll of one day, of which several are told, leaves open which of them it updates."""
    if rung.best.start.form != "day" or not main or main[-1].interval == rung.interval:
        return False
    return {one.article for one in main[-1].told}.isdisjoint(one.article for one in rung.told)


def clustered(day: str | None, told: Iterable[Told]) -> list[Rung]:
    """Return the values that figures of one day tell: those with close intervals are one value."""
    rungs: list[Rung] = []
    exact: dict[Interval, Rung] = {}
    by_middle: list[tuple[float, int]] = []
    for one in sorted(told, key=lambda one: (width_of((one.low, one.high)), middle(one), one.order)):
        interval = one.low, one.high
        home = exact.get(interval)
        if home is None and one.low != one.high:
            home = _near(interval, rungs, by_middle)
        if home is not None:
            home.told.append(one)
            continue
        rungs.append(Rung(day=day, told=[one]))
        exact[interval] = rungs[-1]
        insort(by_middle, (middle(one), len(rungs) - 1))
    for rung in rungs:
        rung.recalled = all(Cue.RECALLED in one.cues for one in rung.told)
    return rungs


def _near(interval: Interval, rungs: Sequence[Rung], by_middle: Sequence[tuple[float, int]]) -> Rung | None:
    """Return the first value that a hedged number can be: two exact ones are one only where they are equal."""
    around = middle_of(interval)
    found: list[int] = []
    at = bisect_left(by_middle, (around * (1 - NEAR) - 1, 0))
    while at < len(by_middle) and by_middle[at][0] * (1 - NEAR) <= around + 1:
        if close(rungs[by_middle[at][1]].interval, interval):
            found.append(by_middle[at][1])
        at += 1
    return rungs[min(found)] if found else None


def _values_of_day(day: str, told: Sequence[Told]) -> tuple[list[Rung], list[Rung]]:
    """Return the values of a day in their order, and those that nothing puts in an order with the largest."""
    rungs = clustered(day, told)
    if len(rungs) == 1:
        return rungs, []
    largest = max(rungs, key=lambda rung: (middle_of(rung.interval), rung.best.order))
    told_by = Counter(article for rung in rungs for article in {one.article for one in rung.told})
    # two numbers of one day alone are two happenings, unless the one is told as the other's new toll
    day_alone = rungs[0].best.start.form == "day" and not any(one.cues & NEW for one in told)
    times_tell = not day_alone and _apart([rung.appeared for rung in rungs])
    kept: list[Rung] = []
    apart: list[Rung] = []
    for rung in rungs:
        said = rung.recalled or any(Cue.RENEWED in one.cues for one in rung.told)
        alone = all(told_by[one.article] == 1 for one in rung.told)
        (kept if rung is largest or said or (alone and times_tell) else apart).append(rung)
    renewed = [rung for rung in kept if any(Cue.RENEWED in one.cues for one in rung.told)]
    only = renewed[0] if len(renewed) == 1 else None
    # where a smaller number is told as the one that now holds, the larger one is what it replaces
    kept.sort(
        key=lambda rung: (0 if rung.recalled else 2 if rung is only else 1, rung.appeared, middle_of(rung.interval))
    )
    return kept, apart


def _apart(times: Sequence[str]) -> bool:
    """Return whether publications can be put in an order: all are known, no two at one time, or of one day without one."""
    short = min(map(len, times))
    return bool(short) and len({time[:short] for time in times}) == len(times)


class _Aside:
    """The values that do not go with the toll, in lines of equals."""

    def __init__(self) -> None:
        self.lines: list[list[Rung]] = []
        self._ending: dict[Interval, list[list[Rung]]] = defaultdict(list)
        self._recalled: dict[str, list[list[Rung]]] = defaultdict(list)

    def put(self, rung: Rung) -> None:
        """Put a value to its equals, behind the number that its article tells it in place of, or by itself."""
        for line in self._ending[rung.interval]:
            if line[-1].interval == rung.interval and not differ(line[-1], rung):
                rung.step = StepKind.SAME
                if line[-1].day == rung.day:
                    line[-1].told += rung.told
                else:
                    line.append(rung)
                return
        for article in sorted({one.article for one in rung.told}):
            for line in self._recalled[article]:
                if line[-1].recalled and follows(line, rung):
                    rung.step = step_of(line, rung)
                    line.append(rung)
                    self._ending[rung.interval].append(line)
                    return
        rung.step = StepKind.FIRST
        self.lines.append([rung])
        self._ending[rung.interval].append(self.lines[-1])
        if rung.recalled:
            for article in {one.article for one in rung.told}:
                self._recalled[article].append(self.lines[-1])


def _place_span(main: list[Rung], aside: _Aside, span: Span, told: Sequence[Told]) -> None:
    """Put the values of a day of which only some days are known into a toll, where all of these lie between two of its
    steps; the largest goes on with it. What may be of the day of a step, or before and after it, stands apart."""
    days = f"on a day from {span[0]} to {span[1]}"
    for rung in sorted(clustered(None, told), key=lambda rung: (-middle_of(rung.interval), rung.best.order)):
        rung.day, rung.span = rung.best.figure.until, span
        home = next(
            (step for step in reversed(main) if step.interval == rung.interval and not differ(step, rung)), None
        )
        if home is not None and home.span != span:
            home.told += rung.told
            home.notes.append(f"told again {days}")
            continue
        renewed = next((at for at, step in enumerate(main) if _names_as_before(step, rung)), None)
        if renewed is not None and _put_before(main, renewed, rung):
            continue
        rung.notes.append(days)
        at = sum(surely_before(step, rung) for step in main)
        sure = at + sum(surely_before(rung, step) for step in main) == len(main)
        after = main[at] if at < len(main) else None
        if sure and not rung.recalled and follows(main[:at], rung) and (after is None or follows([rung], after)):
            rung.step = step_of(main[:at], rung)
            if after is not None:
                after.step = moved(rung.interval, after.interval)
            main.insert(at, rung)
        else:
            aside.put(rung)


def _place_dayless(main: list[Rung], aside: _Aside, dayless: list[Rung]) -> None:
    """Give each value whose day is not said to the one toll that has it; what none has stands by itself."""
    homes: dict[Interval, dict[int, Rung]] = defaultdict(dict)
    for number, line in enumerate((main, *aside.lines)):
        for rung in line:
            # of several days with one number, the first: which it was is not known, and the step says so
            homes[rung.interval].setdefault(number, rung)
    alone: list[Rung] = []
    for rung in dayless:
        here = list(homes[rung.interval].values())
        if len(here) == 1 and not differ(here[0], rung):
            here[0].told += rung.told
            here[0].notes.append("told again without its day")
        else:
            alone.append(rung)
    # the largest number of an article is its toll; what it tells as an earlier one finds its place by it
    for rung in sorted(alone, key=lambda rung: (rung.recalled, -middle_of(rung.interval), rung.best.order)):
        renewed = next((at for at, step in enumerate(main) if _replaces(step, rung)), None)
        if renewed is None:
            named = next((at for at, step in enumerate(main) if _names_as_before(step, rung)), None)
            if named is not None and _put_before(main, named, rung):
                continue
        if renewed is not None and follows(main[:renewed], rung) and follows([rung], main[renewed]):
            rung.step = step_of(main[:renewed], rung)
            main.insert(renewed, rung)
            main[renewed + 1].step = moved(rung.interval, main[renewed + 1].interval)
        elif not main:
            main.append(rung)
        else:
            aside.put(rung)


def _names_as_before(step: Rung, rung: Rung) -> bool:
    """Return whether a step is told in place of a value, without being it: `27 morts, contre 29 annoncés samedi`."""
    named = {one.instead_of for one in step.told}
    return rung.interval[0] == rung.interval[1] and rung.interval[0] in named and step.interval != rung.interval


def _put_before(main: list[Rung], at: int, rung: Rung) -> bool:
    """Put a value right before the step that names it as the one before, where its days and its value allow it."""
    after, before = main[at], main[at - 1] if at else None
    if rung.recalled or not after.day or (rung.span is not None and rung.first > after.last):
        return False
    if before is not None and before.last and rung.last and rung.last < before.last:
        return False
    if not follows(main[:at], rung) or not follows([rung], after):
        return False
    if rung.span is not None and before is not None and before.last:
        rung.span = max(rung.first, before.first), min(rung.last, after.last)
        rung.day = shared(*rung.span)
        rung.notes.append(f"on a day from {rung.span[0]} to {rung.span[1]}")
    rung.notes.append(f"a later article tells it as the number before {after.best.figure.text}")
    rung.step = step_of(main[:at], rung)
    after.step = moved(rung.interval, after.interval)
    main.insert(at, rung)
    return True


def _replaces(step: Rung, rung: Rung) -> bool:
    """Return whether an article tells both, and the one as what the other replaces: in so many words, or as more than
    the number that now holds (a smaller one may be a share of it)."""
    more = middle_of(rung.interval) > middle_of(step.interval)
    for one in rung.told:
        for other in step.told:
            if one.article == other.article and (Cue.RECALLED in one.cues or (more and Cue.RENEWED in other.cues)):
                return True
    return False
