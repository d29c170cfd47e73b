"""A picture of tolls in, where everything on it lies out: the span of days, the scale of values, and labels that do not collide."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from recoupe.show.charts.toll_picture import Point, TollLine, TollPicture

GLYPH = 10
"""Pixels from one telling of a point to the next one."""
TELLINGS_DRAWN = 5
ARROW = 26
"""Pixels that the arrow of an open interval is long."""
_LOG_FROM = 60
"""From which largest to smallest value on the scale of values is logarithmic."""
_MORE = 22
"""Pixels of the count of the tellings that are not drawn."""
_LETTER = 0.58
"""How wide a letter is, as a share of its height."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The scales of a picture: its first and last day, its lowest and highest value, its width and height in pixels."""

    first: date
    last: date
    bottom: float
    top: float
    logarithmic: bool
    width: int
    height: int

    def x(self, day: str) -> float:
        """Return how far from the left a day lies, in pixels."""
        days = (date.fromisoformat(day) - self.first).days
        return self.width * days / max(1, (self.last - self.first).days)

    def y(self, value: float) -> float:
        """Return how far from the top a value lies, in pixels."""
        if self.logarithmic:
            share = math.log(max(value, self.bottom) / self.bottom) / math.log(self.top / self.bottom)
        else:
            share = (value - self.bottom) / (self.top - self.bottom)
        return self.height * (1 - share)

    def arrow(self, value: float, side: str) -> float:
        """Return by how many pixels the arrow of an interval goes on from its known end, `up` or `down`, within the picture."""
        y = self.y(value)
        return -min(ARROW, max(8, y - 6)) if side == "up" else min(ARROW, max(8, self.height - y - 6))

    def ticks(self, most: int) -> list[date]:
        """Return at most so many days to write below the picture, evenly apart."""
        days = (self.last - self.first).days
        apart = next(
            (step for step in (1, 2, 4, 7, 14, 30, 61, 122, 365) if days / step < most), math.ceil(days / most)
        )
        return [self.first + timedelta(days=at) for at in range(0, days + 1, apart)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words beside a point, where there is room for them; `x` and `y` are pixels from the left and the top."""

    letter: str
    says: str
    x: float
    y: float
    loud: bool


def frame_of(picture: TollPicture, *, width: int, height: int) -> Frame | None:
    """Return the scales that hold all dated points of a picture; None where it has none."""
    points = [point for line in picture.lines for point in line.dated]
    if not points:
        return None
    first = date.fromisoformat(min(point.first or "" for point in points))
    last = date.fromisoformat(max(point.last or "" for point in points))
    # room for the tellings that lie side by side, and for what stands beside the first and the last point
    spare = max(1, math.ceil((last - first).days * 0.09))
    values = [float(value) for point in points for value in (point.low, point.high) if value is not None]
    most, least = max(values, default=1.0), min(values, default=0.0)
    logarithmic = least > 0 and most / least >= _LOG_FROM
    return Frame(
        first=_moved(first, -spare),
        last=_moved(last, spare),
        bottom=10 ** math.floor(math.log10(least) - 0.05) if logarithmic else min(0.0, least),
        top=most * 2 if logarithmic else max(most * 1.15, min(0.0, least) + 1),
        logarithmic=logarithmic,
        width=width,
        height=height,
    )


def shifts_of(picture: TollPicture, frame: Frame) -> dict[tuple[str, int], int]:
    """Return by how many pixels each point is moved to the right, so that none hides another of its day and value.

    Points go by their line's letter and their place among the line's dated points; the first line of a day stays.
    """
    taken: list[Box] = []
    shifts = {}
    for line, at, point in _points(picture):
        x, y = frame.x(point.last or ""), frame.y(point.middle)
        wide = _wide(point)
        shift = 0
        while any(_meet((x + shift, y - 4, x + shift + wide, y + 4), box) for box in taken):
            shift += GLYPH
        taken.append((x + shift, y - 4, x + shift + wide, y + 4))
        shifts[line.letter, at] = shift
    return shifts


def labels_of(picture: TollPicture, frame: Frame, says: dict[tuple[str, int], str], *, size: int) -> list[Label]:
    """Return the labels of points that fit beside the points and each other; that of a lowered step is always there.

    `says` are the words for each point by its line's letter and its place among the line's dated points; `size` the
    height of letters in pixels.
    """
    shifts = shifts_of(picture, frame)
    taken = [box for line, at, point in _points(picture) for box in _glyphs(point, frame, shifts[line.letter, at])]
    strokes = [box for line in picture.lines for box in _strokes(line, frame)]
    found = []
    for line, at, point in sorted(_points(picture), key=lambda one: _rank(*one)):
        words, shift = says[line.letter, at], shifts[line.letter, at]
        spots = list(_spots(point, words, frame, shift, size))
        free = [spot for spot in spots if _fits(spot, frame, taken)]
        box = next((spot for spot in free if not any(_meet(spot, stroke) for stroke in strokes)), None)
        # over a line one can still read, over another label one cannot
        box = box or next(iter(free), None)
        loud = point.step == "lowered"
        if box is None and loud:
            box = spots[0]
        if box is not None:
            taken.append(box)
            found.append(Label(letter=line.letter, says=words, x=box[0], y=(box[1] + box[3]) / 2, loud=loud))
    return found


def _points(picture: TollPicture) -> Iterator[tuple[TollLine, int, Point]]:
    for line in picture.lines:
        for at, point in enumerate(line.dated):
            yield line, at, point


def _rank(line: TollLine, at: int, point: Point) -> tuple[bool, bool, str, int]:
    """Return the order in which points get their labels: lowered ones, then the last of each line."""
    return (point.step != "lowered", at != len(line.dated) - 1, line.letter, at)


def _glyphs(point: Point, frame: Frame, shift: int) -> Iterator[Box]:
    x, y = frame.x(point.last or "") + shift, frame.y(point.middle)
    wide = _wide(point)
    yield (x - 7, y - 7, x + max(7, wide), y + 7)
    if point.high is None:
        yield (x - 4, y - ARROW - 6, x + 4, y)
    elif point.low is None:
        yield (x - 4, y, x + 4, y + ARROW + 6)
    elif point.low != point.high:
        yield (x - 3, frame.y(point.high), x + 3, frame.y(point.low))


def _strokes(line: TollLine, frame: Frame) -> Iterator[Box]:
    """Yield where the line of a toll runs, and the bars of its steps of some day."""
    points = line.dated
    for at, point in enumerate(points):
        x, y = frame.x(point.last or ""), frame.y(point.middle)
        yield (frame.x(point.first or ""), y - 2, x, y + 2)
        if at + 1 < len(points):
            right, below = frame.x(points[at + 1].last or ""), frame.y(points[at + 1].middle)
            yield (x, y - 2, right, y + 2)
            yield (right - 2, min(y, below), right + 2, max(y, below))


def _fits(box: Box, frame: Frame, taken: list[Box]) -> bool:
    inside = box[0] >= 0 and box[1] >= 0 and box[2] <= frame.width + 4 and box[3] <= frame.height
    return inside and not any(_meet(box, other) for other in taken)


def _spots(point: Point, words: str, frame: Frame, shift: int, size: int) -> Iterator[Box]:
    """Yield where the words for a point may stand: right of it, above, below, left of it."""
    x, y = frame.x(point.last or "") + shift, frame.y(point.middle)
    wide, high = _LETTER * size * len(words), size + 2
    right = _wide(point)
    for left, top in (
        (x + right + 2, y - high / 2),
        (x - wide / 2, y - high - 9),
        (x - wide / 2, y + 9),
        (x - wide - 10, y - high / 2),
        (x + right, y - high - 4),
        (x + right, y + 6),
    ):
        yield (left, top, left + wide, top + high)


def _wide(point: Point) -> int:
    """Return how many pixels the tellings of a point take, side by side, with the count of those that are not drawn."""
    more = _MORE if len(point.tellings) > TELLINGS_DRAWN else 0
    return GLYPH * min(len(point.tellings), TELLINGS_DRAWN) + more


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _moved(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day
