"""What a sentence says befell whom: right readings, wrong ones refused, and what counts nothing left out."""

from __future__ import annotations

import pytest

from recoupe.extract.local import read_paragraphs
from recoupe.extract.reading import Reading
from recoupe.model.article import BlockKind
from recoupe.model.figure import Counted, Kind, Modality
from recoupe.parse.sentences import split_sentences


def read(text: str) -> Reading:
    return read_paragraphs([(text, BlockKind.BODY, split_sentences(text))])[0]


def told(text: str) -> list[tuple[str, str, str]]:
    """Return the figures of a paragraph as its words, their kind and what they count."""
    return [(one.span.of(text), one.kind.value, one.counted.value) for one in read(text).figures]


@pytest.mark.parametrize(
    ("text", "kind", "counted"),
    [
        ("Neuf civils ont été tués.", Kind.KILLED, Counted.CIVILIANS),
        ("Deux personnes ont hélas péri.", Kind.KILLED, Counted.PEOPLE),
        ("La ville compte 24 civils massacrés.", Kind.KILLED, Counted.CIVILIANS),
        ("Sept blessés n'ont pas survécu à leurs brûlures.", Kind.KILLED, Counted.WOUNDED),
        ("Les obus ont fait 105 morts parmi les civils.", Kind.KILLED, Counted.CIVILIANS),
        ("Le choléra a emporté 62 malades.", Kind.KILLED, Counted.PEOPLE),
        ("La bousculade a coûté la vie à au moins 24 fidèles.", Kind.KILLED, Counted.PEOPLE),
        ("Cinq alpinistes portés disparus ont été retrouvés sains et saufs.", Kind.RESCUED, Counted.PEOPLE),
        (
            "Sept personnes que leurs proches croyaient perdues ont été retrouvées vivantes.",
            Kind.RESCUED,
            Counted.PEOPLE,
        ),
        ("Au village, l'évêque arrache la libération de trente élèves.", Kind.RESCUED, Counted.CHILDREN),
        ("Six détenus sont en fuite.", Kind.ESCAPED, Counted.PRISONERS),
        ("Il manque encore 12 personnes.", Kind.MISSING, Counted.PEOPLE),
        ("Douze écoliers sont tombés malades.", Kind.ILL, Counted.CHILDREN),
        ("La guerre a jeté 3 000 familles sur les routes.", Kind.DISPLACED, Counted.FAMILIES),
        ("L'éruption a contraint 32 000 personnes à évacuer.", Kind.DISPLACED, Counted.PEOPLE),
        ("Quarante mille riverains ont reçu l'ordre d'évacuer.", Kind.EVACUATED, Counted.PEOPLE),
        ("Le gymnase accueille 300 évacués.", Kind.HOSTED, Counted.PEOPLE),
        ("La tempête a privé d'eau 150 000 abonnés.", Kind.AFFECTED, Counted.FAMILIES),
        ("La vedette a coulé avec à son bord 63 migrants.", Kind.EXPOSED, Counted.PEOPLE),
        ("Treize mineurs restent piégés sous terre.", Kind.TRAPPED, Counted.PEOPLE),
        ("Des centaines de pêcheurs ont bloqué le port.", Kind.PROTESTING, Counted.PEOPLE),
        ("Deux mille combattants ont déposé les armes.", Kind.SURRENDERED, Counted.COMBATANTS),
        ("Une salve de 60 missiles s'est abattue sur la ville.", Kind.LAUNCHED, Counted.MUNITIONS),
        ("Deux stations-service ont été incendiées.", Kind.DESTROYED, Counted.BUILDINGS),
        ("La tornade a fait s'effondrer une soixantaine de pylônes.", Kind.DESTROYED, Counted.BUILDINGS),
        ("Les flammes ont dévoré 2 300 hectares de pinède.", Kind.DESTROYED, Counted.AREA),
        ("Les rebelles contrôlent les deux tiers de la ville.", Kind.CONTROLLED, Counted.TERRITORY_SHARE),
        ("L'allié va livrer quatorze chars.", Kind.DELIVERED, Counted.VEHICLES),
        ("La douane a saisi douze fusils.", Kind.OTHER, Counted.MUNITIONS),
        ("Le drame a tué dix-neuf élèves et enseignants.", Kind.KILLED, Counted.PEOPLE),
    ],
)
def test_a_figure_has_the_kind_and_the_counted_of_its_words(text: str, kind: Kind, counted: Counted) -> None:
    """What governs the number decides, whether the tree joins it or only the words stand in their order."""
    found = [(one.kind, one.counted) for one in read(text).figures]
    assert found == [(kind, counted)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Quarante hommes ont tué le maire.", Kind.KILLED),
        ("Douze policiers ont blessé un passant.", Kind.INJURED),
        ("Trois obus ont blessé le maire.", Kind.INJURED),
        ("Douze écoliers sont tombés malades.", Kind.KILLED),
        ("Deux villages ont été touchés par la crue.", Kind.INJURED),
        ("Vingt-deux incendies sont actifs.", Kind.DESTROYED),
        ("Six cents têtes de bétail paissent au nord.", Kind.DELIVERED),
        ("Quelque 200 000 fidèles se sont recueillis.", Kind.RESCUED),
    ],
)
def test_a_kind_is_not_given_to_those_who_do_it(text: str, kind: Kind) -> None:
    """Who kills is not killed, and what a word means of others is not said of these."""
    assert kind not in [one.kind for one in read(text).figures]


@pytest.mark.parametrize(
    "text",
    [
        "Le siège a duré trois mois.",
        "La ville est à 30 kilomètres.",
        "Le séisme, de magnitude 6, a réveillé la ville.",
        "Les ministres ont eu deux brèves rencontres.",
        "Le maire, 54 ans, a parlé à 18 heures.",
        "Appelez le 0 800 12 34 56.",
        "Les deux camps s'accusent.",
        "La première trêve en a duré deux.",
    ],
)
def test_what_counts_nothing_of_a_crisis_is_no_figure(text: str) -> None:
    """Times, distances, ages, codes, talks and known pairs are set aside, each with its rule."""
    reading = read(text)
    assert reading.figures == ()
    assert reading.set_aside


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Dix-huit corps ont été retrouvés au port et six à la gare.",
            [("Dix-huit", "killed", "people"), ("six", "killed", "people")],
        ),
        (
            "Le ministère chiffre à 93 le nombre des morts et à 410 celui des blessés.",
            [("93", "killed", "people"), ("410", "injured", "people")],
        ),
        (
            "Dix-sept souffrent de paludisme et quatre ont dû être perfusés.",
            [("Dix-sept", "ill", "people"), ("quatre", "ill", "people")],
        ),
        (
            "Trois cents tentes ont été livrées ; il en faudrait cinq mille.",
            [("Trois cents", "delivered", "goods"), ("cinq mille", "delivered", "goods")],
        ),
        (
            "Plus de 1 900 exilés ont péri cette année, contre 1 400 l'an dernier.",
            [("1 900", "killed", "refugees"), ("1 400", "killed", "refugees")],
        ),
        (
            "Deux dépôts et une quinzaine de bus ont été incendiés.",
            [("Deux", "destroyed", "buildings"), ("une quinzaine", "destroyed", "vehicles")],
        ),
        (
            "Le navire a secouru 234 migrants, parmi lesquels 51 femmes.",
            [("234", "rescued", "people"), ("51", "rescued", "women")],
        ),
    ],
)
def test_a_number_without_a_noun_counts_what_was_said_before(text: str, figures: list[tuple[str, str, str]]) -> None:
    """A second place, a subject, a part, a number set against another: each takes up the noun that it leaves out."""
    assert told(text) == figures


def test_a_multiple_has_the_value_of_the_number_before() -> None:
    """A tenth of 200 000 is 20 000."""
    text = "Le collectif espère 200 000 marcheurs. La police en attend dix fois moins."
    assert [one.low for one in read(text).figures] == [200000, 20000]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Neuf civils ont été tués.", Modality.REPORTED),
        ("Neuf civils auraient été tués.", Modality.ALLEGED),
        ("Douze terroristes présumés ont été arrêtés.", Modality.ALLEGED),
        ("La région s'engage à livrer 500 tentes.", Modality.PLANNED),
        ("L'agence s'est dite prête à verser 150 000 euros.", Modality.PLANNED),
        ("Une équipe de dix spécialistes est attendue jeudi.", Modality.PLANNED),
        ("Trois cents gendarmes doivent être envoyés en renfort.", Modality.PLANNED),
        ("Il faudrait 300 tentes.", Modality.CALLED_FOR),
        ("Les bailleurs sont priés d'apporter 4,5 millions d'euros.", Modality.CALLED_FOR),
        ("Besoins : 6,3 millions d'euros.", Modality.CALLED_FOR),
        ("Il nie que 384 civils soient morts.", Modality.DENIED),
        ("La police a démenti l'arrestation de quatre hommes.", Modality.DENIED),
        ("La crue aura tué douze personnes.", Modality.REPORTED),
        ("Les syndicats revendiquent 500 000 manifestants.", Modality.REPORTED),
    ],
)
def test_a_figure_says_whether_it_has_happened(text: str, modality: Modality) -> None:
    """What is to come, asked for, hearsay or denied is told apart from what is reported."""
    assert [one.modality for one in read(text).figures] == [modality]
