"""Review: what nobody judged yet, one record at a time with its evidence; people accept, reject, correct, and take back."""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Form, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from recoupe.desk.downloads import Shape, Sheet, download
from recoupe.desk.pages.preferences import own_address
from recoupe.desk.people.book import Role
from recoupe.desk.reviewing import Sent, Which, fields_of, keep_reviewer, reviewer, said
from recoupe.desk.told import told
from recoupe.desk.visit import Here, Visit, crisis_or_choice
from recoupe.errors import NotInLedger, RecoupeError, ReviewConflict, ValueUnknown
from recoupe.ledger import Crisis
from recoupe.model.review import FIELDS, RecordOf, ReviewVerdict
from recoupe.model.review_queue import QueueRow, State

router = APIRouter()
COMING = 6
"""Records of the queue that the page lists behind the one it shows."""
MOST = 100_000
"""Rows of a download at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Yours:
    """What a person wanted to say and the ledger did not keep."""

    verdict: str
    reason: str
    values: dict[str, Any]


@router.get("/review")
def review(visit: Here, of: str = "", state: str = "", record: str = "") -> Response:
    """The record to judge, in its queue. Looking at it changes nothing."""
    crisis = crisis_or_choice(visit)
    if isinstance(crisis, HTMLResponse):
        return crisis
    return _page(visit, crisis, Which.asked(of, state), record)


@router.get("/review.{shape}")
def queue(visit: Here, shape: Shape, of: str = "", state: str = "") -> Response:
    """The same queue as a file, with what stands of each record."""
    which, book = Which.asked(of, state), visit.crisis.review()
    items = book.queue(of=which.of, state=which.state, by=reviewer(visit), limit=MOST)
    rows = [astuple(row) for row in book.listed(items)]
    return download(Sheet(name="review", heads=tuple(one.name for one in fields(QueueRow)), rows=rows), shape)


@router.post("/review/name")
def name(visit: Here, name: Annotated[str, Form()] = "", back: Annotated[str, Form()] = "/review") -> Response:
    """Keep in the browser under which name one judges, at a desk where nobody logs in."""
    answer = RedirectResponse(own_address(back), status_code=303)
    if visit.alone:
        keep_reviewer(answer, name[:100])
    return answer


@router.post("/review")
def judge(visit: Here, sent: Sent, of: str = "", state: str = "") -> Response:
    """Keep a judgement and go on to the next record; where somebody else was quicker, show both. Errors: NotInLedger."""
    which, record, verdict = Which.asked(of, state), sent.get("record", ""), sent.get("verdict", "")
    reason, rests_on = sent.get("reason", ""), sent.get("rests_on", "")
    case = visit.ledger.reviews.case(record)
    values = fields_of(case.of, sent) if verdict == ReviewVerdict.CORRECT else {}
    try:
        visit.ledger.reviews.judge(
            record,
            verdict,
            by=reviewer(visit),
            reason=reason,
            changed=values or None,
            rests_on=int(rests_on) if rests_on.isdecimal() and len(rests_on) < 19 else None,
        )
    except (ReviewConflict, ValueUnknown, NotInLedger) as error:
        status = 409 if isinstance(error, ReviewConflict) else 400
        yours = Yours(verdict=verdict, reason=reason, values=values)
        return _page(visit, visit.crisis, which, record, status=status, wrong=error, yours=yours)
    then = record if verdict == ReviewVerdict.UNDO else _next(visit, which, record)
    return RedirectResponse(visit.here(record=then) + "#case", status_code=303)


def _next(visit: Visit, which: Which, record: str) -> str | None:
    """Return the record behind one in its queue, from the end on the first one, None where the queue is empty."""
    ask = partial(visit.crisis.review().queue, of=which.of, state=which.state, by=reviewer(visit), limit=1)
    for found in (ask(after=record), ask()):
        if found:
            return found[0].record
    return None


def _page(
    visit: Visit,
    crisis: Crisis,
    which: Which,
    record: str,
    *,
    status: int = 200,
    wrong: RecoupeError | None = None,
    yours: Yours | None = None,
) -> Response:
    by, book = reviewer(visit), crisis.review()
    ask = partial(book.queue, of=which.of, state=which.state, by=by)
    coming = ask(after=record or None, limit=COMING + 1)
    if not record and coming:
        record, coming = coming[0].record, coming[1:]
    queued = book.queued(record) if record else None
    before = ask(before=record, limit=1) if record else []
    last = book.last_of(by)
    values = {
        "title": visit.words.say("review.title"),
        "by": by,
        "may": visit.ledger.writable and visit.person is not None and visit.person.role.may(Role.ANALYST),
        "which": which,
        "states": list(State),
        "types": list(RecordOf),
        "progress": book.progress(),
        "case": visit.ledger.reviews.case(record) if record else None,
        "why": queued.why if queued else (),
        "coming": book.listed(coming[:COMING]),
        "before": before[0].record if before else None,
        "last": last,
        "last_words": _words(visit, last.record) if last else "",
        "fields": FIELDS,
        "said": partial(said, visit.words),
        "wrong": told(wrong, visit.words) if wrong else "",
        "conflict": isinstance(wrong, ReviewConflict),
        "yours": yours,
    }
    return visit.page("review.html", status=status, **values)


def _words(visit: Visit, record: str) -> str:
    """Return the words of a record."""
    return visit.ledger.reviews.words(record)
