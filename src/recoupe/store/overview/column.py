"""The values of one column in, small numbers out: one for each value that occurs, with the order of the values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from recoupe.store.fold import fold

Array = npt.NDArray[Any]


class Codes(dict[Any, int]):
    """The values of a column that have come so far, each with its number; 0 is for unknown. A new value gets the next one
    when it is first asked for."""

    def __init__(self) -> None:
        super().__init__({None: 0})

    def __missing__(self, value: Any) -> int:
        return self.setdefault(value, len(self))

    def of(self, values: Sequence[Any]) -> Array:
        """Return the numbers of some values."""
        return np.fromiter(map(self.__getitem__, values), dtype=np.int32, count=len(values))


@dataclass(frozen=True, eq=False)
class Column:
    """One column: `codes` has a number for each row, `values` what the numbers stand for; the first one is None."""

    codes: Array
    values: Sequence[Any]

    @classmethod
    def of(cls, codes: Array, values: Iterable[Any]) -> Column:
        """Return a column that takes as little room as its values need."""
        known = tuple(values)
        return cls(codes.astype(np.min_scalar_type(max(len(known) - 1, 0))), known)

    @classmethod
    def pairs(cls, one: Column, other: Column) -> Column:
        """Return a column of the pairs of two others; a pair of unknowns is unknown."""
        pairs = one.codes.astype(np.int64) * len(other.values) + other.codes
        found, places = np.unique(pairs, return_inverse=True)
        values = [(one.values[pair // len(other.values)], other.values[pair % len(other.values)]) for pair in found]
        if len(found) and found[0] == 0:
            return cls.of(places, [None, *values[1:]])
        return cls.of(places + 1, [None, *values])

    @cached_property
    def ranks(self) -> Array:
        """The place of each value among the values, words by the alphabet; unknown ones come last."""
        order = sorted(range(1, len(self.values)), key=lambda code: _by(self.values[code]))
        ranks = np.empty(len(self.values), dtype=np.int64)
        ranks[0] = len(order)
        ranks[order] = np.arange(len(order))
        return ranks

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The values as names are compared."""
        return tuple(fold(value) for value in self.values)

    def containing(self, words: str) -> Array:
        """Return for each value whether it contains words; accents, case and punctuation do not count."""
        asked = fold(words)
        return np.fromiter((asked in name for name in self.folded), dtype=bool, count=len(self.values)) & bool(asked)

    def being(self, value: Any) -> Array:
        """Return for each value whether it is this one, to the letter."""
        return np.fromiter((one == value for one in self.values), dtype=bool, count=len(self.values))

    def counts(self, rows: Array | None) -> Array:
        """Return how many of some rows, or of all, have each value."""
        codes = self.codes if rows is None else self.codes[rows]
        return np.bincount(codes, minlength=len(self.values))


def _by(value: Any) -> Any:
    if isinstance(value, str):
        return (fold(value), value)
    if isinstance(value, tuple):
        # an interval by its lower end, or else by its upper one; an open one after those that end
        low, high = value
        return (high if low is None else low, high is None, high or 0)
    return value
