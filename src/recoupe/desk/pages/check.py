"""A crisis that changed is laid over itself again, where somebody asks for it; looking alone never does that."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Response
from fastapi.responses import RedirectResponse
from starlette.background import BackgroundTask

from recoupe.desk.pages.preferences import own_address as own
from recoupe.desk.visit import Here
from recoupe.errors import LedgerUnwritable
from recoupe.ledger.warming import warm

router = APIRouter()


@router.post("/check")
def check(visit: Here, crisis: Annotated[str, Form()], back: Annotated[str, Form()] = "/") -> Response:
    """Check a crisis and go back to where it Errors: CrisisUnknown, LedgerUnwritable."""
    found = visit.ledger.crisis(crisis)
    if not visit.ledger.writable:
        # it could be checked, and nothing of it kept
        raise LedgerUnwritable(str(visit.ledger.path), "nothing of a check would be kept")
    found.check()
    # whoever looks next need not wait for what this alone changed
    return RedirectResponse(own(back), status_code=303, background=BackgroundTask(warm, visit.ledger, crisis))
