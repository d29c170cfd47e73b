"""Agreements and days of articles in, what a terminal shows out: a paragraph each, so that no reason is cut off."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from recoupe.show.values import cell
from recoupe.show.views import AgreementRow, DateRow

_VERDICTS = {"conflict": "bold red", "compatible": "green"}


def agreements_view(rows: Iterable[AgreementRow]) -> RenderableType:
    """Return pairs of figures, those that conflict first: the verdict, both in their words, and why."""
    parts: list[RenderableType] = []
    for row in sorted(rows, key=lambda row: row.verdict != "conflict"):
        head = Text.assemble((row.verdict, _VERDICTS[row.verdict]), f"  {cell(row.about)}")
        both = Text(f"{cell(row.one)}  {row.article_one}\n{cell(row.other)}  {row.article_other}")
        why = Text("\n".join(cell(reason) for reason in row.reasons), style="dim")
        parts += [head, Padding(Group(both, why), (0, 0, 1, 2))]
    return Group(*parts)


def dates_view(rows: Iterable[DateRow]) -> RenderableType:
    """Return articles by day; with what shows it where no day was given, and what speaks against it where one was."""
    parts: list[RenderableType] = []
    for row in rows:
        given = row.basis in ("metadata", "text")
        day = cell(row.published) if given or row.published else row.between or "day unknown"
        parts.append(Text.assemble((cell(row.article), "bold"), f"  {day}", (f"  {row.basis}", "dim")))
        lines = [] if given else [(f"{says}", "") for says in row.evidence]
        lines += [(f"against it: {says}", "yellow") for says in row.contradicts]
        if row.withdrawn:
            lines.append((f"taken back: {row.withdrawn}", "bold red"))
        parts += [Padding(Text(cell(words), style=style), (0, 0, 0, 2)) for words, style in lines]
    return Group(*parts)
