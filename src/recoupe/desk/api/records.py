"""The figures, statements and events of the ledger, filtered, counted and sorted; one record for good; and the search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Generic, TypeVar

from fastapi import Query
from pydantic import BaseModel

from recoupe.desk.api.frame import LIMIT, After, AsOf, Limit, Listed, api_router, cursor, reached
from recoupe.desk.asking import LARGEST, plainly, question_of
from recoupe.desk.visit import Here, Visit
from recoupe.errors import ValueUnknown
from recoupe.model.event import EventModality, EventType
from recoupe.model.figure import Counted, Kind, Modality, Qualifier
from recoupe.model.statement import Act, Form
from recoupe.store.lines import Line
from recoupe.store.overview import Of
from recoupe.store.rows import EventRow, FigureRow, StatementRow

router = api_router()
Record = TypeVar("Record")

Crisis = Annotated[str | None, Query(description="The crisis; without it, the whole ledger.")]
Names = Annotated[
    list[str] | None,
    Query(
        description="Words that the name contains; a whole name in quotation marks; `-` for unknown. Several: any of them."
    ),
]
Day = Annotated[
    str | None,
    Query(description="An ISO day that the days of the record touch."),
]
From = Annotated[str | None, Query(alias="from", description="The first ISO day.")]
To = Annotated[str | None, Query(description="The last ISO day.")]
VALUE = r"^[0-9]{1,12}([.][0-9]{1,3})?$"
Least = Annotated[str | None, Query(pattern=VALUE, description="The least value that a figure may have.")]
Most = Annotated[str | None, Query(pattern=VALUE, description="The greatest value that a figure may have.")]
Words = Annotated[str | None, Query(max_length=500, description="Words that must each stand in one of its names.")]
Sort = Annotated[str | None, Query(description="A field; with `-` before it, the other way round. Unknown comes last.")]


class Told(BaseModel, Generic[Record]):
    """One record. `anchored` says whether its words stand in the text where it says; `judged` and `corrected` are what
    people said of it, as of the day asked for."""

    record: Record
    anchored: bool
    judged: str | None = None
    corrected: dict[str, Any] = {}


class Page(Listed[Told[Record]], Generic[Record]):
    """One page of records; `total` counts all that the filters hold for."""

    total: int


class Count(BaseModel):
    """How many records have a value; null is unknown."""

    value: str | None
    count: int


class Counts(BaseModel):
    """How many records have which value of one field, the most frequent first; `more` values are not listed."""

    field: str
    values: list[Count]
    more: int


Kinds = Annotated[list[Kind] | None, Query()]
Qualifiers = Annotated[list[Qualifier] | None, Query()]


@router.get("/figures")
def figures(
    visit: Here, crisis: Crisis = None, as_of: AsOf = None, kind: Kinds = None,
    counted: Annotated[list[Counted] | None, Query()] = None, modality: Annotated[list[Modality] | None, Query()] = None,
    qualifier: Qualifiers = None, place: Names = None, source: Names = None, by: Names = None, side: Names = None,
    unit: Names = None, article: Names = None, day: Day = None, first: From = None, to: To = None, q: Words = None,
    low: Least = None, high: Most = None, sort: Sort = None, after: After = None, limit: Limit = LIMIT,
) -> Page[FigureRow]:  # fmt: skip
    """The figures of the ledger or of a crisis."""
    return _page(visit, Of.FIGURES, after, limit)


@router.get("/figures/counts")
def figure_counts(
    visit: Here, crisis: Crisis = None, as_of: AsOf = None, kind: Kinds = None,
    counted: Annotated[list[Counted] | None, Query()] = None, modality: Annotated[list[Modality] | None, Query()] = None,
    qualifier: Qualifiers = None, place: Names = None, source: Names = None, by: Names = None, side: Names = None,
    unit: Names = None, article: Names = None, day: Day = None, first: From = None, to: To = None, q: Words = None,
    low: Least = None, high: Most = None,
) -> list[Counts]:  # fmt: skip
    """How many figures have which value, of each field as if nothing were asked of it."""
    return _counts(visit, Of.FIGURES)


@router.get("/statements")
def statements(
    visit: Here, crisis: Crisis = None, as_of: AsOf = None, act: Annotated[list[Act] | None, Query()] = None,
    form: Annotated[list[Form] | None, Query()] = None, speaker: Names = None, via: Names = None, article: Names = None,
    day: Day = None, first: From = None, to: To = None, q: Words = None, sort: Sort = None, after: After = None,
    limit: Limit = LIMIT,
) -> Page[StatementRow]:  # fmt: skip
    """The statements of the ledger or of a crisis."""
    return _page(visit, Of.STATEMENTS, after, limit)


@router.get("/statements/counts")
def statement_counts(
    visit: Here, crisis: Crisis = None, as_of: AsOf = None, act: Annotated[list[Act] | None, Query()] = None,
    form: Annotated[list[Form] | None, Query()] = None, speaker: Names = None, via: Names = None, article: Names = None,
    day: Day = None, first: From = None, to: To = None, q: Words = None,
) -> list[Counts]:  # fmt: skip
    """How many statements have which value, of each field as if nothing were asked of it."""
    return _counts(visit, Of.STATEMENTS)


@router.get("/events")
def events(
    visit: Here, crisis: Crisis = None, as_of: AsOf = None, type: Annotated[list[EventType] | None, Query()] = None,
    modality: Annotated[list[EventModality] | None, Query()] = None, mode: Names = None, actor: Names = None,
    target: Names = None, place: Names = None, article: Names = None, day: Day = None, first: From = None,
    to: To = None, q: Words = None, sort: Sort = None, after: After = None, limit: Limit = LIMIT,
) -> Page[EventRow]:  # fmt: skip
    """The events of the ledger or of a crisis."""
    return _page(visit, Of.EVENTS, after, limit)


@router.get("/events/counts")
def event_counts(
    visit: Here, crisis: Crisis = None, as_of: AsOf = None, type: Annotated[list[EventType] | None, Query()] = None,
    modality: Annotated[list[EventModality] | None, Query()] = None, mode: Names = None, actor: Names = None,
    target: Names = None, place: Names = None, article: Names = None, day: Day = None, first: From = None,
    to: To = None, q: Words = None,
) -> list[Counts]:  # fmt: skip
    """How many events have which value, of each field as if nothing were asked of it."""
    return _counts(visit, Of.EVENTS)


def _page(visit: Visit, of: Of, after: str | None, limit: int) -> Page[Any]:
    question = question_of(visit, of)
    answer, lines = visit.ledger.browse.page(question, size=limit, after=_reached(after))
    return Page(
        items=told(visit, lines),
        next=cursor(answer.seqs[-1]) if answer.after else None,
        total=answer.total,
    )


def _counts(visit: Visit, of: Of) -> list[Counts]:
    facets = visit.ledger.browse.facets(plainly(question_of(visit, of)), most=100)
    return [
        Counts(field=one.name, values=[Count(value=value, count=count) for value, count in one.values], more=one.more)
        for one in facets
    ]


def told(visit: Visit, lines: Sequence[Line]) -> list[Told[Any]]:
    """Return records as the interface gives them, with what people said of them."""
    before = f"{visit.as_of}~" if visit.as_of else None
    standings: Mapping[str, Any] = visit.ledger.reviews.of([line.row.id for line in lines], before=before)
    found = []
    for line in lines:
        standing = standings.get(line.row.id)
        verdict = standing.verdict.value if standing and standing.verdict else None
        corrected = dict(standing.changed) if standing else {}
        found.append(Told(record=line.row, anchored=line.anchored, judged=verdict, corrected=corrected))
    return found


def _reached(after: str | None) -> int | None:
    """Return the number of the row that a cursor stands for. Errors: ValueUnknown."""
    if after is None:
        return None
    found = reached(after)
    if len(found) != 1 or type(found[0]) is not int or not 0 <= found[0] <= LARGEST:
        raise ValueUnknown("after", "it is no cursor of this list")
    return found[0]
