"""The generated pages are those of the code."""

from __future__ import annotations

from pathlib import Path

import pytest

from recoupe.cli.reference import pages

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", ["cli.md", "api.md", "errors.md"])
def test_a_generated_page_is_current(name: str) -> None:
    """`make docs` writes them anew."""
    assert (DOCS / name).read_text(encoding="utf-8") == pages()[name]


def test_no_two_errors_have_one_code() -> None:
    """A code that a user looks up means one thing."""
    codes = [line.split("|")[1].strip() for line in pages()["errors.md"].splitlines() if line.startswith("| RC")]
    assert len(codes) == len(set(codes)) > 20


def test_every_command_is_documented() -> None:
    """By its name, with a sentence."""
    page = pages()["cli.md"]
    for name in (
        "add", "demo", "ledger", "statements", "export", "crises", "articles", "skipped", "show", "explain", "search",
        "try", "doctor", "version", "gazetteer add", "gazetteer list",
        "gazetteer remove",
    ):  # fmt: skip
        assert f"\n## recoupe {name}\n" in page
