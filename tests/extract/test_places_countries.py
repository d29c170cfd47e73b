"""In which country an article is set that names none: by the adjectives of nations in it and the towns close together."""

import pytest
from tests.extract.test_places_meant import meant

from recoupe.extract.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("name", "text", "country"),
    [
        # adjectives of a nation, or of a part of it
        ("Bulle", "Une serre s'effondre à Bulle\nLa police fribourgeoise a compté neuf blessés lundi à Bulle.", "CH"),
        ("Pô", "Une pirogue chavire à Pô\nLes gendarmes burkinabè ont repêché neuf corps lundi à Pô.", "BF"),
        # money and languages are known everywhere
        ("Rolle", "Une serre brûle à Rolle\nLe voisin, en anglais, a réclamé mille dollars canadiens à Rolle.", "CH"),
        # small towns of one country, close together
        ("Saxon", "Un car verse à Saxon\nNeuf blessés ont été conduits de Saxon à Monthey, puis à Sierre.", "CH"),
        # a region that French names without saying of what
        ("Bangassou", "Mbomou : un bac coule\nUn bac a coulé lundi à Bangassou.", "CF"),
        # a city that French calls by another name than its people do
        ("Sion", "Une grue tombe à Sion\nUne grue est tombée lundi à Sion.", "CH"),
    ],
)
def test_a_report_that_names_no_country_is_set_in_one(name: str, text: str, country: str, gazetteer: Gazetteer) -> None:
    entry = meant(name, text, gazetteer).entry
    assert entry is not None
    assert entry.country == country
