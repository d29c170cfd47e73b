"""Articles: the list of a crisis, and one article with its records underlined and the passages that it shares."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import APIRouter, Query, Response
from fastapi.responses import HTMLResponse

from recoupe.desk.downloads import Shape, Sheet, download
from recoupe.desk.visit import Here, Visit, crisis_or_choice
from recoupe.errors import CrisisUnnamed, ValueUnknown
from recoupe.ledger.overlay import Overlay, article
from recoupe.model.span import Span
from recoupe.show.article_list import LIST_HEADS, ListRow, days_of, list_cells, list_rows
from recoupe.show.article_page import RECORD_HEADS, SHOWN, article_page, bars_by_place, record_cells
from recoupe.show.marked_text import of_record
from recoupe.show.saying import sayer
from recoupe.show.values import interval, printable

router = APIRouter()
PER_PAGE = 50
PageNumber = Annotated[int, Query(ge=1, le=10_000_000)]
_FILE = re.compile(r"([0-9a-f]{6,64})\.(csv|xlsx|json|geojson)")


@router.get("/articles")
def articles(visit: Here, page: PageNumber = 1) -> Response:
    """The articles of a crisis: when each appeared, how that is known, who copied it, what it gave."""
    crisis = crisis_or_choice(visit)
    if isinstance(crisis, HTMLResponse):
        return crisis
    overlay = Overlay(crisis, visit.as_of)
    filed = overlay.filed()
    shown = filed[(page - 1) * PER_PAGE : page * PER_PAGE]
    return visit.page(
        "articles.html",
        title=visit.words.say("articles.title", crisis=crisis.name),
        rows=list_rows(overlay.rows(shown), overlay.bonds(), {one.id: one.name for one in filed}),
        total=len(filed),
        page=page,
        pages=-(-len(filed) // PER_PAGE),
    )


@router.get("/articles.{shape}")
def articles_file(visit: Here, shape: Shape) -> Response:
    """The same as a file, all of them; on a map each article stands at the places of its figures."""
    overlay = Overlay(visit.crisis, visit.as_of)
    if shape is Shape.GEOJSON:
        return download(_placed(overlay), shape)
    return download(Sheet(name="articles", heads=LIST_HEADS, rows=map(list_cells, _all_rows(overlay))), shape)


@router.get("/articles/{name}")
def one_article(
    visit: Here, name: str, page: PageNumber | None = None, span: str | None = None, show: str = ""
) -> Response:
    """One article, page by page where it is long; `span=120-134` marks words of it and opens the page that they are on."""
    file = _FILE.fullmatch(name)
    if file:
        return _records_file(visit, file[1], Shape(file[2]), show)
    picked = _span(span)
    overlay = _overlay(visit)
    view = article_page(
        lambda shown: article(visit.ledger, name, as_of=visit.as_of, shown=shown),
        overlay.bonds() if overlay else None,
        page=page,
        picked=picked,
        show=show,
    )
    sisters = view.sisters
    return visit.page(
        "article.html",
        title=view.article.title or view.article.name,
        view=view,
        sisters={one.id: one for one in overlay.named(sisters)} if overlay and sisters else {},
        show=show,
        shows=SHOWN,
        bars_by_place=bars_by_place,
        of_record=of_record,
        day=days_of(view.article.published, view.article.published_basis, view.dating),
        interval=interval,
        printable=printable,
        say=sayer(visit.words),
    )


def _records_file(visit: Visit, name: str, shape: Shape, show: str) -> Response:
    whole = article(visit.ledger, name, as_of=visit.as_of)
    rows = record_cells(whole, show)
    return download(Sheet(name=f"article-{whole.read.article.id}", heads=RECORD_HEADS, rows=rows), shape)


def _placed(overlay: Overlay) -> Sheet:
    at = overlay.standpoints(overlay.filed())
    rows = _all_rows(overlay)
    return Sheet(
        name="articles",
        heads=(*LIST_HEADS, "places"),
        rows=[(*list_cells(row), [one.name for one in at.get(row.id, ())]) for row in rows],
        points=[[(one.longitude, one.latitude) for one in at.get(row.id, ())] for row in rows],
    )


def _all_rows(overlay: Overlay) -> list[ListRow]:
    filed = overlay.filed()
    return list_rows(overlay.rows(filed), overlay.bonds(), {one.id: one.name for one in filed})


def _overlay(visit: Visit) -> Overlay | None:
    try:
        return Overlay(visit.crisis, visit.as_of)
    except CrisisUnnamed:
        return None


def _span(words: str | None) -> Span | None:
    """Return the span that `120-134` says, None for none. Errors: ValueUnknown."""
    if not words:
        return None
    found = re.fullmatch(r"(\d{1,9})-(\d{1,9})", words)
    if not found or int(found[1]) > int(found[2]):
        raise ValueUnknown(f"span={words}", "such as 120-134: where the words begin and where they end")
    return Span(int(found[1]), int(found[2]))
