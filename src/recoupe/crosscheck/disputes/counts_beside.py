"""Figures of one article in, out those that its text sets beside each other as two sources' counts of one thing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise

from recoupe.crosscheck.disputes.counts_apart import Apart, Count, above, apart, days, named, size
from recoupe.crosscheck.disputes.joining import Names, one_name
from recoupe.crosscheck.disputes.words import folded, holds, patterns
from recoupe.crosscheck.tolls.places import Places
from recoupe.crosscheck.tolls.told import key_of
from recoupe.crosscheck.tolls.words import from_to
from recoupe.model.account import Dossier
from recoupe.model.figure import Counted, Figure, Kind, Modality, Qualifier
from recoupe.model.judgement import NameOf

_NEAR = 350
"""Characters between two counts that a paragraph sets beside each other."""
_TIMES = 6
"""How many times the other a count may be that another sentence sets beside it."""
_FEWER_TIMES = 3
"""How many times, where their records do not agree in all."""
_ONSET = 3
"""Days by which the onset of one thing may be told earlier or later."""
_TOLD = frozenset({Modality.REPORTED, Modality.ALLEGED})
_VAGUE = frozenset({Kind.OTHER, Kind.LAUNCHED, Kind.DELIVERED, Kind.VOTED, Kind.DEPLOYED, Kind.CONTROLLED})
_LOOSE = frozenset({Counted.MONEY, Counted.GOODS, Counted.OTHER, Counted.AREA, Counted.MUNITIONS})
_BESIDE = "the text sets two counts beside each other"
_BARE = re.compile(r"\s*(?:[.,;:!?»”\")\]]|$)")


def told_beside(dossier: Dossier, counts: Mapping[str, Count], names: Names) -> Iterator[Apart]:
    """Yield the counts of one thing that an article credits to two sources in one paragraph or in two that follow each
    other, of each source the largest; beside a source's count also one in the article's own voice, in one sentence.

    Where place, onset or population are told a little differently, the two stand in one paragraph, both credit
    somebody, and a count of a part is the larger one or the text calls the one another number than the other.
    """
    groups: dict[tuple[str, Kind, str], list[Count]] = defaultdict(list)
    for id in sorted(counts):
        count, figure = counts[id], counts[id].figure
        if figure.kind not in _VAGUE and figure.modality in _TOLD and _whole(count):
            groups[figure.article, figure.kind, figure.unit].append(count)
    scopes = {key_of(names, NameOf.PLACE, count.figure.place) or "" for group in groups.values() for count in group}
    beside = _Beside(names, Places(dossier, names, scopes - {""}))
    for group in groups.values():
        ordered = _standing(sorted(group, key=lambda count: (count.figure.span.start, count.id)))
        for one, other in combinations(ordered, 2):
            if other.figure.span.start - one.figure.span.end <= _NEAR and one.source != other.source:
                differs = beside.differs(one, other)
                if differs is not None and _largest(one, ordered) and _largest(other, ordered):
                    though = f", though {' and '.join(differs)}" if differs else ""
                    yield one, other, (f"{_BESIDE}: {named(one)} and {named(other)}{though}",)


def _whole(count: Count) -> bool:
    """Return whether a figure tells how many there are in all: no part, no order of magnitude, no single one that is
    denied; each side counts the fighters of the other."""
    figure = count.figure
    if figure.part_of is not None or figure.qualifier is Qualifier.VAGUE:
        return False
    if size(figure) == 1 and count.refused:
        return False
    return figure.counted is not Counted.COMBATANTS or figure.side is not None


def _standing(ordered: list[Count]) -> list[Count]:
    """Return counts of one article in their order without those that it tells only as the number before (`de 19 à 17`)."""
    before = {
        one.id
        for one, other in pairwise(ordered)
        if one.source == other.source and from_to(one.account.article, one.figure.span, other.figure.span)
    }
    return [one for one in ordered if one.id not in before]


def _largest(count: Count, group: list[Count]) -> bool:
    """Return whether its source gives no larger number of it in its paragraph; of two alike the first counts."""
    return not any(
        (size(other.figure), -other.figure.span.start) > (size(count.figure), -count.figure.span.start)
        for other in group
        if other.source == count.source and other.block == count.block and _thing(other) == _thing(count)
    )


def _thing(count: Count) -> tuple[object, ...]:
    figure = count.figure
    return figure.counted, figure.place, figure.place_text, figure.side, figure.since


class _Beside:
    """Whether two figures of one article and kind are counts of one thing by two."""

    def __init__(self, names: Names, places: Places) -> None:
        self._names = names
        self._places = places

    def differs(self, one: Count, other: Count) -> list[str] | None:
        """Return what their records do not agree in, None where they may count different things or can both be true."""
        first, second = one.figure, other.figure
        if other.block - one.block > 1 or not _same_end(first, second) or other_hour(one, other):
            return None
        text = one.account.article.text
        between = folded(text[first.span.end : second.span.start])
        rival = holds("rival", between)
        if {first.counted, second.counted} & _LOOSE and not (rival and first.counted is second.counted):
            return None
        found = [
            self._counted(first, second, text),
            self._place(first, second, rival),
            self._side(first, second),
            _since(first, second, one.published if rival else None),
        ]
        if None in found:
            return None
        differs = [why for why in found if why]
        if not differs:
            return [] if self._strictly(one, other, between) else None
        if not one.source or not other.source or (one.block != other.block and (first.since is None or differs[1:])):
            return None
        less, more = sorted((size(first), size(second)))
        close = less == 0 or more <= (_TIMES if rival else _FEWER_TIMES) * less or self._side(first, second) != ""
        bare = first.counted is not second.counted and (above(first, second) or above(second, first))
        return differs if close and more <= _TIMES * less and (bare or apart(first, second)) else None

    def _strictly(self, one: Count, other: Count, between: str) -> bool:
        first, second = one.figure, other.figure
        if first.place is None or not apart(first, second):
            return False
        if one.block != other.block and (first.since is None or one.day is None):
            return False
        if not _of_one_size(first, second) and one.sentence != other.sentence:
            return False
        return bool(one.source and other.source) or (one.sentence == other.sentence and holds("own_count", between))

    def _counted(self, one: Figure, other: Figure, text: str) -> str | None:
        if one.counted is other.counted:
            return ""
        bare = _BARE.match(text, other.span.end) is not None and Counted.FAMILIES in (one.counted, other.counted)
        people = {one.counted, other.counted} <= {Counted.PEOPLE, Counted.FAMILIES}
        return "nothing says of what the second is a number" if bare and people else None

    def _place(self, one: Figure, other: Figure, rival: bool) -> str | None:
        if one.place == other.place and one.place_text == other.place_text:
            return ""
        if one.place is None or other.place is None:
            return "one names no place" if one.place_text == other.place_text else None
        first, second = (key_of(self._names, NameOf.PLACE, figure.place) or "" for figure in (one, other))
        if first == second:
            return "" if one.place_text == other.place_text else None
        told = f"the place is {one.place} and {other.place}"
        if self._holds(first, second):
            return told if above(other, one) else None
        if self._holds(second, first):
            return told if above(one, other) else None
        return told if rival else None

    def _holds(self, wider: str, narrower: str) -> bool:
        """Return whether a place lies within another by what is known of them, or is named as the middle of it:
        `arrondissement de Riverac`."""
        named_after = re.search(rf"\w+ (?:de|du|des|d)\W?{re.escape(narrower)}$", wider, re.IGNORECASE) is not None
        return named_after or wider in self._places.holders(narrower)

    def _side(self, one: Figure, other: Figure) -> str | None:
        sides = [one_name(self._names, NameOf.PARTY, side) if side else None for side in (one.side, other.side)]
        if sides[0] == sides[1]:
            return ""
        more = (one.side and above(one, other)) or (other.side and above(other, one))
        return "only the larger is of one side" if None in sides and more else None


def _since(one: Figure, other: Figure, today: str | None) -> str | None:
    """Return how two windows begin differently, None where they may be of two tolls. `today` is the day of an article that
    calls the one another number than the other."""
    if one.since == other.since:
        return ""
    if one.since is None or other.since is None:
        return "one says not since when"
    of_a_day = {one.since == one.until, other.since == other.until}
    if len(of_a_day) == 1 and days(one.since, other.since, _ONSET):
        return f"the count begins on {one.since} and {other.since}"
    # of a number without words for its window the day is that of its telling: it may well run from where the other does,
    # and of one day there are no more than of all
    told, running = sorted((one, other), key=lambda figure: figure.since != figure.until)
    within = told.since == told.until == running.until and str(running.since) < str(told.since)
    if within and (above(told, running) or told.since == today):
        return f"the count begins on {one.since} and {other.since}, the day on which it is told"
    return None


def other_hour(one: Count, other: Count) -> bool:
    """Return whether two sentences tell of different parts of a day: the attack at dawn and the one at dusk."""
    if one.sentence == other.sentence:
        return False
    first, second = (hours(folded(count.sentence.of(count.account.article.text))) for count in (one, other))
    return bool(first and second) and not first & second


def hours(words: str) -> frozenset[str]:
    """Return the parts of a day that folded words name."""
    return frozenset(name for name, pattern in patterns("hour") if pattern.search(words))


def _of_one_size(one: Figure, other: Figure) -> bool:
    """Return whether two counts may well be of one thing; of none and some they always may."""
    less, more = sorted((size(one), size(other)))
    return less == 0 or more <= _TIMES * less


def _same_end(one: Figure, other: Figure) -> bool:
    return one.until == other.until or days(one.until, other.until, 1) or None in (one.until, other.until)
