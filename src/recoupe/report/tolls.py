"""The tolls of a check in, tables out: each toll of each source with its range, its values in order and its last one."""

from __future__ import annotations

from recoupe.model.figure import Number
from recoupe.model.series import Series, Step, StepKind
from recoupe.report.ground import Ground
from recoupe.report.matters import Toll, alike, between, by_kind, head_of, names_of, origins_of, recalled, step_value
from recoupe.report.parts import Row, Section, Table
from recoupe.report.takenback import taken_back
from recoupe.report.wording import capital

_STEPS_SHOWN = 6
"""Values of one toll that its row shows; of more, the first, the last and those that are marked."""
_MARKED = (StepKind.LOWERED, StepKind.WIDENED)


def tolls(ground: Ground) -> Section:
    """Return a table for each kind: each toll of each source with its range, its values in order and its last one."""
    words = ground.words
    heads = ("what", "source", "range", "steps", "last", "day", "origins", "refs")
    shown = tuple(words.say(f"report.head.{head}") for head in heads)
    tables = []
    for kind, matters in by_kind(ground).items():
        rows = [row for group in matters for toll in group for row in _row(ground, toll)]
        if rows:
            title = capital(words.say(f"report.kind.{kind.value}"))
            tables.append(Table(title=title, heads=shown, rows=tuple(rows), numbers=(6,)))
    return Section(key="tolls", title=words.say("report.tolls"), parts=tuple(tables))


def _row(ground: Ground, toll: Toll) -> list[Row]:
    words, series = ground.words, toll.series
    last = toll.last[-1]
    value, quotes = step_value(ground, last, series.unit)
    back, why = taken_back(ground, series, last)
    mark = back or (words.say("report.figure.recalled") if recalled(last) else "")
    value += f" ({mark})" if mark else ""
    # what a toll counted before it was widened is no part of the range of those it counts now
    same = [step for step in series.steps if alike(step, last)]
    held = {(step.low, step.high, step.qualifier) for step in same}
    spread = words.spread([*(_as_told(step) for step in same[:-1]), (last.low, last.high)], series.unit)
    if len(held) == 1:
        # `moins de 10` alone is not `10 ou moins`
        spread = words.value(last.low, last.high, last.qualifier, series.unit)
    credited = words.named(series.source) if series.source else ""
    day = between(ground, last) or words.day(last.until)
    cells = (
        capital(head_of(ground, series, last)), credited or words.say("report.uncredited"), spread, _path(ground, series), value,
        day or words.say("report.day_unknown"), words.number(origins_of(ground, toll)),
    )  # fmt: skip
    records = [*(id for step in series.steps for id in step.figures), *why]
    return ground.row(cells, records, quotes=[*names_of(ground, series, last), *quotes])


def _as_told(step: Step) -> tuple[Number | None, Number | None]:
    """Return the number that a value was told with: what a toll was at least once leaves open nothing of what it is now."""
    low, high = step.low, step.high
    return (high if low is None else low, low if high is None else high)


def _path(ground: Ground, series: Series) -> str:
    """Return the values of a toll in order, those lowered or widened marked; blank where it never moved."""
    shown: list[tuple[str, str]] = []
    for step in series.steps:
        value = ground.words.value(step.low, step.high, step.qualifier, series.unit)
        mark = ground.words.say(f"report.figure.{step.step.value}") if step.step in _MARKED else ""
        if value and (not shown or shown[-1][0] != value or mark):
            shown.append((value, mark))
    if len(shown) < 2:
        return ""
    told = [f"{value} ({mark})" if mark else value for value, mark in shown]
    if len(told) > _STEPS_SHOWN:
        kept = [at for at, (_, mark) in enumerate(shown) if mark or at in (0, len(told) - 1)]
        told = [("… → " if at and at - 1 not in kept else "") + told[at] for at in kept]
    return " → ".join(told)
