"""What people judge of single records: kept row upon row, and what stands of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError

from recoupe.errors import NotInLedger, ReviewConflict, ValueUnknown
from recoupe.model.review import FIELDS, RecordOf, Review, ReviewVerdict, Standing, own_word, standing_of
from recoupe.store import tables as t
from recoupe.store.corrections import corrected, whole, words
from recoupe.store.filters import Condition, current
from recoupe.store.ids import content_id

TABLES: Mapping[RecordOf, sa.Table] = {
    RecordOf.FIGURE: t.figure,
    RecordOf.STATEMENT: t.statement,
    RecordOf.EVENT: t.event,
}
CONFIRM = "confirm"
"""Asked for in place of a verdict: the same judgement as stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A record that can be judged: its fields as they were read (or added), and whether the latest reading has it."""

    id: str
    of: RecordOf
    article: str
    values: Mapping[str, Any]
    current: bool


def judge(
    connection: Connection,
    record: str,
    verdict: str,
    *,
    by: str,
    reason: str | None,
    changed: Mapping[str, Any] | None,
    rests_on: int | None,
    program: str,
) -> Standing:
    """Keep what a person judges of a record, and return what stands then; see Ledger.judge_record."""
    judged, rows = found(connection, record), _rows(connection, t.review.c.record == record)
    _hold_rest(record, rows, rests_on)
    by, reason = _who(by), words(reason, "reason")
    standing = standing_of(rows) if rows else None
    if verdict == CONFIRM:
        if standing is None or standing.row is None:
            raise ValueUnknown(CONFIRM, "nothing that could be confirmed stands of this record")
        row = standing.row
        said: ReviewVerdict = ReviewVerdict.ACCEPT if row.verdict is ReviewVerdict.ADD else row.verdict
        values = dict(row.changed or {}) if said is ReviewVerdict.CORRECT else None
        reason = reason or (None if said is ReviewVerdict.ACCEPT else row.reason)
    else:
        said = _verdict(verdict)
        values = corrected(judged.of, judged.values, changed or {}) if said is ReviewVerdict.CORRECT else None
        if changed and said is not ReviewVerdict.CORRECT:
            raise ValueUnknown("changed", "only a correction changes fields")
        if said in (ReviewVerdict.REJECT, ReviewVerdict.CORRECT) and not reason:
            raise ValueUnknown("reason", f"whoever would {said} says why")
    if said is ReviewVerdict.UNDO:
        _hold_own(record, standing, rows, by)
    if values and values.get("part_of") is not None:
        _hold_whole(connection, judged, values["part_of"])
    row_values = {"record": record, "of": judged.of.value, "article": judged.article, "verdict": said.value}
    _add_row(connection, row_values, changed=values, reason=reason, by=by, rests_on=rests_on, program=program)
    return standing_of(_rows(connection, t.review.c.record == record))


def add(
    connection: Connection,
    of: RecordOf,
    article: str,
    start: int,
    end: int,
    values: Mapping[str, Any],
    *,
    by: str,
    reason: str | None,
    program: str,
) -> Standing:
    """Keep a record that the program missed, and return what stands of it; see Ledger.add_record."""
    asked = sa.select(t.article.c.text, t.reading.c.seq).join(t.reading).where(t.article.c.id == article, current())
    row = connection.execute(asked).first()
    if row is None:
        raise NotInLedger(article, "an article by its id")
    numbers = all(type(one) is int for one in (start, end))
    if not numbers or not 0 <= start < end <= len(row.text) or not row.text[start:end].strip():
        raise ValueUnknown(f"{start} to {end}", "where words of the article stand")
    content = {"start": start, "end": end, "text": row.text[start:end], **whole(of, values)}
    if of is RecordOf.STATEMENT:
        content |= {"cue": None, "cue_start": None, "cue_end": None}
    if of is RecordOf.FIGURE and content["part_of"] is not None:
        _hold_whole(connection, Judged(id="", of=of, article=article, values=content, current=True), content["part_of"])
    record = content_id(of.value, article, {name: content[name] for name in _names(of)})
    table = TABLES[of]
    if connection.execute(sa.select(table.c.id).where(table.c.reading == row.seq, table.c.id == record)).first():
        raise ValueUnknown(f"{start} to {end}", f"the program read just that: {record}")
    rows = _rows(connection, t.review.c.record == record)
    if rows and standing_of(rows).row is not None:
        raise ReviewConflict(record, f"{rows[-1].by} added it at {rows[-1].at}")
    kept = {"record": record, "of": of.value, "article": article, "verdict": ReviewVerdict.ADD.value}
    rests_on = rows[-1].number if rows else None
    reason = words(reason, "reason")
    _add_row(connection, kept, changed=content, reason=reason, by=_who(by), rests_on=rests_on, program=program)
    return standing_of(_rows(connection, t.review.c.record == record))


def found(connection: Connection, record: str) -> Judged:
    """Return a record by its id as its reading has it, or as a person added it. Errors: NotInLedger."""
    for of, table in TABLES.items():
        asked = (
            sa.select(table, t.article.c.id.label("article_id"), current().label("current"))
            .join(t.reading, table.c.reading == t.reading.c.seq)
            .join(t.article, t.reading.c.article == t.article.c.seq)
            .where(table.c.id == record)
            .order_by(sa.desc("current"), t.reading.c.seq.desc())
        )
        row = connection.execute(asked.limit(1)).first()
        if row is not None:
            values = {name: getattr(row, name) for name in _names(of)}
            return Judged(id=record, of=of, article=row.article_id, values=values, current=bool(row.current))
    for added in _rows(connection, sa.and_(t.review.c.record == record, t.review.c.verdict == ReviewVerdict.ADD.value)):
        return Judged(id=record, of=added.of, article=added.article, values=dict(added.changed or {}), current=True)
    raise NotInLedger(record, "a record by its whole id")


def history(connection: Connection, record: str, *, before: str | None = None) -> list[Review]:
    """Return all rows on a record in the order in which they were made; `before` a moment, where one is named."""
    return _rows(connection, t.review.c.record == record, before=before)


def all_rows(connection: Connection, *, after: int = 0, before: str | None = None) -> list[Review]:
    """Return the rows of the whole ledger behind a number, in the order in which they were made."""
    return _rows(connection, t.review.c.seq > after, before=before)


def standings(rows: Iterable[Review]) -> dict[str, Standing]:
    """Return what stands of each record that some rows speak of."""
    chains: dict[str, list[Review]] = {}
    for row in rows:
        chains.setdefault(row.record, []).append(row)
    return {record: standing_of(chain) for record, chain in chains.items()}


def of_records(connection: Connection, records: Sequence[str], *, before: str | None = None) -> dict[str, Standing]:
    """Return what stands of some records, those that nobody judged left out."""
    found: list[Review] = []
    for at in range(0, len(records), 500):
        found += _rows(connection, t.review.c.record.in_(records[at : at + 500]), before=before)
    return standings(found)


def of_article(connection: Connection, article: str, *, before: str | None = None) -> dict[str, Standing]:
    """Return what stands of the records of an article (its id), those that nobody judged left out."""
    return standings(_rows(connection, t.review.c.article == article, before=before))


def of_crisis(connection: Connection, crisis: str) -> dict[str, Standing]:
    """Return what stands of the records in the articles of a crisis that anybody ever rejected or corrected, by record."""
    return standings(weighing(connection, crisis))


def weighing(connection: Connection, crisis: str) -> list[Review]:
    """Return all that was said of the records of a crisis that anybody ever rejected or corrected: a check rests on it."""
    return _rows(connection, _weighing(crisis))


def weight(connection: Connection, crisis: str) -> list[int]:
    """Return a number that grows when something is said that a check of a crisis rests on; nothing where nothing was."""
    last = connection.execute(sa.select(sa.func.max(t.review.c.seq)).where(_weighing(crisis))).scalar()
    return [] if last is None else [int(last)]


def _weighing(crisis: str) -> Condition:
    """Hold for the rows of a crisis on records that anybody ever rejected or corrected: what was accepted checks as read."""
    filed = sa.select(t.article_crisis.c.article_id).where(t.article_crisis.c.crisis == crisis)
    doubted = sa.select(t.review.c.record).where(
        t.review.c.verdict.in_([ReviewVerdict.REJECT.value, ReviewVerdict.CORRECT.value])
    )
    return sa.and_(t.review.c.record.in_(doubted), t.review.c.article.in_(filed))


def _rows(connection: Connection, where: Condition, *, before: str | None = None) -> list[Review]:
    asked = sa.select(t.review, t.run.c.began.label("at")).join(t.run, t.review.c.run == t.run.c.seq).where(where)
    if before is not None:
        asked = asked.where(t.run.c.began < before)
    return [
        Review(
            number=row.seq, record=row.record, of=RecordOf(row.of), article=row.article, verdict=ReviewVerdict(row.verdict),
            changed=row.changed, reason=row.reason, by=row.by, at=row.at, replaces=row.replaces,
        )
        for row in connection.execute(asked.order_by(t.review.c.seq))
    ]  # fmt: skip


def _names(of: RecordOf) -> list[str]:
    """Return the fields of a record that its id is made of."""
    cue = ["cue", "cue_start", "cue_end"] if of is RecordOf.STATEMENT else []
    return ["start", "end", "text", *FIELDS[of], *cue]


def _verdict(word: str) -> ReviewVerdict:
    if word not in (ReviewVerdict.ACCEPT, ReviewVerdict.REJECT, ReviewVerdict.CORRECT, ReviewVerdict.UNDO):
        raise ValueUnknown(f"verdict {word}", "one of accept, reject, correct, confirm, undo")
    return ReviewVerdict(word)


def _who(by: str) -> str:
    name = words(by, "by")
    if not name or not any(sign.isprintable() and sign != " " for sign in name):
        raise ValueUnknown("by", "a judgement says by whom")
    return name


def _hold_rest(record: str, rows: list[Review], rests_on: int | None) -> None:
    last = rows[-1] if rows else None
    if (last.number if last else None) != rests_on:
        detail = f"{last.by} at {last.at}: {last.verdict}" if last else "what you rest on is not there"
        raise ReviewConflict(record, detail)


def _hold_own(record: str, standing: Standing | None, rows: list[Review], by: str) -> None:
    """Refuse to take back what stands by another's word: whoever differs says so, with a reason."""
    if standing is None or standing.row is None:
        raise NotInLedger(record, "nothing was judged of it that could be taken back")
    own = own_word(rows, by)
    if own is None or own.number != standing.row.number:
        raise ValueUnknown("undo", f"what stands is the word of {standing.row.by}; judge it yourself instead")


def _hold_whole(connection: Connection, judged: Judged, start: int) -> None:
    asked = (
        sa.select(t.figure.c.seq)
        .join(t.reading, t.figure.c.reading == t.reading.c.seq)
        .join(t.article, t.reading.c.article == t.article.c.seq)
        .where(t.article.c.id == judged.article, t.figure.c.start == start)
    )
    if start == judged.values["start"] or connection.execute(asked.limit(1)).first() is None:
        raise ValueUnknown(f"part_of {start}", "no other figure of the article starts there")


def _add_row(
    connection: Connection,
    row: Mapping[str, str],
    *,
    changed: Mapping[str, Any] | None,
    reason: str | None,
    by: str,
    rests_on: int | None,
    program: str,
) -> None:
    key = connection.execute(sa.insert(t.run).values(program=program)).inserted_primary_key
    assert key is not None
    values = {**row, "changed": changed, "reason": reason, "by": by, "replaces": rests_on, "run": key[0]}
    try:
        connection.execute(sa.insert(t.review).values(**values))
    except IntegrityError as error:
        raise ReviewConflict(row["record"], "at the same moment") from error
