"""A whole report in, the place that it is about out: titles that name it once, letterheads, countries alone, takings place."""

import pytest
from tests.extract.test_places_main import place_of_the_last

from recoupe.extract.gazetteer import Gazetteer

SCENE = "Une dalle est tombée. Les secours ont travaillé toute la nuit sous la pluie, avec des chiens et deux grues venues d'ailleurs."


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # a title that names its place once, with no word of an event
        (f"Montbrun, une semaine après\n\n{SCENE} À Martigny, un élu a promis deux millions de francs.", "Montbrun"),
        (f"Feu de forêt : Sainte-Anne-des-Monts sur le qui-vive\n\n{SCENE}", "Sainte-Anne-des-Monts"),
        (f"Une stèle pour les morts du car de Puisseguin\n\n{SCENE} Le procès s'ouvrira à Libourne.", "Puisseguin"),
        (f"Rescapée de Port-Bouët, elle raconte\n\n{SCENE}", "Port-Bouët"),
        (f"Un cas de rage confirmé à Masisi\n\n{SCENE} À Kinshasa, le ministre a appelé au calme.", "Masisi"),
        # no person's name
        (f"La mort de Marine\n\n{SCENE} Une grue était tombée à Libourne.", "Libourne"),
        # a sentence on those who are tried is no telling of where the dead died
        (f"Trois ans requis après le drame d'Allinges\n\n{SCENE} Le parquet a requis trois ans à Thonon.", "Allinges"),
        # a country in the title: the town that stands beside it, that opens the text, from where the reporter tells of it
        (f"Burkina : Koudougou à l'arrêt\n\n{SCENE}", "Koudougou"),
        (f"Burkina : la grève est finie\n\nKoudougou a rouvert ses kiosques hier. {SCENE}", "Koudougou"),
        (f"Burkina : un lycéen meurt\n\nKOUDOUGOU, 3 mai (ZED) - {SCENE} Des pneus brûlent à Koudougou.", "Koudougou"),
        (f"Burkina : un lycéen meurt\n\nKOUDOUGOU, 3 mai (ZED) - {SCENE}", "Burkina"),
        (f"Burkina : dix jours qui ont secoué Koudougou\n\n{SCENE}", "Koudougou"),
        (f"Philippines – Une aide après le typhon Ligao\n\n{SCENE}", "Philippines"),
        (f"Burkina : Koudougou dénonce une loi\n\n{SCENE}", "Burkina"),
        # ... and where what it tells of took place, of which no list knows
        (
            f"Pérou : un car tombe dans un ravin\n\nLe car a quitté la route samedi. L'accident s'est produit à Tarapaco. {SCENE}",
            "Tarapaco",
        ),
        (
            "Pérou : un car tombe dans un ravin\n\nVingt passagers sont morts samedi à Tarapaco (sud-ouest) dans un car.",
            "Tarapaco",
        ),
        # who signs a note in its first lines
        (
            f"NOTE N° 3\nPréfecture de Montluçon – cellule de crise\n\nCHIFFRES CLÉS\n\n{SCENE} Des lits sont venus de Moulins.",
            "Montluçon",
        ),
        # a reporter's line
        (f"Les oubliés de la colline\n\nJeanne Petit, à Montbrun\n\n{SCENE}", "Montbrun"),
        (
            "Pérou : un pont cède\n\nVingt passants sont morts samedi dans l'ouest du Pérou. L'ouvrage, "
            "à Tarapaco, dans la région de Piura, venait de rouvrir.",
            "Tarapaco",
        ),
        # a section, a diocese
        (
            f"Fédération des mineurs – Section de Durba\n\nBULLETIN N° 7\n\n{SCENE} Des pompes sont venues d'Isiro.",
            "Durba",
        ),
        # a town in a state, and governments that promise
        (f"Ouagadougou sous le choc : notre direct\n\n{SCENE} À Paris, on s'inquiète.", "Ouagadougou"),
        (f"Paris, Berne et Rome promettent un fonds\n\n{SCENE} L'éboulement de Bondo a tué huit marcheurs.", "Bondo"),
        # the line over the text
        (
            f"« Ma maison est partie la première »\n\nÀ Blessens, le glissement de terrain a emporté neuf villas.\n\n{SCENE}",
            "Blessens",
        ),
        (f"Val d'Anniviers : un hélicoptère s'écrase\n\n{SCENE} L'appareil venait de Sion.", "val d'Anniviers"),
        # what a ship has left is not where it sank; `basés à` says where people work
        (
            f"Le ballet des pirogues\n\n{SCENE} La pirogue avait quitté Mbour. À Lompoul, quatorze corps ont été repêchés.",
            "Lompoul",
        ),
        # a town of one country alone in a title sets the report there
        (f"Quarante ans après, Seveso n'a rien oublié\n\n{SCENE} À Bruxelles, une directive porte son nom.", "Seveso"),
        # a country, a place, a colon; and no topic
        (f"Mali – Sofara : le marché attaqué\n\n{SCENE} À Sofara, les forains venaient de Mopti.", "Sofara"),
        # an unknown word there may be a firm or a person
        (f"Mali – Renault : le procès reprend\n\n{SCENE}", "Mali"),
        (f"Mali – Éducation : la grève s'étend\n\n{SCENE}", "Mali"),
        (f"Mali : l'hôpital de Sofara débordé\n\n{SCENE} Des lits sont venus de Mopti.", "Sofara"),
        # the town that a first sentence names as such, in a region that the title names
        (
            "Canada : un garde meurt au Québec\n\nUn garde est mort mardi devant la crue qui guette la ville de Nicolet, dans "
            "le sud du Québec.",
            "Nicolet",
        ),
        # a reporter's name is no place
        (
            f"La mine qui se tait\n\nDe notre envoyée spéciale, Jeanne Petit\n\n{SCENE} À Durba, on attend. Durba veille.",
            "Durba",
        ),
        # a direction is less than what the first sentence names, which no list may have
        (
            "Algérie : sept morts dans l'Est\n\nSept personnes ont péri après les pluies qui se sont abattues dimanche sur la "
            "wilaya de Jijel, a indiqué la Protection civile.",
            "Jijel",
        ),
        (
            "Nigeria : une raffinerie explose\n\nVingt-deux personnes ont péri mardi dans l'explosion d'une raffinerie à Ohaji.",
            "Ohaji",
        ),
        # a town in capitals before a stop
        (
            f"Grippe aviaire : 120 élevages vidés\n\nMONT-DE-MARSAN. {SCENE} À Paris, le ministre a promis des aides.",
            "Mont-de-Marsan",
        ),
        # what burns and is no place
        (f"Bus en feu : un récit\n\n{SCENE} Un car avait brûlé à Durba, et un autre à Durba hier.", "Durba"),
        # letters of a body in capitals are no place, nor is what has `A` for a verb
        (f"FÉDÉRATION DES TAXIS DU FASO (FTF)\n\nCE QUI A CHANGÉ\n\n{SCENE}", None),
    ],
)
def test_a_report_is_set_in_its_place(text: str, place: str | None, gazetteer: Gazetteer) -> None:
    assert place_of_the_last(text, gazetteer) == place
