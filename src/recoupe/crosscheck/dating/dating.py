"""The accounts of one crisis and their shared passages in, the days on which each article can have appeared out."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence

from recoupe.crosscheck.dating.clue_crisis import Crisis, crisis_of, given_day, hints_of_crisis
from recoupe.crosscheck.dating.clue_passages import Known, hints_of_passages
from recoupe.crosscheck.dating.clue_sentences import Matches, hints_of_sentences, matches_of
from recoupe.crosscheck.dating.clue_tolls import hints_of_tolls
from recoupe.crosscheck.dating.clue_words import hints_of_words, near
from recoupe.crosscheck.dating.clues import Hint, Settled, Strength, clue_of, settle
from recoupe.crosscheck.dating.grounds import settle_surely
from recoupe.crosscheck.dating.told_tolls import Heads, Key, Tolls, heads_of, tolls_of
from recoupe.model.account import Account
from recoupe.model.article import PublishedBasis
from recoupe.model.dating import Dating
from recoupe.model.passage import Passage

# undated articles date each other; what a round no longer narrows stays as it is
ROUNDS = 4
# dated articles among which one wrong day could shift the middle
FEW = 50


def date_articles(accounts: Sequence[Account], passages: Sequence[Passage]) -> tuple[Dating, ...]:
    """Return for each account, in their order, the day that is given, or the interval of days that its clues leave.

    A given day is never moved: clues that it does not agree with stand in `contradicts`. A day is inferred only where a
    single one is left.
    """
    evidence = _Evidence(accounts, passages)
    known: dict[str, tuple[datetime.date, ...]] = {}
    for account in evidence.accounts.values():
        day = given_day(account)
        if day is not None:
            known[account.article.id] = (day,)
    undated = [account for account in evidence.accounts.values() if account.article.id not in known]
    settled: dict[str, Settled] = {}
    for _ in range(ROUNDS):
        tolls = tolls_of(evidence.heads, known)
        found = {account.article.id: settle_surely(evidence.hints(account, known, tolls)) for account in undated}
        if found == settled:
            break
        settled = found
        known |= {article: days for article, one in settled.items() if (days := one.days())}
    tolls = tolls_of(evidence.heads, known)
    return tuple(
        _undated(account, settled[account.article.id])
        if account.article.id in settled
        else _dated(account, evidence.hints(account, known, tolls))
        for account in accounts
    )


class _Evidence:
    """What a crisis holds, laid out so that each article finds its own."""

    def __init__(self, accounts: Sequence[Account], passages: Sequence[Passage]) -> None:
        self.accounts: Mapping[str, Account] = {
            account.article.id: account for account in sorted(accounts, key=lambda account: account.article.id)
        }
        self.crisis: Crisis = crisis_of(self.accounts.values())
        self.near = near(self.crisis.days)
        self.heads: Heads = heads_of(self.accounts.values())
        self.counting: dict[Key, list[str]] = {}
        for article, heads in self.heads.items():
            for head in heads:
                self.counting.setdefault(head.key, []).append(article)
        self.matches: Matches = matches_of(self.accounts.values())
        self.passages: dict[str, list[Passage]] = {}
        order = sorted(passages, key=lambda one: (one.article_a, one.article_b, one.span_a, one.span_b))
        for passage in order:
            for article in (passage.article_a, passage.article_b):
                self.passages.setdefault(article, []).append(passage)

    def days_without(self, account: Account) -> Sequence[datetime.date]:
        """Return the days of the crisis by which the dates of one article get their year: its own, which may be wrong, is no
        witness where there are few."""
        days, own = self.crisis.days, given_day(account)
        if own is None or not 1 < len(days) <= FEW:
            return self.near
        at = days.index(own)
        return near(days[:at] + days[at + 1 :])

    def shares_words(self, account: Account) -> bool:
        """Whether an article has words or a sentence in common with one whose day is given."""
        here = account.article.id
        others = {one for passage in self.passages.get(here, ()) for one in (passage.article_a, passage.article_b)}
        return self._any_given(here, others | {match.its.article for match in self.matches.get(here, ())})

    def shares_toll(self, account: Account) -> bool:
        """Whether an article has a running toll in common with one whose day is given."""
        here = account.article.id
        return self._any_given(
            here, {article for head in self.heads.get(here, ()) for article in self.counting.get(head.key, ())}
        )

    def _any_given(self, here: str, others: Iterable[str]) -> bool:
        return any(other != here and given_day(self.accounts[other]) is not None for other in others)

    def hints(self, account: Account, known: Known, tolls: Tolls) -> list[Hint]:
        """Return all hints on the day of one article, its own day left out of account."""
        shared = self.passages.get(account.article.id, ())
        return [
            *hints_of_words(account, self.days_without(account)),
            *hints_of_passages(account, shared, self.accounts, known),
            *hints_of_sentences(account, self.matches, self.accounts, known),
            *hints_of_crisis(account, self.crisis, self.shares_words(account), self.shares_toll(account)),
            *hints_of_tolls(account, self.heads, tolls, self.accounts),
        ]


def _undated(account: Account, settled: Settled) -> Dating:
    earliest, latest = _iso(settled.earliest), _iso(settled.latest)
    single = earliest is not None and earliest == latest
    nothing = earliest is None and latest is None
    return Dating(
        article=account.article.id,
        published=earliest if single else None,
        basis=PublishedBasis.UNKNOWN if nothing else PublishedBasis.INFERRED,
        earliest=earliest,
        latest=latest,
        clues=(
            *(clue_of(hint, settled) for hint in settled.kept),
            *(clue_of(hint, aside=True) for hint in settled.aside),
        ),
    )


def _dated(account: Account, hints: Sequence[Hint]) -> Dating:
    day = given_day(account)
    assert day is not None
    told = [hint for hint in hints if hint.strength > Strength.WEAK]
    settled = settle(told)
    against = [hint for hint in (*settled.kept, *settled.aside) if not hint.allows(day)]
    return Dating(
        article=account.article.id,
        published=account.article.published,
        basis=account.article.published_basis,
        earliest=day.isoformat(),
        latest=day.isoformat(),
        clues=tuple(clue_of(hint) for hint in (*settled.kept, *settled.aside) if hint.allows(day)),
        contradicts=tuple(clue_of(hint) for hint in against),
    )


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day is not None else None
