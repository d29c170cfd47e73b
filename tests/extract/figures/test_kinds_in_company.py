"""What the company of the counted makes of a kind that a word gave: who acts, on what, and where."""

from __future__ import annotations

import pytest

from recoupe.extract.local import read_paragraphs
from recoupe.extract.reading import LocalFigure
from recoupe.model.article import BlockKind
from recoupe.model.figure import Counted, Kind
from recoupe.parse.sentences import split_sentences


def read(text: str) -> list[LocalFigure]:
    return list(read_paragraphs([(text, BlockKind.BODY, split_sentences(text))])[0].figures)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Quatre mille personnes se sont rassemblées autour de la mairie.", Kind.PROTESTING),
        ("On voit quatre mille personnes rassemblées autour du camp des casques bleus.", Kind.DISPLACED),
        ("On recense cent familles regroupées dans les salles de l'internat.", Kind.HOSTED),
        ("Deux cents personnes s'étaient rassemblées sur le parvis pour un concert.", Kind.EXPOSED),
    ],
)
def test_a_crowd_protests_in_the_street_and_shelters_under_a_roof(text: str, kind: Kind) -> None:
    assert [one.kind for one in read(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Le cyclone ravage trois écoles.", Kind.DESTROYED),
        ("Le choléra ravage trois écoles.", Kind.AFFECTED),
        ("Cinq voitures ont été emportées par le torrent.", Kind.DESTROYED),
        ("Cinq voitures ont été emportées par les assaillants.", Kind.OTHER),
        ("Les soldats passent au crible 30 km2 de savane.", Kind.OTHER),
    ],
)
def test_who_acts_says_what_the_verb_does(text: str, kind: Kind) -> None:
    assert [one.kind for one in read(text)] == [kind]


def test_where_people_live_is_not_struck_with_them() -> None:
    kinds = [one.kind for one in read("Douze pensionnaires de deux foyers ont été fauchés par la fièvre.")]
    assert kinds[0] is Kind.KILLED
    assert Kind.DESTROYED not in kinds


@pytest.mark.parametrize("whose", ["des siens", "des leurs", "des nôtres"])
def test_somebodys_own_are_people(whose: str) -> None:
    (one,) = read(f"La tribu dit avoir perdu neuf {whose}.")
    assert (one.kind, one.counted) == (Kind.KILLED, Counted.PEOPLE)


def test_a_number_written_with_hyphens_joins_a_second_subject() -> None:
    kinds = [one.kind for one in read("Onze marins et vingt-quatre passagers ont trouvé la mort.")]
    assert kinds == [Kind.KILLED, Kind.KILLED]
