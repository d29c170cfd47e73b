"""Questions in, rows of the ledger out: the latest reading of each article, each span checked against its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from recoupe.errors import NotInLedger, RecordMisplaced
from recoupe.model.event import EventModality, EventType
from recoupe.model.figure import Counted, Kind, Modality
from recoupe.model.statement import Act, Form
from recoupe.store import tables as t
from recoupe.store.codec import article_from
from recoupe.store.connect import looking
from recoupe.store.filters import (
    Asked,
    Condition,
    current,
    hold_crisis,
    named,
    of_article,
    of_crisis,
    on_day,
    one_of,
    said_on,
)
from recoupe.store.naming import alike, begins, the_one
from recoupe.store.placed import counts, head_columns, placed
from recoupe.store.rows import (
    ArticleRow,
    CrisisRow,
    EventRow,
    EvidenceRow,
    FigureRow,
    Read,
    RecordRow,
    SkippedRow,
    StatementRow,
    hedged_words,
    remarks,
)

_ORDER = (t.article.c.published.is_(None), t.article.c.published, t.reading.c.seq)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Answers from one ledger file; each call sees it at one moment."""

    engine: Engine
    path: Path

    def figures(
        self,
        *,
        crisis: str | None = None,
        kind: Asked = None,
        counted: Asked = None,
        place: str | None = None,
        source: str | None = None,
        day: str | None = None,
        modality: Asked = None,
        article: str | None = None,
    ) -> list[FigureRow]:
        """Return the figures asked for, by the day of their article and their place in it."""
        where = [
            current(),
            *of_crisis(crisis),
            *of_article(article),
            *one_of(t.figure.c.kind, kind, Kind),
            *one_of(t.figure.c.counted, counted, Counted),
            *one_of(t.figure.c.modality, modality, Modality),
            *named((t.figure.c.place, t.figure.c.place_id, t.figure.c.place_text), place),
            *named((t.figure.c.source,), source),
            *on_day(day),
        ]
        with looking(self.engine, self.path) as connection:
            hold_crisis(connection, crisis)
            return _figures(connection, where)

    def statements(
        self,
        *,
        crisis: str | None = None,
        speaker: str | None = None,
        act: Asked = None,
        form: Asked = None,
        day: str | None = None,
        article: str | None = None,
    ) -> list[StatementRow]:
        """Return the statements asked for, by the day of their article and their place in it."""
        where = [
            current(),
            *of_crisis(crisis),
            *of_article(article),
            *one_of(t.statement.c.act, act, Act),
            *one_of(t.statement.c.form, form, Form),
            *named((t.statement.c.speaker, t.statement.c.speaker_id), speaker),
            *said_on(day),
        ]
        with looking(self.engine, self.path) as connection:
            hold_crisis(connection, crisis)
            return _statements(connection, where)

    def events(
        self,
        *,
        crisis: str | None = None,
        type: Asked = None,
        modality: Asked = None,
        actor: str | None = None,
        place: str | None = None,
        article: str | None = None,
    ) -> list[EventRow]:
        """Return the events asked for, by the day of their article and their place in it."""
        where = [
            current(),
            *of_crisis(crisis),
            *of_article(article),
            *one_of(t.event.c.type, type, EventType),
            *one_of(t.event.c.modality, modality, EventModality),
            *named((t.event.c.actor, t.event.c.target), actor),
            *named((t.event.c.place, t.event.c.place_id), place),
        ]
        with looking(self.engine, self.path) as connection:
            hold_crisis(connection, crisis)
            return _events(connection, where)

    def articles(self, *, crisis: str | None = None) -> list[ArticleRow]:
        """Return the articles as last read, with how many records each gave."""
        with looking(self.engine, self.path) as connection:
            hold_crisis(connection, crisis)
            return _article_rows(connection, crisis)

    def articles_of(self, readings: Sequence[int]) -> list[ArticleRow]:
        """Return the articles of some readings, by the readings' numbers and in their order."""
        with looking(self.engine, self.path) as connection:
            found = dict(_numbered(connection, t.reading.c.seq.in_(readings)))
        return [found[reading] for reading in readings]

    def article_row(self, id: str) -> ArticleRow | None:
        """Return an article by its whole id, as last read; None for an id that the ledger has not."""
        with looking(self.engine, self.path) as connection:
            return next((row for _, row in _numbered(connection, current(), t.article.c.id == id)), None)

    def whole_id(self, name: str) -> str:
        """Return the id of the one record that begins so. Errors: NotInLedger, NameAmbiguous."""
        with looking(self.engine, self.path) as connection:
            return _whole_id(connection, name)[0]

    def crises(self) -> list[CrisisRow]:
        """Return the crises that articles were filed under, and how much of each there is."""
        with looking(self.engine, self.path) as connection:
            names = connection.execute(sa.select(t.crisis.c.name).order_by(t.crisis.c.name)).scalars().all()
            return [_crisis(connection, name) for name in names]

    def skipped(self, *, crisis: str | None = None) -> list[SkippedRow]:
        """Return what was set aside and why, in the order it was."""
        asked = sa.select(
            *(t.skipped.c[name] for name in ("name", "stage", "code", "reason", "crisis")), t.run.c.began.label("at")
        ).join(t.run)
        if crisis is not None:
            asked = asked.where(t.skipped.c.crisis == crisis)
        with looking(self.engine, self.path) as connection:
            hold_crisis(connection, crisis)
            return [SkippedRow(**row._mapping) for row in connection.execute(asked.order_by(t.skipped.c.seq))]

    def read(self, article: str) -> Read:
        """Return one article as last read, by its file's name, its id or the beginning of it.

        Errors: NotInLedger, NameAmbiguous.
        """
        with looking(self.engine, self.path) as connection:
            return _read(connection, _reading_of(connection, article))

    def record(self, name: str, *, held: bool = True) -> tuple[Read, RecordRow]:
        """Return one record by its id or the beginning of it, with its article and no other record of it.

        Errors: NotInLedger, NameAmbiguous; RecordMisplaced where its words do not stand where it says, unless it is not
        to be `held` to that: then it comes without the places of its evidence, which lead to other words.
        """
        with looking(self.engine, self.path) as connection:
            id, reading = _whole_id(connection, name)
            read = _read(connection, reading, record=id, held=held)
        return read, read.records[0]


def text_of(connection: Connection, reading: int) -> str:
    """Return the text that a reading's offsets count in."""
    asked = sa.select(t.article.c.text).join(t.reading).where(t.reading.c.seq == reading)
    return str(connection.execute(asked).scalar_one())


def _records(connection: Connection, table: sa.Table, where: Iterable[Condition]) -> Sequence[Any]:
    return connection.execute(placed(table).where(*where).order_by(*_ORDER, table.c.start, table.c.seq)).all()


def _figures(connection: Connection, where: Iterable[Condition], held: bool = True) -> list[FigureRow]:
    rows, read, text = [], None, ""
    for row in _records(connection, t.figure, where):
        if row.reading != read:
            read, text = row.reading, text_of(connection, row.reading)
        if held:
            _hold(row, text)
        stands = text[row.start : row.end] == row.text
        words = hedged_words(text, row.start, row.end, row.hedge) if stands else row.text
        rows.append(FigureRow(**_fields(row, FigureRow, words=words)))
    return rows


def _statements(connection: Connection, where: Iterable[Condition], held: bool = True) -> list[StatementRow]:
    return [StatementRow(**_fields(row, StatementRow)) for row in _held(connection, t.statement, where, held)]


def _events(connection: Connection, where: Iterable[Condition], held: bool = True) -> list[EventRow]:
    return [EventRow(**_fields(row, EventRow)) for row in _held(connection, t.event, where, held)]


def _held(connection: Connection, table: sa.Table, where: Iterable[Condition], held: bool = True) -> Iterator[Any]:
    read, text = None, ""
    for row in _records(connection, table, where):
        if row.reading != read:
            read, text = row.reading, text_of(connection, row.reading)
        if held:
            _hold(row, text)
        yield row


def _fields(row: Any, kind: type[RecordRow], **more: str) -> dict[str, Any]:
    return {name: more[name] if name in more else getattr(row, name) for name in kind.__dataclass_fields__}


def _hold(row: Any, text: str) -> None:
    if text[row.start : row.end] != row.text:
        raise RecordMisplaced(row.article, f"{row.text!r} at {row.start}")


def _articles(*where: Condition) -> sa.Select[Any]:
    filed = sa.select(t.article_crisis.c.crisis).where(t.article_crisis.c.article_id == t.article.c.id)
    names = filed.order_by(t.article_crisis.c.crisis).correlate(t.article).subquery()
    return (
        sa.select(
            *head_columns(),
            *counts(t.figure, t.statement),
            sa.func.coalesce(sa.select(sa.func.group_concat(names.c.crisis, ", ")).scalar_subquery(), "").label(
                "crises"
            ),
            t.reading.c.made_by,
            t.article.c.notes,
        )
        .join(t.reading, t.reading.c.article == t.article.c.seq)
        .where(*where)
        .order_by(*_ORDER)
    )


def _article_rows(connection: Connection, crisis: str | None) -> list[ArticleRow]:
    return [row for _, row in _numbered(connection, current(), *of_crisis(crisis))]


def _numbered(connection: Connection, *where: Condition) -> Iterator[tuple[int, ArticleRow]]:
    """Yield articles with the numbers of their readings."""
    for found in connection.execute(_articles(*where).add_columns(t.reading.c.seq)):
        row = dict(found._mapping)
        number = row.pop("seq")
        yield number, ArticleRow(**{**row, "notes": remarks(row["published"], row["language"], row["notes"])})


def _crisis(connection: Connection, name: str) -> CrisisRow:
    rows = _article_rows(connection, name)
    days = sorted(row.published[:10] for row in rows if row.published)
    return CrisisRow(
        name=name,
        articles=len(rows),
        figures=sum(row.figures for row in rows),
        statements=sum(row.statements for row in rows),
        since=days[0] if days else None,
        until=days[-1] if days else None,
    )


def _reading_of(connection: Connection, article: str) -> int:
    asked = sa.select(t.article.c.id, t.reading.c.seq).join(t.reading, t.reading.c.article == t.article.c.seq)
    for condition in (t.reading.c.name == article, begins(t.article.c.id, article)):
        found = {(str(row[0]), int(row[1])) for row in connection.execute(asked.where(condition, current()))}
        if found:
            return the_one(found, article)[1]
    raise NotInLedger(article, alike(connection, article))


def _whole_id(connection: Connection, name: str) -> tuple[str, int]:
    """Return the id of the one record that begins so, and the last reading that has it."""
    # a record that the latest reading no longer has can still be explained
    found = _holders(connection, name, current()) or _holders(connection, name, ~current())
    return the_one({(id, 0) for id, _ in found}, name)[0], max(reading for _, reading in found)


def _holders(connection: Connection, name: str, which: Condition) -> set[tuple[str, int]]:
    """Return the ids that begin with a name, each with the readings that have it."""
    found: set[tuple[str, int]] = set()
    for table in (t.figure, t.statement, t.event):
        asked = sa.select(table.c.id, t.reading.c.seq).join(t.reading, table.c.reading == t.reading.c.seq)
        found.update((row[0], row[1]) for row in connection.execute(asked.where(begins(table.c.id, name), which)))
    return found


def _read(connection: Connection, reading: int, *, record: str | None = None, held: bool = True) -> Read:
    """Return a reading with all its records, or with one of them alone."""
    row = connection.execute(
        sa.select(t.article, t.reading.c.name.label("file"), t.reading.c.made_by)
        .join(t.reading, t.reading.c.article == t.article.c.seq)
        .where(t.reading.c.seq == reading)
    ).one()

    def where(table: sa.Table) -> list[Condition]:
        return [t.reading.c.seq == reading, *([] if record is None else [table.c.id == record])]

    found = Read(
        article=article_from(row, row.file),
        made_by=row.made_by,
        figures=tuple(_figures(connection, where(t.figure), held)),
        statements=tuple(_statements(connection, where(t.statement), held)),
        events=tuple(_events(connection, where(t.event), held)),
        evidence={},
    )
    lost = {one.id for one in found.records if row.text[one.start : one.end] != one.text}
    evidence: dict[str, list[EvidenceRow]] = {}
    asked = sa.select(t.evidence).where(t.evidence.c.reading == reading).order_by(t.evidence.c.seq)
    if record is not None:
        asked = asked.where(t.evidence.c.record == record)
    for item in connection.execute(asked):
        start, end = (None, None) if item.record in lost else (item.start, item.end)
        words = None if start is None else row.text[start:end]
        evidence.setdefault(item.record, []).append(
            EvidenceRow(field=item.field, rule=item.rule, start=start, end=end, words=words)
        )
    return replace(found, evidence={key: tuple(value) for key, value in evidence.items()})
