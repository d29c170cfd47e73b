"""A moment and the reference day in, the days that it covers out: the calendar below, under the name it has here."""

from recoupe.days import CONTRADICTION, NO_ANCHOR, NO_DATE, NO_END, NO_REFERENCE, resolve

__all__ = ["CONTRADICTION", "NO_ANCHOR", "NO_DATE", "NO_END", "NO_REFERENCE", "resolve"]
