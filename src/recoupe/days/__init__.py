"""Moments and the day they are counted from in, the days that they cover out: for the reader and the cross-check alike."""

from recoupe.days.windows import CONTRADICTION, NO_ANCHOR, NO_DATE, NO_END, NO_REFERENCE, resolve

__all__ = ["CONTRADICTION", "NO_ANCHOR", "NO_DATE", "NO_END", "NO_REFERENCE", "resolve"]
