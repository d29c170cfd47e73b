"""One crisis in, the records of it that a person should look at first out, each with why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from recoupe.model.review_queue import Why
from recoupe.store import tables as t
from recoupe.store.filters import current, found_in, of_crisis

MOST_HEDGED = 2000
"""Hedges that are flagged at most; in a crisis with more of them, they are nothing odd."""


def flags(connection: Connection, crisis: str) -> dict[str, set[Why]]:
    """Return the flagged records of a crisis by id, from what its last check found and from its figures' hedges."""
    found: dict[str, set[Why]] = defaultdict(set)
    for body in _bodies(connection, crisis, "disputes"):
        for position in body["positions"]:
            for record in (*position["statements"], *position["figures"]):
                found[record].add(Why.DISPUTE)
    verdict = sa.func.json_extract(t.finding.c.body, "$.verdict")
    for body in _bodies(connection, crisis, "agreements", verdict == "conflict"):
        for record in (body["a"], body["b"]):
            found[record].add(Why.CONFLICT)
    for body in _bodies(connection, crisis, "series"):
        for step in body["steps"]:
            if step["step"] == "lowered":
                for record in step["figures"]:
                    found[record].add(Why.LOWERED)
    figure = t.figure.c
    asked = (
        sa.select(figure.id)
        .join(t.reading, figure.reading == t.reading.c.seq)
        .join(t.article, t.reading.c.article == t.article.c.seq)
        .where(current(), *of_crisis(crisis), sa.or_(figure.qualifier == "vague", figure.low.is_(None)))
        .limit(MOST_HEDGED)
    )
    for record in connection.execute(asked).scalars():
        found[record].add(Why.HEDGE)
    return dict(found)


def _bodies(connection: Connection, crisis: str, part: str, *where: sa.ColumnElement[bool]) -> Iterable[Any]:
    asked = sa.select(t.finding.c.body).where(*found_in(crisis, part=part), *where)
    return connection.execute(asked).scalars()
