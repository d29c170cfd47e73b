"""The places of figures and events."""

from __future__ import annotations

from recoupe.desk.api.frame import LIMIT, After, AsOf, CrisisName, Limit, Listed, api_router, cut
from recoupe.desk.pages.map import Choice, Of, sites_shown
from recoupe.desk.visit import Here
from recoupe.model.figure import Kind
from recoupe.show.maps.sites import Site

router = api_router()


class Places(Listed[Site]):
    """One page of places; `figures_without` and `events_without` count the records that have no place at all."""

    figures_without: int
    events_without: int


@router.get("/map")
def places(
    visit: Here,
    crisis: CrisisName = None,
    as_of: AsOf = None,
    of: Of = Of.ALL,
    kind: Kind | None = None,
    after: After = None,
    limit: Limit = LIMIT,
) -> Places:
    """The places that records of a crisis name, those with a point first, each by how many records name it.

    A record lies within `radius_km` of the point, as far as the text tells; `certainty` says what that rests on.
    """
    sites = sites_shown(visit.crisis, visit.as_of, Choice(of=of, kind=kind))
    page = cut(sites.all, after, limit, key=lambda site: site.key)
    return Places(
        items=page.items, next=page.next, figures_without=sites.figures_without, events_without=sites.events_without
    )
