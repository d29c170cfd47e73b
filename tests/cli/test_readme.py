"""What the README shows is what the program prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from recoupe.cli.app import app

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def test_the_readmes_example_is_what_the_program_prints(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Save the fingerprint, which changes with every rule. Where a rule changed what is shown, paste what is printed."""
    asked = re.search(r'^\$ recoupe try "([^"]+)" --day (\S+)$', README, flags=re.MULTILINE)
    shown = re.search(r"^```text\n(.*?)\n```$", README, flags=re.MULTILINE | re.DOTALL)
    assert asked
    assert shown
    monkeypatch.setenv("COLUMNS", "118")
    monkeypatch.setenv("RECOUPE_GAZETTEERS", str(tmp_path))
    printed = CliRunner().invoke(app, ["try", asked[1], "--day", asked[2]]).stdout
    assert _without_fingerprint(printed) == _without_fingerprint(shown[1])


def test_the_readmes_toll_is_one_that_the_program_shows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Of the sample crisis, line by line."""
    (_, shown, *_) = re.findall(r"^```text\n(.*?)\n```$", README, flags=re.MULTILINE | re.DOTALL)
    monkeypatch.setenv("COLUMNS", "118")
    monkeypatch.setenv("RECOUPE_GAZETTEERS", str(tmp_path))
    ledger = str(tmp_path / "ledger.sqlite")
    assert CliRunner().invoke(app, ["demo", "--ledger", ledger]).exit_code == 0
    printed = CliRunner().invoke(app, ["series", "--ledger", ledger]).stdout
    assert "\n".join(line.rstrip() for line in shown.splitlines()) in "\n".join(
        line.rstrip() for line in printed.splitlines()
    )


def _without_fingerprint(words: str) -> list[str]:
    """Return the lines, without the spaces that fill them up."""
    return [re.sub(r"\+[0-9a-f]{12}\b", "", line.rstrip()) for line in words.strip().splitlines()]
