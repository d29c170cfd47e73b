"""What a number answers: a question, the toll of a rival, the noun before it in the sentence; what only points is none."""

from __future__ import annotations

import pytest

from recoupe.extract.local import read_paragraphs
from recoupe.extract.reading import LocalFigure
from recoupe.model.article import BlockKind
from recoupe.model.figure import Counted, Kind, Modality
from recoupe.parse.sentences import split_sentences


def read(text: str) -> tuple[LocalFigure, ...]:
    return read_paragraphs([(text, BlockKind.BODY, split_sentences(text))])[0].figures


def test_answers_to_how_many_will_are_planned_and_how_many_have_are_told() -> None:
    coming = read(
        "Combien sortiront ? « Pas plus de 300 personnes », a dit le geôlier. « Dix mille au minimum », a rétorqué un avocat."
    )
    assert [(one.kind, one.modality) for one in coming] == [(Kind.EVACUATED, Modality.PLANNED)] * 2
    gone = read("Combien ont péri ? « Neuf personnes », a dit le geôlier.")
    assert [one.modality for one in gone] == [Modality.REPORTED]


def test_how_many_are_they_asks_for_those_who_were_there() -> None:
    asked = read(
        "Combien sont-ils encore ? Des dizaines de milliers, disait la Ligue ; 8 000 à peine, répliquait le maire."
    )
    assert [(one.kind, one.low) for one in asked] == [(Kind.EXPOSED, 20000), (Kind.EXPOSED, 8000)]


def test_who_holds_to_a_number_of_people_holds_to_a_rival_toll() -> None:
    assert [one.kind for one in read("Le syndicat en est à 61 morts. La mairie s'en tient à 40 civils.")] == [
        Kind.KILLED
    ] * 2
    assert [one.kind for one in read("La mairie s'en tient à 40 agents.")] != [Kind.KILLED]


@pytest.mark.parametrize(
    ("text", "counted", "low"),
    [
        ("Le nombre des femmes tuées passe de 19 à 16.", Counted.WOMEN, [19, 16]),
        ("Le nombre des nourrissons tués, 11, ne change pas.", Counted.CHILDREN, [11]),
        ("La police a arrêté deux femmes. Les blessés sont désormais 64.", Counted.PEOPLE, [64]),
    ],
)
def test_the_noun_of_the_number_says_who_is_counted(text: str, counted: Counted, low: list[int]) -> None:
    said = [one for one in read(text) if one.kind is not Kind.DETAINED]
    assert ([one.counted for one in said], [one.low for one in said]) == ([counted] * len(low), low)


def test_this_half_points_at_a_part_and_counts_nothing() -> None:
    assert [one.low for one in read("Trente civils sont morts dans cette moitié du bourg.")] == [30]
    assert [one.low for one in read("La moitié du bourg a brûlé.")] == [50]


def test_a_night_outside_to_wait_for_something_is_no_flight() -> None:
    assert read("Cent familles ont passé la nuit dehors dans l'espoir d'un visa.")[0].kind is Kind.OTHER
    assert read("Cent familles ont passé la nuit dehors.")[0].kind is Kind.DISPLACED


def test_the_wounded_and_the_sick_leave_with_those_they_are_a_part_of() -> None:
    moved = read("Treize cars ont conduit 900 habitants, dont 26 blessés, hors du bourg.")[1:]
    assert [(one.kind, one.counted) for one in moved] == [
        (Kind.EVACUATED, Counted.PEOPLE),
        (Kind.EVACUATED, Counted.WOUNDED),
    ]
    hurt = read("L'incendie a touché 900 habitants, dont 26 blessés.")
    assert hurt[1].kind is Kind.INJURED


def test_the_noun_of_a_toll_says_who_its_dead_are() -> None:
    assert [one.counted for one in read("Le bilan des femmes tuées est passé de 12 à 15 morts.")] == [Counted.WOMEN] * 2


def test_the_few_who_are_left_have_been_sent_by_nobody() -> None:
    assert [one.kind for one in read("Il ne reste que sept chirurgiens.")] == [Kind.OTHER]
    assert [one.kind for one in read("La Ligue a envoyé sept chirurgiens.")] == [Kind.DEPLOYED]
