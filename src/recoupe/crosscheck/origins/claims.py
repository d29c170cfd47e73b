"""Records in, which of them tell the same thing with the same value out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from recoupe.crosscheck.forest import Forest
from recoupe.crosscheck.names.names import Names
from recoupe.crosscheck.names.spelling import bare
from recoupe.crosscheck.origins.carried import Sharing
from recoupe.model.account import Dossier
from recoupe.model.event import Event
from recoupe.model.figure import Figure, Modality
from recoupe.model.judgement import NameOf
from recoupe.model.passage import Passage
from recoupe.model.statement import Statement

FEW = 3
"""Speech of fewer words is no speech that two articles share."""


def claims(dossier: Dossier, names: Names, passages: Sequence[Passage]) -> tuple[tuple[str, ...], ...]:
    """Return the records of a dossier in groups that tell the same thing with the same value, each in exactly one.

    Figures: one kind, counted, unit, interval, qualifier and sort of modality, one place and parties, and windows that
    begin alike; or the same words of a passage carry them. Statements: the same words of a passage carry them, or the
    same speaker says the same words. Events: the same words of a passage carry them and they are of one type.
    """
    return claims_of(names, Sharing(dossier, passages))


def claims_of(names: Names, sharing: Sharing) -> tuple[tuple[str, ...], ...]:
    """Return the claims of records whose passages were laid over each other before."""
    forest: Forest[str] = Forest(sharing.records)
    for pair in sharing.pairs:
        one, other = sharing.records[pair.one], sharing.records[pair.other]
        if not isinstance(one, Figure) or (isinstance(other, Figure) and _value(one) == _value(other)):
            forest.join(pair.one, pair.other)
    for group in (*_figures(names, sharing), *_speeches(names, sharing)):
        for record in group[1:]:
            forest.join(group[0], record)
    return tuple(tuple(group) for group in forest.groups())


def sort_of(modality: Modality) -> str:
    """Return the sort of a modality: hearsay and report are one, what is planned, called for or denied each its own."""
    return Modality.REPORTED if modality is Modality.ALLEGED else modality


def _value(figure: Figure) -> tuple[object, ...]:
    told = (figure.kind, figure.counted, figure.unit, sort_of(figure.modality))
    return (*told, figure.low, figure.high, figure.qualifier)


def _figures(names: Names, sharing: Sharing) -> Iterator[list[str]]:
    alike: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for key, record in sorted(sharing.records.items()):
        if isinstance(record, Figure):
            where = (names.key(NameOf.PLACE, record.place), bare(record.place_text or ""))
            who = (names.key(NameOf.PARTY, record.side), names.key(NameOf.PARTY, record.by))
            alike[_value(record), where, who].append(key)
    for group in alike.values():
        yield from _windows([(key, record) for key in group if isinstance(record := sharing.records[key], Figure)])


def _windows(figures: list[tuple[str, Figure]]) -> Iterator[list[str]]:
    """Yield the figures in groups whose windows begin alike; those without a beginning join the others only where
    all others begin alike, since they could be any of them."""
    by_since: dict[str | None, list[str]] = defaultdict(list)
    for key, figure in figures:
        by_since[figure.since].append(key)
    loose = by_since.pop(None, [])
    if len(by_since) == 1:
        yield [*next(iter(by_since.values())), *loose]
        return
    yield from by_since.values()
    if not by_since:
        yield loose


def _speeches(names: Names, sharing: Sharing) -> Iterator[list[str]]:
    said: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for key, record in sorted(sharing.records.items()):
        if isinstance(record, Statement) and record.speaker and len(words := bare(record.text)) >= FEW:
            said[names.key(NameOf.SOURCE, record.speaker) or "", words].append(key)
    yield from said.values()


def covering(event: Event, statements: Sequence[Statement]) -> Statement | None:
    """Return the narrowest statement that an event is told in, None where the outlet tells it itself."""
    around = [one for one in statements if one.span.covers(event.span)]
    return min(around, key=lambda one: (one.span.end - one.span.start, one.span), default=None)
