"""Changes: what the last additions and judgements changed, check by check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Query, Response
from fastapi.responses import HTMLResponse

from recoupe.catalogue import Catalogue
from recoupe.desk.downloads import Shape, Sheet, download
from recoupe.desk.visit import Here, crisis_or_choice
from recoupe.errors import NotInLedger
from recoupe.ledger.history import History
from recoupe.ledger.overlay import Overlay
from recoupe.show.changes import ChangeRow
from recoupe.show.questions import sentence_asked
from recoupe.show.saying import Said, sayer
from recoupe.show.values import printable

router = APIRouter()
PER_PAGE, CHECKS = 100, 30
PageNumber = Annotated[int, Query(ge=1, le=10_000_000)]
HEADS = ("at", "check", "what", "says", "articles", "article_ids")


@router.get("/changes")
def changes(visit: Here, page: PageNumber = 1, check: int | None = None, what: str = "") -> Response:
    """What a check changed, by default the last one that changed anything."""
    crisis = crisis_or_choice(visit)
    if isinstance(crisis, HTMLResponse):
        return crisis
    history = History(crisis, visit.as_of)
    number, rows = _rows(history, check)
    shown = [row for row in rows if not what or row.what == what]
    listed = shown[(page - 1) * PER_PAGE : page * PER_PAGE]
    articles = {id for row in listed for id in row.articles[:10]}
    moments = history.moments()
    return visit.page(
        "changes.html",
        title=visit.words.say("changes.title", crisis=crisis.name),
        rows=listed,
        number=number,
        kinds=Counter(row.what for row in rows),
        what=what,
        printable=printable,
        say=_sayer(visit.words),
        moments=moments[:CHECKS],
        checks=len(moments),
        at=next((at for seq, at in moments if seq == number), None),
        names={one.id: one.name for one in Overlay(crisis, visit.as_of).named(articles)} if articles else {},
        page=page,
        pages=-(-len(shown) // PER_PAGE),
    )


@router.get("/changes.{shape}")
def changes_file(visit: Here, shape: Shape, check: int | None = None, what: str = "") -> Response:
    """The same as a file."""
    history = History(visit.crisis, visit.as_of)
    _, rows = _rows(history, check)
    names = {one.id: one.name for one in Overlay(visit.crisis, visit.as_of).filed()}
    cells = [
        (
            row.at,
            row.check,
            row.what,
            row.says,
            "; ".join(names.get(id, id) for id in row.articles) or None,
            "; ".join(row.articles) or None,
        )
        for row in rows
        if not what or row.what == what
    ]
    return download(Sheet(name="changes", heads=HEADS, rows=cells), shape)


def _sayer(words: Catalogue) -> Callable[[str], Said]:
    """Return what says a change in the language of a catalogue, a question in it with it."""
    say = sayer(words)

    def told(sentence: str) -> Said:
        known = sentence_asked(sentence, words)
        return say(sentence) if known == sentence else Said(words=known, language=words.language)

    return told


def _rows(history: History, check: int | None) -> tuple[int | None, tuple[ChangeRow, ...]]:
    """Return the check of a number, or the last that changed anything, and what it changed. Errors: NotInLedger."""
    if check is None:
        first = next(iter(history.items()), None)
        return (first[0], history.changes(first[0])) if first else (None, ())
    if check not in {number for number, _ in history.moments()}:
        raise NotInLedger(f"check {check}", f"no check of the crisis {history.crisis.name}")
    return check, history.changes(check)
