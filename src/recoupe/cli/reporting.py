"""`report`: a situation report from the ledger alone."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from recoupe.cli.options import Crisis, LedgerPath, Verbose, existing_ledger, iso_day, settings_with

_TEXT = ("md", "html")


class ReportFormat(StrEnum):
    """What a report is written as."""

    MD = "md"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"


class ReportLanguage(StrEnum):
    """The language of a report; the words of articles stay as they are."""

    FR = "fr"
    EN = "en"


def register(app: typer.Typer) -> None:
    """Add this file's command."""
    app.command()(report)


def report(
    crisis: Crisis = None,
    format: Annotated[
        ReportFormat, typer.Option("--format", metavar="FORMAT", help="md, html, docx or pdf.")
    ] = ReportFormat.MD,
    lang: Annotated[
        ReportLanguage, typer.Option("--lang", metavar="LANG", help="fr or en; the words of articles stay as they are.")
    ] = ReportLanguage.FR,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", show_default=False, help="The file to write; else standard output."),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DAY", callback=iso_day, help="As the last check by that day (UTC) has it."),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since", metavar="DAY", callback=iso_day,
            help="Tell what moved since that day (UTC), not since the check before.",
        ),
    ] = None,
    ledger: LedgerPath = None,
    verbose: Verbose = 0,
) -> None:  # fmt: skip
    """Write a situation report: what is known, tolls by source, what moved, disputes, timeline, what is not known, sources.

    Every sentence ends in its sources, and nothing is said that no record carries. docx and pdf need --out at a terminal.
    """
    from recoupe.report import report as write

    settings = settings_with(ledger)
    if out is None and format.value not in _TEXT and sys.stdout.isatty():
        raise typer.BadParameter(f"{format.value} is no text for a terminal; name a file with --out")
    made = write(existing_ledger(settings), crisis, format=format.value, language=lang.value, as_of=as_of, since=since)
    if out is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(made)
        return
    # whoever reads the file meanwhile reads a whole one
    half = out.with_name(f".{out.name}.{os.getpid()}")
    try:
        half.write_bytes(made)
        half.replace(out)
    finally:
        half.unlink(missing_ok=True)
