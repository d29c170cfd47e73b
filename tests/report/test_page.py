"""docs/report.md names every section, every format and every option."""

from __future__ import annotations

import re
from pathlib import Path

from typer.main import get_command

from recoupe.catalogue import Catalogue
from recoupe.cli.app import app
from recoupe.report import Format, Report

PAGE = (Path(__file__).parents[2] / "docs" / "report.md").read_text(encoding="utf-8")
_OWN = {"ledger", "verbose", "help"}


def rows(head: str) -> list[list[str]]:
    """Return the cells of the table under a heading."""
    part = PAGE.split(f"## {head}\n")[1].split("\n## ")[0]
    return [
        [cell.strip() for cell in line.strip("|").split(" | ")] for line in part.splitlines() if line.startswith("|")
    ][2:]


def test_every_section_is_told_in_the_order_of_the_report(composed: Report) -> None:
    column = ("fr", "en").index(composed.language)
    named = [row[column] for row in rows("Sections")]
    assert named == [*(section.title for section in composed.sections), composed.sources_title]


def test_every_option_is_told() -> None:
    command = get_command(app).commands["report"]  # type: ignore[attr-defined]
    options = {parameter.name.replace("_", "-") for parameter in command.params} - _OWN
    assert [row[0].strip("`-") for row in rows("Options")] == ["crisis", "format", "lang", "out", "as-of", "since"]
    assert options == {row[0].strip("`-") for row in rows("Options")}


def test_every_format_is_told() -> None:
    assert re.findall(r"^- \*\*(\w+)\*\*", PAGE.split("## Formats\n")[1], flags=re.MULTILINE) == list(Format)


def test_the_words_that_the_page_quotes_are_those_of_the_report() -> None:
    words = Catalogue.of("fr").words
    for key in ("lost", "undated", "uncredited"):
        assert f"*{words[f'report.{key}']}*" in PAGE
