"""What an article is about, which place of a name it means, and the place that each figure holds for."""

from dataclasses import replace
from pathlib import Path

import pytest

from recoupe.extract.gazetteer import Gazetteer
from recoupe.extract.gazetteer_files import add_gazetteer
from recoupe.extract.paragraph import parse_paragraphs
from recoupe.extract.place_binding import Places, bind_places
from recoupe.extract.place_figures import place_for
from recoupe.extract.places import read_places
from recoupe.model.article import BlockKind
from recoupe.model.place import PlaceName
from recoupe.model.span import Span
from recoupe.parse.sentences import split_sentences


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def gazetteer(cache: Path) -> Gazetteer:
    return Gazetteer.open(cache)


def bound(text: str, gazetteer: Gazetteer) -> tuple[Places, list[PlaceName], list[Span]]:
    """Bind an article whose first line is its title; return its places, their names and its sentences."""
    names: list[PlaceName] = []
    sentences: list[Span] = []
    start = 0
    for number, line in enumerate(text.split("\n")):
        kind = BlockKind.BODY if number else BlockKind.TITLE
        paragraph = parse_paragraphs([(line, kind, split_sentences(line))])[0]
        names += [replace(name, span=name.span.shifted(start)) for name in read_places(paragraph)]
        sentences += [sentence.span.shifted(start) for sentence in paragraph.sentences]
        start += len(line) + 1
    return bind_places(names, gazetteer, text), names, sentences


def main_of(text: str, gazetteer: Gazetteer) -> str | None:
    """Return the place that an article is about."""
    main = bound(text, gazetteer)[0].main
    return main.name.name if main else None


def place_of(words: str, text: str, gazetteer: Gazetteer) -> str | None:
    """Return the place of the figure that opens the given words."""
    places, names, sentences = bound(text, gazetteer)
    start = text.index(words)
    span = Span(start, start + len(words.split()[0]))
    place, why = place_for(span, next(one for one in sentences if one.covers(span)), names, places)
    assert why.field == "place"
    assert why.rule
    return place.name.name if place else None


@pytest.mark.parametrize(
    ("text", "main"),
    [
        ("Chili : neuf morts dans un incendie à Valparaiso\nLe feu a pris mardi.", "Valparaiso"),
        ("Séisme au Chili : 17 morts, et une famille sans nouvelles à Lyon\nOn compte 17 morts.", "Chili"),
        (
            "Inondations : 40 maisons vidées\nLa crue de la rivière Chaudière a fait évacuer 40 maisons mardi à Sainte-Marie.",
            "Sainte-Marie",
        ),
        (
            "Inondations : 40 maisons vidées\nLa crue de la rivière Chaudière a fait évacuer 40 maisons.",
            "rivière Chaudière",
        ),
        ("Naufrage au Sénégal\nNeuf corps ont été repêchés mardi près de Mbour, dans l'ouest du Sénégal.", "Mbour"),
        ("Mali: douze morts près du Niger\nDes hommes armés ont attaqué un convoi mardi.", "Mali"),
        ("Kenya : 27 morts près de Nairobi\nUne attaque a fait 27 morts mardi à Lavington.", "Lavington"),
        ("Kisumu : 79 élèves enlevés au collège Saint-Augustin\nIls étaient à table.", "Kisumu"),
        ("NOTE N° 4 – CYCLONE, RÉGION MENABELA (MADAGASCAR)\nOn compte 17 morts.", "Menabela"),
        (
            "Le drame fait 45 morts\nUn bac a coulé mardi en aval de Mbandaka, ont dit les autorités depuis Kinshasa.\n"
            "Des corps ont été vus à Lukolela.",
            "Mbandaka",
        ),
        (
            "« J'ai tout perdu »\nAmina trie des lettres mouillées devant une porte de Mbandaka, sa ville, jeudi soir.\n"
            "Elle ira peut-être à Lukolela.",
            None,
        ),
        ("Kaslo : la rougeole tue 17 habitants de Durban\nLa maladie gagne du terrain dans la Kaslo.", "Durban"),
        ("Feux dans le Kaslo : 12 morts\nLe feu a détruit 40 maisons mardi à Durban.", "Durban"),
        ("Feux dans le Kaslo : 12 morts\nLe feu a détruit 40 maisons à Durban et à Umlazi.", "Kaslo"),
        ("La morgue de Pretoria est pleine\nUne bombe a tué 40 personnes mardi à Durban.", "Durban"),
        (
            "Séisme au Chili : 40 morts\nUn séisme a frappé mardi avant l'aube la ville de Valparaiso, tuant 40 personnes.",
            "Valparaiso",
        ),
        (
            "Une usine explose au Chili\nLes pompiers ont veillé toute la nuit. Douze ouvriers sont morts à Valparaiso.",
            "Valparaiso",
        ),
        ("INONDATIONS DANS LE DÉPARTEMENT DE KASLO – POINT N° 2\nOn compte 17 morts.", "Kaslo"),
        ("« L'eau a tout pris »\nUmlazi attend. Les écoles d'Umlazi, à deux pas de Durban, ont rouvert.", "Umlazi"),
        ("Villers-sur-Lesse: le rapport que personne n'a lu\nLe bilan a bougé.", "Villers-sur-Lesse"),
        ("Villers-sur-Lesse: le rapport\nLe bilan a bougé à Villers.", "Villers-sur-Lesse"),
        ("Kisumu, quatre jours les pieds dans l'eau\nLe riz manque.", "Kisumu"),
        ("Marche: la foule était là\nLa marche a réuni 40 personnes.", None),
        (
            "« Onze morts à Umlazi » : pourquoi c'est faux\nOn cherche onze corps à l'hôpital Addington, à Durban.",
            "Durban",
        ),
        ("« Onze morts à Umlazi »\nLe message n'est pas vrai. Onze hommes sont morts à Durban.", "Durban"),
        ("Madagascar: le cyclone fait 19 morts\nUn cyclone a tué 19 personnes mardi près de Toamasina.", "Madagascar"),
        ("Madagascar: une attaque fait 19 morts\nUne attaque a tué 19 personnes mardi près de Toamasina.", "Toamasina"),
        ("Kaslo : les rebelles frappent, la ville de Durban se vide\nKisumu, mardi. Des hommes sont venus.", "Durban"),
        (
            "Durban pleure ses morts\nDurban était silencieuse, samedi. Rue du Port, des fleurs. Deux agents ont été tués à Umlazi.",
            "Umlazi",
        ),
        (
            "Feux au Sambrois : le feu double\nLe feu qui a chassé de chez eux les habitants de Durban a presque doublé en trois jours.",
            "Durban",
        ),
        (
            "À Nairobi, une trêve et deux récits\nLa trêve paraphée lundi soir à Nairobi prévoit l'évacuation de 900 civils de Kisumu.",
            "Kisumu",
        ),
        ("Kisumu compte ses morts\nSamedi soir, deux obus sont tombés sur la rive droite.", "Kisumu"),
        ("Kisumu : les déplacés de Durban manquent de tout\nTrois enfants sont morts.", "Kisumu"),
        (
            "Kisumu : 43 morts dans un éboulement\nLa boue a enseveli mardi des maisons à Kaslo, un quartier de Kisumu, faisant 43 morts.",
            "Kaslo",
        ),
        ("LA CRUE COMMUNE PAR COMMUNE\nOn compte 17 morts.", None),
        ("« L'eau est montée d'un coup »\nElle s'estime chanceuse, dit-elle en sortant ses meubles.", None),
    ],
)
def test_the_main_place_is_what_the_report_is_about(text: str, main: str | None, gazetteer: Gazetteer) -> None:
    """The narrowest place that its title or its first sentence puts the event in; none where it says none."""
    place = bound(text, gazetteer)[0].main
    assert (place.name.name if place else None) == main


def test_an_ambiguous_name_is_decided_by_the_countries_of_the_article(gazetteer: Gazetteer) -> None:
    """Tripoli beside Lebanon is the Lebanese one, beside Libya the Libyan one; the other is kept."""
    for country, code, other in (("au Liban", "LB", "LY"), ("en Libye", "LY", "LB")):
        text = f"Combats {country}\nNeuf civils ont été tués mardi à Tripoli."
        places, names, _ = bound(text, gazetteer)
        place = places.resolve(next(name for name in names if name.name == "Tripoli"))
        assert place.entry is not None
        assert place.entry.country == code
        assert other in {entry.country for entry in place.alternatives}


def test_a_region_never_becomes_the_village_of_its_name(gazetteer: Gazetteer) -> None:
    """`en Bretagne` is not the commune of Bretagne, so it stays without an entry."""
    places, names, _ = bound("France : un incendie\nDeux maisons ont brûlé en Bretagne.", gazetteer)
    place = places.resolve(next(name for name in names if name.name == "Bretagne"))
    assert place.entry is None


def test_what_the_gazetteer_does_not_know_keeps_its_words_and_its_parent(gazetteer: Gazetteer) -> None:
    """A quarter that no gazetteer lists is still a place, with the parent that the text names."""
    places, names, _ = bound("Chili : un mort\nUn mort à Belval-Trifou, dans la province de Kasaraville.", gazetteer)
    place = places.resolve(next(name for name in names if name.name == "Belval-Trifou"))
    assert place.entry is None
    assert place.parent == "Kasaraville"
    assert place.precision == "region"


TITLE = "Inondations à Durban : le bilan s'alourdit\n"


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        (TITLE + "Le fleuve a débordé et 12 personnes ont péri à Pinetown.", "12 personnes", "Pinetown"),
        (TITLE + "Neuf personnes ont péri, dont trois enfants à Pinetown.", "Neuf", "Durban"),
        (TITLE + "Neuf personnes ont péri, dont trois enfants à Pinetown.", "trois", "Pinetown"),
        (TITLE + "À Pinetown, 400 habitants ont manifesté en soutien aux victimes.", "400", "Pinetown"),
        (TITLE + "Soixante pompiers venus de Pretoria sont à l'œuvre.", "Soixante", "Durban"),
        (TITLE + "« On compte 40 blessés », a déclaré à Pretoria le ministre.", "40", "Durban"),
        (TITLE + "Le gymnase de Pinetown sert de dortoir. Une famille y a passé la nuit.", "Une", "Pinetown"),
        (TITLE + "Selon le gouverneur de la province de Limpopo, 60 maisons sont détruites.", "60", "Durban"),
        (TITLE + "La maire de Pinetown compte 60 maisons détruites.", "60", "Pinetown"),
        (TITLE + "Des écoles ont brûlé : 200 élèves de Pinetown sont rentrés.", "200", "Pinetown"),
        (TITLE + "Huit corps ont été trouvés à Pinetown et Umlazi.", "Huit", "Pinetown et Umlazi"),
        (TITLE + "Les pluies ont fait 900 morts dans tout le pays.", "900", "Afrique du Sud"),
        (TITLE + "Neuf personnes sont mortes à Pinetown. Trois d'entre elles étaient âgées.", "Trois d", "Pinetown"),
        (TITLE + "La pluie a noyé Pinetown.\nDans cette localité, 60 maisons sont détruites.", "60", "Pinetown"),
        (TITLE + "La pluie a noyé Pinetown.\n- Pinetown : 60 maisons détruites.", "60", "Pinetown"),
        (TITLE + "À Nairobi, le ministre a promis 60 tentes.", "60", "Durban"),
        (TITLE + "À Nairobi, 60 personnes ont manifesté.", "60", "Nairobi"),
        (TITLE + "Au moins 60 familles, dont neuf Zoulous, ont quitté Pinetown.", "60", "Pinetown"),
        (TITLE + "Les pluies ont fait 60 morts dans le nord du pays.", "60", "Afrique du Sud"),
        (TITLE + "Né à Pinetown, Karim a vu mourir 60 voisins.", "60", "Durban"),
        (TITLE + "La préfecture de Pinetown a compté 60 morts hier.", "60", "Pinetown"),
        (TITLE + "À Umlazi, rien. Le maire de Pinetown compte 60 morts.", "60", "Pinetown"),
        (TITLE + "Une barge a coulé sur le fleuve Congo, près de Boma : 12 morts.", "12", "Boma"),
        (TITLE + "Une barge a coulé sur le Congo, près de Boma : 12 morts.", "12", "Boma"),
        (TITLE + "Au large du Mozambique, 12 marins ont disparu.", "12", "Mozambique"),
        (TITLE + "À La Mercy, 12 maisons sont détruites.", "12", "La Mercy"),
        (TITLE + "À la Grande mosquée de Pinetown, 12 blessés sont morts.", "12", "grande mosquée de Pinetown"),
        (TITLE + "Une barge a coulé sur le fleuve Congo : 12 morts.", "12", "fleuve Congo"),
        (TITLE + "Le feu a détruit 60 tentes dans le massif Nkandla, à la hauteur de Pinetown.", "60", "Pinetown"),
        (TITLE + "Neuf hommes ont péri dans le lac Kariba, au Zimbabwe.", "Neuf", "lac Kariba"),
        (TITLE + "Quelque 60 touristes ont quitté les campings de Pinetown et d'Umlazi.", "60", "Pinetown et Umlazi"),
        (TITLE + "La barge a coulé en aval de Pinetown avec 60 passagers.", "60", "Pinetown"),
        (TITLE + "Dans tout le pays, 900 maisons ont brûlé.", "900", "Afrique du Sud"),
        (TITLE + "Le pays a connu 12 crues en un an.", "12", "Afrique du Sud"),
        (TITLE + "Le pays a connu 12 crues à Pinetown.", "12", "Pinetown"),
        (TITLE + "À Nairobi, le ministre a promis une enquête. Le maire réclame 60 tentes.", "60", "Durban"),
        (TITLE + "Près de Pinetown, la ville voisine, où 60 mineurs ont péri, on prie.", "60", "Pinetown"),
        (TITLE + "Le syndicat des mineurs de Pinetown, où 60 hommes ont péri, prie.", "60", "Pinetown"),
        (TITLE + "La maire de Pinetown se dit débordée. « Nous avons 60 sinistrés », dit-elle.", "60", "Pinetown"),
        (TITLE + "À Pinetown, deux hommes manquent. La France a envoyé 60 sauveteurs.", "60", "Durban"),
        (TITLE + "La force conduite par le Kenya compte 60 hommes.", "60", "Durban"),
        (TITLE + "On a compté 60 morts dans toute la Sambrie.", "60", "Sambrie"),
        (TITLE + "La Sambrie pleure, dans la Sambrie on prie. Depuis, la province a compté 60 morts.", "60", "Sambrie"),
        (TITLE + "Le gouverneur de la province, dans la Sambrie, a parlé de 60 morts.", "60", "Sambrie"),
        (TITLE + "La région de Pinetown, au sud de Pretoria, compte 60 morts.", "60", "Pinetown"),
        (TITLE + "Le feu a gagné Pinetown.\nOn compte 60 morts dans cette bourgade du Sambre.", "60", "Pinetown"),
        (TITLE + "À Ksar El Boukhari, 60 maisons sont détruites.", "60", "Ksar El Boukhari"),
        (TITLE + "Un blessé est mort au CHUV, où 60 autres sont admis.", "60", "CHUV"),
        (TITLE + "Au CHU de Pinetown, 60 blessés sont admis.", "60", "CHU de Pinetown"),
        (TITLE + "La conseillère d'État Jeanne Petit compte 60 blessés.", "60", "Durban"),
        (TITLE + "Pinetown, foyer principal, totalise 60 décès.", "60", "Pinetown"),
        (TITLE + "Hier soir, Pinetown comptait 60 blessés.", "60", "Pinetown"),
        (TITLE + "On compte 46 cas, à Pinetown (38) et à Umlazi (8).", "46", "Durban"),
        (TITLE + "On compte 46 cas, à Pinetown (38 cas) et à Umlazi (8).", "38 cas", "Pinetown"),
        (TITLE + "On compte 46 cas, à Pinetown (38 cas) et à Umlazi (8).", "8).", "Umlazi"),
        (TITLE + "Le car transportait 38 élèves de Pinetown.", "38", "Durban"),
        (TITLE + "Le car, immatriculé en Zambie, avait 38 passagers.", "38", "Durban"),
        (TITLE + "Un centre ouvrira mardi à Pinetown ; six médecins y sont attendus.", "six", "Pinetown"),
        (
            TITLE + "Le gymnase de Pinetown abrite des familles. « Ils étaient 410 samedi », dit-elle.",
            "410",
            "Pinetown",
        ),
        (TITLE + "La manifestation de Pinetown a eu lieu. La police en avait compté 300.", "300", "Pinetown"),
        (TITLE + "La gendarmerie de Pinetown en est à 33 corps pour son seul district.", "33", "Pinetown"),
        (TITLE + "À Pinetown, les rideaux sont tirés. Le conseil, de son côté, a voté 60 bourses.", "60", "Durban"),
        (
            TITLE + "Le bilan s'alourdit : trois morts, le dernier étant un pompier blessé à Pinetown.",
            "trois",
            "Durban",
        ),
        (TITLE + "Deux suspects ont été pris, dont un à Pinetown. Quatre sont écroués.", "Quatre", "Durban"),
        (TITLE + "Il ne fera pas un procès à la Zambie. Quatre sont écroués.", "Quatre", "Durban"),
        (TITLE + "Le village le plus touché est Belval, où 60 corps ont été inhumés.", "60", "Belval"),
        (TITLE + "QUARTIERS\n• Walia : 60 maisons sous l'eau.", "60", "Walia"),
        (TITLE + "SANTÉ\n• Walia : 60 maisons sous l'eau.", "60", "Durban"),
        (
            TITLE + "D'après la préfecture, dans la Sambrie, rien.\nSelon la préfecture, 60 hommes sont morts.",
            "60",
            "Durban",
        ),
        (TITLE + "La crue a tué 900 hommes en Zambie, d'après les ONG, et chassé 80 familles.", "80", "Zambie"),
        (TITLE + "La crue a tué 900 hommes en Zambie, et le maire a promis 80 tentes.", "80", "Durban"),
        (TITLE + "Environ 40% du territoire échappe à l'État.", "40%", "Afrique du Sud"),
        (TITLE + "Environ 40% du territoire qu'ils tenaient est perdu.", "40%", "Durban"),
        ("Chili : à Valparaiso, le bilan passe à 26 morts\nLe feu recule.", "26", "Valparaiso"),
        (TITLE + "Il vit à Belval, dans le canton de Kasara, où 60 hommes ont péri.", "60", "Belval"),
        (TITLE + "Le bus reliait Pinetown à Umlazi avec 60 passagers.", "60", "Durban"),
        (TITLE + "Jeanne Petit, médecin à Nairobi, juge plausible 60 décès.", "60", "Durban"),
        (TITLE + "Jeanne Petit, tuée à Pinetown avec 60 élèves, est pleurée.", "60", "Pinetown"),
        (TITLE + "Le Kenya promet à Pretoria 60 tentes.", "60", "Durban"),
        (TITLE + "Près de 60 habitants sont montés, à destination de centres d'accueil de Pinetown.", "60", "Durban"),
        (TITLE + "La crue a détruit 60 maisons, notamment à Pinetown.", "60", "Durban"),
        (TITLE + "La crue a détruit 60 maisons du côté de Pinetown.", "60", "Pinetown"),
        (TITLE + "On compte 33 morts, trois corps ayant été inscrits deux fois à Pinetown.", "33", "Durban"),
        (TITLE + "Quelque 60 tentes sont en route depuis Nairobi.", "60", "Durban"),
        (TITLE + "Deux de nos camions ont brûlé.\nMardi, 60 hommes ont été attaqués à Carrefour.", "60", "Carrefour"),
        (TITLE + "Le dispensaire de Belval, dont les murs tiennent, en comptera 60.", "60", "Belval"),
        (TITLE + "La Belgique va accueillir 60 blessés.", "60", "Belgique"),
        (TITLE + "Un élu de Pinetown avance 60 morts.", "60", "Pinetown"),
        (TITLE + "Sous les bâches du stade de Pinetown, on dort. « Nous avons 60 lits », dit-elle.", "60", "Pinetown"),
        (TITLE + "À Nairobi, le ministre a écourté sa visite. Il a promis 60 tentes.", "60", "Durban"),
        (TITLE + "À Pinetown, rien. À Umlazi, des arbres sont tombés. On compte 60 blessés.", "60", "Umlazi"),
        (TITLE + "À Pinetown, des hommes ont défilé. Londres a versé 60 millions.", "60", "Durban"),
        (
            TITLE + "Le maire de Pinetown redoute la suite. À Nairobi, rien. Sa commune compte 60 morts.",
            "60",
            "Pinetown",
        ),
        (TITLE + "Le choléra a tué 60 hommes dans la ville et 90 dans tout le pays.", "60", "Durban"),
        (TITLE + "Le choléra a tué 60 hommes dans la ville et 90 dans tout le pays.", "90", "Afrique du Sud"),
        (TITLE + "Un blessé est mort à Pinetown, ce qui porte le bilan à 41 morts.", "41", "Durban"),
    ],
)
def test_a_figure_holds_for_the_place_of_its_clause_or_of_the_article(
    text: str, words: str, place: str, gazetteer: Gazetteer
) -> None:
    """Places that people come from, speak in or govern do not count; a part's place is not the whole's."""
    assert place_of(words, text, gazetteer) == place


def test_a_figure_of_an_article_without_places_has_none(gazetteer: Gazetteer) -> None:
    """Nothing is filled in."""
    assert place_of("Douze", "Un bilan provisoire\nDouze personnes ont péri.", gazetteer) is None


@pytest.mark.parametrize("preposition", ["autour de", "près de", "au nord de", "à"])
def test_a_place_that_the_user_adds_is_read_where_it_was_read_before(
    preposition: str, gazetteer: Gazetteer, cache: Path, tmp_path: Path
) -> None:
    """A list that gives no level and no country says where a name lies; it takes no reading away."""
    (tmp_path / "mine.csv").write_text("name,lat,lon\nRoquefenas,45.4,4.2\n", encoding="utf-8")
    add_gazetteer(tmp_path / "mine.csv", tmp_path / "added", "mine")
    with_added = Gazetteer.open(cache, tmp_path / "added")
    text = (
        f"Le feu recule à Lyon, en France\nLe vent tombe à Lyon. Hier, 650 pompiers luttaient {preposition} Roquefenas."
    )
    for known in (gazetteer, with_added):
        assert place_of("650 pompiers", text, known) == "Roquefenas"
    places, names, _ = bound(text, with_added)
    entry = places.resolve(next(name for name in names if name.name == "Roquefenas")).entry
    assert entry is not None
    assert entry.id == "mine:1"


def test_a_river_in_flood_is_not_the_country_of_its_name(gazetteer: Gazetteer) -> None:
    """`une crue du X` and `les rives du X` tell of water; `la population du X` of the country."""
    places, names, _ = bound("Crue\nUne crue du Niger a détruit 400 maisons. La guerre au Niger a fui.", gazetteer)
    flooded, country = (name for name in names if name.name == "Niger")
    assert places.resolve(flooded).entry is None or places.resolve(flooded).entry.level != "country"
    assert places.resolve(country).precision == "country"


def test_an_age_after_a_name_makes_no_dateline(gazetteer: Gazetteer) -> None:
    """`Amina, 34 ans, ...` opens a sentence about a woman."""
    assert not bound("Un feu\nYakaka, 34 ans, a perdu deux maisons.", gazetteer)[0].names


def test_a_numbered_heading_of_everyday_words_names_no_place(gazetteer: Gazetteer) -> None:
    """`1. LES APPELS` above a text about appels is not the town of that name."""
    text = "Naufrage\n1. LES APPELS\nNotre permanence a reçu 27 appels à l'aide."
    assert not bound(text, gazetteer)[0].names


def test_an_article_without_countries_has_that_of_its_first_town(gazetteer: Gazetteer) -> None:
    """`tout le pays` is the country of the town that the report names."""
    text = "La crue\nUne crue a noyé Carrefour-Feuilles, près de Gonaïves.\nOn compte 28 morts pour tout le pays."
    assert place_of("28", text, gazetteer) == "Haïti"


def test_the_country_has_the_name_that_reports_give_it(gazetteer: Gazetteer) -> None:
    """As the article names it in full, else as French news does."""
    text = "Mbuji-Mayi : les ravins\nDans tout le pays, 600 personnes sont mortes."
    assert place_of("600", text, gazetteer) == "République démocratique du Congo"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("12 passagers", "Belval"),
        ("3 grièvement", "Belval"),
        ("40 curieux", "Durban"),
        ("900 déplacés", "Durban"),
        ("26 morts", "Port-Louis"),
    ],
)
def test_a_clause_that_goes_on_with_the_same_event_has_its_place(words: str, place: str, gazetteer: Gazetteer) -> None:
    """`quand leur train ...` and `Celui-ci a fait` tell the same event, `quand un train` and `principalement` more."""
    text = (
        "Éboulement à Durban\nNeuf hommes ont péri à Durban et 12 passagers ont été blessés, dont 3 grièvement, quand leur"
        " train a déraillé à Belval.\nOn voyait 40 curieux, quand un train a déraillé à Belval.\nOn compte 900 déplacés,"
        " principalement à Belval.\nUn canot a coulé au large de Port-Louis. Celui-ci a fait 26 morts."
    )
    assert place_of(words, text, gazetteer) == place


def test_what_the_place_of_the_article_does_not_hold_for_has_no_place(gazetteer: Gazetteer) -> None:
    """A price said to have been paid is not one of the town of the report."""
    text = "Naufrage à Durban\nNeuf hommes ont péri à Durban. Chacun aurait payé 400 euros. On en payait 500 à Belval."
    places, names, sentences = bound(text, gazetteer)
    for at, place in ((text.index("400"), None), (text.index("500"), "Belval")):
        span = Span(at, at + 3)
        found, why = place_for(span, next(one for one in sentences if one.covers(span)), names, places, unsettled=True)
        assert (found.name.name if found else None) == place
        assert why.rule == ("places.figure.after" if place else "places.figure.unsettled")
