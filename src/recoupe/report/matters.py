"""The tolls of a check in, those that count the same together out; and the words for a toll, a step and its day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recoupe.crosscheck.forest import Forest
from recoupe.model.figure import Kind, Modality, Qualifier
from recoupe.model.series import Note, Series, Step, StepKind
from recoupe.report.ground import Ground

Matter = tuple[object, ...]
"""What two tolls must share to be laid side by side: what is counted, of which side, by whom, where, in which window."""


@dataclass(frozen=True, slots=True)
class Toll:
    """A toll with its last steps: those of its last day, of which several may differ."""

    series: Series
    last: tuple[Step, ...]

    @property
    def now(self) -> tuple[Step, ...]:
        """Those of its last steps that it stands at: not what it was lowered from that day, nor told as the number before."""
        kept: list[Step] = []
        for step in self.last:
            if step.step is StepKind.LOWERED:
                kept.clear()
            if not recalled(step):
                kept.append(step)
        return tuple(kept)

    @property
    def figures(self) -> tuple[str, ...]:
        """The records of its last steps."""
        return tuple(dict.fromkeys(id for step in self.last for id in step.figures))

    @property
    def every(self) -> tuple[str, ...]:
        """The records of all its steps."""
        return tuple(dict.fromkeys(id for step in self.series.steps for id in step.figures))

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles of its last steps."""
        return tuple(dict.fromkeys(id for step in self.last for id in step.articles))


def by_kind(ground: Ground) -> dict[Kind, list[list[Toll]]]:
    """Return the matters of each kind in the codebook's order, those with most origins first."""
    keyed: dict[Matter, list[Toll]] = defaultdict(list)
    for series in ground.found.series:
        end = series.steps[-1]
        last = tuple(step for step in series.steps if step.until == end.until and alike(step, end))
        keyed[_key(ground, series)].append(Toll(series, last))
    found = [(key[0], group) for key, tolls in keyed.items() for group in _agreeing(ground, tolls)]

    def weight(group: Sequence[Toll]) -> tuple[object, ...]:
        first = group[0]
        behind = ground.origins(id for toll in group for id in toll.figures)
        most = max((step.low or step.high or 0 for toll in group for step in toll.last), default=0)
        return (-behind, first.last[-1].place or "~", -most, first.series.id)

    kinds: dict[Kind, list[list[Toll]]] = {}
    for kind in Kind:
        groups = [_arranged(group) for of, group in found if of is kind]
        if groups:
            kinds[kind] = sorted(groups, key=weight)
    return kinds


def origins_of(ground: Ground, toll: Toll) -> int:
    """Return how many independent origins are behind the last steps of a toll: of one step alone what the check counts."""
    return len(set(toll.last[0].origins)) if len(toll.last) == 1 else ground.origins(toll.figures)


def recalled(step: Step) -> bool:
    """Say whether a value is told nowhere but as the number before another one: `de 14 à 23`."""
    return Note.RECALLED in step.notes


def alike(one: Step, other: Step) -> bool:
    """Say whether two steps of a toll count the same people in the same place."""
    return (one.counted, one.place) == (other.counted, other.place)


def head_of(ground: Ground, series: Series, step: Step) -> str:
    """Return what a step of a toll counts, where, and in which window."""
    words = ground.words
    told = [words.what(series.kind, step.counted), place_of(ground, step.place)]
    if series.running and series.since:
        told.append(words.since(series.since))
    elif series.since and series.since != step.until:
        told.append(words.window(series.since, step.until))
    return ", ".join(told)


def names_of(ground: Ground, series: Series, step: Step) -> tuple[str, ...]:
    """Return the names of records that a sentence on a step holds: its place, and whom the toll is credited to."""
    return tuple(ground.words.named(name) for name in (step.place, series.source) if name)


def source_of(ground: Ground, series: Series) -> str:
    """Return whom a toll is credited to, or that it is to nobody."""
    if not series.source:
        return ground.words.say("report.uncredited")
    return ground.words.say("report.credited", name=ground.words.named(series.source))


def told_of(ground: Ground, series: Series, step: Step) -> list[str]:
    """Return what is told of a step beside its value: its day, that it is hearsay or a person's correction, its source."""
    figures = ground.figures(step.figures)
    hearsay = bool(figures) and all(one.modality is Modality.ALLEGED for one in figures)
    return [
        when(ground, step),
        ground.words.say("report.figure.alleged") if hearsay else "",
        ground.words.say("report.figure.recalled") if recalled(step) else "",
        ground.corrected(step.figures),
        source_of(ground, series),
    ]


def place_of(ground: Ground, place: str | None) -> str:
    """Return a place by name, or that none is told."""
    return ground.words.named(place) if place else ground.words.say("report.place_unknown")


def step_value(ground: Ground, step: Step, unit: str) -> tuple[str, tuple[str, ...]]:
    """Return the value of a step with its hedge, and its exact words beside it where these say more; and the words."""
    words, quotes = ground.words, []
    value = words.value(step.low, step.high, step.qualifier, unit)
    records = [id for id in step.figures if id in ground.names.words]
    told = ground.names.words[records[0]] if records else ""
    bare = step.qualifier is Qualifier.EXACT and not any(sign.isalpha() for sign in told)
    if records and (not bare or not ground.holds(records[0])):
        shown, alone = ground.quoted(records[0])
        # `au moins 129` says its words to the letter
        if not value or not alone or alone.casefold() != value.replace("\u00a0", " ").casefold():
            quotes.append(alone)
            value = f"{value} ({shown})" if value else shown
    return value, tuple(quotes)


def when(ground: Ground, step: Step) -> str:
    """Return of which day a step is, or between which days where its articles are dated so; that it has none."""
    words = ground.words
    if days := between(ground, step):
        return words.say("report.figure.within", between=days)
    return dated(ground, step.until)


def dated(ground: Ground, until: str | None) -> str:
    """Return of which day, month or year a figure is; that it has none."""
    if until is None:
        return ground.words.say("report.figure.undated")
    return ground.words.say("report.figure.dated", of=ground.words.of(until, "dated"))


def between(ground: Ground, step: Step) -> str:
    """Return between which days a step lies, where its day is a month and one article alone, dated to some days, tells it."""
    if step.until is None or len(step.until) > 7 or len(step.articles) != 1:
        return ""
    dating = ground.datings.get(step.articles[0])
    if dating is None or dating.published or not (dating.earliest and dating.latest):
        return ""
    return ground.words.interval(dating.earliest, dating.latest) if dating.earliest[:7] == step.until else ""


def _key(ground: Ground, series: Series) -> Matter:
    step = series.steps[-1]
    figures = ground.figures(step.figures)
    parties = [tuple(sorted({getattr(one, name) or "" for one in figures})) for name in ("side", "by")]
    # the tolls of a day stand side by side where that is a day: two of one month, or of none, tell of two things
    day = step.until if len(step.until or "") > 7 else series.id
    window = None if series.running and step.until else day
    return (series.kind, step.counted, series.unit, step.place, *parties, series.since, series.running, window)


def _agreeing(ground: Ground, tolls: Sequence[Toll]) -> list[list[Toll]]:
    """Return tolls in groups of those that the check found to speak of one thing, whether both can be true or not."""
    of = {figure: toll.series.id for toll in tolls for step in toll.series.steps for figure in step.figures}
    joined = Forest(toll.series.id for toll in tolls)
    for one in ground.found.agreements if len(tolls) > 1 else ():
        if one.a in of and one.b in of:
            joined.join(of[one.a], of[one.b])
    by_id = {toll.series.id: toll for toll in tolls}
    return [[by_id[id] for id in group] for group in joined.groups()]


def _arranged(group: Iterable[Toll]) -> list[Toll]:
    return sorted(group, key=lambda toll: (toll.series.source is None, toll.series.source or "", toll.series.id))
