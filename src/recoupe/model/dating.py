"""In which days an article can have appeared, and what shows it."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.model.article import PublishedBasis
from recoupe.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """One reason to think that an article appeared no earlier than `earliest` and no later than `latest`.

    `days` are the only days it can be, where the clue leaves some between the two out (a weekday); `span` are the words in
    the article; `other` the article it is dated by.
    """

    says: str
    earliest: str | None = None
    latest: str | None = None
    days: tuple[str, ...] = ()
    span: Span | None = None
    other: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """The day of an article as given, or the interval of days worked out; `contradicts` are clues that a given day
    does not agree with (it is reported, never overruled)."""

    article: str
    published: str | None
    basis: PublishedBasis
    earliest: str | None
    latest: str | None
    clues: tuple[Clue, ...] = ()
    contradicts: tuple[Clue, ...] = ()
