"""Who or what is counted where grammar says it: what is put right, set beside, a part of some, under another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.model.figure import Figure


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Il ne s'agit pas de 40 mais de 14 disparus.", [("40", "people"), ("14", "people")]),
        ("Les rescapés, une centaine, ont été accueillis dans une école.", [("une centaine", "people")]),
        ("Les rebelles, au moins quarante, ont été blessés.", [("quarante", "combatants")]),
        ("Une école publique sur cinq a rouvert.", [("Une école publique sur cinq", "buildings")]),
        ("Moins d'un village sur deux est ravitaillé.", [("un village sur deux", "settlements")]),
        (
            "La Croix-Rouge demande 4 millions de francs ; un cinquième est disponible.",
            [("4 millions", "money"), ("un cinquième", "money")],
        ),
        (
            "Sur 8 millions de dollars promis, un quart de la somme a été versé.",
            [("8 millions", "money"), ("un quart", "money")],
        ),
        ("L'État mettra deux milliards sur la table.", [("deux milliards", "money")]),
        ("Douze agents de la compagnie ferroviaire ont été blessés.", [("Douze", "people")]),
        ("Douze agents ont été blessés par des jets de pierres.", [("Douze", "police")]),
        ("La salle dispose de seize appareils de ventilation.", [("seize", "goods")]),
        ("Seize appareils ont décollé de la base.", [("Seize", "vehicles")]),
        ("Les pompes ont rejeté 2 500 mètres cubes d'eau.", [("2 500", "goods")]),
        (
            "Le service compte 84 soignants, dont neuf privés de repos.",
            [("84", "health_workers"), ("neuf", "health_workers")],
        ),
        (
            "Cent vingt pompiers luttent contre le feu. Trois ont été brûlés aux mains.",
            [("Cent vingt", "aid_workers"), ("Trois", "aid_workers")],
        ),
        (
            "Septante sapeurs-pompiers de six communes étaient à l'œuvre mercredi, contre 64 la veille.",
            [("Septante", "aid_workers"), ("six", "settlements"), ("64", "aid_workers")],
        ),
    ],
)
def test_grammar_says_who_is_counted(
    figures: Callable[[str], tuple[Figure, ...]], text: str, rows: list[tuple[str, str]]
) -> None:
    """By the noun beside, behind, or of the whole."""
    assert [(one.text, one.counted) for one in figures(text)] == rows


def test_a_number_that_is_put_right_is_denied(figures: Callable[[str], tuple[Figure, ...]]) -> None:
    """It takes the noun of the one that takes its place."""
    found = figures("Ce ne sont pas 60 mais 16 blessés qui ont été soignés.")
    assert [(one.text, one.kind, one.modality) for one in found] == [
        ("60", "injured", "denied"),
        ("16", "injured", "reported"),
    ]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("L'entreprise offre 3 millions d'euros. Les familles réclament le double de cette somme.", 6_000_000),
        ("Le centre abrite 180 familles, le triple de ce qui était prévu.", 540),
    ],
)
def test_a_multiple_of_what_was_told(figures: Callable[[str], tuple[Figure, ...]], text: str, low: int) -> None:
    """`le double de cette somme`, `le triple de ce qui était prévu`."""
    assert figures(text)[1].low == low


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "La force régionale, qui compte 900 hommes, a évacué 80 blessés.",
            [("900", "deployed", "reported"), ("80", "evacuated", "reported")],
        ),
        ("Les habitants, dont 30 enfants, ont été évacués.", [("30", "evacuated", "reported")]),
        (
            "Besoin : 3,2 millions d'euros, dont 850 000 reçus.",
            [("3,2 millions", "delivered", "called_for"), ("850 000", "delivered", "reported")],
        ),
    ],
)
def test_each_number_has_the_verb_of_its_own_clause(
    figures: Callable[[str], tuple[Figure, ...]], text: str, rows: list[tuple[str, str, str]]
) -> None:
    """What a relative clause tells of a force befell nobody, and what came in of a sum is no longer asked for."""
    assert [(one.text, one.kind, one.modality) for one in figures(text)] == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Quatre otages et trois soldats ont péri.", [("Quatre", "people"), ("trois", "combatants")]),
        (
            "Sur les 40 hameaux visités, onze restent coupés du monde.",
            [("40", "settlements"), ("onze", "settlements")],
        ),
        ("Abris : 250 bâches promises, 90 reçues.", [("250", "goods"), ("90", "goods")]),
        (
            "L'appel porte sur 5 millions d'euros. Lundi, 1,2 million était versé : un quart du total.",
            [("5 millions", "money"), ("1,2 million", "money"), ("un quart", "money")],
        ),
        (
            "Trente pompiers luttent contre le feu, dont une dizaine venus de Chimay.",
            [("Trente", "aid_workers"), ("une dizaine", "aid_workers")],
        ),
        ("On a réparti les malades entre quatre hôpitaux.", [("quatre", "buildings")]),
        ("Le bilan est de 38 morts dans les deux vallées.", [("38", "people")]),
    ],
)
def test_a_part_counts_what_its_whole_counts(
    figures: Callable[[str], tuple[Figure, ...]], text: str, rows: list[tuple[str, str]]
) -> None:
    """Of things, of a total, of a list under a label; a known pair counts nothing."""
    assert [(one.text, one.counted) for one in figures(text)] == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Sept maisons sur dix-huit ont brûlé.", [("Sept", 7), ("dix-huit", 18)]),
        ("Neuf familles sur dix ont fui.", [("Neuf familles sur dix", 90)]),
        ("Une école sur douze a rouvert.", [("Une école sur douze", 8)]),
    ],
)
def test_so_many_of_an_uneven_number_are_no_share(
    figures: Callable[[str], tuple[Figure, ...]], text: str, rows: list[tuple[str, int]]
) -> None:
    """`sept maisons sur dix-huit` are two counts, `neuf sur dix` and `une sur douze` shares."""
    assert [(one.text, int(one.low or 0)) for one in figures(text)] == rows


def test_miners_are_people_where_work_is_told_of(figures: Callable[[str], tuple[Figure, ...]]) -> None:
    """`280 mineurs au chômage technique`."""
    assert figures("Quelque 280 mineurs sont au chômage technique.")[0].counted == "people"
    assert figures("Douze mineurs ont été interpellés.")[0].counted == "children"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("La planète compte huit milliards d'habitants, dont deux milliards sans eau potable.", "people"),
        ("Deux appareils militaires ont été abattus.", "vehicles"),
        ("Cinq agents de la paix ont été blessés.", "police"),
    ],
)
def test_people_are_no_money_aircraft_no_machines_and_the_police_no_staff(
    figures: Callable[[str], tuple[Figure, ...]], text: str, last: str
) -> None:
    """A noun elsewhere in the sentence tells whom a billion counts, a downed one flew, and some agents of a body are police."""
    assert figures(text)[-1].counted == last
