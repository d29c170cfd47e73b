"""Since when a toll runs and until when: by the verb of its change, the clause of time, the stretch of days it fell in."""

from collections.abc import Callable

import pytest

from recoupe.model.figure import Figure

Read = Callable[[str], tuple[Figure, ...]]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # on that day it struck, and its toll goes on
        ("L'explosion a fait 23 morts mardi soir à Belval, selon la mairie.", [("2020-05-12", "2020-05-14")]),
        ("En mars, une explosion avait fait 23 morts à Belval.", [("2020-03", "2020-03")]),
        # the day of the change is the count's
        (
            "La mine a explosé dimanche. Le nombre des morts est passé de cinq à sept, mercredi.",
            [("2020-05-10", None), ("2020-05-10", "2020-05-13")],
        ),
        (
            "La préfecture a ramené mercredi de 41 à 38 le nombre de personnes tuées dimanche dans l'explosion de la mine.",
            [("2020-05-10", None), ("2020-05-10", "2020-05-13")],
        ),
        # a clause of time says what struck then
        (
            "On ignore qui s'y trouvait dimanche soir, lorsque la mine a explosé.\n\nNeuf corps ont été remontés.",
            [("2020-05-10", "2020-05-14")],
        ),
        # what still is so on a day did not happen on it
        (
            "Six blessés étaient encore hospitalisés mercredi.\n\nLa mine a sauté dimanche.\n\nLe bilan est de neuf morts.",
            [None, ("2020-05-10", "2020-05-14")],
        ),
        # a stretch of days
        (
            "Du 5 au 9 mai, des hommes armés ont attaqué trois hameaux.\n\nLe bilan est de neuf morts.",
            [None, ("2020-05-05", "2020-05-14")],
        ),
        # a letterhead's day struck nobody
        (
            "Séisme de Belval, note n° 2, 14 mai 2020\n\nDécès : 38. Le bourg est sans eau depuis samedi.",
            [("2020-05-09", "2020-05-14")],
        ),
    ],
)
def test_a_toll_runs_from_the_blow_to_the_count(
    text: str, days: list[tuple[str | None, str | None] | None], figures: Read
) -> None:
    """Those whose days are given; of the others only that they are read."""
    read = figures(text)
    assert len(read) == len(days)
    for one, expected in zip(read, days, strict=True):
        if expected is not None:
            assert (one.since, one.until) == expected, one.text


@pytest.mark.parametrize(
    "sentence",
    [
        "Le dépôt a sauté dimanche.",
        "Le barrage a lâché dimanche.",
        "La police a tiré dimanche sur la foule.",
        "Les détenus se sont soulevés dimanche.",
        "Le brasier, allumé dimanche par la foudre, avance.",
        "Le sol s'est dérobé dimanche.",
    ],
)
def test_verbs_of_what_strikes_open_a_toll(sentence: str, figures: Read) -> None:
    """Whatever gives way, catches fire or is fired does so on a day, from which the dead are counted."""
    (figure,) = figures(f"{sentence} Onze personnes sont mortes.")
    assert figure.since == "2020-05-10"


def test_a_converted_amount_has_the_days_of_what_it_converts(figures: Read) -> None:
    """Promised in one currency, promised in the other."""
    told = figures("Le ministre a promis mardi 10 millions de dinars (environ 7.500 euros) à chaque famille.")
    assert len({(one.kind, one.modality, one.since, one.until, one.source) for one in told}) == 1
    assert [one.unit for one in told] != [told[0].unit] * 2
    apart = figures("Le ministre a versé mardi 10 millions de dinars. Le maire demande 7.500 euros.")
    assert len({one.modality for one in apart}) == 2


def test_a_campaign_holds_the_tolls_of_its_latest_day(figures: Read) -> None:
    """Where all that struck did so on the report's own day, and other words say since when it goes on."""
    text = (
        "Les affrontements durent depuis lundi à Belval.\n\nL'hôpital a admis 27 blessés.\n\n"
        "Jeudi, une roquette est tombée sur le marché."
    )
    assert figures(text)[0].since == "2020-05-11"
