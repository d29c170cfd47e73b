"""What the head of a line says befell the things and people listed behind its colon."""

from __future__ import annotations

import pytest

from recoupe.extract.local import read_paragraphs
from recoupe.model.article import BlockKind
from recoupe.model.figure import Kind
from recoupe.parse.sentences import split_sentences


def kinds(text: str) -> list[Kind]:
    return [one.kind for one in read_paragraphs([(text, BlockKind.BODY, split_sentences(text))])[0].figures]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Partis en fumée : trois entrepôts, deux camions.", Kind.DESTROYED),
        ("Arrêtés : quatorze lycéens et deux professeurs.", Kind.DETAINED),
        ("• Tués : neuf civils, trois soldats.", Kind.KILLED),
        ("Distribués depuis lundi : 4 200 couvertures, 38 tonnes de riz.", Kind.DELIVERED),
        ("Pertes matérielles : douze granges et quatre hangars.", Kind.DESTROYED),
        ("Toujours sans nouvelles : sept pêcheurs.", Kind.MISSING),
        ("Privés d'eau : douze mille foyers.", Kind.AFFECTED),
    ],
)
def test_a_head_tells_of_all_that_its_line_lists(text: str, kind: Kind) -> None:
    assert set(kinds(text)) == {kind}


def test_who_has_a_verb_behind_the_colon_keeps_it() -> None:
    assert kinds("Évacués mardi : trente habitants sont rentrés chez eux.") == [Kind.RETURNED]
    assert kinds("Le maire arrête les comptes : trente habitants dînent.") == [Kind.OTHER]
