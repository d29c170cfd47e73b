"""Days counted from a blow: to the article's own day, or to one that it tells of on the way."""

from collections.abc import Callable

from recoupe.model.figure import Figure

Read = Callable[[str], tuple[Figure, ...]]
# the articles stand under Thursday 14 May 2020
LEAD = "Le 5 mai, à la mi-temps, la tribune du stade de Mortane s'est effondrée. Vingt-six supporteurs sont morts."


def test_the_morrow_of_a_blow_whose_day_is_told_is_a_day_of_the_telling(figures: Read) -> None:
    """It was not yesterday."""
    text = f"{LEAD}\n\nAu lendemain du drame, le ministre parlait de quinze morts."
    assert [(one.since, one.until) for one in figures(text)] == [
        ("2020-05-05", "2020-05-14"),
        ("2020-05-05", "2020-05-06"),
    ]


def test_days_after_a_blow_whose_day_is_told_lead_to_no_other_blow(figures: Read) -> None:
    """`trois jours après l'effondrement`, of the 8th."""
    text = (
        f"{LEAD}\n\nTrois jours après l'effondrement, 40 plongeurs ont sondé le lac. Six blessés sont toujours soignés."
    )
    assert [(one.since, one.until) for one in figures(text)][1] == ("2020-05-08", "2020-05-08")
    assert figures(text)[-1].since in ("2020-05-05", "2020-05-14")


def test_a_long_count_gives_way_to_the_day_that_is_told(figures: Read) -> None:
    """`une semaine après`, on the eighth day."""
    text = (
        "Une semaine après l'éruption, Valfroide compte ses ruines.\n\nLe volcan est entré en éruption le 6 mai au soir.\n\n"
        "L'éruption du 6 mai a détruit 90 maisons."
    )
    assert figures(text)[-1].since == "2020-05-06"


def test_a_count_over_the_article_tells_its_blow(figures: Read) -> None:
    """Where nothing else does."""
    text = "Trois jours après l'éboulement, Valfroide enterre ses morts.\n\nLe bilan est de 12 morts, selon la gendarmerie."
    assert [one.since for one in figures(text)] == ["2020-05-11"]
