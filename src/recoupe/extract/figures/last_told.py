"""A figure and its paragraph in, the day out that the sentence before it tells of, where its own goes on from there."""

from __future__ import annotations

import datetime
import re

from recoupe.extract.calendar import resolve
from recoupe.extract.figures.blows import TOLLS, dates_speech
from recoupe.extract.figures.standings import OF_STATES
from recoupe.extract.reading import LocalFigure, Reading, Telling
from recoupe.model.figure import Kind, Modality
from recoupe.model.moment import Moment, Told, Window
from recoupe.model.span import Span

# a state of a day that is over, or what was done in the scene that the sentence before it sets
THEN = frozenset({Telling.GOING_ON_THEN})
DONE = frozenset({Telling.GOING_ON_THEN, Telling.DONE, Telling.DONE_THEN})
SENT = frozenset({Kind.DEPLOYED, Kind.LAUNCHED, Kind.HOSTED})
GOING_ON = frozenset({Kind.OTHER, Kind.AFFECTED, Kind.TRAPPED, Kind.DETAINED})
# a photo of what a blow left was taken then or later
BEFELL = frozenset({Kind.KILLED, Kind.INJURED, Kind.MISSING, Kind.DESTROYED, Kind.DETAINED})
# days that a night or a pair of days may span
NIGHT = 1


# `[Photo : le hall de la gare, vendredi.`, `Mardi, 5 heures.`: words without a verb that say when the rest of their paragraph is
CAPTION = re.compile(r"\W*(?:photos?|légende|images?|en\simages?|vidéo|capture)\b", re.IGNORECASE)
CLOCK = r"(?:(?:vers|à|peu\savant|peu\saprès)\s)?\d{1,2}\s?(?:h|heures?|:)\s?\d{0,2}"
WHERE = r"(?:à|au|aux|en|dans|devant|sur|sous|près|place|rue|quai|gare|hôpital|camp|port|quartier|porte|pont)\b[^.,;:]{1,40}"
FRAGMENT = re.compile(rf"(?:\s(?:matin|soir|midi))?(?:,?\s{CLOCK})?(?:,\s{WHERE})?\s?\.\s*", re.IGNORECASE)


def told_last(figure: LocalFigure, reading: Reading, text: str, reference: datetime.date | None) -> Window | None:
    """Return the day or the night that the sentence tells of, or the one before it, for a figure in the past without a day.

    `Mardi, l'armée a repris le pont. Trois cents soldats tenaient la rive droite`: on Tuesday.
    """
    if reference is None or figure.modality is not Modality.REPORTED:
        return None
    first = reading.sentences[0]
    opening = next((one for one in reading.moments if first.covers(one.span)), None)
    undated = figure.sentence > 0 and all(one.relation in OF_STATES for one in figure.moments)
    if figure.kind in TOLLS and not CAPTION.match(first.of(text)):
        # `Mercredi 9. On compte 11 morts`: a running toll
        undated = False
    scene = opening is not None and undated and _sets_the_scene(opening, first, text)
    if opening is not None and scene and not _goes_back(opening, figure, reading, first.of(text)):
        return _single(opening, reference)
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
    return _single(last, reference)


def _sets_the_scene(moment: Moment, first: Span, text: str) -> bool:
    """Whether the first words of a paragraph are a caption, or nothing but a day, with an hour or a place."""
    sentence = first.of(text)
    if CAPTION.match(sentence):
        return True
    alone = not text[first.start : moment.span.start].strip(' «"–—-')
    return alone and FRAGMENT.fullmatch(text[moment.span.end : first.end]) is not None


def _goes_back(opening: Moment, figure: LocalFigure, reading: Reading, first: str) -> bool:
    """Whether a figure goes back behind the day that opens its paragraph: another is told between, or a photo is older than the blow."""
    if any(opening.span.end <= one.span.start < figure.span.start for one in reading.moments):
        return True
    return CAPTION.match(first) is not None and figure.kind in BEFELL


def _single(moment: Moment, reference: datetime.date) -> Window | None:
    """Return the day or the night that a moment names, where it is not to come."""
    window = resolve(moment, reference, anchor=reference if moment.form == "anchored" else None)
    if window.since is None or window.until is None or len(window.since) < 10 or len(window.until) < 10:
        return None
    days = (datetime.date.fromisoformat(window.until) - datetime.date.fromisoformat(window.since)).days
    return window if days <= NIGHT and window.until <= reference.isoformat() else None
