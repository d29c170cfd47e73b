"""A figure's moments and the article's day in, the window that the figure covers out."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from recoupe.extract.calendar import resolve
from recoupe.extract.reading import LocalFigure, Reading, Telling
from recoupe.model.figure import Kind, Modality
from recoupe.model.moment import Moment, Window
from recoupe.model.span import Evidence, Span
from recoupe.model.statement import Form

# what is so on the day that it is said of, and not since something happened
STATES = frozenset({
    Kind.TRAPPED, Kind.CONTROLLED, Kind.HOSTED, Kind.AFFECTED, Kind.EXPOSED, Kind.PROTESTING, Kind.DEPLOYED, Kind.OTHER, Kind.LAUNCHED,
    Kind.VOTED,
})  # fmt: skip


# what an article tells as a running toll, unless its own clause dates it
TOLLS = frozenset(
    {Kind.KILLED, Kind.INJURED, Kind.MISSING, Kind.DESTROYED, Kind.RESCUED, Kind.DISPLACED, Kind.ILL, Kind.DETAINED}
)


# what happened with the blow itself, on its day
BLOWS = frozenset({Kind.EXPOSED, Kind.LAUNCHED})


# the rule of a toll in an article that tells of earlier days, but of no blow
UNSAID = "figures.window.onset_unsaid"


# days: what has gone on for longer is a season or a year of like blows
SEASON = 60


@dataclass(frozen=True, slots=True)
class Days:
    """What the article settles of days: its own day, the day of the blow that it tells of, and the day since when a longer
    campaign runs (an offensive, a siege, an epidemic)."""

    reference: datetime.date | None
    blow: str | None = None
    campaign: str | None = None
    rule: str | None = None
    as_of: datetime.date | None = None

    @property
    def today(self) -> str | None:
        """The day that the article speaks of: its own, or the one that its numbers are said to be of."""
        day = self.as_of or self.reference
        return day.isoformat() if day is not None else None

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


def window_of(
    figure: LocalFigure, days: Days, said_on: str | None, anchor: datetime.date | None, running: bool = False
) -> tuple[Window, Evidence | None]:
    """Return the window of a figure. `said_on` is the day on which the statement that holds it was made, `anchor` the day
    that the text named last before it; `running` says that its sentence speaks of a toll since the campaign began."""
    if running and days.campaign is not None and not days.is_long:
        days = replace(days, blow=None)
    future = figure.modality in (Modality.PLANNED, Modality.CALLED_FOR)
    today = days.today
    state = figure.kind in STATES
    until = today if state or said_on is None else said_on
    since: str | None = None
    struck: Moment | None = None
    of_blow = None if state or future else _blow_named(figure, days, anchor)
    for timed in figure.moments:
        moment, relation = timed.moment, timed.relation
        window = resolve(moment, days.reference, future=True if future else None, anchor=anchor)
        if moment.starts or moment.since_event:
            if future or (state and (relation == "event" or _counted_from_blow(moment))):
                continue
            # `depuis le début du siège`: the day is that of the campaign, which other words of the article name
            named = moment.form == "event"
            start = days.campaign or days.blow or window.since if named else window.since
            if start is not None:
                return Window(since=start, until=_not_before(until, start)), _evidence("figures.window.since", moment)
            continue
        if window.since is None and window.until is None:
            continue
        closes = moment.ends and not future and window.since is None
        if not state and (relation == "tally" or closes) and not (moment.form == "range" and window.since is not None):
            if window.until is not None:
                onset = of_blow or days.onset
                start = onset if onset is not None and onset <= window.until else window.until
                start = None if days.rule == UNSAID and of_blow is None else start
                return Window(since=start, until=window.until), _evidence("figures.window.tally_of", moment)
            continue
        if relation == "event":
            if not future and figure.kind in BLOWS:
                return window, _evidence("figures.window.day_of_blow", moment)
            if not future and not state and since is None:
                if _is_another(window, days):
                    return window, _evidence("figures.window.another_blow", moment)
                since, struck = window.since, moment
            continue
        if future and (relation != "own" or timed.on_noun):
            continue
        if (
            relation == "free"
            and not state
            and figure.kind in TOLLS
            and moment.form != "range"
            and not _is_over(window, days)
        ):
            if since is None:
                since, struck = window.since, moment
            continue
        return window, _evidence("figures.window.moment", moment)
    if future or days.reference is None:
        return Window(why_open="not dated by the text" if future else "no reference day"), None
    if figure.kind in BLOWS and days.blow is not None:
        return Window(since=days.blow, until=days.blow), Evidence("window", "figures.window.day_of_blow")
    if figure.kind is Kind.EXPOSED and days.onset is None and days.rule != UNSAID and figure.told is not Telling.EARLIER:
        return Window(since=today, until=today), Evidence("window", "figures.window.state_of_the_day")
    rumour = figure.modality is Modality.ALLEGED and (
        figure.kind is Kind.DELIVERED or (figure.kind is Kind.OTHER and figure.told is not Telling.GOING_ON_THEN)
    )
    if figure.kind is Kind.EXPOSED or rumour:
        return Window(why_open="not dated by the text"), None
    done = figure.told is Telling.DONE and days.onset is None
    if figure.kind is Kind.DELIVERED and figure.told in (Telling.GOING_ON_THEN, Telling.TO_COME) and since is None:
        return Window(why_open="not dated by the text"), None
    if figure.kind in (Kind.OTHER, Kind.HOSTED) and figure.modality is not Modality.ALLEGED and (figure.told is Telling.GOING_ON_THEN or done):
        return Window(why_open="was so on a day that the text does not name"), Evidence(
            "window", "figures.window.state_of_then"
        )
    if figure.kind is Kind.PROTESTING and anchor is not None and anchor < days.reference:
        # `Jeudi, une marche a traversé la ville. Ils étaient 4 000`
        day = anchor.isoformat()
        return Window(since=day, until=day), Evidence("window", "figures.window.day_told_last")
    if state:
        return Window(since=today, until=today), Evidence("window", "figures.window.state_of_the_day")
    if figure.kind is Kind.DELIVERED and since is None:
        return Window(until=until), Evidence("window", "figures.window.until_now")
    if since is not None:
        return Window(since=since, until=_not_before(until, since)), Evidence(
            "window", "figures.window.event", struck.span if struck else None
        )
    if days.rule == UNSAID:
        return Window(until=until, why_open="the text does not say since when"), Evidence("window", days.rule)
    # arrests answer a blow, on the day that they are told of
    answers = figure.kind is Kind.DETAINED and figure.told in (Telling.DONE, Telling.NOUN) and not running
    start = days.onset if days.onset is not None and until is not None and days.onset <= until and not answers else None
    rule = days.rule if start is not None and days.rule is not None else "figures.window.day_of_report"
    return Window(since=start or until, until=until), Evidence("window", rule)


def _blow_named(figure: LocalFigure, days: Days, anchor: datetime.date | None) -> str | None:
    """Return the day of the blow that the figure's own clause names, None where it names none."""
    told = [timed.moment for timed in figure.moments if timed.relation == "event" and not timed.moment.starts]
    found = (resolve(moment, days.reference, anchor=anchor).since for moment in told)
    return next((day for day in found if day is not None and len(day) == 10), None)


def _is_over(window: Window, days: Days) -> bool:
    """Whether the words name several days that are past: `cinq pour tout le mois de mai` no longer rises."""
    if window.until is None or window.until == window.since and len(window.until) == 10 or days.reference is None:
        return False
    return window.until < days.reference.isoformat()[: len(window.until)]


def _not_before(until: str | None, since: str) -> str | None:
    return until if until is None or until[: len(since)] >= since else since


def _evidence(rule: str, moment: Moment) -> Evidence:
    return Evidence("window", rule, moment.span)


def days_of(readings: Sequence[tuple[Span, Reading]], reference: datetime.date | None) -> Days:
    """Return what an article settles of days.

    The blow is the earliest day of the last fortnight with which something struck, in the first paragraphs before the
    rest, else the first past day there that no act of speech is dated by. The campaign is the day with `depuis` that
    something struck or began.
    """
    if reference is None:
        return Days(None)
    lead = [reading for _, reading in readings[:10]]
    everything = [reading for _, reading in readings]
    openers = [
        moment
        for reading in everything
        for moment in (*reading.struck, *reading.set_out)
        if moment.starts or moment.since_event
    ]
    openers += [
        moment for reading in everything for moment in reading.moments if moment.since_event and moment not in openers
    ]
    openers = [moment for moment in openers if not _counted_from_blow(moment) and moment.form != "part"]
    openers += [
        timed.moment
        for reading in everything
        for figure in reading.figures
        for timed in figure.moments
        if timed.relation in ("own", "free")
        and timed.moment.starts
        and timed.moment.form != "part"
        and figure.kind in TOLLS
    ]
    begun = [
        day
        for moment in openers
        if (day := _past_day(moment, reference, 400)) is not None and not _of_year(day, moment)
    ]
    campaign = min(begun, default=None)
    counted = [
        day
        for reading in lead
        for moment in reading.moments
        if _counted_from_blow(moment) and (day := _past_day(moment, reference, 60)) is not None
    ]
    if counted:
        return Days(reference, counted[0], campaign, "figures.window.onset_counted")
    told = [
        moments
        for part in (lead, everything)
        for moments in ([one.struck for one in part], [one.set_out for one in part])
    ]
    for paragraphs in told:
        blows = [
            (moment.form == "period", day)
            for moments in paragraphs
            for moment in moments
            if not (moment.starts or moment.since_event) and (day := _past_day(moment, reference, 14)) is not None
        ]
        if blows:
            # the first one told before the article's own day is what the article is about
            loose, first = next((one for one in blows if one[1] < reference.isoformat()), blows[0])
            if _opens_today(lead[:2], reference):
                loose, first = False, reference.isoformat()
            if loose:
                first = _day_named_in(first, everything, reference) or first
            return Days(reference, first, campaign, "figures.window.onset_struck")
    if campaign is None:
        far = [
            day
            for reading in everything
            for moment in reading.struck
            if (day := _past_day(moment, reference, 60)) is not None and not _of_year(day, moment)
        ]
        if far:
            return Days(reference, None, min(far), "figures.window.onset_campaign")
        going_on = [
            day
            for reading in lead
            for moment in reading.moments
            if moment.starts
            and not _said_or_counted(moment, reading)
            and (day := _past_day(moment, reference, 14)) is not None
            and not _of_year(day, moment)
        ]
        if going_on:
            return Days(reference, min(going_on), None, "figures.window.onset_since")
        for reading in lead:
            for moment in reading.moments:
                loose = moment.opens or moment.ends or moment.starts or _dates_speech(moment, reading)
                day = None if loose else _past_day(moment, reference, 14)
                if day is not None and day < reference.isoformat():
                    # what struck before the article's own day may have struck then or earlier
                    return Days(reference, None, None, UNSAID)
    return Days(reference, None, campaign, "figures.window.onset_campaign")


def _said_or_counted(moment: Moment, reading: Reading) -> bool:
    """Whether words with `depuis` stand in a quotation, or say since when a count has stood: neither opens a crisis."""
    if any(one.form is Form.DIRECT and one.span.covers(moment.span) for one in reading.statements):
        return True
    return any(
        timed.moment.span == moment.span and timed.relation == "tally"
        for figure in reading.figures
        for timed in figure.moments
    )


def _opens_today(readings: Sequence[Reading], reference: datetime.date) -> bool:
    """Whether an article opens with harm that was done on its own day, and counts it."""
    days = [
        _past_day(timed.moment, reference, 14)
        for reading in readings
        for figure in reading.figures
        if figure.kind in (Kind.KILLED, Kind.INJURED, Kind.ABDUCTED)
        for timed in figure.moments
        if timed.relation in ("own", "free", "event") and not timed.moment.starts
    ]
    return bool(days) and all(day == reference.isoformat() for day in days)


def _day_named_in(weekend: str, readings: Sequence[Reading], reference: datetime.date) -> str | None:
    """Return the day of a weekend that the article names, told from the weekend's first day."""
    saturday = datetime.date.fromisoformat(weekend)
    days = {saturday.isoformat(), (saturday + datetime.timedelta(days=1)).isoformat()}
    return next(
        (
            day
            for reading in readings
            for moment in reading.moments
            if moment.form != "period" and (day := _past_day(moment, reference, 14)) in days
        ),
        None,
    )


def _is_another(window: Window, days: Days) -> bool:
    """Whether what struck then lies a week or more before the blow that the article is about: its toll no longer runs."""
    if days.blow is None or window.until is None:
        return False
    about = datetime.date.fromisoformat(min(days.blow, days.campaign or days.blow))
    return window.until[:10] < (about - datetime.timedelta(days=7)).isoformat()


def _counted_from_blow(moment: Moment) -> bool:
    """`trois jours après le séisme`: the words count the days since the blow."""
    return moment.since_event and moment.form == "offset"


def _of_year(day: str, moment: Moment) -> bool:
    """`depuis le début de l'année` opens a count, not a crisis."""
    return day.endswith("-01-01") and not moment.since_event


def blow_before(figure: LocalFigure, reading: Reading, days: Days) -> Days:
    """Return the days with the blow that the figure's own paragraph tells of before it, where it names one."""
    if days.reference is None:
        return days
    near = reading.sentences[max(0, figure.sentence - 1)].start
    if figure.told is not Telling.DONE:
        return days
    for moment in reversed(
        [one for one in reading.struck if near <= one.span.start and one.span.end <= figure.span.start]
    ):
        if not (moment.starts or moment.since_event) and (day := _past_day(moment, days.reference, 14)) is not None:
            return replace(days, blow=day, campaign=None, rule="figures.window.blow_of_paragraph")
    return days


def _past_day(moment: Moment, reference: datetime.date, reach: int) -> str | None:
    """Return the first day of a moment that names one day, or a night, at most `reach` days before the reference day."""
    # `l'attentat de la veille`: of the article's own day, where no other is known here
    window = resolve(moment, reference, anchor=reference if moment.form == "anchored" else None)
    if window.since is None or len(window.since) < 10 or window.since > reference.isoformat():
        return None
    start = datetime.date.fromisoformat(window.since)
    opens = moment.starts or moment.since_event
    if not opens and window.until is not None and len(window.until) == 10:
        end = datetime.date.fromisoformat(window.until)
        if (end - start).days > 1:
            return None
    return window.since if (reference - start).days <= reach else None


def _dates_speech(moment: Moment, reading: Reading) -> bool:
    return any(
        statement.cue_span is not None
        and not statement.span.covers(moment.span)
        and abs(statement.cue_span.end - moment.span.start) < 40
        for statement in reading.statements
    )
