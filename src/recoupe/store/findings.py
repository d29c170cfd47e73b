"""What the checks of a crisis found, check by check: a finding comes with one check and may go with a later one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Connection

from recoupe.model.article import Article
from recoupe.model.crosscheck import PARTS, Crosscheck, key_of
from recoupe.model.origin import Origin
from recoupe.model.passage import Passage
from recoupe.store import reviews
from recoupe.store import tables as t
from recoupe.store.filters import current, found_in, of_crisis
from recoupe.store.ids import content_id
from recoupe.store.naming import begins
from recoupe.store.noted import noted
from recoupe.store.plain import plain, record_from, record_of

Compared = Mapping[tuple[str, str], tuple[Passage, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """One finding as JSON has it; `part` is the field of Crosscheck, `key` what stays of it while it changes."""

    part: str
    key: str
    id: str
    body: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One check of a crisis: its number, when, on what state, and what came and went with it."""

    number: int
    at: str
    came: tuple[FindingRow, ...]
    went: tuple[FindingRow, ...]


def state_of(connection: Connection, crisis: str, made_by: str) -> str:
    """Return one word for all that a check rests on in this ledger; the same word, the same findings."""
    readings = sa.select(t.reading.c.seq).join(t.article).where(current(), *of_crisis(crisis))
    judged = sa.select(t.judgement.c.seq).where(t.judgement.c.crisis == crisis)
    return content_id(
        "state",
        made_by,
        connection.execute(readings.order_by(t.reading.c.seq)).scalars().all(),
        connection.execute(judged.order_by(t.judgement.c.seq)).scalars().all(),
        *reviews.weight(connection, crisis),
    )


def reach(connection: Connection) -> tuple[int, ...]:
    """Return how far the ledger reaches in all that a state is made of; rows are only ever added to it."""
    tables = (t.reading, t.judgement, t.review, t.checking)
    last = [sa.select(sa.func.coalesce(sa.func.max(table.c.seq), 0)).scalar_subquery() for table in tables]
    filed = sa.select(sa.func.count()).select_from(t.article_crisis).scalar_subquery()
    return tuple(connection.execute(sa.select(*last, filed)).one())


def last_state(connection: Connection, crisis: str) -> str | None:
    """Return the state that a crisis was last checked in, None where it never was."""
    asked = sa.select(t.checking.c.state).where(t.checking.c.crisis == crisis).order_by(t.checking.c.seq.desc())
    return connection.execute(asked.limit(1)).scalar()


def last_check(connection: Connection, crisis: str, *, as_of: str | None = None) -> int | None:
    """Return the number of the last check of a crisis, or of the last that began on a day (ISO) or before."""
    asked = sa.select(t.checking.c.seq).where(t.checking.c.crisis == crisis)
    if as_of is not None:
        asked = asked.join(t.run).where(sa.func.substr(t.run.c.began, 1, 10) <= as_of)
    return connection.execute(asked.order_by(t.checking.c.seq.desc()).limit(1)).scalar()


def moments(connection: Connection, crisis: str) -> list[tuple[int, str]]:
    """Return the numbers of the checks of a crisis and when each began (ISO, UTC), the first one first."""
    asked = sa.select(t.checking.c.seq, t.run.c.began).join(t.run).where(t.checking.c.crisis == crisis)
    return [(row.seq, row.began) for row in connection.execute(asked.order_by(t.checking.c.seq))]


def keep(connection: Connection, found: Crosscheck, *, state: str, run: int) -> int:
    """Keep what a check found, beside what stays as it was; return the number of the check."""
    number = _added(connection, t.checking, crisis=found.crisis, state=state, run=run)
    before = {row.id: row.seq for row in _standing(connection, found.crisis, None)}
    now = {}
    for part in PARTS:
        for finding in getattr(found, part):
            body = plain(finding)
            now[content_id(part, body)] = {"part": part, "key": key_of(part, finding), "body": body}
    came = [
        {"checking": number, "crisis": found.crisis, "id": id, **row} for id, row in now.items() if id not in before
    ]
    went = [{"finding": seq, "checking": number} for id, seq in before.items() if id not in now]
    for table, rows in ((t.finding, came), (t.finding_gone, went)):
        if rows:
            connection.execute(sa.insert(table), rows)
    return number


def kept(connection: Connection, crisis: str, *, until: int | None = None) -> Crosscheck:
    """Return what stands of a crisis, or what stood after the check of a number."""
    parts: dict[str, list[Any]] = {part: [] for part in PARTS}
    # as it is written: half of the time goes where each is made a dict first
    asked = sa.select(t.finding.c.part, sa.type_coerce(t.finding.c.body, sa.Text)).where(*found_in(crisis, until))
    for part, body in connection.execute(asked.order_by(t.finding.c.seq)):
        made = record_of(PARTS[part], noted(json.loads(body))) if part == "series" else record_from(PARTS[part], body)
        parts[part].append(made)
    return Crosscheck(crisis=crisis, **{part: tuple(rows) for part, rows in parts.items()}).arranged()


def origins_of(connection: Connection, crisis: str, record: str, *, until: int) -> list[Origin]:
    """Return the origins behind one record after the check of a number, without reading what else was found."""
    # the key of an origin begins with its record
    key = begins(t.finding.c.key, f"{record}|")
    where = (t.finding.c.part == "origins", key)
    found = [record_of(Origin, row.body) for row in _standing(connection, crisis, until, *where)]
    return sorted(found, key=lambda one: one.origin)


def checks(connection: Connection, crisis: str, *, since: str | None = None) -> list[Checked]:
    """Return the checks of a crisis from a moment on (ISO, or a day), the first one first."""
    asked = sa.select(t.checking.c.seq, t.run.c.began).join(t.run).where(t.checking.c.crisis == crisis)
    if since is not None:
        asked = asked.where(t.run.c.began >= since)
    return [
        Checked(
            number=row.seq,
            at=row.began,
            came=findings(connection, t.finding.c.checking == row.seq),
            went=findings(
                connection,
                t.finding.c.seq.in_(sa.select(t.finding_gone.c.finding).where(t.finding_gone.c.checking == row.seq)),
            ),
        )
        for row in connection.execute(asked.order_by(t.checking.c.seq)).all()
    ]


def compared(
    connection: Connection, articles: Iterable[Article], made_by: str
) -> dict[tuple[str, str], tuple[Passage, ...]]:
    """Return the pairs of articles that were laid over each other before as they are now, with what they share."""
    layouts = _layouts(articles)
    return {
        (row.article_a, row.article_b): tuple(record_of(Passage, one) for one in row.passages)
        for row in connection.execute(sa.select(t.comparison)).all()
        if row.article_a in layouts
        and row.article_b in layouts
        and row.made_by == _compared_by(made_by, layouts[row.article_a], layouts[row.article_b])
    }


def keep_compared(
    connection: Connection, pairs: Compared, articles: Iterable[Article], made_by: str, *, run: int
) -> None:
    """Keep what pairs of articles share; a pair that is kept stays as it is."""
    layouts = _layouts(articles)
    rows = [
        {
            "article_a": a,
            "article_b": b,
            "made_by": _compared_by(made_by, layouts[a], layouts[b]),
            "passages": [plain(one) for one in passages],
            "run": run,
        }
        for (a, b), passages in sorted(pairs.items())
    ]
    if rows:
        connection.execute(insert(t.comparison).on_conflict_do_nothing(), rows)


def _layouts(articles: Iterable[Article]) -> dict[str, str]:
    """Return for each article how its words lie in its text: other white space leaves its id, and moves its passages."""
    return {
        article.id: content_id(article.text, [(block.kind, astuple(block.span)) for block in article.blocks])
        for article in articles
    }


def _compared_by(made_by: str, layout_a: str, layout_b: str) -> str:
    return f"{made_by} {layout_a} {layout_b}"


def _standing(connection: Connection, crisis: str, until: int | None, *where: sa.ColumnElement[bool]) -> Iterable[Any]:
    asked = sa.select(t.finding).where(*found_in(crisis, until), *where)
    return connection.execute(asked.order_by(t.finding.c.seq)).all()


def findings(connection: Connection, where: sa.ColumnElement[bool]) -> tuple[FindingRow, ...]:
    """Return the findings that a condition on their rows holds for, in the order in which they came."""
    rows = connection.execute(sa.select(t.finding).where(where).order_by(t.finding.c.seq)).all()
    return tuple(FindingRow(part=row.part, key=row.key, id=row.id, body=row.body) for row in rows)


def _added(connection: Connection, table: sa.Table, **values: Any) -> int:
    key = connection.execute(sa.insert(table).values(**values)).inserted_primary_key
    assert key is not None
    return int(key[0])
