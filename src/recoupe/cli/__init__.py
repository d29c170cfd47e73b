"""The command line: arguments in, what the Python API answers out. Each command calls what a program would call."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line on this process's arguments."""
    try:
        from recoupe.cli.app import run

        run()
    except KeyboardInterrupt:
        # Ctrl-C while the commands themselves are still being loaded
        sys.exit(130)
