"""Windows that words give without a day of the figure's own: scenes, risen counts, gatherings ahead, tellings elsewhere."""

from collections.abc import Callable

from recoupe.model.figure import Figure

Read = Callable[[str], tuple[Figure, ...]]
Days = tuple[str | None, str | None]


def windows(found: tuple[Figure, ...]) -> dict[str, Days]:
    """Return the window of each figure by its words."""
    return {one.text: (one.since, one.until) for one in found}


def test_a_light_verb_strikes_by_its_object(figures: Read) -> None:
    """`ont fait irruption mardi`: the raid fell on Tuesday, and the toll of the next paragraph runs from it."""
    text = "Mardi, des hommes armés ont fait irruption au lycée d'Arbeville.\n\nLe bilan est de 12 morts, selon la préfecture."
    assert windows(figures(text))["12"] == ("2020-05-12", "2020-05-14")


def test_what_was_done_amid_a_blow_dates_the_blow(figures: Read) -> None:
    """`se sont évadés mardi au terme d'une mutinerie`."""
    text = "Quarante détenus ont pris la fuite mardi au terme d'une mutinerie.\n\nLe directeur fait part de 12 morts."
    assert windows(figures(text))["12"] == ("2020-05-12", "2020-05-14")


def test_what_was_done_in_the_course_of_a_talk_dates_no_blow(figures: Read) -> None:
    """Nothing strikes in a press briefing."""
    text = "Le préfet a répondu mardi lors d'un entretien.\n\nLa tempête de lundi a fait 12 morts.\n\nOn compte 14 blessés."
    assert windows(figures(text))["14"] == ("2020-05-11", "2020-05-14")


def test_since_in_a_quotation_opens_nothing(figures: Read) -> None:
    """A witness who has not slept for two days does not say since when people have died."""
    text = (
        "« Je ne dors plus depuis deux jours », a dit une habitante.\n\nLe bilan est de 12 morts, selon la préfecture."
    )
    assert windows(figures(text))["12"] == ("2020-05-14", "2020-05-14")


def test_the_arrested_of_a_march_are_of_its_day(figures: Read) -> None:
    """Two sentences on, without a day of their own."""
    text = (
        "La crue de dimanche a fait 12 morts.\n\nMardi, 300 habitants ont défilé devant la mairie. La police a répliqué par des gaz. "
        "Sept manifestants ont été blessés."
    )
    found = windows(figures(text))
    assert found["Sept"] == ("2020-05-12", "2020-05-12")
    assert found["12"] == ("2020-05-10", "2020-05-14")


def test_those_awaited_at_a_gathering_are_of_the_day_ahead(figures: Read) -> None:
    """`Une marche partira dimanche ; les organisateurs espèrent 2 000 participants`."""
    text = "Une marche blanche partira dimanche de la mairie ; les organisateurs espèrent 2 000 participants."
    assert windows(figures(text))["2 000"] == ("2020-05-17", "2020-05-17")


def test_a_count_that_rose_says_not_until_when_it_stood(figures: Read) -> None:
    """`passent de 12 à 15`: the first is of an earlier day that the text does not name; the second is of now."""
    found = windows(figures("La crue de mardi a frappé la vallée. Les blessés passent de 12 à 15."))
    assert found["12"] == ("2020-05-12", None)
    assert found["15"] == ("2020-05-12", "2020-05-14")


def test_a_count_that_rose_within_days_stood_at_their_start(figures: Read) -> None:
    """`en deux jours`."""
    text = "La crue de dimanche a noyé la vallée. Le bilan est passé de 12 à 15 morts en deux jours."
    assert windows(figures(text))["12"] == ("2020-05-10", "2020-05-12")


def test_two_steps_of_a_way_are_no_counts(figures: Read) -> None:
    """What moves from a place to a place has not risen."""
    text = "La crue de mardi a frappé la vallée. Douze blessés ont été transportés à Arbeville."
    assert windows(figures(text))["Douze"] == ("2020-05-12", "2020-05-14")


def test_a_first_toll_ended_where_the_text_does_not_say(figures: Read) -> None:
    """`un premier bilan de six morts`."""
    text = "La crue de mardi a fait neuf morts. La préfecture avait annoncé un premier bilan de six morts."
    assert windows(figures(text))["six"] == ("2020-05-12", None)


def test_how_many_lived_there_before_the_blow_is_of_no_day_told(figures: Read) -> None:
    """`avant l'offensive`."""
    text = "L'offensive de mardi a fait 12 morts. La ville comptait 90 000 habitants avant l'offensive."
    assert windows(figures(text))["90 000"] == (None, None)


def test_the_day_of_the_facts_is_that_of_the_blow(figures: Read) -> None:
    """`Le jour des faits`."""
    text = "Une mutinerie a éclaté mardi à la prison.\n\nLe jour des faits, 560 personnes étaient incarcérées."
    assert windows(figures(text))["560"] == ("2020-05-12", "2020-05-12")


def test_the_day_before_a_meeting_is_that_of_nothing(figures: Read) -> None:
    """`avant la réunion` says nothing of what struck."""
    text = "La crue de mardi a fait 12 morts. Le village abrite 90 familles avant la réunion."
    assert windows(figures(text))["90"] == ("2020-05-14", "2020-05-14")


def test_what_is_counted_now_is_not_of_the_day_before(figures: Read) -> None:
    """`qui en comptait 40 lundi, en recense désormais 52`."""
    text = "La crue de dimanche a noyé la vallée. La mairie, qui parlait de 40 disparus lundi, en recense désormais 52."
    assert windows(figures(text))["52"] == ("2020-05-10", "2020-05-14")


def test_a_month_that_is_over_closes_its_toll(figures: Read) -> None:
    """`contre cinq pour tout le mois d'avril`."""
    text = "Quatorze enfants sont morts de la rougeole depuis le 2 mai, contre cinq pour tout le mois d'avril."
    assert windows(figures(text))["cinq"] == ("2020-04", "2020-04")


def test_a_headline_takes_the_day_of_its_body(figures: Read) -> None:
    """The toll of the second blow is told in full below."""
    text = (
        "Quatorze blessés dans un accident de car\n\nUne avalanche a tué deux skieurs dimanche.\n\n"
        "Quatorze personnes ont été blessées mardi dans un accident de car."
    )
    found = [one for one in figures(text) if one.text == "Quatorze"]
    assert {(one.since, one.until) for one in found} == {("2020-05-12", "2020-05-12")}


def test_two_small_numbers_of_a_body_are_not_one(figures: Read) -> None:
    """Two dead here and two there."""
    text = "La crue de dimanche a noyé la vallée.\n\nDeux pompiers ont été tués mardi.\n\nOn compte deux morts à Arbeville."
    assert [(one.since, one.until) for one in figures(text)][-1] == ("2020-05-10", "2020-05-14")


def test_a_war_that_broke_out_on_a_day_goes_on(figures: Read) -> None:
    """The day is that of its start, however long ago."""
    text = "La crue de mardi a fait 12 morts. La guerre, qui a éclaté le 15 mars, a fait plus de 900 morts."
    assert windows(figures(text))["900"] == ("2020-03-15", "2020-05-14")


def test_a_feast_that_falls_on_a_day_strikes_nobody(figures: Read) -> None:
    """`La fête tombe mercredi`."""
    text = "La crue de mardi a noyé la vallée. La fête tombe mercredi. On compte 12 morts."
    assert windows(figures(text))["12"] == ("2020-05-12", "2020-05-14")


def test_a_promise_takes_no_day_of_the_clause_before(figures: Read) -> None:
    """`s'est engagé à livrer 500 tentes d'ici lundi et à verser 700 000 euros`."""
    text = "L'État s'est engagé à livrer 500 tentes d'ici la fin de juin et à verser 700 000 euros à chaque commune."
    assert windows(figures(text))["700 000"] == (None, None)


def test_the_eve_of_a_toll_does_not_lie_before_its_blow(figures: Read) -> None:
    """`La veille` behind the day of the blow is the eve of the article's day."""
    text = "La crue de dimanche a noyé la vallée. La veille, le bilan était de 12 morts."
    assert windows(figures(text))["12"] == ("2020-05-10", "2020-05-13")


def test_where_a_count_stood_on_a_day_it_runs_from_the_blow(figures: Read) -> None:
    """`en était hier soir à 21 morts`."""
    text = "La crue de mardi a noyé la vallée. La mairie en était hier soir à 21 morts."
    assert windows(figures(text))["21"] == ("2020-05-12", "2020-05-13")


def test_what_is_so_in_any_year_is_of_no_day(figures: Read) -> None:
    """`par an`, `Chaque année`; but not what is so today."""
    assert windows(figures("Les noyades font en moyenne 300 morts par an."))["300"] == (None, None)
    assert windows(figures("Chaque année, la mousson fait 300 morts dans le pays."))["300"] == (None, None)
    assert windows(figures("La mousson de mardi a fait 300 morts dans le pays."))["300"] == ("2020-05-12", "2020-05-14")


def test_a_year_joined_to_what_struck_closes_its_toll(figures: Read) -> None:
    """`le séisme de 2010`; not where the toll of now is set against it."""
    text = "La crue de mardi a fait 12 morts. Le pays se souvient du séisme de 2010, qui avait tué 40 habitants."
    assert windows(figures(text)) == {"12": ("2020-05-12", "2020-05-14"), "40": ("2010", "2010")}
    text = "La crue de mardi a frappé la vallée. On compte 12 morts, plus que lors de la crue de 2010."
    assert windows(figures(text))["12"] == ("2020-05-12", "2020-05-14")


def test_a_day_right_behind_the_verb_is_the_day_of_it_alone(figures: Read) -> None:
    """`À la Basse-Ville, quatre personnes sont mortes lundi`, whatever the tree joins the day to."""
    assert windows(figures("À la Basse-Ville, quatre personnes sont mortes lundi."))["quatre"] == (
        "2020-05-11",
        "2020-05-11",
    )


def test_what_a_participle_goes_on_to_tell_is_of_the_day_of_its_verb(figures: Read) -> None:
    """`Mardi, une coulée a emporté le pont, blessant trois ouvriers`: on Tuesday, and no toll that still runs."""
    text = "Mardi, une seconde coulée a emporté le pont, blessant trois ouvriers."
    assert windows(figures(text))["trois"] == ("2020-05-12", "2020-05-12")
    text = "Mardi, une explosion a soufflé l'atelier, tuant six ouvriers et en blessant neuf."
    assert windows(figures(text)) == {"six": ("2020-05-12", "2020-05-12"), "neuf": ("2020-05-12", "2020-05-12")}


def test_a_toll_told_beside_the_blow_still_runs_from_it(figures: Read) -> None:
    """The verb of the toll is another than that of the day."""
    text = "Le séisme qui a frappé mardi la côte a fait 40 morts."
    assert windows(figures(text))["40"] == ("2020-05-12", "2020-05-14")


def test_the_day_on_which_a_count_was_mended_is_no_day_of_the_dead(figures: Read) -> None:
    """`La mairie a corrigé mardi son bilan : 16 morts` says until when they were counted."""
    text = (
        "La crue de dimanche a ravagé Arbeville.\n\nLa mairie a corrigé mardi son bilan : les eaux ont fait 16 morts."
    )
    assert windows(figures(text))["16"] == ("2020-05-10", "2020-05-12")


def test_the_day_behind_a_number_set_against_a_new_one_is_the_day_of_that_count(figures: Read) -> None:
    """`contre 29 la veille`: twenty-nine were counted until then."""
    text = "La crue de lundi a ravagé Arbeville.\n\nLe bilan est de 27 morts, contre 29 mercredi."
    assert windows(figures(text))["29"] == ("2020-05-11", "2020-05-13")
    assert windows(figures(text))["27"] == ("2020-05-11", "2020-05-14")


def test_the_day_on_which_a_count_was_changed_dates_neither_number(figures: Read) -> None:
    """`a ramené mercredi de 23 à 19`: Wednesday is when it was said, and nobody need have died then; the one stood before."""
    text = "La crue de lundi a noyé la vallée.\n\nLa préfecture a ramené mercredi de 23 à 19 le nombre de morts."
    found = windows(figures(text))
    assert found["23"] == ("2020-05-11", None)
    assert found["19"] == ("2020-05-11", "2020-05-13")


def test_a_day_before_a_cue_thrown_in_is_that_of_what_is_told(figures: Read) -> None:
    """`Mercredi à l'aube, dit-il, treize captifs ...`; a day beside the cue is that of the words."""
    text = "Des hommes armés ont enlevé 40 élèves lundi à Ourzal. Mercredi à l'aube, dit-il, treize captifs ont retrouvé leur famille."
    assert [(one.since, one.until) for one in figures(text)][-1] == ("2020-05-13", "2020-05-13")
    text = (
        "La crue a emporté le pont lundi à Ourzal. La police, mercredi, a indiqué que treize personnes étaient mortes."
    )
    assert [(one.since, one.until) for one in figures(text)][-1] == ("2020-05-11", "2020-05-13")


def test_what_came_anew_is_of_the_day_that_counted_it(figures: Read) -> None:
    """`Trois nouveaux décès ont été enregistrés mardi`; a new count of all runs until then."""
    text = (
        "Un car a versé dans le ravin samedi à Ourzal.\n\nTrois nouveaux décès ont été enregistrés mardi à l'hôpital. "
        "Un nouveau bilan de 14 morts a été établi mercredi."
    )
    assert [(one.since, one.until) for one in figures(text)] == [
        ("2020-05-12", "2020-05-12"),
        ("2020-05-09", "2020-05-13"),
    ]


def test_what_the_last_hours_brought_is_of_them(figures: Read) -> None:
    """`Au cours des dernières 24 heures`, beside a count since the beginning."""
    text = (
        "Depuis le 2 avril, 1 240 cas ont été notifiés à Mortane. Au cours des dernières 24 heures, 42 nouveaux cas et deux "
        "décès ont été enregistrés."
    )
    assert [(one.since, one.until) for one in figures(text)] == [
        ("2020-04-02", "2020-05-14"),
        ("2020-05-13", "2020-05-14"),
        ("2020-05-13", "2020-05-14"),
    ]
