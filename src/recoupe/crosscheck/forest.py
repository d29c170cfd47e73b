"""Things and joins between them in, the groups that hang together out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

T = TypeVar("T", str, int, tuple[str, ...])


class Forest(Generic[T]):
    """Groups of things that hang together through joins; what was never joined is a group of its own."""

    def __init__(self, things: Iterable[T] = ()) -> None:
        self._above: dict[T, T] = {thing: thing for thing in things}

    def top(self, thing: T) -> T:
        """Return the thing that stands for a group: the least of it, whatever the order of the joins."""
        self._above.setdefault(thing, thing)
        top = thing
        while self._above[top] != top:
            top = self._above[top]
        while self._above[thing] != top:
            self._above[thing], thing = top, self._above[thing]
        return top

    def join(self, one: T, other: T) -> None:
        least, more = sorted((self.top(one), self.top(other)))
        self._above[more] = least

    def groups(self) -> list[list[T]]:
        """Return the groups, each in order, in the order of their least."""
        found: dict[T, list[T]] = defaultdict(list)
        for thing in sorted(self._above):
            found[self.top(thing)].append(thing)
        return [found[top] for top in sorted(found)]
