"""The days of undated articles, from what they say and share, and given days that a text contradicts."""

from __future__ import annotations

import csv
import datetime
from collections.abc import Callable
from dataclasses import replace
from itertools import islice, permutations
from pathlib import Path

import pytest

from recoupe.crosscheck.dating.dating import date_articles
from recoupe.crosscheck.reuse.passages import prove_pairs
from recoupe.crosscheck.reuse.stock import without_stock
from recoupe.extract.gazetteer import Gazetteer
from recoupe.flow import digest
from recoupe.model.account import Account
from recoupe.model.article import Article, PublishedBasis, Raw
from recoupe.model.dating import Dating
from recoupe.parse.article import parse

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
SEED_DAYS = Path(__file__).parents[3] / "shared" / "gold" / "seeds.articles.csv"

Told = Callable[..., Account]

DISPATCH = """Le port de Riverac fermé par l'incendie des docks

Onze dockers ont été tués mercredi dans l'incendie des docks de Riverac, a annoncé mercredi la préfecture.

« Les grues menacent de tomber sur les quais », a dit mercredi à la presse le capitaine du port, qui demande des renforts.

Les députés doivent se rendre jeudi sur les quais encore fumants pour entendre les familles des victimes."""


@pytest.fixture
def told(gazetteer: Gazetteer) -> Told:
    """Return the account of a text; its id is its name."""

    def account(name: str, published: str | None, text: str, publisher: str | None = None) -> Account:
        raw = Raw(
            name=name,
            origin=name,
            data=text.encode(),
            media="text",
            published=published,
            publisher=publisher,
            language="fr",
        )
        parsed = parse(raw)
        assert isinstance(parsed, Article)
        read = digest(replace(parsed, id=name), gazetteer)
        return Account(
            article=read.article,
            figures={f"{name}.f{at}": figure for at, figure in enumerate(read.figures)},
            statements={f"{name}.s{at}": statement for at, statement in enumerate(read.statements)},
            moments=read.moments,
            places=read.places,
        )

    return account


def dated(*accounts: Account) -> dict[str, Dating]:
    passages = without_stock(accounts, prove_pairs(accounts))
    return {dating.article: dating for dating in date_articles(accounts, passages)}


def test_a_copy_that_names_its_weekday_and_the_morrow_is_of_the_day_of_its_dispatch(told: Told) -> None:
    """The one day that is left is inferred."""
    found = dated(told("a", "2024-03-06", DISPATCH), told("b", None, DISPATCH, publisher="La Vigie"))["b"]
    assert (found.published, found.basis) == ("2024-03-06", PublishedBasis.INFERRED)
    assert all(clue.says for clue in found.clues)
    assert any(clue.other == "a" for clue in found.clues)


def test_an_article_lies_between_what_it_tells_of_and_what_it_announces(told: Told) -> None:
    """Its dates have the year of the dated articles."""
    other = told("a", "2024-03-06", DISPATCH)
    text = "Les grues de Riverac ont été démontées le 8 mars. Une cérémonie prévue le 15 mars réunira les familles."
    found = dated(other, told("b", None, text))["b"]
    assert (found.published, found.earliest, found.latest) == (None, "2024-03-08", "2024-03-15")
    assert found.basis is PublishedBasis.INFERRED


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_at_the_end_of_the_calendar_dates_as_any_other(told: Told, day: str) -> None:
    """What would lie beyond the calendar ends with it; a number of days that no calendar holds bounds nothing."""
    text = f"{DISPATCH}\n\nIl y a 99999999999 jours, et 99999999999 jours après l'incendie, rien."
    found = dated(told("a", day, text), told("b", None, text, publisher="La Vigie"))["b"]
    assert found.earliest is not None and found.latest is not None
    assert found.earliest[:7] == found.latest[:7] == day[:7]


def test_what_was_to_come_bounds_nothing(told: Told) -> None:
    """`devait ouvrir le 8 mars` may be said before and after."""
    other = told("a", "2024-03-06", DISPATCH)
    found = dated(other, told("b", None, "Le bac de Riverac devait ouvrir le 8 mars. Personne ne sait."))["b"]
    assert found.earliest is not None and found.earliest < "2024-03-08"
    assert found.latest is not None and found.latest > "2024-03-08"


def test_nothing_is_said_of_an_article_that_nothing_dates(told: Told) -> None:
    """No dated article, no date: no interval."""
    found = dated(told("a", None, "Le port de Riverac a rouvert. Les grues tournent."))["a"]
    assert (found.published, found.earliest, found.latest, found.basis) == (None, None, None, PublishedBasis.UNKNOWN)
    assert found.clues == ()


def test_a_bare_weekday_on_a_noun_tells_no_day(told: Told) -> None:
    """`la marche de vendredi` may lie behind or ahead of the copy too."""
    text = "La marche de vendredi inquiète les commerçants du vieux port de Riverac, qui baissent leurs rideaux de fer."
    found = dated(told("a", "2024-03-06", text), told("b", None, f"{text} On verra.", publisher="La Vigie"))["b"]
    assert not any(clue.span and "vendredi" in clue.says for clue in found.clues)


def test_a_given_day_that_the_text_contradicts_is_reported_and_stands(told: Told) -> None:
    """The day is never moved."""
    text = "Le pont de Riverac s'est effondré le 12 mars 2024. Douze familles ont été relogées à l'école."
    found = dated(told("a", "2024-03-08", text))["a"]
    assert (found.published, found.basis) == ("2024-03-08", PublishedBasis.METADATA)
    assert [clue.earliest for clue in found.contradicts] == ["2024-03-12"]


def test_a_given_day_that_the_text_bears_out_is_not_contradicted(told: Told) -> None:
    """Nor by what is announced for later."""
    text = "Le pont de Riverac s'est effondré le 12 mars 2024. Une messe est prévue le 20 mars 2024."
    assert dated(told("a", "2024-03-14", text))["a"].contradicts == ()


def test_undated_articles_date_each_other(told: Told) -> None:
    """The copy of a copy is dated by the one between."""
    more = "\n\nLa cantine des dockers de Riverac a servi mercredi cinq cents repas chauds aux pompiers venus de tout le pays."
    middle = told("b", None, DISPATCH + more, publisher="La Vigie")
    last = told("c", None, f"Une cantine pour les pompiers\n{more}\n\nElle reste ouverte.", publisher="Le Phare")
    found = dated(told("a", "2024-03-06", DISPATCH), middle, last)["c"]
    assert any(clue.other == "b" for clue in found.clues)
    assert found.earliest is not None and found.latest is not None
    assert "2024-03-04" <= found.earliest <= "2024-03-06" <= found.latest <= "2024-03-12"


def test_an_article_lies_between_the_tolls_of_its_source(told: Told) -> None:
    """A toll of hundreds that a source raised places it, loosely."""
    toll = "La crue a fait {} morts à Bamako depuis le 2 mars, selon la Protection civile."
    accounts = [
        told("a", "2024-03-04", toll.format(210)),
        told("b", "2024-03-11", toll.format(390)),
        told("c", None, toll.format(300)),
    ]
    found = dated(*accounts)["c"]
    assert found.earliest is not None and "2024-03-02" <= found.earliest <= "2024-03-05"
    assert found.latest is not None and "2024-03-11" <= found.latest <= "2024-03-13"


def test_a_toll_that_was_lowered_places_nothing(told: Told) -> None:
    """It lies below that of an earlier day, and after it."""
    accounts = [
        told("a", "2024-03-04", "La crue a fait 210 morts à Bamako depuis le 2 mars, selon la Protection civile."),
        told("b", None, "Le bilan de la crue à Bamako a été ramené à 190 morts, selon la Protection civile."),
    ]
    found = dated(*accounts)["b"]
    assert found.latest is not None and found.latest > "2024-03-10"


def test_the_order_of_the_articles_changes_nothing(told: Told) -> None:
    """Neither a day nor a clue."""
    accounts = [
        told("a", "2024-03-06", DISPATCH),
        told("b", None, DISPATCH, publisher="La Vigie"),
        told("c", None, "Les grues de Riverac ont été démontées le 8 mars. Les familles attendent."),
        told("d", "2024-03-09", "Onze dockers ont été tués mercredi à Riverac. Le port a rouvert samedi."),
    ]
    expected = dated(*accounts)
    for order in islice(permutations(accounts), 1, None, 7):
        assert dated(*order) == expected


def test_the_seeds_are_dated_from_one_of_them(told: Told) -> None:
    """The copy on its day, the others in a fortnight that holds theirs."""
    if not SEEDS.is_dir():
        pytest.skip("../shared/seeds is absent")
    with SEED_DAYS.open(encoding="utf-8") as rows:
        days = {row["article"]: row["published"] for row in csv.DictReader(rows)}
    found = dated(
        *(
            told(path.name, days[path.name] if path.name.startswith("002") else None, path.read_text(encoding="utf-8"))
            for path in sorted(SEEDS.glob("*.txt"))
        )
    )
    for name, dating in found.items():
        assert dating.earliest is not None and dating.latest is not None
        assert dating.earliest <= days[name] <= dating.latest
        first, last = datetime.date.fromisoformat(dating.earliest), datetime.date.fromisoformat(dating.latest)
        assert (last - first).days < 14
        if name.startswith("003"):
            assert dating.published == days[name]


def test_a_toll_that_was_misread_leaves_no_day_out(told: Told) -> None:
    """Whatever number stands in it, for no other count and no date bears it out."""
    text = "La crue a fait {} morts à Bamako, selon la Protection civile. Le gouverneur est venu mardi."
    dated_ones = [told("a", "2024-03-04", text.format(210)), told("b", "2024-03-11", text.format(390))]
    undated = told("c", None, text.format(300))
    true_day = "2024-03-07"
    for number in (10, 150, 205, 215, 300, 385, 395, 700):
        shaken = {id: replace(figure, low=number, high=number) for id, figure in undated.figures.items()}
        found = dated(*dated_ones, replace(undated, figures=shaken))["c"]
        assert found.earliest is None or found.earliest <= true_day
        assert found.latest is None or found.latest >= true_day


def test_a_toll_whose_start_both_texts_name_places_an_article(told: Told) -> None:
    """One count beyond doubt, of many, in one place."""
    toll = "La crue a fait {} morts à Bamako depuis le 2 mars, selon la Protection civile."
    found = dated(told("a", "2024-03-04", toll.format(210)), told("b", None, toll.format(390)))["b"]
    assert found.earliest == "2024-03-04"
