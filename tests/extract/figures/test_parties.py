"""Who is said to have done it: a party that the verb of the deed names, never whoever tells of it, loses or rides along."""

from __future__ import annotations

import pytest

from recoupe.extract.local import read_paragraphs
from recoupe.extract.reading import LocalFigure
from recoupe.model.article import BlockKind
from recoupe.parse.sentences import split_sentences


def read(text: str) -> tuple[LocalFigure, ...]:
    return read_paragraphs([(text, BlockKind.BODY, split_sentences(text))])[0].figures


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Neuf villageois ont été tués par des tirs rebelles.", "rebelles"),
        ("Neuf villageois ont été tués par les tirs de l'armée.", "armée"),
        ("Les rebelles ont pilonné le bourg, tuant neuf villageois.", "rebelles"),
        ("Trois hommes ont été arrêtés par la police fédérale lundi.", "police fédérale"),
        ("Le Hezbollah a tiré dimanche une centaine de roquettes.", "Hezbollah"),
        ("La milice tient 60 % du bourg.", "milice"),
        ("L'Office de la Ligue aux secours de l'Enfance a distribué 400 tentes.", "Office de la Ligue aux secours de l'Enfance"),
        ("On parle de 30 villageois tués par l'armée.", "armée"),
        ("Neuf villageois ont été tués lundi soir par des hommes lourdement armés.", "hommes lourdement armés"),
        ("Un tir de drone israélien a tué douze personnes.", "israélien"),
        ("Moscou a tiré trois missiles.", "Moscou"),
        ("La Croix-Rouge congolaise a envoyé 300 tentes.", "Croix-Rouge congolaise"),
        ("Les mineurs accusent la police d'avoir tué douze grévistes.", "police"),
    ],
)  # fmt: skip
def test_the_party_of_the_deed_is_read(text: str, by: str) -> None:
    assert read(text)[0].by == by


@pytest.mark.parametrize(
    "text",
    [
        "Le Bureau des Droits dit avoir reçu des preuves de l'exécution de 82 mineurs, dont 11 femmes et 13 enfants.",
        "Le comité des médecins donnait 53 civils tués.",
        "Onze personnes, dont cinq enfants, ont été blessées par des tirs de joie.",
        "Des tirs en l'air ont blessé deux adolescents.",
        "La frappe d'hier sur le marché a tué 12 personnes.",
        "Une frappe aérienne a emporté cinq familles.",
        "Les insurgés ont perdu plus de 85 % du territoire.",
        "Le lycée a perdu dix-huit élèves.",
        "Le pays pleure cinq soldats.",
        "Les habitants ont enterré onze villageois.",
        "Au moins 8.000 personnes, dont 3.000 combattants, ont fui la ville.",
        "Parmi les victimes figurent deux habitantes du hameau.",
        "Les agences sollicitent deux millions d'euros.",
        "Les mineurs accusent la police d'avoir tiré, en blessant neuf.",
        "Freddy a tué 500 personnes.",
        "Trois soldats ont été tués par un engin explosif.",
        "Il faut les six millions d'euros demandés par les secouristes.",
        "Ebola a déjà emporté 17 habitants.",
        "La Vesdre a emporté trois maisons.",
    ],
)
def test_whoever_tells_loses_or_stands_by_has_not_done_it(text: str) -> None:
    assert {one.by for one in read(text)} <= {None}


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("On a relevé 11 blessés côté rebelles.", "rebelles"),
        ("Trois soldats tués dans les rangs de l'armée régulière.", "armée régulière"),
        ("Onze hommes de la PNA resteront sur place.", None),
        ("Deux mille soldats de la PNA resteront sur place.", "PNA"),
        ("Huit combattants du Front pour le salut ont été capturés.", "Front pour le salut"),
        ("On compte 14 blessés du côté de Ségou.", None),
        ("Douze mariniers sont morts.", None),
        ("Trois personnes ont été tuées parmi les passagers.", None),
    ],
)
def test_the_party_of_the_counted_is_read_where_words_beside_them_give_it(text: str, side: str | None) -> None:
    """A side, a rank, a force, what they are called; no quarter of a town."""
    assert read(text)[0].side == side
