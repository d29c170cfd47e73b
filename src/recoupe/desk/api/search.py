"""The search over everything."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Query
from pydantic import BaseModel

from recoupe.desk.api.frame import After, AsOf, Listed, api_router, cursor, reached
from recoupe.desk.api.records import Crisis
from recoupe.desk.visit import Here
from recoupe.errors import ValueUnknown

router = api_router()


class Excerpt(BaseModel):
    """A stretch of an article that holds the words: `marks` are their offsets in `excerpt`, `records` the ids of the
    records that meet it. Where only the title holds them, it is the title, at 0 to 0."""

    article: str
    article_id: str
    published: str | None
    start: int
    end: int
    excerpt: str
    marks: list[tuple[int, int]]
    records: list[str]


class NamedCount(BaseModel):
    """How many records of a kind have all the words in their names; ask for them with `q` there."""

    of: str
    total: int


class SoughtPage(Listed[Excerpt]):
    """One page of what a search found. `articles` counts those that hold all the words; `record` is the one whose id begins so."""

    articles: int
    named: list[NamedCount]
    record: str | None


@router.get("/search")
def search(
    visit: Here,
    q: Annotated[str, Query(min_length=1, max_length=500, description="Words; `brebi*` is any that begins so.")],
    crisis: Crisis = None,
    as_of: AsOf = None,
    after: After = None,
    limit: Annotated[int, Query(ge=1, le=100, description="How many articles a page holds at most.")] = 10,
) -> SoughtPage:
    """The stretches of articles that hold all the words, the best article first, and how many records name them."""
    past = _past(after)
    found = visit.ledger.seeking.seek(q, crisis=crisis or None, as_of=visit.as_of, most=limit, past=past)
    return SoughtPage(
        items=[
            Excerpt(
                article=hit.article,
                article_id=hit.article_id,
                published=hit.published,
                start=hit.start,
                end=hit.end,
                excerpt=hit.excerpt,
                marks=list(hit.marks),
                records=[line.row.id for line in lines],
            )
            for hit, lines in found.hits
        ],
        next=cursor(past + found.here) if found.more else None,
        articles=found.articles,
        named=[NamedCount(of=one.of.value, total=one.total) for one in found.named],
        record=found.record,
    )


def _past(after: str | None) -> int:
    """Return how many articles a cursor leaves behind. Errors: ValueUnknown."""
    found: list[Any] = [0] if after is None else reached(after)
    if len(found) != 1 or not isinstance(found[0], int) or not 0 <= found[0] < 2**31:
        raise ValueUnknown("after", "it is no cursor of this list")
    return int(found[0])
