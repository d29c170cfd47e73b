"""Tolls in, what one picture of them shows out: a line for each, its points in the order of days, each point's tellings."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date

from recoupe.crosscheck.origins.together import Telling as Behind
from recoupe.crosscheck.origins.together import together
from recoupe.model.figure import Number
from recoupe.model.series import Series, Step
from recoupe.store.tolls import ToldFigure

_NO_DAY = "9999"
_ONE_TIME = 366
"""Days that the tolls of one picture may lie apart."""
_SOME_DAY = re.compile(r"on a day from (\d{4}-\d\d-\d\d) to (\d{4}-\d\d-\d\d)")
"""What a check says of a step of an article that it could date to some days only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One report's figure behind a point. `independent` where it is the first on the picture of an origin of its own, one
    source or one article's own voice whatever it tells; `again` where an origin of the same claim told that before it.
    `words` are blank where they no longer stand in the text."""

    figure: str
    article: str
    article_id: str
    title: str | None
    publisher: str | None
    published: str | None
    words: str
    held: bool
    origins: tuple[str, ...]
    independent: bool
    again: bool = False

    @property
    def renewed(self) -> bool:
        """Whether it is a new number of an origin that is counted already: no copy, and no support more."""
        return not self.independent and not self.again


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A value of a toll. `until` is its ISO day, month or year; `first` and `last` are the days from which and to which it
    can be of, all None where nothing says it. It is drawn at the last one: by then it was reached.

    An open side of the interval is None. `hearsay` where every report of it has it from hearsay.
    """

    until: str | None
    first: str | None
    last: str | None
    low: Number | None
    high: Number | None
    qualifier: str
    step: str
    change: str | None
    counted: str
    place: str | None
    hearsay: bool
    tellings: tuple[Telling, ...]

    @property
    def middle(self) -> Number:
        """Where the point is drawn: in the middle of a closed interval, at the known end of an open one."""
        if self.low is None or self.high is None:
            known = self.low if self.low is not None else self.high
            return 0 if known is None else known
        return self.low if self.low == self.high else (self.low + self.high) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class TollLine:
    """One toll: `letter` names it on the picture; `source` is None where the reports say it themselves."""

    letter: str
    series: str
    kind: str
    counted: str
    unit: str
    place: str | None
    since: str | None
    running: bool
    source: str | None
    points: tuple[Point, ...]
    beside: int
    parts: int

    @property
    def dated(self) -> tuple[Point, ...]:
        """The points that have a day, in the order of the last day that each can be of."""
        return tuple(sorted((one for one in self.points if one.last), key=lambda one: one.last or ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class TollPicture:
    """What a picture shows. `places`, `populations` and `windows` are those on it; more than one of them is a warning:
    its lines do not count the same. `left_out` are the tolls asked for that are not on it, `apart` those that are not since
    all their days lie more than a year from the others', `origins` the independent origins behind all its points together."""

    lines: tuple[TollLine, ...]
    left_out: int = 0
    apart: int = 0
    origins: int = 0

    @property
    def places(self) -> tuple[str | None, ...]:
        """The places that its points are of, None where one is not told."""
        return tuple(dict.fromkeys(point.place or line.place for line in self.lines for point in line.points))

    @property
    def populations(self) -> tuple[str, ...]:
        """Who is counted by its points."""
        return tuple(dict.fromkeys(point.counted for line in self.lines for point in line.points))

    @property
    def windows(self) -> tuple[tuple[str | None, bool], ...]:
        """Since when its lines count, and whether they run on."""
        return tuple(dict.fromkeys((line.since, line.running) for line in self.lines))

    @property
    def tellings(self) -> tuple[Telling, ...]:
        """All tellings of all points."""
        return tuple(one for line in self.lines for point in line.points for one in point.tellings)


def picture_of(
    found: Sequence[Series],
    told: Mapping[str, ToldFigure],
    origins: Mapping[str, Sequence[str]],
    copied: AbstractSet[tuple[str, str]] = frozenset(),
    *,
    left_out: int = 0,
) -> TollPicture:
    """Return the picture of some tolls.

    `told` and `origins` are the figures and the origins behind their steps, by figure; `copied` the pairs of articles of
    which the first was made from the second. The first telling of an origin, by the day it appeared, is independent.
    """
    near = _of_one_time(found)
    drawn = [_line(one, number, told, origins, copied) for number, one in enumerate(near)]
    behind = _behind(drawn, told)
    seen: set[str] = set()
    claimed: set[str] = set()
    fresh: dict[str, tuple[bool, bool]] = {}
    for telling in _as_told(drawn):
        independent = any(origin not in seen for origin in behind[telling.figure])
        again = not independent and claimed.issuperset(telling.origins)
        fresh.setdefault(telling.figure, (independent, again))
        seen.update(behind[telling.figure])
        claimed.update(telling.origins)
    return TollPicture(
        lines=tuple(_filled(line, fresh) for line in drawn),
        left_out=left_out,
        apart=len(found) - len(near),
        origins=len(seen),
    )


def _of_one_time(found: Sequence[Series]) -> list[Series]:
    """Return the tolls without those of another time, whose one day would press all others into a dot.

    Of another time is a toll all of whose days lie more than a year from the day in the middle of all steps.
    """
    days = {one.id: [date.fromisoformat(last) for step in one.steps if (last := _days(step)[1])] for one in found}
    every = sorted(day for of_one in days.values() for day in of_one)
    if not every:
        return list(found)
    middle = every[len(every) // 2]
    return [
        one for one in found if not days[one.id] or min(abs((day - middle).days) for day in days[one.id]) <= _ONE_TIME
    ]


def _as_told(drawn: Iterable[TollLine]) -> list[Telling]:
    """Return all tellings in the order in which they appeared; of one day, that of the earlier point first."""
    told = [(point.last or _NO_DAY, telling) for line in drawn for point in line.points for telling in point.tellings]
    return [one for _, one in sorted(told, key=lambda one: ((one[1].published or _NO_DAY)[:10], one[0]))]


def _behind(drawn: Iterable[TollLine], told: Mapping[str, ToldFigure]) -> Mapping[str, tuple[str, ...]]:
    """Return the independent origins of each telling, among all that are on the picture."""
    return together(
        {
            one.figure: Behind(article=one.article_id, source=told[one.figure].row.source, origins=one.origins)
            for line in drawn
            for point in line.points
            for one in point.tellings
        }
    )


def letter(number: int) -> str:
    """Return the letter of a line.

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    before = letter(number // 26 - 1) if number >= 26 else ""
    return before + chr(ord("A") + number % 26)


def span(day: str | None) -> tuple[str | None, str | None]:
    """Return the first and the last day of an ISO day, month or year.

    >>> span("2016-12"), span("2016"), span("2016-12-08"), span(None)
    (('2016-12-01', '2016-12-31'), ('2016-01-01', '2016-12-31'), ('2016-12-08', '2016-12-08'), (None, None))
    """
    parts = [int(part) for part in (day or "").split("-") if part.isdigit()]
    try:
        match parts:
            case [year]:
                return date(year, 1, 1).isoformat(), date(year, 12, 31).isoformat()
            case [year, month]:
                last = calendar.monthrange(year, month)[1]
                return date(year, month, 1).isoformat(), date(year, month, last).isoformat()
            case [year, month, number]:
                one = date(year, month, number).isoformat()
                return one, one
    except (ValueError, IndexError):
        pass
    return None, None


def _line(
    one: Series,
    number: int,
    told: Mapping[str, ToldFigure],
    origins: Mapping[str, Sequence[str]],
    copied: AbstractSet[tuple[str, str]],
) -> TollLine:
    return TollLine(
        letter=letter(number),
        series=one.id,
        kind=one.kind.value,
        counted=one.counted.value,
        unit=one.unit,
        place=one.place,
        since=one.since,
        running=one.running,
        source=one.source,
        points=tuple(_point(step, told, origins, copied) for step in one.steps),
        beside=len(one.beside),
        parts=len(one.parts),
    )


def _days(step: Step) -> tuple[str | None, str | None]:
    """Return the first and the last day that a step can be of: those that the check worked out, or those of its `until`."""
    for part in (step.change or "").split("; "):
        if found := _SOME_DAY.fullmatch(part):
            return found[1], found[2]
    return span(step.until)


def _point(
    step: Step,
    told: Mapping[str, ToldFigure],
    origins: Mapping[str, Sequence[str]],
    copied: AbstractSet[tuple[str, str]],
) -> Point:
    first, last = _days(step)
    figures = [told[key] for key in step.figures if key in told]
    return Point(
        until=step.until if last else None,
        first=first,
        last=last,
        low=step.low,
        high=step.high,
        qualifier=step.qualifier.value,
        step=step.step.value,
        change=step.change,
        counted=step.counted.value,
        place=step.place,
        hearsay=bool(figures) and all(one.row.modality == "alleged" for one in figures),
        tellings=tuple(_tellings(figures, origins, copied)),
    )


def _tellings(
    figures: Iterable[ToldFigure], origins: Mapping[str, Sequence[str]], copied: AbstractSet[tuple[str, str]]
) -> Iterator[Telling]:
    """Yield the tellings of a point, those first that appeared first; of one day, what was copied before its copies."""
    here = {one.row.article_id for one in figures}

    def order(one: ToldFigure) -> tuple[str, bool, str, str, int]:
        published = one.row.published or _NO_DAY
        copy = any((one.row.article_id, other) in copied for other in here)
        return (published[:10], copy, published, one.row.article, one.row.start)

    for one in sorted(figures, key=order):
        yield Telling(
            figure=one.row.id,
            article=one.row.article,
            article_id=one.row.article_id,
            title=one.title,
            publisher=one.publisher,
            published=one.row.published,
            words=one.row.words,
            held=one.held,
            origins=tuple(origins.get(one.row.id, ())),
            independent=False,
        )


def _filled(line: TollLine, fresh: Mapping[str, tuple[bool, bool]]) -> TollLine:
    def marked(one: Telling) -> Telling:
        independent, again = fresh[one.figure]
        return replace(one, independent=independent, again=again)

    return replace(
        line, points=tuple(replace(point, tellings=tuple(map(marked, point.tellings))) for point in line.points)
    )
