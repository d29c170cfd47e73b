"""Words that count from another day of the text: from the one that the telling has come to, paragraphs further up too."""

from collections.abc import Callable

import pytest

from recoupe.model.figure import Figure

Read = Callable[[str], tuple[Figure, ...]]
# the articles stand under Thursday 14 May 2020
LEAD = "Un car a basculé lundi dans le ravin de Mortane, d'après la gendarmerie."


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("Le lendemain, 40 plongeurs ont sondé le lac.", "2020-05-12", "2020-05-12"),
        ("Deux jours plus tard, 40 plongeurs ont sondé le lac.", "2020-05-13", "2020-05-13"),
        ("Le soir même, 40 habitants ont veillé devant l'église.", "2020-05-11", "2020-05-11"),
        ("Le lendemain, le maire a porté le bilan à 14 morts.", "2020-05-11", "2020-05-12"),
    ],
)
def test_a_paragraph_counts_on_from_the_one_before(figures: Read, text: str, since: str, until: str) -> None:
    """No day stands in its own words."""
    assert [(one.since, one.until) for one in figures(f"{LEAD}\n\n{text}")] == [(since, until)]


def test_each_day_counts_on_from_the_last(figures: Read) -> None:
    """`le lendemain`, and two days after that."""
    text = f"{LEAD}\n\nLe lendemain, 40 plongeurs sont arrivés. Le jour suivant, rien. Ce jour-là, 12 gendarmes ont barré la route."
    assert [one.until for one in figures(text)] == ["2020-05-12", "2020-05-12"]


def test_the_morrow_and_the_day_after_it_count_from_one_day(figures: Read) -> None:
    """What had been counted on each."""
    text = f"{LEAD}\n\nLe premier bilan ne tenait pas : dix morts le lendemain, douze morts le surlendemain."
    assert [one.until for one in figures(text)] == ["2020-05-12", "2020-05-13"]


def test_no_telling_of_what_is_past_leads_beyond_the_article_s_own_day(figures: Read) -> None:
    """The day on which the prefect spoke is not the one that the morrow follows."""
    text = (
        "Le hangar a brûlé mardi, a indiqué jeudi la préfecture.\n\n"
        "Le lendemain, 60 familles ont dormi au gymnase de Saint-Orle."
    )
    assert [one.until for one in figures(text)] == ["2020-05-13"]


def test_the_eve_is_that_of_the_article_where_its_own_paragraph_names_no_day(figures: Read) -> None:
    """What happened on Monday stands a paragraph before."""
    text = f"{LEAD}\n\nLa veille encore, la Croix-Rouge hébergeait 120 personnes."
    assert [one.until for one in figures(text)] == ["2020-05-13"]


def test_an_attack_of_the_eve_dates_no_night(figures: Read) -> None:
    """`l'attentat de la veille` tells which attack it was, not when those who were hurt died."""
    text = "L'attentat de la veille a frappé le marché d'Ourzal. Quatre brûlés sont morts dans la nuit."
    assert [one.until for one in figures(text)] == ["2020-05-14"]


def test_a_count_given_day_by_day_takes_each_its_own_day(figures: Read) -> None:
    """`six blessés lundi soir, huit mardi, dix mercredi`: what had been counted by then."""
    text = f"{LEAD}\n\nSix blessés lundi soir, huit mardi, dix mercredi : la liste s'allonge."
    assert [(one.since, one.until) for one in figures(text)] == [
        ("2020-05-11", "2020-05-11"),
        ("2020-05-11", "2020-05-12"),
        ("2020-05-11", "2020-05-13"),
    ]


def test_what_was_done_day_by_day_is_no_count(figures: Read) -> None:
    """Five were found on Monday, seven others on Tuesday."""
    text = f"{LEAD}\n\nCinq corps ont été repêchés lundi, sept mardi."
    assert [(one.since, one.until) for one in figures(text)] == [
        ("2020-05-11", "2020-05-11"),
        ("2020-05-12", "2020-05-12"),
    ]
