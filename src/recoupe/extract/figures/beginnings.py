"""An article's readings and its day in, the day on which its crisis began where no word of its own says that something struck."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from recoupe.extract.calendar import resolve
from recoupe.extract.figures.blows import past_day
from recoupe.extract.reading import Reading
from recoupe.model.article import BlockKind
from recoupe.model.figure import Kind, Modality
from recoupe.model.moment import Moment, Told
from recoupe.model.span import Span

# what came of what the sentence before told
OUTCOMES = frozenset({Kind.KILLED, Kind.INJURED, Kind.MISSING, Kind.DESTROYED, Kind.RESCUED, Kind.ABDUCTED})
# what a crisis does to people from its first day on
COUNTED = OUTCOMES | {Kind.DISPLACED, Kind.EVACUATED}
ONE_DAY = frozenset({"weekday", "offset", "date", "monthday", "range", "night"})
# paragraphs of prose in which an article says what it is about
LEAD = 3
# days: an article tells of what is new
RECENT = 14


def first_told(readings: Sequence[Reading], reference: datetime.date) -> str | None:
    """Return the day of what the lead tells right before it counts the dead, else the first day that its tolls are counted on.

    `Un car a quitté la route dimanche. Onze passagers sont morts.`
    """
    opening = [reading for reading in readings[:10] if reading.kind is BlockKind.BODY][:LEAD]
    came_of = (_before_outcome(reading, reference) for reading in opening)
    if (day := next(filter(None, came_of), None)) is not None:
        return day
    counted = [
        day
        for reading in readings
        for figure in reading.figures
        if figure.kind in COUNTED
        for timed in figure.moments
        if timed.relation in ("own", "free", "shared") and (day := _past(timed.moment, reference)) is not None
    ]
    return min(counted, default=None)


def struck_today(lead: Sequence[Reading], reference: datetime.date) -> bool:
    """Whether the lead tells by an hour of the day alone when something struck: `une explosion a soufflé avant l'aube un immeuble`.

    Not where another day stands before it in its sentence: `dimanche, avant l'aube`.
    """
    opening = [reading for reading in lead if reading.kind is BlockKind.BODY][:LEAD]
    for reading in opening:
        for moment in reading.struck:
            if moment.form != "daytime":
                continue
            sentence = next((one for one in reading.sentences if one.covers(moment.span)), None)
            before = [
                one
                for one in reading.moments
                if sentence is not None and sentence.covers(one.span) and one.span.end <= moment.span.start
            ]
            if not any(_past(one, reference) for one in before):
                return True
    return False


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


# `Période couverte : du 8 au 12 novembre`, `Cette note porte sur la période du 3 au 6 mai`
COVERS = re.compile(
    r"\b(?:période\s(?:couverte|considérée|concernée|de\sréférence|d['’]observation)|couvr\w+\s(?:ici\s)?(?:la\s)?période|porte\ssur\s(?:la\s)?période)\b[\s:–—,-]*$",
    re.IGNORECASE,
)
# paragraphs over which a note says what days it covers
HEAD = 5


def covered_since(text: str, readings: Sequence[tuple[Span, Reading]], reference: datetime.date | None) -> str | None:
    """Return the first day of those that the head of a note says that it covers."""
    if reference is None:
        return None
    for block, reading in readings[:HEAD]:
        for moment in reading.moments:
            if moment.form == "range" and COVERS.search(text[block.start : block.start + moment.span.start]):
                since = resolve(moment, reference, future=False).since
                if since is not None and len(since) == len(reference.isoformat()) and since <= reference.isoformat():
                    return since
    return None
