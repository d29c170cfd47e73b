"""Series in, the rows of their table out: one line for each step, and for each number beside it or part of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from recoupe.model.figure import Number
from recoupe.model.series import Series, Step
from recoupe.show.values import cell, interval
from recoupe.store.rows import FigureRow


@dataclass(frozen=True, slots=True, kw_only=True)
class TollRow:
    """One line of a toll. `series` is the id of its series, `step` the codebook's type of step, `beside`, `part`, or
    `wider` and `narrower` for another toll that `change` names.

    `words` are those of the number as the first article to tell it has them; `articles` and `origins` are counts.
    """

    series: str
    kind: str
    counted: str
    unit: str
    place: str | None
    since: str | None
    source: str | None
    until: str | None
    low: Number | None
    high: Number | None
    step: str
    change: str | None
    articles: int
    origins: int | None
    words: str


def toll_rows(found: Iterable[Series], figures: Mapping[str, FigureRow]) -> tuple[TollRow, ...]:
    """Return the lines of some series in their order; `figures` are all that they name, by id.

    What stands beside a toll comes behind the last step of an earlier day or of its own, a part behind the step of its
    article. Errors: KeyError for a figure that is not among those given.
    """
    return tuple(row for one in found for row in _rows_of(one, figures))


TOLL_COLUMNS: tuple[tuple[str, Callable[[Any], str]], ...] = (
    ("toll", lambda row: row.series[:8]),
    ("kind", lambda row: row.kind),
    ("counted", lambda row: row.counted),
    ("place", lambda row: cell(row.place)),
    ("since", lambda row: cell(row.since)),
    ("source", lambda row: cell(row.source)),
    ("day", lambda row: cell(row.until)),
    ("value", lambda row: interval(row.low, row.high, row.unit)),
    ("words", lambda row: cell(row.words)),
    ("step", lambda row: row.step),
    ("change", lambda row: cell(row.change)),
    ("articles", lambda row: str(row.articles) if row.articles else ""),
    ("origins", lambda row: cell(row.origins)),
)
"""The heads of the table of tolls and what fills each cell, as `recoupe.show.columns` has them for other rows."""


def _rows_of(one: Series, figures: Mapping[str, FigureRow]) -> Iterator[TollRow]:
    behind = _placed(one, figures)
    for at, step in enumerate(one.steps):
        yield _step_row(one, step, figures[step.figures[0]])
        yield from behind[at]
    for other in one.related:
        yield TollRow(
            **_head(one, counted=one.counted, place=one.place),
            until=None,
            low=None,
            high=None,
            step=other.width.value,
            change=f"{other.why} (toll {other.series[:8]})",
            articles=0,
            origins=None,
            words="",
        )


def _placed(one: Series, figures: Mapping[str, FigureRow]) -> list[list[TollRow]]:
    """Return the rows beside a toll and those of its parts, for each step those that come behind it."""
    rows: list[list[TollRow]] = [[] for _ in one.steps]
    for key in one.parts:
        figure = figures[key]
        told = [at for at, step in enumerate(one.steps) if figure.article_id in step.articles]
        rows[max(told, default=len(rows) - 1)].append(_figure_row(one, figure, "part"))
    for key in one.beside:
        figure = figures[key]
        days = [step.until for step in one.steps]
        before = [at for at, day in enumerate(days) if day is not None and figure.until and day <= figure.until]
        rows[max(before, default=len(rows) - 1)].append(_figure_row(one, figure, "beside"))
    return rows


def _step_row(one: Series, step: Step, figure: FigureRow) -> TollRow:
    return TollRow(
        **_head(one, counted=step.counted, place=step.place),
        until=step.until,
        low=step.low,
        high=step.high,
        step=step.step.value,
        change=step.change,
        articles=len(step.articles),
        origins=len(step.origins),
        words=figure.words,
    )


def _figure_row(one: Series, figure: FigureRow, step: str) -> TollRow:
    head = _head(one, counted=figure.counted, place=figure.place)
    return TollRow(
        **{**head, "kind": figure.kind, "unit": figure.unit, "source": figure.source, "since": figure.since},
        until=figure.until,
        low=figure.low,
        high=figure.high,
        step=step,
        change=None,
        articles=1,
        origins=None,
        words=figure.words,
    )


def _head(one: Series, *, counted: str, place: str | None) -> dict[str, Any]:
    return {
        "series": one.id,
        "kind": one.kind.value,
        "counted": str(counted),
        "unit": one.unit,
        "place": place,
        "since": one.since,
        "source": one.source,
    }
