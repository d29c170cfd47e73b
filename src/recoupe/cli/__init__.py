"""The command line: arguments in, what the Python API answers out. Each command calls what a program would call."""

from __future__ import annotations


def main() -> None:
    """Run the command line on this process's arguments."""
    from recoupe.cli.app import run

    run()
