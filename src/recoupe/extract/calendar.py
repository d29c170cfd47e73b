"""A moment and the reference day in, the days that it covers out."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace

from recoupe.model.moment import Lean, Moment, Window

NO_REFERENCE = "the day that the words count from is not known"
NO_ANCHOR = "the words count from another day of the text"
NO_DATE = "the words give no date"
NO_END = "the words do not say until when"
CONTRADICTION = "the window would end before it starts"
AHEAD = 62  # days: a date without a year that lies no further ahead is the coming one, unless the tense says otherwise
JUST_GONE = 31  # days: a deadline without a year that is no longer past than this was missed or met, not set anew

_ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Days:
    """What a form covers: its first and last day, each written as finely as the words are (`day`, `month`, `year`)."""

    first: datetime.date
    last: datetime.date
    fine: str = "day"
    fine_last: str = ""


@dataclass(frozen=True, slots=True)
class _Question:
    """The day to count from, the one that anchored words count from, where the clause looks (True ahead, False back).

    `deadline` says that the words close a window, which mostly lies ahead.
    """

    reference: datetime.date | None
    anchor: datetime.date | None
    future: bool | None
    deadline: bool = False


class _Unresolved(Exception):
    """The words cannot be laid on the calendar; the message says why."""


def resolve(
    moment: Moment, reference: datetime.date | None, *, future: bool | None = None, anchor: datetime.date | None = None
) -> Window:
    """Return the days that a moment covers, counted from the reference day; never raises.

    `future` is the tense of the clause: True takes the coming day, False the past one, None (not known) the past
    weekday and the nearest date. `anchor` is the day that `la veille` and `depuis le début du siège` count from. Days
    are ISO days, months or years; a side that stays None has its reason in `why_open`, save the open side of a window
    that the words leave open (`d'ici à vendredi` has no start).

    >>> from recoupe.extract.moments import find_moments
    >>> resolve(find_moments("depuis le 15 novembre")[0], datetime.date(2016, 12, 8))
    Window(since='2016-11-15', until='2016-12-08', why_open=None)
    """
    question = _Question(reference, anchor, _look(moment, future), moment.lean is Lean.RATHER_COMING)
    try:
        days = _days(moment, question)
    except _Unresolved as reason:
        until = reference.isoformat() if reference and (moment.starts or moment.form == "until_now") else None
        return Window(until=until, why_open=str(reason))
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


def _window(moment: Moment, days: _Days, reference: datetime.date | None) -> Window:
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


def _days(moment: Moment, question: _Question) -> _Days:
    return _FORMS[moment.form](moment, question)


def _reference(question: _Question) -> datetime.date:
    if question.reference is None:
        raise _Unresolved(NO_REFERENCE)
    return question.reference


def _one(day: datetime.date) -> _Days:
    return _Days(day, day)


def _month_of(year: int, month: int) -> _Days:
    last = calendar.monthrange(year, month)[1]
    return _Days(datetime.date(year, month, 1), datetime.date(year, month, last), "month")


def _year_of(year: int) -> _Days:
    return _Days(datetime.date(year, 1, 1), datetime.date(year, 12, 31), "year")


def _months_on(day: datetime.date, months: int) -> tuple[int, int]:
    """Return the year and month that lie so many months after a day."""
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1


def _nearest(candidates: list[datetime.date], question: _Question, turn: str) -> datetime.date:
    """Return the candidate that the words and the tense mean: the last, the coming, or the nearer one of the two."""
    reference = _reference(question)
    past = [day for day in candidates if day < reference or (day == reference and turn != "last")]
    coming = [day for day in candidates if day > reference or (day == reference and turn != "next")]
    if turn == "last" or (turn != "next" and question.future is False):
        chosen = past[-1:]
    elif turn == "next" or question.future:
        chosen = coming[:1]
    elif question.deadline:
        just_gone = past and (reference - past[-1]).days <= JUST_GONE and (reference - past[-1]) < coming[0] - reference
        chosen = past[-1:] if just_gone else coming[:1]
    else:
        chosen = past[-1:] or coming[:1]
        if coming and (coming[0] - reference).days <= AHEAD:
            nearer = not past or coming[0] - reference <= reference - past[-1]
            chosen = coming[:1] if nearer else chosen
    if not chosen:
        raise _Unresolved(NO_DATE)
    return chosen[0]


def _date(moment: Moment, question: _Question) -> _Days:
    year, month, day, weekday, turn = moment.value
    if year:
        return _one(datetime.date(int(year), int(month), int(day)))
    reference = _reference(question)
    candidates = [
        datetime.date(candidate, int(month), int(day))
        for candidate in range(max(1, reference.year - 8), min(9999, reference.year + 8) + 1)
        if (month, day) != ("2", "29") or calendar.isleap(candidate)
    ]
    if weekday:
        near = [day for day in candidates if abs((day - reference).days) < 366 and day.weekday() == int(weekday)]
        candidates = near or candidates
        if len(near) == 1:
            return _one(near[0])
    return _one(_nearest(candidates, question, turn))


def _weekday(moment: Moment, question: _Question) -> _Days:
    weekday, turn = int(moment.value[0]), moment.value[1]
    if turn == "following":
        if question.anchor is None:
            raise _Unresolved(NO_ANCHOR)
        return _one(question.anchor + datetime.timedelta(days=(weekday - question.anchor.weekday() - 1) % 7 + 1))
    reference = _reference(question)
    back = (reference.weekday() - weekday) % 7
    if turn == "last":
        return _one(reference - datetime.timedelta(days=back or 7))
    if turn == "next":
        return _one(reference + datetime.timedelta(days=(7 - back) % 7 or 7))
    if question.future:
        return _one(reference + datetime.timedelta(days=(7 - back) % 7))
    return _one(reference - datetime.timedelta(days=back))


def _monthday(moment: Moment, question: _Question) -> _Days:
    day, weekday = int(moment.value[0]), moment.value[1]
    reference = _reference(question)
    candidates = []
    for months in range(-14, 15):
        year, month = _months_on(reference, months)
        if day <= calendar.monthrange(year, month)[1]:
            candidates.append(datetime.date(year, month, day))
    if weekday:
        close = [day for day in candidates if day.weekday() == int(weekday) and abs((day - reference).days) <= AHEAD]
        return _one(_nearest(close, question, ""))
    return _one(_nearest(candidates, replace(question, future=bool(question.future)), ""))


def _month(moment: Moment, question: _Question) -> _Days:
    year, month, turn = moment.value[0], int(moment.value[1]), moment.value[2]
    if year:
        return _month_of(int(year), month)
    reference = _reference(question)
    this = datetime.date(reference.year, reference.month, 1)
    candidates = [datetime.date(this.year + years, month, 1) for years in (-1, 0, 1)]
    chosen = _nearest(candidates, replace(question, reference=this), turn)
    return _month_of(chosen.year, chosen.month)


def _year(moment: Moment, question: _Question) -> _Days:
    return _year_of(int(moment.value[0]))


def _decade(moment: Moment, question: _Question) -> _Days:
    first = int(moment.value[0])
    return _Days(datetime.date(first, 1, 1), datetime.date(first + 9, 12, 31), "year")


def _quarter(moment: Moment, question: _Question) -> _Days:
    nth, months = int(moment.value[1]), int(moment.value[2])
    last = nth * months
    year = int(moment.value[0]) if moment.value[0] else 0
    if not year:
        reference = _reference(question)
        started = reference.month > last - months
        year = reference.year - (0 if started or question.future else 1)
    return _Days(_month_of(year, last - months + 1).first, _month_of(year, last).last, "month")


def _shifted(day: datetime.date, unit: str, count: int, about: str) -> _Days:
    """Return the day, month or year that lies so many units from a day, as finely as the unit is."""
    match unit:
        case "day" | "week" | "weekend":
            if about == "about" and abs(count) > 1:
                raise _Unresolved(NO_DATE)
            return _one(day + datetime.timedelta(days=count * (1 if unit == "day" else 7)))
        case "month":
            return _month_of(*_months_on(day, count))
        case _:
            return _year_of(day.year + count)


def _offset(moment: Moment, question: _Question) -> _Days:
    unit, count, about = (*moment.value, "")[:3]
    if about == "open":
        raise _Unresolved(NO_DATE)
    return _shifted(_reference(question), unit, int(count), about)


def _anchored(moment: Moment, question: _Question) -> _Days:
    unit, count, about = (*moment.value, "")[:3]
    if question.anchor is None:
        raise _Unresolved(NO_ANCHOR)
    if about == "open":
        raise _Unresolved(NO_DATE)
    return _shifted(question.anchor, unit, int(count), about)


def _daytime(moment: Moment, question: _Question) -> _Days:
    return _one(question.anchor or _reference(question))


def _rolling(moment: Moment, question: _Question) -> _Days:
    unit, count = moment.value[0], int(moment.value[1])
    reference = _reference(question)
    if len(moment.value) > 2 and moment.value[2]:
        raise _Unresolved(NO_DATE)
    far = _shifted(reference, unit, count, "")
    return _Days(far.first, reference, far.fine, "day") if count < 0 else _Days(reference, far.last, "day", far.fine)


def _period(moment: Moment, question: _Question) -> _Days:
    unit, count = moment.value[0], int(moment.value[1])
    reference = _reference(question)
    monday = reference - datetime.timedelta(days=reference.weekday())
    week = datetime.timedelta(days=7)
    match unit:
        case "week":
            first = monday + count * week
            last = first + week - _ONE_DAY
            return _Days(first, reference if count == 0 and not question.future else last)
        case "weekend":
            saturday = monday + datetime.timedelta(days=5)
            back = count == 0 and not question.future and reference.weekday() < 4
            back = back or (count == 0 and question.future is False and reference.weekday() < 5)
            shift = -1 if back or (count < 0 and reference.weekday() < 5) else count
            if count < 0 and reference.weekday() < 5:
                shift = count
            if count > 0:
                shift = count if reference.weekday() >= 5 else 0
            return _Days(saturday + shift * week, saturday + shift * week + _ONE_DAY)
        case "month":
            return _month_of(*_months_on(reference, count))
        case _:
            return _year_of(reference.year + count)


def _anchored_period(moment: Moment, question: _Question) -> _Days:
    if question.anchor is None:
        raise _Unresolved(NO_ANCHOR)
    return _period(moment, replace(question, reference=question.anchor))


def _part(moment: Moment, question: _Question) -> _Days:
    return _days(moment.parts[0], question)


def _night(moment: Moment, question: _Question) -> _Days:
    reference = _reference(question)
    return _Days(reference, reference + _ONE_DAY) if question.future else _Days(reference - _ONE_DAY, reference)


def _range(moment: Moment, question: _Question) -> _Days:
    first, second = moment.parts
    if question.future and first.form == second.form == "weekday":
        start = _days(first, question)
        return _Days(start.first, _days(second, replace(question, reference=start.last)).last)
    end = _days(second, question)
    if first.form in ("weekday", "monthday") or not (first.value[0] or question.reference is None):
        start = _days(first, replace(question, reference=end.first, future=False))
    else:
        start = _days(first, question)
    if start.first > end.last:
        raise _Unresolved(CONTRADICTION)
    return _Days(start.first, end.last, start.fine, end.fine)


def _until_now(moment: Moment, question: _Question) -> _Days:
    return _one(_reference(question))


def _event(moment: Moment, question: _Question) -> _Days:
    if question.anchor is None:
        raise _Unresolved(NO_ANCHOR)
    return _one(question.anchor)


def _vague(moment: Moment, question: _Question) -> _Days:
    raise _Unresolved(NO_DATE)


_FORMS: dict[str, Callable[[Moment, _Question], _Days]] = {
    "date": _date,
    "weekday": _weekday,
    "monthday": _monthday,
    "month": _month,
    "year": _year,
    "decade": _decade,
    "quarter": _quarter,
    "offset": _offset,
    "anchored": _anchored,
    "daytime": _daytime,
    "rolling": _rolling,
    "period": _period,
    "anchored_period": _anchored_period,
    "part": _part,
    "night": _night,
    "range": _range,
    "until_now": _until_now,
    "event": _event,
    "vague": _vague,
}
