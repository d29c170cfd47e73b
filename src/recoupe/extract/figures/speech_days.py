"""A paragraph's reading in, the same out without the days of its acts of speech among those that date its figures."""

from __future__ import annotations

from dataclasses import replace

from recoupe.extract.reading import Dated, LocalFigure, Reading
from recoupe.model.span import Span

# a count is of the day on which it was told; what was counted befell on another
KEPT = frozenset({"tally"})
# characters between a cue and the day right beside it: `a indiqué mercredi`, `a indiqué, mercredi soir`
BESIDE = 3
# characters before a day that opens its sentence: `« Le `
OPENING = 5


def without_speech_days(reading: Reading) -> Reading:
    """Return a reading whose figures are not dated by the day on which somebody told of them, but are by one that a cue follows.

    `La crue a fait 31 morts, a indiqué mercredi le ministère`: nobody need have died on Wednesday.
    """
    if not reading.figures or not reading.statements:
        return reading
    figures = (_fronted_by(_unsaid(figure, reading), reading) for figure in reading.figures)
    return replace(reading, figures=tuple(figures))


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
        and not _opens(moment.span, one.cue_span, reading)
    }
    moments = tuple(one for one in figure.moments if one.relation in KEPT or one.moment.span not in speech)
    return figure if len(moments) == len(figure.moments) else replace(figure, moments=moments)


def _opens(day: Span, cue: Span, reading: Reading) -> bool:
    """Whether a day opens its sentence before a cue thrown in: `Vendredi à l'aube, dit-il, treize captifs sont rentrés`."""
    opens = any(0 <= day.start - one.start <= OPENING for one in reading.sentences)
    return opens and day.end < cue.start


def _fronted_by(figure: LocalFigure, reading: Reading) -> LocalFigure:
    """Return a figure that nothing dates with the day that opens its sentence, where a cue thrown in parts them."""
    if figure.moments:
        return figure
    sentence = reading.sentences[figure.sentence]
    for one in reading.statements:
        cue = one.cue_span
        if (
            cue is None
            or not one.span.covers(figure.span)
            or not (sentence.covers(cue) and cue.end < figure.span.start)
        ):
            continue
        for moment in reading.moments:
            near = sentence.covers(moment.span) and one.span.covers(moment.span) and not (moment.starts or moment.ends)
            if near and _opens(moment.span, cue, reading):
                return replace(figure, moments=(Dated(moment, "own"),))
    return figure


def _gap(one: Span, other: Span) -> int:
    first, last = sorted((one, other))
    return last.start - first.end
