"""Where each figure of a sentence or a short report holds, by the grammar around it and by what it goes on with."""

import pytest
from tests.extract.test_place_layout import figures_of, gazetteer

from recoupe.extract.gazetteer import Gazetteer

__all__ = ["gazetteer"]

LEAD = "Inondations : le point\n\nLa crue a ravagé dimanche la ville de Tanger, où douze habitants ont péri.\n\n"


@pytest.mark.parametrize(
    ("told", "number", "place"),
    [
        # a part of a sum is in its own place, the sum in both
        ("Les blessés sont 46, à savoir 32 accueillis à Larache et 14 à Tétouan.", "46", "Tanger"),
        ("Les blessés sont 46, à savoir 32 accueillis à Larache et 14 à Tétouan.", "32", "Larache"),
        # another act beside
        ("L'ONU demande l'entrée de dix camions par jour et le déminage de la route de Larache.", "dix", "Tanger"),
        # clauses of their own
        ("La ligue n'en retient que cinq, deux jeunes que l'on disait perdus ayant été vus à Larache.", "cinq", "Tanger"),
        (
            "Les combats se tiennent à l'est, à Tétouan, où l'armée dit avoir pris quatre villages du district de Larache.",
            "quatre",
            "Larache",
        ),
        ("Karim, natif de Larache, dort dans un gymnase où s'alignent cinq cents lits.", "cinq cents", "Tanger"),
        # those sent leave where they come from
        ("Deux vedettes et onze plongeurs de Casablanca sont attendus mardi à Larache.", "onze", "Larache"),
        ("L'armée fait venir deux hélicoptères de Casablanca.", "deux", "Tanger"),
        # those driven out are where they sleep
        ("Trente familles chassées de Larache dorment dans un stade de Tétouan.", "Trente", "Tétouan"),
        # whom a demand is addressed to, where a speaker is posted
        ("Le gouverneur a demandé dimanche à Paris de dépêcher une vingtaine de militaires.", "une vingtaine", "Tanger"),
        ("Un diplomate en poste à Nairobi parle de 65 morts.", "65", "Tanger"),
        # a sum raised after a scene
        ("À l'hôpital de Larache, deux blessés sont morts, ce qui porte à treize le nombre des tués.", "treize", "Tanger"),
        # a number whose noun is left out
        ("La mairie a 23 morts. Deux corps repêchés à Larache venaient d'ailleurs. Lundi, elle n'en comptait que 19.",
         "19", "Tanger"),
        ("Sept hommes ont été pris, dont deux à Larache. Quatre sont écroués.", "Quatre", "Tanger"),
        ("Vingt-deux sont soignés à l'hôpital de Larache ; l'état de trois est jugé grave.", "trois", "Larache"),
        ("Six sont morts à Larache et quatre dans le centre.", "quatre", "Tanger"),
        # `ici` in `d'ici à` is no place
        ("Douze blessés ont été transférés à Larache. On annonce trois équipes d'ici à vendredi.", "trois", "Tanger"),
        # who runs a hospital
        (
            "Un obus a touché le marché de Tétouan, dit le directeur de l'hôpital de Larache. « Nous avons onze brûlés. »",
            "onze",
            "Larache",
        ),
        # streets, wells, and ways that a sentence is set toward
        ("Ruelle des Potiers, on trie du linge. Dans cette seule ruelle, quatorze personnes ont péri.", "quatorze",
         "ruelle des Potiers"),
        ("Mardi, deux sœurs ont été fauchées devant une fontaine de Larache.", "deux", "Larache"),
        ("Plus à l'ouest, vers Larache, l'armée a passé au crible quarante hectares de vignes.", "quarante", "Larache"),
        ("Tétouan (neuf morts) est la plus touchée.", "neuf", "Tétouan"),
        # entries of a live report
        ("13 h 40. Tirs à Larache. Deux gendarmes sont blessés.", "Deux", "Larache"),
        ("12h15 – À Larache, de l'autre côté du fleuve, le clocher s'est fendu. Quatre passants sont blessés.", "Quatre",
         "Larache"),
        ("L'hôpital de Larache tient-il ?\n\nÀ peine. Trois patients attendaient mardi dans un couloir.", "Trois",
         "Larache"),
        # the whole country by its name's adjective, its soil, its roads
        ("Chaque année, les routes marocaines font 800 morts.", "800", "Maroc"),
        ("Depuis janvier, les humanitaires ont subi 112 attaques sur le sol marocain.", "112", "Maroc"),
        ("En 2017, ces crues ont coûté la vie à 46 personnes dans le royaume.", "46", "Maroc"),
        ("En Algérie aussi, la pluie a tué. On dénombre 31 victimes dans le pays.", "31", "Algérie"),
        # a town or a school that a paragraph opens with
        ("Tétouan s'est hérissée de barricades. Deux kiosques ont brûlé.", "Deux", "Tétouan"),
        ("L'école de Larache a perdu son toit. Trois maîtres sont blessés.", "Trois", "Larache"),
        ("Scène de deuil à Larache. Une foule suit onze cercueils.", "onze", "Larache"),
        ("Larache, la ville voisine, pleure onze enfants.", "onze", "Larache"),
        # one of a town's people, and not what it sends
        ("Un boulanger de Larache offre 14 chambres.", "14", "Larache"),
        ("Un camion de Larache a livré 300 tentes.", "300", "Tanger"),
        # what is said of a place behind `dont`, of a part, of those who went there
        ("À Larache, ville voisine dont les 300 puits sont souillés, on boit la pluie.", "300", "Larache"),
        ("Les réfugiés ont gagné Larache à pied. Ils sont 2 000, dont 600 enfants.", "600", "Larache"),
        ("Des familles ont fui vers Larache. Le HCR en a inscrit 900.", "900", "Larache"),
        # a mouthpiece in a capital
        ("À New York, un porte-parole de l'ONU a parlé de dizaines de civils tués.", "dizaines", "Tanger"),
        # houses by their names, and what stands before one
        ("Six résidents sont morts : quatre au Manoir du Lac et deux à la Villa des Pins.", "quatre", "manoir du Lac"),
        ("Six résidents sont morts : quatre au Manoir du Lac et deux à la Villa des Pins.", "deux", "villa des Pins"),
        ("Ils étaient 300 devant la mairie de Larache, 40 à Tétouan.", "300", "Larache"),
        ("Autour de la base de l'ONU, 900 familles campent.", "900", "Tanger"),
        # a list of which one item is a town of the country
        ("– Souani : neuf morts\n– Beni Makada : six morts\n– Tétouan : quatre morts", "neuf", "Souani"),
        ("– Décès : 16\n– Blessés : 131\n– Sans-abri : 2 350", "16", "Tanger"),
        # a verb in capitals
        ("CE QUI A CHANGÉ\n\nNotre note évaluait à 3 100 le nombre de sans-abri.", "3 100", "Tanger"),
        # what stands beside the counted, who speaks of it, one person alone, a likening
        ("L'Onu veut nourrir 5 000 familles, avec douze tonnes de riz stockées à Larache.", "5 000", "Tanger"),
        ("Ils seraient 900 à peine, répliquait hier un fonctionnaire à Rabat.", "900", "Tanger"),
        ("Mille habitants ont suivi le cercueil de la maîtresse, fauchée avec sa fille à Larache.", "Mille", "Tanger"),
        ("L'eau couvre 38 km², soit davantage que le lac de Larache.", "38", "Tanger"),
        # those told of in a land's sentence are in its town
        ("Au Portugal, deux hôpitaux de Porto ont reçu 26 blessés.", "26", "Porto"),
        # who decides sits in a capital; whom a group is tied to is no scene
        ("À Madrid, le ministère a pris à sa charge le retour des onze corps.", "onze", "Tanger"),
        ("Un mouvement affilié à Ceuta dit détenir 73 hommes.", "73", "Tanger"),
        # who left a place tells of it
        ("Rachida ne veut rien. Elle vient de Larache. « Nous avons enterré onze voisins. »", "onze", "Larache"),
        # a house of the town before
        ("Le convoi est entré à Larache. Au collège, six cents lits sont prêts.", "six cents", "Larache"),
    ],
)  # fmt: skip
def test_a_figure_holds_for_the_place_that_its_words_tell(
    told: str, number: str, place: str, gazetteer: Gazetteer
) -> None:
    """Each report opens with a flood at Tanger, which any figure falls back on."""
    assert (number, place) in figures_of(LEAD + told, gazetteer)
