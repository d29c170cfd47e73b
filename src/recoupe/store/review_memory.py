"""What is worked out of the reviews of a ledger file once and holds until something is added: at hand for the next question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from recoupe.model.review import Readers, RecordOf, Review, ReviewVerdict, Standing, standing_of
from recoupe.model.review_queue import Key, Progress, Queued, Why
from recoupe.store import reviews
from recoupe.store import tables as t
from recoupe.store.filters import current, of_crisis
from recoupe.store.flags import flags

_AT_ONCE = 500
GONE = 2
"""Where a record's key begins that no latest reading has: behind all others."""
_RANK = {of: at for at, of in enumerate(RecordOf)}
LOCK = Lock()
"""Held by whoever asks what is at hand: it is completed as it is asked."""


@dataclass(slots=True)
class Seen:
    """What is at hand of one ledger file, by the process that asked for it. `last` is the number of the last review in it,
    `readings` that of the last reading; the rest is by crisis, beside what it was worked out from."""

    last: int = 0
    chains: dict[str, list[Review]] = field(default_factory=dict)
    standings: dict[str, Standing] = field(default_factory=dict)
    readings: int = -1
    places: dict[str, tuple[int, int] | None] = field(default_factory=dict)
    totals: dict[str, tuple[Any, dict[RecordOf, int]]] = field(default_factory=dict)
    flagged: dict[str, tuple[Any, dict[str, Queued]]] = field(default_factory=dict)
    own: dict[str, tuple[Any, dict[str, Standing]]] = field(default_factory=dict)
    judged: dict[str, tuple[Any, Any, list[Queued]]] = field(default_factory=dict)
    progress: dict[str, tuple[Any, Progress]] = field(default_factory=dict)
    lasts: dict[str, tuple[Any, dict[str, Standing]]] = field(default_factory=dict)

    def forget_readings(self, readings: int) -> None:
        """Drop what rests on which readings there are."""
        self.readings = readings
        for held in (self.places, self.totals, self.flagged, self.own, self.judged, self.progress, self.lasts):
            held.clear()


_SEEN: WeakKeyDictionary[Engine, Seen] = WeakKeyDictionary()


def at_hand(engine: Engine, connection: Connection, crisis: str) -> AtHand:
    """Return what is at hand of a crisis, completed by what was added since. The caller holds LOCK."""
    seen = _SEEN.setdefault(engine, Seen())
    new = reviews.all_rows(connection, after=seen.last)
    for row in new:
        seen.chains.setdefault(row.record, []).append(row)
    for record in {row.record for row in new}:
        seen.standings[record] = standing_of(seen.chains[record])
    seen.last = new[-1].number if new else seen.last
    readings = int(connection.execute(sa.select(sa.func.coalesce(sa.func.max(t.reading.c.seq), 0))).scalar_one())
    if readings != seen.readings:
        seen.forget_readings(readings)
    return AtHand(connection=connection, seen=seen, crisis=crisis)


@dataclass(frozen=True, slots=True, kw_only=True)
class AtHand:
    """What is at hand of one crisis within one transaction."""

    connection: Connection
    seen: Seen
    crisis: str

    def own(self) -> dict[str, Standing]:
        """Return what stands of all records of the crisis that anybody judged."""
        state = (self.seen.last, self.filed())
        if self.seen.own.get(self.crisis, (None,))[0] != state:
            filed = sa.select(t.article_crisis.c.article_id).where(
                t.article_crisis.c.crisis == self.crisis,
                t.article_crisis.c.article_id.in_(sa.select(t.review.c.article).distinct()),
            )
            articles, chains = set(self.connection.execute(filed).scalars()), self.seen.chains
            own = {id: one for id, one in self.seen.standings.items() if chains[id][0].article in articles}
            self.seen.own[self.crisis] = (state, own)
        return self.seen.own[self.crisis][1]

    def filed(self) -> int:
        """Return how many articles were ever filed under the crisis: it grows when another one is."""
        asked = sa.select(sa.func.count()).where(t.article_crisis.c.crisis == self.crisis)
        return int(self.connection.execute(asked).scalar_one())

    def placed(self, standings: Iterable[Standing]) -> dict[str, tuple[int, int] | None]:
        """Return where records stand now: the number of the reading and the start in it, None where none has them."""
        wanted = {one.record: self.seen.chains[one.record][0] for one in standings}
        new = [row for id, row in wanted.items() if id not in self.seen.places]
        for of in RecordOf:
            self.seen.places.update(places(self.connection, of, [row.record for row in new if row.of is of]))
        for row in new:
            if row.verdict is ReviewVerdict.ADD and row.changed:
                asked = sa.select(t.reading.c.seq).join(t.article).where(t.article.c.id == row.article, current())
                reading = self.connection.execute(asked).scalar()
                self.seen.places[row.record] = None if reading is None else (reading, int(row.changed["start"]))
            self.seen.places.setdefault(row.record, None)
        return {id: self.seen.places[id] for id in wanted}

    def key(self, record: str) -> Key | None:
        """Return the place of a record in the queue of all, None where nobody judged it and no latest reading has it."""
        flagged = self.flagged()
        if record in flagged:
            return flagged[record].key
        if record in self.seen.standings:
            place = self.placed([self.seen.standings[record]])[record]
            of = self.seen.chains[record][0].of
            return (
                (GONE, 0, self.seen.standings[record].number, 0, _RANK[of], record)
                if place is None
                else plain_key(place, of, record)
            )
        for of in RecordOf:
            for id, place in places(self.connection, of, [record]).items():
                return plain_key(place, of, id)
        return None

    def flagged(self) -> dict[str, Queued]:
        """Return the records that are told differently, in their order."""
        last = sa.select(sa.func.max(t.checking.c.seq)).where(t.checking.c.crisis == self.crisis)
        state = (self.connection.execute(last).scalar(), self.filed())
        if self.seen.flagged.get(self.crisis, (None,))[0] != state:
            found = flags(self.connection, self.crisis)
            items: dict[str, Queued] = {}
            for of in RecordOf:
                for id, (reading, start) in places(self.connection, of, list(found)).items():
                    why = tuple(sorted(found[id], key=list(Why).index))
                    weight = sum(1 << (len(Why) - list(Why).index(one)) for one in why)
                    key = (0, -weight, reading, start, _RANK[of], id)
                    items[id] = Queued(record=id, of=of, why=why, key=key)
            ordered = sorted(items.values(), key=lambda one: one.key)
            self.seen.flagged[self.crisis] = (state, {one.record: one for one in ordered})
        return self.seen.flagged[self.crisis][1]

    def judged(self) -> list[Queued]:
        """Return all records that anybody judged, in their order."""
        own, flagged = self.own(), self.flagged()
        held = self.seen.judged.get(self.crisis)
        if held is None or held[0] is not own or held[1] is not flagged:
            there = self.placed(own.values())
            items = []
            for id, one in own.items():
                of, place = self.seen.chains[id][0].of, there[id]
                key = (GONE, 0, one.number, 0, _RANK[of], id) if place is None else plain_key(place, of, id)
                items.append(flagged.get(id) or Queued(record=id, of=of, why=(), key=key))
            held = (own, flagged, sorted(items, key=lambda one: one.key))
            self.seen.judged[self.crisis] = held
        return held[2]

    def totals(self) -> dict[RecordOf, int]:
        """Return how many records of each type the latest readings have."""
        filed = self.filed()
        if self.seen.totals.get(self.crisis, (None,))[0] != filed:
            asked = sa.select(t.reading.c.seq).join(t.article).where(current(), *of_crisis(self.crisis))
            numbers, counts = list(self.connection.execute(asked).scalars()), dict.fromkeys(RecordOf, 0)
            for of, table in reviews.TABLES.items():
                for at in range(0, len(numbers), _AT_ONCE):
                    held = sa.select(sa.func.count()).where(table.c.reading.in_(numbers[at : at + _AT_ONCE]))
                    counts[of] += int(self.connection.execute(held).scalar_one())
            self.seen.totals[self.crisis] = (filed, counts)
        return self.seen.totals[self.crisis][1]

    def progress(self) -> Progress:
        """Return how far the judging is."""
        own = self.own()
        if self.seen.progress.get(self.crisis, (None,))[0] is not own:
            self.seen.progress[self.crisis] = (own, self._counted(own.values()))
        return self.seen.progress[self.crisis][1]

    def lasts(self) -> dict[str, Standing]:
        """Return for each person the last record whose last word is theirs."""
        own = self.own()
        if self.seen.lasts.get(self.crisis, (None,))[0] is not own:
            ordered = sorted(own.values(), key=lambda one: one.number)
            self.seen.lasts[self.crisis] = (own, {one.row.by: one for one in ordered if one.row is not None})
        return self.seen.lasts[self.crisis][1]

    def _counted(self, standings: Iterable[Standing]) -> Progress:
        own = [one for one in standings if one.row is not None]
        there = self.placed(own)
        readers, judged, gone, added = Counter[Readers](), Counter[RecordOf](), 0, 0
        for one in own:
            if there[one.record] is None:
                gone += 1
                continue
            readers[one.readers] += 1
            if one.first is not None:
                added += one.verdict is not ReviewVerdict.REJECT
            elif one.row is not None:
                judged[one.row.of] += 1
        return Progress(
            records=self.totals(),
            judged={of: judged[of] for of in RecordOf},
            agree=readers[Readers.AGREE],
            differ=readers[Readers.DIFFER],
            one=readers[Readers.ONE],
            gone=gone,
            added=added,
        )


def places(connection: Connection, of: RecordOf, records: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Return for records of one type the number of their current reading and where they start in it."""
    table = reviews.TABLES[of]
    found = {}
    for at in range(0, len(records), _AT_ONCE):
        asked = (
            sa.select(table.c.id, table.c.reading, table.c.start)
            .join(t.reading, table.c.reading == t.reading.c.seq)
            .where(table.c.id.in_(records[at : at + _AT_ONCE]), current())
        )
        found.update({row.id: (row.reading, row.start) for row in connection.execute(asked)})
    return found


def plain_key(place: tuple[int, int], of: RecordOf, record: str) -> Key:
    """Return the key of a record that nothing flags, by where it stands."""
    return (1, 0, *place, _RANK[of], record)
