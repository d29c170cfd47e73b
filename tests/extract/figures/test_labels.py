"""Labels before a colon and headings over a section: what they say of the numbers behind and below them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.model.figure import Figure

Row = tuple[str, str, str]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "– Pertes matérielles : 12 hangars, 9 camions et trois silos.",
            [("12", "destroyed", "buildings"), ("9", "destroyed", "vehicles"), ("trois", "destroyed", "buildings")],
        ),
        (
            "Besoins urgents : 3,1 millions de dollars. Reçu à cette date : 0,4 million.",
            [("3,1 millions", "delivered", "money"), ("0,4 million", "delivered", "money")],
        ),
        ("Libérés : 14 otages.", [("14", "rescued", "people")]),
        ("Relogés : 30 familles.", [("30", "hosted", "families")]),
        ("Hébergement : 340, soit 210 à Mbour.", [("340", "hosted", "people"), ("210", "hosted", "people")]),
        (
            "• Arrêtés ou rendus : 61, y compris 4 mineurs.",
            [("61", "detained", "people"), ("4", "detained", "children")],
        ),
        ("• Encore hospitalisés : 22, blessés par balle pour la plupart.", [("22", "injured", "people")]),
        ("– Toujours sans nouvelles : 12 marins.", [("12", "missing", "people")]),
    ],
)
def test_a_label_says_what_befell_what_is_counted_behind_it(
    text: str, rows: list[Row], figures: Callable[[str], tuple[Figure, ...]]
) -> None:
    """A participle stands for those it befell; a noun that says little of them yields to the label."""
    assert [(one.text, one.kind.value, one.counted.value) for one in figures(text)] == rows


def test_a_label_says_nothing_of_what_a_verb_tells(figures: Callable[[str], tuple[Figure, ...]]) -> None:
    """The words behind the number come first, and a label that tells nothing is none."""
    (fallen,) = figures("Blessés : 12 pompiers ont été tués en les secourant.")
    assert fallen.kind.value == "killed"
    (street,) = figures("Dans la rue : 200 personnes.")
    assert street.kind.value == "other"


SECTIONS = (
    "Rougeole : le point à Maroua\n\nLe district tient ses comptes à jour et les publie chaque soir.\n\nCas confirmés\n\n"
    "• Hôpital régional : 33 adultes, 14 enfants ;\n\n• Prison centrale : 6 détenus et deux gardiens.\n\nDécès\n\n"
    "• À domicile : 5\n\n• À l'hôpital : 9, dont 3 enfants\n\nLe district a reçu la visite de 40 élus."
)


def test_a_heading_gives_its_kind_to_the_lines_below_it(figures: Callable[[str], tuple[Figure, ...]]) -> None:
    """Up to the next heading, or the next paragraph that is no line of a list."""
    assert [(one.text, one.kind.value, one.counted.value) for one in figures(SECTIONS)][:8] == [
        ("33", "ill", "people"),
        ("14", "ill", "children"),
        ("6", "ill", "prisoners"),
        ("deux", "ill", "people"),
        ("5", "killed", "people"),
        ("9", "killed", "people"),
        ("3", "killed", "children"),
        ("40", "other", "officials"),
    ]


def test_a_bullet_before_a_label_is_no_verb(figures: Callable[[str], tuple[Figure, ...]]) -> None:
    """Whatever the tagger takes the bullet for, the label behind it tells what befell them."""
    found = figures("• Bergers tués : 18, dont trois femmes, selon la commission ; 11 d'après la police.")
    assert [one.kind for one in found] == ["killed", "killed", "killed"]


def test_a_label_of_people_keeps_the_kind_of_its_heading_off(figures: Callable[[str], tuple[Figure, ...]]) -> None:
    """Families without news of somebody are not the dead over whom they stand."""
    text = "Effondrement d'un hangar\n\nDécès\n\n• {}3 familles\n\n• Nord : 12 habitants"
    kinds = [one.kind for one in figures(text.format("Familles sans nouvelles d'un parent : "))]
    assert kinds == ["other", "killed"]
    assert [one.kind for one in figures(text.format("Sud : "))] == ["killed", "killed"]
