"""What stands around the prose of a report is told from it, and what is prose is never lost."""

from __future__ import annotations

import pytest

from recoupe.model.article import READ_KINDS, Article, Raw
from recoupe.parse.article import parse


def article_of(text: str) -> Article:
    article = parse(Raw(name="a.txt", origin="a.txt", data=text.encode(), media="text"))
    assert isinstance(article, Article)
    return article


def kinds(text: str) -> list[tuple[str, str]]:
    article = article_of(text)
    return [(block.kind.value, block.span.of(article.text)) for block in article.blocks]


PROSE = "Douze personnes ont été tuées mardi dans une attaque au nord de la ville, a annoncé le maire."
MORE = "Les recherches se poursuivaient mercredi matin, selon la protection civile, qui a envoyé une équipe."


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Publié le 3 mai 2018 à 13h05 - Modifié le 4 mai 2018", "stamp"),
        ("Par Jeanne Petit et Paul Sow", "byline"),
        ("Avec notre correspondante à Lomé, Awa Diop", "byline"),
        ("Envoyée spéciale à Goma", "byline"),
        ("[Photo : une rue inondée, ce matin. © XYZ / A. Petit]", "caption"),
        ("Photo d’archives © Agence Rive", "caption"),
        ("Accueil > Monde > Afrique", "label"),
        ("FAITS DIVERS | 23 octobre 2018", "stamp"),
        ("Partager sur WhatsApp", "furniture"),
        ("12 commentaires | Lu 3 420 fois", "furniture"),
        ("Publicité", "furniture"),
        ("Temps de lecture : 3 min", "furniture"),
        ("Contact presse : Jeanne Petit, +33 1 00 00 00 00", "furniture"),
        ("* * *", "furniture"),
        ("Lomé, jeudi 3 mai 2018", "dateline"),
    ],
)
def test_lines_around_the_prose_are_told_from_it(line: str, kind: str) -> None:
    """Under the title, a stamp, byline, credit or piece of furniture has its own kind and no sentences."""
    found = kinds(f"Attaque au nord : douze morts\n\n{line}\n\n{PROSE}\n\n{MORE}\n")
    assert found == [
        ("title", "Attaque au nord : douze morts"),
        (kind, line),
        ("body", PROSE),
        ("body", MORE),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "abc-de/fg/hi",
        "(ats/afp/xy)",
        "Avec AFP",
        "J.P.",
        "J. Petit",
        "R. N. / Agences",
        "© 2019 AFP",
        "/ABC/DEF/",
        "AFP",
    ],
)
def test_desk_signatures_close_a_report(line: str) -> None:
    """A last line of desk initials, a name or an agency is a signature."""
    assert kinds(f"{PROSE}\n\n{MORE}\n\n{line}")[-1] == ("signature", line)


@pytest.mark.parametrize(
    "line",
    [
        "Trois morts, vingt blessés",
        "12 blessés",
        "Deux disparus",
        "Bilan : 30 morts",
        "Vu de Lomé, le bilan est de 12 morts.",
        "Par chance, aucun des 40 passagers n'a été blessé.",
        "Partager 300 tentes entre 900 familles prendra du temps.",
        "Source : 12 morts selon la police",
        "MSF – 34 décès depuis lundi",
        "Photos à l'appui, il compte 12 maisons détruites.",
        "Contact a été perdu avec les 12 marins.",
        "- 37 personnes tuées",
        "• 3 400 personnes, soit 486 ménages",
        "Lire la liste des 48 noms a pris une heure.",
        "Direct : 12 morts",
        "Le 12 mars, 30 maisons ont brûlé",
    ],
)
def test_no_figure_is_lost_in_a_line_that_only_looks_like_furniture(line: str) -> None:
    """A line with a quantity stays among what is read, wherever it stands."""
    for text in (
        f"Le point sur l'attaque\n\n{line}\n\n{PROSE}\n\n{MORE}",
        f"Le point sur l'attaque\n\n{PROSE}\n\n{line}\n\n{MORE}",
        f"Le point sur l'attaque\n\n{PROSE}\n\n{MORE}\n\n{line}",
    ):
        article = article_of(text)
        numbers = [at for at, character in enumerate(article.text) if character.isdigit()] or [text.index(line)]
        read = [block.span for block in article.blocks if block.kind in READ_KINDS]
        assert all(any(span.start <= at < span.end for span in read) for at in numbers), kinds(text)


@pytest.mark.parametrize(
    ("dateline", "agency"),
    [
        ("GOMA, 10 mars 2021 (ABC) –", "ABC"),
        ("PARIS (AFP) -", "AFP"),
        ("LIÈGE 12/07 (BELGA) =", "Belga"),
        ("Lausanne (ats)", "ATS"),
        ("(Belga)", "Belga"),
        ("BENI (RDC), 14 oct 2019 (AFP) -", "AFP"),
        ("Port-au-Prince, le 12 novembre 2014 —", None),
        ("22 mai 2012. -", None),
        ("MONTRÉAL —", None),
        ("N'Djamena, 3 janv. 2020 (Reuters) -", "Reuters"),
        ("KINSHASA, 3 mai 2018 (ACP).-", "ACP"),
        ("BEIJING, 8 août (Xinhua) --", "Xinhua"),
        ("TUNIS, 3 mai 2018 TAP –", "TAP"),
        ("Quimper, jeudi 5 mars 2026.", None),
        ("Natitingou, le 3 mai 2018.", None),
    ],
)
def test_a_dateline_is_cut_from_the_prose_of_its_line(dateline: str, agency: str | None) -> None:
    """Place, day and agency before the dash are a block of their own; the prose begins with its first word."""
    text = f"{dateline} {PROSE}\n\n{MORE}"
    assert kinds(text)[:2] == [("dateline", dateline), ("body", PROSE)]
    assert article_of(text).agency == agency


@pytest.mark.parametrize(
    "opening",
    [
        "Le 9 mars – un mardi –",
        "Les forces du nord (FDN) - appuyées par des drones -",
        "OCHA – qui cite la mairie –",
        "Attentats du 13 novembre 2015 – six ans après,",
        "Au nord de Goma - la ville est coupée -",
        "Selon la police, le 3 mai.",
        "Paris. Le 3 mai 2018,",
        "En mai 2018.",
    ],
)
def test_prose_with_a_dash_is_no_dateline(opening: str) -> None:
    """A dash after a day, an acronym or a name cuts nothing off a sentence."""
    text = f"{opening} douze personnes ont été tuées, a annoncé le maire de la ville.\n\n{MORE}"
    assert kinds(text)[0][0] == "body"


def test_headings_are_told_from_short_paragraphs() -> None:
    """A short line without a full stop, in capitals, between dashes or numbered is one; a short sentence is not."""
    lines = ["Crue : sept morts", PROSE, "La nuit du drame", MORE, "Rien n'y fait.", PROSE, "- 'Trop tard' -", MORE]
    lines += ["BESOINS ET RÉPONSE", PROSE, "2. Les secours", MORE, "Et maintenant ?", PROSE, "«Trop tard»", MORE]
    text = "\n\n".join(lines)
    headings = [words for kind, words in kinds(text) if kind == "heading"]
    assert headings == [
        "La nuit du drame",
        "- 'Trop tard' -",
        "BESOINS ET RÉPONSE",
        "2. Les secours",
        "Et maintenant ?",
        "«Trop tard»",
    ]


def test_a_first_line_with_a_full_stop_is_no_title() -> None:
    """A report without a title opens with its body."""
    assert [kind for kind, _ in kinds(f"{PROSE}\n\n{MORE}")] == ["body", "body"]


def test_the_prose_under_a_credit_that_ends_the_text_is_a_caption() -> None:
    """The line after a bare photo credit at the end tells what the photo shows."""
    found = kinds(f"{PROSE}\n\n{MORE}\n\nPHOTO PAUL SOW, AFP\n\nLe maire devant les ruines de l'école")
    assert found[2:] == [("caption", "PHOTO PAUL SOW, AFP"), ("caption", "Le maire devant les ruines de l'école")]


def test_a_pointer_to_another_text_is_cut_from_its_headline() -> None:
    """`Lire aussi` is furniture; the headline behind it may hold a figure and is read."""
    found = kinds(f"{PROSE}\n\n{MORE}\n\nÀ lire aussi : Séisme, 40 morts")
    assert found[2:] == [("furniture", "À lire aussi :"), ("heading", "Séisme, 40 morts")]


def test_lines_broken_at_a_fixed_width_are_one_paragraph() -> None:
    """Where words run on over line ends, the paragraph and its sentences do too."""
    text = (
        "Les secouristes poursuivaient mardi leurs recherches dans les ruines\n"
        "de l'immeuble effondré la veille à Lomé, où au moins quatre corps\n"
        "ont été retrouvés, selon la police. Huit personnes sont disparues.\n"
    )
    (block,) = article_of(text).blocks
    assert [sentence.of(text).count("\n") for sentence in block.sentences] == [2, 0]


def test_lines_that_close_are_paragraphs_of_their_own() -> None:
    """A list of short lines is not run together."""
    found = kinds("Le bilan à ce stade\n12 morts\n30 blessés\n5 disparus\n")
    assert [words for _, words in found] == ["Le bilan à ce stade", "12 morts", "30 blessés", "5 disparus"]
