"""What things are told of where no word says it: aid is handed over, stuff, gear and room are not; names stand on lists."""

from __future__ import annotations

import pytest

from recoupe.extract.local import read_paragraphs
from recoupe.model.article import BlockKind
from recoupe.model.figure import Kind
from recoupe.parse.sentences import split_sentences


def kinds(text: str) -> list[Kind]:
    return [one.kind for one in read_paragraphs([(text, BlockKind.BODY, split_sentences(text))])[0].figures]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Dans la cour, 40 tonnes de riz et d'huile.", Kind.DELIVERED),
        ("Dans la cour, 40 tonnes de soude.", Kind.OTHER),
        ("Un avion apporte 40 tonnes de soude pour l'eau.", Kind.DELIVERED),
        ("Pour tout matériel, six respirateurs.", Kind.OTHER),
        ("Trois cents couvertures pour la vallée.", Kind.DELIVERED),
        ("Le chaland est homologué pour 60 tonnes de fret.", Kind.OTHER),
    ],
)
def test_goods_are_aid_where_they_help(text: str, kind: Kind) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Le manifeste énumère 212 noms.", Kind.EXPOSED),
        ("La gendarmerie garde une liste de douze noms sans corps.", Kind.MISSING),
        ("On affiche trente noms de disparus.", Kind.MISSING),
    ],
)
def test_a_name_stands_on_a_list_for_a_reason(text: str, kind: Kind) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text", ["La clinique compte vingt brûlés, quatre lits.", "On y voit neuf blessés et deux respirateurs."]
)
def test_what_befell_people_befell_no_things_in_their_list(text: str) -> None:
    people, things = kinds(text)
    assert people is Kind.INJURED
    assert things is not Kind.INJURED


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Le colonel a parlé de 40 rebelles.", Kind.OTHER),
        ("Selon l'état-major, 40 miliciens et leur chef.", Kind.OTHER),
        ("Le gouvernement réclame 40 soldats de plus.", Kind.DEPLOYED),
        ("Sur les lieux, 40 soldats.", Kind.DEPLOYED),
    ],
)
def test_fighters_are_deployed_only_where_something_sends_them(text: str, kind: Kind) -> None:
    """A commander who speaks of some may mean those whom he killed."""
    assert kinds(text) == [kind]
