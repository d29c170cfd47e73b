"""Words that two articles share, and the families of articles that they bind (see the codebook)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recoupe.model.span import Span


class PassageForm(StrEnum):
    VERBATIM = "verbatim"
    REWORKED = "reworked"


class Direction(StrEnum):
    """Who copied whom: `a_to_b` says that the words of article a went into article b."""

    A_TO_B = "a_to_b"
    B_TO_A = "b_to_a"
    UNDIRECTED = "undirected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch shared by two articles, `article_a` the lesser id; `words` of them are the same on both sides."""

    article_a: str
    span_a: Span
    article_b: str
    span_b: Span
    form: PassageForm
    words: int
    direction: Direction = Direction.UNDIRECTED
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Copying:
    """Two articles of one family: how much of each stands in the other (`share_a`, `share_b`: 0 to 1 of its words)."""

    article_a: str
    article_b: str
    passages: int
    words: int
    share_a: float
    share_b: float
    direction: Direction
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """A family of articles bound by passages. `articles` are ids in order; `roots` those that copied from none of the
    others, so far as directions are settled."""

    id: str
    articles: tuple[str, ...]
    copyings: tuple[Copying, ...]
    roots: tuple[str, ...]
