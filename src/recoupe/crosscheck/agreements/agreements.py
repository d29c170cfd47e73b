"""Figures, names and origins in, the pairs that speak of the same thing out, and whether both can be true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from recoupe.crosscheck.agreements import reasons
from recoupe.crosscheck.agreements.reasons import Reason, sentence
from recoupe.crosscheck.agreements.told import Told, told
from recoupe.crosscheck.disputes.counts_apart import counts_of
from recoupe.crosscheck.disputes.counts_beside import told_beside
from recoupe.crosscheck.names.names import Names
from recoupe.crosscheck.names.spelling import bare
from recoupe.crosscheck.origins.claims import sort_of
from recoupe.crosscheck.origins.origins import Origins
from recoupe.model.account import Dossier
from recoupe.model.figure import Figure, Modality
from recoupe.model.series import Agreement, Verdict

REACH = 12
"""With how many figures before it, in order of day and value, a figure is compared at most."""
TELLINGS = 3
"""How many articles of one origin are tried, since two of its sides may stand in one article that cannot be compared."""
Key = tuple[object, ...]
Pair = tuple[Told, Told, Verdict, tuple[str, ...]]


def agreements(dossier: Dossier, names: Names, origins: Origins) -> tuple[Agreement, ...]:
    """Return the pairs of figures that speak of the same thing, each with its verdict and reasons, by their ids.

    They speak of the same thing where kind, counted, unit, place and sort of modality are the same, parties do not
    differ, and the windows begin alike and overlap. Of the copies of one telling only one is compared, with other articles or with
    other sources in its own; a part only with parts of such a whole. Where populations, scenes or sources may differ,
    nothing is said rather than a conflict. Within a group each is compared with a few before it (`REACH`), so that the
    pairs grow with the figures and not with their square. Two counts that an article sets beside each other conflict too.
    """
    everything = list(told(dossier, names))
    wholes = {(one.figure.article, one.figure.span.start): one for one in everything}
    groups: dict[Key, list[Told]] = defaultdict(list)
    for one in everything:
        key = _key(one, wholes)
        if key is not None:
            groups[key].append(one)
    found: dict[tuple[str, str], Agreement] = {}
    for _, group in sorted(groups.items(), key=lambda item: min(one.id for one in item[1])):
        found.update({(pair.a, pair.b): pair for pair in _Group(group, origins).agreements()})
    for first, second, why in told_beside(dossier, counts_of(dossier, names), names):
        a, b = sorted((first.id, second.id))
        found.setdefault((a, b), Agreement(a=a, b=b, verdict=Verdict.CONFLICT, reasons=why))
    return tuple(found[pair] for pair in sorted(found))


def _key(one: Told, wholes: dict[tuple[str, int], Told]) -> Key | None:
    """Return what figures that speak of the same thing have in common; None where this one's scope is not known."""
    figure = one.figure
    if (
        one.place is None
        or figure.since is None
        or figure.until is None
        or figure.until < figure.since[: len(figure.until)]
    ):
        return None
    part: Key = ()
    if figure.part_of is not None:
        whole = wholes.get((figure.article, figure.part_of))
        if whole is None:
            return None
        part = (whole.figure.kind, whole.figure.counted, whole.place, whole.figure.since)
    sort = Modality.REPORTED if figure.modality is Modality.DENIED else sort_of(figure.modality)
    return (figure.kind, figure.counted, figure.unit, one.place, figure.since, sort, part)


class _Group:
    """Figures that may speak of the same thing, while they are compared."""

    def __init__(self, group: Sequence[Told], origins: Origins) -> None:
        self.origins = origins
        self.several = _several(group)
        self.told = _by_article(group)
        self.together = {
            (one.id, other.id) for told in self.told.values() for one in told for other in told if one is not other
        }
        self.tellings = _tellings(group, origins)
        self.denied: dict[str, list[Told]] = defaultdict(list)
        for one in group:
            if one.figure.modality is Modality.DENIED:
                self.denied[one.figure.article].append(one)

    def agreements(self) -> Iterator[Agreement]:
        compared = [
            found
            for at, others in enumerate(self.tellings)
            for some in self.tellings[max(0, at - REACH) : at]
            if (found := self._first(some, others)) is not None
        ]
        rivals = {
            frozenset((first, second))
            for one, other, verdict, _ in compared
            if verdict is Verdict.CONFLICT
            for first in one.sources
            for second in other.sources
            if first != second
        }
        for one, other, verdict, why in compared:
            # two sources that do not count alike: where one is higher on a later day, that is no rise of the other's toll
            across = {frozenset((first, second)) for first in one.sources for second in other.sources}
            if verdict is Verdict.COMPATIBLE and across & rivals and not reasons.in_common(one, other):
                continue
            a, b = sorted((one.id, other.id))
            yield Agreement(a=a, b=b, verdict=verdict, reasons=why)

    def _first(self, some: Sequence[Told], others: Sequence[Told]) -> Pair | None:
        """Return the first two figures of two origins that can be compared, with the verdict and its reasons."""
        for one in some:
            for other in others:
                earlier, later = sorted((one, other), key=_order)
                found = self._compared(earlier, later)
                if found is not None:
                    return (earlier, later, *found)
        return None

    def _compared(self, one: Told, other: Told) -> tuple[Verdict, tuple[str, ...]] | None:
        """Return the verdict on two figures, the earlier first, with its reasons; None where nothing sure can be said."""
        if not _comparable(one, other) or set(self.origins.of(one.id)) & set(self.origins.of(other.id)):
            return None
        denied = self._denied(one, other)
        if denied is not None or Modality.DENIED in (one.figure.modality, other.figure.modality):
            return denied
        righted = self._righted(one, other)
        if righted is not None and reasons.instead(*righted):
            return Verdict.CONFLICT, (sentence(reasons.instead, *righted),)
        # what somebody takes back for the other number has not risen to it, nor has an outlet's own count beside its source's
        stands = righted is None and not self._own_count(one, other) and not self._own_count(other, one)
        risen = (reasons.rose, reasons.rose_elsewhere) if stands else ()
        for reason in (reasons.in_common, *risen):
            if reason(one, other):
                return Verdict.COMPATIBLE, (sentence(reason, one, other),)
        why = self._conflict(one, other)
        return (Verdict.CONFLICT, tuple(sentence(reason, one, other) for reason in why)) if why else None

    def _denied(self, one: Told, other: Told) -> tuple[Verdict, tuple[str, ...]] | None:
        for said, back in ((one, other), (other, one)):
            if reasons.taken_back(said, back) and reasons.in_common(said, back):
                why = [reason for reason in (reasons.taken_back, reasons.takes_back) if reason(said, back)]
                return Verdict.CONFLICT, tuple(sentence(reason, said, back) for reason in why)
        return None

    def _righted(self, one: Told, other: Told) -> tuple[Told, Told] | None:
        """Return the two with the one first that the article of the other denies, whoever speaks there (`47, et non 52`)."""
        for said, now in ((one, other), (other, one)):
            value = said.figure.low, said.figure.high
            if any((back.figure.low, back.figure.high) == value for back in self.denied.get(now.figure.article, ())):
                return said, now
        return None

    def _own_count(self, own: Told, other: Told) -> bool:
        """Return whether the article of a number that credits nobody gives beside it another one of the other's source."""
        return not own.sources and any(
            one.sources & other.sources and reasons.apart(one.figure, own.figure)
            for one in self.told[own.figure.article]
        )

    def _conflict(self, one: Told, other: Told) -> list[Reason]:
        """Return the reasons for a conflict, none where it would not be sure."""
        sure = reasons.countable(one, other) and reasons.near(one, other) and not reasons.hedged(one, other)
        if not sure or not reasons.answerable(one, other) or {one.id, other.id} & self.several:
            return []
        if one.parties != other.parties:
            return []
        if bare(one.figure.place_text or "") != bare(other.figure.place_text or ""):
            return []
        if reasons.fell(one, other):
            return [reason for reason in (reasons.fell, reasons.corrected, reasons.two_sources) if reason(one, other)]
        if not (reasons.same_day(one, other) and reasons.two_sources(one, other)):
            return []
        if self._side_by_side(one, other):
            return [reasons.two_sources]
        return [reasons.two_sources, reasons.one_scene] if reasons.one_scene(one, other) else []

    def _side_by_side(self, one: Told, other: Told) -> bool:
        """Return whether some article tells both, or copies of both."""
        some = {record for origin in self.origins.of(one.id) for record in self.origins.members(origin)}
        more = {record for origin in self.origins.of(other.id) for record in self.origins.members(origin)}
        return any(first in some and second in more for first, second in self.together)


def _comparable(one: Told, other: Told) -> bool:
    """Return whether two figures of a group can be laid beside each other: of two articles or of two sources of one,
    of the same scene, and in the same quarters where both say in which."""
    same_article = one.figure.article == other.figure.article
    if same_article and (not one.sources or not other.sources or one.sources & other.sources):
        return False
    # who says that rebels killed them counts no fewer than before: `142 tués par les rebelles`, after 129 by one source
    clash = any(first and second and first != second for first, second in zip(one.parties, other.parties, strict=True))
    if clash or (one.parties != other.parties and not one.sources & other.sources):
        return False
    quarters = bare(one.figure.place_text or ""), bare(other.figure.place_text or "")
    if all(quarters) and quarters[0] != quarters[1]:
        return False
    return not reasons.other_scene(one, other) and not (same_article and reasons.other_hour(one, other))


def _tellings(group: Sequence[Told], origins: Origins) -> list[list[Told]]:
    """Return for each origin some of the figures that have it, one for an article, in order of the first: copies are
    not compared with each other. Best are those that credit somebody by themselves."""
    by_origin: dict[str, dict[str, Told]] = defaultdict(dict)
    for one in sorted(group, key=lambda one: (not one.sources, len(origins.of(one.id)), _order(one))):
        for origin in origins.of(one.id):
            if len(by_origin[origin]) < TELLINGS:
                by_origin[origin].setdefault(one.figure.article, one)
    return sorted((list(here.values()) for here in by_origin.values()), key=lambda here: _order(here[0]))


def _several(group: Sequence[Told]) -> set[str]:
    """Return the figures whose article tells others of one source and one day that differ: they count several things."""
    found: set[str] = set()
    for here in _by_article(group).values():
        for one in here:
            for other in here:
                alike = one.sources == other.sources and one.figure.until == other.figure.until
                standing = Modality.DENIED not in (one.figure.modality, other.figure.modality)
                if alike and standing and reasons.apart(one.figure, other.figure):
                    found |= {one.id, other.id}
    return found


def _by_article(group: Sequence[Told]) -> dict[str, list[Told]]:
    by_article: dict[str, list[Told]] = defaultdict(list)
    for one in group:
        by_article[one.figure.article].append(one)
    return by_article


def _order(one: Told) -> tuple[object, ...]:
    figure: Figure = one.figure
    return (figure.until, figure.low or 0, figure.high is None, figure.high or 0, one.id)
