"""Words that a spreadsheet would take for a formula, wherever it may find the beginning of a cell."""

from __future__ import annotations

import pytest

from recoupe.desk.downloads import apart, guarded

BEHIND = ["", " ", "\u00a0", "\u200b", "\u202e", "\ufeff", "\x0b", "\u3000", " \n", "\x00"]


@pytest.mark.parametrize("blank", BEHIND)
def test_a_formula_behind_what_shows_nothing_is_words(blank: str) -> None:
    for sign in "=+-@＝＋－＠﹦":
        assert guarded(f"{blank}{sign}1+1") == f"'{blank}{sign}1+1"


@pytest.mark.parametrize("end", [";", "\t", "\n", "|", "; ", ";\u00a0"])
def test_a_formula_behind_the_end_of_a_cell_is_words(end: str) -> None:
    """French spreadsheets cut lines at semicolons, quotation marks or not."""
    assert apart(f"12 morts{end}=1+1") == f"12 morts{end}'=1+1"
    assert apart("12 morts ; 3 blessés - selon lui") == "12 morts ; 3 blessés - selon lui"
    assert apart("\n" * 1_000_000 + "x") == "'" + "\n" * 1_000_000 + "x"
