"""What happened, day by day, as told."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from recoupe.desk.api.frame import LIMIT, After, AsOf, CrisisName, Limit, Listed, api_router, cut
from recoupe.desk.visit import Here
from recoupe.ledger.overlay import Overlay
from recoupe.model.crosscheck import key_of
from recoupe.model.timeline import Entry, EntryOf
from recoupe.show.lanes import Asked, selected

router = api_router()


class TimelinePage(Listed[Entry]):
    """One page of a timeline; `left_out` counts the things of the whole crisis that no day is known of."""

    left_out: int


@router.get("/timeline")
def timeline(
    visit: Here,
    crisis: CrisisName = None,
    as_of: AsOf = None,
    month: Annotated[str | None, Query(pattern=r"^\d{4}(-\d{2})?$", description="A month such as 2016-12.")] = None,
    of: EntryOf | None = None,
    disputed: bool = False,
    after: After = None,
    limit: Limit = LIMIT,
) -> TimelinePage:
    """The entries of a timeline by day: of each the days on which it was told, its sources, and the origins behind it."""
    overlay = Overlay(visit.crisis, visit.as_of)
    found = selected(overlay.bonds(), Asked(month=month, of=of, disputed=disputed), whole=True)
    page = cut(found.entries, after, limit, key=lambda one: key_of("timeline", one))
    return TimelinePage(items=page.items, next=page.next, left_out=overlay.left_out())
