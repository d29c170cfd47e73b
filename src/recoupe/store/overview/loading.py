"""What stands in the ledger's tables in, the columns of one kind of row out; what was loaded before is not loaded again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from recoupe.store import tables as t
from recoupe.store.overview.asked import SHAPES, Of
from recoupe.store.overview.column import Array, Codes, Column
from recoupe.store.overview.holding import Holding
from recoupe.store.overview.readings import Readings, readings_of, token_of

_BATCH = 20_000
_TABLES = {Of.FIGURES: t.figure, Of.STATEMENTS: t.statement, Of.EVENTS: t.event}
_DAY = sa.func.substr(t.article.c.published, 1, 10)


@dataclass(slots=True)
class Loader:
    """The rows of one kind as they came, to which those of later readings are added."""

    of: Of
    codes: dict[str, Codes] = field(default_factory=dict)
    parts: dict[str, list[Array]] = field(default_factory=dict)
    last: int = 0

    def load(self, connection: Connection, known: Holding | None) -> Holding:
        """Return the holding of the ledger as it is; `known`, where nothing came since."""
        if known is not None and known.readings.token == token_of(connection):
            return known
        readings = readings_of(connection)
        for rows in self._new(connection):
            self._take(rows, readings)
        return self._held(readings)

    def _new(self, connection: Connection) -> Iterator[list[Any]]:
        result = connection.execute(_asked(self.of, self.last))
        # tuples of the driver: a million rows in a row class each would take four times as long
        cursor = result.cursor
        assert cursor is not None
        while rows := cursor.fetchmany(_BATCH):
            yield list(rows)
        result.close()

    def _take(self, rows: list[Any], readings: Readings) -> None:
        seqs, reading, start, *values = zip(*rows, strict=True)
        self.last = max(seqs)
        numbers: dict[str, Array] = {
            "seq": np.array(seqs, dtype=np.int64),
            "reading": np.searchsorted(readings.seqs, np.array(reading)).astype(np.int32),
            "start": np.array(start, dtype=np.int32),
        }
        numbers |= {
            name: self.codes.setdefault(name, Codes()).of(column)
            for name, column in zip(_kept(self.of), values, strict=True)
        }
        for name, array in numbers.items():
            self.parts.setdefault(name, []).append(array)

    def _held(self, readings: Readings) -> Holding:
        empty = np.zeros(0, dtype=np.int32)
        whole = {name: np.concatenate(self.parts.get(name) or [empty]) for name in ("seq", "reading", "start")}
        order = np.lexsort((whole["seq"], whole["start"], readings.order[whole["reading"]]))
        columns = {}
        for name in _kept(self.of):
            # one array for all that came: the parts are not needed twice
            self.parts[name] = [np.concatenate(self.parts.get(name) or [empty])]
            codes = self.codes.setdefault(name, Codes())
            columns[name] = Column.of(self.parts[name][0][order], codes)
        if self.of is Of.FIGURES:
            columns["value"] = Column.pairs(columns["low"], columns["high"])
        return Holding(
            of=self.of, readings=readings, seqs=whole["seq"][order], reading=whole["reading"][order], columns=columns
        )


def _kept(of: Of) -> tuple[str, ...]:
    """Return the columns of a kind that are not made of others."""
    return tuple(name for name in SHAPES[of].columns if name != "value")


def _asked(of: Of, last: int) -> sa.Select[Any]:
    """Return the question for the rows after a number: number, reading, place in the text, columns."""
    if of is Of.ARTICLES:
        names = (t.article.c[name] for name in ("title", "publisher", "agency", "language", "published_basis"))
        asked = sa.select(t.reading.c.seq, t.reading.c.seq, sa.literal_column("0"), *names, _DAY)
        asked = asked.join_from(t.reading, t.article, t.reading.c.article == t.article.c.seq)
        return asked.where(t.reading.c.seq > last)
    table = _TABLES[of]
    columns = [table.c[name] for name in SHAPES[of].columns if name in table.c]
    asked = sa.select(table.c.seq, table.c.reading, table.c.start, *columns)
    if of is Of.STATEMENTS:
        asked = asked.add_columns(sa.func.coalesce(table.c.said_on, _DAY))
        asked = asked.join(t.reading, table.c.reading == t.reading.c.seq)
        asked = asked.join(t.article, t.reading.c.article == t.article.c.seq)
    return asked.where(table.c.seq > last)
