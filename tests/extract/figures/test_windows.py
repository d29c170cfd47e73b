"""Since when a toll runs, by what the article tells of the blow and of the campaign."""

from collections.abc import Callable

from recoupe.model.figure import Figure

Read = Callable[[str], tuple[Figure, ...]]


def test_the_eve_is_that_of_the_article_s_day(figures: Read) -> None:
    """`la crue de la veille`, with no other day named."""
    text = "Tournel s'éveille dans la boue. La crue de la veille a fait 14 morts, selon la préfecture."
    assert [(one.since, one.until) for one in figures(text)] == [("2020-05-13", "2020-05-14")]


def test_what_has_gone_on_since_a_day_opens_the_toll_where_no_blow_is_dated(figures: Read) -> None:
    """Schools have been dormitories since the mud came."""
    text = "Depuis dimanche, les écoles d'Arbeville servent de dortoirs.\n\nLa coulée de boue a fait neuf morts, dit le maire."
    assert [one.since for one in figures(text)] == ["2020-05-10"]


def test_a_campaign_that_a_clause_dates_opens_the_later_tolls(figures: Read) -> None:
    """`depuis que la grève a commencé, le 2 mai`."""
    text = (
        "Depuis que la grève a commencé, le 2 mai, six marcheurs ont été tués, selon la Ligue des droits.\n\n"
        "Douze autres personnes ont été blessées."
    )
    assert [one.since for one in figures(text)] == ["2020-05-02", "2020-05-02"]


def test_a_blow_of_the_very_day_is_told_for_itself(figures: Read) -> None:
    """A campaign told beside it does not swallow it."""
    text = (
        "Les affrontements de jeudi ont fait trois morts à Arbeville.\n\n"
        "Depuis le 2 mai, 40 personnes ont été tuées.\n\nDouze manifestants ont été blessés, selon un médecin."
    )
    assert [one.since for one in figures(text)] == ["2020-05-14", "2020-05-02", "2020-05-14"]


def test_what_is_still_to_come_is_no_blow(figures: Read) -> None:
    """A day on which the dead will be flown home is not the day on which they died."""
    text = (
        "Un avion partira pour rapatrier les morts mercredi.\n\nLa tempête a frappé la côte lundi.\n\n"
        "On compte 14 blessés, selon la préfecture."
    )
    assert [one.since for one in figures(text)] == ["2020-05-11"]


def test_days_counted_from_the_blow_tell_on_which_day_it_fell(figures: Read) -> None:
    """`trois jours après l'éboulement`, whatever else the article dates."""
    text = (
        "Trois jours après l'éboulement, Valfroide enterre ses morts.\n\nMercredi, le préfet a reçu les familles.\n\n"
        "Le bilan est de 12 morts, selon la gendarmerie."
    )
    assert [(one.since, one.until) for one in figures(text)] == [("2020-05-11", "2020-05-14")]


def test_days_counted_from_an_announcement_tell_of_no_blow(figures: Read) -> None:
    """Nothing struck when the minister spoke."""
    text = "Trois jours après l'annonce du ministre, 12 mineurs sont morts, selon la gendarmerie."
    assert [one.since for one in figures(text)] != ["2020-05-11"]


def test_a_toll_whose_blow_nothing_dates_stays_open(figures: Read) -> None:
    """Another day of the article is not the day of the blow."""
    text = "Le maire a visité mardi le village.\n\nL'éboulement a fait 12 morts, selon la gendarmerie."
    assert [(one.since, one.until) for one in figures(text)] == [(None, "2020-05-14")]


def test_the_day_of_an_earlier_count_ends_the_toll_that_it_gave(figures: Read) -> None:
    """`mardi, elle avait fait état de`: the blow is the article's, the day is the count's."""
    text = "Un éboulement a tué lundi 12 mineurs à Arbeville.\n\nMardi, la gendarmerie avait fait état de neuf morts."
    assert [(one.since, one.until) for one in figures(text)][-1] == ("2020-05-11", "2020-05-12")


def test_the_toll_of_an_older_blow_no_longer_runs(figures: Read) -> None:
    """Told beside the one that the article is about."""
    text = "Un éboulement a tué lundi 12 mineurs à Arbeville.\n\nL'accident du 3 mars 2018 a fait sept morts."
    assert [(one.since, one.until) for one in figures(text)][-1] == ("2018-03-03", "2018-03-03")


def test_a_weekend_is_told_by_the_day_that_the_article_names(figures: Read) -> None:
    """`le séisme du week-end`, and further down `dimanche`."""
    text = (
        "Le séisme de ce week-end a tué douze personnes.\n\nLes secours sont arrivés dimanche.\n\nOn compte 30 blessés."
    )
    assert [one.since for one in figures(text)][-1] == "2020-05-10"


def test_what_was_so_then_is_not_of_the_article_s_day(figures: Read) -> None:
    """An imperfect tells of a day that the text does not name."""
    text = "Le registre du navire comportait trente noms.\n\nMoins de vingt gilets se trouvaient dans les coffres."
    assert [(one.since, one.until) for one in figures(text)][-1] == (None, None)


def test_the_day_of_the_dead_is_that_of_the_blow(figures: Read) -> None:
    """`le nombre des morts de mardi`, counted on a later day."""
    text = "Un blessé est décédé mercredi, ce qui porte à sept le nombre des morts de mardi."
    assert [(one.since, one.until) for one in figures(text)][-1] == ("2020-05-12", "2020-05-14")


def test_a_night_of_riots_is_the_last_one(figures: Read) -> None:
    """Told on the morning after, beside the older day of a strike."""
    text = (
        "Deux hommes ont été tués au cours d'une nuit d'émeutes à Arbeville.\n\n"
        "La grève lancée le 4 mai dure encore.\n\nOn compte 34 blessés."
    )
    assert [one.since for one in figures(text)] == ["2020-05-13", "2020-05-13"]


def test_a_march_gives_way_to_what_struck(figures: Read) -> None:
    """The dead are those of the shipwreck, whatever the article tells first."""
    text = (
        "Mercredi soir, la marche a traversé la ville.\n\nLe naufrage de lundi a laissé la côte en deuil.\n\n"
        "Les gendarmes comptent quatorze morts."
    )
    assert [one.since for one in figures(text)] == ["2020-05-11"]


def test_the_blow_of_an_earlier_sentence_dates_the_next_one_only(figures: Read) -> None:
    """A count further down the paragraph is that of the whole crisis."""
    text = (
        "Les émeutes de lundi ont ravagé Arbeville.\n\nUn gendarme a été tué mardi à Tournel. Trois passants y ont été blessés. "
        "Le maire attend des renforts. L'hôpital a soigné 61 blessés."
    )
    assert [(one.text, one.since) for one in figures(text)][-2:] == [("Trois", "2020-05-12"), ("61", "2020-05-11")]


def test_arrests_are_counted_since_the_blow_that_they_answer(figures: Read) -> None:
    """Like the dead and the hurt, where no day stands with them."""
    text = "Le raid de lundi a tué neuf personnes à Arbeville.\n\nLa police a interpellé douze suspects."
    assert [(one.since, one.until) for one in figures(text)][-1] == ("2020-05-11", "2020-05-14")


def test_a_participle_dates_all_that_it_is_said_of(figures: Read) -> None:
    """`46 cas et trois décès notifiés depuis le 9 mai`."""
    text = "Choléra : 46 cas suspects et trois décès notifiés depuis le 9 mai."
    assert [one.since for one in figures(text)] == ["2020-05-09", "2020-05-09"]


def test_the_other_side_of_a_comparison_has_a_day_of_its_own(figures: Read) -> None:
    """`depuis avril, 41 noyés, contre 26 sur l'ensemble de 2018`."""
    text = "Depuis avril, 41 pêcheurs ont péri, contre 26 sur l'ensemble de 2018."
    assert [(one.since, one.until) for one in figures(text)] == [("2020-04", "2020-05-14"), ("2018", "2018")]


def test_a_toll_counted_later_runs_from_the_blow_that_its_clause_names(figures: Read) -> None:
    """The strike has a day of its own within the longer siege."""
    text = (
        "Depuis le 2 mai, le siège a tué 90 personnes à Arbeville.\n\n"
        "Le bilan de la frappe de lundi a encore grimpé mercredi à 31 morts."
    )
    assert [(one.since, one.until) for one in figures(text)][-1] == ("2020-05-11", "2020-05-13")


def test_an_article_that_opens_with_its_own_day_s_harm_is_about_it(figures: Read) -> None:
    """An earlier blow is told further down."""
    text = "Vingt civils ont été tués jeudi à Arbeville.\n\nMardi, une attaque avait frappé Tournel.\n\nOn compte aussi 60 blessés."
    assert [one.since for one in figures(text)][-1] == "2020-05-14"


def test_two_days_that_follow_one_another_are_one_stretch(figures: Read) -> None:
    """`samedi et dimanche`."""
    text = "Quatre mille habitants ont fui Arbeville samedi et dimanche."
    assert [(one.since, one.until) for one in figures(text)] == [("2020-05-09", "2020-05-10")]


def test_the_day_of_what_is_compared_is_its_own(figures: Read) -> None:
    """`34 morts, contre 29 la veille, et 212 blessés`."""
    text = (
        "Le séisme de lundi a secoué Arbeville.\n\n"
        "Le ministère faisait état jeudi de 34 morts, contre 29 la veille, et de 212 blessés."
    )
    assert [(one.text, one.until) for one in figures(text)] == [
        ("34", "2020-05-14"), ("29", "2020-05-13"), ("212", "2020-05-14"),
    ]  # fmt: skip


def test_the_toll_of_a_dated_blow_runs_from_it_whatever_the_tree_joins(figures: Read) -> None:
    """`le bilan de la frappe de mardi a encore grimpé`."""
    text = "Depuis le 2 mai, Arbeville est assiégée.\n\nLe bilan de la frappe de mardi sur la gare a encore grimpé: 31 morts."
    assert [one.since for one in figures(text)][-1] == "2020-05-12"


def test_a_crowd_is_of_the_day_that_was_told_last(figures: Read) -> None:
    """The march of one sentence, its two counts in the next."""
    text = "Mardi, une marche a traversé Arbeville. Quatre mille personnes ont défilé, selon les organisateurs."
    assert [(one.since, one.until) for one in figures(text)] == [("2020-05-12", "2020-05-12")]


def test_the_count_of_a_season_opens_no_toll_of_one_blow(figures: Read) -> None:
    """`depuis le 1er octobre, onze personnes`, told beside last Monday's avalanche."""
    text = (
        "L'avalanche de lundi a emporté un refuge près d'Arbeville.\n\nOn compte quatre morts.\n\n"
        "Depuis le 1er octobre, onze personnes ont été tuées dans le pays."
    )
    assert [one.since for one in figures(text)] == ["2020-05-11", "2019-10-01"]


def test_a_part_dated_by_its_own_participle_leaves_the_whole_its_days(figures: Read) -> None:
    """`97 morts, dont 31 fauchés le 12 mai`."""
    text = "La frappe de lundi a détruit le marché.\n\nLa Ligue recense 97 morts, dont 31 fauchés le 12 mai au port."
    assert [(one.since, one.until) for one in figures(text)] == [
        ("2020-05-11", "2020-05-14"), ("2020-05-12", "2020-05-12"),
    ]  # fmt: skip


def test_what_a_participle_tells_in_passing_is_of_the_verb_s_day(figures: Read) -> None:
    """`ont fait irruption lundi, tuant 17 habitants`: the blow, for the counts that follow as well."""
    text = "Des hommes armés ont fait irruption lundi à Arbeville, tuant 17 habitants.\n\nOn compte 20 blessés."
    assert [one.since for one in figures(text)] == ["2020-05-11", "2020-05-11"]
