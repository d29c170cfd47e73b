"""A check of a crisis in, what came and went with it out: those parts of it alone that are asked for."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from recoupe.store import tables as t
from recoupe.store.findings import Checked, findings


def moments_of(connection: Connection, crisis: str, as_of: str | None = None) -> list[tuple[int, str]]:
    """Return the number of each check of a crisis that began by the end of a day and when, the last one first."""
    asked = sa.select(t.checking.c.seq, t.run.c.began).join(t.run).where(t.checking.c.crisis == crisis)
    if as_of is not None:
        asked = asked.where(sa.func.substr(t.run.c.began, 1, 10) <= as_of)
    return [(row[0], row[1]) for row in connection.execute(asked.order_by(t.checking.c.seq.desc()))]


def checked(connection: Connection, crisis: str, number: int, at: str, parts: Iterable[str]) -> Checked:
    """Return what of some parts came and went with one check."""
    some = t.finding.c.part.in_(list(parts))
    gone = sa.select(t.finding_gone.c.finding).where(t.finding_gone.c.checking == number)
    return Checked(
        number=number,
        at=at,
        came=findings(connection, sa.and_(t.finding.c.checking == number, t.finding.c.crisis == crisis, some)),
        went=findings(connection, sa.and_(t.finding.c.seq.in_(gone), t.finding.c.crisis == crisis, some)),
    )
