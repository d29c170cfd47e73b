"""A whole report in, the place that it is about out: by its dateline, its label, its headline, its first sentence or its city."""

import pytest

from recoupe.extract.gazetteer import Gazetteer
from recoupe.flow import digest
from recoupe.model.article import Article, Raw
from recoupe.parse.article import parse


def place_of_the_toll(text: str, gazetteer: Gazetteer) -> str | None:
    """Return the place of the one figure that a report tells in a sentence without any place."""
    raw = Raw(name="note.txt", origin="note.txt", data=text.encode(), media="text", published="2020-05-14")
    article = parse(raw)
    assert isinstance(article, Article)
    (figure,) = digest(article, gazetteer).figures
    return figure.place


TOLL = "Quatre maisons ont brûlé, selon les pompiers."


@pytest.mark.parametrize(
    ("head", "place"),
    [
        # datelines and labels, which are no prose
        ("Le point sur le feu\n\nRoberval, le 13 mai – ", "Roberval"),
        ("ROBERVAL – ", "Roberval"),
        ("Roberval\nUne nuit dans la fumée\n\n", "Roberval"),
        ("SOCIÉTÉ\nUne nuit dans la fumée\n\n", None),
        ("« On a tout perdu »\n\nDe notre envoyée spéciale à Roberval\n\n", "Roberval"),
        # a title in capitals that tells of an event, and is no dateline
        ("INCENDIE DE FORÊT DE ROBERVAL – BULLETIN N° 4\n\n", "Roberval"),
        ("DERAILLEMENT FERROVIAIRE DE ROBERVAL – ÉTAT DE SITUATION\n\n", "Roberval"),
        ("NAUFRAGE AU LARGE DE ROBERVAL – POINT DE SITUATION\n\n", "Roberval"),
        ("ÉPIDÉMIE DE CHOLÉRA – BULLETIN N° 4\n\n", None),
        # names anywhere in a headline
        ("Roberval retient son souffle\n\n", "Roberval"),
        ("Après le feu, Roberval fait ses comptes\n\n", "Roberval"),
        ("Le maire de Roberval demande de l’aide\n\n", "Roberval"),
        ("Dans les ruines de Roberval\n\n", "Roberval"),
        ("Mali : les rescapés de Sobane racontent\n\n", "Sobane"),
        ("Haïti : Martissant s’enflamme à nouveau\n\n", "Martissant"),
        ("Sobane, village martyr\n\n", "Sobane"),
        ("Pleine lune sur la grève\n\n", None),
        ("Ménages sans courant : chacun son chiffre\n\n", None),
        ("Nouvelle colère de Roberval Tremblay\n\n", None),
    ],
)
def test_what_stands_before_the_text_says_where_a_report_is_set(
    head: str, place: str | None, gazetteer: Gazetteer
) -> None:
    """A dateline, a label that is a town, the place a reporter was sent to, a name in the headline; no everyday word."""
    assert place_of_the_toll(head + TOLL, gazetteer) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # a named installation and a noun before the name, where the title gives the country alone
        (
            "Gabon : une explosion\n\nUne explosion a secoué dimanche la plateforme Nyanga-2, à 40 kilomètres de Mayumba.",
            "plateforme Nyanga-2",
        ),
        (
            "Mali : assaut\n\nL'armée dit avoir repris lundi la base-vie de Sobane. Les rues de Sobane sont vides.",
            "Sobane",
        ),
        # a reporter's piece: the scene is a ward or a square, the toll the city's
        ("« Je l'attends »\n\nDevant la morgue, on attend. Personne, à Bagdad, n'a le même chiffre.", "Bagdad"),
    ],
)
def test_where_the_head_names_no_scene_the_text_does(text: str, place: str | None, gazetteer: Gazetteer) -> None:
    """An installation told of at once, the noun a first sentence names, the first city that something is told in."""
    assert place_of_the_toll(f"{text}\n\n{TOLL}", gazetteer) == place


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("On parle de 3 600 sinistrés : des familles s'étaient inscrites à Alma.", "Roberval"),
        ("Le feu a noirci 300 hectares, presque deux fois l'île d'Oléron.", "Roberval"),
        ("Au Saguenay, deux hôpitaux d'Alma ont fermé.", "Alma"),
        ("Le feu a détruit les locaux de la Papeterie du Lac Bouchette (PLB) : 40 emplois sont menacés.", "Roberval"),
    ],
)
def test_a_place_beside_a_figure_may_be_another_thing_s(sentence: str, place: str, gazetteer: Gazetteer) -> None:
    """What stands behind a colon, in a comparison or in a firm's name is not where the figure holds."""
    assert place_of_the_toll(f"Feu à Roberval\n\n{sentence}", gazetteer) == place


def test_a_heading_that_counts_sets_no_scene(gazetteer: Gazetteer) -> None:
    """`Deux blessés au CHUM` tells of those two, not of all the section."""
    text = f"Feu à Roberval\n\nLe feu court.\n\nDes blessés au CHUM\n\n{TOLL}"
    assert place_of_the_toll(text, gazetteer) == "CHUM"
    raw = Raw(
        name="n.txt", origin="n.txt", data=text.replace("Des", "Deux").encode(), media="text", published="2020-05-14"
    )
    article = parse(raw)
    assert isinstance(article, Article)
    assert digest(article, gazetteer).figures[-1].place == "Roberval"


def test_an_unknown_country_s_name_is_bound_to_no_town_of_the_world(gazetteer: Gazetteer) -> None:
    """`dans le nord du X` is a land; a hamlet of that name elsewhere is not meant."""
    raw = Raw(
        name="n.txt", origin="n.txt", media="text", published="2020-05-14",
        data="Éboulement à Kolvara\n\nUn éboulement a fait sept morts mardi à Kolvara, dans le nord du Tandou.".encode(),
    )  # fmt: skip
    article = parse(raw)
    assert isinstance(article, Article)
    assert all(place.entry is None for place in digest(article, gazetteer).places)
