"""An article's readings and its day in, the days on which something struck that it names out, and which of them count."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from recoupe.extract.calendar import resolve
from recoupe.extract.reading import Reading
from recoupe.model.article import BlockKind
from recoupe.model.figure import Kind
from recoupe.model.moment import Moment, Told

# what an article tells as a running toll, unless its own clause dates it
TOLLS = frozenset(
    {Kind.KILLED, Kind.INJURED, Kind.MISSING, Kind.DESTROYED, Kind.RESCUED, Kind.DISPLACED, Kind.ILL, Kind.DETAINED}
)

# the headline, what stands under it, and the first paragraph
HEAD = 3
# forms of a day that may lie ahead where its clause tells of what is to come: `les marches projetées samedi`
AHEAD = frozenset({"weekday", "monthday", "date", "range"})

# days: what has gone on for longer is a season, a movement or a year, of which a blow is one
SEASON = 31


def within_campaign(
    blows: Sequence[tuple[bool, str]], campaign: str | None, opening: Sequence[Reading], reference: datetime.date
) -> bool:
    """Whether all that struck did so on the article's own day, in a campaign that other words date: the tolls are its own.

    Not where the article opens with the harm of that very day.
    """
    if campaign is None or any(day != reference.isoformat() for _, day in blows):
        return False
    recent = (reference - datetime.date.fromisoformat(campaign)).days <= SEASON
    return recent and not opens_today(opening, reference)


def stretches(readings: Sequence[Reading], reference: datetime.date) -> list[str]:
    """Return the first days of the stretches of days in which something struck: `Du 10 au 13 juin, les assaillants ont ...`."""
    windows = [
        resolve(one, reference)
        for reading in readings
        for one in reading.struck
        if one.form == "range" and reading.kind is BlockKind.BODY
    ]
    # `Quatorze pensionnaires emportés en quinze jours`, over an article or in its first words
    windows += [
        resolve(one, reference)
        for reading in readings[:HEAD]
        for one in reading.struck
        if one.form == "rolling" and one.value[1].startswith("-")
    ]
    return [
        window.since
        for window in windows
        if window.since is not None
        and len(window.since) == 10
        and 0 <= (reference - datetime.date.fromisoformat(window.since)).days <= SEASON
    ]


def of_no_letterhead(reading: Reading, moments: Sequence[Moment], reference: datetime.date) -> tuple[Moment, ...]:
    """Return the moments without a title's date that is the article's own: `Séisme de X, note du 13 mai 2019`.

    Nor does `le même jour` name a day of its own.
    """
    own = tuple(one for one in moments if not one.rule.startswith("moments:same_day"))
    today = reference.isoformat()
    if reading.kind is BlockKind.BODY:
        # a line over a note that the layout takes for prose: in prose, the day itself is not told with its year
        return tuple(
            one for one in own if one.form != "date" or not one.value[0] or past_day(one, reference, 14) != today
        )
    return tuple(one for one in own if one.form != "date" or past_day(one, reference, 14) != today)


def opens_today(readings: Sequence[Reading], reference: datetime.date) -> bool:
    """Whether an article opens with harm that was done on its own day, and counts it."""
    days = [
        past_day(timed.moment, reference, 14)
        for reading in readings
        for figure in reading.figures
        if figure.kind in (Kind.KILLED, Kind.INJURED, Kind.ABDUCTED)
        for timed in figure.moments
        if timed.relation in ("own", "shared", "free", "event") and not timed.moment.starts
    ]
    return bool(days) and all(day == reference.isoformat() for day in days)


def past_day(moment: Moment, reference: datetime.date, reach: int) -> str | None:
    """Return the first day of a moment that names one day, or a night, at most `reach` days before the reference day."""
    if moment.told is Told.COMING and moment.form in AHEAD:
        return None
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


def of_year(day: str, moment: Moment) -> bool:
    """`depuis le début de l'année` opens a count, not a crisis."""
    return day.endswith("-01-01") and not moment.since_event


def the_blow_first(moments: Sequence[Moment], reference: datetime.date) -> Sequence[Moment]:
    """Return the moments of a paragraph with those of the blow before the later ones on which somebody died of it.

    `Un ouvrier est décédé mardi ; les morts de lundi sont désormais huit`: the blow fell on Monday.
    """
    blow = next((one for one in moments if one.of_blow and not one.starts), None)
    day = past_day(blow, reference, 14) if blow is not None else None
    if blow is None or day is None or moments[0].of_blow:
        return moments
    late = [one for one in moments if not one.of_blow and (other := past_day(one, reference, 14)) and other > day]
    return [*(one for one in moments if one not in late), *late]


def dates_speech(moment: Moment, reading: Reading) -> bool:
    return any(
        statement.cue_span is not None
        and not statement.span.covers(moment.span)
        and abs(statement.cue_span.end - moment.span.start) < 40
        for statement in reading.statements
    )
