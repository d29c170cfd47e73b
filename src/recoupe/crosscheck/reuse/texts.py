"""An article in, what is compared of it out: its words, where they stand, and which are names, quoted, or of no matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache

from recoupe.crosscheck.reuse.words import Word, fold, words_of
from recoupe.lexicon.load import closed
from recoupe.model.article import READ_KINDS, Article, BlockKind
from recoupe.model.span import Span

QUOTE = re.compile('«[^«»]*»|“[^“”]*”|"[^"]*"')
BREAK = re.compile('[,;:.!?…()«»“”"–—\n]')
YEAR = re.compile(r"(19|20)\d\d")
ACRONYM = re.compile(r"[A-Z]{2,6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """An article as it is compared: its id, its text (`source`), its words and their folded `forms`.

    The other fields say of words by their number: the block and the sentence each stands in, both numbered from 0 among
    those that are read; whether it is part of a name, of a title
    (`chef de la police locale`), of a quotation or of a date; whether a clause begins with it, as
    punctuation stands before it (`breaks`). `prose` are the sentences that are no title.
    """

    article: str
    source: str
    words: tuple[Word, ...]
    forms: tuple[str, ...]
    blocks: tuple[int, ...]
    sentences: tuple[int, ...]
    names: frozenset[int]
    titles: frozenset[int]
    quoted: frozenset[int]
    prose: frozenset[int]
    breaks: frozenset[int]
    dates: frozenset[int]

    def span(self, first: int, last: int) -> Span:
        """Return where the words from `first` up to but not with `last` stand in the article."""
        return Span(self.words[first].start, self.words[last - 1].end)

    def spelled(self, at: int) -> str:
        """Return a word as the article writes it."""
        return self.source[self.words[at].start : self.words[at].end]


def text_of(article: Article) -> Text:
    """Return what is compared of an article: its titles, headings, captions and prose, not its page furniture."""
    words: list[Word] = []
    blocks: list[int] = []
    sentences: list[int] = []
    prose: set[int] = set()
    sentence = -1
    for number, block in enumerate(block for block in article.blocks if block.kind in READ_KINDS):
        # words between two sentences, should there be any, belong to the one before them
        starts = [one.start for one in block.sentences[1:]]
        sentence += 1
        for word in words_of(article.text, block.span.start, block.span.end):
            while starts and word.start >= starts[0]:
                starts.pop(0)
                sentence += 1
            words.append(word)
            blocks.append(number)
            sentences.append(sentence)
            if block.kind in (BlockKind.BODY, BlockKind.CAPTION):
                prose.add(sentence)
    return Text(
        article=article.id,
        source=article.text,
        words=tuple(words),
        forms=tuple(word.form for word in words),
        blocks=tuple(blocks),
        sentences=tuple(sentences),
        names=frozenset(_names(article.text, words, sentences)),
        titles=frozenset(_titles(article.text, words)),
        quoted=frozenset(_quoted(article.text, words)),
        prose=frozenset(prose),
        dates=frozenset(_dates([word.form for word in words])),
        breaks=frozenset(
            at for at, word in enumerate(words) if at == 0 or BREAK.search(article.text, words[at - 1].end, word.start)
        ),
    )


@cache
def function_words() -> frozenset[str]:
    """Return the folded words that carry grammar and no matter."""
    return _closed("function_words")


@cache
def attribution_words() -> frozenset[str]:
    """Return the folded words that say only who said something, and when."""
    return _closed("attribution")


@cache
def _closed(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in closed("fr", "copying", name)["words"])


@cache
def months() -> frozenset[str]:
    """Return the folded names of months."""
    return frozenset(fold(word) for word in closed("fr", "layout", "months"))


@cache
def weekdays() -> frozenset[str]:
    """Return the folded names of weekdays."""
    return frozenset(fold(word) for word in closed("fr", "layout", "weekdays")["words"])


def weighs(form: str) -> bool:
    """Tell whether a folded word carries matter: no grammar, no single letter.

    >>> weighs("blesses"), weighs("12"), weighs("dans"), weighs("l")
    (True, True, False, False)
    """
    return (len(form) > 1 or form.isdecimal()) and form not in function_words()


def matter(text: Text, first: int, last: int, but: Set[int] = frozenset()) -> int:
    """Return how many different words of matter stand from `first` up to but not with `last`, those of `but` apart: no
    grammar, no name, no title, no date, nothing that says only who said something."""
    return len(
        {
            text.forms[at]
            for at in range(first, last)
            if not (at in text.names or at in text.titles or at in text.dates or at in but)
            and weighs(text.forms[at])
            and text.forms[at] not in attribution_words()
        }
    )


def _dates(forms: Sequence[str]) -> Iterator[int]:
    for at, form in enumerate(forms):
        if YEAR.fullmatch(form):
            yield at
        elif form in months():
            yield at
            before = at - 2 if at > 1 and forms[at - 1] == "er" else at - 1
            if before >= 0 and forms[before].isdecimal() and len(forms[before]) < 3:
                yield before


def _names(text: str, words: Sequence[Word], sentences: Sequence[int]) -> Iterator[int]:
    """Yield the words with a capital that no sentence begins with, and those that an acronym of the text spells."""
    capital = [text[word.start].isupper() for word in words]
    opens = [
        at == 0
        or sentences[at] != sentences[at - 1]
        or bool(re.search(r"[«“\".:?!]\s*$", text[max(word.start - 4, 0) : word.start]))
        for at, word in enumerate(words)
    ]
    inside = {word.form for at, word in enumerate(words) if capital[at] and not opens[at]}
    small = {word.form for at, word in enumerate(words) if not capital[at]}
    for at, word in enumerate(words):
        if capital[at] and (not opens[at] or (word.form in inside and word.form not in small)):
            yield at
    heavy = [at for at, word in enumerate(words) if weighs(word.form)]
    initials = "".join(words[at].form[0] for at in heavy)
    acronyms = {text[word.start : word.end] for word in words if ACRONYM.fullmatch(text[word.start : word.end])}
    for acronym in sorted(acronyms):
        for hit in re.finditer(re.escape(fold(acronym)), initials):
            spelled = heavy[hit.start() : hit.end()]
            if sentences[spelled[0]] == sentences[spelled[-1]] and len(spelled) > 2:
                yield from range(spelled[0], spelled[-1] + 1)


def _titles(text: str, words: Sequence[Word]) -> Iterator[int]:
    """Yield the words of titles and of bodies: one that opens a title, and the chain of `de la`, `du`, `et des` behind it,
    each with a noun and, where the chain goes on or a clause ends behind it, its adjective."""
    leading, articles = _closed("leading"), _closed("articles")

    def form(at: int) -> str:
        return words[at].form if at < len(words) and not BREAK.search(text, words[at - 1].end, words[at].start) else ""

    at = 0
    while at < len(words):
        if words[at].form not in _closed("titles"):
            at += 1
            continue
        yield at
        at += 1
        if weighs(form(at)) and form(at + 1) in leading:
            yield at
            at += 1
        while form(at) in leading or (form(at) == "et" and form(at + 1) in leading | articles):
            while form(at) in leading | articles | {"et"}:
                yield at
                at += 1
            if not weighs(form(at)):
                break
            yield at
            at += 1
            if weighs(form(at)) and (form(at + 1) in leading | {"", "et"}):
                yield at
                at += 1


def _quoted(text: str, words: Sequence[Word]) -> Iterator[int]:
    spans = [hit.span() for hit in QUOTE.finditer(text)]
    at = 0
    for number, word in enumerate(words):
        while at < len(spans) and spans[at][1] <= word.start:
            at += 1
        if at < len(spans) and spans[at][0] <= word.start:
            yield number
