"""Review: what nobody judged yet, one record at a time with its evidence; people accept, reject, correct, and take back."""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Form, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from recoupe.desk.downloads import Shape, Sheet, download
from recoupe.desk.pages.preferences import own_address
from recoupe.desk.pages.record import whole_id
from recoupe.desk.reviewing import Sent, Which, fields_of, keep_reviewer, masked, reviewer, said
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
def review(visit: Here, of: str = "", state: str = "", record: str = "", blind: bool = False) -> Response:
    """The record to judge, in its queue; `blind`, without what others said of it. Looking at it changes nothing."""
    crisis = crisis_or_choice(visit)
    if isinstance(crisis, HTMLResponse):
        return crisis
    return _page(visit, crisis, Which.asked(of, state, blind), whole_id(visit, record) if record else "")


@router.get("/review.{shape}")
def queue(visit: Here, shape: Shape, of: str = "", state: str = "", blind: bool = False) -> Response:
    """The same queue as a file, with what stands of each record; `blind`, where one judged it oneself."""
    which, book, by = Which.asked(of, state, blind), visit.crisis.review(), reviewer(visit)
    items = book.queue(of=which.of, state=which.state, by=by, limit=MOST)
    rows = [astuple(which.listed(row, by)) for row in book.listed(items)]
    return download(Sheet(name="review", heads=tuple(one.name for one in fields(QueueRow)), rows=rows), shape)


@router.post("/review/name")
def name(visit: Here, name: Annotated[str, Form()] = "", back: Annotated[str, Form()] = "/review") -> Response:
    """Keep in the browser under which name one judges, at a desk where nobody logs in."""
    answer = RedirectResponse(own_address(back), status_code=303)
    if visit.alone:
        keep_reviewer(answer, name[:100])
    return answer


@router.post("/review")
def judge(visit: Here, sent: Sent, of: str = "", state: str = "", blind: bool = False) -> Response:
    """Keep a judgement and go on to the next record, or to what others said of this one where one judged it blind; where
    somebody else was quicker, show both. Errors: NotInLedger."""
    which, record, verdict = Which.asked(of, state, blind), sent.get("record", ""), sent.get("verdict", "")
    reason, rests_on = sent.get("reason", ""), sent.get("rests_on", "")
    case = visit.ledger.reviews.case(record)
    unseen = which.masks(case, reviewer(visit))
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
    then = record if unseen or verdict == ReviewVerdict.UNDO else _next(visit, which, record)
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
    by, book, said_wrong = reviewer(visit), crisis.review(), ""
    ask = partial(book.queue, of=which.of, state=which.state, by=by)
    coming = ask(after=record or None, limit=COMING + 1)
    if not record and coming:
        record, coming = coming[0].record, coming[1:]
    queued = book.queued(record) if record else None
    before = ask(before=record, limit=1) if record else []
    last = book.last_of(by)
    case = visit.ledger.reviews.case(record) if record else None
    rests_on, unseen = case.rests_on if case else None, case is not None and which.masks(case, by)
    if case is not None and unseen:
        case = masked(case)
        if isinstance(wrong, ReviewConflict):
            # who was quicker, and what they said, is not to be seen yet
            wrong, said_wrong = None, visit.words.say("review.blind.moved")
    values = {
        "title": visit.words.say("review.title"),
        "by": by,
        "may": visit.may_change,
        "which": which,
        "states": list(State),
        "types": list(RecordOf),
        "progress": book.progress(),
        "case": case,
        "masked": unseen,
        "rests_on": "" if rests_on is None else rests_on,
        "why": queued.why if queued else (),
        "coming": book.listed(coming[:COMING]),
        "before": before[0].record if before else None,
        "last": last,
        "last_words": _words(visit, last.record) if last else "",
        "fields": FIELDS,
        "said": partial(said, visit.words),
        "wrong": told(wrong, visit.words) if wrong else said_wrong,
        "conflict": isinstance(wrong, ReviewConflict),
        "yours": yours,
    }
    return visit.page("review.html", status=status, **values)


def _words(visit: Visit, record: str) -> str:
    """Return the words of a record."""
    return visit.ledger.reviews.words(record)
