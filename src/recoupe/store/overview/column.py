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


class Codes:
    """The values of a column that have come so far, each with its number; 0 is for unknown."""

    def __init__(self) -> None:
        self.values: list[Any] = [None]
        self._codes: dict[Any, int] = {None: 0}

    def of(self, values: Sequence[Any]) -> Array:
        """Return the numbers of some values; a new value gets the next one."""
        codes = self._codes
        for value in dict.fromkeys(values):
            if value not in codes:
                codes[value] = len(self.values)
                self.values.append(value)
        return np.fromiter(map(codes.__getitem__, values), dtype=np.int32, count=len(values))


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
    return (fold(value), value) if isinstance(value, str) else value
