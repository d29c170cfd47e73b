"""A text with its records and shared passages in, the pieces of it that a page shows out: paragraphs cut at every border."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from recoupe.model.article import Article, BlockKind
from recoupe.model.passage import Passage
from recoupe.model.span import Span
from recoupe.show.values import printable
from recoupe.store.rows import EventRow, FigureRow, RecordRow

PAGE = 12_000
"""How many signs of a text one page shows, more or less: pages end where a paragraph or a sentence does."""
_LEAST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Words between two borders. `records` are the ids of those that they are a part of, the innermost first; `marks` are
    figure, statement, event, and `statement2` where statements lie in each other; `anchors` name the spans that begin."""

    start: int
    end: int
    text: str
    records: tuple[str, ...]
    marks: tuple[str, ...]
    shared: bool
    picked: bool
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A passage beside a paragraph: where it stands here and there, and whether it begins in this paragraph."""

    passage: Passage
    here: Span
    other: str
    there: Span
    begins: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A stretch of a text of one kind (None: nothing that was read), with the records that begin in it and its passages."""

    kind: BlockKind | None
    span: Span
    segments: tuple[Segment, ...]
    records: tuple[RecordRow, ...]
    bars: tuple[Bar, ...]

    @property
    def crossings(self) -> tuple[Segment, ...]:
        """The segments that several records share, one for each set of records."""
        found = {segment.records: segment for segment in reversed(self.segments) if len(segment.records) > 1}
        return tuple(sorted(found.values(), key=lambda segment: segment.start))


def page_starts(article: Article) -> list[int]:
    """Return where each page of a text begins. The pages cover all of it, and a page is never much longer than PAGE."""
    starts, length = [0], len(article.text)
    borders = sorted(
        {0, length}
        | {block.span.start for block in article.blocks}
        | {sentence.start for block in article.blocks for sentence in block.sentences}
    )
    while length - starts[-1] > PAGE:
        last = starts[-1]
        border = borders[bisect_right(borders, last + PAGE) - 1]
        if border < last + _LEAST:
            space = article.text.rfind(" ", last + PAGE - _LEAST, last + PAGE)
            border = space + 1 if space > 0 else last + PAGE
        starts.append(border)
    return starts


def page_of(starts: Sequence[int], at: int) -> int:
    """Return the number of the page, from 1, that a sign of the text stands on."""
    return max(1, bisect_right(starts, at))


def window(article: Article, starts: Sequence[int], number: int) -> Span:
    """Return the stretch of the text that the page of a number shows; a number beyond the last is the last."""
    at = min(max(number, 1), len(starts)) - 1
    return Span(starts[at], starts[at + 1] if at + 1 < len(starts) else len(article.text))


def paragraphs(
    article: Article,
    shown: Span,
    records: Iterable[RecordRow],
    passages: Iterable[Passage],
    picked: Span | None = None,
    unmarked: Collection[str] = (),
) -> Iterator[Paragraph]:
    """Yield what a page shows of a text, paragraph by paragraph. `records` are those whose words stand where they say;
    the `unmarked` among them, by id, are listed beside their paragraph and mark nothing in it."""
    records = sorted(records, key=lambda one: (one.start, -one.end))
    bars = sorted(_sides(article.id, passages), key=lambda side: side[1])
    pieces = list(_pieces(article, shown))
    taken: set[str] = set()
    for kind, span in pieces:
        met = [one for one in records if one.start < span.end and one.end > span.start]
        mine = [one for one in met if one.id not in taken]
        taken.update(one.id for one in mine)
        beside = tuple(
            Bar(passage=one, here=here, other=other, there=there, begins=here.start >= span.start)
            for one, here, other, there in bars
            if here.meets(span) and here.end <= len(article.text)
        )
        yield Paragraph(
            kind=kind,
            span=span,
            segments=tuple(
                _segments(article.text, span, [one for one in met if one.id not in unmarked], beside, picked)
            ),
            records=tuple(mine),
            bars=beside,
        )


def _sides(article: str, passages: Iterable[Passage]) -> Iterator[tuple[Passage, Span, str, Span]]:
    for one in passages:
        if one.article_a == article:
            yield one, one.span_a, one.article_b, one.span_b
        else:
            yield one, one.span_b, one.article_a, one.span_a


def _pieces(article: Article, shown: Span) -> Iterator[tuple[BlockKind | None, Span]]:
    """Yield the blocks of a page and the lines between them that are in none."""
    at = shown.start
    for block in sorted(article.blocks, key=lambda block: block.span):
        if not block.span.meets(shown) or block.span.end <= at:
            continue
        start, end = max(block.span.start, at), min(block.span.end, shown.end)
        yield from ((None, line) for line in _lines(article.text, at, start))
        yield block.kind, Span(start, end)
        at = end
    yield from ((None, line) for line in _lines(article.text, at, shown.end))


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for line in text[start:end].splitlines(keepends=True):
        if line.strip():
            yield Span(at, at + len(line.rstrip()))
        at += len(line)


def _segments(
    text: str, span: Span, records: Sequence[RecordRow], bars: Sequence[Bar], picked: Span | None
) -> Iterator[Segment]:
    borders = {span.start, span.end}
    spans = [Span(one.start, one.end) for one in records] + [bar.here for bar in bars] + ([picked] if picked else [])
    borders |= {border for one in spans for border in (one.start, one.end) if span.start < border < span.end}
    cuts = sorted(borders)
    coming, over = list(reversed(records)), []
    for start, end in pairwise(cuts):
        # by their beginnings, each comes once and goes once
        begun = []
        while coming and coming[-1].start <= start:
            one = coming.pop()
            over.append(one)
            begun.append((one.start, one.end))
        over = [one for one in over if one.end >= end]
        over.sort(key=lambda one: (one.end - one.start, one.start))
        if picked and max(picked.start, span.start) == start and picked.meets(span):
            begun.append((picked.start, picked.end))
        yield Segment(
            start=start,
            end=end,
            text=printable(text[start:end]),
            records=tuple(one.id for one in over),
            marks=_marks(over),
            shared=any(bar.here.start <= start and end <= bar.here.end for bar in bars),
            picked=picked is not None and picked.start <= start and end <= picked.end,
            anchors=tuple(dict.fromkeys(f"c{first}-{last}" for first, last in begun)),
        )


def _marks(records: Sequence[RecordRow]) -> tuple[str, ...]:
    kinds = [of_record(one) for one in records]
    return tuple(
        f"{kind}{depth if depth > 1 else ''}"
        for kind in ("figure", "statement", "event")
        for depth in (min(kinds.count(kind), 2),)
        if depth
    )


def of_record(record: RecordRow) -> str:
    """Return whether a record is a figure, a statement or an event."""
    return "figure" if isinstance(record, FigureRow) else "event" if isinstance(record, EventRow) else "statement"
