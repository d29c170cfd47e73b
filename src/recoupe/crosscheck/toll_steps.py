"""Figures of one toll in, its steps in order out: which value follows which, and how it moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from recoupe.crosscheck.toll_told import STATES, Told
from recoupe.crosscheck.toll_words import Cue
from recoupe.model.figure import Counted, Kind, Number, Qualifier
from recoupe.model.series import StepKind

Interval = tuple[Number | None, Number | None]
_NEAR = 0.1
"""How far apart, as a share of the larger, two numbers may lie that tell one value with different hedges."""
_PLAIN_FALL = 2 / 3
"""A toll may fall to this share of what it was without a word of correction; below it the lower number counts less."""


@dataclass(slots=True, kw_only=True)
class Rung:
    """A value on a day, with all figures that tell it. `recalled` where every article tells it as an earlier number."""

    day: str | None
    told: list[Told]
    recalled: bool = False
    step: StepKind = StepKind.FIRST
    notes: list[str] = field(default_factory=list)

    @property
    def interval(self) -> Interval:
        return self.best.low, self.best.high

    @property
    def qualifier(self) -> Qualifier:
        return self.best.figure.qualifier

    @property
    def counted(self) -> Counted:
        return self.best.figure.counted

    @property
    def best(self) -> Told:
        """The figure with the narrowest interval: the one whose words say most."""
        return min(self.told, key=lambda told: (_width((told.low, told.high)), told.order))

    @property
    def denied(self) -> Told | None:
        """The number that a source takes back for this one."""
        return next((told.denies for told in sorted(self.told, key=lambda told: told.order) if told.denies), None)

    @property
    def appeared(self) -> str:
        return min((told.appeared for told in self.told), default="")


def moved(before: Interval, after: Interval) -> StepKind:
    """Return how a toll moved: `same` where the two intervals meet, so far as a hedge leaves it open.

    `plus de 300.000` and then `plus de 312.000` is raised: what is surely reached went up.

    >>> moved((300000, None), (312000, None)).value, moved((27, None), (30, 30)).value
    ('raised', 'raised')
    >>> moved((90, 110), (105, 105)).value, moved((384, 384), (300, None)).value, moved((17, 17), (16, 16)).value
    ('same', 'same', 'lowered')
    """
    (low, high), (new_low, new_high) = before, after
    top = high if high is not None else low
    bottom = low if low is not None else high
    if new_low is not None and top is not None and new_low > top:
        return StepKind.RAISED
    if new_high is not None and bottom is not None and new_high < bottom:
        return StepKind.LOWERED
    if new_low is None and low is None and high is not None and new_high is not None and new_high > high:
        return StepKind.RAISED
    return StepKind.SAME


def close(one: Interval, other: Interval) -> bool:
    """Return whether two numbers told of one day are one value: their intervals meet and the numbers lie together.

    >>> close((27, None), (27, 27)), close((3, None), (7, 7)), close((27, 33), (31, 31)), close((16, 16), (17, 17))
    (True, False, True, False)
    """
    (low, high), (other_low, other_high) = one, other
    if low is not None and other_high is not None and low > other_high:
        return False
    if other_low is not None and high is not None and other_low > high:
        return False
    a, b = middle_of(one), middle_of(other)
    return abs(a - b) <= _NEAR * max(abs(a), abs(b))


def ladders(told: Sequence[Told]) -> list[list[Rung]]:
    """Return the tolls that figures of one tally and one start tell: the first is the toll that moves, each other a
    number that does not go with it (a smaller one told beside it, say), which is shown apart."""
    main: list[Rung] = []
    aside: list[list[Rung]] = []
    rungs, apart, dayless = _rungs(told)
    for rung in rungs:
        if rung.recalled and (home := _told_before(main, rung)) is not None:
            home.told += rung.told
            home.notes.append("told again later as the number before")
        elif _follows(main, rung):
            rung.step = _step(main, rung)
            main.append(rung)
        else:
            _set_aside(aside, rung)
    for rung in apart:
        _set_aside(aside, rung)
    _place_dayless(main, aside, dayless)
    return [one for one in (main, *aside) if one]


def _told_before(main: Sequence[Rung], rung: Rung) -> Rung | None:
    """Return the earlier step whose number an article tells again as the one before."""
    return next((step for step in reversed(main) if step.interval == rung.interval and not differ(step, rung)), None)


def _step(main: Sequence[Rung], rung: Rung) -> StepKind:
    """Return how a value moved from the last one; what it is told in place of counts as the last where there is none."""
    if main:
        return moved(main[-1].interval, rung.interval)
    if rung.denied is not None:
        return moved((rung.denied.low, rung.denied.high), rung.interval)
    return StepKind.FIRST


def _rungs(told: Sequence[Told]) -> tuple[list[Rung], list[Rung], list[Rung]]:
    """Return the values in order of their days, those that are told beside a larger one, and those of unknown days."""
    by_day: dict[str | None, list[Told]] = defaultdict(list)
    for one in told:
        by_day[one.day].append(one)
    main: list[Rung] = []
    apart: list[Rung] = []
    for day in sorted(day for day in by_day if day is not None):
        kept, set_aside = _values_of_day(day, by_day[day])
        main += kept
        apart += set_aside
    return main, apart, _clustered(None, by_day.get(None, ()))


def _values_of_day(day: str, told: Sequence[Told]) -> tuple[list[Rung], list[Rung]]:
    rungs = _clustered(day, told)
    if len(rungs) == 1:
        return rungs, []
    largest = max(rungs, key=lambda rung: (middle_of(rung.interval), rung.best.order))
    kept: list[Rung] = []
    apart: list[Rung] = []
    for rung in rungs:
        rung.recalled = all(Cue.RECALLED in one.cues for one in rung.told)
        (kept if rung is largest or _ordered(rung, rungs) else apart).append(rung)
    # where a smaller number is told as the one that now holds, the larger one is what it replaces
    kept.sort(key=lambda rung: (_rank(rung, kept), rung.appeared, middle_of(rung.interval)))
    return kept, apart


def _rank(rung: Rung, rungs: Iterable[Rung]) -> int:
    if rung.recalled:
        return 0
    renewed = any(Cue.RENEWED in one.cues for one in rung.told)
    rest = any(Cue.RENEWED in one.cues for other in rungs if other is not rung for one in other.told)
    return 2 if renewed and not rest else 1


def _ordered(rung: Rung, rungs: Sequence[Rung]) -> bool:
    """Return whether words or the times of publication say where a value of a day stands among the others."""
    others = [other for other in rungs if other is not rung]
    if rung.recalled or any(Cue.RENEWED in one.cues for one in rung.told):
        return True
    mine = {one.article for one in rung.told}
    if any(mine & {one.article for one in other.told} for other in others):
        return False
    times = [rung.appeared, *(other.appeared for other in others)]
    # two numbers of one day alone are two happenings, unless the one is told as the other's new toll
    new = any(one.cues & _NEW for value in rungs for one in value.told)
    if not all(times) or (rung.best.start.form == "day" and not new):
        return False
    short = min(map(len, times))
    return len({time[:short] for time in times}) == len(times)


def _clustered(day: str | None, told: Iterable[Told]) -> list[Rung]:
    """Return the values of a day: figures with close intervals are one."""
    rungs: list[Rung] = []
    for one in sorted(told, key=lambda one: (_width((one.low, one.high)), middle_of((one.low, one.high)), one.order)):
        home = next((rung for rung in rungs if close(rung.interval, (one.low, one.high))), None)
        if home is None:
            rungs.append(Rung(day=day, told=[one]))
        else:
            home.told.append(one)
    return rungs


def _follows(main: Sequence[Rung], rung: Rung) -> bool:
    """Return whether a value can be the next step of a toll."""
    if not main:
        return True
    last = main[-1]
    tally = rung.best.tally
    if differ(last, rung) or ((tally.counted in _VAGUE or tally.kind in _LOOSE) and last.interval != rung.interval):
        return False
    step = moved(last.interval, rung.interval)
    if step is StepKind.SAME:
        return True
    words = frozenset(cue for one in rung.told for cue in one.cues)
    first = rung.best
    if first.start.form == "day" and not last.recalled and not words & _NEW:
        return False
    if not first.tally.scope or (first.start.form == "unsaid" and not first.tally.source):
        return False
    if not first.tally.source and not _one_voice(last, rung):
        return False
    if step is StepKind.RAISED:
        return True
    # a number that is told as an earlier one takes nothing back
    if rung.recalled:
        return False
    if not first.tally.source:
        return bool(words & {Cue.RENEWED, Cue.RESTATED})
    known = middle_of(rung.interval) >= _PLAIN_FALL * middle_of(last.interval)
    return known or first.tally.kind in STATES or Cue.RESTATED in words


def _one_voice(one: Rung, other: Rung) -> bool:
    """Return whether one article, or one outlet in its own voice, tells both of two values that nobody is credited with."""
    if {told.article for told in one.told} & {told.article for told in other.told}:
        return True
    return bool({told.voice for told in one.told} & {told.voice for told in other.told} - {""})


def differ(one: Rung, other: Rung) -> bool:
    """Return whether two values name different sides or doers."""
    for name in ("by", "side"):
        named = {getattr(told, name) for told in one.told} - {None}
        others = {getattr(told, name) for told in other.told} - {None}
        if named and others and not named & others:
            return True
    return False


def _set_aside(aside: list[list[Rung]], rung: Rung) -> None:
    """Put a value that does not go with the toll to its equals, or by itself."""
    for one in aside:
        last = one[-1]
        if last.interval == rung.interval and not differ(last, rung):
            rung.step = StepKind.SAME
            if last.day == rung.day:
                last.told += rung.told
            else:
                one.append(rung)
            return
        together = {told.article for told in last.told} & {told.article for told in rung.told}
        if last.recalled and together and _follows(one, rung):
            rung.step = _step(one, rung)
            one.append(rung)
            return
    rung.step = StepKind.FIRST
    aside.append([rung])


def _place_dayless(main: list[Rung], aside: list[list[Rung]], dayless: list[Rung]) -> None:
    """Give each value whose day is not said to the one toll that has it; what none has stands by itself."""
    alone: list[Rung] = []
    for rung in dayless:
        homes = [[home for home in one if home.interval == rung.interval] for one in (main, *aside)]
        homes = [one for one in homes if one]
        # of several days with one number, the first: which it was is not known, and the step says so
        if len(homes) == 1 and not differ(homes[0][0], rung):
            homes[0][0].told += rung.told
            homes[0][0].notes.append("told again without its day")
        else:
            alone.append(rung)
    for rung in alone:
        renewed = next((at for at, step in enumerate(main) if _replaces(step, rung)), None)
        if renewed is not None and (renewed == 0 or _follows(main[:renewed], rung)):
            rung.step = moved(main[renewed - 1].interval, rung.interval) if renewed else StepKind.FIRST
            main.insert(renewed, rung)
            main[renewed + 1].step = moved(rung.interval, main[renewed + 1].interval)
        elif not main:
            main.append(rung)
        else:
            _set_aside(aside, rung)


def _replaces(step: Rung, rung: Rung) -> bool:
    """Return whether an article tells both, and one of the two as what the other replaces."""
    for one in rung.told:
        for other in step.told:
            if one.article == other.article and (Cue.RECALLED in one.cues or Cue.RENEWED in other.cues):
                return True
    return False


def middle_of(interval: Interval) -> float:
    low, high = interval
    if low is None:
        return float(high or 0)
    return float(low) if high is None else (low + high) / 2


def _width(interval: Interval) -> float:
    low, high = interval
    return float("inf") if low is None or high is None else float(high - low)


_NEW = frozenset({Cue.RENEWED, Cue.UPDATED})
_VAGUE = frozenset({Counted.GOODS, Counted.OTHER})
_LOOSE = frozenset({Kind.OTHER})
"""What these count is said by words that a figure does not hold: only equal numbers of them are one thing."""


def middle(told: Told) -> float:
    """Return the number that a figure's interval lies around: its one closed end, or half way between the two."""
    return middle_of((told.low, told.high))
