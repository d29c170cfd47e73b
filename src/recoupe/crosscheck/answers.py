"""The statements of a crisis in, out which of them answer each other and which of them say the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from recoupe.crosscheck.dispute_words import holds
from recoupe.crosscheck.matters import Rarity, Said, empty

_NEAR = 450
"""Characters between a charge and its answer in one article; a paragraph of a dispatch has about as many."""
_NEXT = 220
"""Characters between two statements of which the second goes on with the first."""
_SHARED = 0.8
_SURE = 1.6
_NAMED = 0.4
_CROWD = 60
"""How many statements may share a stem before it brings none of them together."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two statements on one matter: `answers` where the second speaks against the first, else it says the same."""

    first: Said
    second: Said
    answers: bool
    why: tuple[str, ...]


def ties_of(articles: Sequence[Sequence[Said]], rarity: Rarity) -> tuple[Tie, ...]:
    """Return what binds the statements of each article, and of articles to each other."""
    within = [tie for said in articles for tie in _within(said, rarity)]
    bound = {id(one) for tie in within for one in (tie.first, tie.second)}
    speaking = [one for said in articles for one in said if one.accuses or one.denies or id(one) in bound]
    return (*within, *_across(speaking, rarity))


def _within(said: Sequence[Said], rarity: Rarity) -> Iterator[Tie]:
    for at, second in enumerate(said):
        if not (second.accuses or second.denies):
            continue
        before = _before(said, at)
        if before is not None and (why := _continues(before, second, rarity)):
            yield Tie(before, second, False, why)
            continue
        for first in said:
            if first is not second and (why := _answers(first, second, before, rarity)):
                yield Tie(first, second, True, why)


def _before(said: Sequence[Said], at: int) -> Said | None:
    """Return the last statement before one that is a charge or a denial; other speech in between is passed over."""
    return next((one for one in reversed(said[:at]) if one.accuses or one.denies), None)


def _continues(first: Said, second: Said, rarity: Rarity) -> tuple[str, ...]:
    """Return why the second statement goes on with the first, from the same side."""
    if first.block != second.block or not -1 < second.start - first.start <= _NEXT + first.end - first.start:
        return ()
    same = first.keys == second.keys
    if first.denies and second.denies:
        return (_goes_on.__doc__ or "",)
    if first.accuses and second.accuses and not _turns(second) and not _aims_back(first, second, rarity):
        told = rarity.of(first.content & second.content)
        if same or told >= _SHARED or (second.start - first.end <= _NEXT and _is_quote(second)):
            return (_goes_on.__doc__ or "",)
    return ()


def _answers(first: Said, second: Said, before: Said | None, rarity: Rarity) -> tuple[str, ...]:
    """Return why the second statement answers the first; nothing where there is no good evidence of it."""
    if first.keys & second.keys or not first.accuses or not (first.keys and second.keys):
        return ()
    told = rarity.of(first.content & second.content)
    near = first is before and second.block - first.block <= 1 and second.start - first.end <= _NEAR
    named = rarity.of(second.called & _stems_of(first)) >= _NAMED
    reasons = [
        (named, _names_whom_it_accuses),
        (holds("answer", second.sentence) or holds("echo", second.sentence), _answers_in_words),
        (empty(second), _says_no_more),
        (told >= _SHARED, _shares_words),
    ]
    if second.denies:
        if near and any(held for held, _ in reasons):
            return _said(reasons)
        if told >= _SURE or (told >= _SHARED and (named or holds("echo", second.sentence))):
            return _said(reasons)
        return ()
    if not near or not second.accuses or not _aims_elsewhere(first, second):
        return ()
    turned = _turns(second)
    back = _aims_back(first, second, rarity)
    reasons += [(turned, _is_set_against), (back, _accuses_back)]
    if (turned and (told >= _SHARED / 2 or named or back or first.sentence == second.sentence)) or (named and back):
        return _said(reasons)
    return ()


def _across(speaking: Sequence[Said], rarity: Rarity) -> Iterator[Tie]:
    """Yield what binds statements of different articles; only those that share a stem are looked at."""
    holding: dict[str, list[Said]] = defaultdict(list)
    for one in speaking:
        for word in one.content:
            holding[word].append(one)
    seen: set[tuple[str, str]] = set()
    for word in sorted(holding):
        if len(holding[word]) > _CROWD:
            continue
        for first, second in combinations(sorted(holding[word], key=lambda one: one.id), 2):
            if first.account is second.account or (first.id, second.id) in seen:
                continue
            seen.add((first.id, second.id))
            if why := _repeats(first, second, rarity):
                yield Tie(first, second, False, why)
            elif why := _answers_elsewhere(first, second, rarity):
                yield Tie(first, second, True, why)


def _repeats(first: Said, second: Said, rarity: Rarity) -> tuple[str, ...]:
    if first.accuses != second.accuses or first.denies != second.denies:
        return ()
    shared = first.content & second.content
    told = rarity.of(shared)
    least = min(len(first.content), len(second.content))
    if least >= 3 and len(shared) >= 0.8 * least and told >= _SHARED:
        return (_same_words.__doc__ or "",)
    if first.keys & second.keys and told >= _SHARED:
        return (_same_speaker.__doc__ or "",)
    beyond = shared - (first.aim & second.aim)
    if first.accuses and first.aim & second.aim and rarity.of(beyond) >= _SHARED / 2 and told >= _SURE / 2:
        return (_same_charge.__doc__ or "",)
    return ()


def _answers_elsewhere(first: Said, second: Said, rarity: Rarity) -> tuple[str, ...]:
    if second.accuses and first.denies:
        first, second = second, first
    if not (first.accuses and second.denies) or first.keys & second.keys or not (first.keys and second.keys):
        return ()
    told = rarity.of(first.content & second.content)
    named = rarity.of(second.called & _stems_of(first)) >= _NAMED
    if told >= _SURE or (named and told >= _SHARED):
        return _said([(named, _names_whom_it_accuses), (told >= _SHARED, _shares_words)])
    return ()


def _stems_of(said: Said) -> frozenset[str]:
    return frozenset(word for word in said.content | said.aim)


def _turns(said: Said) -> bool:
    """Return whether words set a statement against what stands before it."""
    return holds("contrast", said.lead) or holds("answer", said.sentence)


def _is_quote(said: Said) -> bool:
    return said.statement.form.value != "indirect"


def _aims_elsewhere(first: Said, second: Said) -> bool:
    return not first.aim or not second.aim or not first.aim <= second.aim and not second.aim <= first.aim


def _aims_back(first: Said, second: Said, rarity: Rarity) -> bool:
    return rarity.of(first.called & _stems_of(second)) >= _NAMED


def _said(reasons: Sequence[tuple[bool, object]]) -> tuple[str, ...]:
    return tuple(str(reason.__doc__) for held, reason in reasons if held)


def _goes_on() -> None:
    """the one goes on with the other in the same paragraph"""


def _names_whom_it_accuses() -> None:
    """the one who answers is named in the accusation"""


def _answers_in_words() -> None:
    """its words say that it answers"""


def _says_no_more() -> None:
    """it denies without words of its own, right after the accusation"""


def _shares_words() -> None:
    """they share words that are rare in this crisis"""


def _is_set_against() -> None:
    """the text sets the one against the other"""


def _accuses_back() -> None:
    """the accused accuses the accuser"""


def _same_words() -> None:
    """two articles give it in the same words"""


def _same_speaker() -> None:
    """one speaker says it in two articles, with rare words in common"""


def _same_charge() -> None:
    """they accuse the same of the same, with rare words in common"""
