"""Two counts told side by side in one sentence: each has what its own verb says."""

from __future__ import annotations

import pytest

from recoupe.extract.local import read_paragraphs
from recoupe.model.article import BlockKind
from recoupe.parse.sentences import split_sentences


def told(text: str) -> list[tuple[str, str, str]]:
    """Return the figures of a paragraph as its words, their kind and what they count."""
    (reading,) = read_paragraphs([(text, BlockKind.BODY, split_sentences(text))])
    return [(one.span.of(text), one.kind.value, one.counted.value) for one in reading.figures]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Le centre héberge 800 personnes et douze soldats ont été tués lundi.", ("800", "hosted", "people")),
        ("On dénombre 800 cas suspects et douze soldats ont été tués lundi.", ("800", "ill", "people")),
        ("Le pays abrite 800 réfugiés et douze soldats ont été tués lundi.", ("800", "hosted", "refugees")),
        ("Les inondations ont touché 8 000 personnes et douze soldats ont été tués.", ("8 000", "affected", "people")),
        ("Le pays compte 8 000 déplacés internes et douze soldats ont été tués.", ("8 000", "displaced", "people")),
        ("Huit mille personnes dorment dehors et douze soldats ont été tués.", ("Huit mille", "displaced", "people")),
        (
            "La préfecture prévoit d'évacuer 800 personnes et douze soldats ont été tués.",
            ("800", "evacuated", "people"),
        ),
    ],
)
def test_what_stands_under_a_verb_of_its_own_has_nothing_of_the_next_one(
    text: str, first: tuple[str, str, str]
) -> None:
    """The tree likes to join two numbers over `et`."""
    both = told(text)
    assert both[0] == first
    assert both[1][1:] == ("killed", "combatants")


def test_a_second_subject_still_shares_the_verb_behind_it() -> None:
    """No verb stands before the first one."""
    assert told("Deux dépôts et une quinzaine de bus ont brûlé dans la nuit.") == [
        ("Deux", "destroyed", "buildings"),
        ("une quinzaine", "destroyed", "vehicles"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Douze soldats ont été tués lundi et huit médecins ont rejoint l'équipe.",
        "Douze soldats ont été tués lundi et huit cents vaccinateurs passent de maison en maison.",
    ],
)
def test_a_count_with_a_verb_of_its_own_is_none_of_a_list(text: str) -> None:
    """What befell the first is not what befell the second."""
    assert [kind for _, kind, _ in told(text)] == ["killed", "deployed"]


def test_the_verb_of_a_whole_is_read_behind_its_part_whatever_goes_on_behind() -> None:
    """`, ont été tués et 61 blessés` is no second part."""
    text = "Vingt-trois civils, dont quatre enfants, ont été tués et 61 blessés dans une frappe sur la gare, ville encerclée."
    assert [one[1] for one in told(text)] == ["killed", "killed", "injured"]


def test_those_of_whom_only_a_participle_is_told_are_as_those_before() -> None:
    """The noun left out is the one that it stands for."""
    text = "Six manifestants ont été tués, une vingtaine blessés et 40 arrêtés."
    assert told(text) == [
        ("Six", "killed", "protesters"),
        ("une vingtaine", "injured", "protesters"),
        ("40", "detained", "protesters"),
    ]
    assert told("Quatre enfants sont morts et douze blessés ont été soignés.")[1] == ("douze", "injured", "people")


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "Trente personnes, dont dix-sept pompiers, ont été prises en charge ; trois demeurent hospitalisées.",
            ("trois", "injured", "people"),
        ),
        (
            "L'agence dénombre 21 300 déplacés, dont 62 % de femmes : 14 000 se trouvent dans le Nord.",
            ("14 000", "displaced", "people"),
        ),
        (
            "Trente-huit hommes ont été arrêtés, dont 26 mineurs et quatre femmes ; douze ont été relâchés.",
            ("douze", "rescued", "people"),
        ),
    ],
)
def test_a_number_behind_the_end_of_a_clause_goes_back_to_the_whole_and_not_to_its_parts(
    text: str, last: tuple[str, str, str]
) -> None:
    """What was spelled out of the whole is over."""
    assert told(text)[-1] == last


def test_another_figure_of_the_same_brings_its_noun_along() -> None:
    """`celui de 900 familles`."""
    text = "Le préfet a avancé le chiffre de 300 déplacés. Un élu avance celui de 900 familles."
    assert told(text)[1] == ("900", "displaced", "families")


def test_those_who_say_how_many_they_were_were_there() -> None:
    """`les 40 que nous étions`."""
    assert told("« Sur les 40 que nous étions, onze ont survécu », dit-il.")[0] == ("40", "exposed", "people")


def test_a_share_of_a_place_is_of_its_land_or_of_those_who_live_there() -> None:
    """By what befell it."""
    assert told("Les rebelles tiennent 85 % de Bamako.") == [("85 %", "controlled", "territory_share")]
    assert told("La moitié de Bamako a fui.") == [("moitié", "displaced", "people")]


@pytest.mark.parametrize(
    "aside", [", selon un bilan encore provisoire,", ", surpris par la tempête,", ", un couple de retraités,"]
)
@pytest.mark.parametrize(
    ("verb", "kind"),
    [
        ("ont trouvé la mort en mer", "killed"),
        ("sont portés disparus", "missing"),
        ("restent en soins intensifs", "injured"),
        ("ont été mis en examen", "detained"),
    ],
)
def test_an_aside_between_commas_does_not_part_the_counted_from_their_verb(aside: str, verb: str, kind: str) -> None:
    """Nor does what it tells of them count more than the verb behind it."""
    assert [one[1] for one in told(f"Huit marins{aside} {verb}.") if one[0] == "Huit"] == [kind]


def test_what_befell_a_number_of_its_own_is_told_by_the_verb_behind_it() -> None:
    """The tree hangs `trois` on the verb before it."""
    text = "L'épidémie n'épargne pas les soignants : seize ont été contaminés, trois en sont morts."
    assert [kind for _, kind, _ in told(text)] == ["ill", "killed"]


def test_an_aside_right_before_a_number_does_not_part_it_from_its_turn() -> None:
    """`figurent, selon la mairie, huit enfants`."""
    assert told("Parmi les blessés figurent, selon la mairie, huit enfants.") == [("huit", "injured", "children")]
    text = "On craignait des morts : le ministère en recense, à ce stade, 14."
    assert told(text) == [("14", "killed", "people")]


def test_a_later_count_is_of_those_before_and_of_nothing_that_was_counted_with_them() -> None:
    """Neither of the noun that they are called by nor of one that hangs on it."""
    text = "Huit cents détenus ont fait le mur. La veille, on en comptait douze."
    assert told(text)[1] == ("douze", "escaped", "prisoners")
    text = "L'armée a lancé huit missiles. L'ONG, elle, en recense douze."
    assert told(text)[1] == ("douze", "launched", "munitions")
