"""Lines of values in, what stands around them out: the parts of their numbers, wider and narrower lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from recoupe.crosscheck.tolls.ladders import ladders
from recoupe.crosscheck.tolls.places import Places
from recoupe.crosscheck.tolls.populations import holds, is_of_people
from recoupe.crosscheck.tolls.starts import starts_joined
from recoupe.crosscheck.tolls.steps import Rung, middle
from recoupe.crosscheck.tolls.told import Start, Tally, Told
from recoupe.crosscheck.tolls.words import Cue
from recoupe.model.series import Related, Width

_REACH = 250
"""Signs in which the larger number of a part is looked for where the record does not name it."""


@dataclass(slots=True, kw_only=True)
class Line:
    """A toll on its way to being a series: its values in order. `number` counts the lines of one tally and start."""

    tally: Tally
    start: Start
    number: int
    rungs: list[Rung]
    parts: set[str] = field(default_factory=set)
    beside: list[Told] = field(default_factory=list)
    related: set[Related] = field(default_factory=set)

    @property
    def id(self) -> str:
        tally = self.tally
        key = (tally.kind.value, tally.unit, tally.counted.value, tally.alleged, tally.scope, tally.source)
        start = (self.start.form, self.start.since, self.start.until)
        return sha256(repr((key, start, self.number)).encode()).hexdigest()[:16]

    @property
    def order(self) -> tuple[Tally, Start, int]:
        return self.tally, self.start, self.number

    @property
    def told(self) -> list[Told]:
        return [one for rung in self.rungs for one in rung.told]


def wholes_of(told: Sequence[Told]) -> dict[str, Told]:
    """Return the larger figure of each figure that is a part: the one its record names, or that its words lead to."""
    by_article: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        by_article[one.article].append(one)
    found: dict[str, Told] = {}
    for mine in by_article.values():
        at = {one.figure.span.start: one for one in mine}
        for one in mine:
            whole = at.get(one.figure.part_of) if one.figure.part_of is not None else _whole_by_words(one, mine)
            if whole is not None and whole is not one and _fits_in(one, whole):
                found[one.id] = whole
    return found


def _fits_in(part: Told, whole: Told) -> bool:
    """Return whether one number can be a part of another: it is not surely larger, and counts what the other counts."""
    mine, its = part.tally.counted, whole.tally.counted
    if mine is not its and not (is_of_people(mine) and is_of_people(its)):
        return False
    return part.low is None or whole.high is None or part.low <= whole.high


def only_part(told: Told, whole: Told | None) -> bool:
    """Return whether a figure only says how much of a toll something is, and never what the toll is.

    Children among the dead are a toll of their own too; twelve of the 34 who died at home are not.
    """
    if told.cues & {Cue.PART, Cue.INCREMENT} and (whole is None or Cue.INCREMENT in told.cues):
        return True
    if whole is None:
        return False
    mine, its = told.tally, whole.tally
    return (mine.kind, mine.counted, mine.scope) == (its.kind, its.counted, its.scope)


def _whole_by_words(told: Told, mine: Iterable[Told]) -> Told | None:
    if not told.cues & {Cue.PART, Cue.INCREMENT}:
        return None
    start, tally = told.figure.span.start, told.tally
    near = [
        other
        for other in mine
        if (other.tally.kind, other.tally.unit) == (tally.kind, tally.unit)
        and (other.sentence == told.sentence or (tally.source and other.tally.source == tally.source))
        and middle(other) > middle(told)
        and not other.cues & {Cue.PART, Cue.INCREMENT}
        and abs(other.figure.span.start - start) <= _REACH
    ]
    return min(near, key=lambda other: (abs(other.figure.span.start - start), other.order), default=None)


def lines_of(tally: Tally, told: Sequence[Told]) -> list[Line]:
    """Return the tolls that the figures of one tally tell, those of one start numbered."""
    return [
        Line(tally=tally, start=start, number=number, rungs=rungs)
        for start, mine in starts_joined(told).items()
        for number, rungs in enumerate(ladders(mine))
    ]


def relate(lines: Sequence[Line], places: Places) -> None:
    """Note on each line which others count more or fewer people, or a wider or narrower place, from the same start.

    Lines of two sources are not related: the one says nothing of how the other counts.
    """
    groups: dict[tuple[object, ...], list[Line]] = defaultdict(list)
    for line in lines:
        if line.tally.scope and not line.number:
            groups[_what(line, line.tally.scope)].append(line)
    for line in lines:
        if not line.tally.scope or line.number:
            continue
        for other in groups[_what(line, line.tally.scope)]:
            mine, its = line.tally.counted, other.tally.counted
            if _one_voice(line, other) and holds(its, mine):
                _note(line, other, f"{its} hold {mine}")
        for scope, why in sorted(places.holders(line.tally.scope).items()):
            for other in groups.get(_what(line, scope), ()):
                mine, its = line.tally.counted, other.tally.counted
                if _one_voice(line, other) and (its is mine or holds(its, mine)):
                    who = "" if its is mine else f", {its} hold {mine}"
                    _note(line, other, f"{other.rungs[0].best.place} holds {line.rungs[0].best.place}: {why}{who}")


def _what(line: Line, scope: str) -> tuple[object, ...]:
    return line.tally.kind, line.tally.unit, line.start, scope


def _one_voice(one: Line, other: Line) -> bool:
    """Return whether one source tells both, or one article where one of the two is credited to nobody."""
    together = not {told.article for told in one.told}.isdisjoint(told.article for told in other.told)
    if one.tally.source != other.tally.source:
        return together and not (one.tally.source and other.tally.source)
    return together or (bool(one.tally.source) and one.start.form != "unsaid")


def _note(narrower: Line, wider: Line, why: str) -> None:
    narrower.related.add(Related(series=wider.id, width=Width.WIDER, why=why))
    wider.related.add(Related(series=narrower.id, width=Width.NARROWER, why=why))
