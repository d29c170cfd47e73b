"""All commands put together, and what becomes of an error, of Ctrl-C and of a closed pipe."""

from __future__ import annotations

import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from recoupe.cli import (
    adding,
    asking,
    crosschecking,
    exporting,
    gazetteers,
    judging,
    people,
    reading,
    reporting,
    scoring,
    serving,
    upkeep,
)
from recoupe.cli.options import Verbose, let_go, state
from recoupe.cli.output import complain
from recoupe.errors import RecoupeError

FAILED, INTERRUPTED = 1, 130


class Commands(TyperGroup):
    """The group whose commands end with a coded sentence, never with a traceback that nobody asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: Any) -> Any:
        try:
            answer = super().invoke(ctx)
            # a pipe that was closed early is seen here at the latest, not when Python is shutting down
            sys.stdout.flush()
        except RecoupeError as error:
            if state.verbose > 1:
                raise
            complain(str(error))
            sys.exit(FAILED)
        except KeyboardInterrupt:
            complain("interrupted; what was added until then stays")
            sys.exit(INTERRUPTED)
        except BrokenPipeError:
            # whoever read our output has enough of it
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)
        except OSError as error:
            if state.verbose > 1:
                raise
            complain(f"{RecoupeError.code} {error}")
            sys.exit(FAILED)
        except Exception as error:
            if state.verbose > 1 or isinstance(error, _control_flow()):
                raise
            complain(f"{RecoupeError.code} {type(error).__name__}: {error}. Run it again with -vv for the whole story.")
            sys.exit(FAILED)
        finally:
            let_go()
        return answer


app = typer.Typer(
    name="recoupe",
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Read news reports on a crisis and keep a ledger of the figures and statements in them, each with its words.",
)


@app.callback()
def everything(verbose: Verbose = 0) -> None:
    """Read news reports on a crisis and keep a ledger of the figures and statements in them, each with its words."""


for group in (
    adding,
    asking,
    reading,
    crosschecking,
    judging,
    exporting,
    scoring,
    reporting,
    serving,
    people,
    gazetteers,
    upkeep,
):
    group.register(app)


def run() -> None:
    """Run the command that this process's arguments name."""
    # a stream that the caller closed is none at all
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            # a ledger's words are French whatever the machine's locale
            reconfigure(encoding="utf-8", errors="replace")
    app()


def _control_flow() -> tuple[type[Exception], ...]:
    """Return what Typer raises to end a command or to say how it is used."""
    usage = typer.BadParameter.__mro__
    return (typer.Exit, typer.Abort, next(kind for kind in usage if kind.__name__ == "ClickException"))
