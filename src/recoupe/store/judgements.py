"""What people judged of names: kept with who, when and why, taken back by a further row, never altered."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from recoupe.errors import NotInLedger, ValueUnknown
from recoupe.model.judgement import Judgement, NameOf
from recoupe.store import tables as t
from recoupe.store.ids import SQLITE_LARGEST


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementRow:
    """One judgement as it was recorded. `takes_back` is the number of the judgement that it undoes; `stands` says whether
    it counts at the next check: neither taken back nor overruled by a later one on the same names."""

    number: int
    crisis: str
    of: str
    one: str
    other: str
    same: bool
    by: str
    at: str
    why: str
    takes_back: int | None
    stands: bool


def judge(connection: Connection, crisis: str, judgement: Judgement, *, run: int) -> int:
    """Keep a judgement and return its number. Errors: ValueUnknown where it says nothing, or what no text can hold."""
    _storable(judgement.one, judgement.other, judgement.by, judgement.why)
    one, other = sorted((judgement.one.strip(), judgement.other.strip()))
    if not one or one == other:
        raise ValueUnknown("two names", "a judgement is on two different names")
    if not judgement.by.strip() or not judgement.why.strip():
        raise ValueUnknown("a judgement", "it says by whom and why")
    row = {"of": judgement.of.value, "one": one, "other": other, "same": judgement.same}
    return _added(connection, crisis=crisis, **row, by=judgement.by.strip(), why=judgement.why.strip(), run=run)


def take_back(connection: Connection, crisis: str, number: int, *, by: str, why: str, run: int) -> None:
    """Undo a judgement on a crisis; both stay. Errors: NotInLedger where there is none that could be taken back;
    ValueUnknown where nothing says by whom and why."""
    _storable(by, why)
    if not by.strip() or not why.strip():
        raise ValueUnknown("taking back", "it says by whom and why")
    asked = sa.select(t.judgement).where(t.judgement.c.seq == number, t.judgement.c.crisis == crisis)
    row = connection.execute(asked).first() if 0 < number <= SQLITE_LARGEST else None
    undone = sa.select(t.judgement.c.seq).where(t.judgement.c.takes_back == number)
    if row is None or row.takes_back is not None or connection.execute(undone).first():
        raise NotInLedger(str(number), "a judgement that stands has a number in `recoupe judgements`")
    kept = {name: row._mapping[name] for name in ("crisis", "of", "one", "other", "same")}
    _added(connection, **kept, by=by.strip(), why=why.strip(), takes_back=number, run=run)


def judgements(connection: Connection, crisis: str | None) -> list[JudgementRow]:
    """Return all judgements in the order they were made."""
    asked = sa.select(t.judgement, t.run.c.began.label("at")).join(t.run, t.judgement.c.run == t.run.c.seq)
    if crisis is not None:
        asked = asked.where(t.judgement.c.crisis == crisis)
    rows = connection.execute(asked.order_by(t.judgement.c.seq)).all()
    undone = {row.takes_back for row in rows if row.takes_back is not None}
    last = {}
    for row in rows:
        if row.takes_back is None and row.seq not in undone:
            last[row.crisis, row.of, row.one, row.other] = row.seq
    names = [name for name in JudgementRow.__dataclass_fields__ if name not in ("number", "stands")]
    return [
        JudgementRow(number=row.seq, stands=row.seq in last.values(), **{name: getattr(row, name) for name in names})
        for row in rows
    ]


def standing(connection: Connection, crisis: str) -> tuple[Judgement, ...]:
    """Return the judgements that count, by the names they are on."""
    found = [row for row in judgements(connection, crisis) if row.stands]
    return tuple(
        Judgement(of=NameOf(row.of), one=row.one, other=row.other, same=row.same, by=row.by, at=row.at, why=row.why)
        for row in sorted(found, key=lambda row: (row.of, row.one, row.other))
    )


def _storable(*words: str) -> None:
    """Refuse what a terminal in another encoding makes of a name. Errors: ValueUnknown."""
    for word in words:
        if any("\ud800" <= sign <= "\udfff" for sign in word):
            raise ValueUnknown(ascii(word), "words in UTF-8")


def _added(connection: Connection, **values: object) -> int:
    key = connection.execute(sa.insert(t.judgement).values(**values)).inserted_primary_key
    assert key is not None
    return int(key[0])
