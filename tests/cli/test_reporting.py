"""`recoupe report`: text to standard output, what is no text to a file, and no half a file."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import recoupe.ledger
from recoupe.cli import reporting
from recoupe.cli.app import app

Command = Callable[..., Any]


@pytest.fixture
def command(tmp_path: Path, engine: Any, reports: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run a command on a ledger of two reports."""
    for name in ("RECOUPE_LEDGER", "RECOUPE_CACHE", "RECOUPE_GAZETTEERS"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    monkeypatch.setattr(recoupe.ledger, "local_engine", lambda settings: engine)

    def run(*arguments: str | Path) -> Any:
        return CliRunner().invoke(app, [str(argument) for argument in arguments])

    assert run("add", reports, "--crisis", "port-clair", "--published", "2024-03-05").exit_code == 0
    return run


def test_text_goes_to_standard_output_and_nothing_else_does(command: Command) -> None:
    done = command("report")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("# Rapport de situation")
    assert "port-clair" in done.stdout
    page = command("report", "--crisis", "port-clair", "--format", "html", "--lang", "en").stdout
    assert page.lstrip().startswith("<!DOCTYPE html>") and "Situation report" in page


@pytest.mark.parametrize(("format", "begins"), [("docx", b"PK"), ("pdf", b"%PDF"), ("md", b"# "), ("html", b"<!D")])
def test_a_file_is_written_whole(command: Command, tmp_path: Path, format: str, begins: bytes) -> None:
    out = tmp_path / "out" / f"report.{format}"
    out.parent.mkdir()
    out.write_text("before")
    done = command("report", "--format", format, "--out", out)
    assert (done.exit_code, done.stdout) == (0, "")
    assert out.read_bytes().lstrip().startswith(begins)
    assert [path.name for path in out.parent.iterdir()] == [out.name]


def test_what_is_no_text_goes_to_a_pipe_and_to_no_terminal(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    done = command("report", "--format", "pdf")
    assert (done.exit_code, done.stdout_bytes[:4]) == (0, b"%PDF")

    class Terminal(io.TextIOWrapper):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(reporting.sys, "stdout", Terminal(io.BytesIO()))
    with pytest.raises(reporting.typer.BadParameter, match="--out"):
        reporting.report(format=reporting.ReportFormat.DOCX)


def test_a_file_that_cannot_be_written_is_an_error_in_one_sentence(command: Command, tmp_path: Path) -> None:
    done = command("report", "--out", tmp_path / "missing" / "report.md")
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1 and "missing" in done.stderr


def test_the_same_ledger_gives_the_same_file(command: Command) -> None:
    assert command("report", "--format", "docx").stdout_bytes == command("report", "--format", "docx").stdout_bytes


def test_mistakes_of_usage_are_refused(command: Command) -> None:
    assert command("report", "--format", "odt").exit_code == 2
    assert command("report", "--lang", "de").exit_code == 2
    assert command("report", "--as-of", "hier").exit_code == 2
    assert command("report", "--since", "20240305").exit_code == 2
    missing = command("report", "--crisis", "ailleurs")
    assert missing.exit_code == 1 and "RC512" in missing.stderr
