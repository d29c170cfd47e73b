"""All rows of one kind as columns, in the order of the ledger; which of them a question is for, and how many have what."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from recoupe.errors import ValueUnknown
from recoupe.store.overview.asked import SHAPES, UNKNOWN, Of, Question, number_of
from recoupe.store.overview.column import Array, Column
from recoupe.store.overview.readings import Readings

KEPT = 8
"""Questions whose rows are kept at hand: the pages of one table ask the same question again and again."""


@dataclass(frozen=True, eq=False)
class Holding:
    """The rows of one kind. `seqs` are their numbers in the ledger, `readings` the place of the reading of each."""

    of: Of
    readings: Readings
    seqs: Array
    reading: Array
    columns: Mapping[str, Column]
    _rows: OrderedDict[Question, Array | None] = field(default_factory=OrderedDict)

    def rows(self, question: Question) -> Array | None:
        """Return the places of the rows that a question is for, in order; None for all of them. Errors: ValueUnknown."""
        key = _unsorted(question)
        if key in self._rows:
            return self._rows[key]
        self._rows[key] = found = self._asked(key)
        while len(self._rows) > KEPT:
            self._rows.popitem(last=False)
        return found

    def keys(self, question: Question, rows: Array) -> Array:
        """Return a number for each of some rows by which they sort as asked; rows of equal rank keep their order."""
        many = max(len(self.seqs), 1)
        if not question.sort:
            return rows.astype(np.int64)
        ranks, unknown = self._ranks(question.sort)
        ranks = ranks[rows]
        if question.descending:
            # what is unknown stays last
            ranks = np.where(ranks == unknown, unknown, unknown - 1 - ranks)
        keys: Array = ranks * many + rows
        return keys

    def counts(self, question: Question, name: str) -> tuple[Column, Array]:
        """Return a column with how many rows have each of its values, as if nothing were asked of that column."""
        rest = tuple((other, values) for other, values in question.filters if other != name)
        rows = self.rows(replace(question, filters=rest))
        if name == "article":
            many = np.bincount(self.reading if rows is None else self.reading[rows], minlength=len(self.readings.seqs))
            names = self.readings.names
            return names, np.bincount(names.codes, weights=many, minlength=len(names.values)).astype(np.int64)
        column = self.columns[name]
        return column, column.counts(rows)

    def place_of(self, seq: int) -> int:
        """Return where the row of a number stands. Errors: ValueUnknown for a number that no row has."""
        found = np.flatnonzero(self.seqs == seq)
        if not len(found):
            raise ValueUnknown("cursor", "one that a page gave")
        return int(found[0])

    def _asked(self, question: Question) -> Array | None:
        stands = self.readings.standing(question.crisis, question.as_of)
        wanted = [] if stands.all() else [stands[self.reading]]
        wanted += [self._having(name, values) for name, values in question.filters]
        if question.since or question.until:
            wanted.append(self._on_days(question.since, question.until))
        if question.low is not None or question.high is not None:
            wanted.append(self._valued(question.low, question.high))
        named = [self._naming(word) for word in question.words.split()]
        value = number_of(question.words)
        if value is not None and "value" in self.columns:
            # its parts are no words of their own; one that is hedged to both sides has the number in its words alone
            named = [self._naming(question.words) | self._bounded_by(value)]
        wanted += named
        if not wanted:
            return None
        return np.flatnonzero(np.logical_and.reduce(wanted)).astype(np.int32)

    def _having(self, name: str, values: tuple[str, ...]) -> Array:
        shape = SHAPES[self.of]
        if name == "article":
            return _either(self.readings.of_article(_bare(value) or "") for value in values)[self.reading]
        if (allowed := shape.closed.get(name)) is not None:
            for value in values:
                if value not in list(allowed):
                    raise ValueUnknown(f"{name} {value}", "one of " + ", ".join(allowed))
            return self._any([name], lambda column: (column.being(value) for value in values))
        if name in self.columns and name not in shape.named:
            return self._any([name], lambda column: (column.being(_bare(value)) for value in values))
        if name not in shape.named:
            raise ValueUnknown(f"filter {name}", "one of " + ", ".join([*shape.closed, *shape.named, "article"]))
        exact = tuple(value for value in values if _is_exact(value))
        parts = [self._any([name], lambda column: (column.being(_bare(value)) for value in exact))] if exact else []
        if loose := tuple(value for value in values if not _is_exact(value)):
            parts.append(self._any(shape.named[name], lambda column: (column.containing(value) for value in loose)))
        return _either(parts)

    def _naming(self, word: str) -> Array:
        shape = SHAPES[self.of]
        names = dict.fromkeys(column for columns in shape.named.values() for column in columns)
        if "text" in self.columns:
            names["text"] = None
        return self._any(names, lambda column: (column.containing(word),))

    def _bounded_by(self, value: float) -> Array:
        """Return for each row whether its value is this one, or begins or ends there, or its number is written so."""
        column, text = self.columns["value"], self.columns["text"]
        held = [pair is not None and value in pair for pair in column.values]
        digits = f"{value:.15g}".replace(".", "")
        written = [name.replace(" ", "") == digits for name in text.folded]
        found: Array = np.array(held)[column.codes] | np.array(written)[text.codes]
        return found

    def _valued(self, low: float | None, high: float | None) -> Array:
        """Return for each row whether what is known of its value lies between two bounds, or meets them."""
        column = self.columns.get("value")
        if column is None:
            return np.zeros(len(self.seqs), dtype=bool)
        held = [False]
        for first, last in column.values[1:]:
            start, end = last if first is None else first, first if last is None else last
            held.append((low is None or end >= low) and (high is None or start <= high))
        found: Array = np.array(held)[column.codes]
        return found

    def _any(self, names: Iterable[str], matches: Any) -> Array:
        """Return for each row whether one of some columns has a value that matches."""
        found = np.zeros(len(self.seqs), dtype=bool)
        for name in names:
            column = self.columns[name]
            by_code = _either(matches(column))
            if by_code.any():
                found |= by_code[column.codes]
        return found

    def _on_days(self, since: str | None, until: str | None) -> Array:
        first, last = (self.columns[name] for name in SHAPES[self.of].days)
        begun = [value is None or until is None or value.partition("/")[0] <= until for value in first.values]
        # a month covers its days: 2016-12~ ends after 2016-12-05 ("~" sorts behind "-")
        over = [value is None or since is None or value.rpartition("/")[2] + "~" >= since for value in last.values]
        known = (first.codes > 0) | (last.codes > 0)
        found: Array = np.array(begun)[first.codes] & np.array(over)[last.codes] & known
        return found

    def _ranks(self, sort: str) -> tuple[Array, int]:
        """Return for each row the rank of its value, and the rank of what is unknown."""
        if sort in ("article", "published"):
            column = self.readings.names if sort == "article" else self.readings.published
            return column.ranks[column.codes][self.reading], len(column.values) - 1
        if sort not in self.columns:
            raise ValueUnknown(f"sort {sort}", "one of " + ", ".join([*self.columns, "article", "published"]))
        column = self.columns[sort]
        return column.ranks[column.codes], len(column.values) - 1


def _either(matches: Iterable[Array]) -> Array:
    found: Array = np.logical_or.reduce(list(matches))
    return found


def _is_exact(value: str) -> bool:
    return value == UNKNOWN or (len(value) > 2 and value[0] == value[-1] == '"')


def _bare(value: str) -> str | None:
    """Return the whole name that a value asks for, None for unknown."""
    if value == UNKNOWN:
        return None
    return value[1:-1] if _is_exact(value) else value


def _unsorted(question: Question) -> Question:
    return replace(question, sort="", descending=False)
