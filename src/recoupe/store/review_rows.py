"""Records of a queue in, the rows that list them out: their words, where they stand, and what was judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from recoupe.model.review import Readers, Standing
from recoupe.model.review_queue import Queued, QueueRow
from recoupe.store import reviews
from recoupe.store import tables as t
from recoupe.store.filters import current

_AT_ONCE = 500
WORDS = 1000
"""Signs of a record's words in a list: a cell of a sheet holds no page."""


def list_rows(connection: Connection, items: Sequence[Queued], standings: Mapping[str, Standing]) -> list[QueueRow]:
    """Return a row for each record, in the order given."""
    found: dict[str, dict[str, Any]] = {}
    for of, table in reviews.TABLES.items():
        wanted = [one.record for one in items if one.of is of]
        for at in range(0, len(wanted), _AT_ONCE):
            asked = (
                sa.select(
                    table.c.id,
                    table.c.start,
                    sa.func.substr(table.c.text, 1, WORDS).label("text"),
                    t.reading.c.name,
                    t.article.c.id.label("article_id"),
                    current().label("current"),
                )
                .join(t.reading, table.c.reading == t.reading.c.seq)
                .join(t.article, t.reading.c.article == t.article.c.seq)
                .where(table.c.id.in_(wanted[at : at + _AT_ONCE]))
                .order_by("current", t.reading.c.seq)
            )
            # the last one of an id is that of the latest reading
            found.update({row.id: dict(row._mapping) for row in connection.execute(asked)})
    return [_row(connection, one, found.get(one.record), standings.get(one.record)) for one in items]


def _row(connection: Connection, one: Queued, place: dict[str, Any] | None, standing: Standing | None) -> QueueRow:
    place = place or _added(connection, standing)
    row = standing.row if standing else None
    return QueueRow(
        record=one.record,
        of=one.of.value,
        article=place["name"],
        article_id=place["article_id"],
        start=place["start"],
        words=place["text"],
        why=tuple(why.value for why in one.why),
        verdict=row.verdict.value if row else None,
        readers=(standing.readers if standing else Readers.NONE).value,
        by=standing.names if standing else (),
        at=row.at if row else None,
        reason=row.reason if row else None,
        changed=standing.changed if standing else {},
        number=standing.number if standing else None,
        current=bool(place["current"]),
    )


def _added(connection: Connection, standing: Standing | None) -> dict[str, Any]:
    """Return where a record stands that a person added."""
    assert standing is not None
    assert standing.first is not None
    first = standing.first
    asked = sa.select(t.reading.c.name).join(t.article).where(t.article.c.id == first.article, current())
    name = connection.execute(asked).scalar()
    changed = first.changed or {}
    return {
        "name": name or first.article, "article_id": first.article, "start": changed["start"], "text": changed["text"][:WORDS],
        "current": name is not None,
    }  # fmt: skip
