"""Figures that credit somebody in, out the pairs by which two sources count one thing differently."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from recoupe.crosscheck.disputes.around import sentence_around
from recoupe.crosscheck.disputes.joining import Names, one_name
from recoupe.crosscheck.disputes.words import folded, holds
from recoupe.model.account import Account, Dossier
from recoupe.model.figure import Counted, Figure, Kind, Modality, Number, Qualifier
from recoupe.model.judgement import NameOf
from recoupe.model.series import Agreement, Verdict
from recoupe.model.span import Span
from recoupe.model.statement import Act

_WEEK = 7
"""How many days apart two plans may be told and still be of one thing."""
_BEHIND = 80
"""Characters behind a number in which an evacuation that it tells of is named."""
_MARGIN = 1.15
"""How far apart counts lie of which one is no exact number."""
PLANNED = frozenset({Modality.PLANNED, Modality.CALLED_FOR})
_MOVED = frozenset({Kind.EVACUATED, Kind.HOSTED, Kind.RETURNED, Kind.PROTESTING})
_NARROWER = frozenset(
    {Counted.CIVILIANS, Counted.CHILDREN, Counted.WOMEN, Counted.WOUNDED, Counted.FAMILIES, Counted.COMBATANTS}
)


@dataclass(frozen=True, slots=True, eq=False)
class Count:
    """A figure with its id, its article and the name that stands for its source, blank where it credits nobody."""

    id: str
    figure: Figure
    account: Account
    source: str

    @property
    def day(self) -> str | None:
        return self.figure.until or (self.account.article.published or "")[:10] or None

    @property
    def published(self) -> str | None:
        return (self.account.article.published or "")[:10] or None

    @property
    def planned(self) -> bool:
        """Whether it is announced or asked for, by itself or by what its source says."""
        return self.figure.modality in PLANNED or (
            self.figure.modality is Modality.REPORTED and self.wished is not None
        )

    @property
    def wished(self) -> Act | None:
        """The demand or promise of a statement that holds it."""
        inside = (one for one in self.account.statements.values() if one.span.covers(self.figure.span))
        return next((one.act for one in inside if one.act in (Act.DEMAND, Act.PROMISE)), None)

    @property
    def refused(self) -> bool:
        """Whether a denial or a refusal holds it: «Un décès sans analyse n'est pas un décès» counts none."""
        inside = (one for one in self.account.statements.values() if one.span.covers(self.figure.span))
        return any(one.act in (Act.DENY, Act.REJECT) for one in inside)

    @property
    def asked(self) -> bool:
        return self.figure.modality is Modality.CALLED_FOR or self.wished is Act.DEMAND

    @property
    def lead(self) -> str:
        """The two folded words before the number."""
        before = self.account.article.text[: self.figure.span.start][-_BEHIND:]
        return f" {' '.join(folded(before).split()[-2:])} "

    @property
    def block(self) -> int:
        starts = [block.span.start for block in self.account.article.blocks]
        return max(bisect_right(starts, self.figure.span.start) - 1, 0)

    @property
    def sentence(self) -> Span:
        return sentence_around(self.account, self.figure.span)


Apart = tuple[Count, Count, tuple[str, ...]]


def counts_of(dossier: Dossier, names: Names) -> dict[str, Count]:
    """Return the figures of a dossier by id, each with the name that stands for its source."""
    return {
        id: Count(id, figure, account, one_name(names, NameOf.SOURCE, figure.source) if figure.source else "")
        for account in dossier.accounts
        for id, figure in account.figures.items()
    }


def in_conflict(agreements: Sequence[Agreement], counts: Mapping[str, Count]) -> Iterator[Apart]:
    """Yield the conflicts between two sources; what a source takes back is a correction, and no dispute."""
    denied: dict[str, set[tuple[Number | None, Number | None]]] = defaultdict(set)
    for count in counts.values():
        if count.figure.modality is Modality.DENIED:
            denied[count.figure.article].add((count.figure.low, count.figure.high))
    for agreement in agreements:
        one, other = counts.get(agreement.a), counts.get(agreement.b)
        if agreement.verdict is not Verdict.CONFLICT or one is None or other is None or one.source == other.source:
            continue
        if Modality.DENIED in (one.figure.modality, other.figure.modality):
            continue
        if not _takes_back(denied, one, other) and not _takes_back(denied, other, one):
            yield one, other, agreement.reasons


def _takes_back(
    denied: Mapping[str, set[tuple[Number | None, Number | None]]], corrected: Count, correcting: Count
) -> bool:
    return (corrected.figure.low, corrected.figure.high) in denied.get(correcting.figure.article, ())


def denied_elsewhere(counts: Mapping[str, Count], names: Names) -> Iterator[Apart]:
    """Yield the numbers that one source tells and another denies: `nie que 384 civils soient morts`. The number is the
    claim, so that it does not matter since when either counts; what a source itself told before it takes back."""
    told: dict[tuple[object, ...], list[Count]] = defaultdict(list)
    for id in sorted(counts):
        if counts[id].figure.modality in (Modality.REPORTED, Modality.ALLEGED) and not counts[id].refused:
            told[_number(counts[id], names)].append(counts[id])
    for id in sorted(counts):
        denial = counts[id]
        if denial.figure.modality is not Modality.DENIED or not denial.refused:
            continue
        same = told[_number(denial, names)]
        if any(one.source == denial.source for one in same):
            continue
        for one in same:
            near = one.account is denial.account or (
                days(one.published, denial.published, _WEEK) and str(one.published) <= str(denial.published)
            )
            if near and (denial.figure.place or one.account is denial.account) and _one_crowd(one, denial):
                yield one, denial, (f"{_DENIED}: {named(one)} and {named(denial)}",)


def _number(count: Count, names: Names) -> tuple[object, ...]:
    figure = count.figure
    place = one_name(names, NameOf.PLACE, figure.place) if figure.place else ""
    return figure.kind, figure.unit, figure.low, figure.high, place


def _one_crowd(one: Count, other: Count) -> bool:
    """Return whether two may count the same: one population, or all and a part of it."""
    kinds = {one.figure.counted, other.figure.counted}
    return len(kinds) == 1 or (Counted.PEOPLE in kinds and bool(kinds & _NARROWER))


def plans_apart(counts: Mapping[str, Count], names: Names) -> Iterator[Apart]:
    """Yield the plans that lie apart; a plan is in no toll, and no agreement speaks of it."""
    groups: dict[tuple[Kind, str, str], list[Count]] = defaultdict(list)
    for id in sorted(counts):
        figure, kind = counts[id].figure, moved(counts[id])
        if kind in _MOVED and figure.place and counts[id].planned:
            groups[kind, figure.unit, one_name(names, NameOf.PLACE, figure.place)].append(counts[id])
    for group in groups.values():
        for one, other in combinations(group, 2):
            differ = one.source != other.source and apart(one.figure, other.figure)
            if differ and days(one.day, other.day, _WEEK) and not _within(one, other):
                yield one, other, (f"{_PLANS}: {named(one)} and {named(other)}",)


def moved(count: Count) -> Kind:
    """Return the kind of a figure; a number of people that an evacuation is said to concern is one of the evacuated."""
    figure = count.figure
    if figure.kind in (Kind.AFFECTED, Kind.OTHER) and count.planned:
        behind = count.account.article.text[figure.span.end : figure.span.end + _BEHIND]
        if holds("evacuated", folded(behind)):
            return Kind.EVACUATED
    return figure.kind


def _within(one: Count, other: Count) -> bool:
    """Return whether the one may be asked for beside what the other announces: fewer, since who is to let hundreds go may
    let thousands go, or any number that is wished for and not said of those who are there (`les 4000 habitants`)."""
    return any(
        asking.asked
        and not planning.asked
        and (above(planning.figure, asking.figure) or not holds("known", asking.lead))
        for asking, planning in ((one, other), (other, one))
    )


_DENIED = "one source denies the number that another tells"
_PLANS = "numbers announced or asked for by two sources within a week lie apart"


def named(count: Count) -> str:
    """Return a count in words: its number, its article and whom it credits."""
    return f"{count.figure.text} ({count.account.article.name}, {count.source or 'in its own voice'})"


def size(figure: Figure) -> Number:
    """Return the number that a figure is compared by."""
    return figure.low if figure.low is not None else figure.high or 0


def days(one: str | None, other: str | None, most: int) -> bool:
    """Return whether two days are known and no more than so many apart."""
    if one is None or other is None or len(one) != len("2024-01-01") or len(other) != len("2024-01-01"):
        return False
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= most


def apart(one: Figure, other: Figure) -> bool:
    """Return whether both cannot be right: of one population they do not meet, of a part there are more than of all."""
    if one.counted is other.counted:
        return above(one, other) or above(other, one)
    if one.counted is Counted.PEOPLE and other.counted in _NARROWER:
        return above(other, one)
    return other.counted is Counted.PEOPLE and one.counted in _NARROWER and above(one, other)


def above(one: Figure, other: Figure) -> bool:
    """Return whether the one is surely more, by a margin where either is no exact number."""
    if one.low is None or other.high is None:
        return False
    exact = one.qualifier is other.qualifier is Qualifier.EXACT
    return one.low > (other.high if exact else other.high * _MARGIN)
