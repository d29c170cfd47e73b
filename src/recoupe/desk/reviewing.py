"""What the pages and addresses of the review share: who reviews, which queue is asked for, what was sent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Any
from urllib.parse import quote, unquote

from fastapi import Depends, Request, Response

from recoupe.catalogue import Catalogue
from recoupe.desk.visit import Visit
from recoupe.errors import ValueUnknown
from recoupe.model.review import FIELDS, RecordOf, own_word
from recoupe.model.review_queue import QueueRow, State
from recoupe.show.review_case import ReviewCase

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
    """The queue that an address asks for: one type of record or all, in which state, and whether what others said of a
    record stays unseen until one has judged it oneself."""

    of: RecordOf | None
    state: State
    blind: bool = False

    @classmethod
    def asked(cls, of: str | None, state: str | None, blind: bool = False) -> Which:
        """Return the queue of an address's parameters; blind, it is usually of what others judged. Errors: ValueUnknown."""
        if of and of not in list(RecordOf):
            raise ValueUnknown(f"of {of}", "one of " + ", ".join(RecordOf))
        if state and state not in list(State):
            raise ValueUnknown(f"state {state}", "one of " + ", ".join(State))
        usual = State.SECOND if blind else State.OPEN
        return cls(of=RecordOf(of) if of else None, state=State(state) if state else usual, blind=blind)

    def masks(self, case: ReviewCase, by: str) -> bool:
        """Say whether what others said of a record is unseen for a person: not what they added, which nobody else read."""
        spoken = case.standing is not None and case.standing.row is not None
        return self.blind and spoken and not case.added and own_word(case.history, by) is None

    def listed(self, row: QueueRow, by: str) -> QueueRow:
        """Return a row of the queue as a person may see it."""
        if not self.blind or by in row.by:
            return row
        return replace(row, verdict=None, readers="", by=(), at=None, reason=None, changed={}, number=None)


def masked(case: ReviewCase) -> ReviewCase:
    """Return a record with what the program read of it, and nothing of what people said."""
    cells = tuple(replace(cell, judged=cell.read, changed=False) for cell in case.cells)
    return replace(case, cells=cells, standing=None, history=())


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
