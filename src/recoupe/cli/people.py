"""`people`: who may come to the desk of a ledger."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.options import LedgerPath, Verbose, existing_ledger, settings_with
from recoupe.cli.output import say

if TYPE_CHECKING:
    from recoupe.desk.people.book import PeopleBook

people = typer.Typer(
    name="people", no_args_is_help=True, help="Say who may come to the desk, and what they may do there."
)
Name = Annotated[str, typer.Argument(metavar="NAME", show_default=False)]


def register(app: typer.Typer) -> None:
    """Add this file's commands."""
    for command in (add, remove, listing):
        people.command("list" if command is listing else None)(command)
    app.add_typer(people)


def add(
    name: Name,
    role: Annotated[
        str,
        typer.Option("--role", metavar="ROLE", help="`reader` sees, `analyst` judges too, `admin` adds people too."),
    ] = "reader",
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="Read the password from standard input, not from the keyboard.")
    ] = False,
    ledger: LedgerPath = None,
    verbose: Verbose = 0,
) -> None:
    """Add somebody to the people of the desk, or give somebody another role and password."""
    from recoupe.desk.people.book import Role

    if role not in list(Role):
        raise typer.BadParameter("a role is one of " + ", ".join(Role))
    book = _book(ledger)
    if password_stdin:
        password = sys.stdin.readline().rstrip("\r\n")
    else:
        password = typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    book.add(name, Role(role), password)
    say(f"{name} may come in as {role}")


def remove(name: Name, ledger: LedgerPath = None, verbose: Verbose = 0) -> None:
    """Take somebody out; what they judged stays theirs."""
    _book(ledger).remove(name)
    say(f"{name} is out")


def listing(ledger: LedgerPath = None, verbose: Verbose = 0) -> None:
    """List the people of the desk and their roles."""
    found = _book(ledger).people()
    for person in found:
        sys.stdout.write(f"{person.name}\t{person.role}\n")
    if not found:
        say("nobody yet: the desk opens on this machine alone, without login")


def _book(ledger: LedgerPath) -> PeopleBook:
    from recoupe.desk.people.book import PeopleBook

    return PeopleBook.beside(existing_ledger(settings_with(ledger)).path)
