"""The words beside a number that say how it goes with another one: told again, new, a part, on top, taken back."""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from recoupe.lexicon import closed, entries
from recoupe.model.article import Article
from recoupe.model.span import Span

_BEFORE, _AFTER = 160, 60
"""Signs before and behind a number in which its words are looked for, inside its sentence."""
_BETWEEN = 60
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MONTH = re.compile(r"(?:\d|er|\b(?:en|de|depuis|dès|fin|début|mi|d['’])-?)\s?(\w+)", re.IGNORECASE)


class Cue(StrEnum):
    RECALLED = "recalled"
    INSTEAD = "instead"
    RENEWED = "renewed"
    UPDATED = "updated"
    PART = "part"
    INCREMENT = "increment"
    OTHERS = "others"
    RESTATED = "restated"
    ANOTHER = "another"
    FRESH = "fresh"
    BROUGHT_DOWN = "brought_down"


@cache
def _patterns(where: str) -> tuple[_Words, ...]:
    found = [entry for entry in entries("fr", "tolls") if entry.extra.get("where") == where and entry.regex]
    return tuple(_Words(entry.means, _compiled(entry.regex), _compiled(entry.extra.get("unless"))) for entry in found)


def _compiled(regex: str | None) -> re.Pattern[str]:
    return re.compile(regex or r"(?!)", re.IGNORECASE)


class _Words(NamedTuple):
    """The words of one entry, and the numbers that they say nothing of."""

    means: str
    words: re.Pattern[str]
    unless: re.Pattern[str]


@cache
def sides() -> frozenset[str]:
    """Return the words that make a part of a town of its name: the `Est` of `Alep-Est`."""
    return frozenset(closed("fr", "tolls", "sides"))


def is_named(source: str) -> bool:
    """Return whether a source is one that two articles can both mean: no `un officier`, no `des habitants`."""
    return bool(source) and source.split()[0].casefold() not in closed("fr", "tolls", "unnamed")


def sentence_of(article: Article, span: Span) -> Span:
    """Return the sentence that a span stands in, or the lines around it where no sentence is marked."""
    blocks = article.blocks
    at = bisect_right(blocks, span.start, key=lambda block: block.span.start) - 1
    if at >= 0 and blocks[at].span.end > span.start:
        for sentence in blocks[at].sentences:
            if sentence.start <= span.start < sentence.end:
                return sentence
        return blocks[at].span
    before = article.text.rfind("\n", 0, span.start) + 1
    after = article.text.find("\n", span.end)
    return Span(before, len(article.text) if after < 0 else after)


def cues(article: Article, span: Span) -> frozenset[Cue]:
    """Return what the words around a number say of it; `restated` is also looked for in the sentences beside its own."""
    text, sentence = article.text, sentence_of(article, span)
    before = text[max(sentence.start, span.start - _BEFORE) : span.start]
    after = text[span.end : min(max(sentence.end, span.end), span.end + _AFTER)]
    own = text[sentence.start : sentence.end]
    near = text[_sentence_before(article, sentence) : _sentence_after(article, sentence)]
    found = {one.means for one in _patterns("before") if one.words.search(before)}
    found |= {
        one.means
        for one in _patterns("after")
        if one.words.search(after) and not one.unless.search(span.of(text).strip())
    }
    found |= {one.means for one in _patterns("around") if one.words.search(near if one.means == Cue.RESTATED else own)}
    return frozenset(Cue(means) for means in found)


def periods(article: Article, span: Span) -> frozenset[str]:
    """Return the years and the months that the sentence of a number names: `2019`, `-05`."""
    words = sentence_of(article, span).of(article.text)
    months = closed("fr", "tolls", "months")
    named = (month.casefold() for month in _MONTH.findall(words))
    return frozenset(_YEAR.findall(words)) | {f"-{int(months[month]):02}" for month in named if month in months}


def instead_of(article: Article, span: Span) -> int | None:
    """Return the number that the words behind a number set it in place of: the 29 of `27 morts, contre 29 samedi`."""
    behind = article.text[span.end : max(span.end, sentence_of(article, span).end)]
    hits = [hit for one in _patterns("behind") if (hit := one.words.search(behind))]
    return int(re.sub(r"\D", "", hits[0][1])) if hits else None


def from_to(article: Article, first: Span, second: Span) -> bool:
    """Return whether two numbers of one sentence are told as `de 17 à 16`: from the first to the second."""
    if not 0 < second.start - first.end <= _BETWEEN:
        return False
    text = article.text
    if not re.search(r"(?i)(?:\bde |\bd['’])(?:[\w’']+ ){0,2}$", text[max(0, first.start - 25) : first.start]):
        return False
    return any(one.words.search(text[first.end : second.start]) for one in _patterns("between"))


def _sentence_before(article: Article, sentence: Span) -> int:
    return sentence.start if sentence.start == 0 else sentence_of(article, Span(*_last(article, sentence.start))).start


def _last(article: Article, end: int) -> tuple[int, int]:
    """Return the last sign before `end` that is no space."""
    at = end - 1
    while at > 0 and article.text[at].isspace():
        at -= 1
    return at, at + 1


def _sentence_after(article: Article, sentence: Span) -> int:
    at = sentence.end
    while at < len(article.text) and article.text[at].isspace():
        at += 1
    return sentence_of(article, Span(at, at + 1)).end if at < len(article.text) else sentence.end
