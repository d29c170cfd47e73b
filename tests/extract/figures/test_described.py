"""Who a number without a noun counts where its words say so, and in which measure it goes back to another."""

from __future__ import annotations

import pytest

from recoupe.extract.local import read_paragraphs
from recoupe.extract.reading import LocalFigure
from recoupe.model.article import BlockKind
from recoupe.model.figure import Counted
from recoupe.parse.sentences import split_sentences


def figures(text: str) -> tuple[LocalFigure, ...]:
    return read_paragraphs([(text, BlockKind.BODY, split_sentences(text))])[0].figures


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Trente familles ont fui. Plus de la moitié sont des mineurs.", Counted.CHILDREN),
        ("L'état-major admet que 19 des victimes étaient des militaires.", Counted.COMBATANTS),
        ("On relève six cas, dont deux chez des soignants.", Counted.HEALTH_WORKERS),
        ("Onze ouvriers ont péri, parmi lesquels trois n'avaient pas dix-huit ans.", Counted.CHILDREN),
        ("Le préfet compte 61 blessés, dont la moitié dans les rangs de la police.", Counted.POLICE),
        ("La mission estime à 38 000 le nombre de civils pris au piège.", Counted.CIVILIANS),
        ("Cinq des sept morts étaient élèves au lycée.", Counted.CHILDREN),
        ("Trente familles ont fui. Plus de la moitié sont sans nouvelles d'un proche.", Counted.FAMILIES),
        ("Onze ouvriers ont péri, parmi lesquels trois avaient plus de dix-huit ans.", Counted.PEOPLE),
    ],
)
def test_who_they_are_said_to_be_is_who_is_counted(text: str, counted: Counted) -> None:
    """What is said of a part or a toll says who they were."""
    assert [
        one.counted for one in figures(text) if one.span.of(text) not in ("Trente", "six", "Onze", "sept", "61")
    ] == [counted]


def test_the_whole_of_a_part_is_not_who_the_part_is_said_to_be() -> None:
    """Seven people died, five of them pupils."""
    assert [one.counted for one in figures("Cinq des sept morts étaient élèves au lycée.")] == [
        Counted.CHILDREN,
        Counted.PEOPLE,
    ]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("La région a promis 12 millions d'euros ; la ville en a reçu 3,5.", 3_500_000, 3_500_000, "EUR"),
        ("Le canton a versé 8 millions d'euros ; la ville en verse environ 3.", 2_700_000, 3_300_000, "EUR"),
        ("Le feu a parcouru 4 100 hectares ; la mairie n'en admet que 2 050.", 20.5, 20.5, "km2"),
        ("La région a promis 12 millions d'euros ; la ville en a reçu 900 000.", 900_000, 900_000, "EUR"),
        ("La région a promis 300 tentes ; la ville en a reçu 12.", 12, 12, "count"),
    ],
)
def test_a_bare_number_is_told_in_the_measure_of_the_one_it_goes_back_to(
    text: str, low: float, high: float, unit: str
) -> None:
    """Millions, hectares and currencies are said once; a number told in full needs no millions."""
    said = figures(text)[-1]
    assert (said.low, said.high, said.unit) == (low, high, unit)


def test_a_number_set_against_a_list_answers_its_whole() -> None:
    """Behind a part that a comma closes the sentence speaks of the whole again."""
    said = figures("Six cas, dont deux chez des enfants, ont été notifiés, contre neuf la semaine précédente.")
    assert [one.counted for one in said] == [Counted.PEOPLE, Counted.CHILDREN, Counted.PEOPLE]
