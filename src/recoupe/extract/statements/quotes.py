"""A paragraph's text in, its stretches between quotation marks out, nested and unclosed ones too."""

from __future__ import annotations

import re
from dataclasses import dataclass

from recoupe.model.span import Span

SPACE = " \t\n\r\u00a0\u202f\u2009"
MARKS = '«»“”„"‘'


@dataclass(frozen=True, slots=True)
class Quote:
    """`outer` covers the marks, `inner` only the words between them; `depth` 0 is a quote inside no other."""

    outer: Span
    inner: Span
    depth: int


def find_quotes(text: str) -> tuple[Quote, ...]:
    """Return the quotes of a paragraph in the order of their first mark.

    A quote that is never closed runs to the end of the paragraph; a closing mark without an opening one closes a quote
    that began before the paragraph.

    >>> [quote.inner.of("« Il a dit “non”. »") for quote in find_quotes("« Il a dit “non”. »")]
    ['Il a dit “non”.', 'non']
    """
    found: list[tuple[int, int, int, int, int]] = []
    stack: list[tuple[str, int]] = []
    for at, mark in _marks(text):
        if _closes(text, at, mark, stack):
            if not stack:
                if mark == "»" and not found:
                    found.append((0, at + 1, 0, at, 0))
                continue
            while stack:
                opener, start = stack.pop()
                found.append((start, at + 1, start + 1, at, len(stack)))
                if _pair(opener) == mark or opener == mark:
                    break
        else:
            stack.append((mark, at))
    while stack:
        _, start = stack.pop()
        # a lone straight mark is a slip or an inch, not a quote
        if text[start] != '"' or not stack:
            found.append((start, len(text), start + 1, len(text), len(stack)))
    quotes = [Quote(Span(a, b), _trimmed(text, c, d), depth) for a, b, c, d, depth in sorted(found)]
    return tuple(quote for quote in quotes if quote.inner.end > quote.inner.start)


def _pair(mark: str) -> str:
    return {"«": "»", "“": "”", "„": "“", "‘": "’", '"': '"', "”": "”", "'": "'"}.get(mark, mark)


APOSTROPHE_OPENS = re.compile(r"(?:(?<=[\s(\[«“\"–—-])|^)['‘’](?=\w)")
APOSTROPHE_CLOSES = re.compile(r"(?<=[\w.!?…])['’](?=[\s.,;:!?)\]»”\"–—-]|$)")


def _marks(text: str) -> list[tuple[int, str]]:
    marks = [(hit.start(), hit.group()) for hit in re.finditer('[«»“”„"]', text)]
    openers = [hit.start() for hit in APOSTROPHE_OPENS.finditer(text)]
    for start in openers:
        closer = APOSTROPHE_CLOSES.search(text, start + 2)
        if closer is not None and not re.search(r"\n", text[start : closer.start()]):
            marks += [(start, "‘"), (closer.start(), "’")]
            break
    return sorted(marks)


def _closes(text: str, at: int, mark: str, stack: list[tuple[str, int]]) -> bool:
    if mark in "«„‘":
        return False
    if mark in "»’":
        return True
    opened = any(_pair(opener) == mark or opener == mark for opener, _ in stack)
    if mark == "“":
        return any(opener == "„" for opener, _ in stack)
    if mark == "”":
        if opened or at + 1 >= len(text):
            return True
        # typed “ and ” alike: it opens where a word follows directly
        return not (text[at + 1].isalnum() and (at == 0 or text[at - 1] in SPACE + "(«"))
    return opened


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in SPACE:
        start += 1
    while end > start and text[end - 1] in SPACE:
        end -= 1
    return Span(start, end)
