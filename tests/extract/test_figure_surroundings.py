"""The place of a figure from the words around it, in an article that is about another town."""

import pytest

from recoupe.extract.gazetteer import Gazetteer
from recoupe.flow import digest
from recoupe.model.article import Raw
from recoupe.parse.article import parse

ABOUT = (
    "Inondations : le point\n\n"
    "La crue a ravagé dimanche la ville de Montbrun, où douze habitants ont péri, a indiqué la préfecture.\n\n"
)


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    return Gazetteer.open(tmp_path_factory.mktemp("cache"))


def places_of(paragraph: str, gazetteer: Gazetteer) -> list[tuple[str, str | None]]:
    """Return each figure of a paragraph of an article about Montbrun with its place."""
    text = (ABOUT + paragraph).encode()
    article = parse(Raw(name="a.txt", origin="a.txt", data=text, media="text", published="2023-06-14"))
    figures = digest(article, gazetteer).figures
    return [(figure.text, figure.place) for figure in figures if figure.span.start >= len(ABOUT)]


@pytest.mark.parametrize(
    ("paragraph", "places"),
    [
        ("Sur la berge de Kémon, une cinquantaine de femmes attendent.", ["Kémon"]),
        ("Au hall de Bressac, la Croix-Rouge a déplié 140 lits.", ["Bressac"]),
        ("L'explosion du dépôt de carburant d'Hatsor a fait 68 morts et 105 disparus.", ["Hatsor", "Hatsor"]),
        ("Trente femmes bloquent le marché aux poissons de Kémon.", ["Kémon"]),
        ("L'aéroport Roland-Morel n'assurait plus que neuf vols quotidiens.", ["aéroport Roland-Morel"]),
        ("Le cirque de Silao n'est plus ravitaillé : 2 300 foyers y manquent d'eau.", ["cirque de Silao"]),
    ],
)
def test_a_name_behind_a_word_of_landscape_or_of_building_is_where_it_happens(
    paragraph: str, places: list[str], gazetteer: Gazetteer
) -> None:
    assert [place for _, place in places_of(paragraph, gazetteer)] == places


@pytest.mark.parametrize(
    ("paragraph", "place"),
    [
        ("Cinq cents militaires sillonnent désormais le Mayo-Tsan.", "Mayo-Tsan"),
        ("Trois camions-citernes desservent Dangou.", "Dangou"),
        ("Onze familles ont repris la piste de Tassen.", "Tassen"),
        ("Un convoi a sorti de Orvane 93 grabataires.", "Orvane"),
    ],
)
def test_what_is_served_searched_or_headed_for_is_where_those_are_who_do_so(
    paragraph: str, place: str, gazetteer: Gazetteer
) -> None:
    assert [found for _, found in places_of(paragraph, gazetteer)] == [place]


@pytest.mark.parametrize(
    ("paragraph", "places"),
    [
        ("Un canot a coulé devant Gravel ; 38 passagers ont été repêchés.", ["Gravel"]),
        ("Deux cas de choléra sont confirmés à Ladou ; 61 autres sont à l'étude.", ["Ladou", "Ladou"]),
        ("Une mine a explosé à Ladou, et la police a trouvé trois corps.", ["Ladou"]),
        ("Ils étaient 400 à Orvane selon la police, un millier d'après les syndicats.", ["Orvane", "Orvane"]),
        # sums, and what happened before the wounded were brought somewhere
        ("La boue a tué six personnes à Ladou ; au total, 19 morts sont recensés.", ["Ladou", "Montbrun"]),
        ("Six blessés ont été transférés à Ladou ; 40 maisons sont détruites.", ["Ladou", "Montbrun"]),
        ("Un pont a cédé à Ladou ; le gouvernement a débloqué 3 millions d'euros.", ["Montbrun"]),
    ],
)
def test_a_clause_without_a_place_goes_on_with_that_of_the_clause_before(
    paragraph: str, places: list[str], gazetteer: Gazetteer
) -> None:
    assert [place for _, place in places_of(paragraph, gazetteer)] == places


@pytest.mark.parametrize(
    ("paragraph", "places"),
    [
        ("Une pirogue a chaviré à Houédo. Six de ses 19 passagers sont morts.", ["Houédo", "Houédo"]),
        ("Un train avait déraillé près d'Orvane. Le décompte des blessés a été revu : ils sont 23.", ["Orvane"]),
        ("Des hommes ont attaqué mardi le village de Silao. Neuf villageois ont été tués.", ["Silao"]),
        ("Les secouristes fouillent les gravats de Palon. Ils en ont retiré quatre survivants.", ["Palon"]),
        # a single victim who was brought somewhere, a sum, and what a government gives
        ("Un blessé est mort à l'hôpital de Ladou. Quarante habitants sont encore soignés.", ["Ladou", "Montbrun"]),
        ("Un car a versé à Ladou. Le bilan des intempéries est de 19 morts.", ["Montbrun"]),
        ("Une digue a cédé à Ladou. Le gouvernement a envoyé 300 soldats.", ["Montbrun"]),
    ],
)
def test_the_toll_of_a_blow_goes_on_where_the_sentence_before_told_of_it(
    paragraph: str, places: list[str], gazetteer: Gazetteer
) -> None:
    assert [place for _, place in places_of(paragraph, gazetteer)] == places


@pytest.mark.parametrize(
    ("paragraph", "place"),
    [
        ("Sô-Kavel demeure isolée : 14 hameaux sont sans eau.", "Sô-Kavel"),
        ("Kavel est privée de courant ; 4 000 foyers attendent.", "Kavel"),
        ("Sô-Kavel n'est plus ravitaillée : 300 familles ont faim.", "Sô-Kavel"),
        # a person, and a common noun that opens a sentence
        ("Ouardialba est isolée : 12 voisins l'aident.", "Montbrun"),
        ("Ménages sans courant : 4 000 foyers attendent.", "Montbrun"),
    ],
)
def test_a_town_said_to_be_cut_off_is_what_its_sentence_tells_of(
    paragraph: str, place: str, gazetteer: Gazetteer
) -> None:
    assert places_of(paragraph, gazetteer)[-1][1] == place


@pytest.mark.parametrize(
    ("paragraph", "places"),
    [
        ("À la mission catholique de Dangou, une sœur tient un cahier. Vingt-sept enfants sont soignés.", ["Dangou"]),
        ("À l'échelle de la région Orvane, on en est à 27 morts.", ["Orvane"]),
        ("La tempête a abordé Guival, avant de balayer Tacal. Huit maisons y sont tombées.", ["Tacal"]),
        ("900 hommes, soit 200 familles, ont franchi le poste de Orvane.", ["Orvane", "Orvane"]),
        (
            "Vingt blessés sont soignés à Kalal ; quatre, les plus atteints, sont à l'hôpital de Panzal.",
            ["Kalal", "Panzal"],
        ),
        ("Cinq hommes sont jugés devant le tribunal de grande instance de Kavumal.", ["Kavumal"]),
        # who pays or lends is not where
        ("Cinq chiens prêtés par la ville de Kavumal cherchent.", ["Montbrun"]),
    ],
)
def test_a_scene_may_open_with_a_building_and_an_aside_parts_no_number_from_its_place(
    paragraph: str, places: list[str], gazetteer: Gazetteer
) -> None:
    assert [place for _, place in places_of(paragraph, gazetteer)] == places


@pytest.mark.parametrize(
    ("paragraph", "places"),
    [
        ("Des départs vers Orvane sont rapportés : le HCR y a accueilli 910 réfugiés.", ["Orvane"]),
        ("Des familles ont marché jusqu'à Orvane ; on y compte 910 arrivants.", ["Orvane"]),
        ("Rien ne bouge vers Orvane. Il y a 910 arrivants.", ["Montbrun"]),
        ("À Montbrun, où deux ouvriers ont péri dimanche à Aglal, la mairie s'inquiète.", ["Aglal"]),
    ],
)
def test_there_is_where_people_were_said_to_go(paragraph: str, places: list[str], gazetteer: Gazetteer) -> None:
    assert [place for _, place in places_of(paragraph, gazetteer)] == places


@pytest.mark.parametrize(
    ("paragraph", "places"),
    [
        ("Casimir, 23 ans, joint par téléphone à Nzeng : « On était deux mille sur le pont. »", ["Nzeng"]),
        ("« Dans notre centre, 22 jeunes ont repris leur sac », raconte un éducateur de Metz.", ["Metz"]),
        ("« Nous avons enterré onze voisins », témoigne une habitante de Kessal.", ["Kessal"]),
        ("« Nous avons envoyé 40 camions », a dit le président du Niger.", ["Montbrun"]),
        ("« Nous avons envoyé 40 camions », promet la plateforme Kessal.", ["Montbrun"]),
    ],
)
def test_what_a_witness_says_of_his_own_holds_for_his_place(
    paragraph: str, places: list[str], gazetteer: Gazetteer
) -> None:
    assert [place for _, place in places_of(paragraph, gazetteer)] == places


def test_labels_in_capitals_are_no_datelines(gazetteer: Gazetteer) -> None:
    note = (
        "SANTÉ – Vingt blessés sont soignés.\n\nAPPEL AU PUBLIC – Le préfet prie chacun de partir : 1 700 voitures sont "
        "bloquées.\n\nENREGISTREMENT – Quelque 18 500 arrivants ont été inscrits."
    )
    assert {place for _, place in places_of(note, gazetteer)} == {"Montbrun"}


def test_a_capital_where_the_dead_are_counted_is_no_scene(gazetteer: Gazetteer) -> None:
    told = "À Manille, on refait les comptes. Le Conseil national avait recensé 131 morts."
    assert places_of(told, gazetteer)[-1][1] == "Montbrun"
