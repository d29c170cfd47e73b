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
