"""`serve`: the desk in a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from recoupe.cli.options import LedgerPath, Verbose, existing_ledger, settings_with
from recoupe.cli.output import say


def register(app: typer.Typer) -> None:
    """Add this file's commands."""
    app.command()(serve)


def serve(
    host: Annotated[str, typer.Option("--host", metavar="HOST", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="PORT", min=0, max=65535, help="0 takes any free one.")] = 8737,
    areas: Annotated[
        Path | None,
        typer.Option("--areas", metavar="FILE", help="Borders or areas of your own for the map (GeoJSON)."),
    ] = None,
    ledger: LedgerPath = None,
    verbose: Verbose = 0,
) -> None:
    """Open the desk: see the ledger in a browser, question it, judge it. Ctrl-C ends it."""
    from recoupe.desk.serving import run

    opened = existing_ledger(settings_with(ledger))
    run(opened, host=host, port=port, areas=areas, say=say)
