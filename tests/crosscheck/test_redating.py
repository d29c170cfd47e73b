"""What an article that others dated says of days, with the precision that its interval has."""

from __future__ import annotations

from dataclasses import replace

from recoupe.crosscheck.redating import with_windows
from recoupe.extract.gazetteer import Gazetteer
from recoupe.flow import digest
from recoupe.model.account import Account
from recoupe.model.article import Article, PublishedBasis, Raw
from recoupe.model.figure import Figure
from recoupe.parse.article import parse

TEXT = "Douze personnes ont été tuées hier à Goma, selon la police. Depuis mars 2019, 40 ont péri."


def undated(text: str = TEXT) -> Article:
    parsed = parse(Raw(name="note.txt", origin="note.txt", data=text.encode(), media="text", language="fr"))
    assert isinstance(parsed, Article)
    return parsed


def figures(earliest: str, latest: str, gazetteer: Gazetteer) -> list[Figure]:
    """Return the figures of the text, dated between two days."""
    article = undated()
    ends = [
        digest(replace(article, published=day, published_basis=PublishedBasis.INFERRED), gazetteer)
        for day in (earliest, latest)
    ]
    read = digest(article, gazetteer)
    account = Account(article=article, figures={str(at): figure for at, figure in enumerate(read.figures)})
    return list(with_windows(account, *ends).figures.values())


def test_a_day_that_is_known_dates_what_is_relative(gazetteer: Gazetteer) -> None:
    """As if the article had been dated from the start, and its ids stay."""
    first, second = figures("2019-05-09", "2019-05-09", gazetteer)
    assert (first.since, first.until) == ("2019-05-08", "2019-05-08")
    assert (second.since, second.until) == ("2019-03", "2019-05-09")


def test_an_interval_gives_the_month_that_it_lies_in(gazetteer: Gazetteer) -> None:
    """No finer than both ends agree on."""
    first, second = figures("2019-05-05", "2019-05-09", gazetteer)
    assert (first.since, first.until) == ("2019-05", "2019-05")
    assert (second.since, second.until) == ("2019-03", "2019-05")


def test_an_interval_over_the_turn_of_a_year_dates_nothing(gazetteer: Gazetteer) -> None:
    """What the words say by themselves stays."""
    first, second = figures("2019-12-31", "2020-01-03", gazetteer)
    assert (first.since, first.until) == (None, None)
    assert second.since == "2019-03"
