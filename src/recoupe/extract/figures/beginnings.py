"""An article's readings and its day in, the day on which its crisis began where no word of its own says that something struck."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from recoupe.extract.figures.blows import past_day
from recoupe.extract.reading import Reading
from recoupe.model.article import BlockKind
from recoupe.model.figure import Kind, Modality
from recoupe.model.moment import Moment, Told

# what came of what the sentence before told
OUTCOMES = frozenset({Kind.KILLED, Kind.INJURED, Kind.MISSING, Kind.DESTROYED, Kind.RESCUED, Kind.ABDUCTED})
# what a crisis does to people from its first day on
COUNTED = OUTCOMES | {Kind.DISPLACED, Kind.EVACUATED}
ONE_DAY = frozenset({"weekday", "offset", "date", "monthday", "range", "night"})
# paragraphs of prose in which an article says what it is about
LEAD = 3
# days: an article tells of what is new
RECENT = 14


def first_told(lead: Sequence[Reading], reference: datetime.date) -> str | None:
    """Return the day of what the lead tells right before it counts the dead, else the first day that its tolls are counted on.

    `Un car a quitté la route dimanche. Onze passagers sont morts.`
    """
    opening = [reading for reading in lead if reading.kind is BlockKind.BODY][:LEAD]
    came_of = (_before_outcome(reading, reference) for reading in opening)
    if (day := next(filter(None, came_of), None)) is not None:
        return day
    counted = [
        day
        for reading in lead
        for figure in reading.figures
        if figure.kind in COUNTED
        for timed in figure.moments
        if timed.relation in ("own", "free", "shared") and (day := _past(timed.moment, reference)) is not None
    ]
    return min(counted, default=None)


def _before_outcome(reading: Reading, reference: datetime.date) -> str | None:
    """Return the day that a paragraph names before it counts, in the same sentence or the one before, whom it befell."""
    for figure in reading.figures:
        if figure.kind not in OUTCOMES or figure.moments or figure.modality is not Modality.REPORTED:
            continue
        near = [reading.sentences[at] for at in (figure.sentence - 1, figure.sentence) if at >= 0]
        for sentence in near:
            said = any(one.cue_span is not None and sentence.covers(one.cue_span) for one in reading.statements)
            if said or any(one.moments and sentence.covers(one.span) for one in reading.figures):
                continue
            for moment in reading.moments:
                told = (
                    sentence.covers(moment.span)
                    and moment.span.end <= figure.span.start
                    and moment.told in (Told.PAST, Told.OPEN)
                )
                if told and (day := _past(moment, reference)) is not None:
                    return day
    return None


def _past(moment: Moment, reference: datetime.date) -> str | None:
    """Return the day before the article's own that a moment names."""
    if moment.starts or moment.ends or moment.opens or moment.form not in ONE_DAY:
        return None
    day = past_day(moment, reference, RECENT)
    return day if day is not None and day < reference.isoformat() else None
