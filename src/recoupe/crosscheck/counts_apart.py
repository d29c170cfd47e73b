"""Figures that credit somebody in, out the pairs by which two sources count one thing differently."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from recoupe.crosscheck.around import sentence_around
from recoupe.crosscheck.dispute_words import folded, holds
from recoupe.crosscheck.joining import Names, one_name
from recoupe.model.account import Account
from recoupe.model.figure import Counted, Figure, Kind, Modality, Number, Qualifier
from recoupe.model.judgement import NameOf
from recoupe.model.series import Agreement, Verdict
from recoupe.model.span import Span
from recoupe.model.statement import Act

_WEEK = 7
"""How many days apart two plans may be told and still be of one thing."""
_NEAR = 350
"""Characters between two counts that a paragraph sets beside each other."""
_BEHIND = 80
"""Characters behind a number in which an evacuation that it tells of is named."""
_MARGIN = 1.15
"""How far apart counts lie of which one is no exact number."""
_TIMES = 6
"""How many times the other a count may be that another sentence sets beside it."""
PLANNED = frozenset({Modality.PLANNED, Modality.CALLED_FOR})
_TOLD = frozenset({Modality.REPORTED, Modality.ALLEGED})
_MOVED = frozenset({Kind.EVACUATED, Kind.HOSTED, Kind.RETURNED, Kind.PROTESTING})
_VAGUE = frozenset({Kind.OTHER, Kind.LAUNCHED, Kind.DELIVERED, Kind.VOTED, Kind.DEPLOYED, Kind.CONTROLLED})
_NARROWER = frozenset(
    {Counted.CIVILIANS, Counted.CHILDREN, Counted.WOMEN, Counted.WOUNDED, Counted.FAMILIES, Counted.COMBATANTS}
)
_LOOSE = frozenset({Counted.MONEY, Counted.GOODS, Counted.OTHER, Counted.AREA, Counted.MUNITIONS})


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


def plans_apart(counts: Mapping[str, Count], names: Names) -> Iterator[Apart]:
    """Yield the plans that lie apart; a plan is in no toll, and no agreement speaks of it."""
    groups: dict[tuple[Kind, str, str], list[Count]] = defaultdict(list)
    for id in sorted(counts):
        figure, kind = counts[id].figure, moved(counts[id])
        if kind in _MOVED and figure.place and counts[id].planned:
            groups[kind, figure.unit, one_name(names, NameOf.PLACE, figure.place)].append(counts[id])
    for group in groups.values():
        for one, other in combinations(group, 2):
            differ = one.source != other.source and _apart(one.figure, other.figure)
            if differ and _days(one.day, other.day, _WEEK) and not _within(one, other):
                yield one, other, (f"{_PLANS}: {_named(one)} and {_named(other)}",)


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
        and (_above(planning.figure, asking.figure) or not holds("known", asking.lead))
        for asking, planning in ((one, other), (other, one))
    )


_PLANS = "numbers announced or asked for by two sources within a week lie apart"
_BESIDE = "the text sets two counts beside each other"


def told_beside(counts: Mapping[str, Count], names: Names) -> Iterator[Apart]:
    """Yield the counts of one thing that an article credits to two sources in one paragraph or in two that follow each
    other, of each source the largest; beside a source's count also one in the article's own voice, in one sentence."""
    largest: dict[tuple[object, ...], dict[tuple[int, str], Count]] = defaultdict(dict)
    for id in sorted(counts):
        count, figure = counts[id], counts[id].figure
        if figure.kind in _VAGUE or figure.counted in _LOOSE or figure.modality not in _TOLD:
            continue
        if figure.place is None or figure.part_of is not None or figure.qualifier is Qualifier.VAGUE:
            continue
        if _size(figure) == 1 and count.refused:
            continue
        if figure.counted is Counted.COMBATANTS and figure.side is None:
            continue  # each side counts the dead of the other
        place = one_name(names, NameOf.PLACE, figure.place)
        side = one_name(names, NameOf.PARTY, figure.side) if figure.side else None
        thing = (figure.article, figure.kind, figure.counted, figure.unit, place, figure.place_text, side, figure.since)
        here, at = largest[thing], (count.block, count.source)
        if at not in here or _size(figure) > _size(here[at].figure):
            here[at] = count
    for group in largest.values():
        for one, other in combinations(sorted(group.values(), key=lambda count: count.figure.span.start), 2):
            if _beside(one, other) and _same_end(one.figure, other.figure) and _apart(one.figure, other.figure):
                yield one, other, (f"{_BESIDE}: {_named(one)} and {_named(other)}",)


def _beside(one: Count, other: Count) -> bool:
    between = other.figure.span.start - one.figure.span.end
    if one.source == other.source or between > _NEAR or other.block - one.block > 1:
        return False
    if one.block != other.block and (one.figure.since is None or one.day is None):
        return False
    if not _of_one_size(one.figure, other.figure) and one.sentence != other.sentence:
        return False
    if one.source and other.source:
        return True
    text = one.account.article.text[one.figure.span.end : other.figure.span.start]
    return one.sentence == other.sentence and holds("own_count", folded(text))


def _of_one_size(one: Figure, other: Figure) -> bool:
    """Return whether two counts may well be of one thing; of none and some they always may."""
    less, more = sorted((_size(one), _size(other)))
    return less == 0 or more <= _TIMES * less


def _named(count: Count) -> str:
    return f"{count.figure.text} ({count.account.article.name}, {count.source or 'in its own voice'})"


def _size(figure: Figure) -> Number:
    return figure.low if figure.low is not None else figure.high or 0


def _same_end(one: Figure, other: Figure) -> bool:
    return one.until == other.until or _days(one.until, other.until, 1)


def _days(one: str | None, other: str | None, most: int) -> bool:
    """Return whether two days are known and no more than so many apart."""
    if one is None or other is None or len(one) != len("2024-01-01") or len(other) != len("2024-01-01"):
        return False
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= most


def _apart(one: Figure, other: Figure) -> bool:
    """Return whether both cannot be right: of one population they do not meet, of a part there are more than of all."""
    if one.counted is other.counted:
        return _above(one, other) or _above(other, one)
    if one.counted is Counted.PEOPLE and other.counted in _NARROWER:
        return _above(other, one)
    return other.counted is Counted.PEOPLE and one.counted in _NARROWER and _above(one, other)


def _above(one: Figure, other: Figure) -> bool:
    if one.low is None or other.high is None:
        return False
    exact = one.qualifier is other.qualifier is Qualifier.EXACT
    return one.low > (other.high if exact else other.high * _MARGIN)
