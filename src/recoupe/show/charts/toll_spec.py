"""A picture of tolls in, its Vega-Lite specification out: plain data that loads nothing and computes nothing of its own."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from recoupe.catalogue import Catalogue
from recoupe.show.charts.look import FONT, Look, drawn
from recoupe.show.charts.toll_layout import Frame, frame_of
from recoupe.show.charts.toll_legend import legend_rows, legend_view
from recoupe.show.charts.toll_marks import marks_of
from recoupe.show.charts.toll_picture import TollPicture
from recoupe.show.charts.toll_words import told_in_words, what_of

Spec = dict[str, Any]
SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
_SIDES = ("up", "down")


def toll_spec(picture: TollPicture, words: Catalogue, look: Look, *, alone: bool = True) -> Spec:
    """Return the specification of a picture of tolls; its `datasets` hold the rows of MARKS, and those of the `legend`.

    A picture that does not stand `alone` leaves its warnings to the page around it.
    """
    width, height = (290, 300) if look.narrow else (960, 380)
    frame = frame_of(picture, width=width, height=height)
    legend = legend_rows(picture, words, look, warned=alone)
    views = [legend_view(legend, picture, look, width)]
    datasets = {"legend": legend}
    if frame is not None:
        datasets |= marks_of(picture, frame, words, look)
        views.insert(0, _plot(picture, frame, datasets, words, look))
    return {
        "$schema": SCHEMA,
        "description": told_in_words(picture, words),
        "title": {"text": words.say("tolls.titled", what=what_of(picture, words)), "anchor": "start"},
        "datasets": datasets,
        "vconcat": views,
        "spacing": 14,
        "config": _config(look),
    }


def _plot(picture: TollPicture, frame: Frame, datasets: Iterable[str], words: Catalogue, look: Look) -> Spec:
    x, y = _days(frame, words, look), _values(picture, frame, words, look)
    letters = [line.letter for line in picture.lines]
    styles = [look.line(number) for number in range(len(letters))]

    def scaled(values: list[Any]) -> Spec:
        return {"field": "line", "type": "nominal", "legend": None, "scale": {"domain": letters, "range": values}}

    color = scaled([style[0] for style in styles])
    shape = scaled([style[2] for style in styles])
    dash = scaled([list(style[1]) for style in styles])
    layers = [
        {
            "data": {"name": name},
            "mark": mark,
            "encoding": {
                key: value for key, value in {"x": x, "y": y, "color": color, **encoding}.items() if value is not None
            },
        }
        for name, mark, encoding in _layers(y, shape, dash, color, look)
        if name in datasets
    ]
    return {"width": frame.width, "height": frame.height, "layer": layers}


def _layers(y: Spec, shape: Spec, dash: Spec, color: Spec, look: Look) -> Iterator[tuple[str, Spec, Spec]]:
    """Yield what each kind of row is drawn with: its name, its mark, and what its encoding has beside day, value and colour."""
    colours = look.colours
    until, low_high = {"x2": {"field": "until"}}, {"y": {**y, "field": "low"}, "y2": {"field": "high"}}
    ends_here = {"y2": {"field": "value"}}
    offset, by = {"expr": "datum.offset"}, {"expr": "datum.by"}
    point = {"type": "point", "xOffset": offset, "opacity": 1, "filled": True}
    yield "spans", {"type": "rect", "opacity": 0.16}, {**until, **low_high}
    for side in _SIDES:
        # an open side fades: a straight edge would look like a limit
        fading = {"type": "rect", "y2Offset": by, "color": _fading(colours.quiet, side), "opacity": 1}
        yield f"spans_{side}", fading, {**until, **ends_here, "color": None}
    yield "steps", {"type": "line", "interpolate": "step-after", "strokeWidth": 2}, {"strokeDash": dash}
    dots = {"type": "rule", "strokeWidth": 3, "strokeDash": [0, 6], "strokeCap": "round", "opacity": 1}
    yield "months", dots, {"x2": {"field": "first"}}
    yield "ranges", {"type": "rule", "strokeWidth": 3, "opacity": 0.75, "xOffset": offset}, low_high
    for side in _SIDES:
        yield f"open_{side}", {"type": "rule", "strokeWidth": 2, "y2Offset": by, "xOffset": offset}, ends_here
        head = {**point, "shape": f"triangle-{side}", "size": 50, "yOffset": by}
        yield f"open_{side}", head, {}
    ring = {**point, "filled": False, "shape": "circle", "size": 520, "strokeWidth": 2, "strokeDash": [4, 2]}
    yield "lowered", ring, {"color": {"value": colours.alarm}}
    hollow = {**point, "strokeWidth": 2, "size": 75}
    for name in ("copies", "renewed"):
        yield name, hollow, {"shape": shape, "color": None, "fill": {"value": colours.ground}, "stroke": color}
    yield "renewed", {**point, "shape": "circle", "size": 16}, {}
    yield "independent", {**point, "size": 95}, {"shape": shape}
    yield "more", {"type": "text", "xOffset": offset, "align": "left"}, {"text": {"field": "says"}}
    weight = {"expr": "datum.loud ? 'bold' : 'normal'"}
    ink = {"condition": {"test": "datum.loud", "value": colours.alarm}, "value": colours.ink}
    text = {"type": "text", "align": "left", "baseline": "middle", "fontWeight": weight}
    says = {"x": {"value": {"expr": "datum.x"}}, "y": {"value": {"expr": "datum.y"}}, "text": {"field": "says"}}
    halo = {**text, "stroke": colours.ground, "strokeWidth": 4, "strokeJoin": "round"}
    yield "labels", halo, {**says, "color": {"value": colours.ground}}
    yield "labels", text, {**says, "color": ink}


def _days(frame: Frame, words: Catalogue, look: Look) -> Spec:
    days = (frame.last - frame.first).days
    return {
        "field": "day", "type": "temporal",
        "scale": {"type": "utc", "domain": [_moment(frame.first), _moment(frame.last)], "nice": False},
        "axis": {
            "title": words.say("tolls.axis"), "grid": False, "labelOverlap": True,
            "values": [_moment(day) for day in frame.ticks(5 if look.narrow else 11)],
            "format": "%-d %b" if days < 200 else "%b %Y" if days < 3000 else "%Y",
        },
    }  # fmt: skip


def _values(picture: TollPicture, frame: Frame, words: Catalogue, look: Look) -> Spec:
    units = {line.unit for line in picture.lines}
    unit = units.pop() if len(units) == 1 else ""
    named = [] if unit in ("", "count") else [words.words.get(f"tolls.units.{unit}", drawn(unit))]
    title = [*named, *([words.say("tolls.log")] if frame.logarithmic else [])]
    axis = {"title": ", ".join(title) or None, "format": "~s" if look.narrow else ",~r", "tickCount": 6}
    return {
        "field": "value", "type": "quantitative",
        "scale": {"type": "log" if frame.logarithmic else "linear", "domain": [frame.bottom, frame.top], "nice": False},
        "axis": {**axis, "values": _decades(frame)} if frame.logarithmic else axis,
    }  # fmt: skip


def _decades(frame: Frame) -> list[float]:
    first, last = math.floor(math.log10(frame.bottom)), math.ceil(math.log10(frame.top))
    steps = (1, 3) if last - first <= 4 else (1,)
    return [step * 10**power for power in range(first, last + 1) for step in steps]


def _fading(colour: str, side: str) -> Spec:
    known, open_end = (1, 0) if side == "up" else (0, 1)
    stops = [{"offset": 0, "color": f"{colour}48"}, {"offset": 1, "color": f"{colour}00"}]
    return {"gradient": "linear", "x1": 0, "x2": 0, "y1": known, "y2": open_end, "stops": stops}


def _config(look: Look) -> Spec:
    colours, size = look.colours, look.font_size
    return {
        "background": colours.ground,
        "font": FONT,
        "padding": 8,
        "title": {"color": colours.ink, "fontSize": size + 2, "fontWeight": "bold", "limit": 340 if look.narrow else 1000},
        "axis": {
            "labelColor": colours.quiet, "titleColor": colours.quiet, "domainColor": colours.quiet,
            "tickColor": colours.quiet, "gridColor": colours.hair, "labelFontSize": size - 1,
            "titleFontSize": size - 1, "titleFontWeight": "normal",
        },
        "text": {"fontSize": size, "color": colours.ink},
        "view": {"stroke": None},
    }  # fmt: skip


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
