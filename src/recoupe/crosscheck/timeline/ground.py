"""What the parts of a timeline look up: days of articles, disputes of records, names, the words around a number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from recoupe.crosscheck.disputes.joining import Names, Origins, one_name
from recoupe.model.account import Account, Dossier
from recoupe.model.dating import Dating
from recoupe.model.dispute import Dispute
from recoupe.model.event import Event
from recoupe.model.judgement import NameOf
from recoupe.model.span import Span
from recoupe.model.statement import Act

Spans = Mapping[str, Sequence[tuple[Span, str]]]
"""Spans with ids by article, in the order of the text."""


class Ground:
    """A dossier as the parts of its timeline see it."""

    SHOWN: ClassVar = frozenset({Act.ACCUSE, Act.DENY, Act.REJECT, Act.DEMAND, Act.PROMISE, Act.THREATEN})
    """The acts of speech that a timeline shows; plain words only where they are part of a dispute."""

    def __init__(
        self,
        dossier: Dossier,
        names: Names,
        origins: Origins,
        disputes: Sequence[Dispute],
        datings: Sequence[Dating],
    ) -> None:
        self.dossier, self.names, self.origins = dossier, names, origins
        self.account_of: dict[str, Account] = {}
        self.events: dict[str, Event] = {}
        for account in dossier.accounts:
            for records in (account.figures, account.statements, account.events):
                self.account_of |= dict.fromkeys(records, account)
            self.events |= account.events
        self._starts = {
            id: one.span.start
            for account in dossier.accounts
            for records in (account.figures, account.statements, account.events)
            for id, one in records.items()
        }
        self._dating = {one.article: one for one in datings}
        self._accounts = {account.article.id: account for account in dossier.accounts}
        self.disputes_of: dict[str, set[str]] = defaultdict(set)
        for dispute in disputes:
            for position in dispute.positions:
                for record in (*position.statements, *position.figures):
                    self.disputes_of[record].add(dispute.id)
        self._disputed = self.spans(self.disputes_of)

    def day(self, article: str) -> str | None:
        """Return the day of an article: given, or worked out where only one is left."""
        dating = self._dating.get(article)
        published = self._accounts[article].article.published
        if dating is not None:
            published = dating.published or (dating.earliest if dating.earliest == dating.latest else None)
        return published[:10] if published else None

    def place(self, record: str) -> tuple[str, int]:
        """Return where a record stands: its article and offset."""
        return self.account_of[record].article.id, self._starts[record]

    def reported(self, articles: Iterable[str]) -> tuple[str, ...]:
        """Return the days of some articles, each once; for one without a day the interval it appeared in, where known."""
        days = set()
        for article in articles:
            dating = self._dating.get(article)
            if day := self.day(article):
                days.add(day)
            elif dating is not None and dating.earliest and dating.latest:
                days.add(f"{dating.earliest}/{dating.latest}")
        return tuple(sorted(days))

    def spans(self, records: Iterable[str]) -> Spans:
        """Return where some statements stand."""
        found: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        for record in records:
            if (account := self.account_of.get(record)) and record in account.statements:
                found[account.article.id].append((account.statements[record].span, record))
        return {article: sorted(spans) for article, spans in found.items()}

    def lies_in(self, article: str, span: Span, spans: Spans) -> bool:
        return bool(self._around(article, span, spans))

    def disputes_around(self, article: str, span: Span) -> set[str]:
        """Return the disputes about statements that hold some words of an article."""
        return {id for record in self._around(article, span, self._disputed) for id in self.disputes_of[record]}

    def sources_around(self, tellings: Iterable[tuple[str, Event]]) -> tuple[str, ...]:
        """Return who says what some events tell, as far as a statement holds their words."""
        found = set()
        for _, event in tellings:
            account = self._accounts[event.article]
            for statement in account.statements.values():
                if statement.speaker and statement.span.covers(event.span):
                    found.add(self.source(statement.speaker))
        return tuple(sorted(found))

    def source(self, name: str) -> str:
        return one_name(self.names, NameOf.SOURCE, name)

    def disputes_about(self, records: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted({id for record in records for id in self.disputes_of.get(record, ())}))

    @staticmethod
    def _around(article: str, span: Span, spans: Spans) -> list[str]:
        return [record for held, record in spans.get(article, ()) if held.meets(span)]
