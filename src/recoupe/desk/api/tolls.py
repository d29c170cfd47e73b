"""How each toll moved, and the tellings behind its steps."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.desk.api.frame import LIMIT, After, AsOf, CrisisName, Limit, Listed, api_router, cursor, reached
from recoupe.desk.toll_choice import Asked
from recoupe.desk.visit import Here
from recoupe.errors import ValueUnknown
from recoupe.ledger.tolls import toll_book
from recoupe.model.series import Related, Series
from recoupe.show.charts.toll_picture import Point, TollLine

router = api_router()


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """One toll: figures of one kind, counted, place, first day and source, in the order of their last day.

    Of each step, `tellings` says which report is the first on this page of an independent origin. `parts` and `beside` are
    ids of figures.
    """

    id: str
    kind: str
    counted: str
    unit: str
    place: str | None
    since: str | None
    source: str | None
    running: bool
    steps: tuple[Point, ...]
    parts: tuple[str, ...]
    beside: tuple[str, ...]
    related: tuple[Related, ...]


@router.get("/tolls")
def tolls(
    visit: Here,
    wanted: Asked,
    crisis: CrisisName = None,
    as_of: AsOf = None,
    after: After = None,
    limit: Limit = LIMIT,
) -> Listed[Toll]:
    """The tolls of a crisis as its last check found them, those with most steps first.

    `place` and `source` are whole names, `-` where none is told; `toll` is an id, or the beginning of one. A cursor is
    good for the check that it was given by.
    """
    book = toll_book(visit.crisis, visit.as_of)
    if book is None:
        return Listed(items=[])
    offset = 0
    if after:
        check, offset = _place(after)
        if check > book.check:
            raise ValueUnknown("after", "it is no cursor of this list")
        # a list goes on in the check that it began in, whatever was checked since
        book = book.at(check)
    found = book.some(wanted, limit=limit + 1, offset=offset)
    page = found[:limit]
    lines = book.picture(page).lines
    items = [_toll(one, line) for one, line in zip(page, lines, strict=True)]
    return Listed(items=items, next=cursor(book.check, offset + limit) if len(found) > limit else None)


def _place(after: str) -> tuple[int, int]:
    match reached(after):
        case [int(check), int(offset)] if 0 <= offset < 2**53 and 0 <= check < 2**53:
            return check, offset
        case _:
            raise ValueUnknown("after", "it is no cursor of this list")


def _toll(one: Series, line: TollLine) -> Toll:
    return Toll(
        id=one.id, kind=line.kind, counted=line.counted, unit=line.unit, place=line.place, since=line.since,
        source=line.source, running=line.running, steps=line.points, parts=one.parts, beside=one.beside,
        related=one.related,
    )  # fmt: skip
