"""Lists below a colon, and counts that stand side by side."""

from collections.abc import Callable

import pytest

Said = Callable[..., list[tuple[str | None, str]]]


@pytest.mark.parametrize(
    ("paragraphs", "content"),
    [
        (
            ("La fédération exige :", "- une enquête ;", "- un procès.", "Rien n'a suivi."),
            "une enquête ;\n\n- un procès",
        ),
        (("La fédération recommande :\n1) une enquête ;\n2) un procès.",), "une enquête ;\n2) un procès"),
        (("La fédération exige :", "a) une enquête ;", "7. Annexe."), "une enquête"),
    ],
)
def test_points_below_a_colon_are_one_statement(said: Said, paragraphs: tuple[str, ...], content: str) -> None:
    """A list is of one kind of mark; the numbered heading behind lettered points is none of them."""
    assert said(*paragraphs) == [("fédération", content)]


def test_a_colon_with_no_list_below_it_opens_nothing(said: Said) -> None:
    """What follows in plain paragraphs is the outlet's own."""
    assert said("La fédération exige :", "Le port est fermé.") == []


def test_what_is_counted_inside_reported_words_is_no_second_statement(said: Said) -> None:
    """`Il a compté ..., assure-t-il` is one act of speech."""
    report = said("Paul Ndiaye est fossoyeur. Il a compté trente tombes, assure-t-il.")
    assert report == [("Paul Ndiaye", "Il a compté trente tombes")]


def test_counts_set_side_by_side_have_each_their_speaker(said: Said) -> None:
    """The verb is said once: `La police parle de 300 grévistes, le syndicat de 900`."""
    assert said("La police parle de 300 grévistes, le syndicat de 900.") == [
        ("police", "300 grévistes"),
        ("syndicat", "900"),
    ]
    assert said("Les marcheurs disent avoir été 900, la police 300.") == [
        ("marcheurs", "avoir été 900"),
        ("police", "300"),
    ]
    assert said("Londres a promis 6 millions de livres, Paris 3 millions d'euros.") == [
        ("Londres", "6 millions de livres"),
        ("Paris", "3 millions d'euros"),
    ]
    assert said("La mairie parle de trois gardes et pompiers, six agents.") == [
        ("mairie", "trois gardes et pompiers, six agents")
    ]
    assert said("La police parle de 300 grévistes, venus de 12 villes.") == [
        ("police", "300 grévistes, venus de 12 villes")
    ]


@pytest.mark.parametrize(
    ("report", "who", "content"),
    [
        (
            "Au dernier pointage du ministère de la Santé, le typhus avait tué douze personnes.",
            "ministère de la Santé",
            "le typhus avait tué douze personnes",
        ),
        ("La mairie, elle, tient registre : 12 morts, trois disparus.", "mairie", "12 morts, trois disparus"),
        ("La Croix-Rouge du Bénin en a enregistré 840.", "Croix-Rouge du Bénin", "840"),
        (
            "L'exploitant répond avoir consacré deux millions d'euros à la digue.",
            "exploitant",
            "avoir consacré deux millions d'euros à la digue",
        ),
        ("Le maire demande aux ONG 300 tentes.", "maire", "300 tentes"),
        ("Le maire a réclamé à l'État 4 millions d'euros.", "maire", "4 millions d'euros"),
    ],
)
def test_who_keeps_the_count_or_asks_for_it_is_answerable(said: Said, report: str, who: str, content: str) -> None:
    """A last count, a register, what was enrolled, what is asked of somebody."""
    assert said(report) == [(who, content)]


def test_a_second_count_behind_a_bare_comma_has_its_own_speaker(said: Said) -> None:
    """`Lomé concède dix soldats perdus ; la rébellion, une trentaine des siens.`"""
    report = said("Lomé concède dix soldats perdus ; la rébellion, une trentaine des siens.")
    assert report == [("Lomé", "dix soldats perdus"), ("rébellion", "une trentaine des siens")]


def test_the_side_of_things_credits_nobody(said: Said) -> None:
    """`du mauvais côté des rails` is a place; a side speaks where it is somebody's."""
    assert said("Environ 250 habitants vivent du mauvais côté des rails.") == []


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        ("Son frère est l'un des neuf disparus que recense la gendarmerie.", [("gendarmerie", "neuf disparus")]),
        (
            "Son frère est l'un des neuf disparus que recense, à l'heure où nous écrivons, la gendarmerie.",
            [("gendarmerie", "neuf disparus")],
        ),
        (
            "Les dégâts ont été évalués par la région entre 20 et 30 millions d'euros.",
            [("région", "entre 20 et 30 millions d'euros")],
        ),
        (
            "Le nombre de morts, d'abord fixé à 12 par les pompiers, puis à 9 par la préfecture, a changé.",
            [("pompiers", "12"), ("préfecture", "9")],
        ),
    ],
)
def test_a_count_is_of_whoever_makes_it_behind_its_verb(
    said: Said, report: str, expected: list[tuple[str, str]]
) -> None:
    """`que recense X`, `évalués par X entre`, `fixé à N par X, puis à M par Y`."""
    assert said(report) == expected


def test_what_a_relative_clause_tells_of_things_is_no_count(said: Said) -> None:
    """`les neuf ponts que traverse la route` and `neuf hommes que recherche la police` count nobody."""
    assert said("Il reste neuf ponts que traverse la route.") == []
    assert said("Il reste neuf hommes que recherche la police.") == []


@pytest.mark.parametrize(
    ("report", "content"),
    [
        (
            "Trente maisons ont brûlé ; deux écoles ont fermé, selon la préfecture.",
            "Trente maisons ont brûlé ; deux écoles ont fermé",
        ),
        (
            "Hier, sur la place, ils étaient entre 500 et 600 selon la police, le double au dire du collectif.",
            "Hier, sur la place, ils étaient entre 500 et 600",
        ),
        (
            "Il y a 41 passages en tout, d'après l'exploitant, et 3 % ne répondent plus aux normes.",
            "Il y a 41 passages en tout, d'après l'exploitant, et 3 % ne répondent plus aux normes",
        ),
    ],
)
def test_an_attribution_covers_the_whole_sentence(said: Said, report: str, content: str) -> None:
    """Past a semicolon, from the adverbial on, and beyond where the sentence only counts on."""
    assert said(report)[0][1] == content


def test_a_clause_with_an_attribution_of_its_own_is_not_covered(said: Said) -> None:
    """`Le maire parle de trente morts ; deux écoles ont fermé, selon la préfecture.`"""
    report = said("Le maire parle de trente morts ; deux écoles ont fermé, selon la préfecture.")
    assert report == [("maire", "trente morts"), ("préfecture", "deux écoles ont fermé")]


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        (
            "Trente maisons ont brûlé, indique un premier relevé de la préfecture.",
            [("préfecture", "Trente maisons ont brûlé")],
        ),
        (
            "Un élu avance celui de 900 familles, que la mairie juge exagéré.",
            [("Un élu", "celui de 900 familles")],
        ),
        (
            "L'état-major s'en tient à son récit. « Onze soldats sont tombés », écrit-il.",
            [("état-major", "Onze soldats sont tombés")],
        ),
        (
            "Le maire a fait part de 12 morts, en estimant à une quinzaine le nombre de blessés.",
            [("maire", "12 morts"), ("maire", "une quinzaine le nombre de blessés")],
        ),
    ],
)
def test_a_first_count_and_a_body_told_of_speak(said: Said, report: str, expected: list[tuple[str, str]]) -> None:
    """A participle may be a noun, a pronoun may be a body, `celui` is no clause."""
    assert said(report) == expected


def test_a_count_that_another_stops_at_is_its_own(said: Said) -> None:
    """`quand l'hôpital s'arrête à 41` sets a second count beside the first."""
    report = said("La mairie parle de 97 morts quand l'hôpital général s'arrête à 41.")
    assert report == [("mairie", "97 morts"), ("hôpital général", "41")]


def test_help_that_is_brought_counts_nobody(said: Said) -> None:
    """`a porté secours à` says what was done, `a porté à` what was counted."""
    assert said("La société nationale a porté secours à onze plaisanciers.") == []
    assert said("La préfecture a porté à onze le nombre des morts.") == [("préfecture", "à onze le nombre des morts")]
