"""What read_places finds in a paragraph: names by the words around them, and nothing that only looks like a place."""

import pytest

from recoupe.extract.paragraph import parse_paragraphs
from recoupe.extract.places import read_places
from recoupe.lexicon import entries
from recoupe.model.article import BlockKind
from recoupe.model.place import PlaceName
from recoupe.parse.sentences import split_sentences


def places(text: str, kind: BlockKind = BlockKind.BODY) -> tuple[PlaceName, ...]:
    return read_places(parse_paragraphs([(text, kind, split_sentences(text))])[0])


def told(text: str, kind: BlockKind = BlockKind.BODY) -> set[tuple[str, str | None]]:
    return {(name.name, name.role) for name in places(text, kind)}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Douze personnes ont péri à Montbrun.", "Montbrun", "in"),
        ("Le feu a pris dans le quartier populaire de Belval.", "Belval", "in"),
        ("Trois ponts ont cédé dans la province de Kasara.", "Kasara", "in"),
        ("Un mort dans le département du Nord.", "département du Nord", "in"),
        ("Un mort dans l'arrondissement de Montbrun.", "arrondissement de Montbrun", "in"),
        ("Neuf blessés sont soignés à l'hôpital Sainte-Aldegonde.", "hôpital Sainte-Aldegonde", "in"),
        ("Neuf corps se trouvent à la morgue de Montbrun.", "Montbrun", "in"),
        ("La foule s'est massée sur la place de la Liberté.", "place de la Liberté", "in"),
        ("Un car est tombé dans le lac Kamembé.", "lac Kamembé", "in"),
        ("Le bateau a coulé au large de Port-Louis.", "Port-Louis", "near"),
        ("Cent pompiers venus de Montbrun luttent contre le feu.", "Montbrun", "from"),
        ("Deux mille habitants marchent vers Montbrun.", "Montbrun", "to"),
        ("Le village est à 30 kilomètres au sud de Montbrun.", "Montbrun", "distance"),
        ("Selon le gouverneur de la province de Kasara, neuf sont morts.", "Kasara", "function"),
        ("L'incendie de Montbrun a fait neuf morts.", "Montbrun", "in"),
        ("La tempête a dévasté Montbrun.", "Montbrun", "in"),
        ("« Nous tenons », a déclaré à Genève le chef des secours.", "Genève", "said"),
        ("Partie lundi soir de Montbrun, la barque a coulé.", "Montbrun", "from"),
        ("Le feu progresse », a indiqué une source militaire à Montbrun.", "Montbrun", "said"),
        ("Neuf corps se trouvent au CHU de Montbrun.", "CHU de Montbrun", "in"),
        ("Trois hommes ont été pris à un barrage de Montbrun.", "Montbrun", "in"),
        ("Neuf morts à Belval, une banlieue du nord de Montbrun.", "Montbrun", "parent"),
        ("La capitale du Kordofan compte ses morts.", "Kordofan", "parent"),
    ],
)
def test_a_name_takes_its_role_from_the_words_before_it(text: str, name: str, role: str) -> None:
    """The name is written as a record's place, and its role says how it is tied to what is told."""
    assert (name, role) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre Karim Belkacem a démenti.",
        "M. Belkacem a parlé à Mme Duval.",
        "L'ONU a demandé une trêve au Conseil de sécurité.",
        "Les Maliens votent et les Tchadiens attendent.",
        "Le ministère tunisien recense douze morts.",
        "Hier, la police a tiré. Depuis, plus rien.",
        "Il roulait dans une Peugeot grise.",
    ],
)
def test_persons_organisations_and_peoples_are_no_places(text: str) -> None:
    """Nothing here says where anything happened, so no name is tied to what is told."""
    assert not {name for name, role in told(text) if role in ("in", "near", "from", "to")}


def test_spans_hold_the_words_of_the_name() -> None:
    """A name without its noun spans the proper name alone, one with it spans both."""
    text = "Neuf morts dans le quartier de Belval, douze à l'hôpital Sainte-Aldegonde."
    assert [name.span.of(text) for name in places(text)] == ["Belval", "hôpital Sainte-Aldegonde"]


def test_a_list_shares_the_role_of_its_first_name() -> None:
    """`à X, Y et Z` are three places in which something happened."""
    found = told("Des maisons ont brûlé à Montbrun, Belval et Kasara.")
    assert {("Montbrun", "in"), ("Belval", "in"), ("Kasara", "in")} <= found


def test_a_name_in_apposition_is_the_parent_of_the_one_before() -> None:
    """`X (Y)` and `X, dans la province de Y` say where X lies, not two places."""
    assert [name.parent for name in places("Un séisme a frappé Belval (Chili).")][:1] == ["Chili"]
    assert [name.parent for name in places("Neuf morts à Belval, dans la province de Kasara.")][:1] == ["Kasara"]


def test_a_dateline_and_the_opening_of_a_title_are_read_as_such() -> None:
    """`X, 3 mai (AFP)` is where the dispatch was written, `X : ...` what a title is about."""
    found = places("MONTBRUN (Chili), 3 mai 2019 (AFP) - Neuf morts.")
    assert [(name.name, name.role, name.parent) for name in found] == [("Montbrun", "dateline", "Chili")]
    assert ("Niger", "title") in told("Niger: au moins douze morts", BlockKind.TITLE)
    assert ("Niger", "title") not in told("Niger: au moins douze morts", BlockKind.BODY)


def test_countries_with_small_words_in_their_names_are_whole() -> None:
    """`République démocratique du Congo` is one name, not Congo."""
    assert ("République démocratique du Congo", "in") in told("Douze morts en République démocratique du Congo.")
    assert ("Côte d'Ivoire", "in") in told("Douze morts en Côte d'Ivoire.")


def rules(text: str) -> set[str]:
    return {name.rule for name in places(text)}


@pytest.mark.parametrize("entry", entries("fr", "places"), ids=lambda entry: entry.name)
def test_each_entry_is_used_where_it_says_and_not_elsewhere(entry) -> None:  # type: ignore[no-untyped-def]
    """The sentences under `finds` and `ignores` of the lexicon hold."""
    assert all(entry.name in rules(sentence) for sentence in entry.finds)
    assert not any(entry.name in rules(sentence) for sentence in entry.ignores)


@pytest.mark.parametrize(
    "text",
    [
        "Dimanche, 71 camions ont livré du sable.",
        "Jeudi, 12 maisons ont brûlé.",
        "Belval, 12 maisons ont brûlé.",
        "Mars, 4 avril.",
    ],
)
def test_a_day_before_a_count_is_no_dateline(text: str) -> None:
    """A dateline has a place and a date: a weekday is no place, and `12 maisons` is no date."""
    assert not [name for name in places(text) if name.role == "dateline"]
    assert not {name.name for name in places(text)} & {"Dimanche", "Jeudi", "Mars"}


def test_a_dateline_has_its_place_before_the_day_and_the_month() -> None:
    """`Belval, 12 mai` is one, short months too."""
    assert places("Belval, 12 mai 2020 (AFP) - Neuf morts.")[0].role == "dateline"
    assert places("Belval, 10 fév 2019 (AFP) - Neuf morts.")[0].role == "dateline"


def test_a_country_in_the_name_of_a_body_with_its_acronym_is_no_scene() -> None:
    """`la Mission d'appui au X (Miax)` sends, and X is a part of its name; `la mission au X` is there."""
    assert ("Kasara", "in") not in told("La Mission d'appui au Kasara (Miaka) a envoyé 80 soldats.")
    assert ("Kasara", "in") in told("Neuf soldats de la Mission d'appui sont morts au Kasara.")


def test_who_fights_for_the_control_of_a_town_fights_in_it() -> None:
    """`les combats pour le contrôle de X` are in X."""
    assert ("Belval", "in") in told("Neuf civils sont morts dans les combats pour le contrôle de Belval.")
