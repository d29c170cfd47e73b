"""A figure's moments and the article's day in, the window that the figure covers out."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.extract.calendar import resolve
from recoupe.extract.reading import LocalFigure, Reading
from recoupe.model.figure import Kind, Modality
from recoupe.model.moment import Moment, Window
from recoupe.model.span import Evidence, Span

# what is so on the day that it is said of, and not since something happened
STATES = frozenset({
    Kind.TRAPPED, Kind.CONTROLLED, Kind.HOSTED, Kind.AFFECTED, Kind.EXPOSED, Kind.PROTESTING, Kind.DEPLOYED, Kind.OTHER, Kind.LAUNCHED,
    Kind.VOTED,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Days:
    """What the article settles of days: its own day, and the day that its crisis (or its latest blow) began."""

    reference: datetime.date | None
    onset: str | None
    onset_rule: str | None


def window_of(figure: LocalFigure, days: Days, said_on: str | None, anchor: datetime.date | None) -> tuple[Window, Evidence | None]:
    """Return the window of a figure. `said_on` is the day on which the statement that holds it was made, `anchor` the day
    that the text named last before it."""
    future = figure.modality in (Modality.PLANNED, Modality.CALLED_FOR)
    today = days.reference.isoformat() if days.reference else None
    state = figure.kind in STATES
    until = today if state or said_on is None else said_on
    since: str | None = None
    for timed in figure.moments:
        moment = timed.moment
        window = resolve(moment, days.reference, future=True if future else None, anchor=anchor)
        dates_tally = timed.relation == "tally"
        if moment.starts or moment.since_event:
            if future or dates_tally or state and timed.relation == "event":
                continue
            start = window.since or (days.onset if moment.since_event else None)
            if start is not None:
                return Window(since=start, until=_not_before(until, start)), _evidence("figures.window.since", moment)
            continue
        if window.since is None and window.until is None:
            continue
        if dates_tally or moment.ends and not future and window.since is None:
            if window.until is not None and not state:
                until = window.until
                start = days.onset if days.onset is not None and days.onset <= until else None
                return Window(since=start, until=until), _evidence("figures.window.tally_of", moment)
            continue
        if timed.relation == "event":
            if not future and not state and since is None:
                since = window.since
            continue
        if timed.relation in ("own", "free"):
            return window, _evidence("figures.window.moment", moment)
    if future or days.reference is None:
        return Window(why_open="not dated by the text" if future else "no reference day"), None
    if state:
        return Window(since=today, until=today), Evidence("window", "figures.window.state_of_the_day")
    if since is not None:
        return Window(since=since, until=_not_before(until, since)), Evidence("window", "figures.window.event")
    start = days.onset if days.onset is not None and until is not None and days.onset <= until else None
    return Window(since=start or until, until=until), Evidence("window", days.onset_rule or "figures.window.day_of_report")


def _not_before(until: str | None, since: str) -> str | None:
    return until if until is None or until[: len(since)] >= since else since


def _evidence(rule: str, moment: Moment) -> Evidence:
    return Evidence("window", rule, moment.span)


def onset_of(readings: Sequence[tuple[Span, Reading]], text: str, reference: datetime.date | None) -> tuple[str | None, str | None]:
    """Return the day since when the article's crisis runs, with the rule that found it.

    The first sentences of an article say when it struck: a moment with `depuis` there opens it, else the first past day
    that no act of speech is dated by.
    """
    if reference is None:
        return None, None
    today = reference.isoformat()
    opened: str | None = None
    struck: str | None = None
    for span, reading in readings[:8]:
        saying = [statement for statement in reading.statements]
        for moment in reading.moments:
            window = resolve(moment, reference)
            if window.since is None or len(window.since) < 10 or window.since > today:
                continue
            if (reference - datetime.date.fromisoformat(window.since)).days > 400:
                continue
            if moment.starts or moment.since_event:
                opened = opened or window.since
                continue
            if moment.opens or moment.ends:
                continue
            dated_speech = any(
                statement.cue_span is not None
                and not statement.span.covers(moment.span)
                and abs(statement.cue_span.end - moment.span.start) < 40
                for statement in saying
            )
            if not dated_speech and struck is None and window.since == (window.until or window.since)[: len(window.since)]:
                struck = window.since
        if opened and struck:
            break
    if opened is not None:
        return opened, "figures.window.onset_since"
    if struck is not None:
        return struck, "figures.window.onset_day"
    return None, None
