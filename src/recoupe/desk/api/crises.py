"""The crises of the ledger."""

from __future__ import annotations

from recoupe.desk.api.frame import LIMIT, After, Limit, Listed, api_router, cut
from recoupe.desk.visit import Here
from recoupe.store.rows import CrisisRow

router = api_router()


@router.get("/crises")
def crises(visit: Here, after: After = None, limit: Limit = LIMIT) -> Listed[CrisisRow]:
    """The crises that articles were filed under, and how much of each there is."""
    return cut(visit.ledger.browse.crises(), after, limit, key=lambda row: row.name)
