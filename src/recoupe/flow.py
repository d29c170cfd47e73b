"""The whole system on one page: documents in, digests out. The only file that knows the order of the stages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from recoupe.extract.bind import bind
from recoupe.extract.gazetteer import Gazetteer
from recoupe.extract.local import read_paragraphs
from recoupe.model.article import READ_KINDS, Article, Raw
from recoupe.model.digest import Digest
from recoupe.model.skipped import Skipped
from recoupe.parse.article import parse


def digest(article: Article, gazetteer: Gazetteer) -> Digest:
    """Return all that one article says. The same article always gives the same digest."""
    blocks = [block for block in article.blocks if block.kind in READ_KINDS]
    readings = read_paragraphs(
        [
            (
                block.span.of(article.text),
                block.kind,
                tuple(sentence.shifted(-block.span.start) for sentence in block.sentences),
            )
            for block in blocks
        ]
    )
    return bind(article, [(block.span, reading) for block, reading in zip(blocks, readings, strict=True)], gazetteer)


def digests(raws: Iterable[Raw], gazetteer: Gazetteer) -> Iterator[Digest | Skipped]:
    """Yield a digest for each document that can be read, and what was set aside with its reason for each that cannot."""
    for raw in raws:
        parsed = parse(raw)
        yield parsed if isinstance(parsed, Skipped) else digest(parsed, gazetteer)
