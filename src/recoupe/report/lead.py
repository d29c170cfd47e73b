"""Many tolls of one kind in, the one sentence that they are read with out: how many, of how many origins, from what to what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from recoupe.model.figure import Modality
from recoupe.model.series import Step
from recoupe.report.ground import Ground
from recoupe.report.matters import Toll, head_of, names_of, step_value
from recoupe.report.parts import Sentence
from recoupe.report.takenback import taken_back

_MANY = 5
"""Tolls of one kind of which a sentence says first how many they are."""
Told = tuple[Toll, Step]


def lead(ground: Ground, tolls: Sequence[Toll]) -> list[Sentence]:
    """Return how many tolls of one kind stand, of how many origins, and the lowest and the highest of their last values,
    each with its hedge, what it counts and where; nothing where they are few.

    It is no sum and no range: they count different people in different places. What its source took back, and what has
    another unit than most, is counted apart.
    """
    if len(tolls) < _MANY:
        return []
    words = ground.words
    standing = [(toll, step) for toll in tolls for step in toll.now if not taken_back(ground, toll.series, step)[0]]
    units = Counter(toll.series.unit for toll, _ in standing)
    # of several units told as often the first by name, so that one ledger gives one report
    unit = min(units, key=lambda one: (-units[one], one), default="")
    held = [one for one in standing if one[0].series.unit == unit]
    number, all_standing = (len({toll.series.id for toll, _ in some}) for some in (held, standing))
    if number < 2:
        return []
    records = [id for _, step in held for id in step.figures]
    among = (id for toll in tolls for id in toll.every)
    support = ground.support(ground.origins(records, among), (article for _, step in held for article in step.articles))
    apart = {"lead_unit": all_standing - number, "lead_back": len(tolls) - all_standing}
    counted = words.say("report.sentence.lead", tolls=words.count("report.several", number), support=support)
    more = [words.count(f"report.{key}", count) for key, count in apart.items() if count]
    ends, quotes = _ends(ground, held)
    shown = [id for toll in tolls for step in toll.now for id in step.figures] if more else records
    return ground.sentence(words.listed([counted, *ends, *more]), shown, quotes=quotes)


def _ends(ground: Ground, held: Sequence[Told]) -> tuple[list[str], list[str]]:
    """Return the lowest and the highest of the values in words, by what is surely reached, and those words of them that are
    an article's."""
    bound = [one for one in held if one[1].low is not None or one[1].high is not None]
    if not bound or len({_reached(one) for one in bound}) < 2:
        return [], []
    shown = [
        (key, *_value(ground, one))
        for key, one in (("lowest", min(bound, key=_reached)), ("highest", max(bound, key=_reached)))
    ]
    said = [ground.words.say(f"report.sentence.{key}", value=value, what=what) for key, value, what, _ in shown]
    return said, [quote for _, _, _, held in shown for quote in held]


def _value(ground: Ground, one: Told) -> tuple[str, str, list[str]]:
    toll, step = one
    value, quotes = step_value(ground, step, toll.series.unit)
    figures = ground.figures(step.figures)
    alleged = bool(figures) and all(figure.modality is Modality.ALLEGED for figure in figures)
    what = [head_of(ground, toll.series, step), ground.words.say("report.figure.alleged") if alleged else ""]
    return value, ", ".join(filter(None, what)), [*quotes, *names_of(ground, toll.series, step)[:1]]


def _reached(one: Told) -> float:
    low, high = one[1].low, one[1].high
    return float(low if low is not None else high or 0)
