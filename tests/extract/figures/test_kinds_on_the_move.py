"""People on the move: where a verb of going with a name leads, who is not home yet, what a whole turn says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.extract.local import read_paragraphs
from recoupe.extract.reading import LocalFigure
from recoupe.model.article import BlockKind
from recoupe.model.figure import Figure, Kind
from recoupe.parse.sentences import split_sentences


def read(text: str) -> tuple[LocalFigure, ...]:
    return read_paragraphs([(text, BlockKind.BODY, split_sentences(text))])[0].figures


def kinds(text: str) -> list[Kind]:
    return [one.kind for one in read(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Plus de 90 000 habitants avaient gagné l'Ouganda mercredi soir.",
        "En deux jours, 3 000 familles ont rejoint Bangassou.",
        "Douze mille personnes étaient entrées au Rwanda à la fin de la semaine.",
    ],
)
def test_residents_who_go_to_a_name_fled(sentence: str) -> None:
    assert kinds(sentence) == [Kind.DISPLACED]


@pytest.mark.parametrize(
    "sentence",
    [
        "Trois cents athlètes ont gagné Lisbonne mercredi soir.",
        "Trois cents personnes ont gagné Lisbonne pour assister au sommet.",
        "Deux cents soldats ont gagné Bangassou.",
    ],
)
def test_who_goes_for_an_errand_did_not_flee(sentence: str) -> None:
    read = kinds(sentence)
    assert len(read) == 1
    assert Kind.DISPLACED not in read


def test_residents_who_did_not_come_back_are_displaced_and_fishers_missing() -> None:
    assert kinds("Quatre cents habitants ne sont toujours pas revenus.") == [Kind.DISPLACED]
    assert kinds("Quatre pêcheurs ne sont toujours pas revenus.") == [Kind.MISSING]


def test_a_turn_that_is_whole_says_more_than_the_infinitive_that_it_ends_with() -> None:
    assert kinds("Six cents ménages ont vu leur bétail mourir.") == [Kind.AFFECTED]
    assert kinds("Deux cents personnes ont besoin d'être relogées.") == [Kind.AFFECTED]


def test_what_stands_behind_a_number_told_again_in_brackets_is_said_of_the_first() -> None:
    assert kinds("Quelque 1 900 personnes (315 ménages) parties de Kolo pour Mora.")[0] is Kind.DISPLACED


def test_who_left_by_way_of_precaution_was_evacuated(figures: Callable[[str], tuple[Figure, ...]]) -> None:
    told = figures("Par mesure de sécurité, 85 riverains ont dû quitter leur logement.")
    assert [one.kind for one in told] == [Kind.EVACUATED]
    told = figures("Trente résidants ont été déplacés par prévention.")
    assert [one.kind for one in told] == [Kind.EVACUATED]
    told = figures("De peur d'une offensive, 85 riverains ont quitté leur logement.")
    assert [one.kind for one in told] == [Kind.DISPLACED]
