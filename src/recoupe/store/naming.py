"""What a user calls an article or a record in, the one that is meant out, or an error that says what is like it."""

from __future__ import annotations

from difflib import get_close_matches

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from recoupe.errors import NameAmbiguous, NotInLedger
from recoupe.store import tables as t
from recoupe.store.filters import Condition, current
from recoupe.store.fold import fold


def begins(column: sa.Column[str], name: str) -> Condition:
    """Hold where a column begins with a name; nothing begins with an empty one."""
    # a range, not a substring: an index finds it
    return sa.and_(column >= name, column < name + "\U0010ffff") if name else sa.false()


def the_one(found: set[tuple[str, int]], name: str) -> tuple[str, int]:
    """Return the one id, with its number, that a name was found to mean. Errors: NotInLedger, NameAmbiguous."""
    if not found:
        raise NotInLedger(name)
    if len(found) > 1:
        raise NameAmbiguous(name, ", ".join(sorted(id for id, _ in found)[:5]))
    return next(iter(found))


def alike(connection: Connection, article: str) -> str:
    """Return a question after the files whose names are like one that the ledger does not have; empty if none is."""
    names = sorted(set(connection.execute(sa.select(t.reading.c.name).where(current())).scalars()))
    asked = fold(article)
    like = [name for name in names if asked and fold(name).startswith(asked)] or get_close_matches(
        article, names, cutoff=0.8
    )
    return f"did you mean {' or '.join(like[:3])}?" if like else ""
