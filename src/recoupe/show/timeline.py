"""The entries of a timeline in, what a terminal shows out: the day of what is told beside the days it was told on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from recoupe.model.timeline import Entry
from recoupe.show.columns import Column
from recoupe.show.values import cell, window

_STYLES = {"day": "bold", "told": "dim", "disputed": "bold yellow", "articles": "dim"}
_NARROW = 100
"""Columns below which each entry is shown as a paragraph."""
_RIGHT = {"origins"}

TIMELINE_COLUMNS: tuple[Column, ...] = (
    ("day", lambda entry: window(entry.day, entry.until or entry.day)),
    ("told", lambda entry: ", ".join(_told(entry))),
    ("what", lambda entry: _what(entry)),
    ("words", lambda entry: cell(entry.says)),
    ("source", lambda entry: cell(entry.sources)),
    ("origins", lambda entry: str(len(entry.origins))),
    ("articles", lambda entry: str(len(entry.articles))),
    ("disputed", lambda entry: ", ".join(dispute[:8] for dispute in entry.disputes)),
)
"""Heads and cells of an entry where it is a row of a table."""


def timeline_view(entries: Sequence[Entry], articles: Mapping[str, str], *, left_out: int = 0) -> RenderableType:
    """Return a timeline in two lanes, the day of what is told and the days of the articles that tell it.

    `articles` are names by id; `left_out` is how many things have no day, and is said below.
    """
    parts: list[RenderableType] = [_Lanes(tuple(entries), dict(articles))] if entries else []
    if left_out:
        what = "one thing has" if left_out == 1 else f"{left_out} things have"
        parts.append(Text(f"{what} no day, and no line here", style="dim"))
    return Group(*parts)


class _Lanes:
    def __init__(self, entries: tuple[Entry, ...], articles: Mapping[str, str]) -> None:
        self._entries, self._articles = entries, articles

    def __rich_console__(self, console: object, options: object) -> list[RenderableType]:
        width = getattr(options, "max_width", _NARROW)
        return [self._table() if width >= _NARROW else self._listed()]

    def _table(self) -> RenderableType:
        grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1), expand=True)
        for name in ("day", "told", "what", "words", "source", "origins", "articles", "disputed"):
            whole = name in ("day", "told", "what", "origins", "disputed")
            grid.add_column(
                Text(name),
                style=_STYLES.get(name, ""),
                justify="right" if name in _RIGHT else "left",
                no_wrap=whole,
                overflow="fold",
                ratio={"words": 7, "source": 2, "articles": 2}.get(name),
            )
        last = ""
        for entry in self._entries:
            day = window(entry.day, entry.until or entry.day)
            grid.add_row(*map(Text, (day if day != last else "", *self._cells(entry))))
            last = day
        return grid

    def _listed(self) -> RenderableType:
        """Return each entry as a paragraph, for a terminal too narrow for lanes."""
        grid = Grid(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
        for entry in self._entries:
            day = window(entry.day, entry.until or entry.day)
            told, what, words, source, origins, articles, disputed = self._cells(entry)
            told = f"told {told}" if told else ""
            origins = _counted(len(entry.origins))
            disputed = f"disputed {disputed}" if disputed else ""
            about = (what, words, source, origins, articles, told, disputed)
            grid.add_row(Text(day, style="bold"), Text(" · ".join(filter(None, about))))
        return grid

    def _cells(self, entry: Entry) -> tuple[str, ...]:
        return (
            "\n".join(_told(entry)),
            _what(entry),
            cell(entry.says),
            cell(entry.sources),
            str(len(entry.origins)),
            ", ".join(cell(self._articles.get(id, id)) for id in entry.articles),
            "\n".join(dispute[:8] for dispute in entry.disputes),
        )


def _told(entry: Entry) -> list[str]:
    return [window(*reported.split("/", 1)) if "/" in reported else reported for reported in entry.reported]


def _what(entry: Entry) -> str:
    """Return what an entry is, and how sure: what is told as it is needs no word for that."""
    if entry.of == "statement":
        return entry.modality
    return entry.of if entry.modality == "reported" else f"{entry.of}, {entry.modality.replace('_', ' ')}"


def _counted(origins: int) -> str:
    return "1 origin" if origins == 1 else f"{origins} origins"
