"""A record that the program missed, added by a person who read the article."""

from __future__ import annotations

from functools import partial

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from recoupe.desk.faults import answer
from recoupe.desk.reviewing import Sent, Which, fields_of, reviewer, said
from recoupe.desk.told import told
from recoupe.desk.visit import Here, Visit
from recoupe.errors import RecoupeError, ReviewConflict, ValueUnknown
from recoupe.ledger.overlay import article as article_of
from recoupe.model.review import FIELDS, RecordOf
from recoupe.store.rows import Read

router = APIRouter()
_READERS = "readers cannot change what the ledger holds"
_UNWRITABLE = "this ledger cannot be written here"


@router.get("/review/new")
def new(visit: Here, article: str, of: str = "figure") -> Response:
    """The text of an article, and the form of a record in it. Errors: NotInLedger, NameAmbiguous."""
    if not visit.may_change:
        # said before somebody fills in the form
        return answer(visit.request, 403, _READERS if visit.ledger.writable else _UNWRITABLE)
    kind = Which.asked(of, None).of or RecordOf.FIGURE
    return _page(visit, _read(visit, article), kind, {})


@router.post("/review/new")
def add(visit: Here, sent: Sent, article: str, of: str = "figure") -> Response:
    """Keep a record, and show it in the review. Errors: NotInLedger, NameAmbiguous."""
    kind, read = Which.asked(of, None).of or RecordOf.FIGURE, _read(visit, article)
    try:
        start, end = place_of(read.article.text, sent.get("words", ""), sent.get("which", "1"))
        values, reason = fields_of(kind, sent), sent.get("reason", "")
        added = visit.ledger.reviews.add(kind, read.article.id, start, end, values, by=reviewer(visit), reason=reason)
    except (ValueUnknown, ReviewConflict) as error:
        return _page(visit, read, kind, sent, wrong=error, status=409 if isinstance(error, ReviewConflict) else 400)
    there = visit.here("/review", record=added.record, state="judged", of=None, article=None)
    return RedirectResponse(there + "#case", status_code=303)


def _read(visit: Visit, name: str) -> Read:
    """Return an article even where words of its records do not stand in its text any more."""
    return article_of(visit.ledger, name).read


def place_of(text: str, words: str, which: str) -> tuple[int, int]:
    """Return where words stand in a text, the first time or the time that is asked for. Errors: ValueUnknown.

    >>> place_of("12 morts, puis 12 morts", "12 morts", "2")
    (15, 23)
    """
    words = words.strip().replace("\r\n", "\n")
    at, number = -1, int(which) if which.isdecimal() and len(which) < 6 else 1
    if words:
        for _ in range(max(number, 1)):
            at = text.find(words, at + 1)
            if at < 0:
                break
    if at < 0:
        raise ValueUnknown(
            "words", f"the article does not have them{f' {number} times' if number > 1 else ''} to the letter"
        )
    return at, at + len(words)


def _page(
    visit: Visit,
    read: Read,
    of: RecordOf,
    sent: dict[str, str],
    *,
    wrong: RecoupeError | None = None,
    status: int = 200,
) -> Response:
    return visit.page(
        "review_new.html", status=status, title=visit.words.say("review.new.title"), article=read.article, of=of,
        types=list(RecordOf), fields=FIELDS[of], sent=sent, wrong=told(wrong, visit.words) if wrong else "",
        said=partial(said, visit.words),
    )  # fmt: skip
