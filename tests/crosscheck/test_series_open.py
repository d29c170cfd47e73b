"""Tolls whose start is not said in every report: joined where only one toll of their source is left, apart where not."""

from __future__ import annotations

import pytest
from tests.crosscheck.build import article, dossier
from tests.crosscheck.test_series import Names, Origins, steps, told, tolls
from tests.crosscheck.test_series_undated import tolls as dated_tolls

from recoupe.crosscheck.tolls.series import series
from recoupe.model.account import Account
from recoupe.model.series import Series

TOLL = "killed people; place Valmeyrac; source Protection civile; since 2024-05-13"
OPEN = TOLL.replace("; since 2024-05-13", "")
TAKEN = "start not said: taken for the toll since 2024-05-13, the only one of this source here"


def opening(name: str = "a", words: str = "[23]{} morts depuis la nuit de lundi.", toll: str = TOLL) -> Account:
    return told(name, "2024-05-15", words, toll)


def values(*accounts: Account) -> list[list[tuple[float | None, str]]]:
    return [[(step.low, step.step.value) for step in one.steps] for one in tolls(*accounts)]


def test_reports_that_do_not_repeat_the_day_of_the_disaster_go_on_with_its_toll() -> None:
    """First, raised, lowered: one line, whose steps say what they were taken for."""
    (one,) = tolls(
        opening(),
        told("b", "2024-05-18", "Le bilan est passé à [29]{} morts.", OPEN),
        told("c", "2024-05-20", "La Protection civile a ramené lundi à [27]{} morts le bilan, contre 29 samedi.", OPEN),
    )
    assert [step[1:] for step in steps(one)] == [(23, "first"), (29, "raised"), (27, "lowered")]
    assert [step.change for step in one.steps] == [None, TAKEN, TAKEN]
    assert one.since == "2024-05-13"


@pytest.mark.parametrize("window", ["until 2024", "since 2024-05; until 2024-05"])
def test_an_undated_report_stands_before_the_one_that_names_its_number(window: str) -> None:
    """Its days leave the order open, and the words of the correction do not."""
    days = ("2024-05-01", "2024-06-17") if window == "until 2024" else ("2024-05-14", "2024-05-31")
    (one,) = dated_tolls(
        opening(),
        article("b", None, f"Le bilan est passé samedi à [29]({OPEN}; {window}) morts."),
        told("c", "2024-05-20", "Elle a ramené lundi à [27]{} morts le bilan, contre 29 annoncés samedi.", OPEN),
        b=days,
    )
    assert [(step.low, step.step.value) for step in one.steps] == [(23, "first"), (29, "raised"), (27, "lowered")]
    assert one.steps[1].until == "2024-05"
    assert "on a day from 2024-05-15 to 2024-05-20" in (one.steps[1].change or "")


def test_an_undated_report_whose_order_nothing_tells_stays_apart() -> None:
    """Without the words of the correction it may be from before or after."""
    found = dated_tolls(
        opening(),
        article("b", None, f"Le bilan est passé samedi à [29]({OPEN}; until 2024) morts."),
        told("c", "2024-05-20", "Le bilan est de [31]{} morts.", OPEN),
        b=("2024-05-01", "2024-06-17"),
    )
    assert sorted(len(one.steps) for one in found) == [1, 2]


def test_a_month_that_holds_the_start_leaves_it_open() -> None:
    """`en mai` is no second start, `depuis mars` is one."""
    may = TOLL.replace("2024-05-13", "2024-05")
    (one,) = tolls(opening(), told("b", "2024-05-18", "[29]{} morts.", may))
    assert one.steps[1].change == TAKEN.replace("start not said", "start told as 2024-05")
    march = TOLL.replace("2024-05-13", "2024-03")
    assert values(opening(), told("b", "2024-05-18", "[29]{} morts.", march)) == [[(29, "first")], [(23, "first")]]


@pytest.mark.parametrize(
    "words",
    [
        "Une nouvelle attaque a fait [29]{} morts.",
        "Un autre glissement a fait [29]{} morts.",
        "En 2019, un glissement a fait [29]{} morts.",
        "Un précédent glissement avait tué [29]{} personnes.",
        "L'an dernier, les pluies ont fait [29]{} morts.",
        "Il y a deux ans, les pluies ont fait [29]{} morts.",
        "La région compte [29]{} morts cette année.",
        "En janvier, les pluies ont fait [29]{} morts.",
        "Le 3 mars, les pluies ont fait [29]{} morts.",
        "Un attentat y avait fait [29]{} morts.",
        "Une attaque a fait [29]{} morts.",
        "Dans la commune voisine, on compte [29]{} morts.",
        "Le glissement fait [19]{} morts.",
        "Les pluies ont fait [2900]{} morts.",
    ],
)
def test_words_of_another_event_keep_a_number_apart(words: str) -> None:
    """So does a fall, or a leap, that no word tells."""
    assert [len(one) for one in values(opening(), told("b", "2024-05-18", words, OPEN))] == [1, 1]


@pytest.mark.parametrize(
    "toll",
    [
        OPEN.replace("Valmeyrac", "Montclar"),
        OPEN.replace("Protection civile", "gouverneur"),
        OPEN.replace("; source Protection civile", ""),
        OPEN.replace("killed", "injured"),
        OPEN.replace("people", "children"),
        OPEN + "; alleged",
        TOLL.replace("2024-05-13", "2024-05-18"),
    ],
)
def test_another_place_source_kind_or_day_is_another_toll(toll: str) -> None:
    """Nothing of another town, of somebody else, of others or of one day goes on with the toll."""
    assert all(len(one) == 1 for one in values(opening(), told("b", "2024-05-18", "[29]{} morts.", toll)))


def test_two_starts_in_one_town_leave_open_which_toll_goes_on() -> None:
    """A second attack, though only another source tells it, or only of its one day, keeps a number apart."""
    later = told("c", "2024-05-19", "Le bilan est de [31]{} morts.", OPEN)
    second = TOLL.replace("2024-05-13", "2024-05-17")
    assert [(31, "first")] in values(opening(), told("b", "2024-05-18", "[12]{} morts.", second), later)
    day = article("b", "2024-05-18", f"Une bombe a tué [12]({second}; until 2024-05-17) personnes.")
    assert [(31, "first")] in values(opening(), day, later)
    police = second.replace("Protection civile", "police")
    assert [(31, "first")] in values(opening(), told("b", "2024-05-18", "[12]{} morts.", police), later)


def test_a_number_from_before_the_start_or_long_after_is_none_of_its_toll() -> None:
    """A toll begins with its blow and is not told for ever."""
    assert all(len(one) == 1 for one in values(opening(), told("b", "2024-05-10", "[20]{} morts.", OPEN)))
    assert all(len(one) == 1 for one in values(opening(), told("b", "2024-09-10", "[29]{} morts.", OPEN)))


def test_several_numbers_of_one_source_without_any_start_are_one_toll() -> None:
    """The steps say that no start is said; another event among them stands apart."""
    accounts = (
        told("a", "2024-05-15", "[23]{} morts.", OPEN),
        told("b", "2024-05-18", "Le bilan est passé à [29]{} morts.", OPEN),
    )
    (one,) = tolls(*accounts)
    assert [(step.low, step.change) for step in one.steps] == [(23, "start not said"), (29, "start not said")]
    other = told("c", "2024-05-19", "Une nouvelle attaque a fait [31]{} morts.", OPEN)
    assert values(*accounts, other) == [[(23, "first"), (29, "raised")], [(31, "first")]]


@pytest.mark.parametrize("words", ["Une attaque a fait [29]{} morts.", "L'attaque du pont a fait [20]{} morts."])
def test_without_any_start_neither_a_new_blow_nor_a_plain_fall_goes_on(words: str) -> None:
    """Two attacks in one town, and a smaller number that no word calls a correction."""
    first = told("a", "2024-05-15", "Une attaque a fait [23]{} morts.", OPEN)
    assert [len(one) for one in values(first, told("b", "2024-05-18", words, OPEN))] == [1, 1]


def missing(name: str, day: str, words: str, window: str, publisher: str = "Le Courrier", source: str = "") -> Account:
    toll = f"missing people; place Valmeyrac{source}{window}; until {day}"
    return article(name, day, words.format(f"({toll})"), publisher=publisher)


@pytest.mark.parametrize("source", ["", "; source Protection civile"])
def test_the_missing_are_followed_however_their_start_is_told(source: str) -> None:
    """Eight since the night, five of that day, two without a start: one line that falls."""
    (one,) = tolls(
        missing("a", "2024-05-15", "[8]{} disparus.", "; since 2024-05-13", source=source),
        missing("b", "2024-05-18", "[5]{} disparus.", "; since 2024-05-18", source=source),
        missing("c", "2024-05-20", "[2]{} disparus.", "", source=source),
    )
    assert [step[1:] for step in steps(one)] == [(8, "first"), (5, "lowered"), (2, "lowered")]
    (one,) = tolls(
        missing("b", "2024-05-18", "[5]{} disparus.", "; since 2024-05-18", source=source),
        missing("c", "2024-05-20", "[2]{} disparus.", "", source=source),
    )
    assert [step[1:] for step in steps(one)] == [(5, "first"), (2, "lowered")]


def test_the_missing_of_two_outlets_are_two_lines() -> None:
    """Nobody is credited: the one says nothing of how the other counts, and of two lines of one name the second says why."""
    first = missing("a", "2024-05-15", "[8]{} disparus.", "; since 2024-05-13")
    found = tolls(first, missing("b", "2024-05-18", "[5]{} disparus.", "", publisher="La Gazette"))
    assert [len(one.steps) for one in found] == [1, 1]
    other = missing("b", "2024-05-18", "[5]{} disparus.", "; since 2024-05-13", publisher="La Gazette")
    assert [one.steps[0].change for one in tolls(first, other)] == [
        None,
        "apart from the toll of the same name: nobody is credited, and it is not known to be the same outlet",
    ]
    same = missing("b", "2024-05-18", "[5]{} disparus.", "; since 2024-05-13")
    (one,) = tolls(first, same)
    assert [step[1:] for step in steps(one)] == [(8, "first"), (5, "lowered")]


def blow(*accounts: Account) -> tuple[Series, ...]:
    """Return the tolls of articles of which most count the wounded from the thirteenth."""
    hurt = TOLL.replace("killed", "injured").replace("Protection civile", "hôpital")
    more = [told(name, "2024-05-15", "[40]{} blessés.", hurt) for name in ("x", "y", "z")]
    given = dossier(*accounts, *more)
    return tuple(one for one in series(given, Names(), Origins(given)) if one.kind == "killed")


def test_starts_two_days_apart_are_one_where_the_blow_is() -> None:
    """The values go on, and the step says how its start is told; without a blow, or with a fall, they are two."""
    later = told("b", "2024-05-18", "[29]{} morts.", TOLL.replace("2024-05-13", "2024-05-15"))
    (one,) = blow(opening(), later)
    assert [(step.low, step.change) for step in one.steps] == [(23, None), (29, "start told as 2024-05-15")]
    assert len(tolls(opening(), later)) == 2
    for words in ("[21]{} morts.", "Une seconde explosion a fait [29]{} morts."):
        other = told("b", "2024-05-18", words, TOLL.replace("2024-05-13", "2024-05-15"))
        assert len(blow(opening(), other)) == 2
