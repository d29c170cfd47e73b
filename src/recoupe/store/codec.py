"""Articles and places to the plain values of their columns, and back."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from recoupe.model.article import Article, Block, BlockKind, PublishedBasis, Raw
from recoupe.model.place import GazetteerEntry, Place
from recoupe.model.span import Span
from recoupe.store.ids import content_id

GIVEN = ("title", "publisher", "url", "language", "published")
"""What may come with a document beside its bytes."""

_ARTICLE = (
    "id", "name", "text", "language", "title", "publisher", "url", "agency", "published", "published_earliest",
    "published_latest", "encoding",
)  # fmt: skip


def given_values(raw: Raw) -> dict[str, str]:
    """Return the metadata that came with a document, without what did not."""
    return {name: getattr(raw, name) for name in GIVEN if getattr(raw, name) is not None}


def article_values(article: Article) -> dict[str, Any]:
    """Return an article's columns; `content` is the hash of what a reader would call the article.

    The file's name, its encoding and the notes on how it was decoded are left out, so that a copy is seen as one.
    """
    values: dict[str, Any] = {name: getattr(article, name) for name in _ARTICLE}
    values["published_basis"] = article.published_basis.value
    values["notes"] = list(article.notes)
    values["blocks"] = [
        [block.kind.value, block.span.start, block.span.end, [[s.start, s.end] for s in block.sentences]]
        for block in article.blocks
    ]
    kept = {key: value for key, value in values.items() if key not in ("name", "encoding", "notes")}
    values["content"] = content_id("article", kept)
    return values


def article_from(row: Any, name: str) -> Article:
    """Return the article of a row of its table, under the name of the file that was read."""
    return Article(
        **{field: getattr(row, field) for field in _ARTICLE if field != "name"},
        name=name,
        published_basis=PublishedBasis(row.published_basis),
        notes=tuple(row.notes),
        blocks=tuple(
            Block(BlockKind(kind), Span(start, end), tuple(Span(*sentence) for sentence in sentences))
            for kind, start, end, sentences in row.blocks
        ),
    )


def place_values(place: Place) -> dict[str, Any]:
    """Return a place's columns; its gazetteer entries become plain objects."""
    return {
        "start": place.name.span.start,
        "end": place.name.span.end,
        "name": place.name.name,
        "head": place.name.head,
        "role": place.name.role,
        "rule": place.name.rule,
        "entry": asdict(place.entry) if place.entry else None,
        "score": place.score,
        "alternatives": [asdict(entry) for entry in place.alternatives],
        "parent": place.parent,
        "precision": place.precision,
    }


def entry_from(values: dict[str, Any]) -> GazetteerEntry:
    """Return the gazetteer entry that a place's column holds."""
    return GazetteerEntry(**values)
