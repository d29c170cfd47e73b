"""Which of the days that an article names is that of its blow."""

from collections.abc import Callable

from recoupe.model.figure import Figure

Read = Callable[[str], tuple[Figure, ...]]
# the articles stand under Thursday 14 May 2020


def test_a_march_that_is_called_for_lies_ahead(figures: Read) -> None:
    """The Saturday of a march to come is not the last one."""
    text = (
        "Depuis mardi, 320 personnes ont été arrêtées à Brévane.\n\nDeux manifestants ont été tués.\n\n"
        "La préfecture demande de ne pas rejoindre le cortège prévu samedi."
    )
    assert [one.since for one in figures(text)] == ["2020-05-12", "2020-05-12"]


def test_days_counted_over_an_article_tell_when_it_struck(figures: Read) -> None:
    """`Huit jours après`, before any day is told."""
    text = (
        "Huit jours après, Valfroide compte ses ruines\n\nMardi, le préfet est revenu au village.\n\n"
        "On en est à 12 morts, selon la gendarmerie."
    )
    assert [(one.since, one.until) for one in figures(text)] == [("2020-05-06", "2020-05-14")]


def test_what_somebody_says_in_quotation_marks_has_gone_on_opens_nothing(figures: Read) -> None:
    """What she says came before."""
    text = (
        "Une mutinerie a éclaté mercredi à la prison d'Ourzal.\n\n"
        "« Ils n'avaient pas bu depuis trois jours », nous dit une gardienne. Deux surveillants sont morts."
    )
    assert [one.since for one in figures(text)] == ["2020-05-13"]


def test_those_who_die_later_of_a_blow_do_not_move_it(figures: Read) -> None:
    """`les morts de lundi`."""
    text = (
        "Un pompier est décédé mercredi à l'hôpital de Brévane, ce qui porte à neuf le nombre des morts de lundi. "
        "Trente blessés sont soignés."
    )
    assert [one.since for one in figures(text) if one.text in ("neuf", "Trente")] == ["2020-05-11", "2020-05-11"]


def test_what_they_suffer_today_is_no_blow(figures: Read) -> None:
    """`sont aujourd'hui infectés`: so it is now, and began on another day."""
    text = (
        "Neuf pensionnaires emportés en quinze jours\n\nLe foyer de Mortane se tait.\n\n"
        "Douze soignants sont aujourd'hui infectés. Quatorze résidents sont morts, selon l'agence de santé."
    )
    assert figures(text)[-1].since == "2020-04-29"


def test_a_note_that_opens_with_the_days_up_to_its_own_counts_since_the_first(figures: Read) -> None:
    """`Entre le 3 et le 13 mai, la mission a relevé ...`."""
    text = (
        "Entre le 3 et le 13 mai, la mission a recueilli 61 plaintes à Ourzal.\n\nA. Atteintes à la vie\n\n"
        "Treize personnes tuées. Un cortège a été attaqué le 9 mai."
    )
    assert [one.since for one in figures(text) if one.text == "Treize"] == ["2020-05-03"]


def test_a_lead_tells_its_day_by_whatever_verb(figures: Read) -> None:
    """Nothing in the sentence is a word for what strikes."""
    text = (
        "Durant trois heures, mardi, la caserne de Tinzou n'a pas répondu.\n\n"
        "L'état-major déplore treize tués. Cinq soldats sont portés disparus."
    )
    assert [one.since for one in figures(text)] == ["2020-05-12", "2020-05-12"]


def test_a_clause_of_time_tells_when_people_came_to_harm(figures: Read) -> None:
    """`lorsqu'un tracteur s'est engagé mardi sur la voie`."""
    text = (
        "Cinq ouvriers ont trouvé la mort et douze ont été blessées lorsqu'un tracteur s'est engagé mardi sur la voie "
        "ferrée à Mortane, a indiqué mercredi la préfecture.\n\nSix des blessés ont été transférés à Brévane."
    )
    assert [one.since for one in figures(text)] == ["2020-05-12"] * 3


def test_the_day_of_a_count_that_fell_is_not_that_of_the_blow(figures: Read) -> None:
    """`les disparus étaient descendus à douze mercredi`."""
    text = "Les disparus étaient descendus à douze mercredi ; on compte neuf morts de dimanche, selon la préfecture d'Ourzal."
    assert figures(text)[-1].since == "2020-05-10"


def test_one_named_person_who_dies_later_dates_no_blow(figures: Read) -> None:
    """Her death on Tuesday is one of those of the march."""
    text = (
        "Les heurts ont éclaté dimanche à Ourzal. Salma Kéré, couturière, est décédée mardi.\n\n"
        "Le ministère recense 52 blessés."
    )
    assert figures(text)[-1].since == "2020-05-10"


def test_a_count_of_the_last_hours_is_no_blow(figures: Read) -> None:
    """`au cours des dernières 24 heures`, up to the day at which the counts were closed."""
    text = "Choléra à Ouando\n\nSituation au 12 mai 2020\n\n• 31 nouveaux cas au cours des dernières 24 heures.\n\n• 87 décès."
    read = figures(text)
    assert (read[0].since, read[0].until) == ("2020-05-11", "2020-05-12")
    assert read[1].until == "2020-05-12"
    assert read[1].since != "2020-05-13"


def test_what_was_told_before_is_a_count_of_no_day_that_is_said(figures: Read) -> None:
    """`qui avait initialement parlé de huit morts`."""
    text = (
        "L'explosion de mardi a fait onze morts, a indiqué mercredi la préfecture de Brévane, "
        "qui avait initialement parlé de huit morts."
    )
    assert [(one.since, one.until) for one in figures(text)] == [("2020-05-12", "2020-05-13"), ("2020-05-12", None)]


def test_an_offensive_that_began_in_a_month_goes_on(figures: Read) -> None:
    """Its toll runs to the day of the report."""
    text = "L'offensive déclenchée en mars du côté d'Ourzal a déjà coûté la vie à 90 soldats, selon l'état-major."
    assert [(one.since, one.until) for one in figures(text)] == [("2020-03", "2020-05-14")]


def test_what_was_so_last_summer_is_not_so_today(figures: Read) -> None:
    """No calendar has `l'été dernier`."""
    text = "La crue de lundi a fait 14 morts.\n\nL'été dernier, un conflit semblable avait touché 230 stations."
    assert (figures(text)[-1].since, figures(text)[-1].until) == (None, None)


def test_what_a_sentence_tells_of_another_blow_counts_for_the_next(figures: Read) -> None:
    """A train in an article about an avalanche."""
    text = (
        "L'avalanche de samedi a fait cinq morts à Valfroide.\n\n"
        "Dimanche matin, un train avait déraillé près de Mortane. Les blessés ne sont plus que seize."
    )
    assert [one.since for one in figures(text)] == ["2020-05-09", "2020-05-10"]


def test_those_who_still_live_there_do_so_on_the_day_of_the_report(figures: Read) -> None:
    """They were there when it struck, and are."""
    text = "La frappe de mardi a tué six personnes à Ourzal. Environ 90 000 habitants vivent toujours dans les quartiers assiégés."
    assert (figures(text)[-1].since, figures(text)[-1].until) == ("2020-05-14", "2020-05-14")


def test_attackers_were_as_many_as_when_they_struck(figures: Read) -> None:
    """Not on the day of the report."""
    text = (
        "Des hommes armés ont attaqué mardi le poste de Tinzou, tuant six gendarmes.\n\n"
        "Les assaillants, une vingtaine selon un rescapé, sont repartis à moto vers le nord."
    )
    assert [(one.since, one.until) for one in figures(text) if one.text == "une vingtaine"] == [
        ("2020-05-12", "2020-05-12")
    ]


def test_those_who_are_ill_are_so_on_the_day_that_it_is_said(figures: Read) -> None:
    """A toll of cases runs; how many are ill now does not."""
    text = "Le choléra est apparu le 3 mai à Ouando. Une trentaine de soignants sont malades, selon l'hôpital."
    assert (figures(text)[-1].since, figures(text)[-1].until) == ("2020-05-14", "2020-05-14")


def test_what_becomes_of_a_blow_is_another_day(figures: Read) -> None:
    """`n'avait pas été revendiqué`, `a été condamné`: it had struck before."""
    text = (
        "Quatorze soldats ont été tués mardi dans l'attaque de leur poste à Ourzal.\n\n"
        "L'assaut n'avait pas été revendiqué jeudi à la mi-journée. Neuf blessés ont été conduits à Mortane."
    )
    assert [one.since for one in figures(text) if one.text == "Neuf"] == ["2020-05-12"]
    text = (
        "L'effondrement a été évoqué mercredi en conseil. Le bilan est de 22 morts.\n\n"
        "La charpente avait cédé lundi, à l'heure de la prière."
    )
    assert [one.since for one in figures(text)] == ["2020-05-11"]


def test_a_repelled_attack_is_of_that_day(figures: Read) -> None:
    """What is done to it as it falls."""
    text = "L'attaque a été repoussée mardi à Ourzal. Douze assaillants ont péri."
    assert [one.since for one in figures(text)] == ["2020-05-12"]


def test_what_may_strike_has_not_struck(figures: Read) -> None:
    """`pourrait toucher terre mercredi`."""
    text = "Une autre tempête pourrait toucher terre mercredi.\n\nLa première a balayé Mortane lundi : six morts."
    assert [one.since for one in figures(text)] == ["2020-05-11"]
