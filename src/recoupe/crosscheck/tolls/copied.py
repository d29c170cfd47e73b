"""Figures that tell tolls in, those that a copy tells on the day of what it was copied from out."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from recoupe.crosscheck.tolls.told import Told

REPRINT = 3
"""Days within which a copy of a dispatch is printed. What tells the same words later says that a number still holds."""


class Copies(Protocol):
    """Which records the same words carry."""

    def carried(self, record: str) -> tuple[str, ...]: ...


def as_first_told(told: Iterable[Told], copies: Copies) -> tuple[Told, ...]:
    """Return figures with the day of the first telling where the same words tell the same toll again within days.

    A reprint of Thursday holds the toll that its agency told on Wednesday, whatever the day it counts from there.
    """
    given = tuple(told)
    by_id = {one.id: one for one in given}
    return tuple(_as_first(one, [by_id[id] for id in copies.carried(one.id) if id in by_id]) for one in given)


def _as_first(one: Told, others: Iterable[Told]) -> Told:
    if one.day is None or one.span is not None or one.start.form != "since":
        return one
    days = [
        other.day
        for other in others
        if other.day is not None
        and other.span is None
        and other.day < one.day
        and (other.tally, other.start, other.low, other.high) == (one.tally, one.start, one.low, one.high)
        and _days_between(other.day, one.day) <= REPRINT
    ]
    return replace(one, day=min(days)) if days else one


def _days_between(first: str, last: str) -> int:
    return (datetime.date.fromisoformat(last) - datetime.date.fromisoformat(first)).days
