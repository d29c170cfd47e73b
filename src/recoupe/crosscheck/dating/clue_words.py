"""One article's moments in, what they alone tell of the day on which it can have appeared out."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from recoupe.crosscheck.dating.clues import Hint, Strength, time_read
from recoupe.crosscheck.reuse.words import fold
from recoupe.days import resolve
from recoupe.lexicon import closed
from recoupe.model.account import Account
from recoupe.model.article import BlockKind
from recoupe.model.moment import Moment, Told

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# `l'attaque du 12 mai` has happened
OF = (" du ", " du\u00a0", "de ", "d'")
NEAR = 30
# letters before a date in which a word says that it is still to come
REACH = 40
# days: a date without a year is only laid on the calendar where the crisis is no longer than this
SEASON = 150
# a day that is the only one told as past, so often, is that of the report, or the report came on the morrow
OFTEN, TWICE = 3, 2


def hints_of_words(account: Account, crisis: Sequence[datetime.date]) -> Iterator[Hint]:
    """Yield what an article's own words tell; `crisis` are the days known of its crisis, by which a date gets its year."""
    for moment in account.moments:
        words = moment.span.of(account.article.text)
        if moment.block is BlockKind.DATELINE:
            yield from _dateline(moment, words, crisis)
        else:
            before = account.article.text[max(0, moment.span.start - REACH) : moment.span.start]
            yield from _date(moment, words, crisis, before)
    yield from _this_day(account)
    yield from _explained(account, crisis)
    yield from _news_day(account)


def is_weekday(moment: Moment) -> bool:
    """Say whether a moment is a weekday's plain name (`mardi`, `ce mardi`, `mardi soir`) in a text that is told."""
    return (
        moment.form == "weekday"
        and not moment.value[1]
        and not (moment.starts or moment.opens or moment.ends)
        and moment.block is not BlockKind.DATELINE
    )


def moved(day: datetime.date, days: int) -> datetime.date:
    """Return the day so many days after another, or before it; the calendar's last or first day where that is beyond it.

    >>> moved(datetime.date(2024, 2, 28), 2), moved(datetime.date.max, 3), moved(datetime.date(2024, 2, 28), -(10**12))
    (datetime.date(2024, 3, 1), datetime.date(9999, 12, 31), datetime.date(1, 1, 1))
    """
    try:
        return day + datetime.timedelta(days=days)
    except OverflowError:
        return datetime.date.max if days > 0 else datetime.date.min


def day_of(moment: Moment, reference: datetime.date | None, told: Told | None = None) -> datetime.date | None:
    """Return the one day that a moment means when it is said on a day, None where it means none or several."""
    future = {Told.PAST: False, Told.COMING: True}.get(moment.told if told is None else told)
    window = resolve(moment, reference, future=future)
    if window.since is None or len(window.since) != 10:
        return None
    if not moment.starts and window.until != window.since:
        return None
    return datetime.date.fromisoformat(window.since)


def near(days: Sequence[datetime.date]) -> tuple[datetime.date, ...]:
    """Return the days that lie within a season of the middle one: what lies further may be dated wrongly."""
    if not days:
        return ()
    ordered = sorted(days)
    middle = ordered[len(ordered) // 2]
    return tuple(day for day in ordered if abs((day - middle).days) <= SEASON // 2)


def dated_in_full(moment: Moment, crisis: Sequence[datetime.date]) -> tuple[datetime.date, bool] | None:
    """Return the day of a date and whether it is sure: its year is said, or its weekday tells it; else the year is that
    of the crisis nearest to it."""
    if moment.form != "date":
        return None
    if moment.value[0]:
        day = day_of(moment, None if not moment.starts else datetime.date.max)
        return None if day is None else (day, True)
    if not crisis or (crisis[-1] - crisis[0]).days > SEASON:
        return None
    reference = moved(crisis[0], -NEAR) if moment.told is Told.COMING else moved(crisis[-1], NEAR)
    day = day_of(moment, reference)
    if day is None:
        return None
    return day, bool(moment.value[3]) and day.weekday() == int(moment.value[3])


def is_due(before: str) -> bool:
    """Say whether a word shortly before a date says that it is still to come: `prévue le`, `doivent s'ouvrir le`."""
    words = [fold(word) for word in re.split(r"[\s'’]+", re.split(r"[.;:«»!?]", before)[-1])]
    ahead = frozenset(fold(word) for word in closed("fr", "copying", "ahead")["words"])
    return any(word in ahead or closed("fr", "moments", "due").get(word) == "due" for word in words)


def _date(moment: Moment, words: str, crisis: Sequence[datetime.date], before: str) -> Iterator[Hint]:
    joined = before.endswith(OF)
    past = moment.told is Told.PAST or (moment.told is Told.OPEN and moment.of_blow and joined)
    if not (past or moment.told is Told.COMING) or (moment.ends and past):
        return
    found = dated_in_full(moment, crisis)
    if found is None:
        return
    day, sure = found
    strength = Strength.SURE if sure else Strength.LIKELY
    if past:
        yield Hint(strength=strength, says=f"tells of {day} as past (`{words}`)", earliest=day, span=moment.span)
    else:
        rests = frozenset() if is_due(before) else frozenset({time_read(moment.span)})
        says = f"tells of {day} as still to come (`{words}`)"
        yield Hint(strength=strength, says=says, latest=day, span=moment.span, rests=rests)


def _dateline(moment: Moment, words: str, crisis: Sequence[datetime.date]) -> Iterator[Hint]:
    if moment.form != "date" or not crisis or (crisis[-1] - crisis[0]).days > SEASON:
        return
    day = day_of(moment, crisis[len(crisis) // 2])
    if day is not None:
        yield Hint(
            strength=Strength.LIKELY,
            says=f"its dateline is of {day} (`{words}`), and what an agency writes is printed within days",
            earliest=day,
            latest=moved(day, 3),
            span=moment.span,
        )


def _this_day(account: Account) -> Iterator[Hint]:
    """Yield the weekday that a report calls its own (`ce jeudi`), or the morrow, on which it is still printed."""
    for moment in account.moments:
        words = moment.span.of(account.article.text)
        told = moment.told in (Told.PAST, Told.OPEN)
        if is_weekday(moment) and told and words.casefold().startswith("ce "):
            weekday = int(moment.value[0])
            morrow, ahead = (weekday + 1) % 7, _announces_morrow(account, weekday)
            of_morrow = f", and of {WEEKDAYS[morrow]} as to come" if ahead else ""
            yield Hint(
                strength=Strength.LIKELY,
                says=f"says `{words}` of its own {WEEKDAYS[weekday]}{of_morrow}",
                weekdays=frozenset({weekday} if ahead else {weekday, morrow}),
                span=moment.span,
            )
            return


def _explained(account: Account, crisis: Sequence[datetime.date]) -> Iterator[Hint]:
    """Yield the week before a coming or after a last weekday whose date stands beside it: `mercredi prochain, 24 août`."""
    text = account.article.text
    for one, other in pairwise(account.moments):
        if one.form != "weekday" or one.value[1] not in ("next", "last") or other.form != "date":
            continue
        found = dated_in_full(other, crisis)
        between = text[one.span.end : other.span.start]
        if found is None or between.strip(" ,(\u00a0") not in ("", "le") or found[0].weekday() != int(one.value[0]):
            continue
        day, ahead = found[0], one.value[1] == "next"
        yield Hint(
            strength=Strength.LIKELY,
            says=f"calls {day} `{one.span.of(text)}`",
            earliest=moved(day, -13 if ahead else 1),
            latest=moved(day, -1 if ahead else 13),
            span=one.span,
            rests=frozenset({time_read(one.span)}),
        )


def _news_day(account: Account) -> Iterator[Hint]:
    """Yield the weekday of a report that names one weekday alone, over and over, as the day of what it tells."""
    named = [moment for moment in account.moments if is_weekday(moment)]
    past = Counter(int(moment.value[0]) for moment in named if moment.told is Told.PAST)
    if len(past) != 1 or any(_is_yesterday(moment) for moment in account.moments):
        return
    (weekday, times), first = past.most_common(1)[0], next(one for one in named if one.told is Told.PAST)
    if times < TWICE:
        return
    morrow, ahead = (weekday + 1) % 7, _announces_morrow(account, weekday)
    name = WEEKDAYS[weekday]
    if times >= OFTEN and ahead:
        says = f"tells {times} times of {name} as past, of no other weekday, and of {WEEKDAYS[morrow]} as to come"
    elif times >= OFTEN:
        says = f"tells {times} times of {name} as past and of no other weekday: a report of that day"
    else:
        says = f"tells of {name} as past and of no other weekday: a report of that day or the morrow"
    yield Hint(
        strength=Strength.LIKELY,
        says=says,
        weekdays=frozenset({weekday} if times >= OFTEN else {weekday, morrow}),
        span=first.span,
        rests=frozenset() if times >= OFTEN else frozenset({time_read(first.span)}),
    )


def _announces_morrow(account: Account, weekday: int) -> bool:
    """Whether an article tells of the day behind a weekday as still to come, by its bare name."""
    return any(
        moment.form == "weekday"
        and moment.value[1] == ""
        and int(moment.value[0]) == (weekday + 1) % 7
        and moment.told is Told.COMING
        for moment in account.moments
    )


def _is_yesterday(moment: Moment) -> bool:
    return moment.form == "offset" and moment.value[:2] == ("day", "-1") and not moment.since_event
