"""Values in, the words that a person sees out; what is not known stays blank, never 0."""

from __future__ import annotations

import re

from recoupe.model.figure import Number

_COMMANDS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_UNITS = {"count": "", "percent": " %", "km2": " km²"}


def number(value: Number) -> str:
    """Return a number with its thousands apart.

    >>> number(80000).replace(chr(0x202F), " "), number(2.5)
    ('80 000', '2,5')
    """
    whole = int(value) if isinstance(value, int) or value.is_integer() else None
    text = f"{whole:,}" if whole is not None else f"{value:,.10g}".replace(".", "·")
    return text.replace(",", "\u202f").replace("·", ",")


def interval(low: Number | None, high: Number | None, unit: str = "count") -> str:
    """Return a closed, open or empty interval as it is shown.

    >>> interval(384, 384), interval(465, None), interval(None, 30), interval(18, 22), interval(None, None)
    ('384', '≥ 465', '≤ 30', '18–22', '')
    >>> interval(85, 85, "percent"), interval(3, 3, "EUR")
    ('85 %', '3 EUR')
    """
    sign = _UNITS.get(unit, f" {unit}")
    if low is None:
        return "" if high is None else f"≤ {number(high)}{sign}"
    if high is None:
        return f"≥ {number(low)}{sign}"
    if low == high:
        return f"{number(low)}{sign}"
    return f"{number(low)}–{number(high)}{sign}"


def window(since: str | None, until: str | None) -> str:
    """Return the days that a figure covers: one day once, an open side open.

    >>> window("2016-12-08", "2016-12-08"), window("2016-11-15", "2016-12-08")
    ('2016-12-08', '2016-11-15 → 2016-12-08')
    >>> window(None, "2016-12"), window(None, None)
    ('→ 2016-12', '')
    """
    if since == until:
        return since or ""
    return f"{since or ''} → {until or ''}".strip()


def day(published: str | None) -> str:
    """Return the day of a date or date-time, blank where it is not known."""
    return (published or "")[:10]


def printable(text: str) -> str:
    """Return a text without the signs that command a terminal; the number of signs stays the same.

    >>> printable("a\x1b[31mb") == "a\ufffd[31mb"
    True
    """
    return _COMMANDS.sub("\ufffd", text)


def cell(value: object) -> str:
    """Return any value as the text of a cell, on one line.

    >>> cell(None), cell(("a", "b")), cell("deux\\nlignes")
    ('', 'a, b', 'deux lignes')
    """
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return ", ".join(map(cell, value))
    return printable(" ".join(str(value).split()))
