"""The second step of the digest: an article and the readings of its paragraphs in, its records out."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from recoupe.extract.calendar import resolve
from recoupe.extract.figures.bind import bind_figures
from recoupe.extract.fingerprint import made_by
from recoupe.extract.gazetteer import Gazetteer
from recoupe.extract.place_binding import bind_places
from recoupe.extract.reading import Reading
from recoupe.extract.seats import seat_of
from recoupe.extract.statements import bind_statements
from recoupe.model.article import Article
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
    places = bind_places(names, gazetteer, article.text)
    return Digest(
        article=article,
        figures=bind_figures(article, readings, statements, places),
        statements=statements,
        places=tuple(places.resolve(name) for name in names),
        made_by=made_by(),
    )


def _seated(statement: Statement, gazetteer: Gazetteer) -> Statement:
    """Return a statement that says whom a capital or a palace speaks for."""
    country, why = seat_of(statement.speaker, gazetteer)
    return statement if why is None else replace(statement, speaker_id=country, evidence=(*statement.evidence, why))
