"""A crisis in, its dossier out: every article as last read with its records, and the judgements that stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from recoupe.model.account import Account, Dossier
from recoupe.model.event import DatePrecision, Event, EventModality, EventType
from recoupe.model.figure import Counted, Figure, Kind, Modality, Qualifier
from recoupe.model.moment import Moment
from recoupe.model.place import Place, PlaceName
from recoupe.model.span import Evidence, Span
from recoupe.model.statement import Act, Form, Statement
from recoupe.store import tables as t
from recoupe.store.codec import article_from, entry_from
from recoupe.store.filters import current, of_crisis
from recoupe.store.judgements import standing
from recoupe.store.plain import record_of

Record = TypeVar("Record")
Reasons = dict[str, tuple[Evidence, ...]]


def dossier(connection: Connection, crisis: str) -> Dossier:
    """Return the dossier of a crisis that the ledger has; a crisis without articles has an empty one."""
    asked = (
        sa.select(t.article, t.reading.c.name.label("file"), t.reading.c.seq.label("reading"))
        .join(t.reading, t.reading.c.article == t.article.c.seq)
        .where(current(), *of_crisis(crisis))
    )
    accounts = [_account(connection, row) for row in connection.execute(asked).all()]
    return Dossier(
        crisis=crisis,
        accounts=tuple(sorted(accounts, key=lambda account: account.article.id)),
        judgements=standing(connection, crisis),
    )


def _account(connection: Connection, row: Any) -> Account:
    reasons: dict[str, list[Evidence]] = {}
    for item in _rows(connection, t.evidence, row.reading):
        span = None if item.start is None else Span(item.start, item.end)
        reasons.setdefault(item.record, []).append(Evidence(item.field, item.rule, span))
    why = {record: tuple(items) for record, items in reasons.items()}
    return Account(
        article=article_from(row, row.file),
        figures={item.id: _figure(item, row.id, why) for item in _rows(connection, t.figure, row.reading)},
        statements={item.id: _statement(item, row.id, why) for item in _rows(connection, t.statement, row.reading)},
        events={item.id: _event(item, row.id, why) for item in _rows(connection, t.event, row.reading)},
        moments=tuple(record_of(Moment, item.body) for item in _rows(connection, t.moment, row.reading)),
        places=tuple(_place(item) for item in _rows(connection, t.place, row.reading)),
    )


def _rows(connection: Connection, table: sa.Table, reading: int) -> Iterable[Any]:
    order = (table.c.start, table.c.seq) if "start" in table.c and table is not t.evidence else (table.c.seq,)
    return connection.execute(sa.select(table).where(table.c.reading == reading).order_by(*order)).all()


def _figure(row: Any, article: str, why: Reasons) -> Figure:
    names = ("text", "unit", "low", "high", "side", "by", "place", "place_id", "place_text", "since", "until", "source")
    return Figure(
        article=article,
        span=Span(row.start, row.end),
        **{name: getattr(row, name) for name in (*names, "part_of")},
        qualifier=Qualifier(row.qualifier),
        kind=Kind(row.kind),
        counted=Counted(row.counted),
        modality=Modality(row.modality),
        evidence=why[row.id],
    )


def _statement(row: Any, article: str, why: Reasons) -> Statement:
    return Statement(
        article=article,
        span=Span(row.start, row.end),
        **{name: getattr(row, name) for name in ("text", "speaker", "speaker_id", "cue", "via", "said_on")},
        cue_span=None if row.cue_start is None else Span(row.cue_start, row.cue_end),
        form=Form(row.form),
        act=Act(row.act),
        evidence=why[row.id],
    )


def _event(row: Any, article: str, why: Reasons) -> Event:
    return Event(
        article=article,
        span=Span(row.start, row.end),
        **{name: getattr(row, name) for name in ("text", "mode", "actor", "target", "place", "place_id", "date")},
        type=EventType(row.type),
        date_precision=DatePrecision(row.date_precision) if row.date_precision else None,
        modality=EventModality(row.modality),
        evidence=why[row.id],
    )


def _place(row: Any) -> Place:
    return Place(
        name=PlaceName(span=Span(row.start, row.end), name=row.name, head=row.head, role=row.role, rule=row.rule),
        entry=entry_from(row.entry) if row.entry else None,
        score=row.score,
        alternatives=tuple(map(entry_from, row.alternatives)),
        parent=row.parent,
        precision=row.precision,
    )
