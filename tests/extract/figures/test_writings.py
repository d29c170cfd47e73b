"""The day of an article, a decree or a letter begins nothing."""

from collections.abc import Callable

from recoupe.model.figure import Figure

Read = Callable[[str], tuple[Figure, ...]]


def test_a_toll_does_not_run_from_the_day_of_an_article(figures: Read) -> None:
    """Published on 14 May 2020; the day of what was printed before is not the day of what happened."""
    found = figures(
        "Rectificatif\n\nDans notre article du 11 mai, nous avions donné un chiffre inexact. L'incendie de la filature a fait 13 morts."
    )
    assert [one.since for one in found if one.text == "13"] == ["2020-05-14"]


def test_the_day_of_what_happened_stays(figures: Read) -> None:
    """`Un car a quitté la route le 11 mai` opens the toll of the next sentence."""
    found = figures(
        "Accident\n\nUn car a quitté la route le 11 mai près d'Arbeville. Treize passagers sont morts, selon la mairie."
    )
    assert [one.since for one in found if one.text == "Treize"] == ["2020-05-11"]
