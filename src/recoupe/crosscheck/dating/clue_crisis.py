"""The dated articles of a crisis in, what lying among them tells of an undated one out."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from recoupe.crosscheck.dating.clue_words import WEEKDAYS, dated_in_full, day_of, is_weekday, moved
from recoupe.crosscheck.dating.clues import Hint, Strength, time_read
from recoupe.model.account import Account
from recoupe.model.figure import Kind
from recoupe.model.moment import Moment, Told

# dated articles that must tell of one day as that of the blow
AGREE = 2
# and so many that the day is beyond doubt
FIRM = 3
# days before its own that an article tells of as those of its crisis
REACH = 28
TOLLS = frozenset({Kind.KILLED, Kind.INJURED, Kind.MISSING, Kind.ILL, Kind.DISPLACED, Kind.DESTROYED})
THREE_WEEKS = 21
MONTH = 28
# days in a unit that is counted from the blow, and how many more or fewer of them the words allow
LENGTHS = {"day": (1, 1), "week": (7, 2)}
FORTNIGHT = 14
BLOW = frozenset({"blow"})


@dataclass(frozen=True, slots=True)
class Crisis:
    """What the dated articles of a crisis settle: their days in order, and the day of the blow that most of them tell
    of, None where they tell of several as often; `firm` where so many do that no one misread article makes it."""

    days: tuple[datetime.date, ...]
    blow: datetime.date | None = None
    firm: bool = False


def crisis_of(accounts: Iterable[Account]) -> Crisis:
    """Return what the articles with a given day settle of their crisis."""
    dated = [(account, day) for account in accounts if (day := given_day(account)) is not None]
    days = tuple(sorted(day for _, day in dated))
    told: Counter[datetime.date] = Counter()
    for account, day in dated:
        told.update(_onsets(account, day))
    ranked = sorted(told.items(), key=lambda one: (-one[1], one[0]))
    clear = bool(ranked) and ranked[0][1] >= AGREE and 2 * ranked[0][1] >= len(dated)
    clear = clear and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
    firm = clear and ranked[0][1] >= FIRM and (len(ranked) == 1 or ranked[0][1] >= ranked[1][1] + AGREE)
    return Crisis(days, ranked[0][0] if clear else None, firm)


def _onsets(account: Account, day: datetime.date) -> set[datetime.date]:
    """Return the days of the last weeks since which an article counts the dead, the hurt and the like, or on which
    something struck."""
    found = {blow for moment in account.moments if (blow := _blow(moment, day)) is not None}
    for figure in account.figures.values():
        if figure.kind in TOLLS and figure.since is not None and len(figure.since) == 10:
            since = datetime.date.fromisoformat(figure.since)
            if moved(day, -REACH) <= since <= day and figure.since != figure.until:
                found.add(since)
    return found


def given_day(account: Account) -> datetime.date | None:
    """Return the day of an article that has one."""
    day = account.article.reference_day
    return datetime.date.fromisoformat(day) if day is not None else None


def hints_of_crisis(account: Account, crisis: Crisis, words: bool, toll: bool) -> Iterator[Hint]:
    """Yield what the dated articles of its crisis tell of one article: weak where it only lies among them.

    `words` says that it has words or a sentence in common with one of them, `toll` that it has a toll in common.
    """
    if not crisis.days:
        return
    fresh = [moment.span for moment in account.moments if _is_fresh(moment)]
    alone = len(crisis.days) < AGREE
    near = THREE_WEEKS if alone else FORTNIGHT
    yield _among(crisis, near if words else MONTH, near if words and len(fresh) > 1 else MONTH)
    if toll and not words:
        yield _among(crisis, near, near if len(fresh) > 1 else MONTH, frozenset({"toll in common"}))
    if len(fresh) == 1 and (words or toll):
        yield _among(crisis, near, near, frozenset({time_read(fresh[0])} | (set() if words else {"toll in common"})))
    if crisis.blow is None:
        return
    yield Hint(
        strength=Strength.WEAK,
        says=f"its crisis began, as most dated articles tell, on {crisis.blow}",
        earliest=crisis.blow,
        rests=BLOW,
    )
    if crisis.firm:
        # one article may count a night to the day before it, and the next to the day behind
        yield Hint(
            strength=Strength.WEAK,
            says=f"its crisis began, as many dated articles tell, on {crisis.blow}, or on a day beside",
            earliest=moved(crisis.blow, -1),
        )
    opening = {span.start for block in account.article.blocks for span in block.sentences}
    for moment in account.moments:
        if moment.of_blow or (moment.since_event and moment.span.start in opening):
            yield from _of_blow(moment, account, crisis.blow)


def _among(crisis: Crisis, before: int, after: int, rests: frozenset[str] = frozenset()) -> Hint:
    says = f"the dated articles of its crisis lie within {before} days"
    return Hint(
        strength=Strength.WEAK,
        says=says if after == before else f"{says} behind it, or {after} before, for it names no day of its own week",
        earliest=moved(crisis.days[0], -before),
        latest=moved(crisis.days[-1], after),
        rests=rests,
    )


def _of_blow(moment: Moment, account: Account, blow: datetime.date) -> Iterator[Hint]:
    words = moment.span.of(account.article.text)
    tells = f"tells of what struck as of `{words}`, which was {blow}"
    if is_weekday(moment) and int(moment.value[0]) == blow.weekday() and moment.told is not Told.COMING:
        yield Hint(
            strength=Strength.LIKELY,
            says=f"{tells}, a {WEEKDAYS[blow.weekday()]}",
            earliest=blow,
            latest=moved(blow, 6),
            span=moment.span,
            rests=frozenset({time_read(moment.span)}),
        )
    elif moment.form == "offset" and moment.value[0] in LENGTHS and not any(moment.value[2:]) and _is_counted(moment):
        length, slack = LENGTHS[moment.value[0]]
        day = moved(blow, -int(moment.value[1]) * length)
        yield Hint(
            strength=Strength.LIKELY,
            says=tells,
            earliest=moved(day, -slack),
            latest=moved(day, slack),
            span=moment.span,
            rests=frozenset({time_read(moment.span)}),
        )


def _is_fresh(moment: Moment) -> bool:
    """Whether a moment is a day of the article's own week, told as past or as today."""
    if moment.form == "weekday":
        return moment.told is Told.PAST
    return moment.form == "offset" and moment.value[0] == "day" and moment.value[1] in ("0", "-1", "-2")


def _is_counted(moment: Moment) -> bool:
    """Whether an offset that opens a sentence counts from the blow itself (`trois jours après le séisme`): what has gone on
    for five days may be a search, a siege or a strike, and what struck `hier` another blow."""
    return moment.told is Told.PAST and moment.since_event and not moment.of_blow


def _blow(moment: Moment, day: datetime.date) -> datetime.date | None:
    """Return the day of the last weeks on which something struck, as a dated article tells it."""
    if not moment.of_blow or moment.starts or moment.told is Told.COMING:
        return None
    full = dated_in_full(moment, (day,))
    found = full[0] if full is not None else day_of(moment, day, Told.PAST)
    return found if found is not None and moved(day, -REACH) <= found <= day else None
