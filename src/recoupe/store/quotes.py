"""Ids of records in, their words with where they stand out: for those who show a finding and its evidence, and nothing more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from recoupe.model.figure import Number
from recoupe.model.review import Standing
from recoupe.store import reviews
from recoupe.store import tables as t
from recoupe.store.placed import placed
from recoupe.store.rows import hedged_words

_MANY = 400
_AROUND = 400
"""How many signs before a record its hedge is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One record as a finding shows it. `of` is figure, statement or event; `words` are its own with the hedge.

    `anchored` says whether its words still stand in its article at `[start, end)`; `who` is the credited source, the
    speaker or the actor. `low`, `high`, `unit`, `kind`, `counted`, `since` and `until` are those of a figure. Fields are as
    a person corrected them, if one did: `judged` is what stands of the record, accept, reject or correct.
    """

    id: str
    of: str
    article: str
    article_id: str
    publisher: str | None
    published: str | None
    start: int
    end: int
    text: str
    words: str
    anchored: bool
    who: str | None
    place: str | None
    modality: str | None = None
    act: str | None = None
    kind: str | None = None
    counted: str | None = None
    unit: str = "count"
    low: Number | None = None
    high: Number | None = None
    qualifier: str | None = None
    since: str | None = None
    until: str | None = None
    judged: str | None = None


_FIELDS: dict[str, tuple[sa.Table, str, tuple[str, ...]]] = {
    "figure": (
        t.figure,
        "source",
        ("place", "modality", "kind", "counted", "unit", "low", "high", "qualifier", "since", "until"),
    ),
    "statement": (t.statement, "speaker", ("act",)),
    "event": (t.event, "actor", ("place", "modality")),
}


def quotes(connection: Connection, ids: Iterable[str], *, before: str | None = None) -> dict[str, Quote]:
    """Return the records of some ids, each as the latest reading that has it gives it and as people left it, `before` a
    moment where one is named; ids that nothing has are left out."""
    asked = list(dict.fromkeys(ids))
    found: dict[str, Quote] = {}
    for of, (table, who, fields) in _FIELDS.items():
        for at in range(0, len(asked), _MANY):
            for row in connection.execute(_select(table).where(table.c.id.in_(asked[at : at + _MANY]))):
                found[row.id] = _quote(row, of, who, fields)
    for id, standing in reviews.of_records(connection, asked, before=before).items():
        if id in found and standing.row is not None:
            found[id] = _judged(found[id], standing)
    return found


def _judged(quote: Quote, standing: Standing) -> Quote:
    """Return a record with the fields that a person corrected."""
    who = _FIELDS[quote.of][1]
    changed = {"who" if name == who else name: value for name, value in standing.changed.items()}
    known = {name: value for name, value in changed.items() if name in Quote.__dataclass_fields__}
    return replace(quote, **known, judged=standing.verdict.value if standing.verdict else None)


def _select(table: sa.Table) -> sa.Select[Any]:
    """Ask for records with the stretch of text that they and their hedge stand in, and for no more of the text."""
    begin = sa.func.max(table.c.start - _AROUND, 0)
    near = sa.func.substr(t.article.c.text, begin + 1, table.c.end - begin).label("near")
    return placed(table, t.article.c.publisher, begin.label("begin"), near).order_by(table.c.reading)


def _quote(row: Any, of: str, who: str, fields: tuple[str, ...]) -> Quote:
    start, end = row.start - row.begin, row.end - row.begin
    stands = row.near[start:end] == row.text
    hedge = None if row.hedge is None else row.hedge - row.begin
    words = row.text
    if stands and hedge is not None and hedge >= 0:
        words = hedged_words(row.near, start, end, hedge)
    columns = ("id", "article", "article_id", "publisher", "published", "start", "end", "text", *fields)
    values: dict[str, Any] = {"place": None, **{name: getattr(row, name) for name in columns}}
    return Quote(**values, of=of, words=" ".join(words.split()), anchored=stands, who=getattr(row, who))
