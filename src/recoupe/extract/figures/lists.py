"""A line that opens a list and an undated figure of its items in, the figure with the day of the line out."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from recoupe.extract.calendar import resolve
from recoupe.extract.figures.clock import OF_ONE_DAY
from recoupe.extract.figures.leads import ITEM, LINE, OPENS
from recoupe.extract.figures.standings import OF_STATES
from recoupe.extract.reading import LocalFigure, Reading
from recoupe.model.figure import Figure, Modality
from recoupe.model.moment import Told, Window
from recoupe.model.span import Evidence

RULE = "figures.window.of_list"
# a line that names what was counted up to a day dates no state of that day
COUNTS = re.compile(r"\b(?:bilan|décompte|total|recens|compt|dénombr|situation|point)\w*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Above:
    """What the line over a list says of days: its own figure, or its one day where it counts nothing itself."""

    figure: Figure | None = None
    day: str | None = None


def above_list(
    words: str, reading: Reading, counted: Sequence[Figure], reference: datetime.date | None
) -> Above | None:
    """Return what a paragraph says of days to the items below it.

    `Mercredi à 18 heures, 31 blessés étaient hospitalisés :`, `Sinistrés logés mardi soir :`.
    """
    if not OPENS.search(words):
        return None
    whole = [one for one in counted if one.part_of is None and one.modality is Modality.REPORTED]
    if whole:
        return Above(figure=whole[0])
    days = [one for one in reading.moments if one.form in OF_ONE_DAY]
    if counted or len(days) != 1 or len(reading.moments) != 1 or COUNTS.search(words):
        return None
    moment = days[0]
    if moment.starts or moment.ends or moment.since_event or moment.told is Told.COMING:
        return None
    window = resolve(moment, reference)
    if reference is None or window.since is None or window.since != window.until or len(window.since) != 10:
        return None
    return Above(day=window.since) if window.since <= reference.isoformat() else None


def is_item(words: str) -> bool:
    """Whether a paragraph is an item of a list."""
    return ITEM.match(words) is not None or LINE.fullmatch(words) is not None


def dated_by_list(read: Figure, figure: LocalFigure, above: Above | None) -> Figure:
    """Return a figure of an item, where nothing dates it there, with the days of the line over the list."""
    if above is None or any(one.relation not in {"free", *OF_STATES} for one in figure.moments):
        return read
    if read.modality is not Modality.REPORTED or read.span == (above.figure.span if above.figure else None):
        return read
    if above.figure is not None and (above.figure.kind is not read.kind or read.unit != above.figure.unit):
        return read
    window = Window(since=above.day, until=above.day)
    if above.figure is not None:
        window = Window(since=above.figure.since, until=above.figure.until)
    why = tuple(one for one in read.evidence if one.field != "window")
    return replace(read, since=window.since, until=window.until, evidence=(*why, Evidence("window", RULE)))
