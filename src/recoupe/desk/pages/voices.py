"""Who says what: disputes and agreements as matrices of claims and speakers, each cell with its words and articles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Response
from fastapi.responses import HTMLResponse

from recoupe.desk.downloads import Shape, Sheet, download
from recoupe.desk.visit import Here, crisis_or_choice
from recoupe.errors import NotInLedger
from recoupe.ledger.overlay import Overlay
from recoupe.show.saying import sayer
from recoupe.show.values import printable
from recoupe.show.voices import OUTLET, SHOWN, VOICE_HEADS, Outline, counts, matters, outlines, voice_cells

router = APIRouter()
PER_PAGE = 8
VOICES, QUOTES, REASONS = 6, 8, 4
"""How many voices of a cell, articles of a voice and reasons are shown; the others are counted."""
PageNumber = Annotated[int, Query(ge=1, le=10_000_000)]


@router.get("/voices")
def voices(visit: Here, page: PageNumber = 1, show: str = "", dispute: str | None = None) -> Response:
    """The matters of a crisis: what is disputed, what conflicts, what agrees; or one dispute."""
    crisis = crisis_or_choice(visit)
    if isinstance(crisis, HTMLResponse):
        return crisis
    overlay = Overlay(crisis, visit.as_of)
    found = _found(overlay, show, dispute)
    shown = found[(page - 1) * PER_PAGE : page * PER_PAGE]
    quotes = overlay.quotes(id for one in shown for id in one.told(overlay.bonds()))
    return visit.page(
        "voices.html",
        title=visit.words.say("voices.title", crisis=crisis.name),
        matters=matters(shown, overlay.bonds(), quotes),
        counts=counts(overlay.bonds()),
        shows=SHOWN,
        show=show,
        alone=dispute,
        outlet=OUTLET,
        printable=printable,
        say=sayer(visit.words),
        most={"voices": VOICES, "quotes": QUOTES, "reasons": REASONS},
        page=page,
        pages=-(-len(found) // PER_PAGE),
    )


@router.get("/voices.{shape}")
def voices_file(visit: Here, shape: Shape, show: str = "", dispute: str | None = None) -> Response:
    """The same as a file: a row for each claim and speaker."""
    overlay = Overlay(visit.crisis, visit.as_of)
    found = _found(overlay, show, dispute)
    bonds = overlay.bonds()
    listed = matters(found, bonds, overlay.quotes(id for one in found for id in one.told(bonds)))
    rows = (row for matter in listed for row in voice_cells(matter, visit.words.term))
    return download(Sheet(name="voices", heads=VOICE_HEADS, rows=rows), shape)


def _found(overlay: Overlay, show: str, dispute: str | None) -> Sequence[Outline]:
    found = outlines(overlay.bonds(), show, dispute)
    if dispute is not None and not found:
        raise NotInLedger(dispute, f"no dispute of the crisis {overlay.crisis.name}")
    return found
