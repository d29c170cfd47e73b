"""A turn reads whole words: an elided `d'` is no part of `deux`, and `hui` of `aujourd'hui` boos nobody."""

from __future__ import annotations

import pytest

from recoupe.extract.figures.words import phrases, spelt
from recoupe.extract.local import read_paragraphs
from recoupe.model.article import BlockKind
from recoupe.model.figure import Kind
from recoupe.parse.sentences import split_sentences


def test_what_is_elided_is_written_with_an_apostrophe() -> None:
    assert spelt(r"(?:d.|de\s)eau") == r"(?:d['’]|de\s)eau"
    assert spelt(r"\d.\w+ l[ae]. [a-d].") == r"\d.\w+ l[ae]. [a-d]."


@pytest.mark.parametrize(
    ("text", "barred"),
    [
        ("La ville compte aujourd'hui les premiers 300 inscrits du marché de la région.", Kind.PROTESTING),
        ("Trente familles ont reçu des terres à Louga.", Kind.TRAPPED),
        ("Une coalition internationale dirige 300 civils.", Kind.HOSTED),
    ],
)
def test_no_turn_is_found_inside_a_word(text: str, barred: Kind) -> None:
    figures = read_paragraphs([(text, BlockKind.BODY, split_sentences(text))])[0].figures
    assert all(one.kind is not barred for one in figures)


def test_a_turn_may_take_the_endings_of_its_words() -> None:
    found = [entry.name for entry, pattern in phrases("state") if pattern.search("deux femmes grièvement blessées")]
    assert found
