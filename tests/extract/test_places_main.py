"""A whole report in, the place that it is about out, where its title and first sentence name more than one."""

import pytest
from tests.extract.test_places_opening import place_of_the_toll

from recoupe.extract.gazetteer import Gazetteer
from recoupe.flow import digest
from recoupe.model.article import Article, Raw
from recoupe.parse.article import parse

LAST = "\n\nQuatre maisons ont brûlé, selon les pompiers."


def place_of_the_last(text: str, gazetteer: Gazetteer) -> str | None:
    """Return the place of a report's last figure, which stands in a sentence without any place."""
    raw = Raw(name="note.txt", origin="note.txt", data=(text + LAST).encode(), media="text", published="2020-05-14")
    article = parse(raw)
    assert isinstance(article, Article)
    return digest(article, gazetteer).figures[-1].place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # an event in one country, and behind a colon those who wait in another
        ("Séisme au Népal : à Lille, on attend des nouvelles", "Népal"),
        ("Séisme au Népal : à Katmandou, on creuse encore", "Katmandou"),
        (
            "Inondations dans le Souss : à Bruxelles, une collecte\n\n"
            "La crue a coupé en deux la province marocaine de Taroudant, a indiqué lundi le ministère de l’Équipement du royaume.",
            "Souss",
        ),
        # two ends of a way: the one of which the report tells
        (
            "De Gênes à Lyon, deux cercueils et des questions\n\nLe parquet de Gênes a ouvert une enquête. À Gênes, on se tait.",
            "Gênes",
        ),
        # what came after an event elsewhere
        (
            "Mali : des greniers pillés après l’attaque de Bélindo\n\n"
            "Des hommes armés ont tué mardi des bergers dans le village de Sobane, a dénoncé jeudi un collectif de ressortissants.",
            "Sobane",
        ),
        ("Trois jours après l’attaque de Sobane, le deuil", "Sobane"),
        # a river in flood, where the title gives the country
        (
            "Togo : la crue de l’Oti a tout pris\n\n"
            "Des habitants ont péri lundi dans le nord du Togo, où la montée de l’Oti a surpris les villages, selon la radio.",
            "Togo",
        ),
        # regions told in one breath
        ("Cameroun – Violences dans le Nord-Ouest et le Sud-Ouest", "Cameroun"),
        ("Inondations dans le Gard, l’Hérault et l’Aude : le point\n\nLa France a envoyé des renforts.", "France"),
        # a facility without a name, and one that is called after a town
        (
            "Mutinerie dans une prison du Honduras\n\nDes détenues ont été tuées mardi au centre de détention de Támara, a dit le parquet.",
            "Támara",
        ),
        (
            "Incendie du camp de Dieppe\n\nLe maire de Dieppe demande des lits. Entre Dieppe et Arques, la route est coupée.",
            "Dieppe",
        ),
        ("Incendie du camp de Morvane\n\nLe feu a pris dans la nuit, a dit le préfet.", "camp de Morvane"),
        ("Nigeria : le pont de Tatabu emporté par les eaux", "pont de Tatabu"),
        # where something was announced
        (
            "Soudan : les combats ont repris\n\nLes combats ont fait des victimes au Soudan, a annoncé mardi l’Organisation à Genève.",
            "Soudan",
        ),
        # a town that a title names without more, and one that only speaks
        ("Mali. Kidal reprise, et après ?", "Kidal"),
        ("Figeac promet un hôpital", None),
        # where a line was written
        ("Communiqué n° 12 – Brazzaville, lundi 11 mai 2020\n\nFeu à Dolisie : point de situation", "Dolisie"),
    ],
)
def test_of_the_places_of_a_title_one_is_where_it_happened(text: str, place: str | None, gazetteer: Gazetteer) -> None:
    """Neither those who wait abroad, nor what came before, nor a river, nor one region of three, nor a desk."""
    assert place_of_the_last(text, gazetteer) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # a share of what is told
        (
            "Grève des routiers en Équateur\n\nLa police a arrêté lundi quarante chauffeurs, dont douze à Machala, a-t-elle indiqué.",
            "Équateur",
        ),
        # a state's own communiqué, and a toll that it deals out
        (
            "RÉPUBLIQUE DU SÉNÉGAL\nMINISTÈRE DE L’INTÉRIEUR\n\nCOMMUNIQUÉ\n\n"
            "À ce jour, le nombre des décès s’élève à seize : neuf à Thiès, deux à Ziguinchor et un à Kolda.",
            "Sénégal",
        ),
        ("RÉPUBLIQUE TOGOLAISE\nMINISTÈRE DE LA SÉCURITÉ\n\nFeu à Sokodé : le point", "Sokodé"),
        # what befell a country, and where the last of its victims was found
        (
            "Togo : vingt et un morts\n\nLe gouvernement a déclaré mardi soir que les inondations avaient coûté la vie à 21 personnes. "
            "Dernière victime retrouvée : un garçon, échoué à Aného.",
            "Togo",
        ),
        # ... and a single event that the second sentence places
        (
            "Togo : neuf morts\n\nLe gouvernement a déclaré mardi soir que neuf personnes étaient mortes dans l’explosion d’un dépôt. "
            "Le feu a éclaté à Aného.",
            "Aného",
        ),
    ],
)
def test_a_share_of_a_toll_is_no_scene_of_the_whole(text: str, place: str, gazetteer: Gazetteer) -> None:
    """`dont N à X`, `neuf à X et deux à Y`, the last victim: the whole is the country's."""
    assert place_of_the_last(text, gazetteer) == place


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("La Réunion : une nuit de barrages\n\n", "Réunion"),
        ("La Rochelle : une nuit de barrages\n\n", "Rochelle"),
        ("TCHAD\nUne nuit de barrages\n\n", "Tchad"),
        # a region that no list of towns has
        ("Kabylie : une nuit de barrages\n\n", "Kabylie"),
        ("Netfix : une nuit de barrages\n\n", None),
        ("CHOLÉRA DANS LE SUD-KIVU – BULLETIN N° 4\n\n", "Sud-Kivu"),
        ("UNE NUIT DANS LE NOIR – BULLETIN N° 4\n\n", None),
        ("« On a tout perdu »\n\nJeanne Petit\nEnvoyée spéciale, Roberval\n\n", "Roberval"),
    ],
)
def test_names_with_an_article_and_lines_above_the_text(head: str, place: str | None, gazetteer: Gazetteer) -> None:
    """An article before a title's name, a country as a label, a region in capitals, an envoy's line with a comma."""
    assert place_of_the_toll(f"{head}Quatre maisons ont brûlé, selon les pompiers.", gazetteer) == place


def test_a_town_with_the_name_of_a_thing_is_told_by_its_article_and_its_country(gazetteer: Gazetteer) -> None:
    """`au Port`, in a report on La Réunion, is the town Le Port; elsewhere it is some port."""
    last = "\n\nQuatre hommes ont été arrêtés mardi au Port."
    assert place_of_the_last(f"La Réunion : une nuit de barrages{last}", gazetteer) == "Réunion"
    assert place_of_the_toll(f"La Réunion : une nuit de barrages{last}", gazetteer) == "Le Port"
    assert place_of_the_toll(f"Tchad : une nuit de barrages{last}", gazetteer) == "Tchad"
