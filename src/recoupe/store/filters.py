"""What a user asks for in, conditions on the ledger's rows out."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from recoupe.errors import CrisisUnknown, ValueUnknown
from recoupe.store import tables as t
from recoupe.store.fold import fold

Condition = sa.ColumnElement[bool]
Asked = str | Iterable[str] | None
"""One value, some values of which any will do, or no matter which."""


def current() -> Condition:
    """Hold for the readings that no later reading took the place of."""
    later = t.reading.alias("later")
    return ~sa.exists().where(later.c.replaces == t.reading.c.seq)


def one_of(column: sa.Column[str], values: Asked, allowed: type[StrEnum]) -> list[Condition]:
    """Hold where a closed field has one of the values asked for. Errors: ValueUnknown."""
    asked = [values] if isinstance(values, str) else list(values or ())
    for value in asked:
        if value not in list(allowed):
            raise ValueUnknown(f"{column.name} {value}", "one of " + ", ".join(allowed))
    return [column.in_([str(value) for value in asked])] if asked else []


def named(columns: Iterable[sa.Column[str]], asked: str | None) -> list[Condition]:
    """Hold where one of some names contains the words asked for, accents, case and punctuation aside."""
    if not asked:
        return []
    words = fold(asked)
    return [sa.or_(*(sa.func.instr(sa.func.fold(column), words) > 0 for column in columns))]


def of_crisis(crisis: str | None) -> list[Condition]:
    """Hold for the articles filed under a crisis."""
    if crisis is None:
        return []
    filed = t.article_crisis.alias("filed")
    return [sa.exists().where(filed.c.article_id == t.article.c.id, filed.c.crisis == crisis)]


def found_in(crisis: str, check: int | None = None, part: str | None = None) -> list[Condition]:
    """Hold for the findings of a crisis that stand, or that stood after the check of a number; of one part, or of all."""
    gone = sa.select(t.finding_gone.c.finding).where(t.finding_gone.c.finding == t.finding.c.seq)
    where = [t.finding.c.crisis == crisis]
    if part is not None:
        where.append(t.finding.c.part == part)
    if check is not None:
        gone = gone.where(t.finding_gone.c.checking <= check)
        where.append(t.finding.c.checking <= check)
    return [*where, ~gone.exists()]


def hold_crisis(connection: Connection, crisis: str | None) -> None:
    """Refuse a crisis that nothing was filed under: a slip would look like an empty ledger. Errors: CrisisUnknown."""
    names = connection.execute(sa.select(t.crisis.c.name).order_by(t.crisis.c.name)).scalars().all()
    if crisis is not None and crisis not in names:
        raise CrisisUnknown(crisis, "there are: " + ", ".join(names) if names else "there is none")


def of_article(article: str | None) -> list[Condition]:
    """Hold for the articles of a file's name or an id."""
    return [sa.or_(t.reading.c.name == article, t.article.c.id == article)] if article else []


def on_day(day: str | None) -> list[Condition]:
    """Hold for the figures whose window has the day in it; an open side goes on, and no window has no day."""
    if not day:
        return []
    since, until = t.figure.c.since, t.figure.c.until
    # a month covers its days: 2016-12 begins before 2016-12-05, and 2016-12~ ends after it ("~" sorts behind "-")
    return [
        sa.or_(since.is_not(None), until.is_not(None)),
        sa.or_(since.is_(None), since <= day),
        sa.or_(until.is_(None), until + "~" >= day),
    ]


def said_on(day: str | None) -> list[Condition]:
    """Hold for the statements of a day: the day they were said, or else the day of their article."""
    if not day:
        return []
    return [sa.func.substr(sa.func.coalesce(t.statement.c.said_on, t.article.c.published), 1, 10) == day]
