"""A paragraph in, its sentences out, by rule: the unit that the language pipeline parses."""

from __future__ import annotations

import re

from recoupe.lexicon.load import closed
from recoupe.model.span import Span
from recoupe.parse.paragraphs import LINE_END

WORDS = closed("fr", "layout", "sentences")
# words before a full stop that end no sentence whatever follows; and those that end none before a number
TITLES = frozenset(WORDS["titles"])
BEFORE_NUMBER = frozenset(WORDS["before_number"])
# words that open a sentence, so that the capital letter before them is no initial (`l'hépatite A. Les`)
STARTERS = frozenset(WORDS["starters"])
CLOSING = r"(?:[\s\u00a0\u202f]*[»”]|[\"')\]’]|\[\d+\])*"
BOUNDARY = re.compile(rf"(?:(?<![.])\.|…|\.\.\.|[!?]+){CLOSING}(?=[\s\u00a0\u202f]+)")
# a full stop without the space after it, before a word that opens sentences
GLUED = re.compile(rf"(?<=[a-zà-ÿ]{{3}})[.!?](?:»|”)?(?=(?:{'|'.join(word.capitalize() for word in STARTERS)})\b)")
OPENERS = "«“\"'‘([-–—•♦►*…"
LIST_NUMBER = re.compile(r"\W*(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Z])")
LONGEST = 3000


def split_sentences(paragraph: str, *, wrapped: bool = False) -> tuple[Span, ...]:
    """Return the spans of the sentences of one paragraph, without the white space between them.

    A full stop after a title or an initial, inside a number or before a lower-case word ends nothing; the end of a line
    ends a sentence unless the lines are `wrapped`. What is longer than any sentence is cut at a space.

    >>> text = "M. Diallo parle. « Il y a 3.000 morts ! » Quand ?"
    >>> [span.of(text) for span in split_sentences(text)]
    ['M. Diallo parle.', '« Il y a 3.000 morts ! »', 'Quand ?']
    """
    spans: list[Span] = []
    for line_start, line_end in [(0, len(paragraph))] if wrapped else _lines(paragraph):
        start = line_start
        for end in _ends(paragraph, line_start, line_end):
            spans += _no_longer(paragraph, start, end)
            start = end
        spans += _no_longer(paragraph, start, line_end)
    return tuple(span for span in spans if span.end > span.start)


def _lines(text: str) -> list[tuple[int, int]]:
    bounds, start = [], 0
    for hit in LINE_END.finditer(text):
        bounds.append((start, hit.start()))
        start = hit.end()
    bounds.append((start, len(text)))
    return bounds


def _ends(text: str, start: int, end: int) -> list[int]:
    spaced = [hit.end() for hit in BOUNDARY.finditer(text, start, end) if _ends_sentence(text, hit, start, end)]
    return sorted({*spaced, *(hit.end() for hit in GLUED.finditer(text, start, end))})


def _ends_sentence(text: str, hit: re.Match[str], line_start: int, line_end: int) -> bool:
    following = text[hit.end() : min(line_end, hit.end() + 80)].lstrip()
    if not following:
        return True
    if following[0] in "»”,;)]":
        return False  # the sentence goes on behind its quotation: « Quoi ? », dit-il
    bare = following.lstrip(OPENERS + " \u00a0\u202f")
    if bare and bare[0].islower():
        return False
    mark = hit.group()
    if mark[0] in ".…" and hit.start() > line_start and text[hit.start() - 1] in "([":
        return False  # words left out: (...)
    if mark == ".":
        return not _is_abbreviated(
            text[max(line_start, hit.start() - 40) : hit.start()], bare, hit.start() - line_start
        )
    return True


def _is_abbreviated(before: str, following: str, length: int) -> bool:
    """Say whether the full stop after `before` belongs to its last word; `length` is how far the line has come."""
    word = re.search(r"[\w°]+$", before)
    if word is None:
        return False
    token = word.group()
    folded = token.casefold()
    if folded in TITLES and (not token.isupper() or token in ("MM", "M")):
        return True
    if folded in BEFORE_NUMBER and following[:1].isdigit():
        return True
    if length == len(before) and LIST_NUMBER.fullmatch(before):
        return True
    if len(token) == 1 and token.isupper():
        # an initial (J. Dupont) or the last letter of an acronym, unless a new sentence plainly opens
        opens = re.match(r"[^\W\d_]+", following)
        previous = before[: word.start()].rstrip()
        after_word = previous[-1:].islower() or previous.endswith((".", "'", "’", "-"))
        return not (after_word and opens and opens.group().casefold() in STARTERS)
    return False


def _no_longer(text: str, start: int, end: int) -> list[Span]:
    """Return the stretch without the white space around it, in pieces where no sentence is that long."""
    pieces = []
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        pieces.append(_trimmed(text, start, cut))
        start = cut
    return [*pieces, _trimmed(text, start, end)]


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
