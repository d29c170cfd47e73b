"""Who is credited with a figure where no verb of saying tells it."""

import pytest

from recoupe.extract.gazetteer import Gazetteer
from recoupe.flow import digest
from recoupe.model.article import Article, Raw
from recoupe.parse.article import parse
from recoupe.settings import Settings

UNION = "L'Union des ambulanciers du delta (UAD) tient les registres."


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open(Settings.from_environment().cache)


def sources(gazetteer: Gazetteer, text: str) -> list[str | None]:
    raw = Raw(name="note.txt", origin="note.txt", data=text.encode(), media="text", published="2020-05-14")
    article = parse(raw)
    assert isinstance(article, Article)
    return [one.source for one in digest(article, gazetteer).figures]


@pytest.mark.parametrize(
    "line",
    [
        "Bilan humain : 34 morts, 9 disparus, 212 blessés (UAD).",
        "– UAD, au 12/05 : 34 morts, 9 disparus, 212 blessés.",
        "UAD : 34 morts, 9 disparus, 212 blessés.",
    ],
)
def test_an_acronym_beside_the_figures_credits_them(gazetteer: Gazetteer, line: str) -> None:
    """Behind them in brackets, or at the head of their line."""
    assert sources(gazetteer, f"{UNION}\n\n{line}") == ["Union des ambulanciers du delta"] * 3


@pytest.mark.parametrize(
    "line",
    [
        "Bilan humain : 34 morts (XYZ).",
        "ROUTE : 34 morts.",
        "On compte 34 morts dans les rangs de l'Union des ambulanciers du delta (UAD).",
    ],
)
def test_what_names_no_known_body_credits_nobody(gazetteer: Gazetteer, line: str) -> None:
    """Letters that the article gives to no body, and a name that its own acronym follows."""
    assert sources(gazetteer, f"{UNION}\n\n{line}") == [None]


def test_what_follows_a_quote_is_not_the_speaker_s(gazetteer: Gazetteer) -> None:
    """The outlet goes on in its own voice."""
    text = "« Nous avons enterré 12 voisins », a dit le maire. Quatre écoles ont été détruites."
    assert sources(gazetteer, text) == ["maire", None]
