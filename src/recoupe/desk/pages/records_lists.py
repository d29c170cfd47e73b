"""The ledger as tables: its figures, statements and events, filtered, counted, sorted, page by page, and as files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from fastapi import APIRouter, Response

from recoupe.desk.asking import Asking, asking, plainly
from recoupe.desk.downloads import Shape
from recoupe.desk.streaming import XLSX_MOST, Point, streamed
from recoupe.desk.visit import Here, Visit
from recoupe.errors import ValueUnknown
from recoupe.show.rows import EVENT_FIELDS, FIGURE_FIELDS, STATEMENT_FIELDS
from recoupe.show.values import cell, interval, window
from recoupe.store.lines import Line
from recoupe.store.overview import Of
from recoupe.store.overview.asked import SHAPES

router = APIRouter()
_SHAPES = {Of.FIGURES: ["csv", "xlsx", "json", "geojson"], Of.STATEMENTS: ["csv", "xlsx", "json"]}
_SHAPES[Of.EVENTS] = _SHAPES[Of.FIGURES]
HEADS = {
    Of.FIGURES: (*FIGURE_FIELDS, "words", "published"),
    Of.STATEMENTS: (*STATEMENT_FIELDS, "published"),
    Of.EVENTS: (*EVENT_FIELDS, "published"),
}
"""The fields that each kind has as a file; `judged` and `corrected` follow: what people said of the record; and `anchored`:
whether its words stand in the text where it says."""
COLUMNS = {
    Of.FIGURES: ("value", "kind", "counted", "place", "since", "source", "modality", "article", "published", "side", "by"),
    Of.STATEMENTS: (None, "speaker", "act", "form", "via", "day", "article", "published"),
    Of.EVENTS: (None, "type", "actor", "target", "place", "date", "modality", "article", "published"),
}  # fmt: skip
"""The columns on screen, each by what it is sorted by; None is for words, which have no order."""
LONGEST = 280
"""Signs of a statement that a row shows; its own page has all."""


@router.get("/figures")
def figures(visit: Here) -> Response:
    """The figures of the ledger, or of a crisis."""
    return _page(visit, Of.FIGURES)


@router.get("/statements")
def statements(visit: Here) -> Response:
    """The statements of the ledger, or of a crisis."""
    return _page(visit, Of.STATEMENTS)


@router.get("/events")
def events(visit: Here) -> Response:
    """The events of the ledger, or of a crisis."""
    return _page(visit, Of.EVENTS)


@router.get("/figures.{shape}")
def figures_file(visit: Here, shape: Shape) -> Response:
    """The same figures as a file."""
    return _file(visit, Of.FIGURES, shape)


@router.get("/statements.{shape}")
def statements_file(visit: Here, shape: Shape) -> Response:
    """The same statements as a file."""
    return _file(visit, Of.STATEMENTS, shape)


@router.get("/events.{shape}")
def events_file(visit: Here, shape: Shape) -> Response:
    """The same events as a file."""
    return _file(visit, Of.EVENTS, shape)


def _page(visit: Visit, of: Of) -> Response:
    ask = asking(visit, of, f"/{of}")
    browse = visit.ledger.browse
    answer, lines = browse.page(ask.question, size=ask.size, after=ask.after, before=ask.before)
    words = visit.words
    title = words.say(f"records.{of}.title")
    return visit.page(
        "records.html",
        title=f"{title} : {ask.question.crisis}" if ask.question.crisis else title,
        of=of.value,
        ask=ask,
        answer=answer,
        lines=lines,
        standings=_standings(visit, lines),
        facets=browse.facets(plainly(ask.question)),
        columns=COLUMNS[of],
        filters=SHAPES[of],
        shapes=_SHAPES[of],
        most=XLSX_MOST,
        longest=LONGEST,
        interval=interval,
        window=window,
        cell=cell,
        END="end",
    )


def _file(visit: Visit, of: Of, shape: Shape) -> Response:
    if shape.value not in _SHAPES[of]:
        raise ValueUnknown(shape.value, "these rows have no places; csv, xlsx and json are to be had")
    ask = asking(visit, of, f"/{of}")
    # asked first: what cannot be asked is refused before anything is sent
    visit.ledger.browse.page(ask.question, size=1)
    rows = _rows(ask, HEADS[of], with_points=shape is Shape.GEOJSON)
    return streamed(of.value, (*HEADS[of], "judged", "corrected", "anchored"), rows, shape)


def _rows(ask: Asking, heads: Sequence[str], *, with_points: bool) -> Iterator[tuple[list[Any], Point]]:
    browse = ask.visit.ledger.browse
    lines = browse.all(ask.question)
    while some := list(islice(lines, 500)):
        standings = _standings(ask.visit, some)
        points = browse.points(some) if with_points else {}
        for line in some:
            standing = standings.get(line.row.id)
            verdict = standing.verdict if standing else None
            judged = [
                verdict.value if verdict else None,
                dict(standing.changed) if standing and standing.changed else None,
                line.anchored,
            ]
            yield [getattr(line.row, name) for name in heads] + judged, points.get(line.seq)


def _standings(visit: Visit, lines: Iterable[Line]) -> dict[str, Any]:
    """Return what people judged of some records, as of the visit's day."""
    before = f"{visit.as_of}~" if visit.as_of else None
    return visit.ledger.reviews.of([line.row.id for line in lines], before=before)
