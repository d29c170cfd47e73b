"""How well events are read in the sample crisis and in three seeds, against events coded by hand."""

from __future__ import annotations

import csv
from importlib.resources import files
from pathlib import Path

import pytest
from tests.extract.events.scoring import Score, coded_by_article

from recoupe.extract.gazetteer import Gazetteer
from recoupe.flow import digest
from recoupe.model.article import Article, Raw
from recoupe.model.event import EventType
from recoupe.parse.article import parse

SAMPLE = Path(str(files("recoupe.sample")))
ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared"


def _scored(folder: Path, published: dict[str, str | None], gold: Path, gazetteer: Gazetteer) -> Score:
    score = Score()
    for name, coded in sorted(coded_by_article(gold).items()):
        data = (folder / name).read_bytes()
        raw = Raw(name=name, origin=name, data=data, media="text", language="fr", published=published[name])
        article = parse(raw)
        assert isinstance(article, Article)
        score.add(digest(article, gazetteer).events, coded)
    return score


def _days(path: Path) -> dict[str, str | None]:
    with path.open(encoding="utf-8", newline="") as rows:
        return {row["article"]: row["published"] or None for row in csv.DictReader(rows)}


def test_the_sample_crisis_keeps_its_events(gazetteer: Gazetteer) -> None:
    folder = SAMPLE / "alep-2016"
    score = _scored(folder, _days(folder / "articles.csv"), SAMPLE / "gold.events.jsonl", gazetteer)
    assert score.precision >= 0.94
    assert score.recall >= 0.92
    assert score.share("actor") >= 0.92
    assert score.share("modality") >= 0.95
    assert score.share("date") >= 0.95


def test_three_seeds_keep_their_events(gazetteer: Gazetteer) -> None:
    if not (SHARED / "seeds").is_dir():
        pytest.skip("the seeds are not here")
    score = _scored(
        SHARED / "seeds",
        _days(SHARED / "gold" / "seeds.articles.csv"),
        ROOT / "tests" / "quality" / "seeds.events.jsonl",
        gazetteer,
    )
    assert score.precision >= 0.90
    assert score.recall >= 0.85
    assert score.share("actor") >= 0.80
    assert score.share("modality") >= 0.95


def test_the_gold_of_the_sample_stands_in_its_text() -> None:
    for name, coded in coded_by_article(SAMPLE / "gold.events.jsonl").items():
        text = (SAMPLE / "alep-2016" / name).read_text(encoding="utf-8")
        for one in coded:
            assert text[one["start"] : one["end"]] == one["text"]
            types = one["type"] if isinstance(one["type"], list) else [one["type"]]
            assert all(EventType(each) for each in types)
