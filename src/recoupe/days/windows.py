"""A moment and the reference day in, the days that it covers out."""

from __future__ import annotations

import datetime

from recoupe.days.forms import (
    CONTRADICTION,
    NO_ANCHOR,
    NO_DATE,
    NO_END,
    NO_REFERENCE,
    Days,
    Question,
    Unresolved,
    days_of,
)
from recoupe.model.moment import Lean, Moment, Window

__all__ = ["CONTRADICTION", "NO_ANCHOR", "NO_DATE", "NO_END", "NO_REFERENCE", "resolve"]


def resolve(
    moment: Moment, reference: datetime.date | None, *, future: bool | None = None, anchor: datetime.date | None = None
) -> Window:
    """Return the days that a moment covers, counted from the reference day; never raises.

    `future` is the tense of the clause: True takes the coming day, False the past one, None (not known) the past
    weekday and the nearest date. `anchor` is the day that `la veille` and `depuis le début du siège` count from. Days
    are ISO days, months or years; a side that stays None has its reason in `why_open`, save the open side of a window
    that the words leave open (`d'ici à vendredi` has no start).

    >>> from recoupe.model.span import Span
    >>> since = Moment(span=Span(0, 21), rule="", form="date", value=("", "11", "15", "", ""), starts=True)
    >>> resolve(since, datetime.date(2016, 12, 8))
    Window(since='2016-11-15', until='2016-12-08', why_open=None)
    """
    question = Question(reference, anchor, _look(moment, future), moment.lean is Lean.RATHER_COMING)
    try:
        days = days_of(moment, question)
    except Unresolved as reason:
        lasts = moment.starts or (moment.form == "rolling" and moment.value[1].startswith("-"))
        return Window(until=reference.isoformat() if reference and lasts else None, why_open=str(reason))
    except (OverflowError, ValueError):
        return Window(why_open=NO_DATE)
    return _window(moment, days, reference)


def _look(moment: Moment, future: bool | None) -> bool | None:
    """Return where the words look, the clause's tense where they do not say."""
    match moment.lean:
        case Lean.PAST:
            return False
        case Lean.COMING:
            return True
        case Lean.RATHER_COMING:
            return True if future is None and moment.form in ("weekday", "period") else future
        case Lean.NONE:
            return future


def _window(moment: Moment, days: Days, reference: datetime.date | None) -> Window:
    """Return the window that the days make with the words that open or close it."""
    since, until = _written(days.first, days.fine), _written(days.last, days.fine_last or days.fine)
    part = moment.value[0] if moment.form == "part" else ""
    if part == "start" and (moment.starts or moment.opens):
        since = days.first.isoformat()
    if part == "end" and moment.ends:
        until = days.last.isoformat()
    if moment.starts:
        if reference is None:
            return Window(since=since, why_open=NO_REFERENCE)
        if days.first > reference:
            return Window(since=since, why_open=CONTRADICTION)
        return Window(since=since, until=reference.isoformat())
    if moment.opens:
        return Window(since=since, why_open=NO_END)
    if moment.ends:
        return Window(until=until)
    return Window(since=since, until=until)


def _written(day: datetime.date, fine: str) -> str:
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[fine]]
