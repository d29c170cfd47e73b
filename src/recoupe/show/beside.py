"""Two texts and what they share in, rows of paragraphs out, each beside the one that it shares most with, its shared words apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.model.article import Article
from recoupe.model.passage import Passage
from recoupe.model.span import Span
from recoupe.show.lineage import Shared, paired, same_words, turned
from recoupe.show.values import printable

ROWS = 40
"""How many rows one page has at most."""
_FOLD = 1200
"""A stretch of more signs than this is shown by its two ends, with what is between them counted."""
_PASSAGES = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of one side. `number` is that of the passage that they are shared in; `left_out` counts the signs that are not
    shown behind them."""

    text: str
    number: int | None = None
    begins: bool = False
    left_out: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideRow:
    """A paragraph of each text, or of one where the other has none."""

    left: tuple[Piece, ...]
    right: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A page of two texts side by side; `passages` are those that stand on it, numbered in the order of the first text."""

    rows: tuple[BesideRow, ...]
    passages: tuple[tuple[int, Passage], ...]
    page: int
    pages: int


def beside(a: Article, b: Article, passages: Sequence[Passage], page: int = 1) -> Beside:
    """Return a page of two texts; a number beyond the last page is the last."""
    mine = [turned(one) if one.article_a == b.id else one for one in passages]
    ordered = sorted(mine, key=lambda one: (one.span_a, one.span_b))[:_PASSAGES]
    whole = [Shared(number=at, passage=one, words_a=(), words_b=()) for at, one in enumerate(ordered, 1)]
    rows = list(paired(a, b, whole))
    pages = max(1, -(-len(rows) // ROWS))
    page = min(page, pages)
    shown = rows[(page - 1) * ROWS : page * ROWS]
    here = [
        _worded(a, b, one)
        for one in whole
        if any(
            (left and left.meets(one.passage.span_a)) or (right and right.meets(one.passage.span_b))
            for left, right in shown
        )
    ]
    return Beside(
        rows=tuple(
            BesideRow(left=tuple(_pieces(a, left, here, 0)), right=tuple(_pieces(b, right, here, 1)))
            for left, right in shown
        ),
        passages=tuple((one.number, one.passage) for one in here),
        page=page,
        pages=pages,
    )


def _worded(a: Article, b: Article, one: Shared) -> Shared:
    """Return a passage with the words that are the same on both sides."""
    spans = (one.passage.span_a, one.passage.span_b)
    if spans[0].end > len(a.text) or spans[1].end > len(b.text):
        return one
    marked = same_words(a, b, one.passage)
    return Shared(number=one.number, passage=one.passage, words_a=marked[0], words_b=marked[1])


def _pieces(article: Article, span: Span | None, shared: Sequence[Shared], side: int) -> Iterator[Piece]:
    if span is None:
        return
    marks = sorted(
        (mark.start, mark.end, one.number, mark == words[0])
        for one in shared
        for words in ((one.words_a, one.words_b)[side],)
        for mark in words
        if span.covers(mark)
    )
    last = span.start
    for start, end, number, begins in marks:
        if start < last:
            continue
        yield from _folded(article.text, last, start, None, False)
        yield from _folded(article.text, start, end, number, begins)
        last = end
    yield from _folded(article.text, last, span.end, None, False)


def _folded(text: str, start: int, end: int, number: int | None, begins: bool) -> Iterator[Piece]:
    if start == end:
        return
    if end - start <= _FOLD:
        yield Piece(text=printable(text[start:end]), number=number, begins=begins)
        return
    half = _FOLD // 2
    left_out = end - start - 2 * half
    yield Piece(text=printable(text[start : start + half]), number=number, begins=begins, left_out=left_out)
    yield Piece(text=printable(text[end - half : end]), number=number)
