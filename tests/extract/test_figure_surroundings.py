"""The place of a figure from the words around it, in an article that is about another town."""

import pytest

from recoupe.extract.gazetteer import Gazetteer
from recoupe.flow import digest
from recoupe.model.article import Raw
from recoupe.parse.article import parse

ABOUT = (
    "Inondations : le point\n\n"
    "La crue a ravagé dimanche la ville de Montbrun, où douze habitants ont péri, a indiqué la préfecture.\n\n"
)


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    return Gazetteer.open(tmp_path_factory.mktemp("cache"))


def places_of(paragraph: str, gazetteer: Gazetteer) -> list[tuple[str, str | None]]:
    """Return each figure of a paragraph of an article about Montbrun with its place."""
    text = (ABOUT + paragraph).encode()
    article = parse(Raw(name="a.txt", origin="a.txt", data=text, media="text", published="2023-06-14"))
    figures = digest(article, gazetteer).figures
    return [(figure.text, figure.place) for figure in figures if figure.span.start >= len(ABOUT)]


@pytest.mark.parametrize(
    ("paragraph", "places"),
    [
        ("Sur la berge de Kémon, une cinquantaine de femmes attendent.", ["Kémon"]),
        ("Au hall de Bressac, la Croix-Rouge a déplié 140 lits.", ["Bressac"]),
        ("L'explosion du dépôt de carburant d'Hatsor a fait 68 morts et 105 disparus.", ["Hatsor", "Hatsor"]),
        ("Trente femmes bloquent le marché aux poissons de Kémon.", ["Kémon"]),
        ("L'aéroport Roland-Morel n'assurait plus que neuf vols quotidiens.", ["aéroport Roland-Morel"]),
        ("Le cirque de Silao n'est plus ravitaillé : 2 300 foyers y manquent d'eau.", ["cirque de Silao"]),
    ],
)
def test_a_name_behind_a_word_of_landscape_or_of_building_is_where_it_happens(
    paragraph: str, places: list[str], gazetteer: Gazetteer
) -> None:
    assert [place for _, place in places_of(paragraph, gazetteer)] == places


@pytest.mark.parametrize(
    ("paragraph", "place"),
    [
        ("Cinq cents militaires sillonnent désormais le Mayo-Tsan.", "Mayo-Tsan"),
        ("Trois camions-citernes desservent Dangou.", "Dangou"),
        ("Onze familles ont repris la piste de Tassen.", "Tassen"),
        ("Un convoi a sorti de Stépanar 93 grabataires.", "Stépanar"),
    ],
)
def test_what_is_served_searched_or_headed_for_is_where_those_are_who_do_so(
    paragraph: str, place: str, gazetteer: Gazetteer
) -> None:
    assert [found for _, found in places_of(paragraph, gazetteer)] == [place]
