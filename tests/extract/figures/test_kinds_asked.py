"""Questions how many, wholes that others are taken out of, raises with their noun behind, and ways out, over and back."""

from __future__ import annotations

import pytest
from tests.extract.figures.conftest import Read


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Combien vivaient là ? Trente et un, dit le registre. Au moins 54, corrige l'association.", ["exposed"] * 2),
        ("Combien ont fui ? Six mille, estime la Croix-Rouge.", ["displaced"]),
        ("Combien ont été arrêtés ? Quatre-vingts, selon la Ligue.", ["detained"]),
        ("Combien d'évacués, au juste ? La Ville en est à 1450.", ["evacuated"]),
        ("Combien sont rentrés ? Deux cents, calcule le maire.", ["returned"]),
    ],
)
def test_a_question_how_many_says_what_its_answers_count(figures: Read, text: str, kinds: list[str]) -> None:
    assert [one.kind.value for one in figures(text)] == kinds


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Le nombre d'évacués est ramené de 1 450 à 1 280, a précisé la Ville.", [("evacuated", "people")] * 2),
        ("La mairie a ramené de 3 200 à 2 740 le nombre des habitations touchées.", [("destroyed", "buildings")] * 2),
        ("Le ministère a porté de 13 à 16 le nombre des soldats tombés dimanche.", [("killed", "combatants")] * 2),
        (
            "Le médiateur chiffre à plus de 200 les tués de l'offensive et à quatre cents les blessés.",
            [("killed", "people"), ("injured", "people")],
        ),
    ],
)
def test_a_raise_counts_the_noun_that_its_participle_tells_of(
    figures: Read, text: str, read: list[tuple[str, str]]
) -> None:
    assert [(one.kind.value, one.counted.value) for one in figures(text)] == read


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Des quatre suspects appréhendés lundi, trois ont été relâchés.", ["detained", "rescued"]),
        ("Des 2500 policiers déployés, un millier sont rentrés dans leurs casernes.", ["deployed", "returned"]),
        ("Des militaires sont arrivés, trois ont été blessés.", ["injured"]),
    ],
)
def test_what_befalls_those_taken_out_is_not_said_of_all(figures: Read, text: str, kinds: list[str]) -> None:
    assert [one.kind.value for one in figures(text)] == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "Ils étaient 400 samedi à Lille selon la police, un millier d'après le syndicat, à marcher derrière la banderole.",
            ["protesting"] * 2,
        ),
        ("Ils étaient 67 à avoir été emmenés de force dans la forêt.", ["abducted"]),
        ("58 personnes ont été placées en garde à vue ; neuf mineurs figurent parmi elles.", ["detained"] * 2),
        ("Onze blessés ont été recensés ; quatre ont quitté l'hôpital.", ["injured"] * 2),
        ("Trois cents résidants de la rue Giroux devront partir d'ici à 17 h.", ["evacuated"]),
        ("Quatorze enfants ont été retrouvés jeudi dans une grotte.", ["rescued"]),
        ("Quatorze enfants ont été retrouvés sans vie.", ["killed"]),
        ("On compte cinq morts, dont un couple retrouvé dans sa voiture.", ["killed"] * 2),
        ("La chambre de commerce redoute la disparition de 1200 emplois.", ["other"]),
        ("1 150 bâches livrées sur les 4 000 demandées.", ["delivered"] * 2),
    ],
)
def test_news_turns_are_read(figures: Read, text: str, kinds: list[str]) -> None:
    assert [one.kind.value for one in figures(text)] == kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Les assaillants ont incendié des greniers et quarante cases.", "destroyed"),
        ("Le feu a détruit le marché et trente maisons.", "destroyed"),
        ("Les bandits ont enlevé le curé et quatre fidèles.", "abducted"),
        ("La crue a tué 46 personnes et touché 680 000 habitants.", "affected"),
        ("La bombe a tué deux soldats et blessé neuf passants.", "injured"),
    ],
)
def test_the_second_object_is_under_its_own_verb(figures: Read, text: str, kind: str) -> None:
    assert figures(text)[-1].kind.value == kind


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Le carambolage impliquait trente-deux véhicules.", [("other", "vehicles")]),
        ("Trois camions de pompiers pour un feu.", [("deployed", "vehicles")]),
        ("Quelque 1,2 million de litres de mazout dans la baie.", [("other", "goods")]),
        ("Le gouvernement gèle les prix de 250 produits.", [("other", "goods")]),
        (
            "612 personnes ont été évacuées. 19 autocars ont acheminé 530 d'entre elles vers les centres.",
            [("evacuated", "people"), ("deployed", "vehicles"), ("evacuated", "people")],
        ),
    ],
)
def test_what_helps_nobody_is_not_sent(figures: Read, text: str, read: list[tuple[str, str]]) -> None:
    assert [(one.kind.value, one.counted.value) for one in figures(text)] == read


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("À la demande de la préfecture, quarante familles ont quitté la zone.", ["evacuated"]),
        ("Fuyant les combats, quarante familles ont quitté la zone.", ["displaced"]),
        ("L'aide atteint 97 millions de dollars, mais moins d'un cinquième a été versé.", ["delivered"] * 2),
        ("Quatre suspects ont été arrêtés. Un cinquième est en fuite.", ["detained"]),
        ("Quatre Belges ont trouvé la mort, parmi lesquels deux enfants, a confirmé le maire.", ["killed"] * 2),
    ],
)
def test_arrangements_and_shares_are_told_apart(figures: Read, text: str, kinds: list[str]) -> None:
    assert [one.kind.value for one in figures(text)] == kinds
