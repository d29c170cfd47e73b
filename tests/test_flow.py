"""The flow: documents in, digests out, the same for the same article whatever was read before it."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from recoupe.extract.gazetteer import Gazetteer
from recoupe.extract.local import MEMO
from recoupe.flow import digest, digests
from recoupe.model.article import Article, Raw
from recoupe.model.digest import Digest
from recoupe.model.skipped import Skipped
from recoupe.parse.article import parse

SAMPLE = Path(str(files("recoupe.sample"))) / "alep-2016"


def raw(text: str, name: str = "note.txt", published: str | None = "2019-05-04") -> Raw:
    return Raw(name=name, origin=name, data=text.encode(), media="text", published=published, language="fr")


def article(text: str, published: str | None = "2019-05-04") -> Article:
    parsed = parse(raw(text, published=published))
    assert isinstance(parsed, Article)
    return parsed


def test_the_same_article_always_gives_the_same_digest(gazetteer: Gazetteer) -> None:
    """Nothing is kept between two readings that changes the second."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLE.glob("*.txt"))[:3]]
    first = [digest(article(text), gazetteer) for text in texts]
    MEMO.clear()
    assert [digest(article(text), gazetteer) for text in reversed(texts)] == first[::-1]


def test_a_paragraph_known_from_another_article_is_bound_to_this_one(gazetteer: Gazetteer) -> None:
    """What is remembered is the paragraph; the day is the article's."""
    text = "Douze personnes ont été tuées mardi à Goma, selon la police."
    days = [digest(article(text, day), gazetteer).figures[0].until for day in ("2019-05-09", "2020-03-12", None)]
    assert days == ["2019-05-07", "2020-03-10", None]


def test_every_record_stands_where_it_says(gazetteer: Gazetteer) -> None:
    """`text[start:end]` is the record's words, in every paragraph of the article."""
    read = digest(
        article("Trois morts à Lyon\n\nTrois personnes sont mortes à Lyon.\n\n« C'est fini », a dit le maire."),
        gazetteer,
    )
    assert read.figures
    assert read.statements
    for record in (*read.figures, *read.statements):
        assert record.text == read.article.text[record.span.start : record.span.end]


def test_a_document_that_cannot_be_read_is_told_and_stops_no_other(gazetteer: Gazetteer) -> None:
    """Each document has its outcome, in order."""
    outcomes = list(digests([raw(" \n"), raw("Deux morts à Lyon, selon la police.")], gazetteer))
    assert [type(outcome) for outcome in outcomes] == [Skipped, Digest]


def test_documents_are_read_one_by_one(gazetteer: Gazetteer) -> None:
    """The first digest is there before the second document was asked for."""
    asked = []

    def documents() -> object:
        for name in ("a.txt", "b.txt"):
            asked.append(name)
            yield raw("Deux morts à Lyon, selon la police.", name)

    next(digests(documents(), gazetteer))  # type: ignore[arg-type]
    assert asked == ["a.txt"]


def test_a_report_in_another_language_has_no_records(gazetteer: Gazetteer) -> None:
    """It is recorded and not read."""
    english = replace(raw("Twelve people were killed in Goma on Tuesday, police said."), language="en")
    (outcome,) = digests([english], gazetteer)
    assert isinstance(outcome, Digest)
    assert (outcome.figures, outcome.statements) == ((), ())


ROOT = Path(__file__).parents[1]
PAGES = ("docs/flow.md", "docs/languages.md", "CONTRIBUTING.md")


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_the_page_names_exists(page: str) -> None:
    """A map that shows a street that is gone is worse than none."""
    text = (ROOT / page).read_text(encoding="utf-8")
    named = re.findall(r"`((?:src|docs|tests)/[\w./-]+|[A-Z]+\.md)`", text)
    assert len(named) > 5
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_the_page_of_languages_names_every_lexicon() -> None:
    """Whoever adds a language must know what to write."""
    text = (ROOT / "docs" / "languages.md").read_text(encoding="utf-8")
    lexicons = sorted(path.name for path in (ROOT / "src" / "recoupe" / "lexicon" / "fr").glob("*.toml"))
    assert [name for name in lexicons if f"`{name}`" not in text] == []
