"""Since when a toll runs where the text tells its beginning in other words than those of what strikes."""

from collections.abc import Callable

import pytest

from recoupe.model.figure import Figure

Read = Callable[[str], tuple[Figure, ...]]
Days = tuple[str | None, str | None]


def windows(found: tuple[Figure, ...]) -> dict[str, Days]:
    """Return the window of each figure by its words."""
    return {one.text: (one.since, one.until) for one in found}


@pytest.mark.parametrize(
    ("opening", "since"),
    [
        ("Lundi 11, la grange du bac s'est couchée dans le fleuve.", "2020-05-11"),
        ("Neuf jours après que le bac s'est couché, les recherches s'achèvent.", "2020-05-05"),
        ("Au quatrième jour du blocus, le port est à l'arrêt.", "2020-05-11"),
        ("Trois jours après le passage d'Odile, les toits manquent.", "2020-05-11"),
        ("Un car a quitté la route mardi.", "2020-05-12"),
        ("L'eau est montée d'un coup mardi soir.", "2020-05-12"),
    ],
)
def test_a_toll_runs_from_the_day_that_the_opening_counts_from(figures: Read, opening: str, since: str) -> None:
    """Published on Thursday 14 May 2020."""
    text = f"Le point sur la situation\n\n{opening} Onze habitants sont morts."
    assert windows(figures(text))["Onze"] == (since, "2020-05-14")


def test_a_state_of_the_day_is_no_blow(figures: Read) -> None:
    """`restaient introuvables jeudi`: the rain that has fallen since Saturday is the crisis."""
    text = "Onze personnes ont péri et quatre restaient introuvables jeudi à Arbeville, où il pleut depuis samedi."
    assert windows(figures(text))["Onze"] == ("2020-05-09", "2020-05-14")


def test_so_many_as_there_were_on_a_day_were_counted_then(figures: Read) -> None:
    """`Il y avait 52 morts mardi`: that count ran until Tuesday."""
    text = "Le bac a sombré dimanche.\n\nIl y avait 52 morts mardi. Il n'y en a plus que 49."
    found = windows(figures(text))
    assert found["52"] == ("2020-05-10", "2020-05-12")
    assert found["49"] == ("2020-05-10", "2020-05-14")


def test_a_note_begins_with_the_days_that_it_covers(figures: Read) -> None:
    """`Période couverte : du 10 au 14 mai`: its counts run from the tenth."""
    text = (
        "CRUE D'ARBEVILLE – NOTE DE SITUATION N° 3\n\nEntraide des Plaines. Période couverte : du 10 au 14 mai.\n\n"
        "– Décès : 34, d'après le ministère. Ce total était de 36 mardi."
    )
    found = windows(figures(text))
    assert found["34"] == ("2020-05-10", "2020-05-14")
    assert found["36"] == ("2020-05-10", "2020-05-12")


def test_an_hour_without_a_day_is_of_the_day_of_the_report(figures: Read) -> None:
    """`une explosion a soufflé avant l'aube un immeuble`: today, though residents warned on Monday."""
    text = (
        "Trois habitants sont morts à Arbeville, où une explosion a soufflé avant l'aube un immeuble.\n\n"
        "Le parquet déplore neuf blessés. Des voisins disent avoir prévenu la mairie dès lundi."
    )
    assert windows(figures(text))["neuf"] == ("2020-05-14", "2020-05-14")


def test_what_was_done_is_counted_since_the_blow(figures: Read) -> None:
    """`43 machettes ont été saisies`: like the arrests."""
    text = "L'émeute de lundi a fait neuf morts à Arbeville.\n\nOnt été saisis 43 machettes et 12 fusils."
    found = windows(figures(text))
    assert found["43"][1] == "2020-05-14"


def test_a_total_told_with_its_day_ran_until_then(figures: Read) -> None:
    """`un bilan arrêté à 23 morts mardi soir`."""
    text = "Le séisme de lundi a fait 31 morts, contre un bilan arrêté à 23 morts mardi soir."
    found = windows(figures(text))
    assert found["23"] == ("2020-05-11", "2020-05-12")
    assert found["31"] == ("2020-05-11", "2020-05-14")


@pytest.mark.parametrize(
    ("text", "words", "window"),
    [
        (
            "Le cyclone de mardi, le plus violent depuis trois ans, a tué 38 personnes.",
            "38",
            ("2020-05-12", "2020-05-14"),
        ),
        (
            "La crue de lundi a tué. Un précédent bilan, diffusé mardi, était de 52 morts.",
            "52",
            ("2020-05-11", "2020-05-12"),
        ),
        ("La grève entre dans son sixième jour. Sept ouvriers ont été blessés.", "Sept", ("2020-05-09", "2020-05-14")),
        (
            "Le feu de lundi a fait des victimes. Un blessé étant décédé ce matin au CHU, le bilan s'établit à trois morts.",
            "trois",
            ("2020-05-11", "2020-05-14"),
        ),
    ],
)
def test_what_stands_beside_a_toll_does_not_move_it(
    figures: Read, text: str, words: str, window: tuple[str, str]
) -> None:
    """A record of years, the day of a count before, a strike in its sixth day, one who dies of wounds."""
    assert windows(figures(f"Le point sur la situation\n\n{text}"))[words] == window


def test_where_a_body_stood_on_a_day_is_the_day_of_the_number_behind_it(figures: Read) -> None:
    """`alourdi à 41 morts, a annoncé jeudi la province, qui en était mardi soir à 23`."""
    text = "Le bac a sombré lundi.\n\nLe bilan s'est alourdi à 41 morts, a annoncé jeudi la province, qui en était mardi soir à 23."
    found = windows(figures(text))
    assert found["41"] == ("2020-05-11", "2020-05-14")
    assert found["23"] == ("2020-05-11", "2020-05-12")


def test_the_day_of_a_source_in_brackets_is_that_of_the_count(figures: Read) -> None:
    """`Neuf personnes décédées (parquet d'Arbeville, mercredi à 16 h)`."""
    text = "La crue de lundi : le point\n\nNeuf personnes décédées (parquet d'Arbeville, mercredi à 16 h)."
    assert windows(figures(text))["Neuf"] == ("2020-05-11", "2020-05-13")


def test_a_live_report_counts_its_own_day(figures: Read) -> None:
    """Hour by hour: what no word dates was counted that day, whatever another day is set against it."""
    text = (
        "DIRECT. Grève : Mortane paralysée\n\nSuivez cette troisième journée de mobilisation.\n\n"
        "18h40 – Un mort devant la gare\nLes secours confirment le décès d'un passant.\n\n"
        "17h05 – Heurts au port\nNeuf blessés sont soignés à la clinique. Lundi, elle n'en avait reçu que deux.\n\n"
        "12h10 – Des bus en feu\nTrois bus ont brûlé au dépôt."
    )
    found = {one.text: (one.since, one.until) for one in figures(text)}
    assert {found[one] for one in ("Un", "Neuf", "Trois")} == {("2020-05-14", "2020-05-14")}


def test_a_live_report_goes_back_where_it_says_since_when(figures: Read) -> None:
    """`depuis mardi`."""
    text = (
        "EN DIRECT. Mortane coupée du monde depuis mardi\n\n18h40 – Le pont\nLe préfet ferme le pont.\n\n"
        "17h05 – Le bilan\nNeuf personnes sont mortes.\n\n12h10 – L'eau monte\nLe maire appelle au calme."
    )
    assert [(one.since, one.until) for one in figures(text)] == [("2020-05-12", "2020-05-14")]


def test_what_is_told_of_one_day_as_a_whole_came_of_that_day(figures: Read) -> None:
    """`La journée de mercredi a été émaillée de violences`: no toll that runs on."""
    text = (
        "COMMUNIQUÉ\n\nLe ministère informe que la journée du mercredi 13 mai a été marquée par des violences à Mortane. "
        "Une personne a perdu la vie.\n\nDouze agents ont été blessés. En tout, 80 individus ont été interpellés au cours de la "
        "même journée. Ce matin, 30 étaient toujours en garde à vue."
    )
    found = {one.text: (one.since, one.until) for one in figures(text)}
    assert {found[one] for one in ("Une", "Douze", "80")} == {("2020-05-13", "2020-05-13")}
    assert found["30"] == ("2020-05-14", "2020-05-14")


def test_what_is_told_of_a_night_as_a_whole_came_of_it(figures: Read) -> None:
    """From its first day to its last."""
    text = "La nuit de mardi à mercredi a été émaillée de heurts à Ourzal.\n\nSept magasins ont été pillés."
    assert [(one.since, one.until) for one in figures(text)] == [("2020-05-12", "2020-05-13")]


def test_a_day_that_was_marked_by_a_ceremony_leaves_the_toll_to_run(figures: Read) -> None:
    """Nothing struck then."""
    text = (
        "Un pont s'est effondré samedi à Ourzal. Neuf personnes sont mortes.\n\n"
        "La journée de mardi a été marquée par une cérémonie."
    )
    assert [(one.since, one.until) for one in figures(text)] == [("2020-05-09", "2020-05-14")]


@pytest.mark.parametrize(
    "after",
    [
        "Le procureur a placé deux chefs de chantier en garde à vue mercredi.",
        "Deux chefs de chantier ont été écroués mercredi par le juge.",
    ],
)
def test_what_justice_does_is_no_blow(figures: Read, after: str) -> None:
    """Nobody dies of an arrest: the toll of a note that names no other day is left with its report's."""
    found = figures(f"Effondrement d'un hangar\n\n• Décès : 11\n\n{after}")
    assert (found[0].text, found[0].since) in {("11", None), ("11", "2020-05-14")}
