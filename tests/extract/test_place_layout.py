"""The places that headings, subtitles, datelines and lists give to the figures of a whole article."""

from pathlib import Path

import pytest

from recoupe.extract.gazetteer import Gazetteer
from recoupe.flow import digest
from recoupe.model.article import Article, Raw
from recoupe.parse.article import parse


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    cache: Path = tmp_path_factory.mktemp("cache")
    return Gazetteer.open(cache)


def figures_of(text: str, gazetteer: Gazetteer) -> list[tuple[str, str | None]]:
    """Return each figure of an article with its place."""
    article = parse(Raw(name="a", origin="a", data=text.encode(), media="text", published="2020-05-14"))
    assert isinstance(article, Article)
    return [(one.text, one.place) for one in digest(article, gazetteer).figures]


def test_a_heading_that_opens_with_the_noun_of_a_place_sets_the_scene_below_it(gazetteer: Gazetteer) -> None:
    """`Commune de X` above a list says where its items hold, until the next heading."""
    text = (
        "Inondations au Bénin : le point\n\nLes eaux montent encore dans le nord, où les secours peinent à passer.\n\n"
        "Commune de Belval\n– 3 décès par noyade ;\n– 18 écoles détruites.\n\n"
        "Commune de Kasara\n– 450 maisons détruites.\n\n" + "La pluie est attendue jeudi sur tout le nord.\n\n" * 6
    )
    assert figures_of(text, gazetteer) == [("3", "Belval"), ("18", "Belval"), ("450", "Kasara")]


def test_a_dateline_without_a_day_is_no_item_of_a_list(gazetteer: Gazetteer) -> None:
    """`X – Le feu ...` at the head of a report is where it was written; two such paragraphs are a list of places."""
    told = "Un incendie a détruit douze maisons, et les pompiers ont lutté toute la nuit contre les flammes et le vent."
    report = f"Le feu ravage un faubourg de Durban\n\nPretoria – {told}\n\nLa pluie est attendue jeudi.\n"
    assert figures_of(report, gazetteer) == [("douze", "Durban")]
    listed = f"Le feu ravage le pays\n\nPretoria – {told}\n\nDurban – {told}\n\nÀ Pretoria et à Durban, on prie.\n"
    assert figures_of(listed, gazetteer) == [("douze", "Pretoria"), ("douze", "Durban")]


def test_a_subtitle_counts_as_the_title(gazetteer: Gazetteer) -> None:
    """A second line of heads, before the first sentence, says what the report is about as the first line does."""
    text = (
        "Croix-Rouge – Bulletin n° 4\nCyclone et choléra, région Kasara\n\n"
        "Les eaux montent encore dans le nord, où les secours peinent à passer, disent nos équipes.\n\n"
        "À Belval, le pont est coupé.\n\nOn compte 31 morts.\n\n"
        + "La pluie est attendue jeudi sur tout le nord.\n\n"
        * 6
    )
    assert figures_of(text, gazetteer) == [("31", "Kasara")]


def test_a_heading_over_a_list_is_no_subtitle(gazetteer: Gazetteer) -> None:
    """What stands under the next heading is not in the commune of the first."""
    text = (
        "INONDATIONS DANS LE DÉPARTEMENT DE KASARA\n\nCommune de Belval\n– 3 décès par noyade ;\n\n"
        "Besoins\n40 bâches.\n\n"
        + "La pluie est attendue jeudi sur tout le nord, et les secours peinent à passer.\n\n"
        * 6
    )
    assert figures_of(text, gazetteer)[-1] == ("40", "Kasara")


def test_a_numbered_claim_in_quotation_marks_is_a_heading(gazetteer: Gazetteer) -> None:
    """`4. « ... en X »` sets the scene of what is checked below it, and not of the next claim."""
    filler = "La pluie est attendue jeudi sur tout le nord, et les secours peinent à passer.\n\n"
    text = (
        f"Collision de Durban : le vrai et le faux\n\n{filler}1. « Cinq mille ponts dangereux au Chili »\n\n"
        f"EXAGÉRÉ. On en compte 4120.\n\n{filler}2. « Les 53 familles ont été payées »\n\nINVÉRIFIABLE.\n\n"
        + filler
        * 5
    )
    assert [one for one in figures_of(text, gazetteer) if one[0] in ("4120", "53")] == [
        ("4120", "Chili"),
        ("53", "Durban"),
    ]
