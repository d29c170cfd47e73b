"""Figures of those who are still there, which are of one day and run since no blow, and of lists under a dated line."""

from collections.abc import Callable

from recoupe.model.figure import Figure

Read = Callable[[str], tuple[Figure, ...]]
# the articles stand under Thursday 14 May 2020
BLOW = "Un autocar a versé dans un ravin samedi près de Mortane. Onze passagers sont morts.\n\n"


def _days(figures: Read, text: str, *numbers: str) -> list[tuple[str | None, str | None]]:
    return [(one.since, one.until) for one in figures(text) if one.text in numbers]


def test_those_who_remain_in_care_are_so_on_the_day(figures: Read) -> None:
    """A state; those who died of it are counted since the blow."""
    text = BLOW + "Quatre blessés demeurent en soins intensifs."
    assert _days(figures, text, "Onze", "Quatre") == [("2020-05-09", "2020-05-14"), ("2020-05-14", "2020-05-14")]


def test_those_who_are_left_are_so_on_the_day(figures: Read) -> None:
    """`Il en reste quatorze`."""
    text = "Des hommes armés ont enlevé 40 élèves dimanche à Ourzal.\n\nIl en reste quatorze aux mains des ravisseurs."
    assert _days(figures, text, "quatorze") == [("2020-05-14", "2020-05-14")]


def test_a_part_of_them_is_of_the_day_too(figures: Read) -> None:
    """`toujours hospitalisés, dont trois enfants`."""
    text = BLOW + "Sept voyageurs sont toujours hospitalisés, dont trois enfants."
    assert _days(figures, text, "Sept", "trois") == [("2020-05-14", "2020-05-14")] * 2


def test_a_count_that_remains_the_same_runs_on(figures: Read) -> None:
    """The count remains, not those counted; and whoever is not found is still counted since the blow."""
    text = BLOW + "Le nombre des blessés demeure fixé à 112. Six personnes restent introuvables."
    assert _days(figures, text, "112", "Six") == [("2020-05-09", "2020-05-14")] * 2


def test_what_share_of_things_is_out_of_use_is_of_the_day(figures: Read) -> None:
    """How things are; what was destroyed runs since the blow."""
    text = "La crue a frappé Valfroide vendredi.\n\nSept forages sur dix sont hors d'usage. Quelque 90 maisons ont été rasées."
    assert _days(figures, text, "Sept forages sur dix", "90") == [
        ("2020-05-14", "2020-05-14"),
        ("2020-05-08", "2020-05-14"),
    ]


def test_the_items_of_a_list_are_of_the_day_of_the_line_over_it(figures: Read) -> None:
    """The line counts them all on one day."""
    text = (
        "L'explosion de dimanche a fait neuf morts à Brévane.\n\nMercredi à 18 heures, 31 blessés étaient hospitalisés :\n\n"
        "– Hôpital central : 17 ;\n– Clinique du Port : 14."
    )
    assert _days(figures, text, "17", "14") == [("2020-05-13", "2020-05-13")] * 2


def test_a_line_without_a_number_dates_its_list(figures: Read) -> None:
    """`Sinistrés accueillis mardi soir :`; the paragraph behind the list is none of its items."""
    text = (
        "L'inondation de dimanche a fait neuf morts à Brévane.\n\nSinistrés accueillis mardi soir :\n"
        "- lycée : 120 personnes\n- stade : 300 personnes\n\nLe préfet en attend davantage ; 40 maisons ont été rasées."
    )
    assert _days(figures, text, "120", "300") == [("2020-05-12", "2020-05-12")] * 2
    assert _days(figures, text, "40") == [("2020-05-10", "2020-05-14")]


def test_those_whom_somebody_has_in_care_are_so_on_the_day(figures: Read) -> None:
    """`« J'ai 32 brûlés »`, `en loge 85`; whoever has dead to mourn counts a toll."""
    text = (
        "Une explosion a ravagé lundi le marché d'Ourzal.\n\n« J'ai 32 brûlés et deux infirmiers », résume le chirurgien.\n\n"
        "« Nous avons 14 morts », dit le maire."
    )
    assert _days(figures, text, "32", "14") == [("2020-05-14", "2020-05-14"), ("2020-05-11", "2020-05-14")]


def test_those_still_held_or_without_a_roof_are_so_on_the_day(figures: Read) -> None:
    """A participle or a preposition behind `encore`; not `pas encore`."""
    text = (
        "Des hommes armés ont enlevé 40 élèves dimanche à Ourzal.\n\nL'armée recense cinq captifs encore retenus. "
        "Onze corps n'ont pas encore été identifiés."
    )
    assert _days(figures, text, "cinq", "Onze") == [("2020-05-14", "2020-05-14"), ("2020-05-10", "2020-05-14")]


def test_how_things_are_said_to_be_is_of_the_day(figures: Read) -> None:
    """`attendraient des soins`; `auraient été tuées` and `seraient morts` tell a toll."""
    text = (
        "Le séisme a frappé lundi la vallée d'Ourzal.\n\nDes dizaines de blessés attendraient des soins dans les ruines. "
        "Douze personnes auraient été tuées à Mortane. Six habitants seraient morts de froid."
    )
    assert _days(figures, text, "dizaines", "Douze", "Six") == [
        ("2020-05-14", "2020-05-14"),
        ("2020-05-11", "2020-05-14"),
        ("2020-05-11", "2020-05-14"),
    ]


def test_as_many_as_they_are_said_to_be_somewhere_are_so_on_the_day(figures: Read) -> None:
    """`Ils seraient 900 à dormir là-bas`."""
    text = (
        "Un raid a visé Ourzal lundi. Les habitants ont fui. Ils seraient 900 à dormir dans la brousse, selon le curé."
    )
    assert _days(figures, text, "900") == [("2020-05-14", "2020-05-14")]
