"""A subject that stands behind its verb, and a main verb behind what the subject's own verb tells."""

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
        ("On montre la galerie où ont péri quarante mineurs.", Kind.KILLED),
        ("On montre la ferme d'où ont fui deux cents habitants.", Kind.DISPLACED),
        ("Dans ce virage avaient déjà péri sept cyclistes.", Kind.KILLED),
        ("Sont morts dans la nuit trois enfants.", Kind.KILLED),
        ("Ne sont rentrés que huit pêcheurs.", Kind.RETURNED),
        ("Le quartier où se sont effondrés trois immeubles est bouclé.", Kind.DESTROYED),
    ],
)
def test_a_subject_may_stand_behind_its_verb(text: str, kind: Kind) -> None:
    assert kinds(text)[0] is kind


def test_who_stands_behind_the_verb_of_a_relative_is_not_the_subject_of_the_next() -> None:
    assert Kind.DESTROYED not in kinds("La route qu'empruntaient huit camions s'est effondrée.")
    assert Kind.KILLED not in kinds("Le chef que suivaient vingt hommes est mort.")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Deux touristes suisses figurent parmi les otages.", Kind.ABDUCTED),
        ("Trois Liégeoises en visite comptent parmi les noyés.", Kind.KILLED),
        ("Parmi les interpellés, quatre lycéens de Kolda.", Kind.DETAINED),
        ("Parmi les personnes arrêtées, huit lycéens.", Kind.DETAINED),
        ("Parmi les évacués, on compte cinquante vieillards.", Kind.EVACUATED),
        ("Parmi les blessés, trois personnes ont succombé.", Kind.KILLED),
    ],
)
def test_who_is_among_those_of_a_fate_shares_it(text: str, kind: Kind) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Trente motos saisies par la douane sont parties en fumée.", Kind.DESTROYED),
        ("Une quarantaine de combattants seraient tombés depuis dimanche.", Kind.KILLED),
        ("Une vingtaine de Béninois vivent à Kolda.", Kind.EXPOSED),
        ("Le chantier est achevé à 60 %.", Kind.OTHER),
        ("La commune a perdu huit cents de ses habitants en dix ans.", Kind.OTHER),
    ],
)
def test_the_main_verb_and_what_it_is_said_of_decide(text: str, kind: Kind) -> None:
    assert kinds(text) == [kind]
