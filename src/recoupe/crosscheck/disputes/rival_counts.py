"""Figures of one thing that cannot all be true in, out how many each source says there are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from recoupe.crosscheck.disputes.around import words_around
from recoupe.crosscheck.disputes.counts_apart import (
    Count,
    counts_of,
    denied_elsewhere,
    in_conflict,
    moved,
    plans_apart,
)
from recoupe.crosscheck.disputes.counts_beside import told_beside
from recoupe.crosscheck.disputes.joining import Names, Origins, anchored, one_name
from recoupe.crosscheck.disputes.words import label
from recoupe.crosscheck.forest import Forest
from recoupe.model.account import Dossier
from recoupe.model.dispute import Dispute, DisputeKind, Position
from recoupe.model.figure import Modality
from recoupe.model.judgement import NameOf
from recoupe.model.series import Agreement


def rival_counts(
    dossier: Dossier, names: Names, origins: Origins, agreements: Sequence[Agreement]
) -> tuple[Dispute, ...]:
    """Return one dispute for each thing that two sources count differently; an article's own voice has no speaker."""
    every = counts_of(dossier, names)
    counts = {id: count for id, count in every.items() if count.source}
    rivals = [
        *in_conflict(agreements, counts),
        *denied_elsewhere(counts, names),
        *plans_apart(counts, names),
        *told_beside(dossier, every, names),
    ]
    joined = Forest[str]()
    for one, other, _ in rivals:
        joined.join(one.id, other.id)
        for count in (one, other):
            if count.figure.modality is Modality.DENIED:
                continue  # a denied number is no count of a thing, whose other counts it would join
            joined.join(count.id, _thing(count, names))
    groups: dict[str, dict[str, Count]] = defaultdict(dict)
    reasons: dict[str, set[str]] = defaultdict(set)
    for one, other, why in rivals:
        head = joined.top(one.id)
        groups[head] |= {one.id: one, other.id: other}
        reasons[head].update(why)
    retold: dict[tuple[object, ...], list[Count]] = defaultdict(list)
    for id in sorted(counts):
        retold[_claim(counts[id], names)].append(counts[id])
    for group in groups.values():
        for count in [one for one in group.values() if one.source]:
            group.update({other.id: other for other in retold[_claim(count, names)]})
    return tuple(_dispute(groups[key], origins, reasons[key]) for key in sorted(groups))


def _thing(count: Count, names: Names) -> str:
    figure = count.figure
    place = one_name(names, NameOf.PLACE, figure.place) if figure.place else ""
    since = "plan" if count.planned else figure.since or ""
    return "\n".join(["thing", moved(count), figure.counted, figure.unit, place, since])


def _claim(count: Count, names: Names) -> tuple[object, ...]:
    """Return what the figures have in common by which one source claims one thing, in whichever articles."""
    figure = count.figure
    return _thing(count, names), count.source, figure.low, figure.high, figure.qualifier, figure.modality


def _dispute(counts: Mapping[str, Count], origins: Origins, reasons: set[str]) -> Dispute:
    credited: dict[str, list[Count]] = defaultdict(list)
    for id in sorted(counts):
        credited[counts[id].source].append(counts[id])
    positions = [_position(source, own, origins) for source, own in credited.items()]
    return Dispute(
        id=anchored("counted", [(one.account, one.figure.span.start, one.id) for one in counts.values()]),
        kind=DisputeKind.HOW_MANY,
        question=_question([counts[id] for id in sorted(counts)]),
        positions=tuple(sorted(positions, key=lambda position: (position.speaker or "", position.figures))),
        why=tuple(sorted(reasons)),
    )


def _position(source: str, own: Sequence[Count], origins: Origins) -> Position:
    """Return what one source says: all its figures, and the words of the last."""
    last = max(own, key=lambda count: (count.day or "", count.figure.low or 0, count.id))
    ids = tuple(sorted(count.id for count in own))
    return Position(
        speaker=source or None,
        says=words_around(last.account, last.figure.span),
        statements=(),
        figures=ids,
        origins=origins.behind(ids),
    )


def _question(counts: Sequence[Count]) -> str:
    """Return what is asked, in words of the codebook's fields that all figures share."""
    figures = [count.figure for count in counts]
    places = Counter(figure.place for figure in figures if figure.place)
    since = {figure.since for figure in figures}
    asked = f"Combien {label('kinds', moved(counts[0]))}".strip()
    counted = label("counted", figures[0].counted)
    if len({figure.counted for figure in figures}) == 1 and counted and counted not in asked:
        asked += f" ({counted})"
    if places:
        asked += f", {min(places, key=lambda place: (-places[place], place))}"
    if not counts[0].planned and len(since) == 1 and (day := figures[0].since):
        asked += f", {day}" if {figure.until for figure in figures} == {day} else f", depuis {day}"
    return f"{asked} ?"
