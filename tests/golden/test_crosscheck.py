"""The cross-check on the golden crises: what it gives is held, and what it does not give yet is written down."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.golden.__main__ import folders, rows

pytest.importorskip("recoupe.crosscheck.check")
by_crisis = pytest.mark.parametrize("folder", folders(), ids=[folder.name for folder in folders()])


@by_crisis
def test_the_cases_that_are_unmet_are_those_written_down(folder: Path) -> None:
    """A case that fell is a fault; one that is met now is struck off by `python -m tests.golden --pin`."""
    unmet = {f"- {row.outcome}: {row.case}" for row in rows(folder, "mixed") if not row.right}
    known = set((folder / "unmet.md").read_text(encoding="utf-8").splitlines())
    assert not unmet - known, "fell"
    assert not known - unmet, "is met now, or unmet in another way: pin it"
