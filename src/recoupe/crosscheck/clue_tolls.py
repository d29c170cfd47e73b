"""The tolls of a crisis in, between which days an article falls whose own toll lies between those of others out."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from recoupe.crosscheck.clue_passages import WIDEST, Known
from recoupe.crosscheck.clue_words import DAY
from recoupe.crosscheck.clues import Hint, Strength
from recoupe.crosscheck.notices import lowers
from recoupe.model.account import Account
from recoupe.model.article import BlockKind
from recoupe.model.figure import Counted, Figure, Kind, Modality, Number, Qualifier

# counts that only rise while a crisis lasts, unless they are corrected
RISING = frozenset({Kind.KILLED, Kind.INJURED, Kind.ILL})
# inhabitants and civilians are counted over each other
PEOPLE = frozenset({Counted.CIVILIANS, Counted.PEOPLE})
NO_TOLL = frozenset({Qualifier.VAGUE, Qualifier.AT_MOST, Qualifier.UP_TO, Qualifier.LESS_THAN})
# days: one outlet still prints what another has already raised
LAG = 2
# a count of hundreds that is so much further is no matter of hours
MANY, FURTHER = 100, 1.2

# an old toll and another one are told apart by their size
FARTHEST = 2

# how many paragraphs lead an article; how much the tolls that lead two articles differ where one followed the other
LEADING = 2
STEP, NEAR_TOLL = 1.25, 2.5
# a count that is no matter of chance; days around an article that tells two such counts alike, or one
TELLING = 10
TWO_ALIKE, ONE_ALIKE = 4, 7

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Head:
    """The figure that an article tells first of one count: its number, what it counts where, and whether it leads the
    article (its title or its first paragraphs)."""

    key: Key
    figure: Figure
    value: Number
    leads: bool


@dataclass(frozen=True, slots=True)
class Toll:
    """What one article tells first of one count, and the days on which it can have appeared."""

    article: str
    figure: Figure
    value: Number
    earliest: datetime.date
    latest: datetime.date


Tolls = Mapping[Key, Sequence[Toll]]
Heads = Mapping[str, Sequence[Head]]
"""What each article tells first of each count."""


def heads_of(accounts: Iterable[Account]) -> Heads:
    """Return what each article tells first of each count that only rises, those it says were lowered left out."""
    return {account.article.id: tuple(_first_tolls(account)) for account in accounts}


def tolls_of(heads: Heads, known: Known) -> Tolls:
    """Return the tolls of those articles whose days are known to a fortnight, by what they count."""
    found: dict[Key, list[Toll]] = {}
    for article, first in heads.items():
        days = known.get(article, ())
        if days and (days[-1] - days[0]).days <= WIDEST:
            for head in first:
                toll = Toll(article, head.figure, head.value, days[0], days[-1])
                found.setdefault(head.key, []).append(toll)
                if head.leads:
                    found.setdefault(_leading(head.key), []).append(toll)
    return found


def hints_of_tolls(account: Account, heads: Heads, tolls: Tolls, accounts: Mapping[str, Account]) -> Iterator[Hint]:
    """Yield the days between which the tolls of others place an article: weak, for a toll may be corrected or old."""
    first = heads.get(account.article.id, ())
    yield from _same_tolls(account, first, tolls, accounts)
    yield from _leading_tolls(account, first, tolls, accounts)
    for head in first:
        key, figure, value = head.key, head.figure, head.value
        others = [
            toll
            for toll in tolls.get(key, ())
            if toll.article != account.article.id
            and max(toll.value, value) <= FARTHEST * min(toll.value, value)
            and _goes_on(toll.figure, figure)
        ]
        lower = [toll for toll in others if toll.value < value]
        higher = [toll for toll in others if toll.value > value]
        # the toll had not come so far on these days, or was already further ever after
        before = [toll for toll in lower if all(one.value < value for one in others if one.earliest <= toll.earliest)]
        after = [
            toll
            for toll in higher
            if figure.source
            and toll.figure.source
            and all(one.value > value for one in others if one.latest >= toll.latest)
        ]
        if before:
            last = max(before, key=lambda toll: (toll.earliest, toll.article))
            far = value >= MANY and value >= FURTHER * last.value
            yield Hint(
                strength=Strength.WEAK,
                says=f"its toll of {value} ({figure.kind}) had not been reached in "
                f"{accounts[last.article].article.name} ({last.value})",
                earliest=last.earliest - (0 if far else LAG) * DAY,
                span=figure.span,
                other=last.article,
            )
        if after:
            next_one = min(after, key=lambda toll: (toll.latest, toll.article))
            yield Hint(
                strength=Strength.WEAK,
                says=f"its toll of {value} ({figure.kind}) had been raised in "
                f"{accounts[next_one.article].article.name} ({next_one.value})",
                latest=next_one.latest + LAG * DAY,
                span=figure.span,
                other=next_one.article,
            )


def _leading(key: Key) -> Key:
    """Return the key of the count that leads articles, whatever place they give it."""
    return key[0], key[1], "leading"


def _leading_tolls(
    account: Account, first: Sequence[Head], tolls: Tolls, accounts: Mapping[str, Account]
) -> Iterator[Hint]:
    """Yield the days between which the toll that leads an article lies among those that lead others.

    A toll that differs by little may be a correction or another source's, one that differs by much another thing's.
    """
    seen: set[Key] = set()
    for head in first:
        key, value = _leading(head.key), head.value
        if not head.leads or key in seen:
            continue
        seen.add(key)
        near = [
            toll
            for toll in tolls.get(key, ())
            if toll.article != account.article.id
            and max(toll.value, value) <= NEAR_TOLL * min(toll.value, value)
            and _alike(toll.figure, head.figure)
        ]
        if not _runs(near):
            continue
        before = [
            toll
            for toll in near
            if value >= STEP * toll.value and all(one.value < value for one in near if one.earliest <= toll.earliest)
        ]
        after = [
            toll
            for toll in near
            if toll.value >= STEP * value and all(one.value > value for one in near if one.latest >= toll.latest)
        ]
        tells = f"leads with a toll of {value} ({head.figure.kind})"
        if before:
            toll = max(before, key=lambda toll: (toll.earliest, toll.article))
            yield Hint(
                strength=Strength.WEAK,
                says=f"{tells}, and {accounts[toll.article].article.name} still with {toll.value}",
                earliest=toll.earliest - LAG * DAY,
                span=head.figure.span,
                other=toll.article,
            )
        if after:
            toll = min(after, key=lambda toll: (toll.latest, toll.article))
            yield Hint(
                strength=Strength.WEAK,
                says=f"{tells}, and {accounts[toll.article].article.name} already with {toll.value}",
                latest=toll.latest + LAG * DAY,
                span=head.figure.span,
                other=toll.article,
            )


def _alike(one: Figure, other: Figure) -> bool:
    """Whether two tolls are of one source or one place, or one of them is of none that is named."""
    pairs = ((one.source, other.source), (one.place, other.place))
    return any(not a or not b or a.casefold() == b.casefold() for a, b in pairs)


def _runs(tolls: Sequence[Toll]) -> bool:
    """Whether the tolls of several articles only rise in the order of their days."""
    ordered = sorted(tolls, key=lambda toll: (toll.earliest, toll.value))
    return len(ordered) > 1 and all(one.value <= other.value for one, other in pairwise(ordered))


def _same_tolls(
    account: Account, first: Sequence[Head], tolls: Tolls, accounts: Mapping[str, Account]
) -> Iterator[Hint]:
    """Yield the days around an article that tells two of the same tolls, or one that others have replaced since."""
    alike: dict[str, list[tuple[Toll, bool]]] = {}
    for head in first:
        key, figure, value = head.key, head.figure, head.value
        others = [toll for toll in tolls.get(key, ()) if toll.article != account.article.id]
        for toll in others:
            if toll.value == value >= TELLING:
                replaced = any(one.earliest > toll.latest and one.value != value for one in others)
                alike.setdefault(toll.article, []).append((replace(toll, figure=figure), replaced))
    for article, found in sorted(alike.items()):
        reach = TWO_ALIKE if len(found) > 1 else ONE_ALIKE if found[0][1] else None
        if reach is None:
            continue
        toll, values = found[0][0], " and ".join(str(one.value) for one, _ in found)
        yield Hint(
            strength=Strength.WEAK,
            says=f"tells the same tolls as {accounts[article].article.name} ({values})"
            if len(found) > 1
            else f"tells the same toll as {accounts[article].article.name} ({values}), which was soon replaced",
            earliest=toll.earliest - reach * DAY,
            latest=toll.latest + reach * DAY,
            span=toll.figure.span,
            other=article,
        )


def _lowered(account: Account) -> frozenset[Kind]:
    """Return the kinds of counts of which an article says that they were lowered."""
    text = account.article.text
    spans = [span for block in account.article.blocks for span in block.sentences if lowers(span.of(text))]
    return frozenset(
        figure.kind for figure in account.figures.values() if any(span.covers(figure.span) for span in spans)
    )


def _goes_on(one: Figure, other: Figure) -> bool:
    """Whether two tolls may be one source's: the same, or in a place that is named one of them of nobody."""
    if one.source is not None and other.source is not None:
        return one.source.casefold() == other.source.casefold()
    many = min(one.low or 0, other.low or 0) >= MANY
    return bool(one.place) and many and (one.source or other.source) is not None


def _first_tolls(account: Account) -> Iterator[Head]:
    """Yield what an article tells first of each count."""
    titles = [block.span for block in account.article.blocks if block.kind is BlockKind.TITLE]
    bodies = [block.span for block in account.article.blocks if block.kind is BlockKind.BODY]
    leads = [*titles, *bodies[:LEADING]]
    seen: set[Key] = set()
    lowered = _lowered(account)
    for figure in sorted(account.figures.values(), key=lambda figure: figure.span):
        rises = figure.kind in RISING and figure.part_of is None and figure.modality is Modality.REPORTED
        of_old = figure.since is not None and len(figure.since) < 10
        if not rises or of_old or figure.low is None or figure.qualifier in NO_TOLL:
            continue
        counted = Counted.PEOPLE if figure.counted in PEOPLE else figure.counted
        place = (figure.place_id or figure.place or "").casefold()
        key = (figure.kind.value, counted.value, place)
        if key not in seen and figure.kind not in lowered:
            seen.add(key)
            yield Head(key, figure, figure.low, any(span.covers(figure.span) for span in leads))
