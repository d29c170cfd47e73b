"""A parsed paragraph in, its words out: one flat row that quotes, cues and speakers are read from."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from recoupe.extract.paragraph import Paragraph
from recoupe.extract.statements.quotes import Quote, find_quotes
from recoupe.model.span import Span

TOKEN = re.compile(
    r"(?-i:(?<!\w)[NM]['’][A-ZÉ][^\W\d_]+(?:-[^\W\d_]+)*)"
    r"|(?:[cdjlmnst]|qu|lorsqu|puisqu|quoiqu|jusqu)['’](?=[\w«“\"(‘\s\u00a0])"
    r"|-t[-‑](?:il|elle|on|ils|elles)\b"
    r"|-(?:ils?|elles?|on|je|nous|vous)\b(?![-‑])"
    r"|aujourd['’]hui|\(\.\.\.\)|\.\.\.|--|presqu['’]île|prud['’]hom\w+"
    r"|\d+(?:[.,'’]\d+)*(?:[hH]\d*)?"
    r"|[^\W\d_]+(?:[-‑](?!t-(?:il|elle|on)|(?:ils?|elles?|on|je|nous|vous)\b(?![-‑]))[^\W_]+|['’](?=[a-zà-ÿ])[^\W\d_]+|\d+)*"
    r"|\S",
    re.IGNORECASE,
)
ELIDED = re.compile(r"^([cdjlmnst]|qu|lorsqu|puisqu|quoiqu|jusqu)['’]$", re.IGNORECASE)
CLOSING = frozenset("»”’")


@dataclass(frozen=True, slots=True)
class Word:
    """One word or sign. `low` is its lower-case form with a straight apostrophe, `depth` counts quotes around it."""

    text: str
    low: str
    span: Span
    pos: str
    gender: str | None
    plural: bool
    sentence: int
    depth: int
    finite: bool = False

    @property
    def capital(self) -> bool:
        """A capital first letter, past an Arabic article: `al-Masri`."""
        if self.text[0].isupper():
            return True
        article, _, rest = self.text.partition("-")
        return len(article) <= 3 and rest[:1].isupper()

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def elided(self) -> bool:
        return self.text[-1] in "'’"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of words that ends where a sentence ends outside quotation marks: words `start` to `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Marks:
    """Where things stand in a row, so that no look-up walks through it: word by word, and quote by quote.

    `stretch_at` gives the number of each word's stretch, `starts` where each word begins, `opened` and `closed` where
    quotes do; `by_depth` holds the quotes of a depth, which never overlap, and where each begins.
    """

    stretch_at: tuple[int, ...]
    starts: tuple[int, ...]
    opened: frozenset[int]
    closed: frozenset[int]
    by_depth: dict[int, tuple[list[int], list[Quote]]]


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph as words, quotes and stretches."""

    text: str
    words: tuple[Word, ...]
    quotes: tuple[Quote, ...]
    stretches: tuple[Stretch, ...]
    marks: Marks

    def low(self, at: int) -> str:
        """Return the lower-case form of a word, and nothing outside the row."""
        return self.words[at].low if 0 <= at < len(self.words) else ""

    def pos(self, at: int) -> str:
        """Return the part of speech of a word, and nothing outside the row."""
        return self.words[at].pos if 0 <= at < len(self.words) else ""

    def finite(self, at: int) -> bool:
        """Say whether a word is a finite verb, which nothing outside the row is."""
        return 0 <= at < len(self.words) and self.words[at].finite

    def span(self, first: int, last: int) -> Span:
        """Return where the words from `first` up to and with `last` stand."""
        return Span(self.words[first].span.start, self.words[last].span.end)

    def stretch_of(self, at: int) -> Stretch:
        """Return the stretch that a word stands in."""
        return self.stretches[self.marks.stretch_at[at]]

    def index_at(self, offset: int) -> int:
        """Return the first word that begins at an offset of the text or behind it."""
        return bisect_left(self.marks.starts, offset)

    def after(self, stretch: Stretch) -> Stretch | None:
        """Return the stretch behind another one."""
        return self.stretch_of(stretch.end) if stretch.end < len(self.words) else None

    def before(self, stretch: Stretch) -> Stretch | None:
        """Return the stretch before another one."""
        return self.stretch_of(stretch.start - 1) if stretch.start > 0 else None

    def opens(self, at: int) -> bool:
        """Say whether a word is the mark that opens a quote."""
        return 0 <= at < len(self.words) and self.words[at].span.start in self.marks.opened

    def closes(self, at: int) -> bool:
        """Say whether a word is the mark that closes a quote."""
        return 0 <= at < len(self.words) and self.words[at].span.end in self.marks.closed

    def quote_at(self, at: int, depth: int = 0) -> Quote | None:
        """Return the quote of that depth whose marks cover a word."""
        if not 0 <= at < len(self.words):
            return None
        span = self.words[at].span
        starts, quotes = self.marks.by_depth.get(depth, ([], []))
        number = bisect_right(starts, span.start) - 1
        return quotes[number] if number >= 0 and quotes[number].outer.covers(span) else None


def row_of(paragraph: Paragraph) -> Row:
    """Return the words of a paragraph with the part of speech and gender that the parse gives them."""
    quotes = find_quotes(paragraph.text)
    depth_of = _depths(quotes)
    words: list[Word] = []
    for number, sentence in enumerate(paragraph.sentences):
        tags = {token.idx: token for token in sentence.doc}
        for hit in TOKEN.finditer(sentence.text):
            token = tags.get(hit.start())
            span = Span(hit.start(), hit.end()).shifted(sentence.span.start)
            gender = token.morph.get("Gender", []) if token is not None else []
            words.append(
                Word(
                    text=hit.group(),
                    low=hit.group().casefold().replace("’", "'").replace("‑", "-"),
                    span=span,
                    pos=token.pos_ if token is not None else "X",
                    gender={"Masc": "m", "Fem": "f"}.get(gender[0]) if gender else None,
                    plural=token is not None and "Plur" in token.morph.get("Number", []),
                    sentence=number,
                    depth=depth_of(span),
                    finite=token is not None and "Fin" in token.morph.get("VerbForm", []),
                )
            )
    stretches = _stretches(words, quotes)
    return Row(paragraph.text, tuple(words), quotes, stretches, _marks(words, quotes, stretches))


def _marks(words: list[Word], quotes: tuple[Quote, ...], stretches: tuple[Stretch, ...]) -> Marks:
    by_depth: dict[int, tuple[list[int], list[Quote]]] = {}
    for quote in quotes:
        starts, held = by_depth.setdefault(quote.depth, ([], []))
        starts.append(quote.outer.start)
        held.append(quote)
    return Marks(
        stretch_at=tuple(n for n, stretch in enumerate(stretches) for _ in range(stretch.start, stretch.end)),
        starts=tuple(word.span.start for word in words),
        opened=frozenset(quote.outer.start for quote in quotes),
        closed=frozenset(quote.outer.end for quote in quotes),
        by_depth=by_depth,
    )


def _depths(quotes: tuple[Quote, ...]) -> Callable[[Span], int]:
    """Return what counts the quotes around words that come in their order; a quote behind them is not looked at."""
    waiting = sorted(quotes, key=lambda quote: quote.inner.start, reverse=True)
    around: list[Quote] = []

    def depth_of(span: Span) -> int:
        while waiting and waiting[-1].inner.start <= span.start:
            around.append(waiting.pop())
        around[:] = [quote for quote in around if quote.inner.end > span.start]
        return sum(quote.inner.covers(span) for quote in around)

    return depth_of


def _stretches(words: list[Word], quotes: tuple[Quote, ...]) -> tuple[Stretch, ...]:
    """Join sentences that a quotation mark holds together."""
    found, start = [], 0
    outer = sorted(quotes, key=lambda quote: quote.outer.start)
    quotes_before, reach = 0, 0
    for at in range(1, len(words) + 1):
        if at == len(words):
            found.append(Stretch(start, at))
        elif words[at].sentence != words[at - 1].sentence:
            gap = Span(words[at - 1].span.end, words[at].span.start)
            while quotes_before < len(outer) and outer[quotes_before].outer.start < gap.start:
                reach = max(reach, outer[quotes_before].outer.end)
                quotes_before += 1
            if gap.end >= reach:
                found.append(Stretch(start, at))
                start = at
    return tuple(found)
