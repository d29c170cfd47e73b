"""Questions in, the numbers of the rows of one page out, with how many there are and how many have which value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

import numpy as np
from sqlalchemy.engine import Engine

from recoupe.errors import ValueUnknown
from recoupe.store.connect import looking
from recoupe.store.filters import hold_crisis
from recoupe.store.overview.asked import SHAPES, Of, Question
from recoupe.store.overview.column import Array
from recoupe.store.overview.holding import Holding
from recoupe.store.overview.loading import Loader

END = "end"
"""What stands for the end of all rows, where a page before it is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One page of rows by their numbers in the ledger. `total` counts all that the question is for, `first` is the place
    of the first row of the page among them, from 1 on; `before` and `after` say whether there are rows on either side."""

    seqs: tuple[int, ...]
    total: int
    first: int
    before: bool
    after: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """How many of the rows have which value of one column, the most frequent first; None is unknown. `more` counts the
    values that are not listed."""

    name: str
    values: tuple[tuple[str | None, int], ...]
    more: int


@dataclass(frozen=True, eq=False)
class Overview:
    """The records of one ledger file in columns. They are loaded when first asked for, and then kept up with the file."""

    engine: Engine
    path: Path
    _lock: Lock = field(default_factory=Lock)
    _loaders: dict[Of, Loader] = field(default_factory=dict)
    _held: dict[Of, Holding] = field(default_factory=dict)

    def page(
        self, question: Question, *, size: int, after: int | None = None, before: int | str | None = None
    ) -> Answer:
        """Return a page of at most `size` rows: the first, or those after the row of a number, or before one.

        Errors: CrisisUnknown; ValueUnknown for what cannot be asked, and for the number of no row.
        """
        held = self._holding(question)
        rows = _all_of(held, question)
        keys = held.keys(question, rows)
        if after is not None:
            left = keys > _key(held, question, after)
        elif before is not None and before != END:
            left = keys < _key(held, question, int(before))
        else:
            left = None
        chosen = keys if left is None else keys[left]
        first_wanted = before is None
        shown = _least(chosen, size) if first_wanted else -_least(-chosen, size)[::-1]
        first = int(np.count_nonzero(keys < shown[0])) if len(shown) else 0
        many = max(len(held.seqs), 1)
        return Answer(
            seqs=tuple(int(seq) for seq in held.seqs[shown % many]),
            total=len(rows),
            first=first + 1 if len(shown) else 0,
            before=first > 0,
            after=first + len(shown) < len(rows),
        )

    def all(self, question: Question) -> Iterator[int]:
        """Yield the numbers of all rows that a question is for, in the order asked for. Errors: as `page`."""
        held = self._holding(question)
        rows = _all_of(held, question)
        if question.sort:
            rows = rows[np.argsort(held.keys(question, rows))]
        for at in range(0, len(rows), 1000):
            yield from held.seqs[rows[at : at + 1000]].tolist()

    def count(self, question: Question) -> int:
        """Return how many rows a question is for. Errors: as `page`."""
        held = self._holding(question)
        rows = held.rows(question)
        return len(held.seqs) if rows is None else len(rows)

    def facets(self, question: Question, *, most: int = 12) -> tuple[Facet, ...]:
        """Return for each facet how many of the rows have which value, at most so many values, and those asked for.

        What is asked of a column itself is left out of its own counts: they tell what choosing another value would give.
        """
        held = self._holding(question)
        return tuple(_facet(held, question, name, most) for name in SHAPES[question.of].facets)

    def days(self, crisis: str) -> tuple[str | None, str | None]:
        """Return the days of the first and of the last dated article of a crisis. Errors: CrisisUnknown."""
        return self._holding(Question(of=Of.ARTICLES, crisis=crisis)).readings.days(crisis)

    def _holding(self, question: Question) -> Holding:
        # one at a time from before the look on: who looked earlier would know fewer readings than there are
        with self._lock, looking(self.engine, self.path) as connection:
            hold_crisis(connection, question.crisis)
            loader = self._loaders.setdefault(question.of, Loader(question.of))
            held = self._held[question.of] = loader.load(connection, self._held.get(question.of))
            return held


def _all_of(held: Holding, question: Question) -> Array:
    rows = held.rows(question)
    return np.arange(len(held.seqs), dtype=np.int32) if rows is None else rows


def _key(held: Holding, question: Question, seq: int) -> int:
    """Return where a row sorts, whether or not the question is for it."""
    place = np.array([held.place_of(seq)])
    return int(held.keys(question, place)[0])


def _least(keys: Array, size: int) -> Array:
    """Return the least of some keys, in order."""
    if size < 1:
        raise ValueUnknown(f"size {size}", "a page has one row or more")
    some = keys if len(keys) <= size else np.partition(keys, size)[:size]
    return np.sort(some)


def _facet(held: Holding, question: Question, name: str, most: int) -> Facet:
    column, counts = held.counts(question, name)
    found = np.flatnonzero(counts)
    order = found[np.lexsort((column.ranks[found], -counts[found]))]
    asked = {value for other, values in question.filters if other == name for value in values}
    shown = list(order[:most])
    if asked:
        values = ((code, column.values[code]) for code in order[most:])
        shown += [code for code, value in values if value in asked or f'"{value}"' in asked]
    return Facet(
        name=name,
        values=tuple((column.values[code], int(counts[code])) for code in shown),
        more=len(order) - len(shown),
    )
