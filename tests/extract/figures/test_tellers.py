"""A few who only tell what is told are no figure; a few whom something befell are."""

from __future__ import annotations

import pytest

from recoupe.extract.local import read_paragraphs
from recoupe.model.article import BlockKind
from recoupe.parse.sentences import split_sentences


def read(text: str) -> list[str]:
    return [one.span.of(text) for one in read_paragraphs([(text, BlockKind.BODY, split_sentences(text))])[0].figures]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Deux sources proches du dossier l'ont confirmé.", []),
        ("Selon deux responsables, la trêve tiendra.", []),
        ("Trois témoins interrogés par la radio racontent la même scène.", []),
        ("D'après quatre survivants, la barque a chaviré vite.", []),
        ("Selon deux médecins, douze enfants sont morts.", ["douze"]),
        ("Trois médecins ont été tués.", ["Trois"]),
        ("Deux policiers ont indiqué être blessés.", ["Deux"]),
        ("Trois sources d'eau sont polluées.", ["Trois"]),
    ],
)
def test_those_who_tell_are_not_counted(text: str, said: list[str]) -> None:
    """`selon deux responsables` counts nobody; `trois médecins ont été tués` does."""
    assert read(text) == said
