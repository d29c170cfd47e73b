"""Hints on the day of an article in, what they leave whichever single record of them was misread out."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from recoupe.crosscheck.dating.clues import Hint, Settled, possible, settle

# days: a weekday moves an end by fewer
STEP = 6


def settle_surely(hints: Iterable[Hint]) -> Settled:
    """Return what hints leave together, as wide as it is without any one record that some of them rest on.

    An end stands where two independent records bear it out, or a hint that rests on none. What only one record tells is
    among those set aside.
    """
    given = list(hints)
    whole = settle(given)
    without = (settle(hint for hint in given if ground not in hint.rests) for ground in sorted(_binding(whole)))
    left = [whole, *without]
    starts = [one.earliest for one in left]
    ends = [one.latest for one in left]
    earliest = None if None in starts else min(day for day in starts if day is not None)
    latest = None if None in ends else max(day for day in ends if day is not None)
    if (earliest, latest) == (whole.earliest, whole.latest):
        return whole
    days = None if any(one.days() is None for one in left) else {day for one in left for day in one.days() or ()}
    kept = tuple(hint for hint in whole.kept if _holds(hint, earliest, latest, days))
    alone = tuple(hint for hint in whole.kept if hint not in kept)
    return Settled(earliest, latest, kept, (*whole.aside, *alone))


def _binding(settled: Settled) -> frozenset[str]:
    """Return the records without which other days might be left."""
    binding = [
        hint for hint in settled.kept if hint.rests and (_binds(hint, settled) or _rules_out(hint, settled.aside))
    ]
    return frozenset(ground for hint in binding for ground in hint.rests)


def _rules_out(hint: Hint, aside: Sequence[Hint]) -> bool:
    return any(not possible((hint, other)) for other in aside)


def _binds(hint: Hint, settled: Settled) -> bool:
    first = (
        hint.earliest is not None and settled.earliest is not None and (settled.earliest - hint.earliest).days <= STEP
    )
    last = hint.latest is not None and settled.latest is not None and (hint.latest - settled.latest).days <= STEP
    return first or last or len(hint.weekdays) < 7


def _holds(
    hint: Hint, earliest: datetime.date | None, latest: datetime.date | None, days: set[datetime.date] | None
) -> bool:
    """Whether a hint allows all that is left."""
    if days is not None:
        return all(hint.allows(day) for day in days)
    open_ends = (hint.earliest is not None and earliest is None) or (hint.latest is not None and latest is None)
    return not open_ends and all(day is None or hint.allows(day) for day in (earliest, latest))
