"""Series and single figures in, out the lines of a timeline that tell how many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from recoupe.crosscheck.disputes.around import marked_words, sentence_around, span_around
from recoupe.crosscheck.disputes.joining import one_name
from recoupe.crosscheck.forest import Forest
from recoupe.crosscheck.timeline.ground import Ground
from recoupe.model.figure import Figure, Modality
from recoupe.model.judgement import NameOf
from recoupe.model.series import Series
from recoupe.model.timeline import Entry, EntryOf


def figure_entries(ground: Ground, series: Sequence[Series]) -> list[Entry]:
    """Return one entry for each step of a series on its day, and for each other dated figure, told by however many
    articles. Parts stand with their whole, and have no line of their own."""
    figures = {id: one for account in ground.dossier.accounts for id, one in account.figures.items()}
    entries: list[Entry] = []
    told: set[str] = set()
    for one in series:
        told.update(one.parts)
        for step in one.steps:
            told.update(step.figures)
            day = step.until or one.since
            held = [id for id in step.figures if id in figures]
            if day and held:
                since = one.since if not one.running and one.since != day else None
                entries.append(_entry(ground, since or day, day if since else None, held, figures))
    for records in _claims(ground, figures, told):
        figure = figures[records[0]]
        day, until = figure.since or figure.until, figure.until
        if day is None or until is None:
            continue
        # a toll that runs has its line on the day it was reached
        running = figure.modality in (Modality.REPORTED, Modality.ALLEGED) and figure.since != figure.until
        entries.append(
            _entry(ground, until if running else day, None if running or day == until else until, records, figures)
        )
    return _of_one_sentence(ground, _of_one_origin(ground, entries, figures), figures)


def _of_one_origin(ground: Ground, entries: Sequence[Entry], figures: Mapping[str, Figure]) -> list[Entry]:
    """Return the entries, those of one value and one origin as one: a headline that repeats the toll of its report."""
    alike: dict[tuple[object, ...], list[Entry]] = defaultdict(list)
    for one in entries:
        first = figures[one.records[0]]
        place = one_name(ground.names, NameOf.PLACE, first.place) if first.place else None
        alike[one.day, one.until, one.modality, first.kind, first.unit, first.low, first.high, place].append(one)
    kept = []
    for same in alike.values():
        joined = Forest[str]()
        for one in same:
            for origin in one.origins:
                joined.join(f"entry {one.records[0]}", f"origin {origin}")
        groups: dict[str, list[Entry]] = defaultdict(list)
        for one in same:
            groups[joined.top(f"entry {one.records[0]}")].append(one)
        kept += [_joined(ground, group) for group in groups.values()]
    return kept


def _joined(ground: Ground, group: Sequence[Entry]) -> Entry:
    """Return one entry for several: the words are those of one that credits a source, the fullest."""
    if len(group) == 1:
        return group[0]
    records = tuple(sorted({record for one in group for record in one.records}))
    articles = tuple(sorted({article for one in group for article in one.articles}))
    return replace(
        min(group, key=lambda one: (not one.sources, -len(one.says), one.says)),
        records=records,
        articles=articles,
        sources=tuple(sorted({source for one in group for source in one.sources})),
        origins=ground.origins.behind(records),
        reported=ground.reported(articles),
        disputes=ground.disputes_about(records),
    )


def _of_one_sentence(ground: Ground, entries: Sequence[Entry], figures: Mapping[str, Figure]) -> list[Entry]:
    """Return the entries, those of one sentence of the same articles as one: so many dead and so many hurt."""
    alike: dict[tuple[object, ...], list[Entry]] = defaultdict(list)
    for one in entries:
        sentences = frozenset(
            (figures[id].article, sentence_around(ground.account_of[id], figures[id].span)) for id in one.records
        )
        alike[one.day, one.until, one.modality, one.sources, sentences].append(one)
    merged = []
    for same in alike.values():
        records = tuple(sorted({record for one in same for record in one.records}))
        first = min(same, key=lambda one: min((figures[id].span.start, figures[id].article) for id in one.records))
        merged.append(
            replace(
                first,
                records=records,
                origins=ground.origins.behind(records),
                disputes=ground.disputes_about(records),
            )
        )
    return merged


def _claims(ground: Ground, figures: dict[str, Figure], told: set[str]) -> list[list[str]]:
    """Return the figures that no series holds, those that claim the same together."""
    claims: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for id in sorted(figures):
        one = figures[id]
        if id in told or one.part_of is not None:
            continue
        place = one_name(ground.names, NameOf.PLACE, one.place) if one.place else None
        source = ground.source(one.source) if one.source else None
        claims[
            one.kind, one.counted, one.unit, one.low, one.high, one.modality, place, one.since, one.until, source
        ].append(id)
    return list(claims.values())


def _entry(ground: Ground, day: str, until: str | None, records: Sequence[str], figures: dict[str, Figure]) -> Entry:
    held = [(id, figures[id]) for id in sorted(records)]
    articles = sorted({one.article for _, one in held})
    around = {id: span_around(ground.account_of[id], one.span) for id, one in held}
    told = {id: marked_words(ground.account_of[id], span) for id, span in around.items()}
    return Entry(
        day=day,
        until=until,
        of=EntryOf.FIGURE,
        says=" ".join(min(told.values(), key=lambda words: (len(words), words)).split()),
        modality=held[0][1].modality,
        records=tuple(id for id, _ in held),
        articles=tuple(articles),
        sources=tuple(sorted({ground.source(one.source) for _, one in held if one.source})),
        origins=ground.origins.behind([id for id, _ in held]),
        reported=ground.reported(articles),
        disputes=ground.disputes_about(records),
    )
