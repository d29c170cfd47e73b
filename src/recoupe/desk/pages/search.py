"""Search over everything: the texts of the articles with the records in them, and the records that name the words."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from recoupe.desk.asking import Asking
from recoupe.desk.downloads import Shape, Sheet, download
from recoupe.desk.visit import Here
from recoupe.errors import ValueUnknown
from recoupe.ledger.finding import Named
from recoupe.show.values import interval

router = APIRouter()
PER_PAGE = 10
MOST = 500
"""Articles whose excerpts a file holds."""
Words = Annotated[str, Query(max_length=500)]
Past = Annotated[int, Query(ge=0, le=10_000_000)]


@router.get("/search")
def search(visit: Here, q: Words = "", past: Past = 0) -> Response:
    """What the ledger has of some words."""
    found = None
    if q.strip():
        found = visit.ledger.seeking.seek(q, crisis=visit.crisis_name, as_of=visit.as_of, most=PER_PAGE, past=past)

    def all_of(named: Named) -> str:
        ask = Asking(visit=visit, path=f"/{named.of}", question=named.question, size=50, after=None, before=None)
        return ask.link(size=None)

    title = visit.words.say("search.title") if found is None else visit.words.say("search.title_of", words=q.strip())
    return visit.page(
        "search.html",
        title=title,
        q=q,
        found=found,
        past=past,
        per_page=PER_PAGE,
        most=MOST,
        all_of=all_of,
        interval=interval,
        cut=cut,
    )


@router.get("/search.{shape}")
def search_file(visit: Here, shape: Shape, q: Words = "") -> Response:
    """The excerpts as a file."""
    if shape is Shape.GEOJSON:
        raise ValueUnknown(shape.value, "excerpts have no places; csv, xlsx and json are to be had")
    found = visit.ledger.seeking.seek(q, crisis=visit.crisis_name, as_of=visit.as_of, most=MOST)
    heads = ("article", "article_id", "published", "start", "end", "excerpt", "records")
    rows = [
        (hit.article, hit.article_id, hit.published, hit.start, hit.end, hit.excerpt, [line.row.id for line in lines])
        for hit, lines in found.hits
    ]
    return download(Sheet(name="search", heads=heads, rows=rows), shape)


def cut(excerpt: str, marks: tuple[tuple[int, int], ...], most: int = 600) -> list[tuple[str, bool]]:
    """Return an excerpt in pieces, each with whether it was sought; a long one ends after so many signs.

    >>> cut("Le maire a dit", ((3, 8),))
    [('Le ', False), ('maire', True), (' a dit', False)]
    """
    pieces, at = [], 0
    for start, end in marks:
        if end > most:
            break
        pieces += [(excerpt[at:start], False), (excerpt[start:end], True)]
        at = end
    rest = excerpt[at:most] + ("…" if len(excerpt) > most else "")
    return [piece for piece in [*pieces, (rest, False)] if piece[0]]
