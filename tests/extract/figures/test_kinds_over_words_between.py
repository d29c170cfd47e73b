"""What stands between a verb and the counted, or right before a number: when and where, a preposition, an aside in a denial."""

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
        ("Des inconnus ont emmené dans la nuit de samedi à dimanche vingt bergers.", Kind.ABDUCTED),
        ("Des rebelles ont emmené, vers 4 heures du matin, huit ouvriers du chantier.", Kind.ABDUCTED),
        ("La police a interpellé devant la préfecture sept étudiants.", Kind.DETAINED),
        ("La Croix-Rouge a distribué, ce week-end, 500 tentes.", Kind.DELIVERED),
    ],
)
def test_when_and_where_part_no_verb_from_its_object(text: str, kind: Kind) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Les sinistrés sont tombés à 3 500, assure la commune.", Kind.KILLED),
        ("Une clinique a douze lits pour grands brûlés.", Kind.INJURED),
        ("Une clinique a douze lits pour grands brûlés.", Kind.DESTROYED),
    ],
)
def test_what_stands_under_a_preposition_is_no_subject_and_no_participle(text: str, kind: Kind) -> None:
    assert kind not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Les neuf garçons n'ont, malgré les battues, toujours pas été retrouvés.",
        "Six pêcheurs n'ont, eux, pas été retrouvés.",
    ],
)
def test_an_aside_in_a_denial_denies_all_the_same(text: str) -> None:
    assert kinds(text) == [Kind.MISSING]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("La clinique a libéré trente lits.", Kind.HOSTED),
        ("Six chambres ont été libérées.", Kind.HOSTED),
        ("L'armée a livré trente lits.", Kind.DELIVERED),
        ("Le feu a détruit trente lits.", Kind.DESTROYED),
    ],
)
def test_room_is_readied_for_somebody(text: str, kind: Kind) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Sur la rive, quarante camions de mangues patientent.", Kind.TRAPPED),
        ("Au port, neuf cargos sont au mouillage depuis la grève.", Kind.TRAPPED),
        ("La route voit passer 8 000 véhicules par jour.", Kind.OTHER),
        ("Dix camions d'aide patientent à la douane.", Kind.DEPLOYED),
        ("Neuf ambulances patientent devant la gare.", Kind.DEPLOYED),
    ],
)
def test_vehicles_on_the_road_are_sent_by_nobody(text: str, kind: Kind) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("L'appel attend toujours ses dons : 18 % de la somme ont été versés.", Kind.DELIVERED),
        ("Les recettes de la foire ont fondu de 30 %.", Kind.OTHER),
        ("Les admissions ont reculé de près de 15 %.", Kind.OTHER),
    ],
)
def test_a_percentage_is_of_a_sum_or_a_change(text: str, kind: Kind) -> None:
    assert kinds(text) == [kind]


def test_whoever_is_asked_gets_nothing() -> None:
    assert kinds("La mairie demande à 9 000 riverains de rester chez eux.") == [Kind.TRAPPED]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Les vaccins sont là. Le district en a reçu onze mille.", [Kind.DELIVERED]),
        ("Sept mille habitants sont partis, quatre cents sont restés.", [Kind.DISPLACED, Kind.EXPOSED]),
        ("On compte 93 ménages, soit 214 personnes, délogés depuis lundi.", [Kind.DISPLACED, Kind.DISPLACED]),
        ("Douze touristes n'étaient pas montés dans le car.", [Kind.OTHER]),
        ("Soixante écoles sont fermées. Vingt d'entre elles servent de refuge.", [Kind.OTHER, Kind.HOSTED]),
    ],
)
def test_what_is_taken_up_or_denied_is_told_by_the_words_beside_it(text: str, said: list[Kind]) -> None:
    assert kinds(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("La clinique compte dix lits de réanimation et deux respirateurs.", [Kind.HOSTED, Kind.OTHER]),
        ("On relève six morts. « On était une quarantaine à cogner contre la grille. »", [Kind.KILLED, Kind.EXPOSED]),
        ("Cinq mille habitants sont rentrés ; 300 devront patienter jusqu'à lundi.", [Kind.RETURNED, Kind.DISPLACED]),
    ],
)
def test_no_count_is_taken_for_what_befell_others(text: str, said: list[Kind]) -> None:
    assert kinds(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("La salle héberge 620 évacués, Kolo en loge 410.", [Kind.HOSTED, Kind.HOSTED]),
        ("L'usine ne garde que 65 ouvriers sur 160.", [Kind.OTHER, Kind.OTHER]),
        ("Trente voitures se sont retrouvées prises dans la coulée.", [Kind.TRAPPED]),
        ("L'action du groupe a cédé 11 %.", [Kind.OTHER]),
        ("Neuf camions sont arrivés avec 38 tonnes de vivres ; un autre a été pillé.", [Kind.DEPLOYED, Kind.DELIVERED]),
    ],
)
def test_the_verb_of_its_own_decides(text: str, said: list[Kind]) -> None:
    assert kinds(text)[: len(said)] == said


@pytest.mark.parametrize(
    "text", ["Les rebelles ont massacré douze civils.", "Des pillards ont massacré hier douze bergers."]
)
def test_what_stands_with_avoir_is_a_verb(text: str) -> None:
    """The tagger takes `massacré` for a noun or an article."""
    read = read_paragraphs([(text, BlockKind.BODY, split_sentences(text))])[0]
    assert [one.kind for one in read.figures] == [Kind.KILLED]
