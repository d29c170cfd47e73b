"""Figures of one thing that cannot all be true in, out how many each source says there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from recoupe.crosscheck.around import words_around
from recoupe.crosscheck.dispute_words import label
from recoupe.crosscheck.joining import Joined, Names, Origins, identifier, one_name
from recoupe.model.account import Account, Dossier
from recoupe.model.dispute import Dispute, DisputeKind, Position
from recoupe.model.figure import Counted, Figure, Kind, Modality
from recoupe.model.judgement import NameOf
from recoupe.model.series import Agreement, Verdict

_DAYS = 7
"""How far apart two plans may be told and still be told of one thing."""
_PLANNED = frozenset({Kind.EVACUATED, Kind.HOSTED, Kind.RETURNED, Kind.DEPLOYED, Kind.PROTESTING})
_NARROWER = frozenset(
    {Counted.CIVILIANS, Counted.CHILDREN, Counted.WOMEN, Counted.WOUNDED, Counted.FAMILIES, Counted.COMBATANTS}
)
_PLANS = "numbers announced or asked for by two sources within a week lie apart"


@dataclass(frozen=True, slots=True, eq=False)
class _Count:
    id: str
    figure: Figure
    account: Account
    source: str

    @property
    def day(self) -> str | None:
        return self.figure.until or (self.account.article.published or "")[:10] or None


def rival_counts(
    dossier: Dossier, names: Names, origins: Origins, agreements: Sequence[Agreement]
) -> tuple[Dispute, ...]:
    """Return one dispute for each thing that two credited sources count differently."""
    counts = {
        id: _Count(id, figure, account, one_name(names, NameOf.SOURCE, figure.source))
        for account in dossier.accounts
        for id, figure in account.figures.items()
        if figure.source
    }
    rivals = [*_conflicting(agreements, counts), *_plans_apart(counts, names)]
    joined = Joined()
    for one, other, _ in rivals:
        joined.join(one.id, other.id)
        for count in (one, other):
            joined.join(count.id, _thing(count.figure, names))
    groups: dict[str, dict[str, _Count]] = defaultdict(dict)
    reasons: dict[str, set[str]] = defaultdict(set)
    for one, other, why in rivals:
        group = joined.head(one.id)
        groups[group] |= {one.id: one, other.id: other}
        reasons[group].update(why)
    return tuple(_dispute(groups[key], origins, reasons[key]) for key in sorted(groups))


Rivals = tuple[_Count, _Count, tuple[str, ...]]


def _conflicting(agreements: Sequence[Agreement], counts: Mapping[str, _Count]) -> Iterator[Rivals]:
    for agreement in agreements:
        one, other = counts.get(agreement.a), counts.get(agreement.b)
        if agreement.verdict is Verdict.CONFLICT and one and other and one.source != other.source:
            yield one, other, agreement.reasons


def _plans_apart(counts: Mapping[str, _Count], names: Names) -> Iterator[Rivals]:
    """Yield the plans that lie apart; plans are no tolls, and no agreement speaks of them."""
    groups: dict[tuple[Kind, str, str], list[_Count]] = defaultdict(list)
    for id in sorted(counts):
        figure = counts[id].figure
        if figure.kind in _PLANNED and figure.modality in (Modality.PLANNED, Modality.CALLED_FOR) and figure.place:
            groups[figure.kind, figure.unit, one_name(names, NameOf.PLACE, figure.place)].append(counts[id])
    for group in groups.values():
        for one, other in combinations(group, 2):
            if one.source != other.source and _together(one.day, other.day) and _apart(one.figure, other.figure):
                yield one, other, (_PLANS,)


def _together(one: str | None, other: str | None) -> bool:
    if one is None or other is None or len(one) != 10 or len(other) != 10:
        return False
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= _DAYS


def _apart(one: Figure, other: Figure) -> bool:
    """Return whether both cannot be right: of one population they do not meet, of a part there are more than of all."""
    if one.counted is other.counted:
        return _above(one, other) or _above(other, one)
    if one.counted is Counted.PEOPLE and other.counted in _NARROWER:
        return _above(other, one)
    return other.counted is Counted.PEOPLE and one.counted in _NARROWER and _above(one, other)


def _above(one: Figure, other: Figure) -> bool:
    return one.low is not None and other.high is not None and one.low > other.high


def _thing(figure: Figure, names: Names) -> str:
    place = one_name(names, NameOf.PLACE, figure.place) if figure.place else ""
    planned = figure.modality in (Modality.PLANNED, Modality.CALLED_FOR)
    return "\n".join(
        ["thing", figure.kind, figure.counted, figure.unit, place, "plan" if planned else figure.since or ""]
    )


def _dispute(counts: Mapping[str, _Count], origins: Origins, reasons: set[str]) -> Dispute:
    credited: dict[str, list[_Count]] = defaultdict(list)
    for id in sorted(counts):
        credited[counts[id].source].append(counts[id])
    positions = [_position(own, origins) for own in credited.values()]
    return Dispute(
        id=identifier(DisputeKind.HOW_MANY, counts),
        kind=DisputeKind.HOW_MANY,
        question=_question([counts[id].figure for id in sorted(counts)]),
        positions=tuple(sorted(positions, key=lambda position: (position.speaker or "", position.figures))),
        why=tuple(sorted(reasons)),
    )


def _position(own: Sequence[_Count], origins: Origins) -> Position:
    """Return what one source says: all its figures, and the words of the last."""
    last = max(own, key=lambda count: (count.day or "", count.figure.low or 0, count.id))
    ids = tuple(sorted(count.id for count in own))
    spelled = sorted((count.figure.source or "" for count in own), key=lambda name: (-len(name), name))
    return Position(
        speaker=spelled[0],
        says=words_around(last.account, last.figure.span),
        statements=(),
        figures=ids,
        origins=origins.behind(ids),
    )


def _question(figures: Sequence[Figure]) -> str:
    """Return what is asked of, in words of the codebook's fields that all figures share."""
    first = figures[0]
    counted = {figure.counted for figure in figures}
    places = sorted({figure.place for figure in figures if figure.place})
    since = {figure.since for figure in figures}
    parts = [f"Combien {label('kinds', first.kind)}".strip()]
    if len(counted) == 1 and (name := label("counted", first.counted)):
        parts.append(f"({name})")
    asked = " ".join(parts)
    if places:
        asked += f", {places[0]}"
    if first.modality in (Modality.REPORTED, Modality.ALLEGED) and len(since) == 1 and (day := first.since):
        days = {figure.until for figure in figures}
        asked += f", {day}" if days == {day} else f", depuis {day}"
    return f"{asked} ?"
