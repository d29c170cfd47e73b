"""Windows of what is said of a day that the sentence before names, of a habit, of a stock, and of days set against one another."""

from collections.abc import Callable

import pytest

from recoupe.model.figure import Figure

Read = Callable[[str], tuple[Figure, ...]]

DAY = "2020-05-14"


def windows(found: tuple[Figure, ...]) -> list[tuple[str | None, str | None]]:
    return [(one.since, one.until) for one in found]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Mercredi soir, un centre a ouvert à Bolvy. Il abritait 26 familles.", "2020-05-13"),
        ("Mardi, l'armée a repris le pont. Trois cents soldats tenaient la rive droite.", "2020-05-12"),
        (
            "Dimanche, la rivière a emporté le pont. Le soir même, 60 familles ont été hébergées au gymnase.",
            "2020-05-10",
        ),
        ("Samedi, la police a chargé. Au même moment, 700 étudiants défilaient à Brie.", "2020-05-09"),
        ("Treize otages demeurent captifs des ravisseurs.", DAY),
        ("L'entrepôt renferme 4 000 tonnes de riz.", DAY),
        ("L'hôpital a admis 57 malades pour la seule journée de mardi.", "2020-05-12"),
    ],
)
def test_a_day_is_taken_from_where_it_is_told(figures: Read, text: str, day: str) -> None:
    """A past state is of the day told last; what is still so, or in stock, is so today; what is counted for one day alone is
    of that day."""
    assert windows(figures(text)) == [(day, day)]


def test_a_night_told_last_is_the_night_of_those_sent(figures: Read) -> None:
    """Who fought the fire did so in the night that the sentence before tells of."""
    text = (
        "Un incendie a ravagé le dépôt dans la nuit du 10 au 11 mai. Cent pompiers ont combattu le feu jusqu'à l'aube."
    )
    assert windows(figures(text)) == [("2020-05-10", "2020-05-11")]


def test_a_habit_has_no_day(figures: Read) -> None:
    """`un jeudi ordinaire`, `d'habitude`, `avant la crise`."""
    assert windows(figures("Le marché attire 3 000 clients un jeudi ordinaire.")) == [(None, None)]
    assert windows(figures("La ligne transporte d'habitude 18 000 voyageurs par jour.")) == [(None, None)]
    text = "Sur le site, 20 % des enfants sont malnutris, contre 12 % avant la crise."
    assert windows(figures(text)) == [(DAY, DAY), (None, None)]


def test_a_week_is_called_by_its_first_day(figures: Read) -> None:
    """`la semaine du 4 mai` is seven days."""
    text = "La semaine du 4 mai, 30 relais ont visité 2 000 foyers."
    assert windows(figures(text)) == [("2020-05-04", "2020-05-10")] * 2


def test_a_day_in_brackets_is_that_of_their_number(figures: Read) -> None:
    """No day of the figure before them."""
    found = figures("Vingt-deux pompiers restent mobilisés (90 au plus fort, le 12 mai).")
    assert (found[0].since, found[0].until) == (DAY, DAY)


def test_votes_and_goods_listed_share_one_day(figures: Read) -> None:
    """`par onze voix contre quatre`, `28 tonnes de vivres : 450 tentes`."""
    text = "Lundi, la commission a approuvé le crédit par onze voix contre quatre."
    assert windows(figures(text)) == [("2020-05-11", "2020-05-11")] * 2
    text = "Un avion a quitté Lyon mardi soir avec 28 tonnes de vivres : 450 tentes, 3 000 couvertures."
    assert windows(figures(text)) == [("2020-05-12", "2020-05-12")] * 3


def test_words_without_a_verb_set_the_day_of_their_paragraph(figures: Read) -> None:
    """A caption, or nothing but a day with an hour or a place."""
    for text in (
        "Mardi, 5 heures. Deux cents ouvriers bloquent la grille.",
        "[Photo : le hall, mardi. Quatorze malades y ont dormi.]",
    ):
        assert windows(figures(text)) == [("2020-05-12", "2020-05-12")]


def test_a_day_beside_a_number_is_its_own(figures: Read) -> None:
    """`300 lundi, 500 aujourd'hui`, `40 en mars, 60 désormais`."""
    text = "Les grévistes étaient 300 lundi, ils sont 500 aujourd'hui."
    assert windows(figures(text)) == [("2020-05-11", "2020-05-11"), (DAY, DAY)]
    text = "L'hôpital comptait 40 lits en mars, il en a 60 désormais."
    assert windows(figures(text)) == [("2020-03", "2020-03"), (DAY, DAY)]


def test_a_day_set_beside_another_dates_nothing(figures: Read) -> None:
    """`le double d'il y a trois ans`; but `avant lundi, jour où` says the day itself."""
    text = "Trois écoles sur dix étaient ouvertes en mars, soit le double d'il y a trois ans."
    assert windows(figures(text)) == [("2020-03", "2020-03")]
    text = "Le préfet veut vider la salle avant lundi, jour où 900 élèves doivent rentrer."
    assert windows(figures(text)) == [("2020-05-18", "2020-05-18")]


def test_the_whole_of_a_part_planned_is_there_today(figures: Read) -> None:
    """Its people are not to come by the day of the plan."""
    text = "L'ONG espère vacciner d'ici à samedi les trois quarts des 9 000 habitants du camp."
    found = figures(text)
    assert (found[1].modality.value, found[1].until) == ("reported", DAY)


def test_a_day_between_an_act_and_what_it_is_done_to_is_that_of_the_act(figures: Read) -> None:
    """`la réouverture dimanche de 75 écoles`, whenever that was announced."""
    assert windows(figures("La mairie annonce la réouverture dimanche de 75 écoles.")) == [("2020-05-17", "2020-05-17")]
    assert windows(figures("Le ministre a promis l'envoi vendredi de 300 soldats.")) == [("2020-05-15", "2020-05-15")]


def test_a_present_that_ends_like_an_imperfect_is_of_today(figures: Read) -> None:
    """`relaient`, `fait`."""
    assert windows(figures("Le trou est comblé. Trois cents ouvriers s'y relaient.")) == [(DAY, DAY)]
    assert windows(figures("Cette grève fait perdre 2 millions d'euros à la région.")) == [(DAY, DAY)]


def test_a_state_of_an_old_crisis_is_of_its_year(figures: Read) -> None:
    """No state of today."""
    text = "En 2011, une fuite avait contraint 90 voisins à rester cloîtrés."
    assert windows(figures(text)) == [("2011", "2011")]


def test_a_deadline_without_a_verb_is_a_plan(figures: Read) -> None:
    """But what stays so until then is so today."""
    assert figures("Réfection de 50 latrines d'ici au 30 mai.")[0].modality.value == "planned"
    found = figures("Douze écoles restent fermées jusqu'au 30 mai.")
    assert (found[0].modality.value, found[0].since, found[0].until) == ("reported", DAY, DAY)


def test_what_is_asked_for_is_not_what_came_by_now(figures: Read) -> None:
    """`à ce jour` says when so much had come."""
    found = figures("Sur les 3,5 millions d'euros sollicités, 400 000 ont été versés à ce jour.")
    assert (found[0].modality.value, found[0].since, found[0].until) == ("called_for", None, None)
    assert found[1].until == DAY


def test_the_opening_day_dates_nothing_that_goes_back_behind_it(figures: Read) -> None:
    """A photo is taken after the blow that it shows, and what another day brought is not of the first."""
    for text in (
        "Photo : le marché, mardi. Trente personnes sont mortes dans l'attaque.",
        "Mardi, 5 heures. La ville dort. La digue a cédé il y a deux semaines. Plus de 3 000 maisons ont été emportées.",
    ):
        assert ("2020-05-12", "2020-05-12") not in windows(figures(text))
