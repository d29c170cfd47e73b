"""What a command has to say: data on standard output, all else on standard error."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import typer

from recoupe.settings import Settings

if TYPE_CHECKING:
    from recoupe.show.table import Table


_COMMANDS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Shape(StrEnum):
    """What rows are written as."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


def shape_of(*, as_json: bool, as_jsonl: bool, as_csv: bool) -> Shape:
    """Return the one shape asked for; asking for two is a mistake of usage."""
    asked = [shape for shape, on in ((Shape.JSON, as_json), (Shape.JSONL, as_jsonl), (Shape.CSV, as_csv)) if on]
    if len(asked) > 1:
        raise typer.BadParameter("--json, --jsonl and --csv exclude each other")
    return asked[0] if asked else Shape.TABLE


def write_table(table: Table[Any], shape: Shape, settings: Settings, *, empty: str) -> None:
    """Write rows to standard output; `empty` is said on standard error where a person would see no row."""
    if shape is Shape.TABLE:
        if table:
            from recoupe.show.terminal import table_view

            show(table_view(table), settings)
        else:
            say(empty)
    else:
        write_rows(table.to_dicts(), table.fields, shape)


def write_rows(rows: Iterable[dict[str, Any]], fields: tuple[str, ...], shape: Shape) -> None:
    """Write rows as JSON, JSON lines or CSV, their text to the letter."""
    match shape:
        case Shape.JSON:
            write_json(list(rows))
        case Shape.JSONL:
            for row in rows:
                sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
        case _:
            _write_csv(rows, fields)


def _write_csv(rows: Iterable[dict[str, Any]], fields: tuple[str, ...]) -> None:
    """Write rows below their head; where nothing says what a row would hold, nothing."""
    line = io.StringIO(newline="")
    # a cell is put in quotation marks where it holds a sign of the line's end, and \r ends a line for many readers
    writer = csv.DictWriter(line, fields, lineterminator="\r\n")
    for row in [dict(zip(fields, fields, strict=True)), *rows] if fields else ():
        writer.writerow({key: _cell(value) for key, value in row.items()})
        sys.stdout.write(line.getvalue().removesuffix("\r\n") + "\n")
        line.seek(0)
        line.truncate()


def _cell(value: Any) -> Any:
    """Return a value as one cell of CSV: words in a row apart by semicolons, what has parts as JSON."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "; ".join(value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (list, dict)) else value


def write_json(value: Any) -> None:
    """Write one JSON value."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def show(view: Any, settings: Settings) -> None:
    """Write what a person reads to standard output."""
    from recoupe.show.terminal import console_for

    console_for(sys.stdout, color=settings.color).print(view)


def say(words: str) -> None:
    """Write a message to standard error; signs that would command the terminal, as a file's name may hold, are shown."""
    sys.stderr.write(_COMMANDS.sub(lambda hit: repr(hit.group())[1:-1], words) + "\n")


def complain(words: str) -> None:
    """Write why a command failed to standard error."""
    say(f"recoupe: {words}")
