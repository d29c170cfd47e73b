"""A figure's moments and the article's day in, the window that the figure covers out."""

from __future__ import annotations

import datetime
import re
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
RUNNING = re.compile(r"\b(?:bilan|décompte|total|au\stotal|en\stout|à\sce\sjour|jusqu['’](?:à\sprésent|ici)|provisoire|désormais|nouveau\sbilan)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Days:
    """What the article settles of days: its own day, and the day that its crisis (or its latest blow) began."""

    reference: datetime.date | None
    onset: str | None
    onset_rule: str | None


def window_of(figure: LocalFigure, sentence: str, offset: int, days: Days, said: Sequence[Span]) -> tuple[Window, Evidence | None]:
    """Return the window of a figure. `offset` is where its sentence starts in the paragraph; `said` are the contents of
    the statements that cover it, smallest first: a moment of the saying is no moment of what is said."""
    future = figure.modality in (Modality.PLANNED, Modality.CALLED_FOR)
    moments = [moment for moment in figure.moments if _about(moment, figure, sentence, offset, said)]
    today = days.reference.isoformat() if days.reference else None
    since = next((moment for moment in moments if moment.starts or moment.since_event), None)
    if since is not None and not future:
        window = resolve(since, days.reference)
        if window.since is not None:
            return Window(since=window.since, until=window.until or today), _evidence("figures.window.since", since)
        if since.since_event and days.onset is not None:
            return Window(since=days.onset, until=today), _evidence("figures.window.since_onset", since)
    moment = moments[0] if moments else None
    if moment is not None and not (moment.starts or moment.since_event):
        window = resolve(moment, days.reference, future=future)
        if window.since or window.until:
            if not future and RUNNING.search(sentence) and window.until and days.onset and days.onset <= window.until:
                return Window(since=days.onset, until=window.until), _evidence("figures.window.toll_until", moment)
            return window, _evidence("figures.window.moment", moment)
    if future or days.reference is None:
        return Window(why_open="not dated by the text" if future else "no reference day"), None
    if figure.kind in STATES:
        return Window(since=today, until=today), Evidence("window", "figures.window.state_of_the_day")
    return Window(since=days.onset or today, until=today), Evidence("window", days.onset_rule or "figures.window.day_of_report")


def _evidence(rule: str, moment: Moment) -> Evidence:
    return Evidence("window", rule, moment.span)


def _about(moment: Moment, figure: LocalFigure, sentence: str, offset: int, said: Sequence[Span]) -> bool:
    """Whether a moment tells when the counted happened: it stands in the same content of speech and the same clause."""
    for content in said:
        if content.covers(figure.span) and not content.covers(moment.span) and not (moment.starts or moment.since_event):
            return False
    first, last = sorted((figure.span, moment.span))
    between = sentence[first.end - offset : last.start - offset]
    if re.search(r"[;:»”]|\.\s", between):
        return False
    return True


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
