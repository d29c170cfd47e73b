"""A picture of tolls in, what stands below it out: each line's sign and name, what the signs mean, and the warnings."""

from __future__ import annotations

import textwrap
from typing import Any

from recoupe.catalogue import Catalogue
from recoupe.show.charts.look import Look
from recoupe.show.charts.toll_picture import TollPicture
from recoupe.show.charts.toll_words import name_of, value_of, warnings_of

Spec = dict[str, Any]
Rows = list[dict[str, Any]]
_ROW = 20
"""Pixels from one row to the next one."""
_SIGN = 40
"""Pixels that the sign before a row takes."""


def legend_rows(picture: TollPicture, words: Catalogue, look: Look, *, warned: bool = True) -> Rows:
    """Return the rows below the plot. `of` says what sign a row has: `line`, a key of `tolls.key`, or none.

    Where it is not `warned`, the warnings are left to the page around it.
    """
    rows: Rows = []

    def say(text: str, of: str, letter: str = "") -> None:
        for number, part in enumerate(textwrap.wrap(text, 40 if look.narrow else 130) or [""]):
            sign = of if number == 0 or of == "warning" else "words"
            rows.append({"row": len(rows), "of": sign, "line": letter, "says": part})

    for line in picture.lines:
        dayless = [value_of(point, line.unit) for point in line.points if point.last is None]
        more = f" ({words.say('tolls.dayless', values=', '.join(dayless))})" if dayless else ""
        say(f"{line.letter} · {name_of(line, picture, words)}{more}", "line", line.letter)
    points = [point for line in picture.lines for point in line.dated]
    tellings = [one for point in points for one in point.tellings]
    for of, needed in (
        ("independent", any(one.independent for one in tellings)),
        ("copy", any(one.again for one in tellings)),
        ("renewed", any(one.renewed for one in tellings)),
        ("range", any(None not in (one.low, one.high) and one.low != one.high for one in points)),
        ("open", any((one.low is None) != (one.high is None) for one in points)),
        ("lowered", any(one.step == "lowered" for one in points)),
        ("month", any(one.first != one.last for one in points)),
    ):
        if needed:
            say(words.say(f"tolls.key.{of}"), of)
    for warning in warnings_of(picture, words) if warned else ():
        say(f"⚠ {warning}", "warning")
    return rows


def legend_view(rows: Rows, picture: TollPicture, look: Look, width: int) -> Spec:
    """Return the view that draws the rows of the dataset `legend`."""
    letters = [line.letter for line in picture.lines]
    styles = [look.line(number) for number in range(len(letters))]
    text = {
        "mark": {"type": "text", "align": "left", "baseline": "middle"},
        "encoding": {
            "x": {"value": _SIGN}, "y": _height(), "text": {"field": "says"},
            "color": {
                "condition": {"test": "datum.of === 'warning'", "value": look.colours.alarm}, "value": look.colours.ink,
            },
        },
    }  # fmt: skip
    shown = {row["of"] for row in rows}
    signs = [layer for of, layer in _signs(letters, styles, look) if of in shown]
    return {
        "width": width, "height": max(_ROW, _ROW * len(rows)), "data": {"name": "legend"}, "layer": [*signs, text],
    }  # fmt: skip


def _signs(letters: list[str], styles: list[Any], look: Look) -> list[tuple[str, Spec]]:
    """Return the layers that draw the signs, each with what rows it is for."""

    def scaled(values: list[Any]) -> Spec:
        return {"field": "line", "type": "nominal", "legend": None, "scale": {"domain": letters, "range": values}}

    color = scaled([style[0] for style in styles])
    ink = {"value": look.colours.ink}
    ends = {"x": {"value": 2}, "x2": {"value": _SIGN - 10}}
    bar = {"type": "rule", "strokeWidth": 2}
    ring = {"type": "point", "filled": False, "shape": "circle", "strokeWidth": 2}
    dot = {"type": "point", "filled": True, "shape": "circle", "size": 80}
    drawn = (
        ("line", bar, {"color": color, "strokeDash": scaled([list(style[1]) for style in styles]), **ends}),
        ("line", {"type": "point", "filled": True, "size": 80}, {"color": color, "shape": scaled([style[2] for style in styles])}),
        ("independent", dot, {"color": ink}),
        ("copy", {**ring, "size": 70}, {"color": ink}),
        ("renewed", {**ring, "size": 70}, {"color": ink}),
        ("renewed", {**dot, "size": 18}, {"color": ink}),
        ("range", {**dot, "size": 260, "shape": "M-.1,-1V1H.1V-1Z"}, {"color": ink}),
        ("open", {**dot, "size": 60, "shape": "triangle-up"}, {"color": ink}),
        ("lowered", {**ring, "size": 190, "strokeDash": [4, 2]}, {"color": {"value": look.colours.alarm}}),
        ("month", {**bar, "strokeWidth": 3, "strokeDash": [0, 6], "strokeCap": "round"}, {"color": ink, **ends}),
    )  # fmt: skip
    return [
        (
            of,
            {
                "transform": [{"filter": f"datum.of === '{of}'"}],
                "mark": {"opacity": 1, **mark},
                "encoding": {"y": _height(), "x": {"value": _SIGN // 2 - 4}, **encoding},
            },
        )
        for of, mark, encoding in drawn
    ]


def _height() -> Spec:
    return {"value": {"expr": f"datum.row * {_ROW} + {_ROW // 2}"}}
