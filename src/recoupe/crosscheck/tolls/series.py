"""Figures of a dossier in, its tolls out: how each moved, what is part of it, what stands beside it, what is wider."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Protocol

from recoupe.crosscheck.dating.clue_crisis import crisis_of
from recoupe.crosscheck.tolls.besides import besides
from recoupe.crosscheck.tolls.copied import Copies, as_first_told
from recoupe.crosscheck.tolls.lines import Line, lines_of, only_part, relate, wholes_of
from recoupe.crosscheck.tolls.open import taken_for_one
from recoupe.crosscheck.tolls.places import Places
from recoupe.crosscheck.tolls.populations import widens
from recoupe.crosscheck.tolls.steps import Rung, differ, moved, surely_before, why_apart
from recoupe.crosscheck.tolls.told import Names, Tally, Told, told_of
from recoupe.crosscheck.tolls.words import Cue
from recoupe.model.account import Dossier
from recoupe.model.dating import Dating
from recoupe.model.figure import Counted, Qualifier
from recoupe.model.series import Note, Series, Step, StepKind

_DAY = 10


class Origins(Copies, Protocol):
    """The independent origins behind records."""

    def behind(self, record_ids: Iterable[str]) -> tuple[str, ...]: ...


def series(dossier: Dossier, names: Names, origins: Origins, datings: Iterable[Dating] = ()) -> tuple[Series, ...]:
    """Return the tolls of a crisis, by kind, counted, place, start and source.

    What is planned, asked for or denied is in none; what is told on hearsay is in series of its own, whose steps say so.
    """
    told = as_first_told(told_of(dossier, names, datings), origins)
    parts = wholes_of(told)
    blow = crisis_of(dossier.accounts).blow
    lines = _widened(_lines([one for one in told if not only_part(one, parts.get(one.id))], blow))
    lines = besides(lines)
    _hang_parts(lines, parts)
    relate(lines, Places(dossier, names, {line.tally.scope for line in lines}))
    first = {(line.tally, line.start): line for line in lines if not line.number}
    return tuple(
        _series(line, first.get((line.tally, line.start), line), origins)
        for line in sorted(lines, key=lambda line: line.order)
    )


def _lines(told: Iterable[Told], blow: date | None) -> list[Line]:
    tallies: dict[Tally, list[Told]] = defaultdict(list)
    for one in told:
        tallies[one.tally].append(one)
    taken = taken_for_one(tallies, blow)
    return [line for tally in sorted(taken) for line in lines_of(tally, taken[tally])]


def _widened(lines: list[Line]) -> list[Line]:
    """Return the lines with a source's tally of civilians and the later one of people that it became on one line."""
    keyed = {(line.tally, line.start): line for line in lines if not line.number}
    gone: set[int] = set()
    for line in lines:
        if line.number or not line.tally.source or not line.tally.scope or line.start.form != "since":
            continue
        wider = keyed.get((replace(line.tally, counted=Counted.PEOPLE), line.start))
        if wider is None or not widens(line.tally.counted, Counted.PEOPLE):
            continue
        last, first = line.rungs[-1], wider.rungs[0]
        if not (last.best.named and first.best.named):
            continue
        if not surely_before(last, first):
            continue
        if moved(last.interval, first.interval) is StepKind.LOWERED or differ(last, first):
            continue
        first.step = StepKind.WIDENED
        line.rungs += wider.rungs
        gone.add(id(wider))
    return [line for line in lines if id(line) not in gone]


def _hang_parts(lines: Iterable[Line], parts: Mapping[str, Told]) -> None:
    home = {one.id: line for line in lines for one in (*line.told, *line.beside)}
    for part, whole in parts.items():
        if whole.id in home:
            home[whole.id].parts.add(part)


def _series(line: Line, first: Line, origins: Origins) -> Series:
    told = line.told
    steps: list[Step] = []
    for at, rung in enumerate(line.rungs):
        steps.append(_step(line, rung, line.rungs[at - 1] if at else None, origins))
    if line is not first:
        change = steps[0].change
        apart = f"apart from the toll of the same name: {why_apart(line.rungs, first.rungs)}"
        steps[0] = replace(steps[0], change=f"{change}; {apart}" if change else apart)
    return Series(
        id=line.id,
        kind=line.tally.kind,
        counted=line.tally.counted,
        unit=line.tally.unit,
        place=_usual(one.place for one in told),
        since=line.start.since or None,
        source=_usual(one.figure.source for one in told),
        running=line.start.form in ("since", "state", "unsaid"),
        steps=tuple(steps),
        parts=tuple(sorted(line.parts)),
        beside=tuple(one.id for one in sorted(line.beside, key=lambda one: (one.day or "9", one.order))),
        related=tuple(sorted(line.related, key=lambda one: (one.width, one.series, one.why))),
    )


def _step(line: Line, rung: Rung, before: Rung | None, origins: Origins) -> Step:
    told = sorted(rung.told, key=lambda one: one.order)
    articles = tuple(dict.fromkeys(one.article for one in told))
    figures = tuple(one.id for one in told)
    behind = tuple(sorted(set(origins.behind(figures))))
    return Step(
        until=rung.day or line.start.until or None,
        low=rung.best.low,
        high=rung.best.high,
        qualifier=rung.qualifier,
        step=rung.step,
        counted=rung.counted,
        place=_usual(one.place for one in told),
        articles=articles,
        # a record that credits two sources has two origins; support never counts more than the articles
        origins=behind[: len(articles)],
        figures=figures,
        change="; ".join(_changes(line, rung, before)) or None,
        notes=tuple(_notes(rung)),
    )


def _notes(rung: Rung) -> Iterator[Note]:
    """Say by a code what `_changes` says of a step in words, for those who go by it."""
    if rung.recalled:
        yield Note.RECALLED
    if rung.denied:
        yield Note.INSTEAD


def _changes(line: Line, rung: Rung, before: Rung | None) -> Iterator[str]:
    """Say what differs from the step before, or from what the series says of itself, beside the value."""
    if line.tally.alleged:
        yield "told on hearsay"
    if before is not None and before.counted is not rung.counted:
        yield f"counted {before.counted} before, {rung.counted} now"
    if before is not None and rung.step is StepKind.SAME and before.interval != rung.interval:
        yield f"the words differ: {_said(before.best)} before, {_said(rung.best)} now"
    others = sorted({_said(one) for one in rung.told if (one.low, one.high) != rung.interval})
    if others:
        yield f"also told as {', '.join(others)}"
    places = {one.place or "" for one in rung.told} - {""}
    earlier = {one.place or "" for one in before.told} - {""} if before else places
    if places and earlier and not places & earlier:
        yield f"the place is called {min(places)}, {min(earlier)} before"
    yield from _starts(line, rung)
    if rung.step is StepKind.RAISED and any(Cue.BROUGHT_DOWN in one.cues for one in rung.told):
        yield "told as brought down, from a number that no step has"
    if rung.denied:
        yield f"in place of {_said(rung.denied)}, which is taken back"
    if any(one.withdrawn for one in rung.told):
        every = all(one.withdrawn for one in rung.told)
        yield f"{'every article' if every else 'an article'} that tells it was withdrawn"
    if rung.recalled:
        yield "told only as the number before"
    yield from dict.fromkeys(rung.notes)


def _starts(line: Line, rung: Rung) -> Iterator[str]:
    """Say where the start of a step is told otherwise than that of its series, and what it was taken for."""
    taken = {one.taken for one in rung.told} - {None}
    if rung.denied and line.start.form == "day" and rung.day != line.start.since:
        yield f"told as the toll of {line.start.since} alone"
    for start in sorted({one.taken or one.start for one in rung.told} - {line.start}):
        said = f"start told as {start.since}" if start.since else "start not said"
        if start.form == "day" and rung.day == start.since:
            yield "told as the toll of that day"
        elif start.form == "day":
            yield f"told as the toll of {start.since} alone"
        elif start not in taken or len(start.since) == _DAY:
            yield said
        elif line.start.form == "since":
            who = "source" if line.tally.source else "outlet"
            yield f"{said}: taken for the toll since {line.start.since}, the only one of this {who} here"
    if line.start.form == "unsaid" and len(line.rungs) > 1:
        yield "start not said"


def _said(told: Told) -> str:
    hedge = "" if told.figure.qualifier is Qualifier.EXACT else f" ({told.figure.qualifier.replace('_', ' ')})"
    return f"{told.figure.text}{hedge}"


def _usual(names: Iterable[str | None]) -> str | None:
    """Return the name that is used most, of several the longest."""
    counts = Counter(name for name in names if name)
    return min(counts, key=lambda name: (-counts[name], -len(name), name), default=None)
