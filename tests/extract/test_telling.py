"""How the clause of a moment tells of it: as past, as to come, as what was to come, or neither."""

from __future__ import annotations

import pytest

from recoupe.extract.local import read_paragraphs
from recoupe.model.article import BlockKind
from recoupe.model.moment import Told
from recoupe.parse.sentences import split_sentences


def told(sentence: str) -> list[Told]:
    """Return how each moment of a sentence is told."""
    return [
        moment.told for moment in read_paragraphs([(sentence, BlockKind.BODY, split_sentences(sentence))])[0].moments
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Le pont a rouvert mardi.",
        "L'armée resserrait l'étau samedi sur les quartiers nord.",
        "Les autorités ont fait savoir mardi qu'elles partaient.",
        "Ils étaient onze jeudi.",
        "L'offensive lancée le 15 novembre a échoué.",
        "Les écoles sont fermées depuis lundi.",
        "Hier, le marché était vide.",
        "Depuis la reprise des tirs au pont, le lundi 12 mars 2018, 180 familles sont arrivées.",
    ],
)
def test_what_was_done_is_past(sentence: str) -> None:
    """Whatever tense of the past, and where the words themselves look back."""
    assert told(sentence)[-1] is Told.PAST


@pytest.mark.parametrize(
    "sentence",
    [
        "Le pont rouvrira mardi.",
        "Les députés doivent voter vendredi.",
        "Deux mille habitants doivent être évacués dès vendredi.",
        "Une réunion prévue le 27 décembre réunira les deux camps.",
        "Le marché rouvrira mardi prochain.",
        "Le prochain bulletin paraîtra le 15 mars.",
    ],
)
def test_what_is_announced_is_to_come(sentence: str) -> None:
    """A future, a duty with its infinitive, a participle that says what is due."""
    assert told(sentence) == [Told.COMING]


@pytest.mark.parametrize(
    "sentence", ["Le convoi devait partir jeudi.", "Il a annoncé que les pourparlers se tiendraient samedi à Genève."]
)
def test_what_was_to_come_may_lie_behind_or_ahead(sentence: str) -> None:
    """Whether it came about, the sentence does not say."""
    assert told(sentence) == [Told.WAS_COMING]


@pytest.mark.parametrize(
    "sentence",
    ["La marche de dimanche inquiète le maire.", "Il a appelé à manifester vendredi.", "Le tribunal siège jeudi."],
)
def test_a_day_that_no_tense_places_is_left_open(sentence: str) -> None:
    """A day on a noun, one of what others are to do, a present."""
    assert told(sentence) == [Told.OPEN]
