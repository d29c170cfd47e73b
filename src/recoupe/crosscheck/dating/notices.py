"""An article in, the words by which it is taken back, replaces or corrects another, or lowers a count, out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from recoupe.lexicon import Entry, entries
from recoupe.model.article import Article, BlockKind
from recoupe.model.span import Span

# kinds of blocks whose head can hold a notice, and how many paragraphs of the body come before what is merely told
HEADS = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.LABEL, BlockKind.DATELINE, BlockKind.BODY})
FIRST = 2


class Notice(StrEnum):
    """What a notice says of the text that it stands in, or of one before it."""

    WITHDRAWN = "withdrawn"
    CANCELS = "cancels"
    REPLACES = "replaces"
    CORRECTED = "corrected"
    LOWERED = "lowered"


@dataclass(frozen=True, slots=True)
class Found:
    """A notice, the lexicon entry that read it, and where its words stand."""

    notice: Notice
    entry: str
    span: Span


def notices_in(words: str, *, head: bool = True) -> tuple[Found, ...]:
    """Return the notices in a stretch of text; those that only a head can hold where `head` is set.

    >>> [found.notice.value for found in notices_in("ANNULE ET REMPLACE notre dépêche de 14h05.")]
    ['replaces']
    """
    folded = _folded(words)
    found = []
    for entry, pattern in _patterns():
        if entry.extra.get("head"):
            hit = pattern.match(folded) if head else None
        else:
            hit = pattern.search(folded)
        if hit is not None:
            found.append(Found(Notice(entry.means), entry.name, Span(*hit.span())))
    return tuple(found)


def notices_of(article: Article) -> Iterator[Found]:
    """Yield the notices in the title, the labels and the first paragraphs of an article."""
    bodies = 0
    for block in article.blocks:
        if block.kind not in HEADS:
            continue
        bodies += block.kind is BlockKind.BODY
        if bodies > FIRST:
            return
        for one in notices_in(block.span.of(article.text)):
            if one.notice is not Notice.LOWERED:
                yield Found(one.notice, one.entry, one.span.shifted(block.span.start))


def lowers(sentence: str) -> bool:
    """Say whether a sentence says that a count was lowered."""
    return any(found.notice is Notice.LOWERED for found in notices_in(sentence, head=False))


@cache
def _patterns() -> tuple[tuple[Entry, re.Pattern[str]], ...]:
    listed = entries("fr", "withdrawals")
    return tuple((entry, re.compile(entry.regex, re.DOTALL)) for entry in listed if entry.regex)


def _folded(text: str) -> str:
    """Return the text in small letters without accents, with plain apostrophes and spaces, of the same length."""
    return "".join(map(_plain, text))


@cache
def _plain(sign: str) -> str:
    if sign in "’‘`":
        return "'"
    if sign.isspace():
        return " "
    base = unicodedata.normalize("NFD", sign)[0].lower()
    return base if len(base) == 1 else sign
