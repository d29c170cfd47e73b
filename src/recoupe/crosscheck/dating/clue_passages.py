"""The passages that an article shares with articles whose days are known in, what they tell of its own day out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence

from recoupe.crosscheck.dating.clue_words import day_of, is_weekday, moved
from recoupe.crosscheck.dating.clues import Hint, Strength, time_read
from recoupe.model.account import Account
from recoupe.model.moment import Moment, Told
from recoupe.model.passage import Direction, Passage
from recoupe.model.span import Span

# days that an article may have appeared in, so many that it no longer dates another
WIDEST = 14
# what share of the shorter article makes a copy, and the days within which copies appear
COPY = 0.3
# what share makes it beyond doubt: less may be a background that is told again weeks later
WHOLE = 0.5
BEFORE_COPY, AFTER_COPY = 2, 3
RELATIVE = frozenset({"offset", "rolling", "period", "night", "daytime"})

Known = Mapping[str, Sequence[datetime.date]]
"""The days that each article can have appeared on, for those of which a few are left."""


def hints_of_passages(
    account: Account, passages: Sequence[Passage], accounts: Mapping[str, Account], known: Known
) -> Iterator[Hint]:
    """Yield what the passages of one article tell that it shares with others; `passages` are those of this article."""
    here = account.article.id
    yield from _copied(account, passages, accounts, known)
    for passage in passages:
        first = passage.article_a == here
        there, own, others = (
            (passage.article_b, passage.span_a, passage.span_b)
            if first
            else (passage.article_a, passage.span_b, passage.span_a)
        )
        days = known.get(there, ())
        if not days or (days[-1] - days[0]).days > WIDEST:
            continue
        other = accounts[there]
        for mine, its in _pairs(_inside(account, own), _inside(other, others), account, other):
            yield from _same_words(mine, its, days, account, other)
        copied = passage.direction is (Direction.B_TO_A if first else Direction.A_TO_B)
        gave = passage.direction is (Direction.A_TO_B if first else Direction.B_TO_A)
        order = frozenset({f"order {there}"})
        if copied:
            says = f"has words from {other.article.name}, which appeared before it"
            yield Hint(strength=Strength.LIKELY, says=says, earliest=days[0], span=own, other=there, rests=order)
        if gave:
            says = f"gave words to {other.article.name}, which appeared after it"
            yield Hint(strength=Strength.LIKELY, says=says, latest=days[-1], span=own, other=there, rests=order)


def _copied(
    account: Account, passages: Sequence[Passage], accounts: Mapping[str, Account], known: Known
) -> Iterator[Hint]:
    """Yield the days around each article that holds much of the same words: the one is a copy of the other."""
    here = account.article.id
    words: dict[str, int] = {}
    for passage in passages:
        there = passage.article_b if passage.article_a == here else passage.article_a
        words[there] = words.get(there, 0) + passage.words
    for there, count in sorted(words.items()):
        days, other = known.get(there, ()), accounts[there]
        shorter = min(len(account.article.text.split()), len(other.article.text.split()))
        if days and (days[-1] - days[0]).days <= WIDEST and count >= COPY * shorter:
            yield Hint(
                strength=Strength.LIKELY,
                says=f"shares {count} words with {other.article.name}: copies of a dispatch appear within days",
                earliest=moved(days[0], -BEFORE_COPY),
                latest=moved(days[-1], AFTER_COPY),
                other=there,
                rests=frozenset() if count >= WHOLE * shorter else frozenset({f"copy {there}"}),
            )


def _inside(account: Account, span: Span) -> list[Moment]:
    return [moment for moment in account.moments if span.covers(moment.span)]


def _pairs(
    mine: Sequence[Moment], its: Sequence[Moment], account: Account, other: Account
) -> Iterator[tuple[Moment, Moment]]:
    """Yield the moments of one passage that are the same on both sides, in their order."""
    left = list(its)
    for moment in mine:
        match = next((one for one in left if _key(one) == _key(moment)), None)
        if match is not None:
            left = left[left.index(match) + 1 :]
            yield moment, match


def _key(moment: Moment) -> tuple[object, ...]:
    return moment.form, moment.value, moment.starts, moment.ends, moment.lean


def _same_words(
    mine: Moment, its: Moment, days: Sequence[datetime.date], account: Account, other: Account
) -> Iterator[Hint]:
    words, name, there = mine.span.of(account.article.text), other.article.name, other.article.id
    if is_weekday(mine):
        told = its.told if its.told is mine.told else Told.OPEN
        meant = [day for reference in days if (day := day_of(its, reference)) is not None]
        if not meant or (told is Told.OPEN and meant != list(days)):
            # `la marche de vendredi` may lie behind or ahead; only the day of the report itself is plain
            return
        ahead = 0 if told is Told.PAST else 6
        behind = 0 if told is Told.COMING else 6
        yield Hint(
            strength=Strength.LIKELY,
            says=f"calls a day `{words}` in words that it shares with {name}, where that is {_days(meant)}",
            earliest=moved(min(meant), -ahead),
            latest=moved(max(meant), behind),
            span=mine.span,
            other=there,
            rests=frozenset({time_read(mine.span)}),
        )
    elif mine.form in RELATIVE and not mine.since_event and mine.value[:1] in (("day",), ("-1",)):
        yield Hint(
            strength=Strength.LIKELY,
            says=f"says `{words}` in words that it shares with {name}, so it appeared with it or on a day beside",
            earliest=moved(days[0], -1),
            latest=moved(days[-1], 1),
            span=mine.span,
            other=there,
            rests=frozenset({time_read(mine.span)}),
        )


def _days(days: Sequence[datetime.date]) -> str:
    first, last = min(days), max(days)
    return first.isoformat() if first == last else f"a day from {first} to {last}"
