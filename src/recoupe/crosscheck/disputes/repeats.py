"""The statements of all articles in, out which of different articles are on one matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from recoupe.crosscheck.disputes import ties as why
from recoupe.crosscheck.disputes.counts_apart import days as within
from recoupe.crosscheck.disputes.deeds import one_deed
from recoupe.crosscheck.disputes.matters import Rarity, Said, empty
from recoupe.crosscheck.disputes.ties import NAMED, SHARED, SOME, SURE, Tie
from recoupe.crosscheck.disputes.words import holds
from recoupe.crosscheck.forest import Forest
from recoupe.model.passage import Passage
from recoupe.model.span import Span

_CROWD = 60
"""How many statements may share a stem before that brings none of them together."""
_NAMING = 4
"""Letters from which on a stem is one of the words of a matter."""
_WEEK = 7
"""Days within which an accusation of another article is answered by `ces accusations`."""
_FULL = 3
"""Stems that words have which say something of their own."""
_MOST = 0.8
"""The share of the words of the shorter of two statements that make them one in other types."""


def repeats(speaking: Sequence[Said], rarity: Rarity) -> Iterator[Tie]:
    """Yield what binds statements of different articles by their words; only those that share a stem are looked at."""
    same: dict[tuple[object, ...], list[Said]] = defaultdict(list)
    for one in speaking:
        told = len(one.content) >= _FULL and rarity.of(one.content) >= SHARED
        same[(one.words, _role(one), one.keys) if told else (one.id,)].append(one)
    holding: dict[str, list[Said]] = defaultdict(list)
    for copies in same.values():
        first, *others = sorted(copies, key=lambda one: one.id)
        for other in others:
            yield Tie(first, other, False, why.because(why.same_words))
        for stem in first.content:
            holding[stem].append(first)
    seen: set[tuple[str, str]] = set()
    for stem in sorted(holding):
        if len(holding[stem]) > _CROWD:
            continue
        for first, second in combinations(sorted(holding[stem], key=lambda one: one.id), 2):
            if first.account is second.account or (first.id, second.id) in seen:
                continue
            seen.add((first.id, second.id))
            if reasons := _repeats(first, second, rarity):
                yield Tie(first, second, False, reasons)
            elif answered := _answered(first, second, rarity):
                yield answered
            elif opposed := _accused_back(first, second, rarity):
                yield Tie(first, second, True, opposed)


def shared(speaking: Sequence[Said], passages: Sequence[Passage]) -> Iterator[Tie]:
    """Yield what binds statements that stand in one passage, in the same order on both sides."""
    held: dict[str, list[Said]] = defaultdict(list)
    for one in speaking:
        held[one.account.article.id].append(one)
    for passage in passages:
        ones = _inside(held[passage.article_a], passage.span_a)
        others = _inside(held[passage.article_b], passage.span_b)
        if [_role(one) for one in ones] == [_role(one) for one in others]:
            for one, other in zip(ones, others, strict=True):
                yield Tie(one, other, False, why.because(why.same_passage))


def _inside(said: Sequence[Said], span: Span) -> list[Said]:
    inside = [one for one in said if span.covers(one.statement.span)]
    return sorted(inside, key=lambda one: (one.start, one.end, one.id))


def _role(said: Said) -> tuple[bool, bool]:
    return said.accuses, said.denies


def _repeats(first: Said, second: Said, rarity: Rarity) -> tuple[str, ...]:
    if _role(first) != _role(second):
        return ()
    both = first.content & second.content
    told = rarity.of(both)
    least = min(len(first.content), len(second.content))
    one_speaker = bool(first.keys & second.keys)
    beyond = rarity.of(both - (first.aim & second.aim))
    return why.said(
        (least >= _FULL and len(both) >= _MOST * least and told >= SHARED, why.same_words),
        (one_speaker and told >= SHARED, why.same_speaker),
        (first.accuses and bool(first.aim & second.aim) and beyond >= SOME and told >= SHARED, why.same_charge),
        (told >= 2 * SURE, why.shares_words),
    )


def _answered(first: Said, second: Said, rarity: Rarity) -> Tie | None:
    """Return that one denies in its article what the other accuses of in another one."""
    if second.accuses and first.denies:
        first, second = second, first
    if not (first.accuses and second.denies and first.keys and second.keys) or first.keys & second.keys:
        return None
    told = rarity.of(first.content & second.content)
    named = rarity.of(second.called & (first.content | first.aim)) >= NAMED
    if told < SURE and not (named and told >= SHARED):
        return None
    return Tie(first, second, True, why.said((named, why.names_who_answers), (told >= SHARED, why.shares_words)))


def answered_elsewhere(articles: Sequence[Sequence[Said]], ties: Sequence[Tie]) -> Iterator[Tie]:
    """Yield what binds a denial that takes up accusations of which its own article tells none (`rejette ces accusations`)
    to the one that was told last in another article: of that week, against the very one who answers. Where several
    accuse, nobody knows which of them is meant. `articles` hold the statements of each; `ties` are what binds otherwise.
    """
    bound = {one.id for tie in ties if tie.answers for one in (tie.first, tie.second)}
    charges = [one for said in articles for one in said if one.accuses and one.keys]
    for said in articles:
        for denial in said:
            if not denial.denies or denial.id in bound or not _takes_up_charge(denial):
                continue
            if any(one.accuses and one.start < denial.start for one in said):
                continue
            meant = [one for one in charges if one.account is not denial.account and _charged(one, denial)]
            if meant and all(one.keys == meant[0].keys for one in meant):
                last = max(meant, key=lambda one: (one.account.article.published or "", one.id))
                yield Tie(last, denial, True, why.because(why.takes_up_charge))


def _takes_up_charge(denial: Said) -> bool:
    """Return whether all that is denied is an accusation that was told elsewhere: `ces accusations`."""
    return empty(denial) and all(holds(means, denial.words) for means in ("echo", "charge"))


def _charged(first: Said, second: Said) -> bool:
    """Return whether one accuses, within the week before, the very one who answers: all of whose name it gives."""
    told, answered = ((one.account.article.published or "")[:10] for one in (first, second))
    if told > answered or not within(told, answered, _WEEK):
        return False
    name = {stem for stem in second.called if len(stem) >= _NAMING}
    return bool(name) and name <= first.aim and not first.keys & second.keys


def _accused_back(first: Said, second: Said, rarity: Rarity) -> tuple[str, ...]:
    """Return why two who accuse in different articles lay one deed on each other; nothing where they may not."""
    if not (first.accuses and second.accuses and first.keys and second.keys) or first.keys & second.keys:
        return ()
    return one_deed(first, second, rarity)


def answered_by_one(ties: Sequence[Tie], rarity: Rarity) -> Iterator[Tie]:
    """Yield what binds the exchanges of different articles in which one speaker answers accusations of one kind. `ties`
    are what binds the statements otherwise."""
    joined = Forest[str]()
    for tie in ties:
        joined.join(tie.first.id, tie.second.id)
    exchanges: dict[str, dict[str, Said]] = defaultdict(dict)
    answering: dict[str, set[str]] = defaultdict(set)
    for tie in ties:
        head = joined.top(tie.first.id)
        exchanges[head] |= {tie.first.id: tie.first, tie.second.id: tie.second}
        if tie.answers:
            answering[head] |= tie.second.keys
    of_speaker: dict[str, list[str]] = defaultdict(list)
    for head in sorted(answering):
        for key in sorted(answering[head]):
            of_speaker[key].append(head)
    for key in sorted(of_speaker):
        for one, other in combinations(of_speaker[key][:_CROWD], 2):
            if bound := _one_matter(exchanges[one], exchanges[other], key, rarity):
                yield bound


def _one_matter(one: Mapping[str, Said], other: Mapping[str, Said], key: str, rarity: Rarity) -> Tie | None:
    """Return what binds two exchanges of different articles: the accusations share rare words, or some and the accuser."""
    against, again = _against(one, key), _against(other, key)
    articles = [{said.account.article.id for said in exchange.values()} for exchange in (one, other)]
    if not against or not again or articles[0] & articles[1]:
        return None
    both = frozenset().union(*(said.content for said in against)) & frozenset().union(*(said.content for said in again))
    told = rarity.of(both)
    accusers = {key for said in against for key in said.keys} & {key for said in again for key in said.keys}
    if told < SHARED and not (accusers and told >= SOME):
        return None
    return Tie(against[0], again[0], False, why.because(why.same_answerer))


def _against(exchange: Mapping[str, Said], key: str) -> list[Said]:
    return [exchange[id] for id in sorted(exchange) if key not in exchange[id].keys]
