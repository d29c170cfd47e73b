"""Short reports of our own in, what they say out: the fixtures that the tests of statements share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.extract.mentions import read_mentions
from recoupe.extract.paragraph import parse_paragraphs
from recoupe.extract.reading import Reading
from recoupe.extract.statements import bind_statements, read_statements
from recoupe.model.article import Article, Block, BlockKind
from recoupe.model.moment import Moment
from recoupe.model.span import Span
from recoupe.model.statement import Statement
from recoupe.parse.sentences import split_sentences


def _statements(*paragraphs: str, moment: str | None = None, publisher: str | None = None) -> tuple[Statement, ...]:
    """Return the statements of a report; `moment` is a day named in it, laid on 2020-03-04."""
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        sentences = tuple(span.shifted(at) for span in split_sentences(paragraph))
        blocks.append(Block(BlockKind.BODY, Span(at, at + len(paragraph)), sentences))
        at += len(paragraph) + 2
    article = Article(
        id="a",
        name="a.txt",
        text=text,
        blocks=tuple(blocks),
        language="fr",
        published="2020-03-05",
        publisher=publisher,
    )
    parsed = parse_paragraphs([(p, BlockKind.BODY, split_sentences(p)) for p in paragraphs])
    readings = []
    for block, paragraph in zip(blocks, parsed, strict=True):
        found = paragraph.text.find(moment) if moment else -1
        moments = (
            (Moment(span=Span(found, found + len(moment)), rule="moments:test", form="day"),)
            if moment and found >= 0
            else ()
        )
        reading = Reading(
            kind=paragraph.kind,
            sentences=tuple(sentence.span for sentence in paragraph.sentences),
            figures=(),
            statements=read_statements(paragraph, moments),
            mentions=read_mentions(paragraph),
            moments=moments,
            places=(),
        )
        readings.append((block.span, reading))
    return bind_statements(article, readings, lambda _: "2020-03-04")


def _said(*paragraphs: str) -> list[tuple[str | None, str]]:
    """Return who says what in a report, in order."""
    return [(statement.speaker, statement.text) for statement in _statements(*paragraphs)]


@pytest.fixture
def statements() -> Callable[..., tuple[Statement, ...]]:
    """Read a report given as its paragraphs."""
    return _statements


@pytest.fixture
def said() -> Callable[..., list[tuple[str | None, str]]]:
    """Read who says what in a report given as its paragraphs."""
    return _said
