"""Numbers of rows in, the rows as a table shows them out: one whose words no longer stand where it says is marked, not hidden."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from recoupe.store import tables as t
from recoupe.store.overview.asked import Of
from recoupe.store.placed import placed
from recoupe.store.reader import text_of
from recoupe.store.rows import EventRow, FigureRow, RecordRow, StatementRow, hedged_words

Point = tuple[float, float]
TABLES: dict[Of, tuple[sa.Table, type[RecordRow]]] = {
    Of.FIGURES: (t.figure, FigureRow),
    Of.STATEMENTS: (t.statement, StatementRow),
    Of.EVENTS: (t.event, EventRow),
}
"""The kinds of records: where each is kept, and what it comes back as."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One record as a table shows it: its number in the ledger, that of its reading, its row, and whether its words still
    stand where it says. Where they do not, `words` of the row are those that were kept, without a hedge."""

    seq: int
    reading: int
    row: RecordRow
    anchored: bool


def lines(connection: Connection, of: Of, seqs: Sequence[int]) -> list[Line]:
    """Return the records of some numbers, in the order of the numbers."""
    table, _ = TABLES[of]
    found = {line.seq: line for line in lines_where(connection, of, table.c.seq.in_(seqs))}
    return [found[seq] for seq in seqs]


def records(connection: Connection, ids: Iterable[str]) -> dict[str, Line]:
    """Return the records of some ids, by id: as the reading has them that stands, or the last that had them."""
    wanted = sorted(set(ids))
    found: dict[str, Line] = {}
    for of, (table, _) in TABLES.items():
        for at in range(0, len(wanted), 500):
            some = lines_where(connection, of, table.c.id.in_(wanted[at : at + 500]))
            found |= {line.row.id: line for line in sorted(some, key=lambda line: line.reading)}
    return found


def records_at(connection: Connection, spans: Sequence[tuple[int, int, int]], *, most: int) -> list[tuple[Line, ...]]:
    """Return for each span (reading, start, end) the records that meet it, at most so many, in the order of the text."""
    readings = {reading for reading, start, end in spans if end > start}
    near: dict[int, list[tuple[int, int, Of, int]]] = {}
    for of, (table, _) in TABLES.items():
        asked = sa.select(table.c.reading, table.c.start, table.c.end, table.c.seq).where(table.c.reading.in_(readings))
        for reading, start, end, seq in connection.execute(asked):
            near.setdefault(reading, []).append((start, end, of, seq))
    met = [
        sorted((start, of, seq) for start, end, of, seq in near.get(reading, ()) if start < last and end > first)[:most]
        for reading, first, last in spans
    ]
    made = {}
    for of in TABLES:
        wanted = list({seq for some in met for _, kind, seq in some if kind is of})
        made.update({(of, line.seq): line for line in lines(connection, of, wanted)})
    return [tuple(made[of, seq] for _, of, seq in some) for some in met]


def lines_where(connection: Connection, of: Of, *where: sa.ColumnElement[bool]) -> list[Line]:
    """Return the records that conditions hold for, reading by reading, by their place in the text."""
    table, kind = TABLES[of]
    rows = connection.execute(placed(table).where(*where)).all()
    by_reading: dict[int, list[Any]] = {}
    for row in rows:
        by_reading.setdefault(row.reading, []).append(row)
    made: list[Line] = []
    for reading, text in _texts(connection, by_reading):
        for row in sorted(by_reading[reading], key=lambda row: (row.start, row.seq)):
            anchored = text[row.start : row.end] == row.text
            values: dict[str, Any] = dict(row._mapping)
            if of is Of.FIGURES:
                hedged = hedged_words(text, row.start, row.end, row.hedge)
                values["words"] = hedged if anchored else row.text
            values = {name: values[name] for name in kind.__dataclass_fields__}
            made.append(Line(seq=row.seq, reading=reading, row=kind(**values), anchored=anchored))
    return made


def points(connection: Connection, some: Iterable[Line]) -> dict[int, Point]:
    """Return for the records that are at a place of the gazetteer its longitude and latitude, by the record's number."""
    wanted = [(line.seq, line.reading, place) for line in some if (place := getattr(line.row, "place_id", None))]
    entry = t.place.c.entry
    asked = sa.select(t.place.c.reading, entry).where(
        t.place.c.reading.in_({reading for _, reading, _ in wanted}), entry.is_not(None)
    )
    known = {(row.reading, row.entry["id"]): row.entry for row in connection.execute(asked)}
    found = {}
    for seq, reading, place in wanted:
        at = known.get((reading, place))
        if at and at["longitude"] is not None and at["latitude"] is not None:
            found[seq] = (at["longitude"], at["latitude"])
    return found


def _texts(connection: Connection, readings: Iterable[int]) -> Iterable[tuple[int, str]]:
    """Yield the texts that the offsets of some readings count in, one at a time: any of them may be large."""
    for reading in sorted(readings):
        yield reading, text_of(connection, reading)
