"""The accounts of a crisis in, what each tells first of each count that only rises, and on which days, out."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from recoupe.crosscheck.dating.clue_passages import WIDEST, Known
from recoupe.crosscheck.dating.notices import lowers
from recoupe.model.account import Account
from recoupe.model.article import BlockKind
from recoupe.model.figure import Counted, Figure, Kind, Modality, Number, Qualifier

# counts that only rise while a crisis lasts, unless they are corrected
RISING = frozenset({Kind.KILLED, Kind.INJURED, Kind.ILL})
# inhabitants and civilians are counted over each other
PEOPLE = frozenset({Counted.CIVILIANS, Counted.PEOPLE})
NO_TOLL = frozenset({Qualifier.VAGUE, Qualifier.AT_MOST, Qualifier.UP_TO, Qualifier.LESS_THAN})
LEADING = 2  # how many paragraphs lead an article
SAME = 2  # articles kept that tell one toll alike on one day: each article needs another than itself

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
"""The tolls of each count, by their days."""
Heads = Mapping[str, Sequence[Head]]
"""What each article tells first of each count."""


def heads_of(accounts: Iterable[Account]) -> Heads:
    """Return what each article tells first of each count that only rises, those it says were lowered left out."""
    return {account.article.id: tuple(_heads(account)) for account in accounts}


def tolls_of(heads: Heads, known: Known) -> Tolls:
    """Return the tolls of those articles whose days are known to a fortnight, by what they count."""
    found: dict[Key, list[Toll]] = {}
    alike: dict[tuple[object, ...], int] = {}
    for article, first in sorted(heads.items()):
        days = known.get(article, ())
        if not days or (days[-1] - days[0]).days > WIDEST:
            continue
        for head in first:
            toll = Toll(article, head.figure, head.value, days[0], days[-1])
            for key in (head.key, leading(head.key)) if head.leads else (head.key,):
                same = (key, head.value, days[0], days[-1], head.figure.source, head.figure.place)
                alike[same] = alike.get(same, 0) + 1
                if alike[same] <= SAME:
                    found.setdefault(key, []).append(toll)
    return {key: sorted(tolls, key=lambda toll: (toll.earliest, toll.article)) for key, tolls in found.items()}


def leading(key: Key) -> Key:
    """Return the key of the count that leads articles, whatever place they give it."""
    return key[0], key[1], "leading"


def _heads(account: Account) -> Iterator[Head]:
    blocks = account.article.blocks
    titles = [block.span for block in blocks if block.kind is BlockKind.TITLE]
    bodies = [block.span for block in blocks if block.kind is BlockKind.BODY]
    leads = [*titles, *bodies[:LEADING]]
    seen: set[Key] = set()
    lowered = _lowered(account)
    for figure in sorted(account.figures.values(), key=lambda figure: figure.span):
        rises = figure.kind in RISING and figure.part_of is None and figure.modality is Modality.REPORTED
        of_old = figure.since is not None and len(figure.since) < 10
        if not rises or of_old or figure.low is None or figure.qualifier in NO_TOLL or figure.kind in lowered:
            continue
        counted = Counted.PEOPLE if figure.counted in PEOPLE else figure.counted
        place = (figure.place_id or figure.place or "").casefold()
        key = (figure.kind.value, counted.value, place)
        if key not in seen:
            seen.add(key)
            yield Head(key, figure, figure.low, any(span.covers(figure.span) for span in leads))


def _lowered(account: Account) -> frozenset[Kind]:
    """Return the kinds of counts of which an article says that they were lowered."""
    text = account.article.text
    spans = [span for block in account.article.blocks for span in block.sentences if lowers(span.of(text))]
    return frozenset(
        figure.kind for figure in account.figures.values() if any(span.covers(figure.span) for span in spans)
    )
