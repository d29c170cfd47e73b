"""Who the people of the desk are; for admins."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Response
from fastapi.responses import RedirectResponse

from recoupe.desk.people.book import SHORTEST, PeopleBook, Role
from recoupe.desk.told import told
from recoupe.desk.visit import Here, Visit
from recoupe.errors import ValueUnknown

router = APIRouter()


@router.get("/people")
def people(visit: Here) -> Response:
    """The people, and the form that adds one."""
    return _page(visit, "")


@router.post("/people")
def add(
    visit: Here,
    name: Annotated[str, Form()] = "",
    role: Annotated[Role, Form()] = Role.READER,
    password: Annotated[str, Form()] = "",
) -> Response:
    """Add a person, or give one another role and password."""
    book = _book(visit)
    try:
        book.add(name, role, password)
    except ValueUnknown as error:
        return _page(visit, told(error, visit.words), status=400)
    return RedirectResponse("/people", status_code=303)


@router.post("/people/remove")
def remove(visit: Here, name: Annotated[str, Form()] = "") -> Response:
    """Take a person out, but not oneself."""
    book = _book(visit)
    if visit.person is not None and name == visit.person.name:
        return _page(visit, visit.words.say("people.oneself"), status=400)
    book.remove(name)
    return RedirectResponse("/people", status_code=303)


def _page(visit: Visit, fault: str, status: int = 200) -> Response:
    book = _book(visit)
    title = visit.words.say("people.title")
    return visit.page(
        "people.html",
        status=status,
        title=title,
        people=book.people(),
        roles=list(Role),
        shortest=SHORTEST,
        fault=fault,
    )


def _book(visit: Visit) -> PeopleBook:
    book: PeopleBook | None = visit.request.state.keys.people
    if book is None or visit.person is None:
        raise HTTPException(404, "one person alone at this machine needs no login")
    if not visit.person.role.may(Role.ADMIN):
        raise HTTPException(403, "for admins")
    return book
