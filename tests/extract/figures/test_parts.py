"""Counts that are some of others: named before or behind them, held in a toll, or adding up to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.model.figure import Figure

Row = tuple[str, str, str]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Parmi les blessés, trois pompiers et deux enfants.",
            [("trois", "injured", "aid_workers"), ("deux", "injured", "children")],
        ),
        ("Au nombre des otages, sept Coréens.", [("sept", "abducted", "people")]),
        ("Parmi les disparus figurent deux journalistes.", [("deux", "missing", "journalists")]),
        ("Trois Finlandais sont au nombre des otages.", [("Trois", "abducted", "people")]),
        (
            "Le bilan de 63 morts comprend 58 civils et cinq policiers.",
            [("63", "killed", "people"), ("58", "killed", "civilians"), ("cinq", "killed", "police")],
        ),
        (
            "Le parquet compte 40 tués. Ce chiffre inclut huit miliciens.",
            [("40", "killed", "people"), ("huit", "killed", "combatants")],
        ),
        (
            "Le parquet compte 40 tués. La ligue y ajoute douze lycéens.",
            [("40", "killed", "people"), ("douze", "killed", "children")],
        ),
        (
            "Sept passagers ont été secourus. Parmi ceux-ci, trois Comoriens.",
            [("Sept", "rescued", "people"), ("trois", "rescued", "people")],
        ),
    ],
)
def test_those_counted_among_others_share_what_befell_these(
    text: str, rows: list[Row], figures: Callable[[str], tuple[Figure, ...]]
) -> None:
    """The noun that they are counted among says it, or the toll that is said to hold them."""
    assert [(one.text, one.kind.value, one.counted.value) for one in figures(text)] == rows


def test_those_among_whom_nothing_befell_are_no_part(figures: Callable[[str], tuple[Figure, ...]]) -> None:
    """A verb of their own comes first, and a noun that tells nothing tells nothing of them."""
    freed, clerks = figures("Parmi les otages, trois Coréens ont été relâchés. Parmi les badauds figurent deux femmes.")
    assert freed.kind.value == "rescued"
    assert clerks.kind.value == "other"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Les ravisseurs ont relâché seize élèves jeudi soir. Douze filles, quatre garçons.",
            [("seize", "rescued"), ("Douze", "rescued"), ("quatre", "rescued")],
        ),
        (
            "L'incendie a détruit vingt-huit bâtiments : vingt maisons, cinq hangars, trois écoles.",
            [("vingt-huit", "destroyed"), ("vingt", "destroyed"), ("cinq", "destroyed"), ("trois", "destroyed")],
        ),
        (
            "La police a arrêté 27 personnes. Il s'agit de vingt lycéens et de sept chauffeurs.",
            [("27", "detained"), ("vingt", "detained"), ("sept", "detained")],
        ),
        (
            "La police a arrêté 27 personnes. Le quartier compte vingt lycéens et neuf chauffeurs.",
            [("27", "detained"), ("vingt", "other"), ("neuf", "other")],
        ),
    ],
)
def test_counts_that_add_up_to_a_toll_are_its_parts(
    text: str, rows: list[tuple[str, str]], figures: Callable[[str], tuple[Figure, ...]]
) -> None:
    """Whatever stands between, parts that make the whole share its kind, its days and its place in the record."""
    read = figures(text)
    assert [(one.text, one.kind.value) for one in read] == rows
    if read[1].kind is not read[0].kind:
        return
    assert {one.part_of for one in read[1:]} == {read[0].span.start}
    assert {(one.since, one.until) for one in read} == {(read[0].since, read[0].until)}
