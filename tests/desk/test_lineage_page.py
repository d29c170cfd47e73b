"""Who copied whom, why, and both texts side by side."""

from __future__ import annotations

import json
import re
from html import unescape
from xml.etree.ElementTree import fromstring

import pytest
from fastapi.testclient import TestClient

from recoupe.model.article import Article, Block, BlockKind
from recoupe.model.passage import Passage, PassageForm
from recoupe.model.span import Span
from recoupe.show.beside import ROWS, beside


def ids(desk: TestClient) -> dict[str, str]:
    return {row["article"]: row["id"] for row in json.loads(desk.get("/articles.json").text)}


def test_a_family_says_who_copied_whom_and_why(desk: TestClient) -> None:
    page = desk.get("/lineage").text
    assert "porte la ligne de date d'une agence" in unescape(page)
    assert "n'a copié aucun autre" in unescape(page)
    pairs = json.loads(desk.get("/lineage.json").text)
    one = next(pair for pair in pairs if pair["to"] == "alep-02.txt")
    assert (one["from"], one["settled"]) == ("alep-01.txt", True)


def test_one_family_has_a_page_of_its_own(desk: TestClient) -> None:
    family = json.loads(desk.get("/lineage.json").text)[0]["family"]
    page = desk.get(f"/lineage?family={family}").text
    assert page.count("<h2") == 1
    assert desk.get("/lineage?family=none").status_code == 404


@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_the_graph_leaves_for_programs_that_draw_it(desk: TestClient, form: str) -> None:
    answer = desk.get(f"/lineage.{form}")
    tags = [element.tag.rpartition("}")[2] for element in fromstring(answer.text).iter()]
    assert tags.count("node") == 12
    assert tags.count("edge") == 3
    assert f"lineage.{form}" in answer.headers["content-disposition"]


def test_side_by_side_the_shared_words_are_marked_on_both_sides(desk: TestClient) -> None:
    known = ids(desk)
    page = desk.get(f"/lineage/{known['alep-01.txt']}/{known['alep-02.txt']}").text
    assert "sont passés dans" in page
    marked = [unescape(words) for words in re.findall(r"<mark>([^<]*)</mark>", page)]
    left, right = (one for one in marked if "ambulances ne passent plus" in one)
    assert left != right, "each side in the words of its own text"
    other = desk.get(f"/lineage/{known['alep-02.txt']}/{known['alep-01.txt']}").text
    assert sorted(re.findall(r"<mark>([^<]*)</mark>", other)) == sorted(re.findall(r"<mark>([^<]*)</mark>", page))


def test_two_articles_that_share_nothing_say_so(desk: TestClient) -> None:
    known = ids(desk)
    page = desk.get(f"/lineage/{known['alep-04.txt']}/{known['alep-12.txt']}").text
    assert "ne partagent aucun passage" in page
    assert desk.get(f"/lineage/{known['alep-04.txt']}/nothing").status_code == 404


def article(id: str, *paragraphs: str) -> Article:
    text, blocks, at = "\n".join(paragraphs), [], 0
    for one in paragraphs:
        blocks.append(Block(BlockKind.BODY, Span(at, at + len(one)), (Span(at, at + len(one)),)))
        at += len(one) + 1
    return Article(id=id, name=f"{id}.txt", text=text, blocks=tuple(blocks), language="fr")


def whole(a: Article, b: Article) -> Passage:
    spans = Span(0, len(a.text)), Span(0, len(b.text))
    return Passage(
        article_a=a.id,
        span_a=spans[0],
        article_b=b.id,
        span_b=spans[1],
        form=PassageForm.VERBATIM,
        words=len(a.text.split()),
    )


def test_a_paragraph_without_end_is_folded_and_says_how_much_is_left_out() -> None:
    a, b = article("a", "mot " * 200_000), article("b", "mot " * 200_000)
    view = beside(a, b, [whole(a, b)])
    pieces = view.rows[0].left
    shown = sum(len(piece.text) for piece in pieces)
    assert shown < 5000
    assert shown + sum(piece.left_out for piece in pieces) == len(a.text)
    assert {piece.number for piece in pieces if piece.text.strip()} == {1}


def test_many_paragraphs_are_cut_into_pages() -> None:
    a = article("a", *(f"Le paragraphe numéro {at} parle de la crue." for at in range(100)))
    b = article("b", "Rien de tel ici.")
    first, last = beside(a, b, []), beside(a, b, [], page=99)
    assert len(first.rows) == ROWS
    assert (last.page, last.pages) == (3, 3)


def test_words_that_differ_are_not_marked() -> None:
    """A long passage whose sides differ is not marked whole."""
    a = article("a", "la digue a cédé mardi avant midi près du vieux moulin de Brenne")
    b = article("b", "la digue a cédé JEUDI avant midi près du vieux moulin de Brenne")
    row = beside(a, b, [whole(a, b)]).rows[0]
    marked = [piece.text for piece in row.left if piece.number]
    assert marked == ["la digue a cédé", "avant midi près du vieux moulin de Brenne"]
    assert "JEUDI" not in [piece.text for piece in row.right if piece.number]
