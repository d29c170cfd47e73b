"""Bare numbers that somebody counts against another's: the figure of their size, not the last one said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.model.figure import Figure

DISPUTED = "À l'hôpital, 31 corps ont été reconnus.\n\nLa clinique du port offre 3 lits. Son directeur ne décolère pas."


@pytest.mark.parametrize(
    ("text", "number", "row"),
    [
        (
            "Le maire parle de 44 morts, six disparus et 2 100 cases soufflées. Le ministère en est à 39.",
            "39",
            ("killed", "people"),
        ),
        (
            "Le HCR a enregistré 21 400 réfugiés, soit 5 200 familles. La mairie avance le chiffre de 60 000.",
            "60 000",
            ("hosted", "refugees"),
        ),
        ("On compte 90 tués ; onze noms étaient écrits deux fois. Le chiffre est de 79.", "79", ("killed", "people")),
        ("Huit habitants ont été tués et 30 blessés. L'hôpital en recense 41.", "41", ("injured", "people")),
        ("La clinique a soigné 52 blessés. Il en reste 4.", "4", ("injured", "people")),
    ],
)
def test_who_counts_again_comes_near_the_number_that_he_counts_again(
    text: str, number: str, row: tuple[str, str], figures: Callable[[str], tuple[Figure, ...]]
) -> None:
    """Where the last number said is of another size altogether, the one of its own size is meant."""
    one = next(one for one in figures(text) if one.text == number)
    assert (one.kind.value, one.counted.value) == row


def test_in_another_paragraph_the_toll_of_its_size_is_meant(figures: Callable[[str], tuple[Figure, ...]]) -> None:
    """What was counted last there may be no toll at all."""
    told = figures(f"{DISPUTED}\n\nLa ligue des droits n'en croit rien. Elle en recense 35.")
    assert (told[-1].text, told[-1].kind.value) == ("35", "killed")
