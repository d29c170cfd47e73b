"""Two checks of a crisis in, what people judged between them out: records rejected or corrected, names joined or parted."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.model.crosscheck import Crosscheck
from recoupe.model.figure import Figure
from recoupe.model.review import ReviewVerdict
from recoupe.model.series import Agreement
from recoupe.model.series import Verdict as Holds
from recoupe.report.ground import Ground
from recoupe.report.parts import Sentence

_NAMES = ("place", "place_text", "source", "speaker", "side", "by", "actor", "target")


def reviewed(ground: Ground) -> Iterator[Sentence]:
    """Yield the records of which something else stands than stood at the check before, each with its words."""
    for record, one in ground.names.records.items():
        before, now = ground.judged_before.get(record), ground.standings.get(record)
        was, stands = (before.verdict if before else None), (now.verdict if now else None)
        same_change = (before.changed if before else {}) == (now.changed if now else {})
        if one.article not in ground.articles or (was is stands and same_change):
            continue
        key = "undo" if stands is None else ReviewVerdict(stands).value
        quoted, alone = ground.quoted(record)
        shown = ground.words.say(f"report.judged.{key}", words=quoted)
        yield from ground.sentence(shown, [record], quotes=[alone])


def named(ground: Ground) -> Iterator[Sentence]:
    """Yield the names that people judged to mean the same, or not, since the check before; the last word on two alone."""
    last = {(one.of, one.one, one.other): one for one in ground.judgements}
    for one in last.values():
        key = "undo_names" if one.takes_back is not None else "same" if one.same else "different"
        pair = [ground.words.named(one.one), ground.words.named(one.other)]
        shown = ground.words.say(f"report.judged.{key}", one=pair[0], other=pair[1])
        wanted = {one.one, one.other}
        held = [
            id
            for id, record in ground.names.records.items()
            if wanted & {getattr(record, field, None) for field in _NAMES}
        ]
        yield from ground.sentence(shown, held or ground.articles, quotes=pair)


def conflicts(ground: Ground, before: Crosscheck) -> Iterator[Sentence]:
    """Yield the pairs of figures that cannot both be true and could before, and those that are held for such no more."""
    was = {(one.a, one.b): one for one in before.agreements if one.verdict is Holds.CONFLICT}
    now = {(one.a, one.b): one for one in ground.found.agreements if one.verdict is Holds.CONFLICT}
    for key, pairs in (("new", now.keys() - was.keys()), ("gone", was.keys() - now.keys())):
        for pair in sorted(pairs):
            yield from _conflict(ground, before, (now if key == "new" else was)[pair], key)


def _conflict(ground: Ground, before: Crosscheck, one: Agreement, key: str) -> list[Sentence]:
    sides = [_value(ground, before, id) for id in (one.a, one.b)]
    if not all(value for value, _ in sides):
        return []
    shown = ground.words.say(f"report.sentence.conflict_{key}", one=sides[0][0], other=sides[1][0])
    return ground.sentence(shown, [id for _, held in sides for id in held])


def _value(ground: Ground, before: Crosscheck, id: str) -> tuple[str, tuple[str, ...]]:
    """Return the value of a figure with what it counts, and what holds it: the record, or the articles of its step before."""
    words, one = ground.words, ground.names.records.get(id)
    if isinstance(one, Figure):
        return f"{words.value(one.low, one.high, one.qualifier, one.unit)} ({words.what(one.kind, one.counted)})", (id,)
    for series in before.series:
        for step in series.steps:
            if id in step.figures:
                value = words.value(step.low, step.high, step.qualifier, series.unit)
                return f"{value} ({words.what(series.kind, step.counted)})", step.articles
    return "", ()
