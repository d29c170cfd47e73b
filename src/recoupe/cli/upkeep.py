"""`doctor` and `version`: the state of the tools."""

from __future__ import annotations

import sys

import typer

import recoupe
from recoupe.cli.options import LedgerPath, Verbose, settings_with


def register(app: typer.Typer) -> None:
    """Add this file's commands."""
    app.command()(doctor)
    app.command()(version)


def doctor(ledger: LedgerPath = None, verbose: Verbose = 0) -> None:
    """Look whether all that reading needs is in order: language model, lexicons, gazetteer, ledger."""
    from recoupe.upkeep import checks

    sound = True
    for check in checks(settings_with(ledger)):
        sys.stdout.write(f"{'well' if not check.faults else 'ILL '}  {check.what}: {check.says}\n")
        for fault in check.faults:
            sys.stdout.write(f"      {fault}\n")
        sys.stdout.flush()
        sound = sound and not check.faults
    if not sound:
        raise typer.Exit(1)


def version(ledger: LedgerPath = None, verbose: Verbose = 0) -> None:
    """Print the version, the fingerprint of what would read now, and where the ledger is."""
    settings = settings_with(ledger)
    from recoupe.ledger import local_engine

    sys.stdout.write(f"recoupe {recoupe.__version__}\n")
    sys.stdout.write(f"readings made by: {local_engine(settings).made_by()}\n")
    sys.stdout.write(f"ledger: {settings.ledger}\n")
