"""Recaps whose paragraphs stand under days: a count stood on the day of its paragraph, what was done was done then."""

from collections.abc import Callable

from recoupe.extract.gazetteer import Gazetteer
from recoupe.flow import digest
from recoupe.model.article import Article, Raw
from recoupe.model.figure import Figure
from recoupe.parse.article import parse

Read = Callable[[str], tuple[Figure, ...]]
Days = tuple[str | None, str | None]


def windows(found: tuple[Figure, ...]) -> dict[str, Days]:
    """Return the window of each figure by its words."""
    return {one.text: (one.since, one.until) for one in found}


def test_a_count_runs_from_the_first_day_to_that_of_its_paragraph(figures: Read) -> None:
    """Published on Thursday 14 May 2020; the first label, a Thursday too, is that of the week before."""
    text = (
        "La semaine où la digue a lâché\n\nJeudi 7. La rivière emporte la digue d'Arbeville : trois morts.\n\n"
        "Samedi 9. Onze morts, selon la préfecture.\n\nMardi 12. Quelque 600 habitants défilent devant la mairie."
    )
    found = windows(figures(text))
    assert found["trois"] == ("2020-05-07", "2020-05-07")
    assert found["Onze"] == ("2020-05-07", "2020-05-09")
    assert found["600"] == ("2020-05-12", "2020-05-12")


def test_a_line_with_a_day_stands_over_the_paragraphs_below_it(figures: Read) -> None:
    """`Dimanche 10. La rafle` over what happened then; `Et maintenant ?` ends it."""
    text = (
        "Arbeville, huit jours sous couvre-feu\n\nDimanche 10. La rafle\n\nLa police arrête 40 lycéens sur le port.\n\n"
        "Lundi 11. Le compte\n\nNeuf morts, d'après le ministère.\n\nEt maintenant ? Cent gendarmes gardent la ville."
    )
    found = windows(figures(text))
    assert found["40"] == ("2020-05-10", "2020-05-10")
    assert found["Neuf"] == ("2020-05-10", "2020-05-11")
    assert found["Cent"] == ("2020-05-14", "2020-05-14")


def test_one_day_at_the_head_of_one_paragraph_is_no_recap(figures: Read) -> None:
    """It may be the day of the report, or an aside."""
    text = "Crue à Arbeville\n\nMardi 12. Le bilan est de 12 morts, selon la préfecture.\n\nSix personnes manquent."
    assert windows(figures(text))["Six"][1] == "2020-05-14"


def test_a_weekday_alone_that_opens_a_week_is_not_that_of_the_report(figures: Read) -> None:
    """Published on a Thursday, and begun on one."""
    text = (
        "Retour sur une semaine de feu\n\nJeudi. La foudre tombe sur le massif. Deux cents hectares partent en fumée.\n\n"
        "Vendredi. Le vent se lève. Quatre hameaux sont évacués.\n\nMardi. Le feu a déjà parcouru 2 900 hectares.\n\n"
        "Mercredi. La pluie, enfin. Bilan : onze maisons détruites."
    )
    found = windows(figures(text))
    assert found["Deux cents"] == ("2020-05-07", "2020-05-07")
    assert found["2 900"] == ("2020-05-07", "2020-05-12")
    assert found["onze"] == ("2020-05-07", "2020-05-13")


def test_a_recap_without_a_day_of_its_own_is_of_the_week_over_it(gazetteer: Gazetteer) -> None:
    """`la semaine du 5 au 11 août 2019`; what began before that week is dated by no Monday."""
    text = (
        "Inondations à Mortane : la semaine du 5 au 11 août 2019\n\nCe que nous en avons retenu.\n\n"
        "LUNDI 5\nLa digue cède à Ourzal : trois morts.\n\nMARDI 6\nLe préfet parle de onze noyés, le lycée loge 400 familles.\n\n"
        "VENDREDI 9\nDeux corps sont repêchés."
    )
    raw = Raw(name="recap.txt", origin="recap.txt", data=text.encode(), media="text")
    article = parse(raw)
    assert isinstance(article, Article)
    assert [(one.text, one.since, one.until) for one in digest(article, gazetteer).figures] == [
        ("trois", "2019-08-05", "2019-08-05"),
        ("onze", None, "2019-08-06"),
        ("400", "2019-08-06", "2019-08-06"),
        ("Deux", "2019-08-09", "2019-08-09"),
    ]
