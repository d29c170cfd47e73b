"""A moment's form and the days to count from in, the days that it covers out; the window they make is that of windows."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace

from recoupe.model.moment import Moment

NO_REFERENCE = "the day that the words count from is not known"
NO_ANCHOR = "the words count from another day of the text"
NO_DATE = "the words give no date"
NO_END = "the words do not say until when"
CONTRADICTION = "the window would end before it starts"
AHEAD = 62  # days: a date without a year that lies no further ahead is the coming one, unless the tense says otherwise
# forms that count from another day of the text: their part is that day, where it was found
COUNTED_FROM = frozenset({"anchored", "anchored_period", "daytime", "weekday"})
JUST_GONE = 31  # days: a deadline without a year that is no longer past than this was missed or met, not set anew

_ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Days:
    """What a form covers: its first and last day, each written as finely as the words are (`day`, `month`, `year`)."""

    first: datetime.date
    last: datetime.date
    fine: str = "day"
    fine_last: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """The day to count from, the one that anchored words count from, where the clause looks (True ahead, False back).

    `deadline` says that the words close a window, which mostly lies ahead.
    """

    reference: datetime.date | None
    anchor: datetime.date | None
    future: bool | None
    deadline: bool = False


class Unresolved(Exception):
    """The words cannot be laid on the calendar; the message says why."""


def days_of(moment: Moment, question: Question) -> Days:
    """Return the days that a moment covers. Errors: Unresolved says why there are none."""
    if moment.parts and moment.form in COUNTED_FROM:
        question = replace(question, anchor=_date(moment.parts[0], question).first)
    return _FORMS[moment.form](moment, question)


def _reference(question: Question) -> datetime.date:
    if question.reference is None:
        raise Unresolved(NO_REFERENCE)
    return question.reference


def _one(day: datetime.date) -> Days:
    return Days(day, day)


def _month_of(year: int, month: int) -> Days:
    last = calendar.monthrange(year, month)[1]
    return Days(datetime.date(year, month, 1), datetime.date(year, month, last), "month")


def _year_of(year: int) -> Days:
    return Days(datetime.date(year, 1, 1), datetime.date(year, 12, 31), "year")


def _months_on(day: datetime.date, months: int) -> tuple[int, int]:
    """Return the year and month that lie so many months after a day."""
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1


def _nearest(candidates: list[datetime.date], question: Question, turn: str) -> datetime.date:
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
        raise Unresolved(NO_DATE)
    return chosen[0]


def _date(moment: Moment, question: Question) -> Days:
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


def _weekday(moment: Moment, question: Question) -> Days:
    weekday, turn = int(moment.value[0]), moment.value[1]
    if turn == "following":
        if question.anchor is None:
            raise Unresolved(NO_ANCHOR)
        return _one(question.anchor + datetime.timedelta(days=(weekday - question.anchor.weekday() - 1) % 7 + 1))
    reference = _reference(question)
    back = (reference.weekday() - weekday) % 7
    if turn.endswith("_week"):
        monday = reference - datetime.timedelta(days=reference.weekday())
        weeks = {"last_week": -1, "next_week": 1}.get(turn, 0)
        return _one(monday + datetime.timedelta(days=weekday + 7 * weeks))
    if turn == "last":
        return _one(reference - datetime.timedelta(days=back or 7))
    if turn == "next":
        return _one(reference + datetime.timedelta(days=(7 - back) % 7 or 7))
    if question.future:
        return _one(reference + datetime.timedelta(days=(7 - back) % 7))
    return _one(reference - datetime.timedelta(days=back))


def _monthday(moment: Moment, question: Question) -> Days:
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


def _month(moment: Moment, question: Question) -> Days:
    year, month, turn = moment.value[0], int(moment.value[1]), moment.value[2]
    if year:
        return _month_of(int(year), month)
    reference = _reference(question)
    this = datetime.date(reference.year, reference.month, 1)
    candidates = [datetime.date(this.year + years, month, 1) for years in (-1, 0, 1)]
    chosen = _nearest(candidates, replace(question, reference=this), turn)
    return _month_of(chosen.year, chosen.month)


def _year(moment: Moment, question: Question) -> Days:
    return _year_of(int(moment.value[0]))


def _decade(moment: Moment, question: Question) -> Days:
    first = int(moment.value[0])
    return Days(datetime.date(first, 1, 1), datetime.date(first + 9, 12, 31), "year")


def _quarter(moment: Moment, question: Question) -> Days:
    nth, months = int(moment.value[1]), int(moment.value[2])
    last = nth * months
    year = int(moment.value[0]) if moment.value[0] else 0
    if not year:
        reference = _reference(question)
        started = reference.month > last - months
        year = reference.year - (0 if started or question.future else 1)
    return Days(_month_of(year, last - months + 1).first, _month_of(year, last).last, "month")


def _shifted(day: datetime.date, unit: str, count: int, about: str) -> Days:
    """Return the day, month or year that lies so many units from a day, as finely as the unit is."""
    match unit:
        case "day" | "week" | "weekend":
            if about == "about" and abs(count) > 1:
                raise Unresolved(NO_DATE)
            return _one(day + datetime.timedelta(days=count * (1 if unit == "day" else 7)))
        case "month":
            return _month_of(*_months_on(day, count))
        case _:
            return _year_of(day.year + count)


def _offset(moment: Moment, question: Question) -> Days:
    unit, count, about = (*moment.value, "")[:3]
    if about == "open":
        raise Unresolved(NO_DATE)
    return _shifted(_reference(question), unit, int(count), about)


def _anchored(moment: Moment, question: Question) -> Days:
    unit, count, about = (*moment.value, "")[:3]
    if question.anchor is None:
        raise Unresolved(NO_ANCHOR)
    if about == "open":
        raise Unresolved(NO_DATE)
    return _shifted(question.anchor, unit, int(count), about)


def _daytime(moment: Moment, question: Question) -> Days:
    return _one(question.anchor or _reference(question))


def _rolling(moment: Moment, question: Question) -> Days:
    unit, count = moment.value[0], int(moment.value[1])
    reference = _reference(question)
    if len(moment.value) > 2 and moment.value[2]:
        raise Unresolved(NO_DATE)
    far = _shifted(reference, unit, count, "")
    return Days(far.first, reference, far.fine, "day") if count < 0 else Days(reference, far.last, "day", far.fine)


def _weekends(weekday: int, count: int, future: bool | None) -> int:
    """Return how many weekends from this week's the words look: `ce week-end` said early in a week is the last one."""
    inside = weekday >= 5
    if count:
        return count if inside or count < 0 else count - 1
    back = not inside and (future is False or (future is None and weekday < 4))
    return -1 if back else 0


def _period(moment: Moment, question: Question) -> Days:
    unit, count = moment.value[0], int(moment.value[1])
    reference = _reference(question)
    monday = reference - datetime.timedelta(days=reference.weekday())
    week = datetime.timedelta(days=7)
    match unit:
        case "week":
            first = monday + count * week
            last = first + week - _ONE_DAY
            return Days(first, reference if count == 0 and not question.future else last)
        case "weekend":
            saturday = (
                monday + datetime.timedelta(days=5) + _weekends(reference.weekday(), count, question.future) * week
            )
            return Days(saturday, saturday + _ONE_DAY)
        case "month":
            return _month_of(*_months_on(reference, count))
        case _:
            return _year_of(reference.year + count)


def _anchored_period(moment: Moment, question: Question) -> Days:
    if question.anchor is None:
        raise Unresolved(NO_ANCHOR)
    return _period(moment, replace(question, reference=question.anchor))


def _part(moment: Moment, question: Question) -> Days:
    return days_of(moment.parts[0], question)


def _night(moment: Moment, question: Question) -> Days:
    reference = _reference(question)
    return Days(reference, reference + _ONE_DAY) if question.future else Days(reference - _ONE_DAY, reference)


def _range(moment: Moment, question: Question) -> Days:
    first, second = moment.parts
    if question.future and first.form == second.form == "weekday":
        start = days_of(first, question)
        return Days(start.first, days_of(second, replace(question, reference=start.last)).last)
    end = days_of(second, question)
    start = days_of(first, replace(question, reference=end.first, future=False))
    if start.first > end.last:
        raise Unresolved(CONTRADICTION)
    return Days(start.first, end.last, start.fine, end.fine)


def _until_now(moment: Moment, question: Question) -> Days:
    return _one(_reference(question))


def _event(moment: Moment, question: Question) -> Days:
    if question.anchor is None:
        raise Unresolved(NO_ANCHOR)
    return _one(question.anchor)


def _vague(moment: Moment, question: Question) -> Days:
    raise Unresolved(NO_DATE)


_FORMS: dict[str, Callable[[Moment, Question], Days]] = {
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
