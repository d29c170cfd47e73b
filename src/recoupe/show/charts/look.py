"""Where a picture is to stand in, its colours and sizes out; colours that the colour-blind tell apart, and dashes and shapes too."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from unicodedata import category


class Theme(StrEnum):
    """The ground that a picture stands on."""

    LIGHT = "light"
    DARK = "dark"


class Width(StrEnum):
    """How much room a picture has: a page, or a telephone."""

    WIDE = "wide"
    NARROW = "narrow"


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """The colours of one theme; each of `lines` stands off the ground by a contrast of 4.5 or more."""

    ground: str
    raised: str
    ink: str
    quiet: str
    hair: str
    alarm: str
    lines: tuple[str, ...]


COLOURS = {
    Theme.LIGHT: Colours(
        ground="#ffffff", raised="#f4f5f7", ink="#1b1f24", quiet="#525a64", hair="#d6dae0", alarm="#9a3d14",
        lines=("#0b5fa5", "#a8480a", "#00694a", "#8a2f83", "#4a4f57", "#7a5c00"),
    ),
    Theme.DARK: Colours(
        ground="#14171b", raised="#1e2329", ink="#e8eaed", quiet="#aab2bc", hair="#373e47", alarm="#f0a07c",
        lines=("#7cc0ff", "#ffab78", "#4fd3a5", "#ea9fe4", "#c9ced6", "#e5c04b"),
    ),
}  # fmt: skip
DASHES = ((), (7, 4), (2, 3), (9, 3, 2, 3))
SHAPES = ("circle", "square", "diamond", "cross", "triangle-right")
FONT = "system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a picture is drawn; `number` picks a line's colour, dash and shape, and no two of the first 60 share all three."""

    theme: Theme = Theme.LIGHT
    width: Width = Width.WIDE

    @property
    def colours(self) -> Colours:
        """The colours of the theme."""
        return COLOURS[self.theme]

    @property
    def narrow(self) -> bool:
        """Whether there is little room."""
        return self.width is Width.NARROW

    @property
    def font_size(self) -> int:
        """The size of letters, in pixels."""
        return 12 if self.narrow else 13

    def line(self, number: int) -> tuple[str, tuple[int, ...], str]:
        """Return the colour, the dash and the shape of a line."""
        colours = self.colours.lines
        return colours[number % len(colours)], DASHES[number % len(DASHES)], SHAPES[number % len(SHAPES)]


def drawn(words: str | None, most: int = 80) -> str:
    """Return words as a picture can hold them: on one line, without signs that command or turn the writing, cut at `most`.

    >>> drawn("a\\u202eb\\nc"), drawn("x" * 9, 5)
    ('ab c', 'xxxx…')
    """
    flat = " ".join((words or "").split())
    kept = "".join(sign for sign in flat if category(sign) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    return kept if len(kept) <= most else f"{kept[: most - 1]}…"
