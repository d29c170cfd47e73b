"""Home: the crises of the ledger and how much of each there is."""

from __future__ import annotations

from fastapi import APIRouter, Response

from recoupe.desk.downloads import Shape, Sheet, download
from recoupe.desk.visit import Here

router = APIRouter()


@router.get("/")
def home(visit: Here) -> Response:
    """The crises of the ledger."""
    return visit.page("home.html", title=visit.words.say("home.title"), crises=visit.ledger.browse.crises())


@router.get("/crises.{shape}")
def crises(visit: Here, shape: Shape) -> Response:
    """The same as a file."""
    table = visit.ledger.browse.crises()
    rows = [tuple(row.values()) for row in table.to_dicts()]
    return download(Sheet(name="crises", heads=table.fields, rows=rows), shape)
