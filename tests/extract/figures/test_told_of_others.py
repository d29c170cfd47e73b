"""Counts beside a toll, a crowd or a list that tell of others than those, and words that stand in another paragraph."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.model.figure import Figure, Kind

Read = Callable[[str], tuple[Figure, ...]]


@pytest.mark.parametrize(
    ("text", "low", "kind"),
    [
        ("L'éboulement a fait 30 morts. La liste comprend 12 candidats.", 12, Kind.OTHER),
        ("L'éboulement a fait 30 morts. Ce bilan comprend 12 mineurs.", 12, Kind.KILLED),
        ("Parmi les morts de la grippe figurent deux enfants, mais 40 enfants ont été vaccinés.", 40, Kind.OTHER),
        ("Le défilé s'est dispersé à midi. Le syndicat compte 450 adhérents.", 450, Kind.OTHER),
        ("Seize personnes sont mortes. Neuf femmes, sept hommes siègent au conseil.", 9, Kind.OTHER),
        ("La grippe recule ; le feu a ravagé trois écoles.", 3, Kind.DESTROYED),
        ("Trois cents clients ont été hébergés dans un gymnase.", 300, Kind.HOSTED),
        ("La commune a déplacé 300 personnes vers le stade.", 300, Kind.DISPLACED),
    ],
)
def test_a_number_near_a_toll_may_be_of_others(text: str, low: int, kind: Kind, figures: Read) -> None:
    assert [one.kind for one in figures(text) if one.low == low] == [kind]


def test_the_wounded_are_no_part_of_the_dead(figures: Read) -> None:
    """`dont` reaches no further than those who died."""
    dead, women, wounded = figures(
        "Le bilan est de quatorze civils tués, dont neuf femmes, et de trente et un blessés."
    )
    assert women.part_of == dead.span.start
    assert wounded.part_of is None


def test_the_words_behind_a_window_stand_where_it_says(figures: Read) -> None:
    """A number told again is dated by words of another paragraph; the evidence then names no words of its own."""
    text = (
        "Un cyclone a touché terre près de Soala, et le vent a longtemps soufflé sur la côte, a annoncé jeudi le Bureau des "
        "catastrophes, dont un premier décompte, mercredi, faisait état de sept morts.\n\nSept morts."
    )
    for one in figures(text):
        spans = [why.span for why in one.evidence if why.span is not None]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
