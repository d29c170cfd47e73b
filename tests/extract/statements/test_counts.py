"""Lists below a colon, and counts that stand side by side."""

from collections.abc import Callable

import pytest

Said = Callable[..., list[tuple[str | None, str]]]


@pytest.mark.parametrize(
    ("paragraphs", "content"),
    [
        (
            ("La fédération exige :", "- une enquête ;", "- un procès.", "Rien n'a suivi."),
            "une enquête ;\n\n- un procès",
        ),
        (("La fédération recommande :\n1) une enquête ;\n2) un procès.",), "une enquête ;\n2) un procès"),
        (("La fédération exige :", "a) une enquête ;", "7. Annexe."), "une enquête"),
    ],
)
def test_points_below_a_colon_are_one_statement(said: Said, paragraphs: tuple[str, ...], content: str) -> None:
    """A list is of one kind of mark; the numbered heading behind lettered points is none of them."""
    assert said(*paragraphs) == [("fédération", content)]


def test_a_colon_with_no_list_below_it_opens_nothing(said: Said) -> None:
    """What follows in plain paragraphs is the outlet's own."""
    assert said("La fédération exige :", "Le port est fermé.") == []


def test_what_is_counted_inside_reported_words_is_no_second_statement(said: Said) -> None:
    """`Il a compté ..., assure-t-il` is one act of speech."""
    report = said("Paul Ndiaye est fossoyeur. Il a compté trente tombes, assure-t-il.")
    assert report == [("Paul Ndiaye", "Il a compté trente tombes")]


def test_counts_set_side_by_side_have_each_their_speaker(said: Said) -> None:
    """The verb is said once: `La police parle de 300 grévistes, le syndicat de 900`."""
    assert said("La police parle de 300 grévistes, le syndicat de 900.") == [
        ("police", "300 grévistes"),
        ("syndicat", "900"),
    ]
    assert said("Les marcheurs disent avoir été 900, la police 300.") == [
        ("marcheurs", "avoir été 900"),
        ("police", "300"),
    ]
    assert said("Londres a promis 6 millions de livres, Paris 3 millions d'euros.") == [
        ("Londres", "6 millions de livres"),
        ("Paris", "3 millions d'euros"),
    ]
    assert said("La mairie parle de trois gardes et pompiers, six agents.") == [
        ("mairie", "trois gardes et pompiers, six agents")
    ]
    assert said("La police parle de 300 grévistes, venus de 12 villes.") == [
        ("police", "300 grévistes, venus de 12 villes")
    ]
