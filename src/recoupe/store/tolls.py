"""Questions about the tolls of one check: which there are, some of them whole, the figures and the origins behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from sys import intern
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from recoupe.model.series import Series, StepKind
from recoupe.store import tables as t
from recoupe.store.connect import looking
from recoupe.store.filters import found_in
from recoupe.store.placed import hedge_start, placed
from recoupe.store.plain import record_of
from recoupe.store.reviews import of_records
from recoupe.store.rows import FigureRow, hedged_words

NOT_SAID = "-"
"""What is asked for where a place or a source is asked for that nobody names."""
_BATCH = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class TollHead:
    """How many tolls there are of one kind, counted, unit, place and source, how many steps they have together, and in how
    many of them a number was lowered."""

    kind: str
    counted: str
    unit: str
    place: str | None
    source: str | None
    tolls: int
    steps: int
    lowered: int = 0


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


class TollKey(NamedTuple):
    """What tells one toll from another, and by which number its finding is asked for."""

    number: int
    id: str
    kind: str
    counted: str
    unit: str
    place: str | None
    source: str | None
    steps: int
    lowered: int


@dataclass(frozen=True, slots=True, eq=False)
class TollIndex:
    """Which tolls stood after one check, those with most steps first; what they say is loaded where it is asked for."""

    keys: tuple[TollKey, ...]
    heads: tuple[TollHead, ...]

    def of(self, wanted: Wanted) -> list[TollKey]:
        """Return the tolls asked for; the latest few questions are at hand."""
        return _asked_of(self, wanted)


@lru_cache(maxsize=64)
def _asked_of(index: TollIndex, wanted: Wanted) -> list[TollKey]:
    asked = [
        (TollKey._fields.index(name), None if value == NOT_SAID and name in ("place", "source") else value)
        for name, value in asdict(wanted).items()
        if value is not None and name != "toll"
    ]
    found = [key for key in index.keys if all(key[at] == value for at, value in asked)]
    return [key for key in found if key.id.startswith(wanted.toll)] if wanted.toll is not None else found


@lru_cache(maxsize=16)
def toll_index(engine: Engine, path: Path, crisis: str, check: int) -> TollIndex:
    """Return which tolls stood after a check; at hand where it was asked for lately, for what stood then never changes."""
    fields = [_of(name) for name in ("kind", "counted", "unit", "place", "source")]
    steps = sa.func.json_array_length(t.finding.c.body, "$.steps").label("steps")
    lowered = (sa.func.instr(t.finding.c.body, f'"{StepKind.LOWERED}"') > 0).label("lowered")
    asked: sa.Select[Any] = (
        sa.select(t.finding.c.seq, t.finding.c.key, *fields, steps, lowered)
        .where(*found_in(crisis, check, "series"))
        .order_by(steps.desc(), _of("place"), _of("counted"), _of("source"), _of("since"), t.finding.c.key)
    )
    with looking(engine, path) as connection:
        # the same few names in many tolls are held once
        keys = tuple(
            TollKey._make((*row[:2], *(one and intern(one) for one in row[2:7]), row[7], int(row[8])))
            for row in connection.execute(asked)
        )
    tolls: Counter[tuple[Any, ...]] = Counter()
    total: Counter[tuple[Any, ...]] = Counter()
    fell: Counter[tuple[Any, ...]] = Counter()
    for key in keys:
        fell[key[2:7]] += key.lowered
        tolls[key[2:7]] += 1
        total[key[2:7]] += key.steps
    heads = [
        TollHead(
            kind=one[0], counted=one[1], unit=one[2], place=one[3], source=one[4], tolls=number, steps=total[one],
            lowered=fell[one],
        )
        for one, number in tolls.items()
    ]  # fmt: skip
    return TollIndex(keys, tuple(sorted(heads, key=lambda head: -head.steps)))


def some_tolls(connection: Connection, numbers: Sequence[int]) -> list[Series]:
    """Return the tolls of some findings by their numbers, in the order given."""
    found: dict[int, Series] = {}
    for at in range(0, len(numbers), _BATCH):
        asked = sa.select(t.finding.c.seq, t.finding.c.body).where(t.finding.c.seq.in_(numbers[at : at + _BATCH]))
        found.update({row.seq: record_of(Series, row.body) for row in connection.execute(asked)})
    return [found[number] for number in numbers]


def told_figures(connection: Connection, ids: Iterable[str], *, before: str | None = None) -> dict[str, ToldFigure]:
    """Return figures by their ids, each as the latest reading that has it gave it and as people corrected it.

    One that no reading has is left out; what people said counts `before` a moment, where one is named.
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
    for id, standing in of_records(connection, list(found), before=before).items():
        found[id] = replace(found[id], row=replace(found[id].row, **standing.changed))
    return found


def origins_behind(connection: Connection, crisis: str, check: int, records: Iterable[str]) -> Mapping[str, list[str]]:
    """Return the independent origins behind some records, as a check found them."""
    wanted = list(dict.fromkeys(records))
    behind: dict[str, list[str]] = {}
    record = sa.func.substr(t.finding.c.key, 1, sa.func.instr(t.finding.c.key, "|") - 1)
    for at in range(0, len(wanted), _BATCH):
        asked = sa.select(t.finding.c.key).where(
            *found_in(crisis, check, "origins"), record.in_(wanted[at : at + _BATCH])
        )
        for key in sorted(connection.execute(asked).scalars()):
            behind.setdefault(key.partition("|")[0], []).append(key.partition("|")[2])
    return behind


def copied_from(connection: Connection, crisis: str, check: int) -> set[tuple[str, str]]:
    """Return the pairs of articles of which, as a check found, the first was made from the second."""
    asked = sa.select(t.finding.c.body).where(*found_in(crisis, check, "lineages"))
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
    hedge, text, start, end = hedge_start(), t.article.c.text, t.figure.c.start, t.figure.c.end
    return placed(
        t.figure,
        t.article.c.title,
        t.article.c.publisher,
        # the words alone: a text may be long, and many figures stand in it
        sa.func.substr(text, start + 1, end - start).label("stands"),
        sa.case((hedge < start, sa.func.substr(text, hedge + 1, start - hedge))).label("before"),
    )


def _of(name: str) -> sa.ColumnElement[Any]:
    return sa.func.json_extract(t.finding.c.body, f"$.{name}")
