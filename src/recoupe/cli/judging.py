"""`same`, `different`, `judgements`, `take-back` and `suggestions`: people say which names mean the same."""

from __future__ import annotations

import getpass
from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.options import AsCsv, AsJson, AsJsonl, Crisis, LedgerPath, Verbose, existing_ledger, settings_with
from recoupe.cli.output import say, shape_of, write_table
from recoupe.model.judgement import NameOf

if TYPE_CHECKING:
    from recoupe.ledger import Crisis as OneCrisis

Of = Annotated[NameOf, typer.Argument(metavar="place|source|party", help="What the two names are names of.")]
One = Annotated[str, typer.Argument(metavar="NAME", help="A name as the ledger has it.")]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="Another name.")]
Why = Annotated[str, typer.Option("--why", metavar="WORDS", help="The reason, for those who read the ledger later.")]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who judges. Default: your name on this machine.")]


def register(app: typer.Typer) -> None:
    """Add this file's commands."""
    app.command()(same)
    app.command()(different)
    app.command()(judgements)
    app.command("take-back")(take_back)
    app.command()(suggestions)


def same(
    of: Of,
    one: One,
    other: Other,
    why: Why,
    by: By = None,
    crisis: Crisis = None,
    ledger: LedgerPath = None,
    verbose: Verbose = 0,
) -> None:
    """Judge that two names mean the same; the next check joins what they name.

    It is recorded with who, when and why, and can be taken back: `recoupe take-back NUMBER --why WORDS`.
    """
    opened = existing_ledger(settings_with(ledger)).crisis(crisis)
    _tell(opened, opened.same(of, one, other, by=by or getpass.getuser(), why=why), of, one, other)


def different(
    of: Of,
    one: One,
    other: Other,
    why: Why,
    by: By = None,
    crisis: Crisis = None,
    ledger: LedgerPath = None,
    verbose: Verbose = 0,
) -> None:
    """Judge that two names do not mean the same; the next check keeps apart what they name."""
    opened = existing_ledger(settings_with(ledger)).crisis(crisis)
    _tell(opened, opened.different(of, one, other, by=by or getpass.getuser(), why=why), of, one, other)


def _tell(opened: OneCrisis, number: int, of: NameOf, one: str, other: str) -> None:
    """Say that a judgement was recorded, how many records it speaks of, and what it changed."""
    say(f"judgement {number} recorded")
    for name in (one, other):
        count = opened.records_naming(of, name)
        say(f"  {name}: {count} records" if count else f"  {name}: no record of this crisis has this name as its {of}")
    moved = Counter(row.what for row in opened.last_changes() if not row.what.startswith("judged"))
    say("  " + (", ".join(f"{count} {what}" for what, count in moved.items()) or "it changes nothing yet"))


def judgements(
    crisis: Crisis = None,
    as_json: AsJson = False,
    as_jsonl: AsJsonl = False,
    as_csv: AsCsv = False,
    ledger: LedgerPath = None,
    verbose: Verbose = 0,
) -> None:
    """List what people judged of names: who, when, why, and whether it still stands."""
    shape = shape_of(as_json=as_json, as_jsonl=as_jsonl, as_csv=as_csv)
    settings = settings_with(ledger)
    table = existing_ledger(settings).crisis(crisis).judgements()
    write_table(table, shape, settings, empty="nothing was judged")


def take_back(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The judgement's number.")],
    why: Why,
    by: By = None,
    crisis: Crisis = None,
    ledger: LedgerPath = None,
    verbose: Verbose = 0,
) -> None:
    """Undo a judgement; both it and this stay on record."""
    opened = existing_ledger(settings_with(ledger)).crisis(crisis)
    opened.take_back(number, by=by or getpass.getuser(), why=why)
    say(f"judgement {number} taken back")


def suggestions(
    crisis: Crisis = None,
    as_json: AsJson = False,
    as_jsonl: AsJsonl = False,
    as_csv: AsCsv = False,
    ledger: LedgerPath = None,
    verbose: Verbose = 0,
) -> None:
    """List names that the program takes for one, with a score; it joins none of them until a person says so."""
    shape = shape_of(as_json=as_json, as_jsonl=as_jsonl, as_csv=as_csv)
    settings = settings_with(ledger)
    table = existing_ledger(settings).crisis(crisis).suggestions()
    write_table(table, shape, settings, empty="no two names are alike enough to suggest anything")
