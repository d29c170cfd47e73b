"""`gazetteer add`, `gazetteer list` and `gazetteer remove`: the places that a user brings."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from recoupe.cli.options import UnusedLedgerPath, Verbose
from recoupe.cli.output import say

commands = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Add gazetteers of your own, list and remove them."
)


def register(app: typer.Typer) -> None:
    """Add this file's commands."""
    app.add_typer(commands, name="gazetteer")


@commands.command()
def add(
    file: Annotated[str, typer.Argument(metavar="FILE", help="CSV, a GeoNames dump, or GeoJSON.")],
    name: Annotated[
        str | None, typer.Option(metavar="NAME", help="What to call it; one of this name is replaced.")
    ] = None,
    ledger: UnusedLedgerPath = None,
    verbose: Verbose = 0,
) -> None:
    """Keep a gazetteer for all readings to come; its places come before those of the world."""
    from recoupe.upkeep import add_gazetteer

    count = add_gazetteer(file, name=name)
    say(f"{_places(count)} added; articles that are added again are read with all gazetteers")


@commands.command("list")
def list_(ledger: UnusedLedgerPath = None, verbose: Verbose = 0) -> None:
    """List the gazetteers that were added, with the number of their places."""
    from recoupe.upkeep import gazetteers

    found = gazetteers()
    for name, count in found.items():
        sys.stdout.write(f"{name}\t{count}\n")
    if not found:
        say("no gazetteer was added; the world's is always there")


@commands.command()
def remove(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Its name, as `gazetteer list` has it.")],
    ledger: UnusedLedgerPath = None,
    verbose: Verbose = 0,
) -> None:
    """Forget a gazetteer that was added; the file it came from is left alone.

    Articles keep the places that were read with it until they are added again.
    """
    from recoupe.upkeep import remove_gazetteer

    count = remove_gazetteer(name)
    say(f"{name} removed ({_places(count)}); articles that are added again are read without it")


def _places(count: int) -> str:
    return f"{count} place{'' if count == 1 else 's'}"
