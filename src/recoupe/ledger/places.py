"""A crisis in, the places of its figures and events out, with what is known of where they are."""

from __future__ import annotations

from collections.abc import Iterable

from recoupe.crosscheck.origins.together import Telling, origins_together
from recoupe.ledger.crisis import Crisis
from recoupe.show.maps.sites import Sites, sites_of
from recoupe.store.sites import Behind, placed

__all__ = ["Sites", "places_of"]


def places_of(crisis: Crisis, as_of: str | None = None, *, kind: str | None = None, checked: bool = False) -> Sites:
    """Return the places that the records of a crisis name, as of a day; of the figures, those of one kind where it is given.

    What people rejected is left out, what they corrected stands as corrected. Origins are those of the last check; where
    `checked`, so are the articles.
    """
    book = crisis._book
    check = book.last_check(as_of)
    told = placed(
        book.engine, book.path, crisis.name, as_of=as_of, check=check, kind=kind, summed=_summed, checked=checked
    )
    return sites_of(told, checked=check is not None)


def _summed(some: Iterable[Behind]) -> int:
    return origins_together(Telling(article, source, origins) for article, source, origins in some)
