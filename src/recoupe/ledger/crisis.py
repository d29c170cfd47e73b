"""One crisis as Python sees it: its accounts laid over each other, the judgements on it, and what moved when."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from typing import Any

import recoupe
from recoupe.crosscheck.fingerprint import checked_by
from recoupe.engines import Engine
from recoupe.errors import LedgerUnwritable, NameAmbiguous, NotInLedger, ValueUnknown
from recoupe.model.account import Account, Dossier
from recoupe.model.crosscheck import Crosscheck
from recoupe.model.judgement import Judgement, NameOf, Suggestion
from recoupe.model.origin import Origin
from recoupe.show.changes import ChangeRow, changes_of, judged, reviewed
from recoupe.show.findings import PARTS_SHOWN, Names, names_of, rows_of
from recoupe.show.table import Table
from recoupe.show.tolls import TollRow, toll_rows
from recoupe.show.views import AgreementRow, DateRow, agreement_rows, date_rows
from recoupe.store.crises import CrisisBook
from recoupe.store.findings import Checked
from recoupe.store.judgements import JudgementRow
from recoupe.store.reader import Reader
from recoupe.store.review_queue import ReviewBook
from recoupe.store.writer import Writer

PARTIES = ("side", "by", "actor", "target", "speaker")
"""The fields of records that name a party."""


@dataclass(frozen=True, slots=True)
class Crisis:
    """A crisis of a ledger. What is asked of it is checked first, where something was added or judged since."""

    name: str
    _writer: Writer
    _reader: Reader
    _engine: Engine

    def check(self) -> Crosscheck:
        """Lay its accounts over each other and keep what comes of it; what was checked as it stands is not done again.

        A ledger that cannot be written is checked too, and nothing is kept; nor is a check that another process has
        overtaken with an article or a judgement. Errors: as Ledger.add.
        """
        from recoupe.flow import crosscheck

        made_by = self._made_by()
        state, done = self._book.state(made_by)
        if done:
            return self._book.kept()
        dossier = self._book.dossier()
        known = self._book.compared(dossier, checked_by())
        found, pairs = crosscheck(dossier, self._engine.digest, known)
        try:
            run = self._writer.begin(f"recoupe {recoupe.__version__}")
            self._book.keep_compared(pairs, dossier, made_by=checked_by(), run=run)
            number = self._book.keep(found, made_by=made_by, state=state, run=run)
        except LedgerUnwritable:
            return found
        return found if number is None else self._book.kept(number)

    def kept(self, as_of: str | None = None) -> Crosscheck | None:
        """Return what its last check found, or the last that began on a day (ISO, UTC) or before; nothing is checked.

        None where it was not checked by then. What was kept never changes, so what was asked lately costs nothing.
        """
        number = self._book.last_check(as_of)
        return None if number is None else self._book.kept_by(number)

    def moments(self) -> tuple[tuple[int, str], ...]:
        """Return the number of each of its checks and when it began (ISO, UTC), the first one first."""
        return tuple(self._book.moments())

    def kept_by(self, number: int) -> Crosscheck:
        """Return what stood after the check of a number, one of `moments`; nothing is checked."""
        return self._book.kept_by(number)

    def origins_of(self, record: str, as_of: str | None = None) -> tuple[Origin, ...] | None:
        """Return the origins behind one record by what its last check found, or the last by a day; None where it was not
        checked by then. Nothing else of the check is read."""
        number = self._book.last_check(as_of)
        return None if number is None else tuple(self._book.origins_of(record, number))

    def stale(self) -> bool:
        """Say whether a check would rest on anything else than the last one did: articles, judgements, or the program.

        One that was never checked is stale. Neither the texts nor what reads them is loaded for it.
        """
        return self._book.stale(self._made_by())

    def checks(self) -> int:
        """Return how many checks of it the ledger keeps."""
        return len(self._book.checks())

    def dossier(self) -> Dossier:
        """Return its articles as last read, each with its records as people left them."""
        return self._book.dossier()

    def names(self) -> Names:
        """Return what its records and articles are called, for those who show a finding."""
        read, judged = self._book.dossiers()
        # rows of a ledger keep the reading; what was found speaks of records as people left them
        return replace(names_of(judged), dossier=read)

    def rows(self, part: str) -> list[dict[str, Any]]:
        """Return one part of the check (`passages`, `series`, `disputes` ...) as `recoupe export` writes it.

        Errors: ValueUnknown for what is no part.
        """
        if part not in PARTS_SHOWN:
            raise ValueUnknown(part, "one of " + ", ".join(PARTS_SHOWN))
        return rows_of(part, self.check(), self.names())

    def changes(self, since: str | None = None) -> Table[ChangeRow]:
        """Return what the checks since a moment (ISO, or a day) changed: raised tolls, new disputes, lost support.

        A day is one of the ledger's clock, UTC, and so is a time without a zone. Errors: ValueUnknown for no moment.
        """
        began = None if since is None else _moment(since)
        self.check()
        return self._changes(self._book.checks(began), began)

    def last_changes(self) -> Table[ChangeRow]:
        """Return what the last check changed that changed anything: the latest articles or judgements."""
        self.check()
        checks = self._book.checks()
        for at in range(len(checks), 0, -1):
            changed = self._changes(checks[at - 1 : at], checks[at - 2].at if at > 1 else None)
            if changed:
                return changed
        return Table(ChangeRow, ())

    def _changes(self, checks: list[Checked], began: str | None) -> Table[ChangeRow]:
        heeded = [row for row in self._book.judgements() if began is None or row.at >= began]
        said = [row for row in self._book.reviews() if began is None or row.at >= began]
        names = self.names()
        rows = [*judged(heeded, checks), *reviewed(said, checks, names), *changes_of(checks, names)]
        return Table(ChangeRow, tuple(sorted(rows, key=lambda row: row.check)))

    def records_naming(self, of: str, name: str) -> int:
        """Return how many records hold a name of a `place`, a `source` or a `party`, to the letter."""
        fields = {"place": ("place", "place_text"), "source": ("source", "speaker"), "party": PARTIES}[of]
        records = self.names().records.values()
        return sum(any(getattr(record, field, None) == name for field in fields) for record in records)

    def agreements(self, *, conflicts: bool = False) -> Table[AgreementRow]:
        """Return the pairs of figures that speak of the same thing, or those alone that cannot both be true."""
        return Table(AgreementRow, agreement_rows(self.check(), self.names(), conflicts=conflicts))

    def tolls(self) -> Table[TollRow]:
        """Return how each toll moved, a row for each step."""
        figures = {row.id: row for row in self._reader.figures(crisis=self.name)}
        return Table(TollRow, toll_rows(self.check().series, figures))

    def dates(self) -> Table[DateRow]:
        """Return on which day each article appeared, or between which, and what shows it."""
        return Table(DateRow, date_rows(self.check(), self.names()))

    def left_out(self) -> int:
        """Return how many things are in no line of the timeline, because nothing says when they were."""
        from recoupe.crosscheck.timeline.timeline import left_out

        found, dossier = self.check(), self.dossier()
        return len(left_out(dossier, found.happenings, found.datings, found.timeline))

    def account(self, article: str) -> Account:
        """Return one of its articles with its records, by file name or by id or the beginning of it.

        Errors: NotInLedger, NameAmbiguous.
        """
        accounts = self._book.dossier().accounts
        found = [one for one in accounts if one.article.name == article]
        found = found or [one for one in accounts if article and one.article.id.startswith(article)]
        if len(found) != 1:
            raise NameAmbiguous(article) if found else NotInLedger(article, f"not in the crisis {self.name}")
        return found[0]

    def same(self, of: str, one: str, other: str, *, by: str, why: str) -> int:
        """Judge that two names (of a `place`, a `source`, a `party`) mean the same; return the judgement's number."""
        return self._judge(of, one, other, True, by, why)

    def different(self, of: str, one: str, other: str, *, by: str, why: str) -> int:
        """Judge that two names do not mean the same; return the judgement's number. Errors: ValueUnknown."""
        return self._judge(of, one, other, False, by, why)

    def take_back(self, number: int, *, by: str, why: str) -> None:
        """Undo a judgement on it, which stays on record. Errors: NotInLedger, ValueUnknown."""
        run = self._writer.begin(f"recoupe {recoupe.__version__}")
        self._book.take_back(number, by=by, why=why, run=run)

    def judgements(self) -> Table[JudgementRow]:
        """Return all judgements on it, in the order they were made."""
        return Table(JudgementRow, tuple(self._book.judgements()))

    def review(self) -> ReviewBook:
        """Return what of it is to be judged next, and how far the judging is; `ledger.reviews` keeps what is judged."""
        return ReviewBook(engine=self._reader.engine, path=self._reader.path, crisis=self.name)

    def suggestions(self) -> Table[Suggestion]:
        """Return the names that the program takes for one; a person's judgement joins them, nothing else."""
        return Table(Suggestion, self.check().suggestions)

    def _made_by(self) -> str:
        """Return what checks and what reads: the undated articles are read again in a check."""
        return f"{checked_by()} {self._engine.made_by()}"

    @property
    def _book(self) -> CrisisBook:
        return CrisisBook(engine=self._reader.engine, path=self._reader.path, crisis=self.name)

    def _judge(self, of: str, one: str, other: str, same: bool, by: str, why: str) -> int:
        if of not in list(NameOf):
            raise ValueUnknown(of, "one of " + ", ".join(NameOf))
        run = self._writer.begin(f"recoupe {recoupe.__version__}")
        judgement = Judgement(of=NameOf(of), one=one, other=other, same=same, by=by, at="", why=why)
        return self._book.judge(judgement, run=run)


def _moment(words: str) -> str:
    """Return a day, or a moment as the ledger writes it. Errors: ValueUnknown."""
    try:
        return datetime.date.fromisoformat(words).isoformat()
    except ValueError:
        pass
    try:
        moment = datetime.datetime.fromisoformat(words)
        moment = moment.replace(tzinfo=moment.tzinfo or datetime.UTC).astimezone(datetime.UTC)
    except (ValueError, OverflowError) as error:
        raise ValueUnknown(f"since {words!r}", "a day such as 2016-12-08, or 2016-12-08T09:05Z") from error
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")
