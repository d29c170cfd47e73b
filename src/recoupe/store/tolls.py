"""Questions about the tolls of one check: which there are, some of them whole, the figures and the origins behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from recoupe.model.series import Series
from recoupe.store import tables as t
from recoupe.store.connect import looking
from recoupe.store.plain import record_of
from recoupe.store.reviews import of_records
from recoupe.store.rows import FigureRow, hedged_words

NOT_SAID = "-"
"""What is asked for where a place or a source is asked for that nobody names."""
_BATCH = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class TollHead:
    """How many tolls there are of one kind, counted, unit, place and source, and how many steps they have together."""

    kind: str
    counted: str
    unit: str
    place: str | None
    source: str | None
    tolls: int
    steps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldFigure:
    """A figure as some reading gave it, with what is known of its article; `held` says whether its words stand there."""

    row: FigureRow
    title: str | None
    publisher: str | None
    held: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which tolls are asked for; None is any of them, NOT_SAID a place or a source that is not told."""

    kind: str | None = None
    counted: str | None = None
    place: str | None = None
    source: str | None = None
    unit: str | None = None
    toll: str | None = None
    """The id of a series, or the beginning of it."""


def toll_heads(connection: Connection, crisis: str, check: int) -> list[TollHead]:
    """Return what tolls stood after a check of a crisis, those with most steps first."""
    fields = [_of(name) for name in ("kind", "counted", "unit", "place", "source")]
    steps = sa.func.sum(_steps())
    asked: sa.Select[Any] = (
        sa.select(*fields, sa.func.count(), steps)
        .where(*_standing(crisis, check, "series"))
        .group_by(*fields)
        .order_by(steps.desc(), *fields)
    )
    return [
        TollHead(kind=kind, counted=counted, unit=unit, place=place, source=source, tolls=tolls, steps=total)
        for kind, counted, unit, place, source, tolls, total in connection.execute(asked)
    ]


@lru_cache(maxsize=32)
def heads_at_hand(engine: Engine, path: Path, crisis: str, check: int) -> tuple[TollHead, ...]:
    """Return the same, at hand where it was asked for lately: what stood after a check never changes."""
    with looking(engine, path) as connection:
        return tuple(toll_heads(connection, crisis, check))


def some_tolls(
    connection: Connection, crisis: str, check: int, wanted: Wanted, *, limit: int | None = None, offset: int = 0
) -> list[Series]:
    """Return the tolls asked for that stood after a check, those with most steps first."""
    asked = (
        sa.select(t.finding.c.body)
        .where(*_standing(crisis, check, "series"), *_wanted(wanted))
        .order_by(_steps().desc(), _of("place"), _of("counted"), _of("source"), _of("since"), t.finding.c.key)
        .limit(limit)
        .offset(offset or None)
    )
    return [record_of(Series, body) for body in connection.execute(asked).scalars()]


def count_tolls(connection: Connection, crisis: str, check: int, wanted: Wanted) -> int:
    """Return how many of the tolls asked for stood after a check."""
    asked = sa.select(sa.func.count()).select_from(t.finding)
    return int(connection.execute(asked.where(*_standing(crisis, check, "series"), *_wanted(wanted))).scalar_one())


def told_figures(connection: Connection, ids: Iterable[str]) -> dict[str, ToldFigure]:
    """Return figures by their ids, each as the latest reading that has it gave it and as people corrected it.

    One that no reading has is left out.
    """
    found: dict[str, ToldFigure] = {}
    wanted = list(dict.fromkeys(ids))
    for at in range(0, len(wanted), _BATCH):
        some = t.figure.c.id.in_(wanted[at : at + _BATCH])
        for row in connection.execute(_figures().where(some).order_by(t.figure.c.reading)):
            held = row.stands == row.text
            near = 0 if row.hedge is None else len(row.before or "")
            told = hedged_words(f"{row.before or ''}{row.text}", near, near + len(row.text), 0 if near else None)
            fields: dict[str, Any] = {name: getattr(row, name) for name in _ROW if name != "words"}
            fields["words"] = told if held else ""
            found[row.id] = ToldFigure(row=FigureRow(**fields), title=row.title, publisher=row.publisher, held=held)
    for id, standing in of_records(connection, list(found)).items():
        found[id] = replace(found[id], row=replace(found[id].row, **standing.changed))
    return found


def origins_behind(connection: Connection, crisis: str, check: int, records: Iterable[str]) -> Mapping[str, list[str]]:
    """Return the independent origins behind some records, as a check found them."""
    wanted = set(records)
    behind: dict[str, list[str]] = {}
    if wanted:
        asked = sa.select(t.finding.c.key).where(*_standing(crisis, check, "origins")).order_by(t.finding.c.key)
        for key in connection.execute(asked).scalars():
            record, _, origin = key.partition("|")
            if record in wanted:
                behind.setdefault(record, []).append(origin)
    return behind


def copied_from(connection: Connection, crisis: str, check: int) -> set[tuple[str, str]]:
    """Return the pairs of articles of which, as a check found, the first was made from the second."""
    asked = sa.select(t.finding.c.body).where(*_standing(crisis, check, "lineages"))
    pairs = set()
    for body in connection.execute(asked).scalars():
        for one in body["copyings"]:
            if one["direction"] == "a_to_b":
                pairs.add((one["article_b"], one["article_a"]))
            elif one["direction"] == "b_to_a":
                pairs.add((one["article_a"], one["article_b"]))
    return pairs


_ROW = tuple(FigureRow.__dataclass_fields__)


def _figures() -> sa.Select[Any]:
    hedge = (
        sa.select(sa.func.min(t.evidence.c.start))
        .where(
            t.evidence.c.reading == t.figure.c.reading,
            t.evidence.c.record == t.figure.c.id,
            t.evidence.c.field == "qualifier",
        )
        .scalar_subquery()
    )
    text, start, end = t.article.c.text, t.figure.c.start, t.figure.c.end
    return (
        sa.select(
            t.figure,
            t.reading.c.name.label("article"),
            t.article.c.id.label("article_id"),
            t.article.c.published,
            t.article.c.title,
            t.article.c.publisher,
            hedge.label("hedge"),
            # the words alone: a text may be long, and many figures stand in it
            sa.func.substr(text, start + 1, end - start).label("stands"),
            sa.case((hedge < start, sa.func.substr(text, hedge + 1, start - hedge))).label("before"),
        )
        .join(t.reading, t.figure.c.reading == t.reading.c.seq)
        .join(t.article, t.reading.c.article == t.article.c.seq)
    )


def _standing(crisis: str, check: int, part: str) -> list[sa.ColumnElement[bool]]:
    """Hold for the findings of one part that stood after a check."""
    gone = sa.select(t.finding_gone.c.finding).where(
        t.finding_gone.c.finding == t.finding.c.seq, t.finding_gone.c.checking <= check
    )
    return [
        t.finding.c.crisis == crisis,
        t.finding.c.part == part,
        t.finding.c.checking <= check,
        ~gone.exists(),
    ]


def _wanted(wanted: Wanted) -> list[sa.ColumnElement[bool]]:
    holds: list[sa.ColumnElement[bool]] = []
    for name in ("kind", "counted", "unit", "place", "source"):
        value = getattr(wanted, name)
        if value == NOT_SAID and name in ("place", "source"):
            holds.append(_of(name).is_(None))
        elif value is not None:
            holds.append(_of(name) == value)
    if wanted.toll is not None:
        holds.append(t.finding.c.key.startswith(wanted.toll, autoescape=True))
    return holds


def _of(name: str) -> sa.ColumnElement[Any]:
    return sa.func.json_extract(t.finding.c.body, f"$.{name}")


def _steps() -> sa.ColumnElement[int]:
    return sa.func.json_array_length(t.finding.c.body, "$.steps")
