"""How a figure's place moves, stays or is no place at all inside a paragraph, a section or an entry."""

import pytest
from tests.extract.test_place_layout import figures_of, gazetteer

from recoupe.extract.gazetteer import Gazetteer

__all__ = ["gazetteer"]

LEAD = "Inondations : le point\n\nLa crue a ravagé dimanche la ville de Tanger, où douze habitants ont péri.\n\n"


@pytest.mark.parametrize(
    ("told", "number", "place"),
    [
        # a house goes on being told of by its parts, its people and in their own words
        (
            "L'hôpital Bel-Air a admis 84 blessés. Sa maternité, inondée, a évacué onze nourrissons.",
            "onze",
            "hôpital Bel-Air",
        ),
        (
            "L'hôpital Bel-Air a admis 84 blessés. « Nous avons trois chirurgiens », dit-elle.",
            "trois",
            "hôpital Bel-Air",
        ),
        (
            "Au gymnase Bel-Air, l'intendant trie le linge. Deux classes y campent. « On nous a promis 200 lits », dit-il.",
            "200",
            "gymnase Bel-Air",
        ),
        ("L'hôpital Bel-Air a admis 84 blessés. La région a promis 40 lits.", "40", "Tanger"),
        ("Un hôpital a admis 84 blessés. Sa maternité a évacué onze nourrissons.", "onze", "Tanger"),
        # the town that a paragraph named last
        ("Larache compte 22 morts. La ville a ouvert trois centres de tri.", "trois", "Larache"),
        ("Tétouan, plus haut, n'est pas touchée. La ville a prêté six citernes.", "six", "Tanger"),
        ("Tétouan a reçu 4 000 rations.", "4 000", "Tétouan"),
        ("Tétouan a prêté six bennes.", "six", "Tanger"),
        # each has a number of its own
        (
            "L'hôpital Bel-Air a admis trente brûlés et la clinique Pasteur, à Larache, onze.",
            "trente",
            "hôpital Bel-Air",
        ),
        ("Le dispensaire de Larache soigne quatre enfants, celui de Tétouan, deux.", "deux", "Tétouan"),
        ("Larache (12 morts), Tétouan (quatre) et Casablanca (deux) sont coupées du monde.", "quatre", "Tétouan"),
        # where a body came to be is not what it counts
        ("Le collectif des riverains, fondé samedi à Larache, réclame 12 pompes.", "12", "Tanger"),
        ("Le gymnase Bel-Air, ouvert dans la nuit, héberge 120 rescapés.", "120", "gymnase Bel-Air"),
        # a part and its whole on one noun with its place
        ("Soixante des 210 écoles de Larache ont rouvert.", "Soixante", "Larache"),
        ("Soixante des 210 écoles de Larache ont rouvert.", "210", "Larache"),
        ("Sept des 14 victimes ont été retrouvées à Larache.", "14", "Tanger"),
        # a number without its noun
        ("Neuf classes ont fermé à Larache. Le rectorat entend en rouvrir quatre.", "quatre", "Larache"),
        ("Trente cartons sont arrivés à Larache. On en attendait cent.", "cent", "Larache"),
        (
            "Un camion a percuté un étal à Larache. Quatre marchands sont morts. Sept autres sont blessés.",
            "Sept",
            "Larache",
        ),
        ("À Larache, le gymnase abrite 75 évacués. Tétouan en loge 36.", "36", "Tétouan"),
        # a town that counts its own
        ("Larache a relogé 70 de ses habitants.", "70", "Larache"),
        ("Larache enverra ses 30 pompiers.", "30", "Larache"),
        ("Paris a rapatrié 40 de ses ressortissants.", "40", "Tanger"),
        # a scene behind an hour, and a house that is no ward
        (
            "Vingt minutes plus tard, devant l'école Bel-Air, un car a versé. Quatre parents sont morts.",
            "Quatre",
            "école Bel-Air",
        ),
        (
            "À la synagogue Bel-Air, un homme a tiré. Deux fidèles sont tombés. La foule, 300 personnes, a fui.",
            "300",
            "synagogue Bel-Air",
        ),
        # the town of those told of
        ("Les pêcheurs de Larache ont peur. Dans cette ville, 40 canots ont coulé.", "40", "Larache"),
        # a way by its two ends
        ("Sur l'axe Larache–Tétouan, douze camions ont été retournés.", "douze", "axe Larache–Tétouan"),
        # what opens a sentence is said of its subject
        ("À Tétouan, un mur a cédé. Conçue pour 300 détenus, la prison de Larache en abrite 900.", "300", "Larache"),
        # two places told together, with a preposition each
        (
            "Onze cents habitants ont dormi dans l'église Bel-Air et au stade Lyautey.",
            "Onze cents",
            "église Bel-Air et stade Lyautey",
        ),
        # what is promised is for more than the town before
        ("À Larache, une quête a réuni 2 100 euros. La Région alloue 90 000 euros.", "90 000", "Tanger"),
        # where reinforcements come from, and what is a body
        ("Un renfort de 15 hommes est attendu de Larache dans la nuit.", "15", "Tanger"),
        ("Le maire soumettra au Grand Conseil un crédit de 80 000 francs.", "80 000", "Tanger"),
        # `s'y`, and what is no place
        ("À Larache, un abri a ouvert. Le maire en est sûr. Dix psychologues s'y relaient.", "Dix", "Larache"),
        # the soil of a commune is not the whole country's
        ("Dans le territoire de Larache, 140 maisons ont été noyées.", "140", "Larache"),
    ],
)
def test_a_figure_is_where_its_paragraph_has_come_to(told: str, number: str, place: str, gazetteer: Gazetteer) -> None:
    """What goes on with a place is there; what somebody else does is not."""
    found = [one for one in figures_of(f"{LEAD}{told}\n", gazetteer) if one[0] == number]
    assert found[-1:] == [(number, place)]


def test_a_line_that_says_who_writes_is_no_heading(gazetteer: Gazetteer) -> None:
    """`Par la rédaction de ... – Larache, mardi, 7 heures` sets no scene, and no heading in capitals does by a word."""
    text = (
        "Crue de Tanger : la nuit la plus longue\n\nPar la rédaction de Radio Vallon – Larache, mardi, 7 heures\n\n"
        "Onze personnes ont été emportées par la rivière à Tanger, dans la nuit. Les pompiers ont engagé 60 hommes.\n\n"
        "PRISE EN CHARGE\n\nLa Croix-Rouge fait fonctionner deux postes de secours.\n\n"
    )
    assert figures_of(text, gazetteer) == [("Onze", "Tanger"), ("60", "Tanger"), ("deux", "Tanger")]


def test_the_heading_of_an_entry_sets_its_scene_even_with_a_count(gazetteer: Gazetteer) -> None:
    """`19h50 – 22 blessés à X` heads the lines right below it alone."""
    text = (
        "DIRECT. Feux autour de Tanger : la nuit de tous les dangers\n\n"
        "22h10 – 300 évacués à Larache\nLe maire vient de faire sonner le tocsin. Deux cars emmènent les plus âgés.\n\n"
        "21h30 – Une caserne menacée\nQuatre Canadair tournent depuis l'aube.\n\n"
    )
    assert [one for one in figures_of(text, gazetteer) if one[0] in ("Deux", "Quatre")] == [
        ("Deux", "Larache"),
        ("Quatre", "Tanger"),
    ]
