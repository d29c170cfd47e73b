"""A picture of tolls in, the rows of all that is drawn of it out, by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from recoupe.catalogue import Catalogue
from recoupe.show.charts.look import Look, drawn
from recoupe.show.charts.toll_layout import GLYPH, TELLINGS_DRAWN, Frame, labels_of, shifts_of
from recoupe.show.charts.toll_picture import Point, TollLine, TollPicture
from recoupe.show.charts.toll_words import value_of

Rows = list[dict[str, Any]]
MARKS = (
    "steps", "spans", "spans_up", "spans_down", "ranges", "open_up", "open_down", "months", "independent", "copies",
    "renewed", "more", "lowered", "labels",
)  # fmt: skip
"""`steps` are the lines; `spans` intervals from one step to the next, `ranges` those at their points; `open_up`,
`open_down`, `spans_up`, `spans_down` those without a limit on that side; `independent` filled points, `copies`
hollow ones, `renewed` hollow ones with a dot in them."""


def marks_of(picture: TollPicture, frame: Frame, words: Catalogue, look: Look) -> dict[str, Rows]:
    """Return the rows of each of MARKS that has any. An open side of an interval has no value in any of them."""
    found: dict[str, Rows] = {name: [] for name in MARKS}
    says: dict[tuple[str, int], str] = {}
    shifts = shifts_of(picture, frame)
    for line in picture.lines:
        points = line.dated
        for at, point in enumerate(points):
            says[line.letter, at] = _says(line, point, picture, words)
            after = points[at + 1] if at + 1 < len(points) else None
            for name, row in _rows(line, point, after, frame, shifts[line.letter, at]):
                found[name].append(row)
        # at most 30 is no step: the line would rise to what nobody says was reached
        reached = [one for one in points if one.low is not None]
        if len(reached) > 1:
            found["steps"] += [{"line": line.letter, "day": one.last, "value": one.middle} for one in reached]
    found["labels"] = [
        {"line": one.letter, "says": one.says, "x": round(one.x, 1), "y": round(one.y, 1), "loud": one.loud}
        for one in labels_of(picture, frame, says, size=look.font_size)
    ]
    return {name: rows for name, rows in found.items() if rows}


def _rows(
    line: TollLine, point: Point, after: Point | None, frame: Frame, shift: int
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the rows of one point, each with the name of what it is drawn as."""
    here = {"line": line.letter, "day": point.last, "value": point.middle, "offset": shift}
    until = after.last if after else None
    if point.first != point.last:
        yield "months", {**here, "first": point.first}
    if point.low is not None and point.high is not None:
        if point.low != point.high:
            yield "ranges", {**here, "low": point.low, "high": point.high}
            if until:
                yield "spans", {**here, "until": until, "low": point.low, "high": point.high}
    elif point.low is not None or point.high is not None:
        side = "up" if point.high is None else "down"
        by = frame.arrow(point.middle, side)
        yield f"open_{side}", {**here, "by": by}
        if until:
            yield f"spans_{side}", {**here, "until": until, "by": by}
    for number, telling in enumerate(point.tellings[:TELLINGS_DRAWN]):
        name = "independent" if telling.independent else "copies" if telling.again else "renewed"
        told = {"article": drawn(telling.article), "figure": telling.figure}
        yield name, {**here, "offset": shift + number * GLYPH, **told}
    if len(point.tellings) > TELLINGS_DRAWN:
        left = len(point.tellings) - TELLINGS_DRAWN
        yield "more", {**here, "offset": shift + TELLINGS_DRAWN * GLYPH, "says": f"+{left}"}
    if point.step == "lowered":
        yield "lowered", here


def _says(line: TollLine, point: Point, picture: TollPicture, words: Catalogue) -> str:
    """Return the label of a point: its line's letter, its value with its limits, and what must be known with it."""
    parts = [line.letter] if len(picture.lines) > 1 else []
    parts.append(value_of(point, line.unit))
    if point.step in ("lowered", "widened"):
        parts.append(f"({words.term('step', point.step)})")
    if point.hearsay:
        parts.append(f"({words.say('tolls.hearsay')})")
    return " ".join(parts)
