"""What a number goes back to: the main count of its sentence, the sum, the trade named before; and what a measure is one of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.model.figure import Figure

Read = Callable[[str], tuple[Figure, ...]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Deux cents pompiers, appuyés par quatre avions, sont à l'œuvre. Trente autres arrivent ; l'Espagne en a promis cinquante.",
            [("Trente", "deployed", "aid_workers"), ("cinquante", "deployed", "aid_workers")],
        ),
        (
            "Six disparus restaient introuvables mercredi ; ils ne sont plus que quatre, deux corps ayant été remontés jeudi.",
            [("quatre", "missing", "people")],
        ),
        ("La mairie, qui parlait de 212 évacués, en recense à présent 268.", [("268", "evacuated", "people")]),
        (
            "La mairie parlait de 3.600 déplacés. Elle n'en recense plus que 3.150: d'autres sont rentrés.",
            [("3.150", "displaced", "people")],
        ),
        (
            "L'hôpital en est à neuf décès. « Sur ces neuf, sept avaient moins de 20 ans. »",
            [("neuf", "killed", "people")],
        ),
        ("Une rumeur parle de cinq morts. « Pas cinq, pas un », tranche le sergent.", [("cinq", "killed", "people")]),
        ("Quatre personnes ont péri. « Quatre de trop », dit le maire.", [("Quatre", "killed", "people")]),
        (
            "Neuf personnes ont été tuées ; un policier est mort lapidé. Le gouvernement s'en tient à six.",
            [("six", "killed", "people")],
        ),
        (
            "À l'aréna de Labé, ils sont maintenant 412. Ils étaient 260 lundi soir.",
            [("412", "hosted", "people"), ("260", "hosted", "people")],
        ),
        ("Hier, 143 évacués sur 268 avaient signé un bail.", [("268", "evacuated", "people")]),
        ("Un gendarme a été tué et deux de ses collègues ont été blessés.", [("deux", "injured", "police")]),
        (
            "Le syndicat des pompiers a dénombré neuf blessés dans ses rangs ; la préfecture n'en admet que trois.",
            [("neuf", "injured", "aid_workers"), ("trois", "injured", "aid_workers")],
        ),
        ("De douze mercredi, les disparus étaient tombés à dix jeudi.", [("douze", "missing", "people")]),
        (
            "L'effondrement, à l'aube, de deux immeubles a surpris la ville.",
            [("deux", "destroyed", "buildings")],
        ),
        (
            "Quatorze morts, réplique le syndicat, qui a affiché sa liste à l'entrée de l'hôpital : onze hommes, deux femmes, un enfant.",
            [("onze", "killed", "people"), ("deux", "killed", "women"), ("un", "killed", "children")],
        ),
        (
            "Cinq immeubles sont à terre. La mairie en a condamné 43 autres.",
            [("43", "destroyed", "buildings")],
        ),
        (
            "Cent vingt migrants ont été arrêtés. Deux cars attendent une trentaine d'entre eux.",
            [("une trentaine", "detained", "people")],
        ),
        (
            "Cinq corps ont été identifiés. Le dernier, un étudiant brûlé aux jambes, s'est éteint hier.",
            [("un", "killed", "people")],
        ),
        (
            "Le syndicat exige la libération de ses 22 délégués et 500 000 francs pour chaque famille.",
            [("500 000", "other", "money")],
        ),
        ("La grève est suivie par 65 % du personnel.", [("65 %", "other", "people")]),
        (
            "Trente corps ont été retrouvés ; les deux tiers d'entre eux sont ceux d'enfants.",
            [("deux tiers", "killed", "children")],
        ),
        ("On parle de 80 tonnes d'obus rangées sous un marché.", [("80", "other", "munitions")]),
    ],
)
def test_a_number_goes_back_to_the_count_that_is_meant(
    figures: Read, text: str, expected: list[tuple[str, str, str]]
) -> None:
    """No helper in an aside, no single one, no other's verb; a trade named before tells who somebody's own are."""
    told = [(one.text, one.kind.value, one.counted.value) for one in figures(text)]
    assert [one for one in expected if one not in told] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le ministre débloque 1,2 million d'euros et ordonne le diagnostic de 300 immeubles. Le maire réclame le double.",
            ("double", 2_400_000, "delivered"),
        ),
        (
            "La région donne 2 millions d'euros, à raison de 800 euros par foyer. L'opposition en réclame le triple.",
            ("triple", 6_000_000, "delivered"),
        ),
        (
            "La firme versera 5 millions de francs CFA (7.600 euros) par famille. Le syndicat en exige le double.",
            ("double", 10_000_000, "delivered"),
        ),
        ("L'État a porté de 1,5 à 4 millions d'euros l'aide aux familles.", ("1,5", 1_500_000, "delivered")),
        ("Le fonds a versé 3,5 des 12 millions d'euros promis.", ("3,5", 3_500_000, "delivered")),
        ("L'État débloque 4 millions d'euros. Seuls 20 % de cette somme ont été versés.", ("20 %", 20, "delivered")),
    ],
)
def test_a_sum_goes_back_to_the_sum_that_is_meant(figures: Read, text: str, expected: tuple[str, float, str]) -> None:
    """A multiple that is asked for, a part and a share are taken of the whole sum, not of what each gets or of its conversion."""
    found = {one.text: one for one in figures(text)}[expected[0]]
    assert (found.text, found.low, found.kind.value, found.counted.value) == (*expected, "money")
