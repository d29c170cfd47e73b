"""A figure and its paragraph in, the day out that the sentence before it tells of, where its own goes on from there."""

from __future__ import annotations

import datetime

from recoupe.extract.calendar import resolve
from recoupe.extract.figures.blows import dates_speech
from recoupe.extract.reading import LocalFigure, Reading, Telling
from recoupe.model.figure import Kind, Modality
from recoupe.model.moment import Told, Window

# a state of a day that is over, or what was done in the scene that the sentence before it sets
THEN = frozenset({Telling.GOING_ON_THEN})
DONE = frozenset({Telling.GOING_ON_THEN, Telling.DONE, Telling.DONE_THEN})
SENT = frozenset({Kind.DEPLOYED, Kind.LAUNCHED, Kind.HOSTED})
GOING_ON = frozenset({Kind.OTHER, Kind.AFFECTED, Kind.TRAPPED, Kind.DETAINED})
# days that a night or a pair of days may span
NIGHT = 1


def told_last(figure: LocalFigure, reading: Reading, reference: datetime.date | None) -> Window | None:
    """Return the day or the night that the sentence tells of, or the one before it, for a figure in the past without a day.

    `Mardi, l'armée a repris le pont. Trois cents soldats tenaient la rive droite`: on Tuesday.
    """
    if reference is None or figure.modality is not Modality.REPORTED:
        return None
    if not (figure.kind in SENT and figure.told in DONE) and not (figure.kind in GOING_ON and figure.told in THEN):
        return None
    near = reading.sentences[max(0, figure.sentence - 1)].start
    before = [one for one in reading.moments if near <= one.span.start and one.span.end <= figure.span.start]
    if not before:
        return None
    last = before[-1]
    if last.starts or last.ends or last.opens or last.since_event or last.told is Told.COMING:
        return None
    if last.form in ("daytime", "until_now", "vague", "rolling") or dates_speech(last, reading):
        return None
    window = resolve(last, reference, anchor=reference if last.form == "anchored" else None)
    if window.since is None or window.until is None or len(window.since) < 10 or len(window.until) < 10:
        return None
    days = (datetime.date.fromisoformat(window.until) - datetime.date.fromisoformat(window.since)).days
    return window if days <= NIGHT and window.until <= reference.isoformat() else None
