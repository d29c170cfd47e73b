"""A text in, where its paragraphs stand out: a line each, or several where the lines were broken at a fixed width."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
BULLET = re.compile(r"\s*(?:[•·*►▪◦‣–—-]|\d{1,2}[.)])\s")
NARROW, WIDE = 45, 110


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Where a paragraph stands, without the white space around it; `wrapped` says that it runs over several lines."""

    start: int
    end: int
    wrapped: bool = False


def find_paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of the text in order; blank lines belong to none.

    >>> [(p.start, p.end, p.wrapped) for p in find_paragraphs("Titre\\n\\n Un mort. \\n")]
    [(0, 5, False), (8, 16, False)]
    """
    runs = _runs(text)
    width = max((end - start for run in runs for start, end in run), default=0)
    wrapped = NARROW <= width <= WIDE and any(
        text[after[0]].islower()
        for run in runs
        for before, after in _pairs(run)
        if _is_full(text, before, after, width)
    )
    found: list[Paragraph] = []
    for run in runs:
        start, end = run[0]
        count = 1
        for before, after in _pairs(run):
            if wrapped and _is_full(text, before, after, width):
                end, count = after[1], count + 1
                continue
            found.append(Paragraph(start, end, count > 1))
            (start, end), count = after, 1
        found.append(Paragraph(start, end, count > 1))
    return found


def _runs(text: str) -> list[list[tuple[int, int]]]:
    """Return the lines that are not blank, trimmed, in runs that no blank line breaks."""
    runs: list[list[tuple[int, int]]] = [[]]
    at = 0
    for stop in [hit.span() for hit in LINE_END.finditer(text)] + [(len(text), len(text))]:
        line = text[at : stop[0]]
        bare = line.strip()
        if bare:
            start = at + len(line) - len(line.lstrip())
            runs[-1].append((start, start + len(bare)))
        elif runs[-1]:
            runs.append([])
        at = stop[1]
    return [run for run in runs if run]


def _pairs(run: list[tuple[int, int]]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    return list(itertools.pairwise(run))


def _is_full(text: str, before: tuple[int, int], after: tuple[int, int], width: int) -> bool:
    """Say whether a line was broken because the first word of the next one did not fit."""
    if BULLET.match(text, *after):
        return False
    first = text[after[0] : after[1]].split(None, 1)[0]
    return before[1] - before[0] + 1 + len(first) > width - 3
