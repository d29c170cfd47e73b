"""The situation report of a crisis, to read or to take along."""

from __future__ import annotations

from fastapi import APIRouter, Response
from fastapi.responses import HTMLResponse

from recoupe.desk.reporting import reported
from recoupe.desk.visit import Here, crisis_or_choice
from recoupe.report import Format

router = APIRouter()
_SHOWN = (Format.HTML, Format.PDF, Format.DOCX, Format.MD)


@router.get("/report")
def report(visit: Here, format: Format | None = None, since: str = "") -> Response:
    """The report in a format; without one, the page that asks which."""
    crisis = crisis_or_choice(visit)
    if isinstance(crisis, HTMLResponse):
        return crisis
    if format is not None:
        return reported(visit, format, since, saved=False)
    moments = [at for _, at in crisis.moments() if visit.as_of is None or at[:10] <= visit.as_of]
    return visit.page(
        "report.html",
        title=visit.words.say("report_page.title", crisis=crisis.name),
        formats=_SHOWN,
        since=since,
        at=moments[-1] if moments else None,
    )
