"""A crisis and what its articles add up to in, out what happened day by day as they tell it.

Events that have a date, figures that have a day, and of what was said the charges, denials, refusals, demands, promises and
threats; plain words only where they are part of a dispute. What has no day stands in `left_out`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from recoupe.crosscheck.disputes.around import marked_words, span_around
from recoupe.crosscheck.disputes.joining import Names, Origins
from recoupe.crosscheck.timeline.figures import figure_entries
from recoupe.crosscheck.timeline.ground import Ground
from recoupe.crosscheck.timeline.said import statement_entries
from recoupe.model.account import Account, Dossier
from recoupe.model.dating import Dating
from recoupe.model.dispute import Dispute
from recoupe.model.event import Event, EventType
from recoupe.model.series import Series
from recoupe.model.span import Span
from recoupe.model.timeline import Entry, EntryOf, Happening

_SPOKEN = frozenset({EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.THREATEN})
"""Events that are acts of speech: where the statement itself is an entry, the event would tell it a second time."""
_FEW = 5
"""Words that tell an event well enough alone."""
_CLAUSE = re.compile(r"\s*[,;:–]\s+")
_SORTS = {EntryOf.EVENT: 0, EntryOf.FIGURE: 1, EntryOf.STATEMENT: 2}


def timeline(
    dossier: Dossier,
    names: Names,
    origins: Origins,
    series: Sequence[Series],
    disputes: Sequence[Dispute],
    happenings: Sequence[Happening],
    datings: Sequence[Dating],
) -> tuple[Entry, ...]:
    """Return the entries of a crisis by day, then by last day and sort, then in the order in which they were told.

    `modality` is that of the event or the figure, and the act of a statement. A day that only an article has (what
    somebody said, on no day that the text names) is that article's, where its day is known.
    """
    ground = Ground(dossier, names, origins, disputes, datings)
    said = statement_entries(ground)
    listed = {record for entry in said for record in entry.records}
    entries = [*_events(ground, happenings, listed), *figure_entries(ground, series), *said]
    return tuple(sorted(entries, key=lambda one: _order(ground, one)))


def _order(ground: Ground, entry: Entry) -> tuple[object, ...]:
    first = min((ground.place(record) for record in entry.records if record in ground.account_of), default=("", 0))
    return entry.day, entry.until or entry.day, _SORTS[entry.of], entry.reported, first, entry.says, entry.records


def left_out(
    dossier: Dossier, happenings: Sequence[Happening], datings: Sequence[Dating], entries: Sequence[Entry]
) -> tuple[str, ...]:
    """Return the ids of the happenings and of the charges, denials and the like that no line of a timeline holds because
    nothing says on which day they were."""
    listed = {record for entry in entries for record in entry.records}
    undated = [one.id for one in happenings if one.date is None and not listed & set(one.tellings)]
    days = {one.article: one for one in datings}
    for account in dossier.accounts:
        dating = days.get(account.article.id)
        known = dating.published if dating else account.article.published
        if not known:
            undated += [id for id, one in account.statements.items() if id not in listed and one.act in Ground.SHOWN]
    return tuple(sorted(undated))


def _events(ground: Ground, happenings: Sequence[Happening], listed: set[str]) -> list[Entry]:
    spoken = ground.spans(listed)
    entries = []
    for one in sorted(happenings, key=lambda one: one.id):
        tellings = [(id, ground.events[id]) for id in one.tellings if id in ground.events]
        if one.date is None or not tellings:
            continue
        if one.type in _SPOKEN and all(ground.lies_in(event.article, event.span, spoken) for _, event in tellings):
            continue
        day, _, until = one.date.partition("/")
        fullest = min(tellings, key=lambda telling: (-len(telling[1].text), telling[1].text, telling[0]))
        disputed = {dispute for _, event in tellings for dispute in ground.disputes_around(event.article, event.span)}
        entries.append(
            Entry(
                day=day,
                until=until or None,
                of=EntryOf.EVENT,
                says=_words(ground, *fullest),
                modality=one.modality,
                records=tuple(sorted(one.tellings)),
                articles=tuple(sorted(one.articles)),
                sources=ground.sources_around(tellings),
                origins=one.origins,
                reported=ground.reported(one.articles),
                disputes=tuple(sorted(disputed)),
            )
        )
    return entries


def _words(ground: Ground, id: str, event: Event) -> str:
    """Return the words that tell an event, with those around them where they are few: `raids` says little alone.

    A number in them keeps its hedge; a toll that ran on from the event is none of its words.
    """
    account = ground.account_of[id]
    span = _with_hedges(account, event.span)
    if len(event.text.split()) < _FEW:
        span = _without_tolls(account, span, span_around(account, span))
    return marked_words(account, span)


def _with_hedges(account: Account, span: Span) -> Span:
    """Return a stretch from where the hedge of a number in it begins: `au moins 129`, not `moins 129`."""
    starts = [
        evidence.span.start
        for figure in account.figures.values()
        if span.covers(figure.span)
        for evidence in figure.evidence
        if evidence.field == "qualifier" and evidence.span is not None and evidence.span.end >= span.start
    ]
    return Span(min([span.start, *starts]), span.end)


def _without_tolls(account: Account, event: Span, around: Span) -> Span:
    """Return the words around an event without the clauses beside it that tell a toll which runs on from its day."""
    text, start, end = account.article.text, around.start, around.end
    for figure in account.figures.values():
        if figure.until is None or figure.since == figure.until or not around.covers(figure.span):
            continue
        if event.end <= figure.span.start:
            clauses = [hit.start() for hit in _CLAUSE.finditer(text, event.end, figure.span.start)]
            end = min(end, clauses[-1]) if clauses else end
        elif figure.span.end <= event.start:
            clause = _CLAUSE.search(text, figure.span.end, event.start)
            start = max(start, clause.end()) if clause else start
    return Span(start, end)
