"""A paragraph in, its sentences out, by rule: the unit that the language pipeline parses."""

from __future__ import annotations

import re

from recoupe.model.span import Span

# words before a full stop that do not end a sentence
ABBREVIATIONS = frozenset(
    "m mm mme mmes mlle mgr me dr drs dre pr prof st ste cf av apr env art no n° vol p pp éd ed hab ex gén col cap lt cne cdt adj"
    " janv févr juil sept oct nov déc etc".split()
)
CLOSERS = "»”\"')]’"
BOUNDARY = re.compile(rf"(?:(?<![.])\.|…|\.\.\.|[!?]+)(?:[\s\u00a0\u202f]*[»”]|[\"')\]’])*(?=[\s\u00a0\u202f]+)")
OPENERS = "«“\"'‘([-–—•♦►*…"


def split_sentences(paragraph: str) -> tuple[Span, ...]:
    """Return the spans of the sentences of one paragraph, without the white space between them.

    A full stop after a title or an initial, inside a number or before a lower-case word ends nothing.

    >>> text = "M. Diallo parle. « Il y a 3.000 morts ! » Quand ?"
    >>> [span.of(text) for span in split_sentences(text)]
    ['M. Diallo parle.', '« Il y a 3.000 morts ! »', 'Quand ?']
    """
    spans = []
    start = 0
    for line_start, line_end in _lines(paragraph):
        start = line_start
        for hit in BOUNDARY.finditer(paragraph, line_start, line_end):
            if _ends_sentence(paragraph, hit, line_start, line_end):
                spans.append(_trimmed(paragraph, start, hit.end()))
                start = hit.end()
        spans.append(_trimmed(paragraph, start, line_end))
    return tuple(span for span in spans if span.end > span.start)


def _lines(text: str) -> list[tuple[int, int]]:
    bounds, start = [], 0
    for hit in re.finditer(r"\r?\n", text):
        bounds.append((start, hit.start()))
        start = hit.end()
    bounds.append((start, len(text)))
    return bounds


def _ends_sentence(text: str, hit: re.Match[str], line_start: int, line_end: int) -> bool:
    following = text[hit.end() : line_end].lstrip()
    if not following:
        return True
    bare = following.lstrip(OPENERS + " \u00a0\u202f")
    if bare and bare[0].islower():
        return False
    if hit.group().startswith(".") and len(hit.group()) == 1:
        word = re.search(r"[\w°]+$", text[line_start : hit.start()])
        if word is None:
            return True
        token = word.group()
        if token.casefold() in ABBREVIATIONS and not (token.isupper() and len(token) > 1):
            return False
        # an initial: "J. Dupont"; a list number: "2. Les morts"
        if len(token) == 1 and token.isupper():
            return False
        if token.isdigit() and word.start() == 0 and len(token) <= 2:
            return False
    return True


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
