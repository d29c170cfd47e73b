"""A place in an article in, the words around it out."""

from __future__ import annotations

import re
from bisect import bisect_right

from recoupe.model.account import Account
from recoupe.model.span import Span

_ROOM = 160
"""Characters of a sentence that are shown around a number."""
_CLAUSE = re.compile(r"[,;:–]\s+(?!«)|(?=«)")


def sentence_around(account: Account, span: Span) -> Span:
    """Return the sentence that a stretch of an article stands in, the stretch itself where it is in none."""
    article = account.article
    starts = [block.span.start for block in article.blocks]
    at = bisect_right(starts, span.start) - 1
    sentences = article.blocks[at].sentences if at >= 0 else ()
    return next((one for one in sentences if one.covers(span)), span)


def words_around(account: Account, span: Span) -> str:
    """Return the words of a number's sentence, or as much of them around it as there is room for, from the beginning of
    a clause where one begins there."""
    return span_around(account, span).of(account.article.text).strip()


def marked_words(account: Account, span: Span) -> str:
    """Return the words of a stretch, with an ellipsis where they begin or end inside a sentence."""
    text = account.article.text
    first, last = (sentence_around(account, Span(at, at + 1)) for at in (span.start, span.end - 1))
    before, behind = text[first.start : span.start], text[span.end : last.end]
    head = "… " if any(sign.isalnum() for sign in before) else ""
    tail = " …" if any(sign.isalnum() for sign in behind) else ""
    return f"{head}{' '.join(span.of(text).split())}{tail}"


def span_around(account: Account, span: Span) -> Span:
    """Return the stretch of a number's sentence that there is room for around it."""
    text, sentence = account.article.text, sentence_around(account, span)
    start, end = sentence.start, sentence.end
    if end - start > _ROOM:
        start = _beginning(text, max(start, span.start - _ROOM // 2), span.start, sentence.start)
        end = max(span.end, min(end, start + _ROOM))
        while end < sentence.end and not text[end].isspace():
            end += 1
    return Span(start, end)


def _beginning(text: str, least: int, number: int, sentence: int) -> int:
    """Return where the words before a number begin: a clause, else a word."""
    if least == sentence:
        return sentence
    if clause := _CLAUSE.search(text, least, number):
        return clause.end()
    while least > sentence and not text[least - 1].isspace():
        least -= 1
    return least
