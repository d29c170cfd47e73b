"""A sentence in, the head that it opens with before a colon and that is no clause out: `Repris ou rendus : 262`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recoupe.extract.figures.tree import shows
from recoupe.extract.paragraph import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

LINE_HEAD = re.compile(
    r"[\s\u00a0•·*►▪◦‣–—-]*(?:\(?\w{1,2}[).]\s)?"
    r"(?P<words>[^\W\d][\w’'-]*(?:,?\s(?:/\s)?(?:\([^()]{1,40}\)|[^\W\d][\w’'/-]*)){0,6})[\s\u00a0]?:\s"
)


@dataclass(frozen=True, slots=True)
class LineHead:
    """The words of a head, from where to where they stand, and where the line goes on behind the colon."""

    start: int
    end: int
    after: int

    def holds(self, token: Token) -> bool:
        return self.start <= token.idx < self.end


def line_head(sentence: Sentence) -> LineHead | None:
    """Return the head that a sentence opens with, None where it opens with none, with a number or with a verb in a person."""
    hit = LINE_HEAD.match(sentence.text)
    if hit is None:
        return None
    head = LineHead(hit.start("words"), hit.end("words"), hit.end())
    if any(head.holds(token) and (token.like_num or shows(token, "VerbForm", "Fin")) for token in sentence.doc):
        return None
    return head
