"""Which crises there are, and of which of them an article is: names alone, nothing counted."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from recoupe.store import tables as t
from recoupe.store.filters import current


def crisis_names(connection: Connection) -> list[tuple[str, bool]]:
    """Return the names of the crises, each with whether it has an article."""
    filed = t.article.c.id.in_(
        sa.select(t.article_crisis.c.article_id).where(t.article_crisis.c.crisis == t.crisis.c.name)
    )
    stands = sa.select(t.reading.c.seq).join(t.article, t.reading.c.article == t.article.c.seq)
    asked = sa.select(t.crisis.c.name, stands.where(filed, current()).exists()).order_by(t.crisis.c.name)
    return [(name, bool(filled)) for name, filled in connection.execute(asked)]


def crises_of(connection: Connection, article: str) -> list[str]:
    """Return the names of the crises that an article (its id) was filed under."""
    asked = sa.select(t.article_crisis.c.crisis).where(t.article_crisis.c.article_id == article)
    return list(connection.execute(asked.order_by(t.article_crisis.c.crisis)).scalars())
