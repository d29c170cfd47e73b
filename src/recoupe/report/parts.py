"""What a report is before anybody draws it: sections of sentences, tables and pictures, each with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One thing that records tell. `sources` are numbers in the list of sources, `records` ids of records or articles.

    `quotes` are the stretches of `words` that stand in an article or a field of a record to the letter; `level` 1 stands
    below the sentence before it. The full stop comes with the reference, when it is drawn.
    """

    words: str
    sources: tuple[int, ...]
    records: tuple[str, ...]
    quotes: tuple[str, ...] = ()
    level: int = 0

    @property
    def text(self) -> str:
        """The sentence as every format has it, its sources at its end."""
        return f"{self.words}\u00a0{reference(self.sources)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a table: its cells, and what it rests on, which is drawn as one more cell."""

    cells: tuple[str, ...]
    sources: tuple[int, ...]
    records: tuple[str, ...]
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under their heads; the last head is that of the sources, `numbers` are the columns of numbers.

    `headed` where its title is not that of its section.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    numbers: tuple[int, ...] = ()
    headed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """The same picture for a dark ground, for a telephone, or for both."""

    dark: bool
    narrow: bool
    svg: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawing with what it shows in words: `alt` for those who do not see it, `caption` with its sources.

    `svg` and `png` are for a page of paper; `screens` are drawings of the same for where a page is read otherwise.
    """

    name: str
    svg: bytes
    png: bytes
    alt: str
    caption: Sentence
    screens: tuple[Drawing, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a report under its title; sections in it come one level lower."""

    key: str
    title: str
    parts: tuple[Sentence | Table | Picture | Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One numbered source: an article, or a document that was set aside. `copy_of` are the numbers it takes words from."""

    number: int
    words: str
    quotes: tuple[str, ...]
    record: str
    copy_of: tuple[int, ...] = ()
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A situation report in one language. `as_of` is the moment of the check that it rests on (ISO, UTC), None if unkept."""

    crisis: str
    language: str
    title: str
    dated: str
    as_of: str | None
    sections: tuple[Section, ...]
    sources_title: str
    sources: tuple[Source, ...]
    page: str
    contents_title: str

    def sentences(self) -> Iterator[Sentence]:
        """Yield every sentence, captions too, in order."""
        for part in self.parts():
            if isinstance(part, Sentence):
                yield part
            elif isinstance(part, Picture):
                yield part.caption

    def rows(self) -> Iterator[Row]:
        """Yield every row of every table, in order."""
        for part in self.parts():
            if isinstance(part, Table):
                yield from part.rows

    def parts(self) -> Iterator[Sentence | Table | Picture]:
        """Yield what the sections hold, in order, whatever the level."""
        yield from _leaves(self.sections)


def reference(numbers: tuple[int, ...]) -> str:
    """Return sources as they stand behind a sentence, three and more in a row as one stretch.

    >>> reference((1, 2, 3, 7)), reference((4, 5)), reference(())
    ('[1–3, 7]', '[4, 5]', '')
    """
    shown: list[str] = []
    run: list[int] = []
    for number in (*sorted(set(numbers)), None):
        if number is not None and run and number == run[-1] + 1:
            run.append(number)
            continue
        shown += [f"{run[0]}–{run[-1]}"] if len(run) > 2 else [str(one) for one in run]
        run = [] if number is None else [number]
    return f"[{', '.join(shown)}]" if shown else ""


def pieces(words: str, quotes: tuple[str, ...]) -> Iterator[tuple[str, bool]]:
    """Yield the stretches of a text in order, and whether each is one of the quotes, which come in their order.

    >>> list(pieces("il dit : non, et non", ("non",)))
    [('il dit : ', False), ('non', True), (', et non', False)]
    """
    at = 0
    for quote in quotes:
        found = words.find(quote, at) if quote else -1
        if found < 0:
            continue
        if found > at:
            yield words[at:found], False
        yield quote, True
        at = found + len(quote)
    if at < len(words):
        yield words[at:], False


def _leaves(parts: tuple[Sentence | Table | Picture | Section, ...]) -> Iterator[Sentence | Table | Picture]:
    for part in parts:
        if isinstance(part, Section):
            yield from _leaves(part.parts)
        else:
            yield part
