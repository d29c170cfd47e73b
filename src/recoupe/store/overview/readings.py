"""The readings of a ledger as columns: which stand, or stood on a day, and which are of a crisis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from recoupe.store import tables as t
from recoupe.store.overview.column import Array, Codes, Column

NEVER = 99999999
"""A day after all days."""


@dataclass(frozen=True, eq=False)
class Readings:
    """All readings by their number. `began` and `replaced` are the days (20161208) from which each stood and until
    which; `filed` the days on which the article of each was put under a crisis."""

    token: tuple[int, int]
    seqs: Array
    articles: Column
    names: Column
    published: Column
    began: Array
    replaced: Array
    filed: Mapping[str, Array]

    def standing(self, crisis: str | None, as_of: str | None) -> Array:
        """Return for each reading whether it stands, or stood at the end of a day, and is of a crisis."""
        day = NEVER - 1 if as_of is None else _number(as_of)
        stands: Array = (self.began <= day) & (self.replaced > day)
        if crisis is not None:
            filed = self.filed.get(crisis, np.full(len(self.seqs), NEVER, dtype=np.int32))
            stands &= filed <= day
        return stands

    def of_article(self, name: str) -> Array:
        """Return for each reading whether it is of an article, by its file's name or its id."""
        found: Array = self.names.being(name)[self.names.codes] | self.articles.being(name)[self.articles.codes]
        return found

    def days(self, crisis: str) -> tuple[str | None, str | None]:
        """Return the days of the first and of the last dated article of a crisis."""
        found = {self.published.values[code] for code in self.published.codes[self.standing(crisis, None)]} - {None}
        return (min(found)[:10], max(found)[:10]) if found else (None, None)

    @cached_property
    def order(self) -> Array:
        """The place of each reading in the ledger's order: by the day of its article, those without one last."""
        return _places(np.lexsort((self.seqs, self.published.ranks[self.published.codes])))


def token_of(connection: Connection) -> tuple[int, int]:
    """Return what changes whenever a reading is added or an article filed."""
    last = sa.select(sa.func.coalesce(sa.func.max(t.reading.c.seq), 0))
    filed: sa.Select[Any] = sa.select(sa.literal_column("coalesce(max(rowid), 0)")).select_from(t.article_crisis)
    return connection.execute(last).scalar_one(), connection.execute(filed).scalar_one()


def readings_of(connection: Connection) -> Readings:
    """Return all readings of a ledger, those that others took the place of with them."""
    asked = (
        sa.select(
            t.reading.c.seq, t.reading.c.replaces, t.reading.c.name, t.article.c.id, t.article.c.published, t.run.c.began
        )
        .join(t.article, t.reading.c.article == t.article.c.seq)
        .join(t.run, t.reading.c.run == t.run.c.seq)
        .order_by(t.reading.c.seq)
    )  # fmt: skip
    rows = connection.execute(asked).all()
    place = {row.seq: at for at, row in enumerate(rows)}
    began = np.array([_number(row.began) for row in rows], dtype=np.int32)
    replaced = np.full(len(rows), NEVER, dtype=np.int32)
    for at, row in enumerate(rows):
        if row.replaces is not None:
            replaced[place[row.replaces]] = began[at]
    names, articles, published = (_column([row[at] for row in rows]) for at in (2, 3, 4))
    return Readings(
        token=token_of(connection),
        seqs=np.array([row.seq for row in rows], dtype=np.int64),
        names=names,
        articles=articles,
        published=published,
        began=began,
        replaced=replaced,
        filed=_filed(connection, [row.id for row in rows]),
    )


def _filed(connection: Connection, articles: list[str]) -> dict[str, Array]:
    days: dict[str, dict[str, int]] = {}
    asked = sa.select(t.article_crisis.c.article_id, t.article_crisis.c.crisis, t.run.c.began).join(t.run)
    for row in connection.execute(asked):
        days.setdefault(row.crisis, {})[row.article_id] = _number(row.began)
    return {
        crisis: np.array([of.get(article, NEVER) for article in articles], dtype=np.int32)
        for crisis, of in days.items()
    }


def _column(values: list[str | None]) -> Column:
    codes = Codes()
    return Column.of(codes.of(values), codes)


def _places(order: Array) -> Array:
    places = np.empty(len(order), dtype=np.int32)
    places[order] = np.arange(len(order))
    return places


def _number(day: str) -> int:
    return int(day[:10].replace("-", ""))
