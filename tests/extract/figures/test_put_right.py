"""A number that is put right, and one that tells of things while the dead were told of before."""

from __future__ import annotations

import pytest

from recoupe.extract.local import read_paragraphs
from recoupe.model.article import BlockKind
from recoupe.parse.sentences import split_sentences


def read(text: str) -> list[tuple[str, str, str]]:
    figures = read_paragraphs([(text, BlockKind.BODY, split_sentences(text))])[0].figures
    return [(one.span.of(text), one.kind.value, one.modality.value) for one in figures]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Les blessés ne sont pas douze mais dix.", [("douze", "injured", "denied"), ("dix", "injured", "reported")]),
        (
            "Le bilan n'est pas de douze morts mais de dix.",
            [("douze", "killed", "denied"), ("dix", "killed", "reported")],
        ),
        (
            "Le nombre de déplacés n'est pas de 12 140, comme écrit par erreur, mais de 10 140.",
            [("12 140", "displaced", "denied"), ("10 140", "displaced", "reported")],
        ),
        ("La trêve n'a pas tenu mais 40 camions sont passés.", [("40", "deployed", "reported")]),
    ],
)
def test_the_wrong_number_is_denied_and_the_right_one_told(text: str, said: list[tuple[str, str, str]]) -> None:
    """`pas douze mais dix`: both are of what the first counts."""
    assert read(text) == said


def test_what_somebody_sent_or_received_is_not_who_died_before() -> None:
    """`en avoir envoyé trois` after a toll counts no dead; a morgue that received twelve does."""
    assert read("L'explosion a tué neuf ouvriers. L'exploitant dit n'en avoir reçu que deux.") == [
        ("neuf", "killed", "reported")
    ]
    assert len(read("L'explosion a blessé neuf ouvriers. L'hôpital en a reçu huit.")) == 2
