"""A title in, the place that the article is about out: of several, the one that what happened lies in."""

import pytest
from tests.extract.test_places_binding import main_of

from recoupe.extract.gazetteer import Gazetteer


def test_a_title_that_gives_the_country_the_town_and_its_region_is_about_the_town(gazetteer: Gazetteer) -> None:
    """`Pays : X (Région)`: the town, also where nothing below says that it is hit."""
    text = "Mali : Mopti (Delta central)\nLe point du 4 juin a été établi avec les secours de tout le pays.\n14 morts."
    assert main_of(text, gazetteer) == "Mopti"


def test_a_title_that_opens_with_a_region_is_about_the_town_there(gazetteer: Gazetteer) -> None:
    """`Région : trois morts` is about the town of the first sentence that lies in that region."""
    lead = "Trois skieurs ont péri jeudi sous une coulée à Montvaly (Haut-Brévent), et un car a versé à Belval."
    assert main_of(f"Haut-Brévent : trois morts dans une avalanche\n{lead}", gazetteer) == "Montvaly"


@pytest.mark.parametrize(
    ("title", "main"),
    [
        ("À Genève on négocie, à Durban on enterre", "Durban"),
        ("À Durban, les morts se comptent, à Genève, une trêve se discute", "Durban"),
        ("À Genève, une trêve se discute", "Genève"),
    ],
)
def test_where_talks_are_held_is_not_what_a_report_is_about(title: str, main: str, gazetteer: Gazetteer) -> None:
    """Of two places in a title, the one without talks; the place of talks where the title has no other."""
    assert main_of(f"{title}\nLes délégués ont quitté la salle sans un mot.", gazetteer) == main
