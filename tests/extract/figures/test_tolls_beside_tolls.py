"""A toll told beside another: the number of others, the number that an earlier count said, and who gave what is counted."""

from __future__ import annotations

import pytest

from recoupe.extract.local import read_paragraphs
from recoupe.extract.reading import LocalFigure
from recoupe.model.article import BlockKind
from recoupe.model.figure import Kind, Modality
from recoupe.parse.sentences import split_sentences


def read(text: str) -> tuple[LocalFigure, ...]:
    return read_paragraphs([(text, BlockKind.BODY, split_sentences(text))])[0].figures


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Le nombre de morts redescend à 31, celui des disparus à neuf.", [("killed", 31), ("missing", 9)]),
        ("Le nombre de morts passe à douze, celui des blessés, lui, à cinquante.", [("killed", 12), ("injured", 50)]),
        ("Le nombre de blessés est porté à 40 et celui des morts à six.", [("injured", 40), ("killed", 6)]),
        ("Le nombre de décès atteint 14, celui des blessés dépasse 70.", [("killed", 14), ("injured", 70)]),
        ("Le nombre des disparus, lui, recule à huit.", [("missing", 8)]),
    ],
)
def test_a_number_that_is_told_of_others_counts_those_others(text: str, said: list[tuple[str, int]]) -> None:
    assert [(one.kind.value, one.low) for one in read(text)] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Le bilan retombe à 27 morts, contre 29 annoncés samedi.", [27, 29]),
        ("L'hôpital soigne 14 blessés, contre 11 recensés jeudi.", [14, 11]),
        ("La ville compte 12 morts, au lieu des 15 annoncés vendredi.", [12, 15]),
        ("Le bilan est de 27 morts au lieu de 29.", [27, 29]),
    ],
)
def test_the_number_that_an_earlier_count_said_is_read_beside_the_new_one(text: str, said: list[int]) -> None:
    figures = read(text)
    assert [one.low for one in figures] == said
    assert figures[0].kind is figures[1].kind
    assert figures[1].modality is Modality.REPORTED


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("La Croix-Rouge danoise a distribué 400 tentes.", "Croix-Rouge danoise"),
        ("Trois villages ont été pris par le Vent-du-Nord.", "Vent-du-Nord"),
        ("L'armée du Nord a tué 30 rebelles.", "armée du Nord"),
        ("Le nombre de morts passe à douze.", None),
    ],
)
def test_the_party_that_did_it_is_named_whole_and_is_no_count(text: str, by: str | None) -> None:
    assert read(text)[0].by == by


@pytest.mark.parametrize(
    "text",
    [
        "Selon la mairie, deux victimes avaient été comptées deux fois.",
        "Trois noms avaient été inscrits par erreur.",
        "L'hôpital a compté deux fois quatre corps.",
        "Trois pêcheurs avaient été déclarés morts par erreur.",
        "Le bilan baisse : neuf blessés figuraient en double.",
    ],
)
def test_what_a_count_took_in_twice_or_wrongly_is_no_toll_of_its_own(text: str) -> None:
    assert [one.kind for one in read(text)] == [Kind.OTHER]


def test_slips_of_a_list_are_no_figure() -> None:
    assert read("L'écart vient de quatre doublons.") == ()
