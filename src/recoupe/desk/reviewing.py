"""What the pages and addresses of the review share: who reviews, which queue is asked for, what was sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import quote, unquote

from fastapi import Depends, Request, Response

from recoupe.catalogue import Catalogue
from recoupe.desk.visit import Visit
from recoupe.errors import ValueUnknown
from recoupe.model.review import FIELDS, RecordOf
from recoupe.model.review_queue import State

COOKIE = "reviewer"
FIELD = "f."
"""What the name of a field's input begins with in a form."""
_YEAR = 365 * 24 * 3600


async def _sent(request: Request) -> dict[str, str]:
    return {key: value for key, value in (await request.form()).items() if isinstance(value, str)}


Sent = Annotated[dict[str, str], Depends(_sent)]
"""The fields of a form that was sent, whatever they are called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Which:
    """The queue that an address asks for: one type of record or all, and in which state."""

    of: RecordOf | None
    state: State

    @classmethod
    def asked(cls, of: str | None, state: str | None) -> Which:
        """Return the queue of an address's parameters. Errors: ValueUnknown."""
        if of and of not in list(RecordOf):
            raise ValueUnknown(f"of {of}", "one of " + ", ".join(RecordOf))
        if state and state not in list(State):
            raise ValueUnknown(f"state {state}", "one of " + ", ".join(State))
        return cls(of=RecordOf(of) if of else None, state=State(state) if state else State.OPEN)


def reviewer(visit: Visit) -> str:
    """Return under which name a visitor judges: the own one; at a desk without login, one that the browser may keep."""
    name = unquote(visit.request.cookies.get(COOKIE, "")).strip() if visit.alone else ""
    return name or (visit.person.name if visit.person else "")


def keep_reviewer(answer: Response, name: str) -> None:
    """Have the browser keep a name; a blank one is forgotten."""
    if name.strip():
        answer.set_cookie(COOKIE, quote(name.strip()), max_age=_YEAR, httponly=True, samesite="lax")
    else:
        answer.delete_cookie(COOKIE)


def fields_of(of: RecordOf, sent: dict[str, str]) -> dict[str, Any]:
    """Return the fields of a record that a form sent."""
    return {name: sent[FIELD + name] for name in FIELDS[of] if FIELD + name in sent}


def said(words: Catalogue, name: str, value: Any) -> str:
    """Return a value of a field as the interface writes it; an unknown one is blank.

    >>> said(Catalogue.of("en"), "kind", "killed"), said(Catalogue.of("en"), "low", 1200), said(Catalogue.of("en"), "low", None)
    ('killed', '1,200', '')
    """
    if value is None:
        return ""
    if name in ("low", "high"):
        return words.number(value)
    if name == "date_precision":
        return words.say(f"review.precision.{value}")
    if name == "unit":
        return words.words.get(f"review.unit.{value}", str(value))
    return words.term(name, str(value))
