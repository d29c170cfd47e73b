"""An article as it was received: its exact text, what is known of it, and the blocks it is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from recoupe.model.span import Span


class PublishedBasis(StrEnum):
    METADATA = "metadata"
    TEXT = "text"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class BlockKind(StrEnum):
    """What a stretch of an article's text is; only TITLE, HEADING, BODY and CAPTION are read for records."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    DATELINE = "dateline"  # BEYROUTH, 3 mai (AFP) -
    STAMP = "stamp"  # 08/12/2016 09:05 EST
    BYLINE = "byline"  # Par Jean Dupont
    SIGNATURE = "signature"  # bur-sah/vl/iw
    LABEL = "label"  # NOUVELLES
    FURNITURE = "furniture"  # 5 commentaires


READ_KINDS = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.BODY, BlockKind.CAPTION})


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article's text and its sentences; all spans count in the article."""

    kind: BlockKind
    span: Span
    sentences: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """One document as it came from the outside, before anything was understood of it.

    `name` is the file's name (or a name made for what had no file); `origin` where it came from, for messages;
    `data` the bytes as they were, never altered; `media` is `text`, `html` or `json` (one object). The rest is metadata
    that was given with it and wins over what the text says. `published` should be an ISO date or date-time.
    """

    name: str
    origin: str
    data: bytes
    media: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One report. `text` is what all offsets count in; it is never trimmed or rewritten after it was stored."""

    id: str
    name: str
    text: str
    blocks: tuple[Block, ...]
    language: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    agency: str | None = None
    published: str | None = None
    published_basis: PublishedBasis = PublishedBasis.UNKNOWN
    published_earliest: str | None = None
    published_latest: str | None = None
    encoding: str | None = None
    notes: tuple[str, ...] = field(default=())

    @property
    def reference_day(self) -> str | None:
        """The day that `mardi` and `hier` are counted from, or None where it is not known."""
        return self.published[:10] if self.published else None
