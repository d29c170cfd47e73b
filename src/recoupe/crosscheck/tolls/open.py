"""Figures whose start is not said in, the one toll that each can only be of out: that of its source here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise

from recoupe.crosscheck.tolls.ladders import ladders
from recoupe.crosscheck.tolls.starts import Groups, starts_joined
from recoupe.crosscheck.tolls.steps import NEW, Rung, middle, middle_of
from recoupe.crosscheck.tolls.told import STATES, Start, Tally, Told
from recoupe.crosscheck.tolls.words import Cue
from recoupe.model.figure import Kind
from recoupe.model.series import StepKind

Tallies = Mapping[Tally, Sequence[Told]]
_DAY = 10
_NEAR = 2
"""How many days two starts of one blow may lie apart."""
_LATER = 60
"""How many days behind the last one of a toll a number without a start may be of it."""
_LEAP = 10
"""How many times the last number a number without a start may be where no word tells it as a new one."""
_MANY = 200
"""Articles with numbers of one tally without a start beyond which they are only taken all together or not at all."""
_CORRECTED = frozenset({Cue.RENEWED, Cue.RESTATED})
_APART = frozenset({Cue.PART, Cue.INCREMENT, Cue.ANOTHER})


def taken_for_one(tallies: Tallies, blow: date | None) -> dict[Tally, list[Told]]:
    """Return the figures of each tally, those without a start with that of the one toll that they can be of.

    That is the only toll of their source with a start, where nothing speaks of another event and their values go on with
    it. Starts at most two days apart are one where both are about the day of the blow and the values go on.
    """
    struck = _struck(tallies)
    found = {}
    for tally, told in tallies.items():
        here = list(told)
        if tally.scope:
            here = _one_blow(here, blow) if blow else here
            here = _taken(tally, here, struck[_event(tally)])
        found[tally] = here
    return found


def _event(tally: Tally) -> tuple[object, ...]:
    """Return what the tolls of one event share, whoever tells them: its dead and its wounded are of one."""
    return Kind.KILLED if tally.kind is Kind.INJURED else tally.kind, tally.unit, tally.scope


def _struck(tallies: Tallies) -> dict[tuple[object, ...], frozenset[str]]:
    days: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for tally, told in tallies.items():
        days[_event(tally)] |= {one.start.since for one in told if _is_said(one.start)}
    return {event: frozenset(found) for event, found in days.items()}


def _is_said(start: Start) -> bool:
    return start.form in ("since", "day") and len(start.since) == _DAY


def _one_blow(told: list[Told], blow: date) -> list[Told]:
    """Return figures of one tally with starts about the day of the blow as one."""
    groups = starts_joined(told)
    about = [start for start in groups if start.form == "since" and _apart(start.since, blow.isoformat()) <= _NEAR]
    for first, second in combinations(about, 2):
        mine, its = groups[first], groups[second]
        if not mine or not its or _apart(first.since, second.since) > _NEAR:
            continue
        if any(Cue.ANOTHER in one.cues for one in (*mine, *its)):
            continue
        if not {one.article for one in mine}.isdisjoint(one.article for one in its):
            continue
        alone = [*ladders(mine)[0], *ladders(its)[0]]
        if not _goes_on(alone, ladders([*mine, *its])[0], _ids(mine) | _ids(its)):
            continue
        groups[first] = []
        groups[second] = [*mine, *its]
        # what most figures say is the start, of as many the day of the blow, else the first
        keep = max(
            (first, second),
            key=lambda start: (len(mine if start is first else its), start.since == blow.isoformat(), start is first),
        )
        moved = {one.id: _with_start(one, keep) for one in (*mine, *its) if one.start.form == "since"}
        told = [moved.get(one.id, one) for one in told]
    return told


def _apart(one: str, other: str) -> int:
    if len(one) != _DAY or len(other) != _DAY:
        return _LATER
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def _with_start(told: Told, start: Start) -> Told:
    if told.start == start:
        return told
    return replace(told, start=start, span=told.span or told.days, taken=told.taken or told.start)


def _taken(tally: Tally, told: list[Told], struck: frozenset[str]) -> list[Told]:
    groups = starts_joined(told)
    running = [start for start in groups if start.form == "since" and len(start.since) == _DAY]
    home = running[0] if len(running) == 1 else None
    if home is None:
        # how things stand has no start: that nobody says one is no difference
        home = Start("state") if tally.kind in STATES and Start("state") in groups and not running else None
    if home is None or not _is_only(home, groups):
        return told
    by_article: dict[str, list[Told]] = defaultdict(list)
    for start, mine in groups.items():
        for one in mine:
            if start != home and _is_open(start, home) and _can_be_of(one, home, groups, struck):
                by_article[one.article].append(_with_start(one, home))
    line = [_with_start(one, home) if one.start.form == "unsaid" else one for one in groups[home]]
    taken = _grown(line, [by_article[article] for article in by_article]) if by_article else {}
    return [taken.get(one.id, one) for one in told]


def _is_only(home: Start, groups: Groups) -> bool:
    """Return whether a source tells of no other start: none before or behind that of its toll."""
    for start in groups:
        if start == home or _is_open(start, home) or (start.form == "day" and start.since != home.since):
            continue
        if start.form != "span" or start.since:
            return False
    return True


def _is_open(start: Start, home: Start) -> bool:
    """Return whether a start leaves open when its toll begins: unsaid, or the month or year that the other is of."""
    if start.form == "state":
        return True
    if start.form == "span" and start.since != start.until:
        return False
    within = len(start.since) in (4, 7) and home.since.startswith(start.since)
    return start.form == "unsaid" or (start.form in ("since", "span") and within)


def _can_be_of(told: Told, home: Start, groups: Groups, struck: frozenset[str]) -> bool:
    """Return whether nothing in the words, the days and the other tolls of a place speaks of another event."""
    if told.cues & _APART or (Cue.FRESH in told.cues and not told.cues & NEW):
        return False
    if not (told.named or (not told.tally.source and told.voice)):
        return False
    days = told.span or told.days
    if told.start.form == "span" and days is None:
        return False
    last = days[1] if days else told.day or ""
    line = groups[home]
    if not told.tally.source and told.voice not in {one.voice for one in line}:
        return False
    if home.form == "state":
        return bool(last) and not told.periods
    if last and last < home.since:
        return False
    behind = max((one.day for one in line if one.day), default=home.since)
    if told.day and told.day > behind and _apart(told.day, behind) > _LATER:
        return False
    if not told.periods <= _periods(home.since, last or home.since):
        return False
    struck_on = {start.since for start in groups if start.form == "day"} - {home.since}
    struck_on |= {day for day in struck if _apart(day, home.since) > _NEAR}
    return not any(not last or day <= last for day in struck_on)


def _periods(first: str, last: str) -> set[str]:
    """Return the years and months from one day to another, as a sentence names them."""
    months = {first[4:7]}
    year, month = int(first[:4]), int(first[5:7])
    while f"{year}-{month:02}" < last[:7] and len(months) < 12:
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
        months.add(f"-{month:02}")
    return {first[:4], last[:4], *months}


def _grown(line: list[Told], by_article: list[list[Told]]) -> dict[str, Told]:
    """Return, by its id, what goes on with a toll: all of it, else what does article by article in their order."""
    alone = ladders(line)[0]
    every = [one for mine in by_article for one in mine]
    if _goes_on(alone, ladders([*line, *every])[0], _ids(every)):
        return {one.id: one for one in every}
    if len(by_article) > _MANY:
        return {}
    order = sorted(by_article, key=lambda mine: (min(map(_first, mine)), mine[0].order))
    taken: list[Told] = []
    # what does not fit at first may do once its neighbours are there
    for some in (*order, *order):
        rest = [one for one in some if one not in taken]
        held = _ids(one for rung in ladders([*line, *taken, *rest])[0] for one in rung.told)
        fits = [one for one in rest if one.id in held]
        if fits and _goes_on(alone, ladders([*line, *taken, *fits])[0], _ids(fits) | _ids(taken)):
            taken += fits
    return {one.id: one for one in taken}


def _first(told: Told) -> str:
    return told.day or (told.span[0] if told.span else "9")


def _ids(told: Iterable[Told]) -> set[str]:
    return {one.id for one in told}


def _goes_on(alone: Sequence[Rung], both: Sequence[Rung], more: set[str]) -> bool:
    """Return whether a toll holds what it held and `more`, and neither falls nor leaps without a word that says so."""
    held = {one.id for rung in both for one in rung.told}
    if not held >= more | {one.id for rung in alone for one in rung.told}:
        return False
    known = {(rung.day, rung.interval) for rung in alone if rung.step is StepKind.LOWERED}
    for before, rung in pairwise(both):
        cues = frozenset(cue for one in rung.told for cue in one.cues)
        last = middle_of(before.interval)
        if rung.step is StepKind.LOWERED and rung.best.tally.kind not in STATES:
            told_so = cues & _CORRECTED or rung.denied or any(one.instead_of == last for one in rung.told)
            if not told_so and (rung.day, rung.interval) not in known:
                return False
        leaps = last > 0 and middle(rung.best) > _LEAP * last and not cues & NEW
        if leaps and not more.isdisjoint(one.id for one in rung.told):
            return False
    return True
