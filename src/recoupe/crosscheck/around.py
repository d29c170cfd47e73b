"""A place in an article in, the words around it out."""

from __future__ import annotations

from bisect import bisect_right

from recoupe.model.account import Account
from recoupe.model.span import Span

_ROOM = 160
"""Characters of a sentence that are shown around a number."""


def words_around(account: Account, span: Span) -> str:
    """Return the words of a number's sentence, or as much of them around it as there is room for."""
    article = account.article
    starts = [block.span.start for block in article.blocks]
    at = bisect_right(starts, span.start) - 1
    sentences = article.blocks[at].sentences if at >= 0 else ()
    sentence = next((one for one in sentences if one.covers(span)), span)
    start, end = sentence.start, sentence.end
    if end - start > _ROOM:
        start = max(start, span.start - _ROOM // 2)
        end = max(span.end, min(end, start + _ROOM))
        while start > sentence.start and not article.text[start - 1].isspace():
            start -= 1
        while end < sentence.end and not article.text[end].isspace():
            end += 1
    return article.text[start:end].strip()
