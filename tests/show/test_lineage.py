"""How families and shared words are shown."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from rich.console import Console
from tests.crosscheck.copies import DISPATCH, OTHER, REPRINT, REWRITTEN, account

from recoupe.crosscheck.reuse.lineage import lineages
from recoupe.crosscheck.reuse.passages import find_passages
from recoupe.model.article import Article
from recoupe.model.passage import Copying, Lineage, Passage
from recoupe.show.lineage import beside_dict, beside_view, families_view, family_dict, passage_dict


@pytest.fixture(scope="module")
def crisis() -> tuple[dict[str, Article], tuple[Passage, ...], tuple[Lineage, ...]]:
    accounts = [
        account(DISPATCH, "a", name="depeche.txt"),
        account(REPRINT, "b", name="journal.txt", published="2019-03-04"),
        account(REWRITTEN, "c", name="revue.txt", published="2019-03-09"),
        account(OTHER, "d", name="autre.txt"),
    ]
    passages, families = lineages(accounts, find_passages(accounts))
    return {one.article.id: one.article for one in accounts}, passages, families


def shown(view: Any, width: int) -> str:
    stream = io.StringIO()
    Console(file=stream, width=width, no_color=True, highlight=False, markup=False, emoji=False).print(view)
    return stream.getvalue()


def copying(families: tuple[Lineage, ...], a: str, b: str) -> Copying:
    return next(one for one in families[0].copyings if (one.article_a, one.article_b) == (a, b))


def test_a_family_shows_who_copied_whom_and_why(crisis: Any) -> None:
    """The root first; an article of no family is not there."""
    articles, _, families = crisis
    text = " ".join(shown(families_view(families, articles), 120).split())
    assert text.index("depeche.txt") < text.index("journal.txt")
    assert "copied from none of these" in text
    assert "depeche.txt → journal.txt" in text
    assert "journal.txt credits ASP, whose dispatch depeche.txt is" in text
    assert "autre.txt" not in text


def test_what_is_shared_and_binds_nobody_is_listed_below(crisis: Any) -> None:
    """A passage between articles of no family is not lost."""
    articles, passages, families = crisis
    view = families_view((), articles, passages)
    assert "depeche.txt — journal.txt  2 passages" in shown(view, 120)
    assert "too little to bind" not in shown(families_view(families, articles, passages), 120)


def test_where_nobody_copied_it_says_so(crisis: Any) -> None:
    """An empty view is a sentence, not nothing."""
    assert "no two articles" in shown(families_view((), crisis[0]), 80)
    articles = crisis[0]
    assert "share no passage" in shown(beside_view(articles["a"], articles["d"], crisis[1]), 80)


@pytest.mark.parametrize("width", [80, 100, 160])
def test_two_texts_stand_side_by_side_with_the_shared_words_marked(crisis: Any, width: int) -> None:
    """No line is wider than the terminal; the words in brackets are the passage, on both sides."""
    articles, passages, families = crisis
    lines = shown(beside_view(articles["a"], articles["b"], passages, copying(families, "a", "b")), width).splitlines()
    assert max(map(len, lines)) <= width
    (line,) = (line for line in lines if "[1 Au moins onze" in line)
    assert "[1 Au moins 11" in line


def test_what_both_did_not_write_is_not_marked(crisis: Any) -> None:
    """A paragraph of one alone stands beside an empty cell."""
    articles, passages, _ = crisis
    text = shown(beside_view(articles["a"], articles["b"], passages), 100)
    (line,) = (line for line in text.splitlines() if "Notre photographe" in line)
    assert line[:40].strip() == ""
    assert "[" not in line


def test_in_a_rewrite_the_words_that_are_the_same_are_marked(crisis: Any) -> None:
    """The number and the name, however they are written; not the words around them."""
    articles, passages, _ = crisis
    rows = beside_dict(articles["a"], articles["c"], passages)["passages"]
    words = [DISPATCH[start:end] for row in rows for start, end in row["shared_a"]]
    there = [REWRITTEN[start:end] for row in rows for start, end in row["shared_b"]]
    assert any("1.200.000" in one for one in words)
    assert any("1 200 000" in one for one in there)
    assert not any("ouvert en 1911" in one for one in words)


def test_both_ways_to_ask_for_two_articles_show_the_same_words(crisis: Any) -> None:
    """`lineage A B` and `lineage B A`."""
    articles, passages, _ = crisis
    there = beside_dict(articles["a"], articles["b"], passages)["passages"]
    back = beside_dict(articles["b"], articles["a"], passages)["passages"]
    assert [(row["start_a"], row["end_b"]) for row in there] == [(row["start_b"], row["end_a"]) for row in back]
    assert {row["direction"] for row in there} == {"a_to_b"}
    assert {row["direction"] for row in back} == {"b_to_a"}


def test_plain_values_are_json_and_name_articles_by_file(crisis: Any) -> None:
    """Offsets are those of the text."""
    articles, passages, families = crisis
    family = json.loads(json.dumps(family_dict(families[0], articles)))
    assert family["roots"] == ["depeche.txt"]
    assert {one["article"] for one in family["articles"]} == {"depeche.txt", "journal.txt", "revue.txt"}
    row = passage_dict(passages[0], articles)
    assert (row["article_a"], row["form"]) == ("depeche.txt", "verbatim")
    assert DISPATCH[row["start_a"] : row["end_a"]].startswith("Au moins onze")


def test_signs_that_command_a_terminal_are_not_passed_on() -> None:
    """An article's text is somebody else's."""
    evil = [
        account(text.replace("préfecture.", "préfecture \x1b[31m."), id)
        for text, id in ((DISPATCH, "a"), (REPRINT, "b"))
    ]
    text = shown(beside_view(evil[0].article, evil[1].article, find_passages(evil)), 100)
    assert "\x1b[31m" not in text
