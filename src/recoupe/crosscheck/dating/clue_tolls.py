"""The tolls of a crisis in, between which days an article falls whose own toll lies between those of others out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from recoupe.crosscheck.dating.clue_words import moved
from recoupe.crosscheck.dating.clues import Hint, Strength, number_read
from recoupe.crosscheck.dating.told_tolls import Head, Heads, Key, Toll, Tolls, leading
from recoupe.model.account import Account
from recoupe.model.figure import Figure, Number
from recoupe.model.moment import Told

# days: one outlet still prints what another has already raised
LAG = 2
# a count of hundreds that is so much further is no matter of hours
MANY, FURTHER = 100, 1.2
# an old toll and another one are told apart by their size
FARTHEST = 2
# how much the tolls that lead two articles differ where one followed the other
STEP, NEAR_TOLL = 1.25, 2.5
# a count that is no matter of chance; days around an article that tells two such counts alike, or one
TELLING = 10
TWO_ALIKE, ONE_ALIKE = 4, 7


def hints_of_tolls(account: Account, heads: Heads, tolls: Tolls, accounts: Mapping[str, Account]) -> Iterator[Hint]:
    """Yield the days between which the tolls of others place an article: weak, for a toll may be corrected or old."""
    first = heads.get(account.article.id, ())
    yield from _same_tolls(account, first, tolls, accounts)
    yield from _series(account, first, tolls, accounts)
    yield from _leading_tolls(account, first, tolls, accounts)


def _series(account: Account, first: Sequence[Head], tolls: Tolls, accounts: Mapping[str, Account]) -> Iterator[Hint]:
    """Yield the days between the tolls of one source in one place that were not so far and were further."""
    for head in first:
        figure, value = head.figure, head.value
        others = [toll for toll in _near(account, head.key, value, tolls, FARTHEST) if _goes_on(toll.figure, figure)]
        before, after = _around(others, value)
        tells = f"its toll of {value} ({figure.kind})"
        if before is not None:
            far = value >= MANY and value >= FURTHER * before.value
            says = f"{tells} had not been reached in {accounts[before.article].article.name} ({before.value})"
            yield _after(
                before, says, head, 0 if far else LAG, _one_count(account, head, accounts[before.article], before)
            )
        if after is not None and (min(value, after.value) >= MANY or (figure.source and after.figure.source)):
            says = f"{tells} had been raised in {accounts[after.article].article.name} ({after.value})"
            yield _before(after, says, head, _one_count(account, head, accounts[after.article], after))


def _leading_tolls(
    account: Account, first: Sequence[Head], tolls: Tolls, accounts: Mapping[str, Account]
) -> Iterator[Hint]:
    """Yield the days between which the toll that leads an article lies among those that lead others.

    A toll that differs by little may be a correction or another source's, one that differs by much another thing's.
    """
    seen: set[Key] = set()
    for head in first:
        key, value = leading(head.key), head.value
        if not head.leads or key in seen:
            continue
        seen.add(key)
        near = [toll for toll in _near(account, key, value, tolls, NEAR_TOLL) if _alike(toll.figure, head.figure)]
        if not _runs(near):
            continue
        before, after = _around(near, value)
        tells = f"leads with a toll of {value} ({head.figure.kind})"
        if before is not None and value >= STEP * before.value:
            says = f"{tells}, and {accounts[before.article].article.name} still with {before.value}"
            yield _after(before, says, head, LAG)
        if after is not None and after.value >= STEP * value:
            says = f"{tells}, and {accounts[after.article].article.name} already with {after.value}"
            yield _before(after, says, head)


def _same_tolls(
    account: Account, first: Sequence[Head], tolls: Tolls, accounts: Mapping[str, Account]
) -> Iterator[Hint]:
    """Yield the days around an article that tells two of the same tolls, or one that others have replaced since."""
    alike: dict[str, list[tuple[Toll, bool]]] = {}
    for head in first:
        others = [toll for toll in tolls.get(head.key, ()) if toll.article != account.article.id]
        last = max((toll.earliest for toll in others if toll.value != head.value), default=datetime.date.min)
        for toll in others:
            if toll.value == head.value >= TELLING:
                alike.setdefault(toll.article, []).append((replace(toll, figure=head.figure), last > toll.latest))
    for article, found in sorted(alike.items()):
        reach = TWO_ALIKE if len(found) > 1 else ONE_ALIKE if found[0][1] else None
        if reach is None:
            continue
        toll, values = found[0][0], " and ".join(str(one.value) for one, _ in found)
        name = accounts[article].article.name
        yield Hint(
            strength=Strength.WEAK,
            says=f"tells the same tolls as {name} ({values})"
            if len(found) > 1
            else f"tells the same toll as {name} ({values}), which was soon replaced",
            earliest=moved(toll.earliest, -reach),
            latest=moved(toll.latest, reach),
            span=toll.figure.span,
            other=article,
            rests=frozenset({f"toll {article}", *(number_read(one.figure.span) for one, _ in found)}),
        )


def _near(account: Account, key: Key, value: Number, tolls: Tolls, factor: float) -> list[Toll]:
    """Return the tolls of other articles that are neither far above nor far below a value."""
    return [
        toll
        for toll in tolls.get(key, ())
        if toll.article != account.article.id and max(toll.value, value) <= factor * min(toll.value, value)
    ]


def _around(tolls: Sequence[Toll], value: Number) -> tuple[Toll | None, Toll | None]:
    """Return the last toll up to whose day none had come so far as a value, and the first from whose day on all were
    further."""
    before = after = None
    for toll in sorted(tolls, key=lambda toll: (toll.earliest, -toll.value, toll.article)):
        if toll.value >= value:
            break
        before = toll
    for toll in sorted(tolls, key=lambda toll: (toll.latest, -toll.value, toll.article), reverse=True):
        if toll.value <= value:
            break
        after = toll
    return before, after


def _after(toll: Toll, says: str, head: Head, lag: int, sure: bool = False) -> Hint:
    earliest = moved(toll.earliest, -lag)
    return Hint(
        strength=Strength.WEAK,
        says=says,
        earliest=earliest,
        span=head.figure.span,
        other=toll.article,
        rests=frozenset() if sure else _rests(toll, head),
    )


def _before(toll: Toll, says: str, head: Head, sure: bool = False) -> Hint:
    latest = moved(toll.latest, LAG)
    return Hint(
        strength=Strength.WEAK,
        says=says,
        latest=latest,
        span=head.figure.span,
        other=toll.article,
        rests=frozenset() if sure else _rests(toll, head),
    )


def _one_count(account: Account, head: Head, other: Account, toll: Toll) -> bool:
    """Whether two tolls of many are one count beyond doubt: both texts name the day it runs from, and one place."""
    many = head.value >= MANY and toll.value >= MANY
    one, its = head.figure, toll.figure
    placed = bool(one.place) and bool(its.place) and str(one.place).casefold() == str(its.place).casefold()
    return many and placed and bool(_onsets(account) & _onsets(other))


def _onsets(account: Account) -> frozenset[tuple[str, str]]:
    """Return the months and days that an article tells of as past by their date."""
    return frozenset(
        (moment.value[1], moment.value[2])
        for moment in account.moments
        if moment.form == "date" and moment.told is Told.PAST and not moment.ends
    )


def _rests(toll: Toll, head: Head) -> frozenset[str]:
    return frozenset({number_read(head.figure.span), f"toll {toll.article}"})


def _alike(one: Figure, other: Figure) -> bool:
    """Whether two tolls are of one source or one place, or one of them is of none that is named."""
    pairs = ((one.source, other.source), (one.place, other.place))
    return any(not a or not b or a.casefold() == b.casefold() for a, b in pairs)


def _goes_on(one: Figure, other: Figure) -> bool:
    """Whether two tolls may be one source's: the same, or in a place that is named a large one of nobody."""
    if one.source is not None and other.source is not None:
        return one.source.casefold() == other.source.casefold()
    many = min(one.low or 0, other.low or 0) >= MANY
    return bool(one.place) and many and (one.source or other.source) is not None


def _runs(tolls: Sequence[Toll]) -> bool:
    """Whether several tolls differ, and only rise in the order of their days."""
    ordered = sorted(tolls, key=lambda toll: (toll.earliest, toll.value))
    differ = len({toll.value for toll in tolls}) > 1
    return differ and all(one.value <= other.value for one, other in pairwise(ordered))
