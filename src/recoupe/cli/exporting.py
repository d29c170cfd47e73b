"""`export`: all records of a ledger, and all that its cross-check found, with all their fields."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from recoupe.cli.options import Crisis, LedgerPath, Verbose, existing_ledger, settings_with
from recoupe.cli.output import Shape, write_rows
from recoupe.model.review import RecordOf

if TYPE_CHECKING:
    from recoupe.ledger import Ledger


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
    GOLD = "gold"


class Format(StrEnum):
    JSONL = "jsonl"
    CSV = "csv"


_TYPES = {
    Records.FIGURES: RecordOf.FIGURE,
    Records.STATEMENTS: RecordOf.STATEMENT,
    Records.EVENTS: RecordOf.EVENT,
}


def register(app: typer.Typer) -> None:
    """Add this file's command."""
    app.command()(export)


def export(
    records: Annotated[Records, typer.Argument(metavar="RECORDS", help="Which records: " + ", ".join(Records) + ".")],
    format: Annotated[
        Format, typer.Option("--format", metavar="FORMAT", help="How to write them: jsonl (if not said) or csv.")
    ] = Format.JSONL,
    of: Annotated[
        RecordOf | None,
        typer.Option("--of", metavar="TYPE", help="Of the gold, only one type: figure, statement or event."),
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Of the gold, only what this person judged.")
    ] = None,
    reviewed: Annotated[
        bool,
        typer.Option(
            "--reviewed",
            help="Only figures, statements or events that people accepted, corrected or added, as they left them.",
        ),
    ] = False,
    crisis: Crisis = None,
    ledger: LedgerPath = None,
    verbose: Verbose = 0,
) -> None:
    """Write all records with all their fields; docs/records.md says what each holds.

    Figures, statements and events are as the program read them, with what people judged of each beside it: `reviewed`,
    `corrected`, `reviewed_by`. `gold` is what was judged, for `recoupe score`: of the articles in which anything was,
    what nobody judged is optional there.

    What the cross-check found is that of one crisis: --crisis names it where the ledger has several. The text is written
    to the letter, so a spreadsheet may take a CSV cell that begins with = for a formula.
    """
    from recoupe.show.gold import JUDGED_FIELDS
    from recoupe.show.rows import FIELDS_OF

    settings = settings_with(ledger)
    opened = existing_ledger(settings)
    shape = Shape(format.value)
    if (of is not None or by is not None) and records is not Records.GOLD:
        raise typer.BadParameter("--of and --by are for gold")
    if reviewed and records not in _TYPES:
        raise typer.BadParameter("--reviewed is for figures, statements and events")
    if records is Records.GOLD:
        if of is None and shape is Shape.CSV:
            raise typer.BadParameter("one CSV file holds one type of record: name it with --of")
        rows = [row for one in ([of] if of else RecordOf) for row in opened.reviews.gold(one, crisis=crisis, by=by)]
        write_rows(rows, (*FIELDS_OF[of], "optional", *JUDGED_FIELDS) if of else (), shape)
    elif records in _TYPES:
        one = _TYPES[records]
        if reviewed:
            gold = opened.reviews.gold(one, crisis=crisis)
            rows = [{key: row[key] for key in row if key != "optional"} for row in gold if not row["optional"]]
        else:
            rows = opened.reviews.beside(_read(opened, records, crisis))
        write_rows(rows, tuple(rows[0]) if rows else (*FIELDS_OF[one], *JUDGED_FIELDS), shape)
    else:
        rows = opened.crisis(crisis).rows(records.value)
        write_rows(rows, tuple(rows[0]) if rows else (), shape)


def _read(opened: Ledger, records: Records, crisis: str | None) -> list[dict[str, Any]]:
    """Return the rows of a type of record as the program read them; events with what their crisis makes of them."""
    if records is Records.FIGURES:
        return opened.figures(crisis=crisis).to_dicts()
    if records is Records.STATEMENTS:
        return opened.statements(crisis=crisis).to_dicts()
    return opened.crisis(crisis).rows(records.value)
