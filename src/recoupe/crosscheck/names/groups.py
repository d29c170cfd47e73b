"""Names and links between them in, groups of those that mean the same out, with the way from one to the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recoupe.crosscheck.names.spelling import folded

SPELLED = "the same letters but for case, accents and hyphens"


@dataclass(frozen=True, slots=True)
class Link:
    """Two names that mean the same, and why."""

    one: str
    other: str
    why: str


class Groups:
    """Names of one kind in groups of those that mean the same: links are taken in order, and one that would bring two
    parted names together is left out."""

    def __init__(self, names: Iterable[str]) -> None:
        self._known = sorted(set(names))
        self._group = {name: frozenset((name,)) for name in self._known}
        self._links: dict[str, list[Link]] = defaultdict(list)
        self._apart: set[frozenset[str]] = set()
        self._by_fold: dict[tuple[str, ...], set[frozenset[str]]] = {}

    def part(self, one: str, other: str) -> None:
        self._apart.add(frozenset((one, other)))

    def join(self, links: Sequence[Link], *, all_or_none: bool) -> None:
        """Join what the links bind. With `all_or_none` links that together would connect parted names are all left
        out, since nothing tells which of them is the wrong one; without, those are kept that come first."""
        for batch in _connected(links, self._group) if all_or_none else [[link] for link in links]:
            members = frozenset().union(*(self._group[name] for link in batch for name in (link.one, link.other)))
            if any(pair <= members for pair in self._apart):
                continue
            for link in batch:
                if self._group[link.one] != self._group[link.other] or len(batch) > 1:
                    self._links[link.one].append(link)
                    self._links[link.other].append(link)
            for name in members:
                self._group[name] = members

    def close(self, preferred: frozenset[str]) -> None:
        """Choose the name that stands for each group, of those that the articles say where they say any."""
        self._keys: dict[str, str] = {}
        for name in self._known:
            said = self._group[name] & preferred or self._group[name]
            self._keys[name] = min(said, key=lambda one: (-len(one), one))
            self._by_fold.setdefault(folded(name), set()).add(self._group[name])

    def key(self, name: str) -> str:
        if name in self._keys:
            return self._keys[name]
        groups = self._by_fold.get(folded(name), set())
        return self._keys[min(next(iter(groups)))] if len(groups) == 1 else name

    def names(self) -> list[str]:
        return self._known

    def why(self, one: str, other: str) -> str | None:
        if one == other or self.key(one) != self.key(other):
            return None
        before: dict[str, Link | None] = {one: None}
        queue = [one]
        for name in queue:
            for link in sorted(self._links[name], key=lambda link: (link.one, link.other, link.why)):
                onward = link.other if link.one == name else link.one
                if onward not in before:
                    before[onward] = link
                    queue.append(onward)
        steps, at = list[str](), other
        while (step := before.get(at)) is not None:
            if step.why not in steps:
                steps.append(step.why)
            at = step.one if step.other == at else step.other
        return "; ".join(reversed(steps)) or SPELLED


def _connected(links: Sequence[Link], group: dict[str, frozenset[str]]) -> list[list[Link]]:
    """Return the links in batches of those that hang together, through each other or through what is joined already."""
    top: dict[str, str] = {}

    def find(name: str) -> str:
        name = min(group[name])
        while top.get(name, name) != name:
            name = top[name]
        return name

    for link in links:
        one, other = sorted((find(link.one), find(link.other)))
        top[other] = one
    batches: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        batches[find(link.one)].append(link)
    return list(batches.values())
