"""One crisis of a ledger in, what of it is to be judged next out: what is told differently first, then what nobody judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from recoupe.model.review import Readers, RecordOf, Standing
from recoupe.model.review_queue import Key, Progress, Queued, QueueRow, State
from recoupe.store import reviews
from recoupe.store import tables as t
from recoupe.store.connect import looking
from recoupe.store.filters import current, of_crisis
from recoupe.store.review_memory import GONE, LOCK, AtHand, at_hand, plain_key
from recoupe.store.review_rows import list_rows

_MOST = 500
"""Articles that are looked through at once, where many have nothing left to judge."""


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
        with LOCK, looking(self.engine, self.path) as connection:
            hand = at_hand(self.engine, connection, self.crisis)
            asked = after or before
            key = hand.key(asked) if asked else None
            back = before is not None
            holds = _holding(hand.own(), state, by)
            ofs = [of] if of else list(RecordOf)
            parts: Iterable[Queued] = _listed(hand, holds, ofs, state, back=back)
            if state in (State.OPEN, State.ALL):
                rest = _walk(hand, ofs, holds, key, back=back)
                parts = _chain(rest, parts) if back else _chain(parts, rest)
            items = (one for one in parts if key is None or (one.key < key if back else one.key > key))
            return list(islice(items, limit))

    def queued(self, record: str) -> Queued | None:
        """Return where a record stands in the queue of all, None where the latest reading does not have it."""
        with LOCK, looking(self.engine, self.path) as connection:
            hand = at_hand(self.engine, connection, self.crisis)
            flagged = hand.flagged()
            if record in flagged:
                return flagged[record]
            key = hand.key(record)
            return None if key is None else Queued(record=record, of=list(RecordOf)[key[4]], why=(), key=key)

    def progress(self) -> Progress:
        """Return how far the judging is."""
        with LOCK, looking(self.engine, self.path) as connection:
            hand = at_hand(self.engine, connection, self.crisis)
            return hand.progress()

    def listed(self, items: Sequence[Queued]) -> list[QueueRow]:
        """Return the records of a queue with their words and what stands of them."""
        with LOCK, looking(self.engine, self.path) as connection:
            hand = at_hand(self.engine, connection, self.crisis)
            return list_rows(connection, items, hand.seen.standings)

    def standings(self) -> dict[str, Standing]:
        """Return what stands of all records of the crisis that anybody judged."""
        with LOCK, looking(self.engine, self.path) as connection:
            return at_hand(self.engine, connection, self.crisis).own()

    def last_of(self, by: str) -> Standing | None:
        """Return the record whose last word is one person's, the latest such; that is what they can take back."""
        with LOCK, looking(self.engine, self.path) as connection:
            hand = at_hand(self.engine, connection, self.crisis)
            return hand.lasts().get(by)


def _listed(
    hand: AtHand,
    holds: Callable[[str], bool],
    ofs: Sequence[RecordOf],
    state: State,
    *,
    back: bool,
) -> Iterable[Queued]:
    """Return the part of a queue that is at hand whole: what is told differently, or all that was judged."""
    flagged = hand.flagged()
    if state in (State.OPEN, State.ALL):
        # they lie in their order
        ordered = reversed(flagged.values()) if back else flagged.values()
        return (one for one in ordered if one.of in ofs and holds(one.record))
    judged = hand.judged()
    return (
        one
        for one in (reversed(judged) if back else judged)
        if one.of in ofs and (one.key[0] == GONE) == (state is State.GONE) and holds(one.record)
    )


def _walk(
    hand: AtHand,
    ofs: Sequence[RecordOf],
    holds: Callable[[str], bool],
    key: Key | None,
    *,
    back: bool,
) -> Iterator[Queued]:
    """Yield the other records by article and place, from a key on; only the articles that are come to are read."""
    flagged = hand.flagged()
    if back and key is not None and key[0] == 0:
        return
    begin = key[2] if key is not None and key[0] == 1 else None
    order = t.reading.c.seq.desc() if back else t.reading.c.seq
    size = 2
    asked = sa.select(t.reading.c.seq).join(t.article).where(current(), *of_crisis(hand.crisis)).order_by(order)
    bound = begin
    inclusive = True
    while True:
        batch = asked
        if bound is not None:
            seq = t.reading.c.seq
            low = seq <= bound if inclusive else seq < bound
            high = seq >= bound if inclusive else seq > bound
            batch = asked.where(low if back else high)
        numbers = list(hand.connection.execute(batch.limit(size)).scalars())
        if not numbers:
            return
        items = []
        for of in ofs:
            table = reviews.TABLES[of]
            rows = sa.select(table.c.id, table.c.reading, table.c.start).where(table.c.reading.in_(numbers))
            for row in hand.connection.execute(rows):
                if row.id not in flagged and holds(row.id):
                    place = plain_key((row.reading, row.start), of, row.id)
                    items.append(Queued(record=row.id, of=of, why=(), key=place))
        yield from sorted(items, key=lambda one: one.key, reverse=back)
        bound, inclusive, size = numbers[-1], False, min(size * 2, _MOST)


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
