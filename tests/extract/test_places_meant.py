"""Which of the places of one name an article means: by its countries, the towns around, size and spelling."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.extract.gazetteer import Gazetteer
from recoupe.extract.paragraph import parse_paragraphs
from recoupe.extract.place_binding import bind_places
from recoupe.extract.places import read_places
from recoupe.extract.seats import seat_of
from recoupe.model.article import BlockKind
from recoupe.model.place import Place
from recoupe.parse.sentences import split_sentences


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    return Gazetteer.open(tmp_path_factory.mktemp("cache"))


def meant(name: str, text: str, gazetteer: Gazetteer) -> Place:
    """Bind an article whose first line is its title; return what the last mention of a name is bound to."""
    names = []
    start = 0
    for number, line in enumerate(text.split("\n")):
        kind = BlockKind.BODY if number else BlockKind.TITLE
        paragraph = parse_paragraphs([(line, kind, split_sentences(line))])[0]
        names += [replace(one, span=one.span.shifted(start)) for one in read_places(paragraph)]
        start += len(line) + 1
    places = bind_places(names, gazetteer, text)
    return places.resolve([one for one in names if one.name == name][-1])


@pytest.mark.parametrize(
    ("name", "text", "entry"),
    [
        # the city that French readers know by the name, and no village of it in a country that the article names
        ("Paris", "Russie : un incendie\nUn incendie a fait deux morts mardi à Omsk. À Paris, on s'inquiète.", "FR 11"),
        ("Genève", "États-Unis : un accord\nDeux camps ont signé lundi à Genève.", "CH GE"),
        ("Berne", "France : deux morts\nUn feu a fait deux morts mardi à Nîmes, a-t-on dit à Berne.", "CH BE"),
        # unless the article's other places lie around it, or it says where it lies
        ("Paris", "États-Unis : une tornade\nUne tornade a fait deux morts lundi à Paris (Texas).", "US TX"),
        ("Vienne", "France : deux morts\nUne crue a fait deux morts lundi à Vienne, au sud de Lyon.", "FR 84"),
        ("Vienne", "Deux morts à Vienne\nUne fusillade a fait deux morts lundi à Vienne.", "AT 09"),
        ("Valence", "Espagne : deux morts\nLa crue a fait deux morts mardi à Valence.", "ES 60"),
        ("Valence", "France : deux morts\nLa crue a fait deux morts mardi à Valence, à une heure de Lyon.", "FR 84"),
        ("Alexandrie", "Italie : deux morts\nUn car a fait deux morts lundi à Alexandrie, près de Turin.", "IT 12"),
        ("Alexandrie", "Égypte : deux morts\nUn car a fait deux morts lundi à Alexandrie.", "EG 06"),
        # of one country or another
        ("Saint-Denis", "La Réunion : deux morts\nLe vent a fait deux morts mardi à Saint-Denis.", "RE RE"),
        ("Saint-Denis", "France : un feu\nUn feu a fait deux morts mardi à Saint-Denis, près de Paris.", "FR 11"),
        ("Saint-Louis", "Sénégal : un naufrage\nUn naufrage a fait deux morts lundi à Saint-Louis.", "SN 14"),
        (
            "Kingston",
            "Canada : deux morts\nUn feu a fait deux morts lundi à Kingston, à deux heures d'Ottawa.",
            "CA 08",
        ),
        ("Kingston", "Jamaïque : deux morts\nL'ouragan a fait deux morts lundi à Kingston.", "JM 17"),
        ("La Paz", "Mexique : deux morts\nDes tirs ont fait deux morts lundi à La Paz.", "MX 03"),
        ("San José", "Costa Rica : deux morts\nUn séisme a fait deux morts lundi à San José.", "CR 08"),
        # the nearer of two in one land, and the one across a border that lies by
        ("Boulogne", "France : un naufrage\nUn bateau a coulé mardi à Boulogne, près de Calais.", "FR 32"),
        ("Lampedusa", "Tunisie : un naufrage\nOnze corps ont été repêchés à Zarzis et à Lampedusa.", "IT 15"),
        # countries that are named like towns
        ("Mexico", "Mexique : un séisme\nUn séisme a fait deux morts lundi à Mexico.", "MX 09"),
        ("Koweït", "Koweït : un incendie\nUn incendie a fait deux morts lundi à Koweït.", "KW 02"),
        ("Mali", "Guinée : deux morts\nUn feu a fait deux morts lundi à Mali, dans le nord de la Guinée.", "GN L"),
        ("Mali", "Mali : deux morts\nUne attaque a fait deux morts lundi au Mali.", "ML None"),
        ("Grenade", "Deux morts à Grenade\nUn incendie a fait deux morts lundi à Grenade.", "ES 51"),
        ("Grenade", "L'ouragan ravage la Grenade\nL'ouragan a fait deux morts lundi à la Grenade.", "GD None"),
        ("Congo", "Goma sous les tirs\nDes heurts ont fait deux morts lundi à Goma. Le Congo a protesté.", "CD None"),
        ("Congo", "Des heurts\nDes heurts ont fait deux morts lundi à Brazzaville, au Congo.", "CG None"),
        ("Washington", "États-Unis : un feu\nUn feu a fait deux morts lundi dans l'État de Washington.", "US WA"),
        ("Washington", "Syrie : deux morts\nUn raid a fait deux morts lundi à Homs, a-t-on dit à Washington.", "US DC"),
    ],
)
def test_the_place_that_is_meant(name: str, text: str, entry: str, gazetteer: Gazetteer) -> None:
    """Each sentence has one reading for somebody who knows the places."""
    found = meant(name, text, gazetteer)
    assert found.entry is not None
    assert f"{found.entry.country} {found.entry.region}" == entry
    assert found.why


@pytest.mark.parametrize(
    ("name", "text"),
    [
        # two that are about equal
        ("Saint-Louis", "Une tornade à Saint-Louis\nUne tornade a fait deux morts lundi à Saint-Louis."),
        # a small town near the article's, and the capital that everybody thinks of
        ("Paris", "États-Unis : une tornade\nDeux morts près de Dallas. À Paris, le ministère est attristé."),
        # the other name of a far city, a name without its article
        ("Boni", "Mali : deux morts\nUne attaque a fait deux morts lundi à Boni, près de Douentza."),
        ("La Providence", "Haïti : deux morts\nDeux blessés sont morts à La Providence, aux Gonaïves."),
        # a mountain range and a commune that has its name in its own
        ("Corbières", "France : un feu\nUn feu a brûlé 40 maisons mardi dans les Corbières, près de Narbonne."),
        # a province that has the name of a town elsewhere
        ("Ontario", "Haïti : deux morts\nDeux morts aux Cayes. En Ontario, une collecte est ouverte."),
        ("Vienne", "France : un car\nUn accident a fait deux morts lundi dans la Vienne."),
        ("Niger", "Une crue au Mali\nLa crue du Niger a fait deux morts lundi à Mopti."),
    ],
)
def test_none_is_better_than_a_wrong_one(name: str, text: str, gazetteer: Gazetteer) -> None:
    """What could be meant is kept beside it."""
    found = meant(name, text, gazetteer)
    assert found.entry is None
    assert found.alternatives
    assert found.why


def test_a_like_name_needs_towns_around(gazetteer: Gazetteer) -> None:
    """A spelling that is only like one is taken for it beside its neighbours, not at the other end of the country."""
    near = meant("Boumerdès", "Algérie : deux morts\nDeux corps ont été repêchés à Alger et à Boumerdès.", gazetteer)
    assert near.entry is not None
    far = meant("Mulongwe", "RDC : deux morts\nDeux corps ont été repêchés à Uvira et à Mulongwe.", gazetteer)
    assert far.entry is None


def test_a_capital_speaks_where_its_name_calls_it_to_mind(gazetteer: Gazetteer) -> None:
    """Moscou and Londres are governments; Saint-Pierre, which many towns are called, is none."""
    for speaker, code in (("Moscou", "RU"), ("Londres", "GB"), ("Damas", "SY"), ("Washington", "US"), ("Ankara", "TR")):
        country = gazetteer.country(code)
        assert country is not None
        assert seat_of(speaker, gazetteer)[0] == country.id
    assert seat_of("Saint-Pierre", gazetteer) == (None, None)
    assert seat_of("Lyon", gazetteer) == (None, None)


def test_each_country_has_one_capital(gazetteer: Gazetteer) -> None:
    """A village that bears the capital's name is none."""
    assert [entry.level for entry in gazetteer.lookup("Washington")].count("capital") == 1
