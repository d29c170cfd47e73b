"""What is asked of records and their articles alike: rows with the article that they stand in, and articles with their counts."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from recoupe.store import tables as t
from recoupe.store.rows import ArticleHead


def placed(table: sa.Table, *more: sa.ColumnElement[Any]) -> sa.Select[Any]:
    """Ask for the rows of a table of records with `article` (the file's name), `article_id`, `published` and `hedge`.

    `more` are other columns of them, of their reading or of their article.
    """
    return (
        sa.select(
            table,
            t.reading.c.name.label("article"),
            t.article.c.id.label("article_id"),
            t.article.c.published,
            (hedge_start() if table is t.figure else sa.null()).label("hedge"),
            *more,
        )
        .join(t.reading, table.c.reading == t.reading.c.seq)
        .join(t.article, t.reading.c.article == t.article.c.seq)
    )


def hedge_start() -> sa.ScalarSelect[Any]:
    """Return where the hedge of a figure begins in its article's text, NULL where it has none."""
    return (
        sa.select(sa.func.min(t.evidence.c.start))
        .where(
            t.evidence.c.reading == t.figure.c.reading,
            t.evidence.c.record == t.figure.c.id,
            t.evidence.c.field == "qualifier",
        )
        .scalar_subquery()
    )


def head_columns() -> list[sa.Column[Any]]:
    """Return the columns of an article and its reading that ArticleHead is made of."""
    return [t.reading.c.name if name == "name" else t.article.c[name] for name in ArticleHead.__dataclass_fields__]


def counts(*tables: sa.Table) -> list[sa.Label[int]]:
    """Return columns for how many records of some tables a reading has, named `figures`, `statements`, `events`."""
    return [
        sa.select(sa.func.count()).where(table.c.reading == t.reading.c.seq).scalar_subquery().label(f"{table.name}s")
        for table in tables
    ]
