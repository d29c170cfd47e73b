"""The sentences of a crisis in, those of two articles that tell of one thing, and what that tells of their days, out."""

from __future__ import annotations

import datetime
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from anyascii import anyascii

from recoupe.crosscheck.dating.clue_passages import WIDEST, Known
from recoupe.crosscheck.dating.clue_words import WEEKDAYS, dated_in_full, day_of, is_weekday, moved
from recoupe.crosscheck.dating.clues import Hint, Strength, time_read
from recoupe.model.account import Account
from recoupe.model.article import READ_KINDS
from recoupe.model.moment import Moment, Told
from recoupe.model.span import Span

WORD = re.compile(r"[^\W\d_]{4,}")
NUMBER = re.compile(r"\d+(?:[ .,\u00a0\u202f]\d{3})*")
STEM = 6  # letters: French words differ in their ends
# articles: a stem that more of them hold finds no pair, so that no crisis is compared all with all
HOLDERS = 25
# stems that two sentences must share, and what share of the weight of the shorter one those must have
EVENT_STEMS, EVENT_SHARE = 3, 0.15
SURE_STEMS, SURE_SHARE = 5, 0.3
SAYING_STEMS, SAYING_SHARE = 10, 0.4
# days within which one statement is reported in nearly the same words
SAYING_DAYS = 3


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with what it is compared by."""

    article: str
    span: Span
    stems: frozenset[str]
    numbers: frozenset[str]
    said: bool
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence of one article and one of another that tell of one thing: the stems they share, and their share."""

    mine: Sentence
    its: Sentence
    stems: int
    share: float


Matches = Mapping[str, Sequence[Match]]
"""The matches of each article, from its side."""


def matches_of(accounts: Iterable[Account]) -> Matches:
    """Return the pairs of sentences of different articles that share enough of their words and no other number."""
    sentences = [sentence for account in accounts for sentence in _sentences(account)]
    holders: Counter[str] = Counter()
    of_article: dict[str, set[str]] = {}
    for sentence in sentences:
        of_article.setdefault(sentence.article, set()).update(sentence.stems)
    for stems in of_article.values():
        holders.update(stems)
    weight = {stem: math.log((len(of_article) + 1) / count) + 0.2 for stem, count in holders.items()}
    holding: dict[str, list[int]] = {}
    for at, sentence in enumerate(sentences):
        for stem in sentence.stems:
            if 1 < holders[stem] <= HOLDERS:
                holding.setdefault(stem, []).append(at)
    found: dict[str, list[Match]] = {}
    masses = [math.fsum(weight[stem] for stem in sentence.stems) for sentence in sentences]
    for at, sentence in enumerate(sentences):
        near = Counter(other for stem in sentence.stems for other in holding.get(stem, ()))
        for other in sorted(near):
            its = sentences[other]
            shared = sentence.stems & its.stems
            if its.article == sentence.article or len(shared) < EVENT_STEMS or _other_numbers(sentence, its):
                continue
            share = math.fsum(weight[stem] for stem in shared) / min(masses[at], masses[other])
            if share >= EVENT_SHARE:
                found.setdefault(sentence.article, []).append(Match(sentence, its, len(shared), share))
    return found


def hints_of_sentences(
    account: Account, matches: Matches, accounts: Mapping[str, Account], known: Known
) -> Iterator[Hint]:
    """Yield what sentences that another article has in much the same words tell of the day of an article."""
    for match in matches.get(account.article.id, ()):
        days = known.get(match.its.article, ())
        if not days or (days[-1] - days[0]).days > WIDEST:
            continue
        other = accounts[match.its.article]
        yield from _one_event(match, days, account, other)
        yield from _one_saying(match, days, other)


def _one_event(match: Match, days: Sequence[datetime.date], account: Account, other: Account) -> Iterator[Hint]:
    for mine in match.mine.moments:
        if not is_weekday(mine) or mine.told in (Told.COMING, Told.WAS_COMING):
            continue
        weekday = int(mine.value[0])
        meant = {
            day
            for its in match.its.moments
            for reference in days
            if (day := _told_day(its, reference)) is not None and day.weekday() == weekday
        }
        if not meant:
            continue
        sure = match.stems >= SURE_STEMS and match.share >= SURE_SHARE
        first, last = min(meant), max(meant)
        when = str(first) if first == last else f"between {first} and {last}"
        yield Hint(
            strength=Strength.LIKELY if sure else Strength.WEAK,
            says=f"tells as of `{mine.span.of(account.article.text)}` what {other.article.name} tells of "
            f"{WEEKDAYS[weekday]} {when}",
            earliest=first,
            latest=moved(last, 6),
            span=mine.span,
            other=other.article.id,
            rests=frozenset({time_read(mine.span), f"told {other.article.id}"}),
        )


def _told_day(moment: Moment, reference: datetime.date) -> datetime.date | None:
    """Return the day of what a sentence tells as past, said on a day."""
    if moment.told is not Told.PAST or moment.starts or moment.opens or moment.ends:
        return None
    full = dated_in_full(moment, (reference,))
    if full is not None:
        return full[0]
    yesterday = moment.form == "offset" and moment.value[0] == "day" and not moment.since_event
    return day_of(moment, reference, Told.PAST) if is_weekday(moment) or yesterday else None


def _one_saying(match: Match, days: Sequence[datetime.date], other: Account) -> Iterator[Hint]:
    alike = match.stems >= SAYING_STEMS and match.share >= SAYING_SHARE
    if alike and match.mine.said and match.its.said and match.mine.numbers == match.its.numbers:
        yield Hint(
            strength=Strength.WEAK,
            says=f"reports in nearly the same words what {other.article.name} reports as said",
            earliest=moved(days[0], -SAYING_DAYS),
            latest=moved(days[-1], SAYING_DAYS),
            span=match.mine.span,
            other=other.article.id,
        )


def _other_numbers(one: Sentence, other: Sentence) -> bool:
    """Say whether both sentences have numbers and none in common: the same count on two days, not one event."""
    return bool(one.numbers) and bool(other.numbers) and not one.numbers & other.numbers


def _sentences(account: Account) -> Iterator[Sentence]:
    article = account.article
    said = sorted(statement.span for statement in account.statements.values())
    for block in article.blocks:
        if block.kind not in READ_KINDS:
            continue
        inside = [moment for moment in account.moments if block.span.covers(moment.span)]
        spoken = [span for span in said if span.meets(block.span)]
        for span in block.sentences:
            words = span.of(article.text)
            moments = tuple(moment for moment in inside if span.covers(moment.span))
            dates = [moment.span.of(article.text) for moment in moments]
            for date in dates:
                words = words.replace(date, " ", 1)
            stems = frozenset(anyascii(word).lower()[:STEM] for word in WORD.findall(words))
            numbers = frozenset(re.sub(r"\D", "", number) for number in NUMBER.findall(words))
            yield Sentence(article.id, span, stems, numbers, any(one.meets(span) for one in spoken), moments)
