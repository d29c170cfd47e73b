"""Timeline: what happened, day by day, beside the days on which it was told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Annotated

from fastapi import APIRouter, Query, Response
from fastapi.responses import HTMLResponse

from recoupe.desk.downloads import Shape, Sheet, download
from recoupe.desk.visit import Here, crisis_or_choice
from recoupe.errors import ValueUnknown
from recoupe.ledger.overlay import Overlay
from recoupe.model.timeline import EntryOf
from recoupe.show.lanes import ENTRY_HEADS, PER_PAGE, WIDTH, Asked, entry_cells, lanes, selected
from recoupe.show.values import printable
from recoupe.store.quotes import Quote

router = APIRouter()
PageNumber = Annotated[int, Query(ge=1, le=10_000_000)]
LINKS = 4
"""How many articles of an entry are linked; the others are counted."""
TOLD = 40
"""How many tellings of an entry are looked at for its articles."""
DAYLESS = 200
"""How many of the things without a day are listed."""


@router.get("/timeline")
def timeline(visit: Here, page: PageNumber = 1, month: str = "", of: str = "", disputed: bool = False) -> Response:
    """The entries of a crisis, or of a month of it; what has no day is counted beneath."""
    crisis = crisis_or_choice(visit)
    if isinstance(crisis, HTMLResponse):
        return crisis
    overlay = Overlay(crisis, visit.as_of)
    found = selected(overlay.bonds(), asked(month, of, disputed))
    shown = found.entries[(page - 1) * PER_PAGE : page * PER_PAGE]
    nowhen = overlay.nowhen()
    return visit.page(
        "timeline.html",
        title=visit.words.say("timeline.title", crisis=crisis.name),
        entries=shown,
        found=found,
        quotes=overlay.quotes(id for entry in shown for id in entry.records[:TOLD]),
        links=LINKS,
        told_most=TOLD,
        once=once,
        picture=lanes(shown),
        width=WIDTH,
        printable=printable,
        left_out=len(nowhen),
        dayless=list(overlay.quotes(nowhen[:DAYLESS]).values()),
        kinds=list(EntryOf),
        asked_of=of,
        asked_disputed=disputed,
        dispute=overlay.bonds().dispute,
        page=page,
        pages=-(-len(found.entries) // PER_PAGE),
    )


@router.get("/timeline.{shape}")
def timeline_file(visit: Here, shape: Shape, month: str = "", of: str = "", disputed: bool = False) -> Response:
    """The same as a file, all months where none is named."""
    overlay = Overlay(visit.crisis, visit.as_of)
    found = selected(overlay.bonds(), asked(month, of, disputed), whole=True)
    names = {one.id: one.name for one in overlay.filed()}
    return download(
        Sheet(name="timeline", heads=ENTRY_HEADS, rows=(entry_cells(one, names) for one in found.entries)), shape
    )


def asked(month: str, of: str, disputed: bool) -> Asked:
    """Return what the parameters of an address ask for. Errors: ValueUnknown."""
    if month and not re.fullmatch(r"\d{4}(-\d{2})?", month):
        raise ValueUnknown(f"month={month}", "such as 2016-12")
    return Asked(month=month or None, of=of or None, disputed=disputed)


def once(records: Iterable[str], quotes: Mapping[str, Quote]) -> list[Quote]:
    """Return for some records the first quote of each article."""
    found: dict[str, Quote] = {}
    for id in records:
        if id in quotes:
            found.setdefault(quotes[id].article_id, quotes[id])
    return list(found.values())
