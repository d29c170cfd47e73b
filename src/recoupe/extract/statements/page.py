"""The paragraphs of an article in, what their order on the page says out: lists below a colon, questions, letterheads."""

from __future__ import annotations

import re

from recoupe.extract.reading import LocalStatement, Reading
from recoupe.extract.statements.lexis import world_bodies
from recoupe.extract.statements.offices import spells
from recoupe.extract.statements.points import POINT, style_of
from recoupe.model.article import Article, BlockKind
from recoupe.model.span import Span

Readings = list[tuple[Span, Reading]]

LETTERHEAD = re.compile(r"(?:^|[\n–—:])[ \t]*(?P<long>[A-ZÉÈÀ][^()\n:–—]{5,90}?) \((?P<short>[A-ZÉ]{2,9})\)")
MARKS = '«»“”" \u00a0\u202f'


def points_below(article: Article, readings: Readings, number: int) -> Span | None:
    """Return where the list stands that a paragraph ending in a colon opens, without its first dash; None where none does."""
    first = last = style = None
    for block, _ in readings[number + 1 :]:
        text = block.of(article.text)
        point = POINT.match(text)
        if point is None or style not in (None, style_of(point)):
            break
        style = style_of(point)
        first = block.start + point.end() if first is None else first
        last = block.start + len(text.rstrip(" \n.;,"))
    return Span(first, last) if first is not None and last is not None and first < last else None


def answered(article: Article, readings: Readings) -> dict[int, int]:
    """Return the paragraphs that answer a question of an interview, each with where the first question stands.

    A question is a paragraph of the outlet's own that ends in a question mark, an answer the quote below it that nobody
    is named for; one such pair alone is no interview.
    """
    found: list[tuple[int, int]] = []
    for number in range(1, len(readings)):
        question, reading = readings[number - 1]
        answer = readings[number][1]
        asks = question.of(article.text).rstrip().endswith("?") and question.of(article.text)[0] not in MARKS
        if asks and reading.kind is not BlockKind.TITLE and answer.statements and is_answer(answer.statements[0]):
            found.append((number, question.start))
    return {number: found[0][1] for number, _ in found} if len(found) > 1 else {}


def is_answer(local: LocalStatement) -> bool:
    """Say whether a statement is a quote at the head of its paragraph that no words credit to anybody."""
    return local.continues and local.cue is None and local.span.start < 4


def letterheads(article: Article) -> dict[str, str]:
    """Return the acronyms that the head of a page spells out: `Aide sans rivages (ASR)`."""
    found: dict[str, str] = {}
    for block in article.blocks[:6]:
        for hit in LETTERHEAD.finditer(block.span.of(article.text)):
            if hit["long"].split()[0] in ("Au", "Aux", "Du", "Des", "À", "De", "Selon", "Pour"):
                continue
            of_the_world = world_bodies().get(hit["short"])
            known = of_the_world is not None and all(key in hit["long"].casefold() for key in of_the_world)
            if known or spells(hit["short"], hit["long"].strip()):
                found.setdefault(hit["short"], hit["long"].strip())
    return found
