"""`un` and `une`: where one person counts, and where one thing in an adjunct, a price or an apposition does not."""

from __future__ import annotations

import pytest

from recoupe.extract.local import read_paragraphs
from recoupe.model.article import BlockKind
from recoupe.parse.sentences import split_sentences


def told(text: str) -> list[tuple[str, float | None, str, str]]:
    """Return the figures of a paragraph as their words, their lower end, their kind and what they count."""
    reading = read_paragraphs([(text, BlockKind.BODY, split_sentences(text))])[0]
    return [(one.span.of(text), one.low, one.kind.value, one.counted.value) for one in reading.figures]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("La préfecture a retiré de sa liste un homme tué dans un accident de la route.", ["un"]),
        ("Des familles ont payé pour récupérer un corps.", []),
        ("Un cercueil se vend désormais 400 euros.", ["400"]),
        ("Le jeune homme, un saisonnier de Labé, a été tué par la chute d'un arbre.", []),
        ("Des obus étaient rangés entre une boulangerie et une crèche.", []),
        ("Les frères sont morts, lui 66 ans, elle 63, dans leur maison.", []),
        ("Une ligne de 120 kilovolts a été coupée.", []),
        ("Un ouvrier, brûlé à 70%, a été transféré à Dakar.", ["Un"]),
        ("Les 83 ouvriers de Kole-1 et 2 ont été évacués.", ["83"]),
        ("L'association a recueilli 61 témoignages.", []),
    ],
)
def test_what_stands_in_an_adjunct_is_no_figure(text: str, words: list[str]) -> None:
    """Nor is what one costs, who somebody is, a second age, a voltage, how much of a body is burnt."""
    assert [one[0] for one in told(text)] == words


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Dans la capitale, un policier a été tué.", ("un", 1, "killed", "police")),
        ("La nuit dernière, un policier, père de deux enfants, a été tué.", ("un", 1, "killed", "police")),
        ("Un couple de retraités a été retrouvé mort dans sa voiture.", ("Un couple", 2, "killed", "people")),
        ("Un couple manque toujours à l'appel à Labé.", ("Un couple", 2, "missing", "people")),
        ("• 9 personnes tuées : 8 à Kankan et une à Siguiri.", ("une", 1, "killed", "people")),
        (
            "Neuf morts ont été identifiés : six Guinéens, deux Maliens, un Philippin.",
            ("un", 1, "killed", "people"),
        ),
    ],
)
def test_one_person_counts_where_something_befell_them(text: str, figure: tuple[str, float, str, str]) -> None:
    """A couple is two people, and one at another place or of another country is told as those before."""
    assert figure in told(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Un seul mort mardi, contre six la semaine d'avant.", ["Un", "six"]),
        ("Un seul bac fonctionne, au lieu de trois en temps normal.", ["Un", "trois"]),
        (
            "Sept villageois sont morts : quatre à Vannes, un à Auray, un à Lorient et un à Quimper.",
            ["Sept", "quatre", "un", "un", "un"],
        ),
        ("Deux ouvriers sont morts : un grutier tombé du quai et un maçon de 38 ans.", ["Deux", "un", "un"]),
        ("Un bébé de cinq mois a été sorti vivant des gravats.", ["Un"]),
        ("« Je dormais », raconte un rescapé grelottant.", []),
        ("Ils sont sortis comme un seul homme.", []),
        ("Une seule certitude : il pleuvra.", []),
    ],
)
def test_a_single_one_set_against_more_counts(text: str, said: list[str]) -> None:
    """`un seul`, each of a list by places, and those that make up the number before a colon."""
    assert [one[0] for one in told(text)] == said
