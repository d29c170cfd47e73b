"""Members and what joins them in, the families that they form out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

Member = TypeVar("Member", int, str)


class Families(Generic[Member]):
    """Members, each in a family of its own until families are joined; a family is called by its least member."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._head: dict[Member, Member] = {member: member for member in members}

    def of(self, member: Member) -> Member:
        """Return the least member of a member's family.

        >>> families = Families([1, 2, 3]); families.join(3, 2); families.of(3)
        2
        """
        head = member
        while self._head[head] != head:
            head = self._head[head]
        while self._head[member] != head:
            self._head[member], member = head, self._head[member]
        return head

    def join(self, one: Member, other: Member) -> None:
        """Make one family of two members' families."""
        first, second = sorted((self.of(one), self.of(other)))
        self._head[second] = first

    def groups(self) -> tuple[tuple[Member, ...], ...]:
        """Return the families in order, each with its members in order."""
        found: dict[Member, list[Member]] = defaultdict(list)
        for member in sorted(self._head):
            found[self.of(member)].append(member)
        return tuple(tuple(members) for members in found.values())
