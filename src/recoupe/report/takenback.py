"""A figure in, that its own source took it back out: for which other one, and when."""

from __future__ import annotations

from collections.abc import Iterable

from recoupe.model.figure import Figure
from recoupe.model.series import Note, Series, Step
from recoupe.report.ground import Ground, denied_of


def taken_back(ground: Ground, series: Series, step: Step) -> tuple[str, tuple[str, ...]]:
    """Return that the source of a toll took a value of it back (`remplacé par 47 le 5 mars 2024`), blank where it did not,
    and the records that say so. A denial by anybody else is a dispute, and nothing is taken back by it."""
    if not series.source:
        return "", ()
    told = ground.figures(step.figures)
    for id, denial in ground.denials.get(denied_of(told[0]), ()) if told else ():
        if not all(_of_one(one, denial) and _not_after(ground, one, denial) for one in told):
            continue
        words, day = ground.words, _day(ground, denial.article)
        when = words.on(day) if day else ""
        number, now = _in_place(ground, denial)
        key = "report.figure." + ("replaced" if number else "taken_back") + ("_on" if when else "")
        return words.say(key, value=number, when=when), (id, *now)
    return "", ()


def _of_one(one: Figure, denial: Figure) -> bool:
    """Say whether a denial is of a figure: its value, its source, what it counts, and no other place."""
    if denied_of(one) != denied_of(denial):
        return False
    if not one.source or one.source.casefold() != (denial.source or "").casefold():
        return False
    return not one.place or not denial.place or one.place.casefold() == denial.place.casefold()


def _not_after(ground: Ground, one: Figure, denial: Figure) -> bool:
    """Say whether a figure can have been told before its denial: what is told again later stands."""
    told, denied = _day(ground, one.article), _day(ground, denial.article)
    return not told or not denied or told <= denied


def _day(ground: Ground, article: str) -> str:
    dating = ground.datings.get(article)
    known = ground.articles[article].published if article in ground.articles else None
    return (known or (dating.published if dating else None) or "")[:10]


def _in_place(ground: Ground, denial: Figure) -> tuple[str, tuple[str, ...]]:
    """Return the value that the article of a denial tells in place of it, and its records; blank where several could be."""
    found = {
        (one.low, one.high, one.qualifier, series.unit): step.figures
        for series in ground.found.series
        if series.kind is denial.kind and (series.source or "").casefold() == (denial.source or "").casefold()
        for step in series.steps
        if Note.INSTEAD in step.notes
        for one in _told_in(ground, step.figures, denial.article)
    }
    if len(found) != 1:
        return "", ()
    (((low, high, qualifier, unit), figures),) = found.items()
    return ground.words.value(low, high, qualifier, unit), figures


def _told_in(ground: Ground, figures: Iterable[str], article: str) -> list[Figure]:
    return [one for one in ground.figures(figures) if one.article == article]
