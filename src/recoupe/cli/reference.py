"""The commands, the HTTP interface and the errors as code has them in, docs/cli.md, docs/api.md and docs/errors.md out.

`python -m recoupe.cli.reference FOLDER` writes them; a test holds the committed pages to the code.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from recoupe import errors
from recoupe.cli.app import app
from recoupe.desk.api import PREFIX
from recoupe.desk.app import interface

_CODES = """\
| code | meaning |
| --- | --- |
| 0 | all of it was done |
| 1 | nothing of it was done, so of `add` where no document could be read; standard error says why, see [errors.md](errors.md) |
| 2 | the command was not used as it is meant to be |
| 3 | partly done: documents were read or known already, others skipped; standard error and `recoupe skipped` list these |
| 130 | interrupted with Ctrl-C; what was added until then stays |
"""


def pages() -> dict[str, str]:
    """Return the generated pages by file name."""
    return {"cli.md": cli_page(), "api.md": api_page(), "errors.md": errors_page()}


def cli_page() -> str:
    """Return the page of all commands."""
    group: Any = typer.main.get_command(app)
    parts = [
        "# The command line\n\nGenerated from the code by `make docs`.\n\n"
        "Data goes to standard output, messages and progress to standard error. `NO_COLOR` turns colours off.\n\n"
        f"{_CODES}"
    ]
    parts += [_command(path, command) for path, command in _commands("recoupe", group)]
    return "\n".join(parts)


def api_page() -> str:
    """Return the page of all addresses of the HTTP interface."""
    described = interface()
    parts = [
        "# The HTTP interface\n\nGenerated from the code by `make docs`. `recoupe serve` opens it; the running desk has the "
        f"same as a page under `{PREFIX}/docs` and, in full, as OpenAPI under `{PREFIX}/openapi.json`.\n\n"
        "Lists come in pages: `items`, and `next`, the cursor that `after` takes. Answers carry an `ETag`, and who sends it "
        "back as `If-None-Match` gets 304. What went wrong is a problem (RFC 9457) with recoupe's own `code`. Where the desk "
        "has people, send a name and a password (Basic), or the cookie of a session.\n"
    ]
    for path, methods in sorted(described["paths"].items()):
        for method, what in methods.items():
            parts.append(f"## {method.upper()} {path}\n\n{inspect.cleandoc(what.get('description', ''))}\n")
            takes = what.get("parameters", [])
            if takes:
                rows = [f"| `{one['name']}` | {one['in']} | {_cell(one.get('description', ''))} |" for one in takes]
                parts.append("\n".join(["| name | where | |", "| --- | --- | --- |", *rows]) + "\n")
    return "\n".join(parts)


def errors_page() -> str:
    """Return the page of all errors, by code."""
    kinds = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, errors.RecoupeError)]
    lines = [
        "# Errors\n\nGenerated from the code by `make docs`. Each error says what, where and what to do.\n",
        "| code | name | what happened | what to do |",
        "| --- | --- | --- | --- |",
    ]
    lines += [
        f"| {kind.code} | {kind.__name__} | {_cell(kind.says)} | {_cell(kind.remedy)} |"
        for kind in sorted(kinds, key=lambda kind: kind.code)
    ]
    return "\n".join(lines) + "\n"


def _commands(path: str, group: Any) -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(f"{path} {name}", command)
        else:
            yield f"{path} {name}", command


def _command(path: str, command: Any) -> str:
    arguments = [param for param in command.params if param.param_type_name == "argument"]
    options = [param for param in command.params if param.param_type_name == "option" and not param.hidden]
    usage = " ".join([path, *(f"{_metavar(param)}" for param in arguments), "[OPTIONS]"])
    lines = [f"## {path}\n", f"```\n{usage}\n```\n", inspect.cleandoc(command.help or "") + "\n"]
    if arguments or options:
        lines += ["| | |", "| --- | --- |"]
    lines += [f"| `{_metavar(param)}` | {_cell(_help(param))} |" for param in arguments]
    for param in options:
        names = ", ".join(param.opts)
        value = "" if param.is_flag or param.count else f" {_metavar(param)}"
        lines.append(f"| `{names}{value}` | {_cell(_help(param))} |")
    return "\n".join(lines) + "\n"


def _metavar(param: Any) -> str:
    return str(param.metavar or param.name.upper())


def _help(param: Any) -> str:
    also = f" Also the environment's {param.envvar}." if param.envvar else ""
    return (param.help or "") + also


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    for name, page in pages().items():
        Path(sys.argv[1], name).write_text(page, encoding="utf-8")
