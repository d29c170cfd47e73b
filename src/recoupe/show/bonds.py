"""What a check found in, the same by article, by record and by id out, for those who show one of them at a time."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import combinations, product
from threading import Lock
from typing import Any, TypeVar

from recoupe.model.crosscheck import Crosscheck
from recoupe.model.dating import Dating
from recoupe.model.dispute import Dispute
from recoupe.model.origin import Origin
from recoupe.model.passage import Copying, Direction, Lineage, Passage
from recoupe.model.series import Agreement, Verdict
from recoupe.model.timeline import Entry
from recoupe.model.withdrawal import Withdrawal

_KEPT = 4
_CORRECTED = (" itself gives the lower number later:", " itself takes back ")
"""What the check says of a source that corrects itself."""
Made = TypeVar("Made")


class Bonds:
    """The findings of one check, each part looked up as soon as it is asked for. All of it is made of `found` alone."""

    def __init__(self, found: Crosscheck) -> None:
        self.found = found
        self._known: dict[Hashable, Any] = {}

    def once(self, what: Hashable, make: Callable[[], Made]) -> Made:
        """Return what is made of the findings under a name; it is made once."""
        if what not in self._known:
            self._known[what] = make()
        made: Made = self._known[what]
        return made

    @cached_property
    def listed(self) -> frozenset[str]:
        """The records that have a line in the timeline."""
        return frozenset(record for entry in self.found.timeline for record in entry.records)

    @cached_property
    def undated(self) -> Sequence[str]:
        """The first telling of each happening that has no day and no line in the timeline."""
        return [
            one.tellings[0]
            for one in self.found.happenings
            if one.date is None and self.listed.isdisjoint(one.tellings)
        ]

    @cached_property
    def passages_of(self) -> Mapping[str, Sequence[Passage]]:
        """The passages that an article shares, in the order of its text."""
        listed: dict[str, list[Passage]] = defaultdict(list)
        for one in self.found.passages:
            listed[one.article_a].append(one)
            listed[one.article_b].append(one)
        return {
            article: sorted(some, key=lambda one: one.span_a if one.article_a == article else one.span_b)
            for article, some in listed.items()
        }

    @cached_property
    def families(self) -> Sequence[Lineage]:
        """The families, the largest first; a family's number is its place here, from 1."""
        return sorted(self.found.lineages, key=lambda one: (-len(one.articles), one.id))

    @cached_property
    def family_of(self) -> Mapping[str, tuple[int, Lineage]]:
        """The family that an article is of, with its number."""
        return {article: (at, one) for at, one in enumerate(self.families, 1) for article in one.articles}

    @cached_property
    def copyings_of(self) -> Mapping[str, Sequence[Copying]]:
        """The pairs that an article is bound by, those that share most first."""
        listed: dict[str, list[Copying]] = defaultdict(list)
        for family in self.found.lineages:
            for one in family.copyings:
                listed[one.article_a].append(one)
                listed[one.article_b].append(one)
        return {article: sorted(some, key=lambda one: -one.words) for article, some in listed.items()}

    @cached_property
    def dating_of(self) -> Mapping[str, Dating]:
        return {one.article: one for one in self.found.datings}

    @cached_property
    def withdrawal_of(self) -> Mapping[str, Withdrawal]:
        return {one.article: one for one in self.found.withdrawals}

    @cached_property
    def origins_of(self) -> Mapping[str, Sequence[Origin]]:
        """The origins of a record."""
        listed: dict[str, list[Origin]] = defaultdict(list)
        for one in self.found.origins:
            listed[one.record].append(one)
        return listed

    @cached_property
    def dispute(self) -> Mapping[str, Dispute]:
        return {one.id: one for one in self.found.disputes}

    @cached_property
    def disputes_of(self) -> Mapping[str, Sequence[Dispute]]:
        """The disputes that a record has a part in."""
        listed: dict[str, list[Dispute]] = defaultdict(list)
        for dispute in self.found.disputes:
            for position in dispute.positions:
                for record in (*position.statements, *position.figures):
                    if dispute not in listed[record]:
                        listed[record].append(dispute)
        return listed

    @cached_property
    def months(self) -> Mapping[str, Sequence[Entry]]:
        """The entries of the timeline by month (`2016-12`), those of a year alone under the year, in order."""
        listed: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.found.timeline:
            listed[entry.day[:7]].append(entry)
        return dict(sorted(listed.items()))

    @cached_property
    def pairs(self) -> Sequence[Sequence[Agreement]]:
        """The agreements in groups that share a figure, those that hold a conflict first, then the largest first.

        A pair whose figures stand against each other in a dispute is in none: the dispute tells it. Nor is one that agrees
        and of which a dispute tells a figure: beside the dispute it would call compatible what is disputed.
        """
        told = {frozenset(pair) for one in self.found.disputes for pair in _pairs_of(one)}
        disputed = {id for one in self.found.disputes for position in one.positions for id in position.figures}
        forest: dict[str, str] = {}

        def root(id: str) -> str:
            while forest.setdefault(id, id) != id:
                forest[id] = forest[forest[id]]
                id = forest[id]
            return id

        listed = [
            one
            for one in self.found.agreements
            if frozenset((one.a, one.b)) not in told and (conflicts(one) or disputed.isdisjoint((one.a, one.b)))
        ]
        for one in listed:
            first, second = sorted((root(one.a), root(one.b)))
            forest[second] = first
        groups: dict[str, list[Agreement]] = defaultdict(list)
        for one in listed:
            groups[root(one.a)].append(one)
        return sorted(groups.values(), key=lambda some: (not any(map(conflicts, some)), -len(some), some[0].a))

    @cached_property
    def conflicting(self) -> int:
        """How many pairs of figures cannot both be true, whether a dispute tells them or not."""
        return sum(map(conflicts, self.found.agreements))

    @cached_property
    def disputed_conflicts(self) -> Sequence[Dispute]:
        """The disputes that tell a pair of figures which cannot both be true."""
        pairs = {frozenset((one.a, one.b)) for one in self.found.agreements if conflicts(one)}
        return [one for one in self.found.disputes if any(frozenset(pair) in pairs for pair in _pairs_of(one))]

    def members(self, record: str) -> Sequence[str]:
        """Return the records that are of one origin with a record, itself first."""
        others = (id for one in self.origins_of.get(record, ()) for id in one.members)
        return tuple(dict.fromkeys((record, *others)))

    def copying(self, one: str, other: str) -> Copying | None:
        """Return how two articles are bound, None where they are not."""
        pair = {one, other}
        return next((item for item in self.copyings_of.get(one, ()) if {item.article_a, item.article_b} == pair), None)

    def shared(self, one: str, other: str) -> list[Passage]:
        """Return the passages that two articles share."""
        return [item for item in self.passages_of.get(one, ()) if other in (item.article_a, item.article_b)]

    def sources_of(self, article: str) -> list[str]:
        """Return the articles that one was copied from, so far as that is settled."""
        return [
            copying.article_a if copying.article_b == article else copying.article_b
            for copying in self.copyings_of.get(article, ())
            if copied(copying) == article
        ]

    def copies_of(self, article: str) -> list[str]:
        """Return the articles that copied from one, so far as that is settled."""
        return [
            copy
            for copying in self.copyings_of.get(article, ())
            for copy in (copied(copying),)
            if copy is not None and copy != article
        ]

    def voices(self, records: Iterable[str]) -> list[list[str]]:
        """Return records in groups of one origin each, the records in the order given: a group is one voice.

        A record that credits two sources is of two origins; it stands with the first that it shares with another.
        """
        groups: list[tuple[set[str], list[str]]] = []
        for record in records:
            ids = {one.origin for one in self.origins_of.get(record, ())} or {record}
            group = next((group for group in groups if group[0] & ids), None)
            if group is None:
                groups.append((ids, [record]))
            else:
                group[0].update(ids)
                group[1].append(record)
        return [listed for _, listed in groups]


def conflicts(agreement: Agreement) -> bool:
    """Say whether two figures cannot both be true."""
    return agreement.verdict is Verdict.CONFLICT


def corrects(agreement: Agreement) -> bool:
    """Say whether two figures conflict because one source itself gave a lower number later, or took one back: no two accounts do."""
    return conflicts(agreement) and any(words in reason for reason in agreement.reasons for words in _CORRECTED)


def _pairs_of(dispute: Dispute) -> Iterable[tuple[str, str]]:
    sides = [position.figures for position in dispute.positions]
    for one, other in combinations(sides, 2):
        yield from product(one, other)


def copied(copying: Copying) -> str | None:
    """Return which of two articles is the copy, None where that is not settled."""
    match copying.direction:
        case Direction.A_TO_B:
            return copying.article_b
        case Direction.B_TO_A:
            return copying.article_a
        case Direction.UNDIRECTED:
            return None


_known: OrderedDict[int, Bonds] = OrderedDict()
_lock = Lock()


def bonds_of(found: Crosscheck) -> Bonds:
    """Return the look-ups of what a check found; those of the latest few are at hand."""
    with _lock:
        # the look-ups hold what they are of, so that no other check can come to stand in its place
        bonds = _known.pop(id(found), None) or Bonds(found)
        _known[id(found)] = bonds
        while len(_known) > _KEPT:
            _known.popitem(last=False)
        return bonds
