"""What the words beside a count tell of it where the tree tells nothing, and whether one alone counts."""

from __future__ import annotations

import pytest

from recoupe.extract.local import read_paragraphs
from recoupe.extract.reading import LocalFigure
from recoupe.model.article import BlockKind
from recoupe.model.figure import Counted, Kind
from recoupe.parse.sentences import split_sentences


def figures(text: str) -> tuple[LocalFigure, ...]:
    return read_paragraphs([(text, BlockKind.BODY, split_sentences(text))])[0].figures


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Le siège de la ville affame 90 000 habitants.", Kind.AFFECTED),
        ("La station reçoit jusqu'à 20 000 vacanciers en février.", Kind.HOSTED),
        ("Le gouvernement veut vacciner 120 000 personnes à partir de lundi.", Kind.OTHER),
        ("Une coalition d'une dizaine de partis est à l'origine de l'appel à manifester.", Kind.OTHER),
    ],
)
def test_the_nearest_verb_tells_where_the_tree_tells_nothing(text: str, kind: Kind) -> None:
    """A verb that was taken for a noun is told by its form; an infinitive of another clause tells nothing."""
    assert [one.kind for one in figures(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Un policier a été blessé à la jambe.", [(Kind.INJURED, Counted.POLICE)]),
        ("Un agent de santé est porté disparu.", [(Kind.MISSING, Counted.HEALTH_WORKERS)]),
        (
            "Un véhicule et trois tentes ont brûlé.",
            [(Kind.DESTROYED, Counted.VEHICLES), (Kind.DESTROYED, Counted.GOODS)],
        ),
        ("Un Vaudois de 45 ans a été blessé.", []),
        ("Pas un patient n'a été blessé.", []),
        ("Le ministre a reçu un policier.", []),
    ],
)
def test_one_alone_counts_where_a_verb_tells_what_befell_them(text: str, said: list[tuple[Kind, Counted]]) -> None:
    """Who is told apart by an age is nobody's count."""
    assert [(one.kind, one.counted) for one in figures(text)] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Des 43 morts de l'incendie, vingt-six dormaient dans l'atelier.", Kind.KILLED),
        ("Douze ouvriers sont morts. Soixante travaillaient dans l'atelier.", Kind.EXPOSED),
    ],
)
def test_where_some_of_the_dead_were_does_not_make_them_less_dead(text: str, said: Kind) -> None:
    """A number that is larger than the toll is no part of it."""
    assert figures(text)[-1].kind is said


def test_who_counts_is_not_counted() -> None:
    """The rescuers count the dead."""
    text = "Quarante civils sont morts, assure l'armée ; les secouristes en dénombrent soixante."
    assert [(one.kind, one.counted) for one in figures(text)] == [(Kind.KILLED, Counted.CIVILIANS)] * 2
