"""Plural, elision, days and numbers in both languages; what is not known is blank."""

from __future__ import annotations

import pytest

from recoupe.catalogue import Catalogue
from recoupe.model.figure import Counted, Kind
from recoupe.report.wording import Wording

FR, EN = (Wording(Catalogue.of(language)) for language in ("fr", "en"))


def plain(words: str) -> str:
    return words.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        ((465, 465, "exact", "count"), "465", "465"),
        ((80000, None, "at_least", "count"), "au moins 80 000", "at least 80,000"),
        ((300000, None, "more_than", "count"), "plus de 300 000", "more than 300,000"),
        ((None, 11, "less_than", "count"), "moins de 11", "less than 11"),
        ((None, 8000, "up_to", "count"), "jusqu'à 8 000", "up to 8,000"),
        ((None, 2000, "at_most", "count"), "au plus 2 000", "at most 2,000"),
        ((18, 22, "about", "count"), "environ 18 à 22", "about 18 to 22"),
        ((2000, 9999, "vague", "count"), "entre 2 000 et 9 999", "between 2,000 and 9,999"),
        ((10, 12, "range", "count"), "de 10 à 12", "10 to 12"),
        ((2.5, 2.5, "exact", "percent"), "2,5 %", "2.5%"),
        ((85, None, "more_than", "percent"), "plus de 85 %", "more than 85%"),
        ((3_500_000, 3_500_000, "exact", "EUR"), "3 500 000 EUR", "3,500,000 EUR"),
        ((5, 5, "exact", "km2"), "5 km²", "5 km²"),
        ((0, 0, "exact", "count"), "0", "0"),
        ((None, None, "vague", "count"), "", ""),
    ],
)
def test_a_value_has_its_hedge_and_its_unit(
    value: tuple[float | None, float | None, str, str], french: str, english: str
) -> None:
    assert (plain(FR.value(*value)), plain(EN.value(*value))) == (french, english)


@pytest.mark.parametrize(
    ("values", "french", "english"),
    [
        ([(384, 384), (465, 465)], "384 à 465", "384 to 465"),
        ([(384, 384), (465, None)], "384 à 465 ou plus", "384 to 465 or more"),
        ([(None, 40), (50, 50)], "40 ou moins à 50", "40 or less to 50"),
        ([(None, 2000), (10000, None)], "2 000 ou moins à 10 000 ou plus", "2,000 or less to 10,000 or more"),
        ([(None, 465), (465, None)], "", ""),
        ([(465, 465), (465, 465)], "465", "465"),
        ([(465, 465), (None, None)], "", ""),
    ],
)
def test_a_spread_is_open_where_one_of_its_values_is(
    values: list[tuple[float | None, float | None]], french: str, english: str
) -> None:
    assert (plain(FR.spread(values, "count")), plain(EN.spread(values, "count"))) == (french, english)


@pytest.mark.parametrize(
    ("iso", "on", "of", "since", "english"),
    [
        ("2016-12-01", "le 1er décembre 2016", "du 1er décembre 2016", "depuis le 1er décembre 2016", "December 1, 2016"),
        ("2016-12-21T10:00", "le 21 décembre 2016", "du 21 décembre 2016", "depuis le 21 décembre 2016", "December 21, 2016"),
        ("2016-10", "en octobre 2016", "d'octobre 2016", "depuis octobre 2016", "October 2016"),
        ("2016-04", "en avril 2016", "d'avril 2016", "depuis avril 2016", "April 2016"),
        ("2016-08", "en août 2016", "d'août 2016", "depuis août 2016", "August 2016"),
        ("2016-03", "en mars 2016", "de mars 2016", "depuis mars 2016", "March 2016"),
        ("2016", "en 2016", "de 2016", "depuis 2016", "2016"),
    ],
)  # fmt: skip
def test_a_day_a_month_and_a_year_have_their_prepositions(iso: str, on: str, of: str, since: str, english: str) -> None:
    assert (FR.on(iso), FR.of(iso), FR.since(iso), EN.day(iso)) == (on, of, since, english)


@pytest.mark.parametrize(
    ("days", "french", "english"),
    [
        (("2016-12-08", "2016-12-23"), "du 8 au 23 décembre 2016", "from December 8 to December 23, 2016"),
        (("2016-12-01", "2016-12-23"), "du 1er au 23 décembre 2016", "from December 1 to December 23, 2016"),
        (("2016-11-15", "2016-12-08"), "du 15 novembre au 8 décembre 2016", "from November 15 to December 8, 2016"),
        (("2016-12-30", "2017-01-01"), "du 30 décembre 2016 au 1er janvier 2017", "from December 30, 2016 to January 1, 2017"),
        (("2016-10", "2016-12"), "d'octobre 2016 à décembre 2016", "from October 2016 to December 2016"),
        (("2011-03", "2016-12-08"), "de mars 2011 au 8 décembre 2016", "from March 2011 to December 8, 2016"),
        (("2016-12-08", "2016-12-08"), "le 8 décembre 2016", "on December 8, 2016"),
        ((None, "2016-12-08"), "jusqu'au 8 décembre 2016", "up to December 8, 2016"),
        ((None, "2016-12"), "jusqu'à décembre 2016", "up to December 2016"),
        (("2016-12-08", None), "depuis le 8 décembre 2016", "since December 8, 2016"),
        ((None, None), "", ""),
    ],
)  # fmt: skip
def test_a_window_says_what_its_two_days_share_once(
    days: tuple[str | None, str | None], french: str, english: str
) -> None:
    assert (FR.window(*days), EN.window(*days)) == (french, english)


@pytest.mark.parametrize(
    ("days", "french", "english"),
    [
        (("2016-12-14", "2016-12-21"), "entre le 14 et le 21 décembre 2016", "between December 14 and December 21, 2016"),
        (("2016-12-14", "2016-12-14"), "le 14 décembre 2016", "on December 14, 2016"),
        (("2016-12-14", None), "au plus tôt le 14 décembre 2016", "on December 14, 2016 at the earliest"),
        ((None, "2016-12-14"), "au plus tard le 14 décembre 2016", "on December 14, 2016 at the latest"),
        ((None, None), "", ""),
    ],
)  # fmt: skip
def test_an_interval_of_days_is_no_day(days: tuple[str | None, str | None], french: str, english: str) -> None:
    assert (FR.interval(*days), EN.interval(*days)) == (french, english)


@pytest.mark.parametrize(
    ("kind", "counted", "french", "english"),
    [
        ("killed", "civilians", "civils tués", "civilians killed"),
        ("displaced", "families", "familles déplacées", "families displaced"),
        ("trapped", "people", "personnes prises au piège", "people trapped"),
        ("controlled", "territory_share", "part du territoire tenue", "share of territory held"),
        ("delivered", "money", "argent livré", "money delivered"),
        ("launched", "strikes", "frappes lancées", "strikes launched"),
        ("injured", "wounded", "blessés", "wounded injured"),
    ],
)
def test_what_befell_whom_agrees(kind: str, counted: str, french: str, english: str) -> None:
    assert (FR.what(kind, counted), EN.what(kind, counted)) == (french, english)


@pytest.mark.parametrize("words", [FR, EN], ids=["fr", "en"])
def test_every_kind_of_everything_counted_has_words(words: Wording) -> None:
    assert all(words.what(kind, counted) for kind in Kind for counted in Counted)


def test_counts_have_their_plural() -> None:
    """French has the singular for zero and one, English for one alone."""
    assert [plain(FR.count("report.origins", number)) for number in (1, 2)] == ["1 origine", "2 origines"]
    assert [EN.count("report.origins", number) for number in (1, 1200)] == ["1 origin", "1,200 origins"]
    assert FR.count("report.open.no_place", 1) == "1 chiffre n'a pas de lieu"
    assert FR.count("report.open.no_place", 3) == "3 chiffres n'ont pas de lieu"


def test_french_has_spaces_that_do_not_break() -> None:
    assert FR.say("report.quoted", words="a") == "«\u00a0a\u00a0»"
    assert FR.say("report.credited", name="a") == "source citée\u00a0: a"
    assert "\u202f;" in FR.say("report.sentence.last", what="a", value="1", told="b")
    assert EN.say("report.quoted", words="a") == "“a”"
