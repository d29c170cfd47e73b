"""An article's readings and its day in, the day of the blow out that it counts its own day from: `trois jours après le séisme`."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from recoupe.extract.figures.blows import past_day
from recoupe.extract.figures.campaigns import counted_from_blow
from recoupe.extract.reading import Reading
from recoupe.model.moment import Moment
from recoupe.model.span import Span

# paragraphs that tell of the article's own day; further down, the words may tell of a day in between
HEAD = 4
# paragraphs in which such words are looked for
LEAD = 10
# days: who counts further back may be out by some
EXACT = 6
ROUGHLY = 2
# days between a blow and an article that counts them
REACH = 60


def day_counted_from(
    readings: Sequence[tuple[Span, Reading]], reference: datetime.date, counted_on: datetime.date
) -> str | None:
    """Return the day from which an article counts, None where it counts from none.

    Where the blow has a day of its own in the text, that day stands against words further down (`au lendemain du drame`, told
    of a day in between) and against a long count that is out by a day or two (`deux semaines après`).
    """
    found = [
        (at, moment, day)
        for at, (_, reading) in enumerate(readings[:LEAD])
        for moment in reading.moments
        if counted_from_blow(moment) and (day := past_day(moment, counted_on, REACH)) is not None
    ]
    if not found:
        return None
    at, moment, day = found[0]
    named = _named(readings, reference)
    if day in [one for _, one in named]:
        return day
    near = next((one for _, one in named if _apart(one, day) <= ROUGHLY), None)
    if near is not None and (_is_long(moment) or at >= HEAD):
        return near
    told_before = any(where < at for where, _ in named)
    return None if told_before or (named and at >= HEAD) else day


def _named(readings: Sequence[tuple[Span, Reading]], reference: datetime.date) -> list[tuple[int, str]]:
    """Return the days of the blows that an article names, each with its paragraph, but for those of its own day."""
    return [
        (at, day)
        for at, (_, reading) in enumerate(readings)
        for one in reading.struck
        if one.of_blow and not (one.starts or one.since_event) and one.form not in ("daytime", "rolling", "anchored")
        if (day := past_day(one, reference, REACH)) is not None and day < reference.isoformat()
    ]


def _apart(one: str, other: str) -> int:
    return abs((datetime.date.fromisoformat(one) - datetime.date.fromisoformat(other)).days)


def _is_long(moment: Moment) -> bool:
    return moment.value[0] != "day" or -int(moment.value[1]) > EXACT
