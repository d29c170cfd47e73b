"""Who copied whom: the families of articles, and what two of them share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Query

from recoupe.desk.api.frame import LIMIT, After, AsOf, CrisisName, Limit, Listed, api_router, cut
from recoupe.desk.visit import Here
from recoupe.ledger.overlay import Overlay
from recoupe.model.passage import Copying, Lineage, Passage
from recoupe.show.beside import Beside, beside

router = api_router()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two articles: how they are bound (null: they are not), the passages they share, and a page of both texts."""

    one: str
    other: str
    copying: Copying | None
    passages: tuple[Passage, ...]
    beside: Beside


@router.get("/lineage")
def lineage(
    visit: Here, crisis: CrisisName = None, as_of: AsOf = None, after: After = None, limit: Limit = LIMIT
) -> Listed[Lineage]:
    """The families of articles that passages bind, the largest first, with who copied whom and why."""
    return cut(Overlay(visit.crisis, visit.as_of).bonds().families, after, limit, key=lambda one: one.id)


@router.get("/lineage/{one}/{other}")
def two_articles(
    visit: Here,
    one: str,
    other: str,
    crisis: CrisisName = None,
    as_of: AsOf = None,
    page: Annotated[int, Query(ge=1, le=10_000_000)] = 1,
) -> Pair:
    """Two articles side by side: paragraphs beside each other, the shared words with the number of their passage."""
    overlay = Overlay(visit.crisis, visit.as_of)
    a, b = overlay.two(one, other)
    bonds = overlay.bonds()
    shared = bonds.shared(a.id, b.id)
    return Pair(
        one=a.id,
        other=b.id,
        copying=bonds.copying(a.id, b.id),
        passages=tuple(shared),
        beside=beside(a, b, shared, page),
    )
