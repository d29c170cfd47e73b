"""Numbers of a list: under a label, under the line that opens it, one participle after the other, one count after the other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.extract.local import read_paragraphs
from recoupe.model.article import BlockKind
from recoupe.model.figure import Figure
from recoupe.parse.sentences import split_sentences


def told(text: str) -> list[tuple[str, str, str]]:
    """Return the figures of a paragraph as its words, their kind and what they count."""
    reading = read_paragraphs([(text, BlockKind.BODY, split_sentences(text))])[0]
    return [(one.span.of(text), one.kind.value, one.counted.value) for one in reading.figures]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "• Morts : 21 (préfecture) ; 27 (hôpital régional). Nos équipes en ont vérifié 19, dont 4 enfants.",
            [
                ("21", "killed", "people"),
                ("27", "killed", "people"),
                ("19", "killed", "people"),
                ("4", "killed", "children"),
            ],
        ),
        (
            "– Écoles : 4 détruites, 26 endommagées.",
            [("4", "destroyed", "buildings"), ("26", "destroyed", "buildings")],
        ),
        (
            "• Immeubles : 3 effondrés, 20 fissurés.",
            [("3", "destroyed", "buildings"), ("20", "destroyed", "buildings")],
        ),
        (
            "200 kits demandés, 90 reçus, 40 distribués.",
            [("200", "delivered", "goods"), ("90", "delivered", "goods"), ("40", "delivered", "goods")],
        ),
        (
            "Quatre tués lundi soir, six mardi, huit mercredi.",
            [("Quatre", "killed", "people"), ("six", "killed", "people"), ("huit", "killed", "people")],
        ),
    ],
)
def test_a_label_or_the_noun_before_lends_a_list_what_it_counts(text: str, figures: list[tuple[str, str, str]]) -> None:
    """A participle in the plural behind a number is told of the noun that was left out."""
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Côté dégâts, la préfecture dresse le tableau suivant :\n\n– hangars : 61, dont 22 à Kankan ;\n\n– motos : une trentaine ;\n\n"
            "– rizières : 4 200 hectares.",
            [("61", "destroyed"), ("22", "destroyed"), ("une trentaine", "destroyed"), ("4 200", "destroyed")],
        ),
        ("Moyens engagés :\n\n• 12 camions ;\n\n• 40 pompiers.", [("12", "deployed"), ("40", "deployed")]),
        ("B. Blessés\n\n118 au moins, dont 9 brûlés.", [("118", "injured"), ("9", "injured")]),
    ],
)
def test_the_line_that_opens_a_list_tells_of_its_items(
    figures: Callable[[str], tuple[Figure, ...]], text: str, expected: list[tuple[str, str]]
) -> None:
    """What an item counts says no kind where the line above has said it."""
    assert [(one.text, one.kind.value) for one in figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "Parmi les morts figurent quatre élèves, qui rentraient chez eux, et deux gendarmes.",
            ("deux", "killed", "police"),
        ),
        ("Parmi les victimes, on compte trois enfants et un infirmier.", ("un", "killed", "health_workers")),
        (
            "Six cents personnes ont marché lundi matin à Kankan et quelque 150 avocats à Siguiri.",
            ("150", "protesting", "people"),
        ),
        (
            "Douze morts ont été transférés à Kankan et trois médecins à Siguiri.",
            ("trois", "deployed", "health_workers"),
        ),
    ],
)
def test_a_second_count_goes_on_with_the_verb_of_the_first(text: str, last: tuple[str, str, str]) -> None:
    """Behind an aside, or at another place; but what the first noun said of its own is not said of the second."""
    assert told(text)[-1] == last
