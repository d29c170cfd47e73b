"""The second step of the digest: an article and the readings of its paragraphs in, its records out."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from recoupe.extract.calendar import resolve
from recoupe.extract.events import bind_events
from recoupe.extract.figures.bind import bind_figures
from recoupe.extract.fingerprint import made_by
from recoupe.extract.gazetteer import Gazetteer
from recoupe.extract.moments import find_moments
from recoupe.extract.place_binding import bind_places
from recoupe.extract.place_openings import opening_places
from recoupe.extract.reading import Reading
from recoupe.extract.seats import seat_of
from recoupe.extract.statements import bind_statements
from recoupe.model.article import Article, BlockKind
from recoupe.model.digest import Digest
from recoupe.model.moment import Moment
from recoupe.model.span import Span
from recoupe.model.statement import Statement


def bind(article: Article, readings: Sequence[tuple[Span, Reading]], gazetteer: Gazetteer) -> Digest:
    """Return the digest of an article from the readings of its blocks, each with the span of its block in the text."""
    reference = datetime.date.fromisoformat(article.reference_day) if article.reference_day else None

    def said_on(moment: Moment) -> str | None:
        window = resolve(moment, reference)
        return window.since if window.since is not None and window.since == window.until else None

    statements = tuple(_seated(one, gazetteer) for one in bind_statements(article, list(readings), said_on))
    names = [
        replace(name, span=name.span.shifted(block.start)) for block, reading in readings for name in reading.places
    ]
    names = sorted((*opening_places(article), *names), key=lambda name: name.span)
    places = bind_places(names, gazetteer, article.text)
    return Digest(
        article=article,
        figures=bind_figures(article, readings, statements, places),
        statements=statements,
        places=tuple(places.resolve(name) for name in names),
        made_by=made_by(),
        moments=_moments(article, readings),
        events=bind_events(article, readings, statements, places),
    )


def _moments(article: Article, readings: Sequence[tuple[Span, Reading]]) -> tuple[Moment, ...]:
    """Return the times that the article names, in its order: of its paragraphs, and of its datelines."""
    found = []
    for block, reading in readings:
        blows = {moment.span for moment in reading.struck}
        found += [replace(_shifted(moment, block.start), of_blow=moment.span in blows) for moment in reading.moments]
    for head in article.blocks:
        if head.kind is BlockKind.DATELINE:
            named = find_moments(head.span.of(article.text))
            found += [replace(_shifted(moment, head.span.start), block=head.kind) for moment in named]
    return tuple(sorted(found, key=lambda moment: moment.span))


def _shifted(moment: Moment, by: int) -> Moment:
    parts = tuple(_shifted(part, by) for part in moment.parts)
    return replace(moment, span=moment.span.shifted(by), parts=parts)


def _seated(statement: Statement, gazetteer: Gazetteer) -> Statement:
    """Return a statement that says whom a capital or a palace speaks for."""
    country, why = seat_of(statement.speaker, gazetteer)
    return statement if why is None else replace(statement, speaker_id=country, evidence=(*statement.evidence, why))
