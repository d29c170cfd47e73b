"""The options that several commands share, and what they set."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.settings import Settings

if TYPE_CHECKING:
    from recoupe.ledger import Ledger


@dataclass(slots=True)
class State:
    """How much this run is to say of itself, and the ledgers that it has open."""

    verbose: int = 0
    opened: list[Ledger] = field(default_factory=list)


state = State()


def _set_verbose(count: int) -> int:
    if count > state.verbose:
        state.verbose = count
        logging.basicConfig(
            level=logging.DEBUG if count > 1 else logging.INFO, format="%(name)s: %(message)s", force=True
        )
        for noisy in ("trafilatura", "htmldate", "alembic", "charset_normalizer", "asyncio"):
            logging.getLogger(noisy).setLevel(logging.WARNING)
    return count


def iso_day(value: str | None) -> str | None:
    """Return the day of an option, which is to be written as days are written in the ledger."""
    if value is None:
        return None
    try:
        day = date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise typer.BadParameter(f"{value!r} is not a day such as 2016-12-08") from error
    if day != value:
        # 20161208 and 2016-W49-4 are days too, but `--published` and the ledger write them in one way
        raise typer.BadParameter(f"{value!r} is to be written as {day}")
    return day


LedgerPath = Annotated[
    Path | None,
    typer.Option(
        "--ledger", envvar="RECOUPE_LEDGER", metavar="FILE", show_default=False, show_envvar=True,
        help="The ledger file. Default: one in your data folder.",
    ),
]  # fmt: skip
UnusedLedgerPath = Annotated[
    Path | None,
    typer.Option("--ledger", metavar="FILE", hidden=True, help="Taken by every command; this one keeps nothing."),
]
Verbose = Annotated[
    int,
    typer.Option(
        "-v", "--verbose", count=True, callback=_set_verbose, show_default=False,
        help="Say more; -vv shows tracebacks.",
    ),
]  # fmt: skip
Crisis = Annotated[str | None, typer.Option("--crisis", metavar="NAME", help="Only this crisis.")]
Day = Annotated[
    str | None,
    typer.Option("--day", metavar="DAY", callback=iso_day, help="Only what holds for this day, such as 2016-12-08."),
]
ArticleName = Annotated[
    str | None, typer.Option("--article", metavar="NAME", help="Only this article: a file's name or an id.")
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON array; docs/records.md says what its fields mean.")]
AsJsonl = Annotated[bool, typer.Option("--jsonl", help="One JSON object a line.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="CSV with a head; unknown values are empty.")]


def settings_with(ledger: Path | None) -> Settings:
    """Return the settings of the environment, with the ledger that an option names."""
    settings = Settings.from_environment()
    return replace(settings, ledger=ledger) if ledger else settings


def existing_ledger(settings: Settings) -> Ledger:
    """Open the ledger that a question is asked of; none is made. The store's library is loaded only here."""
    from recoupe.ledger import Ledger

    return open_until_the_end(Ledger.open(settings.ledger, create=False, settings=settings))


def open_until_the_end(ledger: Ledger) -> Ledger:
    """Return a ledger that is let go when the command ends, so that its file alone holds what was written."""
    state.opened.append(ledger)
    return ledger


def let_go() -> None:
    """Close the ledgers of a command that ends."""
    while state.opened:
        state.opened.pop().close()
