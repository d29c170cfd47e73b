"""An article and its readings in, the day at which it says that its counts were closed out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from recoupe.extract.calendar import resolve
from recoupe.extract.moments import find_moments
from recoupe.extract.reading import LocalFigure, Reading
from recoupe.model.article import Article, BlockKind
from recoupe.model.moment import Moment
from recoupe.model.span import Span

# the entry of the words that close a count: `Données arrêtées au`, `Situation au`
CLOSED = "moments:closed_at"
# a count that was closed longer ago is an older one that a report recalls
LONGEST = 45
# the head of a report, where it says of when all its counts are
HEAD = 4
# characters of a line that stands by itself
LINE = 160
OPENINGS = frozenset({BlockKind.DATELINE, BlockKind.STAMP, BlockKind.LABEL, BlockKind.BYLINE})


def closed_on(
    article: Article, readings: Sequence[tuple[Span, Reading]], reference: datetime.date | None
) -> datetime.date | None:
    """Return the day at which an article says, in its head, that its counts were closed; None where it says none.

    `Rapport n° 5. Données arrêtées au 31 mars`: what follows stood on 31 March, whenever it was published.
    """
    if reference is None:
        return None
    return next(filter(None, (_closing(moment, reference) for moment in _head(article, readings))), None)


def closed_here(figure: LocalFigure, reading: Reading, reference: datetime.date) -> datetime.date | None:
    """Return the day at which a figure's own sentence says that the count was closed."""
    sentence = reading.sentences[figure.sentence]
    closings = (_closing(moment, reference) for moment in reading.moments if sentence.covers(moment.span))
    return next(filter(None, closings), None)


def _closing(moment: Moment, reference: datetime.date) -> datetime.date | None:
    if not moment.rule.startswith(CLOSED):
        return None
    day = resolve(moment, reference, future=False).until
    if day is None or len(day) != 10:
        return None
    closed = datetime.date.fromisoformat(day)
    return closed if 0 <= (reference - closed).days <= LONGEST else None


def _head(article: Article, readings: Sequence[tuple[Span, Reading]]) -> Iterator[Moment]:
    for block in article.blocks:
        if block.kind in OPENINGS:
            yield from find_moments(block.span.of(article.text))
    for paragraph, reading in readings[:HEAD]:
        # in running text, such words close the one count that they stand with
        if reading.kind is not BlockKind.BODY or paragraph.end - paragraph.start <= LINE:
            yield from reading.moments
