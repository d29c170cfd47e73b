"""Coming in and going out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Response
from fastapi.responses import RedirectResponse

from recoupe.desk.pages.preferences import own_address
from recoupe.desk.people.book import Person
from recoupe.desk.people.door import HOURS, SESSION, VISITOR
from recoupe.desk.visit import Here, Visit

router = APIRouter()


@router.get("/login")
def asking(visit: Here, back: str = "/") -> Response:
    """The form that asks who one is; where nobody logs in, home."""
    if visit.request.state.keys.people is None or visit.person is not None:
        return RedirectResponse(own_address(back), status_code=303)
    return _form(visit, back, "")


@router.post("/login")
def login(
    visit: Here,
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "/",
) -> Response:
    """Let in whoever shows a name and its password; after some failures, only after a wait."""
    keys = visit.request.state.keys
    if keys.people is None:
        return RedirectResponse("/", status_code=303)
    client = visit.request.client.host if visit.request.client else ""
    found = keys.let_in(name, password, client)
    if not isinstance(found, Person):
        if found:
            refused = _form(visit, back, visit.words.say("login.wait", seconds=found), status=429)
            refused.headers["retry-after"] = str(found)
            return refused
        return _form(visit, back, visit.words.say("login.wrong"), status=401)
    answer = RedirectResponse(own_address(back), status_code=303)
    answer.set_cookie(
        SESSION, keys.session(found), max_age=HOURS * 3600, httponly=True, samesite="lax",
        secure=visit.request.url.scheme == "https",
    )  # fmt: skip
    # what was known of the visitor before is not worth anything after
    answer.delete_cookie(VISITOR)
    return answer


@router.post("/logout")
def logout() -> Response:
    """Forget who one was."""
    answer = RedirectResponse("/login", status_code=303)
    answer.delete_cookie(SESSION)
    answer.delete_cookie(VISITOR)
    return answer


def _form(visit: Visit, back: str, fault: str, status: int = 200) -> Response:
    title = visit.words.say("login.title")
    return visit.page("login.html", status=status, title=title, back=own_address(back), fault=fault)
