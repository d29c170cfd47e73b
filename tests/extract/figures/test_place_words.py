"""What narrows a place without naming it."""

import pytest

from recoupe.extract.figures.place_words import place_words
from recoupe.model.span import Span


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "Douze civils ont été tués dans les quartiers repris par l'armée, selon l'ONU.",
            "quartiers repris par l'armée",
        ),
        ("Côté gouvernemental, 142 civils ont été tués.", "Côté gouvernemental"),
        ("Neuf civils sont morts dans la partie orientale de la ville.", "partie orientale de la ville"),
    ],
)
def test_words_that_narrow_a_place_are_kept(sentence: str, words: str) -> None:
    """The words stand where the evidence says."""
    found, why = place_words(sentence, Span(0, 5))
    assert found == words
    assert why is not None and why.span is not None and why.span.of(sentence) == words


@pytest.mark.parametrize(
    "sentence",
    ["Trois obus sont tombés sur le quartier de Bambéto.", "Douze civils ont fui.", "Il a pris son mal en patience."],
)
def test_a_proper_name_or_nothing_narrows_nothing(sentence: str) -> None:
    """A proper name is the place itself, and a sentence without such words has none."""
    assert place_words(sentence, Span(0, 5)) == (None, None)
