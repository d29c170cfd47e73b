"""Tolls: how each figure moved, source by source, as a picture, as a table, and with the reports behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from fastapi.concurrency import run_in_threadpool

from recoupe.desk.api.frame import tag_of
from recoupe.desk.downloads import Shape, Sheet, download
from recoupe.desk.toll_choice import CHOICES, Asked, Chosen, chosen_of, moved_of, options_of
from recoupe.desk.visit import Here, Visit, crisis_or_choice
from recoupe.errors import ValueUnknown
from recoupe.ledger import Crisis
from recoupe.ledger.tolls import NOT_SAID, TollBook, TollIndex, toll_book
from recoupe.model.series import Series
from recoupe.show.charts.draw import DRAWER
from recoupe.show.charts.look import Look, Theme, Width
from recoupe.show.charts.toll_picture import TollPicture
from recoupe.show.charts.toll_spec import toll_spec
from recoupe.show.charts.toll_words import day_of, days_of, name_of, told_in_words, warnings_of, window_of
from recoupe.show.saying import Said, said
from recoupe.show.tolls import TollRow, toll_rows
from recoupe.show.values import interval

router = APIRouter()
DRAWN = 12
"""Lines that a picture has at most."""
LISTED = 40
"""Tolls on one page of the table."""
Paged = Annotated[int, Query(ge=1, le=100_000)]


_NAMED = re.compile(r"(.*) \(toll ([0-9a-f]+)\)", re.DOTALL)
"""How a line names another toll."""


class Tab(StrEnum):
    """How the tolls are shown."""

    CHART = "chart"
    TABLE = "table"
    SOURCES = "sources"


class Form(StrEnum):
    """What a picture can be had as."""

    SVG = "svg"
    PNG = "png"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The lines of one toll, as the table shows them."""

    series: Series
    rows: tuple[TollRow, ...]


@router.get("/tolls")
def tolls(visit: Here, wanted: Asked, tab: Tab = Tab.CHART, page: Paged = 1) -> Response:
    """How each toll moved."""
    crisis = crisis_or_choice(visit)
    if not isinstance(crisis, Crisis):
        return crisis
    book = toll_book(crisis, visit.as_of)
    index = book.index() if book else TollIndex((), ())
    chosen = chosen_of(index, wanted)
    offered = options_of(index, chosen.wanted)
    values: dict[str, Any] = {
        "title": visit.words.say("tolls.title"), "tab": tab, "tabs": tuple(Tab), "chosen": chosen, "choices": CHOICES,
        "options": offered.options, "moved": moved_of(index), "not_said": NOT_SAID, "tolls": len(index.keys),
        "found": book.count(chosen.wanted) if book else 0, "units": offered.units,
        "day_of": lambda day: day_of(day, visit.words), "interval": interval,
        "changes_of": lambda row: _changes(row, visit.words.language),
        "days_of": lambda point: days_of(point, visit.words),
        "window_of": lambda series: window_of(series.since, series.running, visit.words),
        "name_of": lambda line, picture: name_of(line, picture, visit.words),
    }  # fmt: skip
    if book is not None and values["found"]:
        if tab is Tab.CHART:
            picture = _picture(book, chosen, offered.units)
            values |= {
                "picture": picture,
                "says": told_in_words(picture, visit.words),
                "warnings": warnings_of(picture, visit.words),
            }
        else:
            values |= _listed(book, chosen, tab, page) | {"page": page, "pages": -(-values["found"] // LISTED)}
    return visit.page("tolls.html", **values)


@router.get("/tolls.vl.json")
def specification(visit: Here, wanted: Asked, theme: Theme = Theme.LIGHT, width: Width = Width.WIDE) -> dict[str, Any]:
    """The picture as a Vega-Lite specification."""
    return _spec(visit, wanted, Look(theme=theme, width=width))


@router.get("/tolls.{form}", name="toll picture")
async def picture(
    visit: Here,
    wanted: Asked,
    form: str,
    theme: Theme = Theme.LIGHT,
    width: Width = Width.WIDE,
    alone: bool = True,
    save: bool = False,
) -> Response:
    """The picture, or the rows of its tolls as a file; one that does not stand alone has its warnings beside it."""
    if form in list(Shape):
        return await run_in_threadpool(_rows, visit, wanted, Shape(form))
    if form not in list(Form):
        raise ValueUnknown(form, "one of " + ", ".join([*Form, *Shape]))

    def drawn() -> bytes:
        spec, language = _spec(visit, wanted, Look(theme=theme, width=width), alone=alone), visit.words.language
        return DRAWER.svg(spec, language) if form == Form.SVG else DRAWER.png(spec, language)

    body = await run_in_threadpool(drawn)
    tag = tag_of(body)
    headers = {"cache-control": "private, no-cache", "etag": tag}
    if visit.request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    if save:
        headers["content-disposition"] = f'attachment; filename="tolls.{form}"'
    media = {"svg": "image/svg+xml; charset=utf-8", "png": "image/png"}[form]
    return Response(body, media_type=media, headers=headers)


def _spec(visit: Visit, wanted: Asked, look: Look, *, alone: bool = True) -> dict[str, Any]:
    book = toll_book(visit.crisis, visit.as_of)
    if book is None:
        return toll_spec(TollPicture(lines=()), visit.words, look)
    index = book.index()
    chosen = chosen_of(index, wanted)
    picture = _picture(book, chosen, options_of(index, chosen.wanted).units)
    return toll_spec(picture, visit.words, look, alone=alone)


def _picture(book: TollBook, chosen: Chosen, units: tuple[str, ...]) -> TollPicture:
    """Return the picture of what is chosen, in one unit: numbers of two share no scale."""
    wanted = chosen.wanted
    if wanted.unit is None and units and wanted.toll is None:
        wanted = replace(wanted, unit=units[0])
    found = book.some(wanted, limit=DRAWN)
    return book.picture(found, left_out=book.count(wanted) - len(found))


def _listed(book: TollBook, chosen: Chosen, tab: Tab, page: int) -> dict[str, Any]:
    found = book.some(chosen.wanted, limit=LISTED, offset=(page - 1) * LISTED)
    if tab is Tab.SOURCES:
        return {"picture": book.picture(found)}
    told = book.told(found)
    figures = {key: one.row for key, one in told.items()}
    rows = toll_rows(found, figures)
    by_id = {one.id: one for one in found}
    return {"listed": [Told(series=by_id[id], rows=tuple(some)) for id, some in groupby(rows, lambda row: row.series)]}


def _changes(row: TollRow, language: str) -> tuple[tuple[Said, ...], str]:
    """Return what differs in a line, each sentence by itself in a language, and the toll that it names, if any."""
    change, toll = row.change or "", ""
    if row.step in ("wider", "narrower") and (named := _NAMED.fullmatch(change)):
        change, toll = named[1], named[2]
    return tuple(said(part, language) for part in change.split("; ") if part), toll


def _rows(visit: Visit, wanted: Asked, shape: Shape) -> Response:
    book = toll_book(visit.crisis, visit.as_of)
    found = book.some(chosen_of(book.index(), wanted).wanted) if book else []
    figures = {key: one.row for key, one in book.told(found).items()} if book else {}
    heads = tuple(TollRow.__dataclass_fields__)
    rows = [tuple(getattr(row, name) for name in heads) for row in toll_rows(found, figures)]
    return download(Sheet(name="tolls", heads=heads, rows=rows), shape)
