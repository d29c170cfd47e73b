"""The passages of the crises in the shared folder, against what their writers copied and what was counted by hand."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.quality.sets import SHARED, coded_set, missing, set_apart

from recoupe.crosscheck.reuse.lineage import lineages
from recoupe.crosscheck.reuse.passages import find_passages
from recoupe.model.account import Account
from recoupe.model.article import Article, Raw
from recoupe.model.passage import Passage, PassageForm
from recoupe.parse.article import parse
from recoupe.show.lineage import passage_dict

SCORER = SHARED / "gold" / "score_passages.py"
no_seeds = pytest.mark.skipif(missing("seeds") is not None, reason="../shared/seeds is absent")
no_dossiers = pytest.mark.skipif(
    missing("dossiers read") is not None or not SCORER.exists(), reason="../shared/dossiers or its scorer is absent"
)


@cache
def read(name: str) -> tuple[Account, ...]:
    """Return the accounts of a set of reports, without records."""
    raws = [
        Raw(
            name=one.name,
            origin=one.name,
            data=one.path.read_bytes(),
            media="text",
            language="fr",
            published=one.published,
        )
        for one in coded_set(name).reports
    ]
    articles = [one for raw in raws if isinstance(one := parse(raw), Article)]
    return tuple(Account(article=one) for one in sorted(articles, key=lambda one: one.id))


@cache
def found(name: str) -> tuple[dict[str, Article], tuple[Passage, ...]]:
    return {one.article.id: one.article for one in read(name)}, find_passages(read(name))


def between(name: str) -> Counter[tuple[str, ...]]:
    """Return how many passages each two articles share, by the first three letters of their names."""
    articles, passages = found(name)
    return Counter(tuple(sorted(articles[end].name[:3] for end in (one.article_a, one.article_b))) for one in passages)


@no_seeds
def test_two_of_the_seeds_share_fifteen_passages_and_no_stock_phrase() -> None:
    """Ten verbatim, five reworked, 336 words by another count; and a half sentence that a third has in common with both."""
    articles, passages = found("seeds")
    assert between("seeds") == {("002", "003"): 15, ("002", "004"): 1, ("003", "004"): 1}
    main = [one for one in passages if "004" not in articles[one.article_a].name[:3] + articles[one.article_b].name[:3]]
    assert Counter(one.form for one in main) == {PassageForm.VERBATIM: 10, PassageForm.REWORKED: 5}
    assert sum(one.words for one in main) == pytest.approx(336, rel=0.05)
    assert not any("Observatoire" in one.span_a.of(articles[one.article_a].text) for one in passages)


@no_seeds
def test_the_half_sentence_does_not_bind_the_third_seed() -> None:
    """The family is of two."""
    articles, passages = found("seeds")
    _, (family,) = lineages(read("seeds"), passages)
    assert sorted(articles[id].name[:3] for id in family.articles) == ["002", "003"]


@no_dossiers
def test_the_passages_of_the_dossiers_are_found_and_few_others(tmp_path: Path) -> None:
    """By the scorer beside them, on the crises that may be read; no pair of two crises is joined."""
    scorer = _scorer()
    crises = sorted(path.name for path in (SHARED / "dossiers").iterdir() if path.is_dir())
    for crisis in set(crises) - set(set_apart(crises)):
        (tmp_path / crisis).symlink_to(SHARED / "dossiers" / crisis)
    truth = scorer.load(tmp_path)
    articles, passages = found("dossiers read")
    rows = [passage_dict(passage, articles) for passage in passages]
    hits: Counter[str] = Counter(row["form"] for row in truth if _covered(scorer, row, rows))
    every = Counter(row["form"] for row in truth)
    assert hits["verbatim"] / every["verbatim"] >= 0.95
    assert hits["reworked"] / every["reworked"] >= 0.60
    assert sum(_covered(scorer, row, truth) for row in rows) / len(rows) >= 0.90
    assert all(_crisis(row["article_a"]) == _crisis(row["article_b"]) for row in rows)


# `motos et dans deux pick-up`, `Deux vedettes de la Force navale et onze`, `Ils tiraient à hauteur d'homme`: six to eight words
# that two crises have in common, and that nothing tells from a copy
BY_CHANCE = {
    frozenset({"maroua-1.txt", "essakane-1.txt"}),
    frozenset({"mbandaka-bac-1.txt", "kalehe-1.txt"}),
    frozenset({"kaga-bandoro-1.txt", "libreville-3.txt"}),
    frozenset({"tripoli-port-1.txt", "matadi-depot-1.txt"}),
}


def test_no_two_crises_of_our_own_are_joined() -> None:
    """All reports as one crisis: whatever they tell of, nobody copied from another crisis, but for four known phrases."""
    articles, passages = found("own")
    assert [
        json.dumps(passage_dict(one, articles))
        for one in passages
        if _crisis(articles[one.article_a].name) != _crisis(articles[one.article_b].name)
        and {articles[one.article_a].name, articles[one.article_b].name} not in BY_CHANCE
    ] == []


def _crisis(name: str) -> str:
    return name.rsplit("-", 1)[0]


def _covered(scorer: Any, row: dict[str, Any], others: list[dict[str, Any]]) -> bool:
    pair = {row["article_a"], row["article_b"]}
    mates = [other for other in others if {other["article_a"], other["article_b"]} == pair]
    return all(
        scorer.covered(scorer.side(row, first), [scorer.side(other, first) for other in mates]) >= 0.5
        for first in (True, False)
    )


def _scorer() -> Any:
    spec = importlib.util.spec_from_file_location("score_passages", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
