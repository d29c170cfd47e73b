"""Numbers told one after the other: day by day, teller by teller, place by place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.model.figure import Figure

Row = tuple[str, str, str]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Samedi, la compagnie parlait de cinq disparus. Dimanche, neuf. Lundi, douze : la liste s'allonge.",
            [("cinq", "missing", "people"), ("neuf", "missing", "people"), ("douze", "missing", "people")],
        ),
        (
            "Le HCR compte 18 000 réfugiés dans la province. Bujumbura, 25 000.",
            [("18 000", "hosted", "refugees"), ("25 000", "hosted", "refugees")],
        ),
        (
            "On a reçu 62 blessés, selon le médecin ; une centaine, si l'on en croit le maire.",
            [("62", "injured", "people"), ("une centaine", "injured", "people")],
        ),
        (
            "On a tué neuf bergers et 12 000 habitants ont fui. L'ONU évalue ces derniers à 30 000.",
            [("neuf", "killed", "people"), ("12 000", "displaced", "people"), ("30 000", "displaced", "people")],
        ),
        (
            "La police a arrêté quarante-quatre marcheurs dans trois villes : vingt à Sfax, quatorze à Gafsa, dix à Gabès.",
            [
                ("quarante-quatre", "detained", "protesters"),
                ("trois", "other", "settlements"),
                ("vingt", "detained", "protesters"),
                ("quatorze", "detained", "protesters"),
                ("dix", "detained", "protesters"),
            ],
        ),
    ],
)
def test_the_next_of_a_series_counts_what_the_first_did(
    text: str, rows: list[Row], figures: Callable[[str], tuple[Figure, ...]]
) -> None:
    """Nothing but who tells it, when or where is said again."""
    assert [(one.text, one.kind.value, one.counted.value) for one in figures(text)] == rows
