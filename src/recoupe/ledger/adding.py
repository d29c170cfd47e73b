"""Documents in, rows of the ledger out, each as soon as it was read; and the report of what became of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import recoupe
from recoupe.engines import Engine
from recoupe.errors import RecordMisplaced, TextUnstorable
from recoupe.model.article import Raw
from recoupe.model.digest import Digest
from recoupe.model.skipped import Skipped
from recoupe.store.rows import remarks
from recoupe.store.writer import Outcome, Writer

Progress = Callable[[str, str], None]
"""Told of each document, by name, what became of it: `added`, `replaced`, `known` or `skipped`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddReport:
    """What one adding did, by the names of the documents.

    `replaced` are those that the ledger had from an older version or with less metadata; `known` those that it had as
    they are. `unread` are those of the first two that are in a language that is not read. `figures` and `statements`
    count the records that came in. `remarks` are what should be known of how the first two were taken (no day, a day
    that is none, another language), each with the document's name.
    """

    added: tuple[str, ...]
    replaced: tuple[str, ...]
    known: tuple[str, ...]
    unread: tuple[str, ...]
    skipped: tuple[Skipped, ...]
    figures: int
    statements: int
    remarks: tuple[tuple[str, str], ...] = ()


class Adding:
    """One adding under way: what became of each document so far."""

    def __init__(self, writer: Writer, engine: Engine, crisis: str | None, progress: Progress) -> None:
        self.writer, self.engine, self.crisis, self.progress = writer, engine, crisis, progress
        self.run = writer.begin(f"recoupe {recoupe.__version__}")
        self.names: dict[Outcome, list[str]] = {outcome: [] for outcome in Outcome}
        self.skipped: list[Skipped] = []
        self.unread: list[str] = []
        self.remarks: list[tuple[str, str]] = []
        self.figures = self.statements = 0

    def go(self, documents: Iterable[Raw | Skipped]) -> None:
        for raw, outcome in self.engine.read(self._unread(documents)):
            if isinstance(outcome, Skipped):
                self._aside(outcome)
            else:
                self._keep(raw, outcome)

    def report(self) -> AddReport:
        return AddReport(
            added=tuple(self.names[Outcome.ADDED]),
            replaced=tuple(self.names[Outcome.REPLACED]),
            known=tuple(self.names[Outcome.KNOWN]),
            unread=tuple(self.unread),
            skipped=tuple(self.skipped),
            figures=self.figures,
            statements=self.statements,
            remarks=tuple(self.remarks),
        )

    def _unread(self, documents: Iterable[Raw | Skipped]) -> Iterator[Raw]:
        made_by = self.engine.made_by()
        for document in documents:
            if isinstance(document, Skipped):
                self._aside(document)
            elif self.writer.known(document, made_by, crisis=self.crisis, run=self.run):
                self._note(document.name, Outcome.KNOWN)
            else:
                yield self.writer.completed(document)

    def _keep(self, raw: Raw, digest: Digest) -> None:
        try:
            outcome = self.writer.add(raw, digest, crisis=self.crisis, run=self.run)
        except (RecordMisplaced, TextUnstorable) as error:
            self._aside(Skipped.because(error, name=raw.name, stage="store"))
            return
        if outcome is not Outcome.KNOWN:
            self.figures += len(digest.figures)
            self.statements += len(digest.statements)
            article = digest.article
            if not article.blocks:
                self.unread.append(raw.name)
            self.remarks += [
                (raw.name, remark) for remark in remarks(article.published, article.language, article.notes)
            ]
        self._note(raw.name, outcome)

    def _aside(self, skipped: Skipped) -> None:
        self.writer.set_aside(skipped, crisis=self.crisis, run=self.run)
        self.skipped.append(skipped)
        self.progress(skipped.name, "skipped")

    def _note(self, name: str, outcome: Outcome) -> None:
        self.names[outcome].append(name)
        self.progress(name, outcome.value)
