"""Tolls of a blow other than the report's, which no day is named for: they run since neither that blow nor this one."""

from collections.abc import Callable

import pytest

from recoupe.model.figure import Figure

Read = Callable[[str], tuple[Figure, ...]]
OPENING = "Mardi, un éboulement a enseveli neuf carriers à Arbeville.\n\n"


@pytest.mark.parametrize(
    "other",
    [
        "Un éboulement semblable avait tué 12 ouvriers au même endroit.",
        "La précédente coulée avait emporté 12 maisons.",
        "Plus tôt dans la semaine, une explosion avait blessé 12 mineurs.",
        "Quelques semaines auparavant, une crue avait tué 12 habitants.",
        "Douze autres avaient péri dans un éboulement du même genre, et 12 avaient été blessés dans une autre explosion.",
        "Ces derniers mois, plusieurs éboulements ont tué 12 personnes.",
    ],
)
def test_the_toll_of_another_blow_is_left_open(figures: Read, other: str) -> None:
    """`Une attaque semblable avait fait ...`: it fell on a day that the text does not name."""
    last = figures(OPENING + other)[-1]
    assert (last.text, last.since, last.until) == ("12", None, None)


@pytest.mark.parametrize(
    "same",
    [
        "L'éboulement avait d'abord fait 12 blessés.",
        "Le préfet avait annoncé 12 morts.",
        "Un premier bilan faisait état de 12 blessés.",
    ],
)
def test_what_tells_of_the_blow_again_runs_since_it(figures: Read, same: str) -> None:
    """The report's own blow, told with its article or by a count."""
    assert figures(OPENING + same)[-1].since == "2020-05-12"


def test_another_blow_with_its_day_keeps_it(figures: Read) -> None:
    """`Une première frappe avait tué ... lundi`."""
    last = figures(OPENING + "Une autre explosion avait tué 12 carriers lundi.")[-1]
    assert (last.since, last.until) == ("2020-05-11", "2020-05-11")


def test_a_war_does_not_begin_with_the_blow_of_a_report(figures: Read) -> None:
    """`depuis le début de la guerre`, in a report of last night's strike."""
    text = "Mardi, une frappe a tué neuf carriers à Arbeville.\n\nDepuis le début de {}, 12 000 civils sont morts."
    war, siege = (figures(text.format(what))[-1] for what in ("la guerre", "l'attaque"))
    assert (war.since, war.until) == (None, "2020-05-14")
    assert siege.since == "2020-05-12"
