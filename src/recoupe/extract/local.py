"""The first step of the digest: paragraphs in, what each says by itself out. Equal paragraphs always read the same."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.extract.figures.read import read_figures
from recoupe.extract.figures.times import struck
from recoupe.extract.figures.topics import topics
from recoupe.extract.mentions import read_mentions
from recoupe.extract.moments import find_moments
from recoupe.extract.paragraph import Paragraph, parse_paragraphs
from recoupe.extract.places import read_places
from recoupe.extract.reading import Reading, Subject
from recoupe.extract.statements import read_statements
from recoupe.model.article import BlockKind
from recoupe.model.span import Span


def read_paragraphs(paragraphs: Sequence[tuple[str, BlockKind, tuple[Span, ...]]]) -> list[Reading]:
    """Return the reading of each paragraph, given as its text, its kind and the spans of its sentences in that text."""
    return [_read(paragraph) for paragraph in parse_paragraphs(paragraphs)]


def _read(paragraph: Paragraph) -> Reading:
    moments = find_moments(paragraph.text)
    places = read_places(paragraph)
    figures, set_aside = read_figures(paragraph, moments)
    subjects = [
        Subject(topic.kind, topic.counted, topic.entry)
        for sentence in paragraph.sentences
        for topic in topics(sentence)
    ]
    return Reading(
        kind=paragraph.kind,
        sentences=tuple(sentence.span for sentence in paragraph.sentences),
        figures=figures,
        statements=read_statements(paragraph, moments),
        mentions=read_mentions(paragraph),
        moments=moments,
        places=places,
        struck=tuple(moment for sentence in paragraph.sentences for moment in struck(moments, sentence)),
        subject=subjects[-1] if subjects else None,
        set_aside=set_aside,
    )
