"""`export`: all records of a ledger, and all that its cross-check found, with all their fields."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from recoupe.cli.options import Crisis, LedgerPath, Verbose, existing_ledger, settings_with
from recoupe.cli.output import Shape, write_rows


class Records(StrEnum):
    """What can be exported; from `passages` on it is what the cross-check of one crisis found."""

    FIGURES = "figures"
    STATEMENTS = "statements"
    EVENTS = "events"
    PASSAGES = "passages"
    LINEAGE = "lineage"
    ORIGINS = "origins"
    SERIES = "series"
    AGREEMENTS = "agreements"
    DISPUTES = "disputes"
    HAPPENINGS = "happenings"
    TIMELINE = "timeline"
    ARTICLES = "articles"
    SUGGESTIONS = "suggestions"


class Format(StrEnum):
    JSONL = "jsonl"
    CSV = "csv"


def register(app: typer.Typer) -> None:
    """Add this file's command."""
    app.command()(export)


def export(
    records: Annotated[Records, typer.Argument(metavar="RECORDS", help="Which records: " + ", ".join(Records) + ".")],
    format: Annotated[
        Format, typer.Option("--format", metavar="FORMAT", help="How to write them: jsonl (if not said) or csv.")
    ] = Format.JSONL,
    crisis: Crisis = None,
    ledger: LedgerPath = None,
    verbose: Verbose = 0,
) -> None:
    """Write all records with all their fields; docs/records.md says what each holds.

    What the cross-check found is that of one crisis: --crisis names it where the ledger has several. The text is written
    to the letter, so a spreadsheet may take a CSV cell that begins with = for a formula.
    """
    settings = settings_with(ledger)
    opened = existing_ledger(settings)
    shape = Shape(format.value)
    if records is Records.FIGURES:
        figures = opened.figures(crisis=crisis)
        write_rows(figures.to_dicts(), figures.fields, shape)
    elif records is Records.STATEMENTS:
        said = opened.statements(crisis=crisis)
        write_rows(said.to_dicts(), said.fields, shape)
    else:
        rows = opened.crisis(crisis).rows(records.value)
        write_rows(rows, tuple(rows[0]) if rows else (), shape)
