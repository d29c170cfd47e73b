"""A ledger file in, what is wrong with it out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from recoupe.store import tables as t
from recoupe.store.connect import looking
from recoupe.store.filters import current


def faults(engine: Engine, path: Path) -> Iterator[str]:
    """Yield one sentence for each fault of the file, of its references, and of a record's place in its text."""
    with looking(engine, path) as connection:
        for line in connection.exec_driver_sql("PRAGMA integrity_check").scalars():
            if line != "ok":
                yield f"the file is damaged: {line}"
        for table, *_ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield f"a row of {table} refers to what is not there"
        yield from _misplaced(connection)


def _misplaced(connection: Connection) -> Iterator[str]:
    readings = sa.select(t.reading.c.seq, t.reading.c.name, t.article.c.text).join(t.article).where(current())
    for reading, name, text in connection.execute(readings):
        starts = set()
        for table in (t.figure, t.statement, t.event):
            asked = sa.select(table.c.id, table.c.start, table.c.end, table.c.text).where(table.c.reading == reading)
            for id, start, end, words in connection.execute(asked):
                starts.add((table.name, start))
                if text[start:end] != words:
                    yield f"{name}: the words of {id} do not stand at {start}"
        parts = sa.select(t.figure.c.id, t.figure.c.part_of).where(
            t.figure.c.reading == reading, t.figure.c.part_of.is_not(None)
        )
        for id, whole in connection.execute(parts):
            if ("figure", whole) not in starts:
                yield f"{name}: {id} is part of a figure at {whole}, where none starts"
