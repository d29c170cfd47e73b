"""Crowds of which only that somebody counted them is told: the march before them tells what they did."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.model.figure import Figure


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "À Boké, la jeunesse a défilé jeudi. La police a dénombré 3 000 personnes ; le collectif en revendique 9 000.",
            ["protesting", "protesting"],
        ),
        (
            "Labé aussi a manifesté, du marché au stade. Huit cents personnes selon un élu, « le double » pour les syndicats.",
            ["protesting", "protesting"],
        ),
        (
            "Samedi, une marche blanche partira de la gare. La mairie table sur deux mille personnes.",
            ["protesting"],
        ),
        (
            "Une marche est prévue samedi. Selon la mairie, le bourg a 300 employés.",
            ["other"],
        ),
        ("La ville panse ses plaies. La préfecture a compté 3 000 personnes.", ["other"]),
    ],
)
def test_a_crowd_is_one_where_a_march_is_told_before_it(
    text: str, kinds: list[str], figures: Callable[[str], tuple[Figure, ...]]
) -> None:
    """Only where they are told by nothing but a count."""
    assert [one.kind.value for one in figures(text)] == kinds


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Le préfet a revu le chiffre des pertes civiles : 31 au lieu de 24.", ("31", "killed", "civilians")),
        (
            "Cinq mineurs ont été tués ; s'y ajoutent six noyés, ce qui donne 38 pour l'ensemble des sinistres.",
            ("38", "killed", "people"),
        ),
        (
            "Cent familles dorment entre les camions ; elles étaient 140 jeudi.",
            ("140", "displaced", "families"),
        ),
    ],
)
def test_no_noun_beside_is_taken_for_what_a_bare_number_counts(
    text: str, row: tuple[str, str, str], figures: Callable[[str], tuple[Figure, ...]]
) -> None:
    """An adjective is of its noun, a sum is of what was summed, and those who `étaient` are people."""
    one = next(one for one in figures(text) if one.text == row[0])
    assert (one.kind.value, one.counted.value) == row[1:]
