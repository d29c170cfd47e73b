"""An article's readings and its day in, the words with `depuis` that open what it tells of out: an offensive, an epidemic, a strike."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from recoupe.extract.figures.blows import SEASON, TOLLS, past_day
from recoupe.extract.reading import Reading
from recoupe.model.figure import Kind
from recoupe.model.moment import Moment
from recoupe.model.span import Span
from recoupe.model.statement import Form


def openers_of(readings: Sequence[tuple[Span, Reading]], reference: datetime.date) -> list[Moment]:
    """Return the moments with `depuis` that date what struck or began, or since when its dead are counted."""
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
    openers = [moment for moment in openers if not counted_from_blow(moment) and moment.form != "part"]
    openers += [
        timed.moment
        for reading in everything
        for figure in reading.figures
        for timed in figure.moments
        # an epidemic begins with its count: `412 cas notifiés depuis le 4 mars`
        if (
            timed.relation in ("own", "shared", "free")
            or (timed.relation == "tally" and timed.moment.form == "date" and figure.kind is Kind.ILL)
        )
        and timed.moment.starts
        and timed.moment.form != "part"
        and figure.kind in TOLLS
    ]
    openers += [
        moment
        for reading in lead[:3]
        for moment in reading.moments
        if moment.starts
        and moment.form == "date"
        and not said_or_counted(moment, reading)
        and past_day(moment, reference, SEASON) is not None
    ]
    return openers


def counted_from_blow(moment: Moment) -> bool:
    """`trois jours après le séisme`: the words count the days since the blow."""
    return moment.since_event and moment.form == "offset"


def said_or_counted(moment: Moment, reading: Reading) -> bool:
    """Whether words with `depuis` stand in a quotation, or say since when a count has stood: neither opens a crisis."""
    if any(one.form is Form.DIRECT and one.span.covers(moment.span) for one in reading.statements):
        return True
    return any(
        timed.moment.span == moment.span and timed.relation == "tally"
        for figure in reading.figures
        for timed in figure.moments
    )
