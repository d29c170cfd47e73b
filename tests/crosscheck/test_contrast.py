# ruff: noqa: E501 - a paragraph of a report is one line
"""A sentence that tells a changed number, denies, or credits another is no rewording of the one whose words it repeats."""

from __future__ import annotations

import pytest
from tests.crosscheck.copies import account, article

from recoupe.crosscheck.reuse.contrast import apart, opposed
from recoupe.crosscheck.reuse.passages import find_passages
from recoupe.crosscheck.reuse.rewording import Sentence, sentences_of
from recoupe.crosscheck.reuse.texts import text_of

FIRST = """Un barrage cède à Tourvelle

Au moins 16 ouvriers ont été tués et une vingtaine d'autres blessés jeudi dans la rupture d'un barrage minier à Tourvelle, dans l'est du pays, ont annoncé les sauveteurs.

« La boue a tout pris en dix minutes », a raconté le chef des sauveteurs, Anselme Ordier. Quatre apprentis sont parmi les victimes, selon la clinique régionale.

Environ 1.500 riverains du hameau des Aulnes ont dormi dans une école, a précisé la commune.

La ligue des mineurs a accusé la compagnie Ferrel-Ouest d'avoir vidé ses bassins sans contrôle.
"""
NEXT_DAY = """Le deuil s'étend à Tourvelle

Le bilan de la rupture survenue jeudi à Tourvelle est passé de 16 à 27 morts, a annoncé vendredi la ministre des Mines, Hortense Calvigne. Trente-huit blessés sont soignés à la clinique régionale, a-t-elle ajouté.

La compagnie Ferrel-Ouest a démenti avoir vidé ses bassins sans contrôle. « Nos ouvrages étaient surveillés jour et nuit », a affirmé son directeur, Basile Tournemine.

Le Secours populaire a demandé 200 lits et 3 millions de couronnes pour les sinistrés.
"""


def sentence(words: str) -> Sentence:
    """Return the one sentence of a text."""
    (found,) = sentences_of(text_of(article(f"Un titre\n\n{words}\n", "a")))
    return found


def test_the_story_of_the_next_day_is_made_from_no_dispatch() -> None:
    """A new toll, a denial and an appeal, though toll and denial repeat the words of the first."""
    assert find_passages([account(FIRST, "a"), account(NEXT_DAY, "b")]) == ()


@pytest.mark.parametrize(
    ("one", "other", "against"),
    [
        ("Seize mineurs sont morts jeudi à Tourvelle.", "Le bilan de Tourvelle passe de 16 à 27 morts.", True),
        ("Seize mineurs sont morts à Tourvelle.", "Le bilan est passé de 16 morts jeudi à 27.", True),
        ("Il passe de 16 à 27 morts à Tourvelle.", "À Tourvelle, les morts étaient 16, les voici 27.", False),
        ("Seize mineurs sont morts à Tourvelle.", "Une mine de 16 puits, ouverte il y a 5 ans à Tourvelle.", False),
        ("La ligue accuse Ferrel d'avoir vidé ses bassins.", "Ferrel nie avoir vidé ses bassins.", True),
        ("Ferrel a démenti avoir vidé ses bassins.", "Ferrel jure n'avoir pas vidé ses bassins.", False),
        ("Ferrel avait vidé ses bassins, dit la ligue.", "Le démenti de Ferrel sur ses bassins reste ferme.", False),
    ],
)
def test_who_denies_or_moves_a_number_speaks_against(one: str, other: str, against: bool) -> None:
    """In either order of the two."""
    a, b = sentence(one), sentence(other)
    assert opposed(a.stance, b.stance, a.figures, b.figures) is against
    assert opposed(b.stance, a.stance, b.figures, a.figures) is against


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ("Le barrage a cédé jeudi, selon les sauveteurs.", "Le barrage a cédé, d'après la ligue.", True),
        ("Le barrage a cédé, ont annoncé les sauveteurs.", "Selon les pompiers, le barrage a cédé.", False),
        ("Le barrage a cédé, selon la ligue.", "Le barrage a cédé, selon des sources officielles.", False),
        ("On y a relevé 16 ouvriers tués.", "Le barrage laisse 27 morts dans la boue.", True),
        ("On y a relevé 112 blessés.", "On y comptait quelque 110 blessés.", False),
        ("On y a relevé 16 ouvriers tués.", "Le barrage avait 27 vannes.", False),
    ],
)
def test_two_credits_or_two_counts_of_one_thing_tell_sentences_apart(one: str, other: str, two: bool) -> None:
    """A round number stands for the one beside it, and nobody knows whom an official source is."""
    a, b = sentence(one), sentence(other)
    assert apart(a.stance, b.stance, a.figures, b.figures) is two
    assert apart(b.stance, a.stance, b.figures, a.figures) is two
