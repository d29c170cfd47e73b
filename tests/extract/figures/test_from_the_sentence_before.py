"""Counts that the sentence before explains: the verb that they leave out, the turn that each takes, who is `le sien`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.model.figure import Figure

Row = tuple[str, str, str]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "On a beaucoup arrêté. Plus de mille personnes en deux jours, reconnaît le procureur.",
            [("mille", "detained", "people")],
        ),
        ("Nos mines tuent. Dix-neuf ouvriers en un an.", [("Dix-neuf", "killed", "people")]),
        ("Nos mines ne tuent pas. Vingt ouvriers par équipe.", [("Vingt", "other", "people")]),
        (
            "On compte 27 morts, 140 blessés, 8 disparus. Ils étaient respectivement 24, 131 et 15 hier soir.",
            [
                ("27", "killed", "people"),
                ("140", "injured", "people"),
                ("8", "missing", "people"),
                ("24", "killed", "people"),
                ("131", "injured", "people"),
                ("15", "missing", "people"),
            ],
        ),
        (
            "Douze ouvriers sont morts. Trois noms figuraient deux fois. La fédération maintient le sien : quinze.",
            [("Douze", "killed", "people"), ("Trois", "other", "people"), ("quinze", "killed", "people")],
        ),
        (
            "Dix-huit locataires ont été brûlés. Le CHU en soigne encore onze.",
            [("Dix-huit", "injured", "people"), ("onze", "injured", "people")],
        ),
        (
            "312 cas de méningite ont été notifiés. À Maradi, 74 ; à Zinder, 98. Les 140 restants se trouvent à Tahoua.",
            [("312", "ill", "people"), ("74", "ill", "people"), ("98", "ill", "people"), ("140", "ill", "people")],
        ),
        (
            "Cinq mille personnes ont défilé. La préfecture, elle, s'est arrêtée à 3 000.",
            [("Cinq mille", "protesting", "people"), ("3 000", "protesting", "people")],
        ),
    ],
)
def test_the_sentence_before_says_what_a_count_leaves_out(
    text: str, rows: list[Row], figures: Callable[[str], tuple[Figure, ...]]
) -> None:
    """What is said once is not said again."""
    assert [(one.text, one.kind.value, one.counted.value) for one in figures(text)] == rows


def test_those_who_were_many_more_are_others(figures: Callable[[str], tuple[Figure, ...]]) -> None:
    """`Ils étaient` of a new paragraph goes back to no toll of another size."""
    dead, crowd = figures(
        "Deux bergers ont été tués lundi.\n\nIls étaient près de 2 000, mercredi, derrière les cercueils."
    )
    assert dead.kind.value == "killed"
    assert (crowd.kind.value, crowd.counted.value) in (("other", "people"), ("protesting", "people"))


def test_a_title_says_what_the_first_count_is_of(figures: Callable[[str], tuple[Figure, ...]]) -> None:
    """`Ils étaient 118` under the title of an escape are those who escaped."""
    (one,) = figures("Haïti : la grande évasion des Cayes\n\nIls étaient 118 dimanche, à en croire la police.")
    assert one.kind.value == "escaped"


def test_those_at_a_place_are_not_those_of_the_sentence_before(figures: Callable[[str], tuple[Figure, ...]]) -> None:
    """Who stood at the grave was not killed."""
    found = figures("La milice a abattu le maire. Deux cents personnes à la veillée, selon la paroisse.")
    assert [one.kind.value for one in found if one.low == 200] == ["other"]
