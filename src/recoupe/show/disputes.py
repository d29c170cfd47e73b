"""Disputes in, what a terminal shows out: the question, who answers what in which words, and from how many origins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from recoupe.model.dispute import Dispute, Position
from recoupe.show.columns import Column
from recoupe.show.values import cell

_MARKS = '«»“”"'

DISPUTE_COLUMNS: tuple[Column, ...] = (
    ("id", lambda dispute: dispute.id[:8]),
    ("kind", lambda dispute: dispute.kind.replace("_", " ")),
    ("question", lambda dispute: cell(dispute.question)),
    ("speakers", lambda dispute: "; ".join(_speaker(position) for position in dispute.positions)),
)
"""Heads and cells of a dispute where it is a row of a table."""


def disputes_view(disputes: Sequence[Dispute], articles: Mapping[str, str], *, why: bool = False) -> RenderableType:
    """Return disputes one below the other, `why` with the reasons for which the positions stand together.

    `articles` are names of articles by the id of a record that stands in them.
    """
    parts: list[RenderableType] = []
    for dispute in disputes:
        parts += (
            [Text(), dispute_view(dispute, articles, why=why)] if parts else [dispute_view(dispute, articles, why=why)]
        )
    return Group(*parts)


def dispute_view(dispute: Dispute, articles: Mapping[str, str], *, why: bool = False) -> RenderableType:
    """Return one dispute: its question, and below it each speaker's own words with the articles that hold them."""
    head = Text.assemble((cell(dispute.question), "bold"), (f"  {dispute.id[:8]}", "dim"))
    parts: list[RenderableType] = [head, *(_position(position, articles) for position in dispute.positions)]
    if why:
        parts += [Padding(Text(f"because {reason}", style="dim"), (0, 0, 0, 2)) for reason in dispute.why]
    return Group(*parts)


def _position(position: Position, articles: Mapping[str, str]) -> RenderableType:
    records = (*position.statements, *position.figures)
    named = sorted({articles.get(record, record) for record in records})
    origins = len(position.origins)
    counted = "1 origin" if origins == 1 else f"{origins} origins"
    first = Text.assemble((_speaker(position), "cyan"), (f" · {counted} · {', '.join(map(cell, named))}", "dim"))
    return Padding(Group(first, Padding(Text(_quoted(position.says)), (0, 0, 0, 2))), (0, 0, 0, 2))


def _speaker(position: Position) -> str:
    return cell(position.speaker) or "speaker unknown"


def _quoted(words: str) -> str:
    """Return exact words between quotation marks, those that have marks of their own as they are."""
    shown = cell(words)
    return shown if any(mark in shown for mark in _MARKS) else f"« {shown} »"
