"""The head of a report in, the place that it is about out, where the layout or the noun beside a name decides."""

import pytest
from tests.extract.test_places_main import place_of_the_last

from recoupe.extract.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # a title in capitals that sets a country before a dash, and no dateline
        (
            "SÉNÉGAL – ZIGUINCHOR (CASAMANCE) : EXPLOSION D’UNE MINE\n\nDeux blessés ont été transférés à Dakar.",
            "Ziguinchor",
        ),
        ("RDC : NORD-KIVU – MOUVEMENTS DE POPULATION\n\nDouze écoles sont occupées à Rutshuru.", "Nord-Kivu"),
        # a sea, a valley are no town of that name
        (
            "Naufrage en mer Rouge\n\nLe cargo a coulé mardi au large de Port-Soudan, selon la marine soudanaise.",
            "mer Rouge",
        ),
        # a number behind a town is that of a part of it
        ("Inondations à Bamako\n\nLa mairie de Bamako IV a ouvert deux écoles.", "Bamako"),
        # a tunnel in which a car burnt is the scene, and no street
        (
            "Vallée de la Maurienne : un car prend feu dans un tunnel\n\n"
            "Neuf personnes sont mortes lundi soir dans l’incendie d’un car à l’intérieur du tunnel des Arves, près de Modane.\n\n"
            "Les blessés ont été transportés à Grenoble et à Lyon.",
            "tunnel des Arves",
        ),
        # behind a country, a facility is not in a town named before it
        (
            "Grèce : le camp de Sarbane en cendres\n\n"
            "ATHÈNES – Un incendie a détruit dans la nuit le camp de Sarbane, sur l’île de Lesbos, où vivaient des migrants.",
            "camp de Sarbane",
        ),
    ],
)
def test_the_head_of_a_report_sets_it(text: str, place: str, gazetteer: Gazetteer) -> None:
    assert place_of_the_last(text, gazetteer) == place
