"""Tolls of articles that are dated to some days only: a step is put where all of these leave it, else it stands apart."""

from __future__ import annotations

from tests.crosscheck.build import article, dossier
from tests.crosscheck.test_series import TOLL, Names, Origins, steps, told

from recoupe.crosscheck.tolls.series import series
from recoupe.model.account import Account
from recoupe.model.article import PublishedBasis
from recoupe.model.dating import Dating
from recoupe.model.series import Series

FIRST = "La préfecture compte [12]{} morts."
LATER = "La préfecture compte [19]{} morts."


def undated(name: str, words: str, toll: str = TOLL) -> Account:
    """Return an article without a day, whose toll ends in a month that its days share."""
    return article(name, None, words.format(f"({toll}; until 2024-03)"))


def tolls(*accounts: Account, **days: tuple[str, str]) -> tuple[Series, ...]:
    given = dossier(*accounts)
    datings = [
        Dating(article=name, published=None, basis=PublishedBasis.UNKNOWN, earliest=first, latest=last)
        for name, (first, last) in days.items()
    ]
    return series(given, Names(), Origins(given), datings)


def test_a_step_that_is_surely_later_goes_on_with_its_toll() -> None:
    """Whatever day of its week the article is of, its number comes after the first."""
    (one,) = tolls(told("a", "2024-03-04", FIRST), undated("b", LATER), b=("2024-03-06", "2024-03-12"))
    assert steps(one) == [("2024-03-04", 12, "first"), ("2024-03", 19, "raised")]
    assert one.steps[1].change == "on a day from 2024-03-06 to 2024-03-12"


def test_a_step_between_two_days_is_put_between_them() -> None:
    """The step behind it moves from it."""
    last = told("c", "2024-03-20", "La préfecture compte [23]{} morts.")
    (one,) = tolls(told("a", "2024-03-04", FIRST), last, undated("b", LATER), b=("2024-03-06", "2024-03-12"))
    assert [(step.low, step.step.value) for step in one.steps] == [(12, "first"), (19, "raised"), (23, "raised")]


def test_a_number_whose_order_is_open_neither_raises_nor_lowers() -> None:
    """Its days hold the day of the other: it stands by itself."""
    found = tolls(told("a", "2024-03-08", FIRST), undated("b", LATER), b=("2024-03-06", "2024-03-12"))
    assert sorted(step.step.value for one in found for step in one.steps) == ["first", "first"]


def test_a_number_told_again_on_a_day_that_is_open_is_one_step() -> None:
    """The same number needs no order."""
    (one,) = tolls(told("a", "2024-03-08", FIRST), undated("b", FIRST), b=("2024-03-06", "2024-03-12"))
    assert steps(one) == [("2024-03-08", 12, "first")]
    assert one.steps[0].articles == ("a", "b")
    assert one.steps[0].change == "told again on a day from 2024-03-06 to 2024-03-12"


def test_a_tally_that_became_wider_on_a_day_that_is_open_is_widened() -> None:
    """Civilians first, and surely later people."""
    civilians = TOLL.replace("people", "civilians")
    (one,) = tolls(told("a", "2024-03-04", FIRST, civilians), undated("b", LATER), b=("2024-03-06", "2024-03-12"))
    assert [step.step.value for step in one.steps] == ["first", "widened"]


def test_what_nobody_is_credited_with_stands_beside_only_where_its_order_is_sure() -> None:
    """Between 12 and 23 in value, and in its days too, or not."""
    last = told("c", "2024-03-20", "La préfecture compte [23]{} morts.")
    nobody = undated("b", "On compte [19]{} morts.", TOLL.replace("; source préfecture", ""))
    (one,) = tolls(told("a", "2024-03-04", FIRST), last, nobody, b=("2024-03-06", "2024-03-12"))
    assert one.beside == ("b.1",)
    found = tolls(told("a", "2024-03-04", FIRST), last, nobody, b=("2024-03-18", "2024-03-25"))
    assert len(found) == 2


def test_a_month_that_the_text_names_is_no_day_of_its_article() -> None:
    """The article is of April; its toll of March is that of the month."""
    found = tolls(told("a", "2024-03-04", FIRST), undated("b", LATER), b=("2024-04-02", "2024-04-09"))
    assert len(found) == 2
