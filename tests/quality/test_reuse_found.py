"""The crises whose copied sentences are known: what share of the passages is found, and how many of those found are right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.quality.test_reuse import READ, UNREAD, articles, both_sides, rows, texts

from recoupe.crosscheck.reuse.passages import find_passages
from recoupe.model.account import Account
from recoupe.model.article import Article, Raw
from recoupe.parse.article import parse

# what is found of each form, and what is right of all that is found
FLOORS: dict[Path, Mapping[str, float]] = {
    READ: {"verbatim": 1.0, "reworked": 0.89, "right": 0.99},
    UNREAD: {"verbatim": 0.96, "reworked": 0.67, "right": 0.97},
}


def accounts(crisis: Path) -> list[Account]:
    """Return the accounts of a crisis, without records."""
    held, found = texts(crisis), []
    for row in articles(crisis):
        name = row["article"]
        day, house = row["published"], row["publisher"]
        raw = Raw(
            name=name,
            origin=name,
            data=held[name].encode(),
            media="text",
            language="fr",
            published=day,
            publisher=house,
        )
        one = parse(raw)
        assert isinstance(one, Article)
        found.append(Account(article=one))
    return found


def covered(span: tuple[int, int], spans: Iterable[tuple[int, int]]) -> bool:
    """Tell whether half of a span lies in others."""
    start, end = span
    return 2 * len({at for low, high in spans for at in range(max(start, low), min(end, high))}) >= end - start


@cache
def scores(part: Path) -> dict[str, float]:
    """Return the share found of each form, and the share right of all that is found, over the crises of a part."""
    hits: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for crisis in sorted(path.parent for path in part.glob("*/articles.csv")):
        held, read = texts(crisis), accounts(crisis)
        names = {one.article.id: one.article.name for one in read}
        marked = [(row["form"], _marked(row, held)) for row in rows(crisis, "passages")]
        found = [
            dict(
                sorted(
                    {
                        names[one.article_a]: (one.span_a.start, one.span_a.end),
                        names[one.article_b]: (one.span_b.start, one.span_b.end),
                    }.items()
                )
            )
            for one in find_passages(read)
        ]
        tallies = [(form, sides, found) for form, sides in marked]
        tallies += [("right", sides, [other for _, other in marked]) for sides in found]
        for form, sides, others in tallies:
            mates = [other for other in others if other.keys() == sides.keys()]
            every[form] += 1
            hits[form] += all(covered(span, [mate[name] for mate in mates]) for name, span in sides.items())
    return {form: hits[form] / every[form] for form in every}


def _marked(row: dict[str, Any], held: Mapping[str, str]) -> dict[str, tuple[int, int]]:
    """Return where a passage stands in each of its articles."""
    return {name: (held[name].index(words), held[name].index(words) + len(words)) for name, words in both_sides(row)}


@pytest.mark.parametrize("part", FLOORS, ids=[part.name for part in FLOORS])
@pytest.mark.parametrize("what", ["verbatim", "reworked", "right"])
def test_copied_sentences_are_found_and_no_others(part: Path, what: str) -> None:
    """In totals alone: nothing is said of a crisis that is set apart."""
    assert scores(part)[what] >= FLOORS[part][what]
