"""A toll that the same words tell again within days is one step, of the day on which it was told first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tests.crosscheck.build import article, dossier
from tests.crosscheck.test_series import Names, Origins

from recoupe.crosscheck.tolls.series import series
from recoupe.model.account import Account

TEXT = "La crue a fait [31](killed people; id {}; since 2024-03-09; until {}; source préfet; place Bona) morts."


@dataclass
class Copied(Origins):
    """Origins of which some records are carried by the same words."""

    by_words: Mapping[str, tuple[str, ...]]

    def carried(self, record: str) -> tuple[str, ...]:
        return self.by_words.get(record, ())


def steps(first: str, later: str, *, copied: bool) -> list[tuple[str | None, str, int]]:
    accounts: list[Account] = [
        article("a", first, TEXT.format("x", first)),
        article("b", later, TEXT.format("y", later)),
    ]
    given = dossier(*accounts)
    origins = Copied({"x": ("y",), "y": ("x",)} if copied else {})
    Origins.__init__(origins, given)
    (one,) = series(given, Names(()), origins)
    return [(step.until, step.step.value, len(step.articles)) for step in one.steps]


def test_a_reprint_is_of_the_day_of_its_dispatch() -> None:
    """Both articles hold one step."""
    assert steps("2024-03-10", "2024-03-11", copied=True) == [("2024-03-10", "first", 2)]


def test_the_same_number_in_other_words_is_told_anew() -> None:
    """It says that the toll still holds."""
    assert steps("2024-03-10", "2024-03-11", copied=False) == [
        ("2024-03-10", "first", 1),
        ("2024-03-11", "same", 1),
    ]


def test_words_that_are_told_again_a_week_later_say_that_it_still_holds() -> None:
    """No dispatch is reprinted so late."""
    assert [step for _, step, _ in steps("2024-03-10", "2024-03-17", copied=True)] == ["first", "same"]
