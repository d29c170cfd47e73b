"""One crisis of a ledger in, what of it is to be judged next out: what is told differently first, then what nobody judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from recoupe.model.review import Readers, RecordOf, Review, Standing, Verdict, standing_of
from recoupe.model.review_queue import Key, Progress, Queued, QueueRow, State, Why
from recoupe.store import reviews
from recoupe.store import tables as t
from recoupe.store.connect import looking
from recoupe.store.filters import current, of_crisis
from recoupe.store.flags import flags
from recoupe.store.review_rows import list_rows

_AT_ONCE = 500
_GONE = 2
"""Where a record's key begins that no latest reading has: behind all others."""
_RANK = {of: at for at, of in enumerate(RecordOf)}


@dataclass(slots=True)
class _Seen:
    """What was worked out of one ledger file and holds until something is added: kept per process, never asked twice."""

    last: int = 0
    chains: dict[str, list[Review]] | None = None
    standings: dict[str, Standing] | None = None
    readings: int = -1
    places: dict[str, tuple[int, int] | None] | None = None
    totals: dict[str, tuple[Any, dict[RecordOf, int]]] | None = None
    flagged: dict[str, tuple[Any, dict[str, Queued]]] | None = None
    own: dict[str, tuple[Any, dict[str, Standing]]] | None = None
    judged: dict[str, tuple[Any, Any, list[Queued]]] | None = None
    progress: dict[str, tuple[Any, Progress]] | None = None
    lasts: dict[str, tuple[Any, dict[str, Standing]]] | None = None


_SEEN: WeakKeyDictionary[Engine, _Seen] = WeakKeyDictionary()
_LOCK = Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewBook:
    """The judging of one crisis of a ledger file; nothing here writes."""

    engine: Engine
    path: Path
    crisis: str

    def queue(
        self,
        *,
        of: RecordOf | None = None,
        state: State = State.OPEN,
        after: str | None = None,
        before: str | None = None,
        limit: int = 20,
        by: str | None = None,
    ) -> list[Queued]:
        """Return the records of a queue behind one (`after`), or those before one, the nearest first.

        `by` is who asks: what awaits a second reader awaits another one than the first.
        """
        with _LOCK, looking(self.engine, self.path) as connection:
            seen = self._refreshed(connection)
            asked = after or before
            key = self._key(connection, seen, asked) if asked else None
            back = before is not None
            holds = _holding(self._own(connection, seen), state, by)
            ofs = [of] if of else list(RecordOf)
            parts: Iterable[Queued] = self._listed(connection, seen, holds, ofs, state, back=back)
            if state in (State.OPEN, State.ALL):
                rest = self._walk(connection, seen, ofs, holds, key, back=back)
                parts = _chain(rest, parts) if back else _chain(parts, rest)
            items = (one for one in parts if key is None or (one.key < key if back else one.key > key))
            return list(islice(items, limit))

    def queued(self, record: str) -> Queued | None:
        """Return where a record stands in the queue of all, None where the latest reading does not have it."""
        with _LOCK, looking(self.engine, self.path) as connection:
            seen = self._refreshed(connection)
            flagged = self._flagged(connection, seen)
            if record in flagged:
                return flagged[record]
            key = self._key(connection, seen, record)
            return None if key is None else Queued(record=record, of=list(RecordOf)[key[4]], why=(), key=key)

    def progress(self) -> Progress:
        """Return how far the judging is."""
        with _LOCK, looking(self.engine, self.path) as connection:
            seen = self._refreshed(connection)
            own = self._own(connection, seen)
            assert seen.progress is not None
            if seen.progress.get(self.crisis, (None,))[0] is not own:
                seen.progress[self.crisis] = (own, self._counted(connection, seen, own.values()))
            return seen.progress[self.crisis][1]

    def listed(self, items: Sequence[Queued]) -> list[QueueRow]:
        """Return the records of a queue with their words and what stands of them."""
        with _LOCK, looking(self.engine, self.path) as connection:
            seen = self._refreshed(connection)
            assert seen.standings is not None
            return list_rows(connection, items, seen.standings)

    def standings(self) -> dict[str, Standing]:
        """Return what stands of all records of the crisis that anybody judged."""
        with _LOCK, looking(self.engine, self.path) as connection:
            return self._own(connection, self._refreshed(connection))

    def last_of(self, by: str) -> Standing | None:
        """Return the record whose last word is one person's, the latest such; that is what they can take back."""
        with _LOCK, looking(self.engine, self.path) as connection:
            seen = self._refreshed(connection)
            own = self._own(connection, seen)
            assert seen.lasts is not None
            if seen.lasts.get(self.crisis, (None,))[0] is not own:
                ordered = sorted(own.values(), key=lambda one: one.number)
                seen.lasts[self.crisis] = (own, {one.row.by: one for one in ordered if one.row is not None})
            return seen.lasts[self.crisis][1].get(by)

    def _refreshed(self, connection: Connection) -> _Seen:
        seen = _SEEN.setdefault(self.engine, _Seen())
        if seen.chains is None or seen.standings is None:
            seen.chains, seen.standings = {}, {}
        new = reviews.all_rows(connection, after=seen.last)
        for row in new:
            seen.chains.setdefault(row.record, []).append(row)
        for record in {row.record for row in new}:
            seen.standings[record] = standing_of(seen.chains[record])
        seen.last = new[-1].number if new else seen.last
        readings = int(connection.execute(sa.select(sa.func.coalesce(sa.func.max(t.reading.c.seq), 0))).scalar_one())
        if readings != seen.readings or seen.places is None:
            seen.readings, seen.places, seen.totals, seen.flagged = readings, {}, {}, {}
            seen.own, seen.judged, seen.progress, seen.lasts = {}, {}, {}, {}
        return seen

    def _counted(self, connection: Connection, seen: _Seen, standings: Iterable[Standing]) -> Progress:
        own = [one for one in standings if one.row is not None]
        there = self._placed(connection, seen, own)
        readers, judged, gone, added = Counter[Readers](), Counter[RecordOf](), 0, 0
        for one in own:
            if there[one.record] is None:
                gone += 1
                continue
            readers[one.readers] += 1
            if one.first is not None:
                added += one.verdict is not Verdict.REJECT
            elif one.row is not None:
                judged[one.row.of] += 1
        return Progress(
            records=self._totals(connection, seen),
            judged={of: judged[of] for of in RecordOf},
            agree=readers[Readers.AGREE],
            differ=readers[Readers.DIFFER],
            one=readers[Readers.ONE],
            gone=gone,
            added=added,
        )

    def _own(self, connection: Connection, seen: _Seen) -> dict[str, Standing]:
        assert seen.standings is not None
        assert seen.chains is not None
        assert seen.own is not None
        state = (seen.last, self._filed(connection))
        if seen.own.get(self.crisis, (None,))[0] != state:
            filed = sa.select(t.article_crisis.c.article_id).where(
                t.article_crisis.c.crisis == self.crisis,
                t.article_crisis.c.article_id.in_(sa.select(t.review.c.article).distinct()),
            )
            articles, chains = set(connection.execute(filed).scalars()), seen.chains
            own = {id: one for id, one in seen.standings.items() if chains[id][0].article in articles}
            seen.own[self.crisis] = (state, own)
        return seen.own[self.crisis][1]

    def _filed(self, connection: Connection) -> int:
        """Return how many articles were ever filed under the crisis: it grows when another one is."""
        asked = sa.select(sa.func.count()).where(t.article_crisis.c.crisis == self.crisis)
        return int(connection.execute(asked).scalar_one())

    def _placed(
        self, connection: Connection, seen: _Seen, standings: Iterable[Standing]
    ) -> dict[str, tuple[int, int] | None]:
        """Return where records stand now: the number of the reading and the start in it, None where none has them."""
        assert seen.places is not None and seen.chains is not None
        wanted = {one.record: seen.chains[one.record][0] for one in standings}
        new = [row for id, row in wanted.items() if id not in seen.places]
        for of in RecordOf:
            seen.places.update(places(connection, of, [row.record for row in new if row.of is of]))
        for row in new:
            if row.verdict is Verdict.ADD and row.changed:
                asked = sa.select(t.reading.c.seq).join(t.article).where(t.article.c.id == row.article, current())
                reading = connection.execute(asked).scalar()
                seen.places[row.record] = None if reading is None else (reading, int(row.changed["start"]))
            seen.places.setdefault(row.record, None)
        return {id: seen.places[id] for id in wanted}

    def _key(self, connection: Connection, seen: _Seen, record: str) -> Key | None:
        flagged = self._flagged(connection, seen)
        if record in flagged:
            return flagged[record].key
        assert seen.standings is not None
        if record in seen.standings:
            place = self._placed(connection, seen, [seen.standings[record]])[record]
            of = seen.chains[record][0].of if seen.chains else RecordOf.FIGURE
            return (
                (_GONE, 0, seen.standings[record].number, 0, _RANK[of], record)
                if place is None
                else _plain(place, of, record)
            )
        for of in RecordOf:
            for id, place in places(connection, of, [record]).items():
                return _plain(place, of, id)
        return None

    def _flagged(self, connection: Connection, seen: _Seen) -> dict[str, Queued]:
        assert seen.flagged is not None
        last = sa.select(sa.func.max(t.checking.c.seq)).where(t.checking.c.crisis == self.crisis)
        state = (connection.execute(last).scalar(), self._filed(connection))
        if seen.flagged.get(self.crisis, (None,))[0] != state:
            found = flags(connection, self.crisis)
            items: dict[str, Queued] = {}
            for of in RecordOf:
                for id, (reading, start) in places(connection, of, list(found)).items():
                    why = tuple(sorted(found[id], key=list(Why).index))
                    weight = sum(1 << (len(Why) - list(Why).index(one)) for one in why)
                    key = (0, -weight, reading, start, _RANK[of], id)
                    items[id] = Queued(record=id, of=of, why=why, key=key)
            ordered = sorted(items.values(), key=lambda one: one.key)
            seen.flagged[self.crisis] = (state, {one.record: one for one in ordered})
        return seen.flagged[self.crisis][1]

    def _listed(
        self,
        connection: Connection,
        seen: _Seen,
        holds: Callable[[str], bool],
        ofs: Sequence[RecordOf],
        state: State,
        *,
        back: bool,
    ) -> Iterable[Queued]:
        """Return the part of a queue that is at hand whole: what is told differently, or all that was judged."""
        flagged = self._flagged(connection, seen)
        if state in (State.OPEN, State.ALL):
            # they lie in their order
            ordered = reversed(flagged.values()) if back else flagged.values()
            return (one for one in ordered if one.of in ofs and holds(one.record))
        judged = self._judged(connection, seen)
        return (
            one
            for one in (reversed(judged) if back else judged)
            if one.of in ofs and (one.key[0] == _GONE) == (state is State.GONE) and holds(one.record)
        )

    def _judged(self, connection: Connection, seen: _Seen) -> list[Queued]:
        """Return all records that anybody judged, in their order."""
        own, flagged = self._own(connection, seen), self._flagged(connection, seen)
        assert seen.judged is not None
        assert seen.chains is not None
        held = seen.judged.get(self.crisis)
        if held is None or held[0] is not own or held[1] is not flagged:
            there = self._placed(connection, seen, own.values())
            items = []
            for id, one in own.items():
                of, place = seen.chains[id][0].of, there[id]
                key = (_GONE, 0, one.number, 0, _RANK[of], id) if place is None else _plain(place, of, id)
                items.append(flagged.get(id) or Queued(record=id, of=of, why=(), key=key))
            held = (own, flagged, sorted(items, key=lambda one: one.key))
            seen.judged[self.crisis] = held
        return held[2]

    def _walk(
        self,
        connection: Connection,
        seen: _Seen,
        ofs: Sequence[RecordOf],
        holds: Callable[[str], bool],
        key: Key | None,
        *,
        back: bool,
    ) -> Iterator[Queued]:
        """Yield the other records by article and place, from a key on; only the articles that are come to are read."""
        flagged = self._flagged(connection, seen)
        if back and key is not None and key[0] == 0:
            return
        begin = key[2] if key is not None and key[0] == 1 else None
        order = t.reading.c.seq.desc() if back else t.reading.c.seq
        size = 2
        asked = sa.select(t.reading.c.seq).join(t.article).where(current(), *of_crisis(self.crisis)).order_by(order)
        bound = begin
        inclusive = True
        while True:
            batch = asked
            if bound is not None:
                seq = t.reading.c.seq
                low = seq <= bound if inclusive else seq < bound
                high = seq >= bound if inclusive else seq > bound
                batch = asked.where(low if back else high)
            numbers = list(connection.execute(batch.limit(size)).scalars())
            if not numbers:
                return
            items = []
            for of in ofs:
                table = reviews.TABLES[of]
                rows = sa.select(table.c.id, table.c.reading, table.c.start).where(table.c.reading.in_(numbers))
                for row in connection.execute(rows):
                    if row.id not in flagged and holds(row.id):
                        place = _plain((row.reading, row.start), of, row.id)
                        items.append(Queued(record=row.id, of=of, why=(), key=place))
            yield from sorted(items, key=lambda one: one.key, reverse=back)
            bound, inclusive, size = numbers[-1], False, min(size * 2, _AT_ONCE)

    def _totals(self, connection: Connection, seen: _Seen) -> dict[RecordOf, int]:
        assert seen.totals is not None
        filed = self._filed(connection)
        if seen.totals.get(self.crisis, (None,))[0] != filed:
            asked = sa.select(t.reading.c.seq).join(t.article).where(current(), *of_crisis(self.crisis))
            numbers, counts = list(connection.execute(asked).scalars()), dict.fromkeys(RecordOf, 0)
            for of, table in reviews.TABLES.items():
                for at in range(0, len(numbers), _AT_ONCE):
                    held = sa.select(sa.func.count()).where(table.c.reading.in_(numbers[at : at + _AT_ONCE]))
                    counts[of] += int(connection.execute(held).scalar_one())
            seen.totals[self.crisis] = (filed, counts)
        return seen.totals[self.crisis][1]


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


def _plain(place: tuple[int, int], of: RecordOf, record: str) -> Key:
    return (1, 0, *place, _RANK[of], record)


def _holding(standings: Mapping[str, Standing], state: State, by: str | None) -> Callable[[str], bool]:
    """Return whether a record is in the queue of a state."""

    def judged(record: str) -> bool:
        return record in standings and standings[record].row is not None

    match state:
        case State.ALL:
            return lambda _: True
        case State.OPEN:
            return lambda record: not judged(record)
        case State.JUDGED | State.GONE:
            return judged
        case State.DIFFER:
            return lambda record: judged(record) and standings[record].readers is Readers.DIFFER
        case State.SECOND:
            return lambda record: (
                judged(record) and standings[record].readers is Readers.ONE and standings[record].names != (by,)
            )


def _chain(*parts: Iterable[Queued]) -> Iterator[Queued]:
    for part in parts:
        yield from part
