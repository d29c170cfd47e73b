"""How words are folded before they are compared."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.crosscheck.reuse.words import words_of


def forms(text: str) -> list[str]:
    return [word.form for word in words_of(text)]


@pytest.mark.parametrize(
    "ways",
    [
        (
            "1.200 foyers",
            "1 200 foyers",
            "1'200 foyers",
            "1’200 foyers",
            "1200 foyers",
            "1\u202f200 foyers",
            "1\u00a0200 foyers",
        ),
        ("vingt-sept morts", "27 morts", "VINGT-SEPT MORTS"),
        ("soixante et onze", "septante et un", "71"),
        ("quatre-vingt-dix-sept", "nonante-sept", "97"),
        ("quatre-vingts", "huitante", "80"),
        ("deux mille trois cents", "2 300"),
        ("à 17h00", "à 17 heures", "à 17H", "à dix-sept heures"),
        ("à 6h30", "à 6 h 30", "à 06h30", "à six heures trente"),
        ("2,5 millions d’euros", "2.5 millions d'euros"),
        ("60 % des lits", "60% des lits", "soixante pour cent des lits"),
        ("l’œuvre", "L'OEUVRE", "l‘oeuvre"),
        ("« Ça va », dit-il", '"ca va" dit il'),
        ("Étienne Noël", "ETIENNE NOEL"),
    ],
)
def test_two_ways_to_write_one_thing_are_the_same_words(ways: tuple[str, ...]) -> None:
    """Case, accents, ligatures, marks, spacing and the way a number is written do not count."""
    assert len({tuple(forms(way)) for way in ways}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 morts", "120 morts"),
        ("2,5 tonnes", "25 tonnes"),
        ("entre trois et quatre", "entre sept"),
        ("deux trois jours", "cinq jours"),
        ("17h30", "17h00"),
        ("en 2016 384 civils", "2016384 civils"),
        ("cent vingt", "cent et vingt"),
    ],
)
def test_what_is_not_the_same_stays_apart(one: str, other: str) -> None:
    """Two numbers beside each other are two words."""
    assert forms(one) != forms(other)


def test_a_word_knows_where_it_stands() -> None:
    """Also where several words of the text are one that is compared."""
    text = "Il y a vingt et un blessés à 17 heures."
    assert {word.form: text[word.start : word.end] for word in words_of(text)}["21"] == "vingt et un"
    assert {word.form: text[word.start : word.end] for word in words_of(text)}["17h"] == "17 heures"


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_words_stand_in_order_and_do_not_overlap(text: str) -> None:
    """Whatever the text."""
    words = words_of(text)
    assert all(0 <= word.start < word.end <= len(text) and word.form for word in words)
    assert all(one.end <= other.start for one, other in pairwise(words))
