"""A text in, the same text without case, accents and kinds of apostrophes out, with the way back to its offsets."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from recoupe.model.span import Span

_APOSTROPHES = "’ʼ‘`´＇"
_DASHES = "‐‑‒"
_SPACES = (*range(0x09, 0x0E), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000)
_MARKS = re.compile("[\u0300-\u036f]")  # accents that stand apart from their letter


def _table() -> dict[int, str]:
    """Return the single letters that fold to a single other one."""
    table = {}
    for code in range(0x41, 0x250):
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        if len(base) == 1 and base != chr(code):
            table[code] = base
    table |= {ord(sign): "'" for sign in _APOSTROPHES}
    table |= {ord(sign): "-" for sign in _DASHES}
    table |= {ord(sign): "-" for sign in _DASHES}
    table |= dict.fromkeys(_SPACES, " ")
    return table


_FOLD = _table()


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `places` says where each of its characters stands in the original, None where nothing moved."""

    text: str
    original: str
    places: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> Span:
        """Return the stretch of the original that a stretch of the folded text stands for."""
        if self.places is None or start >= end:
            return Span(start, end)
        last = self.places[end - 1] + 1
        while last < len(self.original) and _MARKS.match(self.original[last]):
            last += 1
        return Span(self.places[start], last)


def fold(text: str) -> Folded:
    """Return the text in small letters without accents, with plain apostrophes and single spaces.

    >>> fold("D’ici à décembre").text
    "d'ici a decembre"
    """
    plain = text.translate(_FOLD)
    if not _MARKS.search(text) and "  " not in plain:
        return Folded(plain, text)
    kept = [not _MARKS.match(sign) and not (plain[at] == " " == plain[at - 1 : at]) for at, sign in enumerate(text)]
    places = tuple(at for at, keep in enumerate(kept) if keep)
    return Folded("".join(plain[at] for at in places), text, places)
