"""One ledger file and a record in, what people judged of it out; each judgement one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import recoupe
from recoupe.errors import NotInLedger, ValueUnknown
from recoupe.model.review import RecordOf, Review, Standing
from recoupe.show.review_case import ReviewCase, case_of
from recoupe.store import reviews
from recoupe.store.connect import looking, writing
from recoupe.store.reader import Reader


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
        with writing(self._reader.engine, self._reader.path) as connection:
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
        if of not in list(RecordOf):
            raise ValueUnknown(of, "one of " + ", ".join(RecordOf))
        with writing(self._reader.engine, self._reader.path) as connection:
            return reviews.add(
                connection, RecordOf(of), article, start, end, values, by=by, reason=reason, program=_program()
            )

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

    def case(self, record: str) -> ReviewCase:
        """Return all that somebody who judges a record has to see. Errors: NotInLedger for what is no whole id."""
        with looking(self._reader.engine, self._reader.path) as connection:
            judged = reviews.found(connection, record)
            history = reviews.history(connection, record)
        standing = reviews.standings(history).get(record)
        try:
            read, row = self._reader.record(record, held=False)
        except NotInLedger:
            read, row = self._reader.read(judged.article), None
        values = judged.values
        return case_of(read, row, record, judged.of, values, standing, history, current=judged.current)


def _program() -> str:
    return f"recoupe {recoupe.__version__}"
