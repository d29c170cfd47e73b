"""Digests in, rows of the ledger out: one transaction a document, nothing twice, nothing altered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Connection, Engine

from recoupe.errors import RecordMisplaced, TextUnstorable
from recoupe.model.article import Raw
from recoupe.model.digest import Digest
from recoupe.model.event import Event
from recoupe.model.figure import Figure
from recoupe.model.skipped import Skipped
from recoupe.model.span import Span
from recoupe.model.statement import Statement
from recoupe.store import tables as t
from recoupe.store.codec import article_values, given_values, place_values
from recoupe.store.connect import writing
from recoupe.store.filters import current
from recoupe.store.ids import (
    bytes_id,
    content_id,
    event_content,
    event_id,
    figure_content,
    figure_id,
    statement_content,
    statement_id,
)
from recoupe.store.plain import plain


class Outcome(StrEnum):
    ADDED = "added"
    REPLACED = "replaced"
    KNOWN = "known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """The reading that the ledger has of a document, and whether a new one could say more."""

    reading: int
    article: str
    given: dict[str, str]
    made_by: str
    complete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Adds to one ledger file; each call is one transaction, which waits its turn among other processes'."""

    engine: Engine
    path: Path

    def begin(self, program: str) -> int:
        """Note that an adding begins, and by what program; return its number."""
        with writing(self.engine, self.path) as connection:
            return _added(connection, t.run, program=program)

    def known(self, raw: Raw, made_by: str, *, crisis: str | None, run: int) -> bool:
        """Say whether this document was read by `made_by` with all that came with it now; then only file it."""
        with writing(self.engine, self.path) as connection:
            earlier = _earlier(connection, raw)
            if earlier is None or not earlier.complete or earlier.made_by != made_by:
                return False
            _file(connection, earlier.article, crisis, run)
            return True

    def completed(self, raw: Raw) -> Raw:
        """Return the document with what is known of it from before, where nothing came with it now."""
        with writing(self.engine, self.path) as connection:
            earlier = _earlier(connection, raw)
        return replace(raw, **{**earlier.given, **given_values(raw)}) if earlier else raw  # type: ignore[arg-type]

    def add(self, raw: Raw, digest: Digest, *, crisis: str | None, run: int) -> Outcome:
        """Keep a document and what it says. What an older version or less metadata made of it is replaced in the views.

        Errors: RecordMisplaced, TextUnstorable, LedgerFull, LedgerBusy, LedgerUnwritable; then nothing of it was kept.
        """
        check(digest)
        try:
            with writing(self.engine, self.path) as connection:
                return _add(connection, raw, digest, crisis, run)
        except UnicodeEncodeError as error:
            raise TextUnstorable(raw.origin, str(error.reason)) from error

    def add_all(self, read: Iterable[tuple[str | None, Raw, Digest]], *, run: int, batch: int = 500) -> None:
        """Keep many documents, each with the crisis that it is filed under; as `add`, but so many to a transaction.

        Errors: as `add`; then nothing of the transaction under way was kept.
        """
        waiting = iter(read)
        while some := list(islice(waiting, batch)):
            for _, _, digest in some:
                check(digest)
            try:
                with writing(self.engine, self.path) as connection:
                    for crisis, raw, digest in some:
                        _add(connection, raw, digest, crisis, run)
            except UnicodeEncodeError as error:
                raise TextUnstorable(f"{some[0][1].origin} ... {some[-1][1].origin}", str(error.reason)) from error

    def set_aside(self, skipped: Skipped, *, crisis: str | None, run: int) -> None:
        """Keep what was not read and why; the same again adds nothing."""
        values = {name: _storable(getattr(skipped, name)) for name in ("name", "stage", "code", "reason")}
        with writing(self.engine, self.path) as connection:
            _open_crisis(connection, crisis, run)
            row = {"id": content_id("skipped", values, crisis), **values, "crisis": crisis, "run": run}
            connection.execute(insert(t.skipped).on_conflict_do_nothing(), row)


def check(digest: Digest) -> None:
    """Refuse a digest with a record whose words do not stand where it says. Errors: RecordMisplaced."""
    text, names = digest.article.text, (digest.article.id, digest.article.name)
    records: tuple[Figure | Statement | Event, ...] = (*digest.figures, *digest.statements, *digest.events)
    for record in records:
        if record.article not in names or record.span.of(text) != record.text:
            raise RecordMisplaced(digest.article.name, f"{record.text!r} at {record.span.start}")
        if isinstance(record, Statement) and record.cue_span and record.cue_span.of(text) != record.cue:
            raise RecordMisplaced(digest.article.name, f"the cue {record.cue!r} at {record.cue_span.start}")
    spans: list[Span] = [item.span for record in records for item in record.evidence if item.span]
    spans += [place.name.span for place in digest.places]
    spans += [moment.span for moment in digest.moments]
    for span in spans:
        if span.end > len(text):
            raise RecordMisplaced(digest.article.name, f"evidence at {span.start} to {span.end}")


def _add(connection: Connection, raw: Raw, digest: Digest, crisis: str | None, run: int) -> Outcome:
    values, given, document = article_values(digest.article), given_values(raw), bytes_id(raw.data, raw.media)
    same = _current_of(connection, digest.article.id)
    replaced: tuple[int, str] | None
    if same is not None:
        nothing_new = given.items() <= same.given.items()
        contradicts = any(same.given.get(key, value) != value for key, value in given.items())
        if nothing_new and (same.made_by == digest.made_by or same.document != document):
            # the same article, if perhaps from other bytes: another encoding, other white space, another file's name
            _file(connection, same.id, crisis, run)
            return Outcome.KNOWN
        if contradicts and same.name != raw.name:
            # two files of one article that say different days would take each other's place for ever
            _file(connection, same.id, crisis, run)
            return Outcome.KNOWN
        replaced = (same.seq, same.id)
    else:
        earlier = _earlier(connection, raw)
        replaced = (earlier.reading, earlier.article) if earlier else None
    connection.execute(
        insert(t.document).on_conflict_do_nothing(),
        {"id": document, "media": raw.media, "origin": _storable(raw.origin), "data": raw.data, "run": run},
    )
    article = connection.execute(sa.select(t.article.c.seq).where(t.article.c.content == values["content"])).scalar()
    reading = _added(
        connection,
        t.reading,
        article=article if article is not None else _added(connection, t.article, **values, run=run),
        document=document,
        name=_storable(raw.name),
        given=given,
        made_by=digest.made_by,
        replaces=replaced[0] if replaced else None,
        run=run,
    )
    _add_records(connection, reading, digest)
    if replaced:
        filed = sa.select(t.article_crisis.c.crisis).where(t.article_crisis.c.article_id == replaced[1])
        for name in connection.execute(filed).scalars().all():
            _file(connection, digest.article.id, name, run)
    _file(connection, digest.article.id, crisis, run)
    return Outcome.REPLACED if replaced else Outcome.ADDED


def _add_records(connection: Connection, reading: int, digest: Digest) -> None:
    evidence: list[dict[str, Any]] = []
    figures = {figure_id(digest.article.id, figure): figure for figure in digest.figures}
    statements = {statement_id(digest.article.id, statement): statement for statement in digest.statements}
    events = {event_id(digest.article.id, event): event for event in digest.events}
    records: list[tuple[str, Figure | Statement | Event]] = [*figures.items(), *statements.items(), *events.items()]
    for name, record in records:
        for item in record.evidence:
            start, end = (item.span.start, item.span.end) if item.span else (None, None)
            evidence.append({"record": name, "field": item.field, "rule": item.rule, "start": start, "end": end})
    _insert(connection, t.figure, reading, ({"id": key, **figure_content(value)} for key, value in figures.items()))
    _insert(
        connection, t.statement, reading, ({"id": key, **statement_content(value)} for key, value in statements.items())
    )
    _insert(connection, t.event, reading, ({"id": key, **event_content(value)} for key, value in events.items()))
    _insert(connection, t.moment, reading, ({"body": plain(moment)} for moment in digest.moments))
    _insert(connection, t.place, reading, map(place_values, digest.places))
    _insert(connection, t.evidence, reading, evidence)


def _insert(connection: Connection, table: sa.Table, reading: int, rows: Iterable[dict[str, Any]]) -> None:
    filled = [{"reading": reading, **row} for row in rows]
    if filled:
        connection.execute(sa.insert(table), filled)


def _added(connection: Connection, table: sa.Table, **values: Any) -> int:
    key = connection.execute(sa.insert(table).values(**values)).inserted_primary_key
    assert key is not None
    return int(key[0])


def _current_of(connection: Connection, article: str) -> Any:
    """Return the current reading of an article, whatever bytes it came in, with its id; None if there is none."""
    return connection.execute(
        sa.select(t.reading, t.article.c.id).join(t.article).where(t.article.c.id == article, current())
    ).first()


def _earlier(connection: Connection, raw: Raw) -> Earlier | None:
    """Return the current reading of these bytes that this document repeats or, as a file of the same name, adds to.

    Two outlets that print the same bytes are two articles.
    """
    new = given_values(raw)
    rows = connection.execute(
        sa.select(t.reading, t.article.c.id.label("article_id"))
        .join(t.article)
        .where(t.reading.c.document == bytes_id(raw.data, raw.media), current())
        .order_by(t.reading.c.seq)
    ).all()
    for row in sorted(rows, key=lambda row: bool(row.name != raw.name)):
        old: dict[str, str] = row.given
        complete = new.items() <= old.items()
        if any(old.get(key, new[key]) != new[key] for key in ("publisher", "url") if key in new):
            continue
        if complete or row.name == raw.name:
            return Earlier(reading=row.seq, article=row.article_id, given=old, made_by=row.made_by, complete=complete)
    return None


def _open_crisis(connection: Connection, crisis: str | None, run: int) -> None:
    if crisis is not None:
        connection.execute(insert(t.crisis).on_conflict_do_nothing(), {"name": crisis, "run": run})


def _file(connection: Connection, article: str, crisis: str | None, run: int) -> None:
    if crisis is not None:
        _open_crisis(connection, crisis, run)
        row = {"article_id": article, "crisis": crisis, "run": run}
        connection.execute(insert(t.article_crisis).on_conflict_do_nothing(), row)


def _storable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
