"""Numbers that tell nothing of a crisis: how large a thing is, what is the norm, whose children somebody has."""

from __future__ import annotations

import pytest

from recoupe.extract.local import read_paragraphs
from recoupe.model.article import BlockKind
from recoupe.parse.sentences import split_sentences


def read(text: str) -> list[str]:
    return [one.span.of(text) for one in read_paragraphs([(text, BlockKind.BODY, split_sentences(text))])[0].figures]


@pytest.mark.parametrize(
    "text",
    [
        "Le sac de 100 kilos reste introuvable.",
        "La norme est de 15 litres par jour.",
        "« L'eau est salée », dit Fatma, 34 ans, six enfants.",
        "« J'ai trois enfants, je pars », dit-elle.",
        "Tout rassemblement de plus de cinquante personnes était interdit.",
    ],
)
def test_what_tells_nothing_of_the_crisis_is_no_figure(text: str) -> None:
    """Sizes, norms, a family's children and what is forbidden are none."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Le convoi a livré 100 kilos de farine.", ["100"]),
        ("L'attaque a tué six enfants.", ["six"]),
        ("Plus de cinquante personnes se sont rassemblées.", ["cinquante"]),
        ("L'aviation a mené deux attaques.", ["deux"]),
        ("Il y a eu trois frappes, dont une sur l'hôpital.", ["trois", "une"]),
    ],
)
def test_what_looks_like_it_and_tells_of_the_crisis_is_one(text: str, said: list[str]) -> None:
    """The same nouns, counted."""
    assert read(text) == said


def test_others_are_other_than_the_whole_and_not_than_its_part() -> None:
    """Sixteen people died, nine of them children, and three hundred people fled."""
    text = "Seize personnes, dont neuf enfants, ont trouvé la mort et 300 autres se retrouvent à la rue."
    figures = read_paragraphs([(text, BlockKind.BODY, split_sentences(text))])[0].figures
    assert [str(one.counted) for one in figures] == ["people", "children", "people"]


def test_a_present_participle_before_a_number_tells_of_it() -> None:
    """The second of two participles has its own count."""
    text = "Un camion a fauché la foule, tuant huit personnes et en blessant une quinzaine."
    figures = read_paragraphs([(text, BlockKind.BODY, split_sentences(text))])[0].figures
    assert [str(one.kind) for one in figures] == ["killed", "injured"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Huit civils ont été tués par erreur.", ["Huit"]),
        ("Seize morts et deux disparus ont été recensés.", ["Seize", "deux"]),
        ("On a compté 40 blessés, deux fois plus qu'hier.", ["40"]),
    ],
)
def test_what_befell_by_mistake_or_was_counted_once_is_a_toll(text: str, said: list[str]) -> None:
    assert read(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "Standard de la mairie : 4242.",
        "Numéro d'urgence : 3939. Pour l'état des pistes : 717.",
        "Pour toute question, une cellule d'écoute : 4114 (gratuit).",
        "Les familles peuvent joindre la cellule au 5005.",
    ],
)
def test_what_is_dialled_is_no_figure(text: str) -> None:
    """The number of a service that is called counts nobody."""
    assert read(f"La coulée a tué huit personnes. {text}") == ["huit"]


def test_what_a_label_counts_is_a_figure_though_people_called() -> None:
    """Calls received are counted."""
    assert read("Appels reçus : 3 200. Blessés : 41.") == ["3 200", "41"]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Le million d'euros promis par la région se fait attendre.", 10**6),
        ("Le million et demi d'euros promis par la région se fait attendre.", 1_500_000),
        ("Ce demi-million d'euros n'a jamais été versé.", 500_000),
    ],
)
def test_a_million_told_before_is_a_million(text: str, low: int) -> None:
    """`le million`, `ce demi-million`: the article stands where `un` stood."""
    (figure,) = read_paragraphs([(text, BlockKind.BODY, split_sentences(text))])[0].figures
    assert figure.low == figure.high == low


def test_what_somebody_saw_pass_is_a_range() -> None:
    """No number rose."""
    assert read("Un berger a vu passer de douze à quinze camions.") == ["douze à quinze"]
