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


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # a capital whose people act, and that the report goes on to tell of
        (
            "Électricité : Bamako vit à la bougie, le ministre promet des groupes\n\n"
            "À Kalaban-Coura, le courant n’est revenu que mardi. Six jours après l’attaque de la centrale, la capitale s’éteint.",
            "Bamako",
        ),
        (
            "Essence : Lomé à sec, le gouvernement promet des camions\n\n"
            "Plus une goutte à Tokoin. Après l’incendie du dépôt de Cotonou, la capitale togolaise pousse ses motos.",
            "Lomé",
        ),
        # a log of several days tells of the country that its title names
        (
            "Rougeole au Tchad : la semaine du 3 au 9 mai\n\nL’Écho du Chari récapitule, jour après jour.\n\n"
            "MARDI 3\nLe centre de Mongo étrenne ses lits ; des malades s’y présentent avant le soir.",
            "Tchad",
        ),
        # a title that is set as a dateline is
        (
            "SHERBROOKE – Un incendie fait quatre morts dans une résidence\n\n"
            "Des aînés ont péri dans la nuit de mardi à mercredi.\n\nDes blessés ont été transportés à Montréal.",
            "Sherbrooke",
        ),
        # several divisions: the country where it is named
        (
            "Choléra dans les comtés de Garissa et de Wajir (Kenya)\n\nLes malades sont soignés à l’hôpital de Garissa.",
            "Kenya",
        ),
        # a site that is not named again, and its town beside it
        (
            "Incendie de l’usine Vandrin, Durban – Note n° 2\n\n"
            "• Des ménages ont pu regagner le quartier de la gare.\n• La zone industrielle de Pinetown reste fermée.",
            "Durban",
        ),
        ("VIOLENCES EN ITURI ET DANS LE NORD-KIVU : POINT DE SITUATION\n\nLe ministère fait le point.", None),
    ],
)
def test_a_title_outweighs_what_stands_near_it(text: str, place: str | None, gazetteer: Gazetteer) -> None:
    assert place_of_the_last(text, gazetteer) == place
