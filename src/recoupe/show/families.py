"""What a check found of copying in, families out as a page lists them: who copied whom, how much, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from recoupe.model.article import Article
from recoupe.model.passage import Copying, Direction, Lineage
from recoupe.show.bonds import Bonds, copied
from recoupe.store.filed import FiledRow

ARTICLES = 40
PAIRS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two articles that share words: from the source to the copy where that is settled, else the one with more in the
    other second. The shares are of the words of each."""

    one: str
    other: str
    settled: bool
    passages: int
    words: int
    share_one: float
    share_other: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A family as it is listed: as many of its articles and pairs as one page shows, and how many there are in all."""

    number: int
    id: str
    roots: tuple[str, ...]
    articles: tuple[str, ...]
    all_articles: int
    pairs: tuple[Pair, ...]
    all_pairs: int


def family(number: int, lineage: Lineage, bonds: Bonds, *, page: int = 1) -> Family:
    """Return a family with a page of its articles and pairs, those that copied from none first, and most shared first."""
    order = sorted(lineage.articles, key=lambda id: (id not in lineage.roots, len(bonds.sources_of(id)), id))
    pairs = sorted(lineage.copyings, key=lambda one: (-one.words, one.article_a, one.article_b))
    return Family(
        number=number,
        id=lineage.id,
        roots=lineage.roots,
        articles=tuple(order[(page - 1) * ARTICLES : page * ARTICLES]),
        all_articles=len(order),
        pairs=tuple(pair_of(one) for one in pairs[(page - 1) * PAIRS : page * PAIRS]),
        all_pairs=len(pairs),
    )


def pair_of(one: Copying) -> Pair:
    """Return two articles in the order in which the words went."""
    sides = [(one.article_a, one.share_a), (one.article_b, one.share_b)]
    if copied(one) == one.article_a or (one.direction is Direction.UNDIRECTED and one.share_a > one.share_b):
        sides.reverse()
    (first, share_first), (second, share_second) = sides
    return Pair(
        one=first, other=second, settled=copied(one) is not None, passages=one.passages, words=one.words,
        share_one=share_first, share_other=share_second, why=one.why,
    )  # fmt: skip


def loose_pairs(bonds: Bonds) -> list[tuple[str, str, int, int]]:
    """Return the pairs that share words, too few to bind them: both ids, passages, words; those that share most first."""
    return bonds.once("loose", lambda: _loose(bonds))


def _loose(bonds: Bonds) -> list[tuple[str, str, int, int]]:
    found: dict[tuple[str, str], list[int]] = {}
    for passage in bonds.found.passages:
        found.setdefault((passage.article_a, passage.article_b), []).append(passage.words)
    bound = {(one.article_a, one.article_b) for family in bonds.found.lineages for one in family.copyings}
    loose = [(a, b, len(words), sum(words)) for (a, b), words in found.items() if (a, b) not in bound]
    return sorted(loose, key=lambda one: (-one[3], one[0], one[1]))


PAIR_HEADS = (
    "family", "from", "to", "settled", "passages", "words", "share_from", "share_to", "why", "from_id", "to_id",
)  # fmt: skip


def pair_cells(bonds: Bonds, names: Mapping[str, str]) -> list[tuple[Any, ...]]:
    """Return the cells of every pair of every family under PAIR_HEADS; `names` are files' names by id."""
    return [
        (
            lineage.id, names.get(pair.one, pair.one), names.get(pair.other, pair.other), pair.settled, pair.passages,
            pair.words, pair.share_one, pair.share_other, "; ".join(pair.why), pair.one, pair.other,
        )
        for lineage in bonds.families
        for pair in map(pair_of, lineage.copyings)
    ]  # fmt: skip


def nodes(rows: Sequence[FiledRow]) -> list[Article]:
    """Return articles as a graph has them: without their texts."""
    return [
        Article(
            id=row.id, name=row.name, text="", blocks=(), language=row.language, title=row.title,
            publisher=row.publisher, agency=row.agency, published=row.published,
        )
        for row in rows
    ]  # fmt: skip
