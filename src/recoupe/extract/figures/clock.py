"""An article's readings and its day in, the same out with the words that count from another day of the text laid on that day.

A report tells in order: `Le séisme a frappé lundi. [...] Le lendemain, les secours ... Deux jours plus tard, ...`. Each such word
counts from the day that the telling has come to, paragraphs further up too, and is itself the day that the next one counts from.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from recoupe.extract.calendar import resolve
from recoupe.extract.figures.campaigns import counted_from_blow
from recoupe.extract.reading import Dated, Reading
from recoupe.model.article import BlockKind
from recoupe.model.moment import Moment, Told
from recoupe.model.span import Span
from recoupe.model.statement import Form

# what tells of one day
OF_ONE_DAY = frozenset({"date", "weekday", "monthday", "offset", "anchored", "range", "night"})
# `contre 29 la veille`, `(21 la veille)`: a count set beside that of the day told of, which the telling does not move to
BESIDE = re.compile(r"\bcontre\b[^.;:]*$|\([^()]*$", re.IGNORECASE)
MORROW = "moments:the_morrow"
LATER = "moments:later"
# the headline, what stands under it, and the first paragraph
HEAD = 4
# characters before words that open a sentence: `Ménaka, deux semaines après : ...`
OPENING = 30
# days by which those who count from a blow may be out: `huit jours après`, a week after
ROUGHLY = 2
SECOND_MORROW = "moments:two_days_after"


@dataclass(frozen=True, slots=True)
class _Told:
    """A day that the telling has come to, the paragraph that says so, and whether it does by `le lendemain`."""

    day: datetime.date
    paragraph: int
    morrow: bool = False


def on_their_days(
    readings: Sequence[tuple[Span, Reading]],
    text: str,
    reference: datetime.date | None,
    blow: datetime.date | None,
    labels: Mapping[int, datetime.date],
) -> list[tuple[Span, Reading]]:
    """Return the readings with each word that counts from another day laid on it; those that none fits stay as they are.

    `blow` is the day that the article is about, which such words count from where none is told before them; `labels` the
    days that paragraphs stand under.
    """
    if reference is None:
        return list(readings)
    told: list[_Told] = []
    read = []
    for number, (block, reading) in enumerate(readings):
        if block.start in labels:
            told.append(_Told(labels[block.start], number))
        read.append((block, _laid(reading, block.of(text), number, told, reference, blow)))
    return read


def counted_at_the_head(readings: Sequence[tuple[Span, Reading]]) -> list[tuple[Span, Reading]]:
    """Return the readings with the days that a headline or a first paragraph counts from a blow that it does not name.

    `Huit jours après, la vallée compte ses ruines`: before any day is told, there is but one that they can count from.
    """
    read = list(readings)
    for at, (block, reading) in enumerate(readings[:HEAD]):
        for moment in sorted(reading.moments, key=lambda one: one.span.start):
            if moment.rule == LATER and any(0 <= moment.span.start - one.start <= OPENING for one in reading.sentences):
                unit, count, *about = moment.value
                since = replace(
                    moment,
                    form="offset",
                    value=(unit, f"-{count}", *about),
                    told=Told.PAST,
                    starts=True,
                    since_event=True,
                )
                read[at] = (block, _with(reading, {moment.span: since}))
            if moment.form in OF_ONE_DAY and moment.block is BlockKind.BODY:
                return read
    return read


def _laid(
    reading: Reading,
    words: str,
    number: int,
    told: list[_Told],
    reference: datetime.date,
    blow: datetime.date | None,
) -> Reading:
    laid: dict[Span, Moment] = {}
    quotes = [one.span for one in reading.statements if one.form is Form.DIRECT]
    for moment in sorted(reading.moments, key=lambda one: one.span.start):
        read = moment
        if (then := _told_then(moment, reference, blow)) is not None:
            read = laid[moment.span] = then
        elif _counts_from(moment) and not moment.parts:
            day = _counted_from(moment, told, number, reference, blow)
            if day is not None:
                read = laid[moment.span] = replace(moment, parts=(_as_date(day, moment.span),))
        quoted = any(one.covers(moment.span) for one in quotes)
        if quoted or BESIDE.search(words[: moment.span.start]):
            continue
        day = _day(read, reference)
        if day is not None:
            told.append(_Told(day, number, moment.rule == MORROW))
    return _with(reading, laid) if laid else reading


def _told_then(moment: Moment, reference: datetime.date, blow: datetime.date | None) -> Moment | None:
    """Return words that count from the blow as a day of the telling, where they do not lead to the article's own.

    `Le séisme a frappé le 3 mai. Au lendemain du drame, le ministre parlait de quinze morts`: that was on 4 May.
    """
    if blow is None or not counted_from_blow(moment) or moment.value[0] not in ("day", "week"):
        return None
    count = -int(moment.value[1])
    day = blow + datetime.timedelta(days=count * (7 if moment.value[0] == "week" else 1))
    if day >= reference - datetime.timedelta(days=ROUGHLY if count > 1 else 0):
        return None
    value = (moment.value[0], str(count), *moment.value[2:])
    part = (_as_date(blow, moment.span),)
    return replace(moment, form="anchored", value=value, parts=part, starts=False, since_event=False)


def _counts_from(moment: Moment) -> bool:
    """`la veille`, `trois jours plus tard`, `le samedi suivant`."""
    return moment.form == "anchored" or (moment.form == "weekday" and moment.value[1] == "following")


def _counted_from(
    moment: Moment, told: Sequence[_Told], paragraph: int, reference: datetime.date, blow: datetime.date | None
) -> datetime.date | None:
    """Return the last day told from which the words do not lead past the article's own day, where they tell of what is past."""
    back = moment.form == "anchored" and moment.value[1].startswith("-")
    if back:
        # `la veille` of a day that this paragraph tells of, else of the article's own
        return next((one.day for one in reversed(told) if one.paragraph == paragraph), None)
    days = [one.day for one in reversed(told)]
    if moment.rule == SECOND_MORROW and told and told[-1].morrow and told[-1].paragraph == paragraph:
        # `six noyés le lendemain, neuf noyés le surlendemain`: both count from the same day
        days = days[1:]
    for day in (*days, *([blow] if blow is not None else [])):
        window = resolve(moment, reference, anchor=day)
        if window.since is None:
            return None
        if moment.told is Told.COMING or window.since[:10] <= reference.isoformat():
            return day
    return None


def _day(moment: Moment, reference: datetime.date) -> datetime.date | None:
    """Return the day that the telling comes to with a moment; None where it goes on from no one day."""
    if moment.form not in OF_ONE_DAY or moment.starts or moment.ends or moment.opens:
        return None
    if moment.told is Told.COMING:
        return None
    window = resolve(moment, reference)
    if window.since is None or len(window.since) != 10 or window.until is None:
        return None
    first, last = datetime.date.fromisoformat(window.since), datetime.date.fromisoformat(window.until)
    if (last - first).days > 1 or first > reference:
        return None
    return first


def _as_date(day: datetime.date, span: Span) -> Moment:
    value = (str(day.year), str(day.month), str(day.day), "", "")
    return Moment(span=span, rule="figures.clock", form="date", value=value)


def _with(reading: Reading, laid: Mapping[Span, Moment]) -> Reading:
    def laid_on(one: Moment) -> Moment:
        new = laid.get(one.span)
        if new is None or one.form == "vague":
            return one
        since = new.since_event or (one.since_event and one.form != "offset")
        return replace(new, of_blow=one.of_blow, since_event=since)

    def of(moments: tuple[Moment, ...]) -> tuple[Moment, ...]:
        return tuple(laid_on(one) for one in moments)

    def dated(moments: tuple[Dated, ...]) -> tuple[Dated, ...]:
        return tuple(replace(one, moment=laid_on(one.moment)) for one in moments)

    return replace(
        reading,
        figures=tuple(replace(one, moments=dated(one.moments)) for one in reading.figures),
        moments=of(reading.moments),
        struck=of(reading.struck),
        set_out=of(reading.set_out),
    )
