"""A paragraph's reading in, the same out without the days of its acts of speech among those that date its figures."""

from __future__ import annotations

from dataclasses import replace

from recoupe.extract.reading import LocalFigure, Reading
from recoupe.model.span import Span

# a count is of the day on which it was told; what was counted befell on another
KEPT = frozenset({"tally"})
# characters between a cue and the day right beside it: `a indiqué mercredi`, `a indiqué, mercredi soir`
BESIDE = 3


def without_speech_days(reading: Reading) -> Reading:
    """Return a reading whose figures are not dated by the day on which somebody told of them.

    `La crue a fait 31 morts, a indiqué mercredi le ministère`: nobody need have died on Wednesday.
    """
    if not reading.figures or not any(one.moments for one in reading.statements):
        return reading
    return replace(reading, figures=tuple(_unsaid(figure, reading) for figure in reading.figures))


def _unsaid(figure: LocalFigure, reading: Reading) -> LocalFigure:
    speech = {
        moment.span
        for one in reading.statements
        if one.span.covers(figure.span)
        for moment in one.moments
        # `qui faisait état la veille de 192 disparus`: an earlier count, of the eve
        if moment.form != "anchored"
        and not one.span.covers(moment.span)
        and one.cue_span is not None
        and _gap(one.cue_span, moment.span) <= BESIDE
    }
    moments = tuple(one for one in figure.moments if one.relation in KEPT or one.moment.span not in speech)
    return figure if len(moments) == len(figure.moments) else replace(figure, moments=moments)


def _gap(one: Span, other: Span) -> int:
    first, last = sorted((one, other))
    return last.start - first.end
