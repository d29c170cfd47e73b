"""Lineage: the families of articles, who copied whom and why; and two texts side by side."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from fastapi.responses import HTMLResponse

from recoupe.desk.downloads import Shape, Sheet, download
from recoupe.desk.visit import Here, Visit, crisis_or_choice
from recoupe.errors import NotInLedger
from recoupe.ledger.overlay import Overlay
from recoupe.show.article_list import days_of
from recoupe.show.beside import beside
from recoupe.show.bonds import Bonds
from recoupe.show.families import ARTICLES, PAIR_HEADS, PAIRS, family, loose_pairs, nodes, pair_cells, pair_of
from recoupe.show.graphs import gexf, graphml
from recoupe.show.saying import sayer

router = APIRouter()
PER_PAGE = 10
LOOSE = 40
PageNumber = Annotated[int, Query(ge=1, le=10_000_000)]


@router.get("/lineage")
def lineage(visit: Here, page: PageNumber = 1, family: str | None = None) -> Response:
    """The families of a crisis, or one of them; below, what else two articles share."""
    crisis = crisis_or_choice(visit)
    if isinstance(crisis, HTMLResponse):
        return crisis
    overlay = Overlay(crisis, visit.as_of)
    bonds = overlay.bonds()
    return _families(visit, overlay, bonds, page) if family is None else _family(visit, overlay, bonds, family, page)


def _families(visit: Visit, overlay: Overlay, bonds: Bonds, page: int) -> Response:
    first = (page - 1) * PER_PAGE
    some = [
        family(number, one, bonds) for number, one in enumerate(bonds.families[first : first + PER_PAGE], first + 1)
    ]
    loose = loose_pairs(bonds) if page == 1 else []
    ids = {id for one in some for id in one.articles} | {
        id for one in some for p in one.pairs for id in (p.one, p.other)
    }
    ids |= {id for one in loose[:LOOSE] for id in one[:2]}
    return visit.page(
        "lineage.html",
        title=visit.words.say("lineage.title", crisis=overlay.crisis.name),
        families=some,
        whole=None,
        total=len(bonds.families),
        loose=loose[:LOOSE],
        all_loose=len(loose),
        **_named(overlay, ids),
        sources_of=bonds.sources_of,
        dating_of=bonds.dating_of,
        days_of=days_of,
        say=sayer(visit.words),
        page=page,
        pages=-(-len(bonds.families) // PER_PAGE),
    )


def _family(visit: Visit, overlay: Overlay, bonds: Bonds, id: str, page: int) -> Response:
    found = [(number, one) for number, one in enumerate(bonds.families, 1) if one.id == id]
    if not found:
        raise NotInLedger(id, f"no family of the crisis {overlay.crisis.name}")
    shown = family(*found[0], bonds, page=page)
    ids = {*shown.articles, *(id for pair in shown.pairs for id in (pair.one, pair.other))}
    return visit.page(
        "lineage.html",
        title=visit.words.say("articles.family", n=shown.number),
        families=[shown],
        whole=shown.id,
        total=1,
        loose=[],
        all_loose=0,
        **_named(overlay, ids),
        sources_of=bonds.sources_of,
        dating_of=bonds.dating_of,
        days_of=days_of,
        say=sayer(visit.words),
        page=page,
        pages=max(-(-shown.all_articles // ARTICLES), -(-shown.all_pairs // PAIRS)),
    )


@router.get("/lineage.gexf")
def as_gexf(visit: Here) -> Response:
    """The graph of who copied whom as GEXF."""
    return _graph(visit, "gexf")


@router.get("/lineage.graphml")
def as_graphml(visit: Here) -> Response:
    """The graph of who copied whom as GraphML."""
    return _graph(visit, "graphml")


@router.get("/lineage.{shape}")
def lineage_file(visit: Here, shape: Shape) -> Response:
    """Every pair of every family as a file."""
    overlay = Overlay(visit.crisis, visit.as_of)
    names = {one.id: one.name for one in overlay.filed()}
    return download(Sheet(name="lineage", heads=PAIR_HEADS, rows=pair_cells(overlay.bonds(), names)), shape)


@router.get("/lineage/{one}/{other}")
def side_by_side(visit: Here, one: str, other: str, page: PageNumber = 1) -> Response:
    """Two texts side by side, their shared words marked."""
    crisis = crisis_or_choice(visit)
    if isinstance(crisis, HTMLResponse):
        return crisis
    overlay = Overlay(crisis, visit.as_of)
    a, b = overlay.two(one, other)
    bonds = overlay.bonds()
    copying = bonds.copying(a.id, b.id)
    return visit.page(
        "beside.html",
        title=visit.words.say("lineage.beside", one=a.title or a.name, other=b.title or b.name),
        articles=(a, b),
        view=beside(a, b, bonds.shared(a.id, b.id), page),
        pair=pair_of(copying) if copying else None,
        dating_of=bonds.dating_of,
        days_of=days_of,
        say=sayer(visit.words),
    )


def _graph(visit: Visit, form: str) -> Response:
    overlay = Overlay(visit.crisis, visit.as_of)
    copyings = [one for lineage in overlay.found().lineages for one in lineage.copyings]
    drawn = (gexf if form == "gexf" else graphml)(nodes(overlay.rows(overlay.filed())), copyings)
    named = f'attachment; filename="lineage.{form}"'
    return Response(drawn, media_type="application/xml", headers={"content-disposition": named})


def _named(overlay: Overlay, ids: set[str]) -> dict[str, Any]:
    """Return the articles of some ids, and what each is called, as a template takes them."""
    articles = {one.id: one for one in overlay.named(ids)}
    return {"articles": articles, "names": {id: one.title or one.name for id, one in articles.items()}}
