"""One article in, its records out, each beside whether its words still stand where it says: a lost one takes none with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import astuple, dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from recoupe.errors import NotInLedger
from recoupe.model.article import Article
from recoupe.model.review import Standing
from recoupe.model.span import Span
from recoupe.store import reviews
from recoupe.store import tables as t
from recoupe.store.codec import article_from
from recoupe.store.naming import alike, begins, the_one
from recoupe.store.placed import placed
from recoupe.store.rows import EventRow, EvidenceRow, FigureRow, Read, RecordRow, StatementRow, hedged_words

_KINDS: dict[sa.Table, type[RecordRow]] = {t.figure: FigureRow, t.statement: StatementRow, t.event: EventRow}
_MANY = 400
"""How many ids one question holds; SQLite takes no end of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchored:
    """An article and those of its records that meet a stretch of its text.

    `read` holds the records whose words stand where they say, with their evidence; `lost` those of the whole article
    whose words do not, their own words in `text`. `records` counts all of the article. `judged` is what stands of those
    that people judged, by id; records that people added are among the others, without evidence.
    """

    read: Read
    lost: tuple[RecordRow, ...]
    records: int
    judged: Mapping[str, Standing]


def reading_on(connection: Connection, article: str, as_of: str | None) -> int:
    """Return the reading of an article that stood at the end of a day, or the latest.

    The article is a file's name, an id or the beginning of one. Errors: NotInLedger, NameAmbiguous.
    """
    asked = (
        sa.select(t.article.c.id, t.reading.c.seq)
        .join(t.reading, t.reading.c.article == t.article.c.seq)
        .order_by(t.reading.c.seq)
    )
    if as_of is not None:
        asked = asked.join(t.run, t.reading.c.run == t.run.c.seq).where(sa.func.substr(t.run.c.began, 1, 10) <= as_of)
    for condition in (t.article.c.id == article, t.reading.c.name == article, begins(t.article.c.id, article)):
        # the last reading of an article is the one that no later one took the place of
        found = {str(row[0]): int(row[1]) for row in connection.execute(asked.where(condition))}
        if found:
            return the_one(set(found.items()), article)[1]
    raise NotInLedger(article, alike(connection, article))


def anchored(
    connection: Connection,
    reading: int,
    shown: Callable[[Article], Span] | None = None,
    *,
    before: str | None = None,
) -> Anchored:
    """Return the article of a reading with its records, the lost ones apart; where `shown` says which stretch of the text
    is looked at, those that meet it. `before` is the moment up to which judgements of people count."""
    row = connection.execute(
        sa.select(t.article, t.reading.c.name.label("file"), t.reading.c.made_by)
        .join(t.reading, t.reading.c.article == t.article.c.seq)
        .where(t.reading.c.seq == reading)
    ).one()
    article = article_from(row, row.file)
    text = article.text
    start, end = (0, len(text)) if shown is None else astuple(shown(article))
    held: dict[type[RecordRow], list[RecordRow]] = {kind: [] for kind in _KINDS.values()}
    lost, count = [], 0
    for table, kind in _KINDS.items():
        stands = _spans(connection, table, reading)
        count += len(stands)
        gone = {seq for seq, first, last, words in stands if text[first:last] != words}
        near = [seq for seq, first, last, _ in stands if seq not in gone and first < end and last > start]
        for one in _rows(connection, table, kind, text, [*near, *gone]):
            seq, record = one
            if seq in gone:
                lost.append(record)
            else:
                held[kind].append(record)
    judged = reviews.of_article(connection, article.id, before=before)
    for record in (_added(one, article) for one in judged.values() if one.first and one.row):
        count += 1
        if text[record.start : record.end] != record.text:
            lost.append(record)
        elif record.start < end and record.end > start:
            held[type(record)].append(record)
    read = Read(
        article=article,
        made_by=row.made_by,
        figures=tuple(one for one in held[FigureRow] if isinstance(one, FigureRow)),
        statements=tuple(one for one in held[StatementRow] if isinstance(one, StatementRow)),
        events=tuple(one for one in held[EventRow] if isinstance(one, EventRow)),
        evidence=_evidence(connection, reading, text, [one.id for records in held.values() for one in records]),
    )
    return Anchored(
        read=read, lost=tuple(sorted(lost, key=lambda one: (one.start, one.end))), records=count, judged=judged
    )


def _added(standing: Standing, article: Article) -> RecordRow:
    """Return a record that a person added, as rows have it, with what was corrected of it since."""
    assert standing.first is not None
    kind = _KINDS[reviews.TABLES[standing.first.of]]
    said = {**(standing.first.changed or {}), **standing.changed}
    more = {
        "id": standing.record, "article": article.name, "article_id": article.id, "published": article.published,
        "words": said.get("text", ""),
    }  # fmt: skip
    values: dict[str, Any] = {name: more.get(name, said.get(name)) for name in kind.__dataclass_fields__}
    return kind(**values)


def _spans(connection: Connection, table: sa.Table, reading: int) -> list[tuple[int, int, int, str]]:
    asked = sa.select(table.c.seq, table.c.start, table.c.end, table.c.text).where(table.c.reading == reading)
    return [(row[0], row[1], row[2], row[3]) for row in connection.execute(asked.order_by(table.c.start, table.c.seq))]


def _rows(
    connection: Connection, table: sa.Table, kind: type[RecordRow], text: str, seqs: list[int]
) -> list[tuple[int, RecordRow]]:
    found = []
    for row in _asked(connection, table, seqs):
        # words of the article are shown for a record only where its own words are among them
        stands = text[row.start : row.end] == row.text
        words = hedged_words(text, row.start, row.end, row.hedge) if stands else row.text
        values: dict[str, Any] = {
            name: words if name == "words" else getattr(row, name) for name in kind.__dataclass_fields__
        }
        found.append((int(row.seq), kind(**values)))
    return sorted(found, key=lambda one: (one[1].start, one[0]))


def _asked(connection: Connection, table: sa.Table, seqs: list[int]) -> Iterable[Any]:
    for at in range(0, len(seqs), _MANY):
        yield from connection.execute(placed(table).where(table.c.seq.in_(seqs[at : at + _MANY]))).all()


def _evidence(
    connection: Connection, reading: int, text: str, records: list[str]
) -> dict[str, tuple[EvidenceRow, ...]]:
    found: dict[str, list[EvidenceRow]] = {}
    for at in range(0, len(records), _MANY):
        asked = sa.select(t.evidence).where(
            t.evidence.c.reading == reading, t.evidence.c.record.in_(records[at : at + _MANY])
        )
        for item in connection.execute(asked.order_by(t.evidence.c.seq)):
            words = None if item.start is None else text[item.start : item.end]
            found.setdefault(item.record, []).append(
                EvidenceRow(field=item.field, rule=item.rule, start=item.start, end=item.end, words=words)
            )
    return {record: tuple(items) for record, items in found.items()}
