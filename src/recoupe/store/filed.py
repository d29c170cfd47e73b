"""A crisis in, the articles filed under it out: short ones to put in order, whole ones for those that are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from recoupe.store import tables as t
from recoupe.store.codec import article_from
from recoupe.store.filters import Condition
from recoupe.store.placed import counts, head_columns
from recoupe.store.rows import ArticleHead, remarks

_MANY = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """One article of a crisis, in short: the reading that stands of it, its id, its file and its day as given."""

    reading: int
    id: str
    name: str
    published: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledRow(ArticleHead):
    """One article of a crisis as a list shows it, with how many records its reading gave."""

    figures: int
    statements: int
    events: int
    notes: tuple[str, ...]


def filed(connection: Connection, crisis: str, as_of: str | None = None) -> list[Filed]:
    """Return the articles that were filed under a crisis by the end of a day, or by now, in the order of their adding."""
    return _filed(connection, crisis, as_of)


def stamp(connection: Connection) -> tuple[int, int]:
    """Return what grows whenever an article is read or filed: as long as it is the same, so are the lists of articles."""
    readings = sa.select(sa.func.coalesce(sa.func.max(t.reading.c.seq), 0)).scalar_subquery()
    files = sa.select(sa.func.count()).select_from(t.article_crisis).scalar_subquery()
    row = connection.execute(sa.select(readings, files)).one()
    return int(row[0]), int(row[1])


def filed_as(connection: Connection, crisis: str, articles: Iterable[str], as_of: str | None = None) -> list[Filed]:
    """Return those of a crisis's articles that have some ids or files' names."""
    found: list[Filed] = []
    for part in _parts(list(articles)):
        named = sa.or_(t.article.c.id.in_(part), t.reading.c.name.in_(part))
        found += _filed(connection, crisis, as_of, named)
    return found


def filed_from(connection: Connection, crisis: str, begins: str, as_of: str | None = None) -> list[Filed]:
    """Return those of a crisis's articles whose ids begin so, two at most."""
    start = sa.and_(t.article.c.id >= begins, t.article.c.id < begins + "~")
    return _filed(connection, crisis, as_of, start)[:2]


def standing_on(as_of: str | None) -> list[Condition]:
    """Hold for the readings that no other had taken the place of by the end of a day, or by now."""
    later = t.reading.alias("later")
    replaced = sa.exists().where(later.c.replaces == t.reading.c.seq)
    if as_of is None:
        return [~replaced]
    return [~replaced.where(_by(later.c.run, as_of)), _by(t.reading.c.run, as_of)]


def filed_rows(connection: Connection, readings: Sequence[int]) -> list[FiledRow]:
    """Return the articles of some readings, in the order given."""
    found: dict[int, FiledRow] = {}
    for row in _of_readings(connection, readings):
        values = {name: getattr(row, name) for name in FiledRow.__dataclass_fields__ if name != "notes"}
        found[row.reading] = FiledRow(**values, notes=remarks(row.published, row.language, row.notes))
    return [found[reading] for reading in readings if reading in found]


def whole(connection: Connection, readings: Sequence[int]) -> list[Any]:
    """Return the articles of some readings with their texts, in the order given."""
    found = {}
    for part in _parts(readings):
        asked = (
            sa.select(t.article, t.reading.c.name.label("file"), t.reading.c.seq.label("reading"))
            .join(t.reading, t.reading.c.article == t.article.c.seq)
            .where(t.reading.c.seq.in_(part))
        )
        found.update({row.reading: article_from(row, row.file) for row in connection.execute(asked)})
    return [found[reading] for reading in readings]


def acts_of(connection: Connection, articles: Sequence[str], acts: Iterable[str]) -> list[str]:
    """Return the ids of the statements of some acts that the latest readings of some articles gave."""
    found: list[str] = []
    for part in _parts(articles):
        asked = (
            sa.select(t.statement.c.id)
            .join(t.reading, t.statement.c.reading == t.reading.c.seq)
            .join(t.article, t.reading.c.article == t.article.c.seq)
            .where(t.article.c.id.in_(part), t.statement.c.act.in_(list(acts)), *standing_on(None))
        )
        found += connection.execute(asked).scalars()
    return found


def _filed(connection: Connection, crisis: str, as_of: str | None, *where: Condition) -> list[Filed]:
    asked = (
        sa.select(t.reading.c.seq, t.article.c.id, t.reading.c.name, t.article.c.published)
        .join(t.article, t.reading.c.article == t.article.c.seq)
        .join(t.article_crisis, t.article_crisis.c.article_id == t.article.c.id)
        .where(t.article_crisis.c.crisis == crisis, *standing_on(as_of), *where)
        .order_by(t.reading.c.seq)
    )
    if as_of is not None:
        asked = asked.where(_by(t.article_crisis.c.run, as_of))
    return [Filed(reading=row[0], id=row[1], name=row[2], published=row[3]) for row in connection.execute(asked)]


def _of_readings(connection: Connection, readings: Sequence[int]) -> Iterable[Any]:
    for part in _parts(readings):
        asked = (
            sa.select(
                t.reading.c.seq.label("reading"),
                *head_columns(),
                *counts(t.figure, t.statement, t.event),
                t.article.c.notes,
            )
            .join(t.article, t.reading.c.article == t.article.c.seq)
            .where(t.reading.c.seq.in_(part))
        )
        yield from connection.execute(asked)


def _by(run: sa.Column[Any], as_of: str) -> Condition:
    return sa.exists().where(t.run.c.seq == run, sa.func.substr(t.run.c.began, 1, 10) <= as_of)


def _parts(values: Sequence[Any]) -> Iterable[list[Any]]:
    for at in range(0, len(values), _MANY):
        yield list(values[at : at + _MANY])
