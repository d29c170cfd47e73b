"""One ledger file and a record in, what people judged of it out; each judgement one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import recoupe
from recoupe.errors import NotInLedger, ValueUnknown
from recoupe.model.review import RecordOf, Review, Standing, standing_of
from recoupe.show.gold import counting, doubtful, gold_rows, with_judgement
from recoupe.show.review_case import ReviewCase, case_of
from recoupe.show.table import Table
from recoupe.store import reviews
from recoupe.store.connect import looking, writing
from recoupe.store.reader import Reader
from recoupe.store.rows import EventRow, FigureRow, StatementRow


@dataclass(frozen=True, slots=True)
class Reviewing:
    """What people judge of the records of one ledger: `ledger.reviews`."""

    _reader: Reader

    def judge(
        self,
        record: str,
        verdict: str,
        *,
        by: str,
        reason: str | None = None,
        changed: Mapping[str, Any] | None = None,
        rests_on: int | None = None,
    ) -> Standing:
        """Keep that a person accepts, rejects, corrects or confirms a record, or takes the own last word on it back (`undo`).

        `changed` holds the corrected fields of a correction; a reason is asked for to reject or correct. `confirm`
        repeats what stands. `rests_on` is the `number` of what stood when the person looked, None where nobody had
        judged. Errors: ReviewConflict where somebody judged since, ValueUnknown, NotInLedger.
        """
        with writing(self._reader.engine, self._reader.path, folded=True) as connection:
            return reviews.judge(
                connection,
                record,
                verdict,
                by=by,
                reason=reason,
                changed=changed,
                rests_on=rests_on,
                program=_program(),
            )

    def add(
        self,
        of: str,
        article: str,
        start: int,
        end: int,
        values: Mapping[str, Any],
        *,
        by: str,
        reason: str | None = None,
    ) -> Standing:
        """Keep a record that the program missed: a `figure`, `statement` or `event` at some words of an article (its id).

        `values` are its fields; those not named are unknown. It is gold and is shown where records are judged; no check
        rests on it. Errors: ValueUnknown, NotInLedger, ReviewConflict where it was added already.
        """
        kind = _kind(of)
        with writing(self._reader.engine, self._reader.path, folded=True) as connection:
            return reviews.add(connection, kind, article, start, end, values, by=by, reason=reason, program=_program())

    def history(self, record: str, *, before: str | None = None) -> tuple[Review, ...]:
        """Return all that was judged of a record, in the order in which it was. `before` is a moment (ISO, UTC)."""
        with looking(self._reader.engine, self._reader.path) as connection:
            return tuple(reviews.history(connection, record, before=before))

    def standing(self, record: str, *, before: str | None = None) -> Standing | None:
        """Return what stands of a record, None where nobody ever judged it."""
        return self.of([record], before=before).get(record)

    def of(self, records: Iterable[str], *, before: str | None = None) -> dict[str, Standing]:
        """Return what stands of some records, those that nobody judged left out: one question for the rows of a page."""
        with looking(self._reader.engine, self._reader.path) as connection:
            return reviews.of_records(connection, list(records), before=before)

    def words(self, record: str) -> str:
        """Return the words of a record. Errors: NotInLedger for what is no whole id."""
        with looking(self._reader.engine, self._reader.path) as connection:
            return str(reviews.found(connection, record).values["text"])

    def case(self, record: str, *, before: str | None = None) -> ReviewCase:
        """Return all that somebody who judges a record has to see, with what was said of it `before` a moment.

        Errors: NotInLedger for what is no whole id, and for a record that a person had not added by then.
        """
        with looking(self._reader.engine, self._reader.path) as connection:
            judged = reviews.found(connection, record)
            history = reviews.history(connection, record, before=before)
        standing = reviews.standings(history).get(record)
        try:
            read, row = self._reader.record(record, held=False)
        except NotInLedger:
            if not history:
                raise
            read, row = self._reader.read(judged.article), None
        values = judged.values
        return case_of(read, row, record, judged.of, values, standing, history, current=judged.current)

    def gold(self, of: str, *, crisis: str | None = None, by: str | None = None) -> list[dict[str, Any]]:
        """Return what was judged of one type of record as gold: the codebook's fields, `optional`, and who judged.

        The rows are those of the articles in which anything was judged; what nobody judged there, and what readers differ
        on, is optional. `by` gives one person's own last words alone, to score two against each other.
        Errors: ValueUnknown, CrisisUnknown.
        """
        kind = _kind(of)
        read = self._read(kind, crisis)
        with looking(self._reader.engine, self._reader.path) as connection:
            chains = _chains(row for row in reviews.all_rows(connection) if row.of is kind)
        names = {row.id: row.name for row in self._reader.articles(crisis=crisis)}
        standings = {record: standing_of(rows) for record, rows in chains.items()}
        words = counting(chains, standings, by)
        added = [
            (names[one.first.article], one.first)
            for one in standings.values()
            if one.first is not None and one.first.article in names and words.get(one.record) is not None
        ]
        rows = gold_rows(read, added, words, doubtful(standings) if by is None else ())
        return [with_judgement(row, standings.get(row["id"])) for row in rows]

    def beside(self, rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Return rows of records, as the program read them, each with what people judged of the record of its `id`."""
        standings = self.all()
        return [with_judgement(row, standings.get(row["id"])) for row in rows]

    def all(self) -> dict[str, Standing]:
        """Return what stands of all records of the ledger that anybody judged."""
        with looking(self._reader.engine, self._reader.path) as connection:
            return reviews.standings(reviews.all_rows(connection))

    def _read(self, of: RecordOf, crisis: str | None) -> list[dict[str, Any]]:
        match of:
            case RecordOf.FIGURE:
                return Table(FigureRow, tuple(self._reader.figures(crisis=crisis))).to_dicts()
            case RecordOf.STATEMENT:
                return Table(StatementRow, tuple(self._reader.statements(crisis=crisis))).to_dicts()
            case RecordOf.EVENT:
                return Table(EventRow, tuple(self._reader.events(crisis=crisis))).to_dicts()


def _kind(of: str) -> RecordOf:
    if of not in list(RecordOf):
        raise ValueUnknown(of, "one of " + ", ".join(RecordOf))
    return RecordOf(of)


def _chains(rows: Iterable[Review]) -> dict[str, list[Review]]:
    chains: dict[str, list[Review]] = {}
    for row in rows:
        chains.setdefault(row.record, []).append(row)
    return chains


def _program() -> str:
    return f"recoupe {recoupe.__version__}"
