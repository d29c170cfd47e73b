"""What somebody who judges a record sees: its sentence cut at every mark, its fields, blank where they are unknown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from recoupe.ledger import Ledger
from recoupe.model.article import Article, Block, BlockKind, PublishedBasis
from recoupe.model.span import Span
from recoupe.show.review_case import stretches


def article(text: str, *sentences: tuple[int, int]) -> Article:
    spans = tuple(Span(*one) for one in sentences)
    blocks = (Block(BlockKind.BODY, Span(0, len(text)), spans),)
    return Article(
        id="a", name="a.txt", text=text, blocks=blocks, language="fr", published_basis=PublishedBasis.UNKNOWN
    )


def test_a_sentence_is_cut_where_words_begin_and_end() -> None:
    """Words that two rules read carry both; what overlaps the record stays its own."""
    text = "Avant. Au moins 12 morts à Goma. Après."
    marks = [(7, 18, "qualifier"), (16, 18, "value"), (27, 31, "place"), (33, 38, "kind")]
    found = stretches(article(text, (0, 6), (7, 32), (33, 39)), 16, 18, marks)
    assert [(one.words, one.kind, one.fields) for one in found] == [
        ("Au moins ", "evidence", ("qualifier",)),
        ("12", "record", ("qualifier", "value")),
        (" morts à ", "plain", ()),
        ("Goma", "evidence", ("place",)),
        (".", "plain", ()),
    ]


@pytest.mark.parametrize("end", [20, 90_000])
def test_an_endless_sentence_is_shown_in_part(end: int) -> None:
    """However long the line or the record is."""
    text = "mot " * 50_000
    found = stretches(article(text, (0, len(text))), 10, end, [])
    assert sum(len(one.words) for one in found) < 6000
    assert [one.kind for one in found if one.kind == "record"] == ["record"]


def test_what_is_unknown_is_shown_blank_where_one_looks_for_it(tmp_path: Path, reports: Path, engine: Any) -> None:
    """A figure without a window or a source has the rows; one without a side has none."""
    with Ledger.open(tmp_path / "ledger.sqlite", engine=engine) as ledger:
        ledger.add(str(reports), crisis="x")
        case = ledger.reviews.case(ledger.figures(article="suite.txt")[0].id)
    shown = {one.name: one.read for one in case.shown}
    assert (shown["source"], shown["since"], shown["place"]) == (None, None, "Port-Clair")
    assert "side" not in shown
    assert (case.rests_on, case.lost, case.current) == (None, False, True)
