"""A crisis in, its dossier out: every article as last read with its records as judged, and the judgements that stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from recoupe.model.account import Account, Dossier
from recoupe.model.event import DatePrecision, Event, EventModality, EventType
from recoupe.model.figure import Counted, Figure, Kind, Modality, Qualifier
from recoupe.model.moment import Moment
from recoupe.model.place import Place, PlaceName
from recoupe.model.review import FIELDS, ReviewVerdict, Standing
from recoupe.model.span import Evidence, Span
from recoupe.model.statement import Act, Form, Statement
from recoupe.store import tables as t
from recoupe.store.codec import article_from, entry_from
from recoupe.store.filters import current, of_crisis
from recoupe.store.judgements import standing
from recoupe.store.plain import record_of
from recoupe.store.reviews import of_crisis as of_crisis_judged

Record = TypeVar("Record")
Reasons = dict[str, tuple[Evidence, ...]]
_SHOWN_AS = {"low": "value", "high": "value", "since": "window", "until": "window"}
"""Fields whose evidence stands under another name."""
_NOWHERE = 1 << 40
"""Where no text of an article reaches to."""


def dossier(connection: Connection, crisis: str) -> Dossier:
    """Return the dossier of a crisis that the ledger has; a crisis without articles has an empty one.

    Its records are as people left them: see `as_judged`.
    """
    return as_judged(as_read(connection, crisis), of_crisis_judged(connection, crisis))


def as_read(connection: Connection, crisis: str) -> Dossier:
    """Return the dossier of a crisis with all records as the program read them."""
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


def as_judged(dossier: Dossier, standings: Mapping[str, Standing], *, rejected: bool = False) -> Dossier:
    """Return a dossier with corrected fields in the records that were corrected, and, unless `rejected`, without those
    that were rejected. Ids stay: they name the reading that was judged. Records that people added are not in it."""
    if not standings:
        return dossier
    accounts = tuple(_account_judged(account, standings, rejected) for account in dossier.accounts)
    return replace(dossier, accounts=accounts)


def _account_judged(account: Account, standings: Mapping[str, Standing], rejected: bool) -> Account:
    def judged(records: Mapping[str, Any]) -> dict[str, Any]:
        return {
            id: _corrected(record, standings[id]) if id in standings else record
            for id, record in records.items()
            if rejected or id not in standings or standings[id].verdict is not ReviewVerdict.REJECT
        }

    if not any(id in standings for records in (account.figures, account.statements, account.events) for id in records):
        return account
    figures = judged(account.figures)
    starts = {figure.span.start for figure in figures.values()}
    # what is a part of a figure that is none is a figure of its own
    figures = {
        id: figure if figure.part_of is None or figure.part_of in starts else replace(figure, part_of=None)
        for id, figure in figures.items()
    }
    return replace(account, figures=figures, statements=judged(account.statements), events=judged(account.events))


def _corrected(record: Any, standing: Standing) -> Any:
    """Return a record with what a person corrected in it, and whose word that is as the reason."""
    if not standing.changed or standing.row is None:
        return record
    known = FIELDS[standing.row.of]
    values = {
        name: kind(value) if (kind := known[name]) is not None and value is not None else value
        for name, value in standing.changed.items()
    }
    fields = dict.fromkeys(_SHOWN_AS.get(name, name) for name in values)
    said = tuple(Evidence(field, f"review:{standing.row.by}") for field in fields)
    return replace(record, **values, evidence=(*record.evidence, *said))


def _account(connection: Connection, row: Any) -> Account:
    reasons: dict[str, list[Evidence]] = {}
    for item in _rows(connection, t.evidence, row.reading):
        span = None if item.start is None or not 0 <= item.start <= item.end else Span(item.start, item.end)
        reasons.setdefault(item.record, []).append(Evidence(item.field, item.rule, span))
    why = {record: tuple(items) for record, items in reasons.items()}
    return Account(
        article=article_from(row, row.file),
        figures={item.id: _figure(item, row.id, why) for item in _rows(connection, t.figure, row.reading)},
        statements={item.id: _statement(item, row.id, why) for item in _rows(connection, t.statement, row.reading)},
        events={item.id: _event(item, row.id, why) for item in _rows(connection, t.event, row.reading)},
        moments=tuple(record_of(Moment, item.body) for item in _rows(connection, t.moment, row.reading)),
        places=tuple(_place(item) for item in _rows(connection, t.place, row.reading) if 0 <= item.start <= item.end),
    )


def _rows(connection: Connection, table: sa.Table, reading: int) -> Iterable[Any]:
    order = (table.c.start, table.c.seq) if "start" in table.c and table is not t.evidence else (table.c.seq,)
    return connection.execute(sa.select(table).where(table.c.reading == reading).order_by(*order)).all()


def _span(row: Any) -> Span:
    """Return where the words of a record stand. One kept with a place that no words can have stands where no text is any
    more: it goes on to be told, and its words as lost."""
    if 0 <= row.start <= row.end and row.end - row.start == len(row.text):
        return Span(row.start, row.end)
    return Span(_NOWHERE, _NOWHERE + len(row.text))


def _figure(row: Any, article: str, why: Reasons) -> Figure:
    names = ("text", "unit", "low", "high", "side", "by", "place", "place_id", "place_text", "since", "until", "source")
    return Figure(
        article=article,
        span=_span(row),
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
        span=_span(row),
        **{name: getattr(row, name) for name in ("text", "speaker", "speaker_id", "cue", "via", "said_on")},
        cue_span=None
        if row.cue_start is None or not 0 <= row.cue_start <= row.cue_end
        else Span(row.cue_start, row.cue_end),
        form=Form(row.form),
        act=Act(row.act),
        evidence=why[row.id],
    )


def _event(row: Any, article: str, why: Reasons) -> Event:
    return Event(
        article=article,
        span=_span(row),
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
