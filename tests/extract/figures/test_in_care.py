"""What those suffer from of whom only care is told: what their sentence, their paragraph or their article speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from recoupe.model.figure import Kind

if TYPE_CHECKING:
    from tests.extract.figures.conftest import Read

BLOW = "Une déflagration a soufflé le marché de Kolda mardi.\n\n"
CRASH = "Un autocar s'est renversé dans un virage près de Kolda.\n\n"
DISEASE = "Le choléra a gagné le district de Kolda.\n\n"
CARE = [
    "Douze personnes reçoivent des soins à l'hôpital provincial.",
    "Quatre habitants sont sous respirateur.",
    "On compte trente hospitalisés.",
    "Sept passants sont entre la vie et la mort.",
    "Cinq enfants restent en observation.",
    "Neuf patients sont dans un état critique.",
    "Six femmes sont alitées.",
]


@pytest.mark.parametrize("sentence", CARE)
@pytest.mark.parametrize(
    ("article", "kind"),
    [(BLOW, Kind.INJURED), (CRASH, Kind.INJURED), (DISEASE, Kind.ILL)],
    ids=["blow", "crash", "disease"],
)
def test_those_in_care_suffer_from_what_the_article_tells(
    figures: Read, article: str, kind: Kind, sentence: str
) -> None:
    assert [one.kind for one in figures(article + sentence)] == [kind]


def test_their_own_words_come_first(figures: Read) -> None:
    burnt, feverish = figures(
        DISEASE + "Trois brûlés sont soignés au CHU. " + "Deux enfants fiévreux ont été hospitalisés."
    )
    assert (burnt.kind, feverish.kind) == (Kind.INJURED, Kind.ILL)
