"""An article's readings and its day in, what the article settles of days out: its own, the blow's, the campaign's."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from recoupe.extract.calendar import resolve
from recoupe.extract.figures.beginnings import first_told, struck_today, told_as_a_whole, told_at_the_head
from recoupe.extract.figures.blows import (
    SEASON,
    TOLLS,
    dates_speech,
    of_no_letterhead,
    of_year,
    opens_today,
    past_day,
    stretches,
    the_blow_first,
    within_campaign,
)
from recoupe.extract.figures.campaigns import openers_of, said_or_counted
from recoupe.extract.figures.closings import closed_here
from recoupe.extract.figures.counted_days import day_counted_from
from recoupe.extract.figures.live_days import RULE as LIVE
from recoupe.extract.figures.live_days import entries_from
from recoupe.extract.figures.standings import OF_STATES
from recoupe.extract.reading import Dated, LocalFigure, Reading, Telling
from recoupe.model.article import BlockKind
from recoupe.model.figure import Kind, Modality, Number
from recoupe.model.moment import Told
from recoupe.model.span import Span

# the rule of a toll in an article that tells of earlier days, but of no blow
UNSAID = "figures.window.onset_unsaid"


# kinds whose own day sets the scene of the next sentence
SCENES = frozenset({Kind.PROTESTING, Kind.LAUNCHED, Kind.KILLED, Kind.INJURED, Kind.DETAINED})


# what makes two figures of an article one: their kind and their value
Key = tuple[Kind, Number | None, Number | None]


@dataclass(frozen=True, slots=True)
class Days:
    """What the article settles of days: its own day, the day of the blow that it tells of, and the day since when a longer
    campaign runs (an offensive, a siege, an epidemic)."""

    reference: datetime.date | None
    blow: str | None = None
    campaign: str | None = None
    rule: str | None = None
    scene: str | None = None
    coming: str | None = None
    dated: Mapping[Key, tuple[Dated, ...]] = field(default_factory=dict)
    again: tuple[Dated, ...] = ()
    # the day at which the article says that its counts were closed (`Données arrêtées au 31 mars`)
    closed: datetime.date | None = None
    # the last day of what the article tells as one day or night, which is over
    whole: datetime.date | None = None

    @property
    def counted_on(self) -> datetime.date | None:
        """The day that what is told stood on: the one at which the counts were closed, else the article's own."""
        return self.closed or self.reference

    @property
    def today(self) -> str | None:
        return self.counted_on.isoformat() if self.counted_on is not None else None

    @property
    def onset(self) -> str | None:
        if self.blow is None or self.campaign is None:
            return self.blow or self.campaign
        # the blow of the very day is told for itself; an earlier one is a part of the campaign, but not of a year's count
        today = self.reference.isoformat() if self.reference else None
        return self.blow if self.blow == today or self.is_long else min(self.blow, self.campaign)

    @property
    def is_long(self) -> bool:
        """Whether the campaign began so long ago that it counts like blows (a season's avalanches) and is not one."""
        if self.campaign is None or self.reference is None:
            return False
        return (self.reference - datetime.date.fromisoformat(self.campaign)).days > SEASON


def days_of(
    readings: Sequence[tuple[Span, Reading]],
    text: str,
    reference: datetime.date | None,
    closed: datetime.date | None = None,
) -> Days:
    """Return what an article settles of days, with the moments of its figures that it dates.

    `closed` is the day at which its counts were closed, where it says so.
    """
    return replace(_days_of(readings, text, reference, closed or reference), dated=_dated(readings), closed=closed)


def _dated(readings: Sequence[tuple[Span, Reading]]) -> dict[Key, tuple[Dated, ...]]:
    """Return the moments of the figures that are dated where they stand, for where they are told again."""
    found: dict[Key, tuple[Dated, ...]] = {}
    for _, reading in readings:
        for figure in reading.figures:
            moments = tuple(one for one in figure.moments if one.relation in ("own", "shared", "event", "tally"))
            if moments and figure.modality is Modality.REPORTED and all(one.moment.form in PLAIN for one in moments):
                found.setdefault(_key(figure), moments)
    return found


def _key(figure: LocalFigure) -> Key:
    return figure.kind, figure.low, figure.high


# forms that date no blow: an hour of the day, and what was counted `au cours des dernières 24 heures`
NO_BLOW = frozenset({"daytime", "rolling"})
# forms that mean the same day wherever the article repeats what they date
PLAIN = frozenset({"date", "weekday", "offset", "monthday", "month", "year", "range", "night", "period"})
# the smallest number that a body does not tell of two things by chance
SURELY_SAME = 5


def _days_of(
    readings: Sequence[tuple[Span, Reading]],
    text: str,
    reference: datetime.date | None,
    counted_on: datetime.date | None,
) -> Days:
    """Return what an article settles of days.

    The blow is the earliest day of the last fortnight with which something struck, in the first paragraphs before the
    rest, else the first past day there that no act of speech is dated by. The campaign is the day with `depuis` that
    something struck or began.
    """
    if reference is None or counted_on is None:
        return Days(None)
    lead = [reading for _, reading in readings[:10]]
    everything = [reading for _, reading in readings]
    begun = [
        day
        for moment in openers_of(readings, reference)
        if (day := past_day(moment, reference, 400)) is not None and not of_year(day, moment)
    ]
    campaign = min([*begun, *stretches(everything, reference)], default=None)
    if counted := day_counted_from(readings, reference, counted_on):
        return Days(reference, counted, campaign, "figures.window.onset_counted")
    if whole := told_as_a_whole(readings, text, reference):
        return Days(reference, whole[0], None, "figures.window.onset_struck", whole=whole[1])
    over = entries_from(readings, text)
    if over is not None and not any(one.struck for one in everything[:over]) and not _going_on(everything, reference):
        # `22h40 — Fin de ce direct`
        return Days(reference, reference.isoformat(), None, LIVE)
    told = [
        moments
        for part in (lead, everything)
        for moments in ([of_no_letterhead(one, one.struck, reference) for one in part], [one.set_out for one in part])
    ]
    for paragraphs in told:
        blows = [
            (moment.form == "period", day)
            for moments in paragraphs
            for moment in the_blow_first(moments, reference)
            if not (moment.starts or moment.since_event or moment.form in NO_BLOW)
            and (day := past_day(moment, reference, 14)) is not None
        ]
        if blows:
            if within_campaign(blows, campaign, lead[:2], reference):
                return Days(reference, None, campaign, "figures.window.onset_campaign")
            # the first one told before the article's own day is what the article is about
            loose, first = next((one for one in blows if one[1] < reference.isoformat()), blows[0])
            if opens_today(lead[:2], reference):
                loose, first = False, reference.isoformat()
            if loose:
                first = _day_named_in(first, everything, reference) or first
            return Days(reference, first, campaign, "figures.window.onset_struck")
    if campaign is None:
        far = [
            day
            for reading in everything
            for moment in of_no_letterhead(reading, reading.struck, reference)
            if (day := past_day(moment, reference, 60)) is not None and not of_year(day, moment)
        ]
        if far:
            return Days(reference, None, min(far), "figures.window.onset_campaign")
        going_on = _going_on(lead[:3], reference)
        if going_on:
            return Days(reference, going_on, None, "figures.window.onset_since")
        for reading in lead:
            for moment in reading.moments:
                loose = moment.opens or moment.ends or moment.starts or dates_speech(moment, reading)
                day = None if loose else past_day(moment, reference, 14)
                if day is not None and day < reference.isoformat():
                    if struck_today(lead, reference):
                        return Days(reference, reference.isoformat(), None, "figures.window.onset_struck")
                    if told_first := first_told(everything, reference):
                        return Days(reference, told_first, None, "figures.window.onset_told_first")
                    if in_lead := told_at_the_head(readings, text, reference):
                        return Days(reference, in_lead, None, "figures.window.onset_told_first")
                    # what struck before the article's own day may have struck then or earlier
                    return Days(reference, None, None, UNSAID)
    return Days(reference, None, campaign, "figures.window.onset_campaign")


def _going_on(readings: Sequence[Reading], reference: datetime.date) -> str | None:
    """Return the first day since which something has gone on that the readings tell of: `sans eau depuis mardi dernier`."""
    days = [
        day
        for reading in readings
        for moment in reading.moments
        if moment.starts
        and not said_or_counted(moment, reading)
        and (day := past_day(moment, reference, 14)) is not None
        and not of_year(day, moment)
    ]
    return min(days, default=None)


def _day_named_in(weekend: str, readings: Sequence[Reading], reference: datetime.date) -> str | None:
    """Return the day of a weekend that the article names, told from the weekend's first day."""
    saturday = datetime.date.fromisoformat(weekend)
    days = {saturday.isoformat(), (saturday + datetime.timedelta(days=1)).isoformat()}
    return next(
        (
            day
            for reading in readings
            for moment in reading.moments
            if moment.form != "period" and (day := past_day(moment, reference, 14)) in days
        ),
        None,
    )


def blow_before(figure: LocalFigure, reading: Reading, days: Days) -> Days:
    """Return the days with the blow that the figure's own paragraph tells of before it, where it names one."""
    reference = days.reference
    if reference is None:
        return days
    days = replace(
        days,
        scene=_scene(figure, reading, reference),
        coming=_coming(figure, reading, reference),
        again=_told_again(figure, reading, days),
        closed=days.closed or closed_here(figure, reading, reference),
    )
    done = figure.told is Telling.DONE
    if (
        days.whole is not None
        and figure.kind in TOLLS
        and figure.told in (Telling.DONE, Telling.DONE_THEN, Telling.NOUN)
    ):
        # `En tout, 80 individus ont été interpellés`: that day, whatever came after
        return replace(days, closed=days.whole)
    near = reading.sentences[max(0, figure.sentence - 1)].start
    if not done and not _may_be_of_another(figure):
        return days
    for moment in reversed(
        [one for one in reading.struck if near <= one.span.start and one.span.end <= figure.span.start]
    ):
        if not done and not moment.of_blow:
            continue
        if not (moment.starts or moment.since_event) and (day := past_day(moment, reference, 14)) is not None:
            return replace(days, blow=day, campaign=None, rule="figures.window.blow_of_paragraph")
    return days


def _may_be_of_another(figure: LocalFigure) -> bool:
    """Whether a toll that is told in no words of doing may be that of what the sentence before tells of.

    `Dimanche, un train avait déraillé. Les blessés ne sont plus que seize`: no count that is dated itself.
    """
    kind = figure.kind in TOLLS or figure.kind is Kind.EXPOSED
    return kind and figure.told is not Telling.TO_COME and all(one.relation != "tally" for one in figure.moments)


def _scene(figure: LocalFigure, reading: Reading, reference: datetime.date) -> str | None:
    """Return the day of the gathering or the volley that the last sentences before a figure tell of, where they name it.

    `Samedi, les habitants ont barré la route. Il y a eu quatre interpellations`: those of Saturday.
    """
    near = reading.sentences[max(0, figure.sentence - 2)].start
    before = [one for one in reading.moments if near <= one.span.start and one.span.end <= figure.span.start]
    if not before or before[-1].starts or before[-1].ends:
        return None
    done = [*reading.set_out]
    for one in reading.figures:
        if one.kind in SCENES and one.span.start < figure.span.start:
            done += [timed.moment for timed in one.moments if timed.relation == "own"]
    if all(moment.span != before[-1].span for moment in done):
        return None
    return past_day(before[-1], reference, 14)


def _told_again(figure: LocalFigure, reading: Reading, days: Days) -> tuple[Dated, ...]:
    """Return the moments of an undated toll where the article tells it in full, as a body does what its headline tells.

    In the body itself only a number of some size is surely the same.
    """
    dated = any(one.relation not in OF_STATES for one in figure.moments)
    if dated or figure.part_of is not None or figure.kind not in TOLLS or figure.low != figure.high:
        return ()
    if figure.modality is not Modality.REPORTED or figure.low is None:
        return ()
    if reading.kind is BlockKind.BODY and figure.low < SURELY_SAME:
        return ()
    return days.dated.get(_key(figure), ())


def _coming(figure: LocalFigure, reading: Reading, reference: datetime.date) -> str | None:
    """Return the day of the gathering ahead that those counted are awaited at, where the words before name it."""
    planned = figure.modality is Modality.PLANNED
    if figure.kind is not Kind.PROTESTING or not (planned or figure.told is Telling.NOW):
        return None
    near = reading.sentences[max(0, figure.sentence - 1)].start
    before = [one for one in reading.moments if near <= one.span.start and one.span.end <= figure.span.start]
    if not before or not (before[-1].told is Told.COMING or (planned and before[-1].told is Told.OPEN)):
        return None
    window = resolve(before[-1], reference, future=True)
    return window.since if window.since is not None and window.since == window.until else None
