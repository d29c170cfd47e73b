"""`score`: the program, or a second person, against gold."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Annotated, Any

import typer

from recoupe.cli.options import Crisis, LedgerPath, Verbose, existing_ledger, settings_with
from recoupe.cli.output import say, write_json
from recoupe.errors import FileMissing, FileUnreadable, GoldBroken
from recoupe.model.review import FIELDS

NUMBERS = ("low", "high", "part_of")
"""Fields of the codebook that hold numbers; the others hold words."""


def register(app: typer.Typer) -> None:
    """Add this file's command."""
    app.command()(score)


def score(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Records that count as right, one JSON object a line.")],
    against: Annotated[
        Path | None,
        typer.Option("--against", metavar="FILE", help="Score the records of this file, not those of the ledger."),
    ] = None,
    misses: Annotated[
        bool, typer.Option("--misses", help="List each record that is missed or false, and each field that is wrong.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object, with the misses where they are asked for.")
    ] = False,
    crisis: Crisis = None,
    ledger: LedgerPath = None,
    verbose: Verbose = 0,
) -> None:
    """Score what the program read, or what a second person judged, against gold: what was found, and each field.

    `recoupe export gold` writes such a file of what was judged; a field may hold a list of accepted answers, and a record
    with `"optional": true` counts neither as missed nor as false. The program is scored by its own readings, whatever
    people corrected in them since.
    """
    from recoupe.show.score_view import miss_line, miss_rows, score_dict, score_lines
    from recoupe.show.scoring import SCORE

    asked = _read(gold)
    if against is not None:
        said = {kind: [_one_answer(row) for row in rows] for kind, rows in _read(against).items()}
    else:
        opened = existing_ledger(settings_with(ledger))
        read: dict[str, Any] = {"figures": opened.figures, "statements": opened.statements, "events": opened.events}
        said = {kind: read[kind](crisis=crisis).to_dicts() for kind in asked}
        _note_strangers(asked, {row.name for row in opened.articles(crisis=crisis)})
    scores = {kind: SCORE[kind](rows, said.get(kind, [])) for kind, rows in asked.items()}
    if as_json:
        found = score_dict(scores)
        write_json({**found, "misses": list(miss_rows(scores))} if misses else found)
        return
    if misses:
        for row in miss_rows(scores):
            typer.echo(miss_line(row))
    for line in score_lines(scores):
        typer.echo(line)


def _read(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of a file by type of record. Errors: FileMissing, FileUnreadable, GoldBroken."""
    from recoupe.show.scoring import type_of_row

    if not path.exists():
        raise FileMissing(str(path))
    try:
        # words may hold other signs that end a line elsewhere
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise FileUnreadable(str(path), str(error)) from error
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise GoldBroken(str(path), f"line {number}: {error}") from error
        kind = type_of_row(row) if isinstance(row, dict) else None
        if kind is None:
            raise GoldBroken(str(path), f"line {number} is no figure, statement or event with all its fields")
        for name, value in row.items():
            if not _fits(name, value):
                raise GoldBroken(str(path), f"line {number}: {name} cannot be {json.dumps(value)[:60]}")
        found[kind].append(row)
    if not found:
        raise GoldBroken(str(path), "it holds no record")
    return dict(found)


def _fits(name: str, value: Any) -> bool:
    """Say whether a field can hold a value: words where the codebook has words, numbers where it has numbers."""
    fields = next((some for some in FIELDS.values() if name in some), None)
    if fields is None:
        return True
    some = value if isinstance(value, list) else [value]
    if name in NUMBERS:
        return all(one is None or (type(one) in (int, float) and abs(one) <= sys.float_info.max) for one in some)
    return all(one is None or isinstance(one, str) for one in some)


def _one_answer(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row whose fields hold one answer each: the first, where gold accepts several."""
    return {key: value[0] if isinstance(value, list) and value else value for key, value in row.items()}


def _note_strangers(gold: dict[str, list[dict[str, Any]]], known: set[str]) -> None:
    """Say which articles of the gold the ledger has not: all of their records are missed."""
    strange = sorted({row["article"] for rows in gold.values() for row in rows} - known)
    if strange:
        say(
            f"not in the ledger, so all of it counts as missed: {', '.join(strange[:10])}"
            + (" …" if strange[10:] else "")
        )
