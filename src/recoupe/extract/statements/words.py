"""A parsed paragraph in, its words out: one flat row that quotes, cues and speakers are read from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from recoupe.extract.paragraph import Paragraph
from recoupe.extract.statements.quotes import Quote, find_quotes
from recoupe.model.span import Span

TOKEN = re.compile(
    r"(?:[cdjlmnst]|qu|lorsqu|puisqu|quoiqu|jusqu)['’](?=[\w«“\"(‘\s\u00a0])"
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
class Row:
    """A paragraph as words, quotes and stretches."""

    text: str
    words: tuple[Word, ...]
    quotes: tuple[Quote, ...]
    stretches: tuple[Stretch, ...]

    def low(self, at: int) -> str:
        """Return the lower-case form of a word, and nothing outside the row."""
        return self.words[at].low if 0 <= at < len(self.words) else ""

    def span(self, first: int, last: int) -> Span:
        """Return where the words from `first` up to and with `last` stand."""
        return Span(self.words[first].span.start, self.words[last].span.end)

    def stretch_of(self, at: int) -> Stretch:
        """Return the stretch that a word stands in."""
        return next(stretch for stretch in self.stretches if stretch.start <= at < stretch.end)

    def opens(self, at: int) -> bool:
        """Say whether a word is the mark that opens a quote."""
        return 0 <= at < len(self.words) and any(
            quote.outer.start == self.words[at].span.start for quote in self.quotes
        )

    def closes(self, at: int) -> bool:
        """Say whether a word is the mark that closes a quote."""
        return 0 <= at < len(self.words) and any(quote.outer.end == self.words[at].span.end for quote in self.quotes)

    def quote_at(self, at: int, depth: int = 0) -> Quote | None:
        """Return the quote of that depth whose marks cover a word."""
        if not 0 <= at < len(self.words):
            return None
        span = self.words[at].span
        return next((quote for quote in self.quotes if quote.depth == depth and quote.outer.covers(span)), None)


def row_of(paragraph: Paragraph) -> Row:
    """Return the words of a paragraph with the part of speech and gender that the parse gives them."""
    quotes = find_quotes(paragraph.text)
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
                    depth=sum(quote.inner.covers(span) for quote in quotes) if quotes else 0,
                    finite=token is not None and "Fin" in token.morph.get("VerbForm", []),
                )
            )
    return Row(paragraph.text, tuple(words), quotes, _stretches(words, quotes))


def _stretches(words: list[Word], quotes: tuple[Quote, ...]) -> tuple[Stretch, ...]:
    """Join sentences that a quotation mark holds together."""
    found, start = [], 0
    for at in range(1, len(words) + 1):
        if at == len(words):
            found.append(Stretch(start, at))
        elif words[at].sentence != words[at - 1].sentence:
            gap = Span(words[at - 1].span.end, words[at].span.start)
            if not any(quote.outer.start < gap.start and gap.end < quote.outer.end for quote in quotes):
                found.append(Stretch(start, at))
                start = at
    return tuple(found)
