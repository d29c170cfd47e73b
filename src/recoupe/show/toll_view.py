"""The lines of tolls in, what a terminal shows out: each toll under its own head, the tolls that moved before those told once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from recoupe.show.tolls import TollRow
from recoupe.show.values import cell, interval

_TIES = ("wider", "narrower")
_STEPS = {"raised": "yellow", "lowered": "bold red", "widened": "yellow"}


def tolls_view(rows: Iterable[TollRow]) -> RenderableType:
    """Return the tolls one below the other: what is counted, where, since when and by whom, then a line for each step.

    A number beside the toll or a part of it stands under the step of its day, and other tolls that count more widely or
    more narrowly in a last line.
    """
    tolls = [list(lines) for _, lines in groupby(rows, key=lambda row: row.series)]
    tolls.sort(key=lambda lines: -min(2, sum(row.step not in (*_TIES, "part", "beside") for row in lines)))
    parts: list[RenderableType] = []
    for lines in tolls:
        parts += [_toll(lines), Text()]
    return Group(*parts[:-1])


def _toll(lines: Sequence[TollRow]) -> RenderableType:
    first = lines[0]
    head = Text(f"{first.kind} {first.counted}", style="bold")
    about = (cell(first.place), f"since {first.since}" if first.since else "", cell(first.source) or "no source")
    head.append("  " + " · ".join(filter(None, about)))
    head.append(f"  {first.series[:8]}", style="dim")
    grid = Grid(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    for justify in ("left", "left", "right", "left", "left"):
        grid.add_column(justify=justify)
    for row in lines:
        if row.step not in _TIES:
            grid.add_row(*_cells(row, first))
    ties = [f"{row.step}: {cell(row.change)}" for row in lines if row.step in _TIES]
    more = [Padding(Text("; ".join(ties), style="dim"), (0, 0, 0, 2))] if ties else []
    return Group(head, Padding(grid, (0, 0, 0, 2)), *more)


def _cells(row: TollRow, first: TollRow) -> tuple[Text, ...]:
    counted = f"{row.counted} " if row.counted != first.counted else ""
    change = f" ({cell(row.change)})" if row.change else ""
    return (
        Text(cell(row.until) or "day unknown"),
        Text(row.step, style=_STEPS.get(row.step, "")),
        Text(interval(row.low, row.high, row.unit), style="bold"),
        Text(_support(row), style="dim"),
        Text(f"{counted}{cell(row.words)}{change}"),
    )


def _support(row: TollRow) -> str:
    """Return how many independent origins tell a step, and in how many articles where these are more."""
    if row.origins is None:
        return ""
    origins = f"{row.origins} origin{'' if row.origins == 1 else 's'}"
    return origins if row.articles == row.origins else f"{origins}, {row.articles} articles"
