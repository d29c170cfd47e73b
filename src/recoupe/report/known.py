"""The tolls of a check in, what is known of how many out: for each matter the range over its tolls and the last of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recoupe.model.figure import Kind, Modality, Qualifier
from recoupe.model.series import Series, Step, StepKind
from recoupe.report.ground import Ground
from recoupe.report.parts import Row, Section, Sentence, Table
from recoupe.report.wording import capital

_STEPS_SHOWN = 6
"""Values of one toll that its row shows; of more, the first, the last and those that were lowered."""
Matter = tuple[object, ...]
"""What two tolls must share to be laid side by side: what is counted, of which side, by whom, where, in which window."""


@dataclass(frozen=True, slots=True)
class Toll:
    """A toll with its last steps: those of its last day, of which several may differ."""

    series: Series
    last: tuple[Step, ...]

    @property
    def origins(self) -> tuple[str, ...]:
        """The origins behind its last steps."""
        return tuple(dict.fromkeys(origin for step in self.last for origin in step.origins))

    @property
    def figures(self) -> tuple[str, ...]:
        """The records of its last steps."""
        return tuple(dict.fromkeys(id for step in self.last for id in step.figures))

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles of its last steps."""
        return tuple(dict.fromkeys(id for step in self.last for id in step.articles))


def known(ground: Ground) -> Section:
    """Return what is known: under each kind, for each matter one sentence, and one for each of its tolls where it has
    several. Tolls are laid side by side only where they count the same, in the same place, from the same day on."""
    sections = []
    for kind, matters in _by_kind(ground).items():
        parts = [one for tolls in matters for one in _matter(ground, tolls)]
        if parts:
            title = capital(ground.words.say(f"report.kind.{kind.value}"))
            sections.append(Section(key=f"known-{kind.value}", title=title, parts=tuple(parts)))
    return Section(key="known", title=ground.words.say("report.known"), parts=tuple(sections))


def tolls(ground: Ground) -> Section:
    """Return a table for each kind: each toll of each source with its range, its values in order and its last one."""
    words = ground.words
    heads = ("what", "source", "range", "steps", "last", "day", "origins", "refs")
    shown = tuple(words.say(f"report.head.{head}") for head in heads)
    tables = []
    for kind, matters in _by_kind(ground).items():
        rows = [row for group in matters for toll in group for row in _row(ground, toll)]
        if rows:
            title = capital(words.say(f"report.kind.{kind.value}"))
            tables.append(Table(title=title, heads=shown, rows=tuple(rows), numbers=(6,)))
    return Section(key="tolls", title=words.say("report.tolls"), parts=tuple(tables))


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
        quotes.append(alone)
        value = f"{value} ({shown})" if value else shown
    return value, tuple(quotes)


def when(ground: Ground, step: Step) -> str:
    """Return of which day a step is, or between which days where its articles are dated so; that it has none."""
    words = ground.words
    if step.until is None:
        return words.say("report.figure.undated")
    if between := _between(ground, step):
        return words.say("report.figure.within", between=between)
    return words.say("report.figure.dated", of=words.of(step.until, "dated"))


def _by_kind(ground: Ground) -> dict[Kind, list[list[Toll]]]:
    """Return the matters of each kind in the codebook's order, those with most origins first."""
    matters: dict[Matter, list[Toll]] = defaultdict(list)
    for series in ground.found.series:
        last = tuple(step for step in series.steps if step.until == series.steps[-1].until)
        matters[_key(ground, series)].append(Toll(series, last))

    def weight(group: Sequence[Toll]) -> tuple[object, ...]:
        first = group[0]
        behind = {origin for toll in group for origin in toll.origins}
        most = max((step.low or step.high or 0 for toll in group for step in toll.last), default=0)
        return (-len(behind), first.last[-1].place or "~", -most, first.series.id)

    kinds: dict[Kind, list[list[Toll]]] = {}
    for kind in Kind:
        groups = [_arranged(group) for key, group in matters.items() if key[0] is kind]
        if groups:
            kinds[kind] = sorted(groups, key=weight)
    return kinds


def _key(ground: Ground, series: Series) -> Matter:
    step = series.steps[-1]
    figures = ground.figures(step.figures)
    parties = [tuple(sorted({getattr(one, name) or "" for one in figures})) for name in ("side", "by")]
    # the tolls of a day stand side by side where that is a day: two of one month, or of none, tell of two things
    day = step.until if len(step.until or "") > 7 else series.id
    window = None if series.running and step.until else day
    return (series.kind, step.counted, series.unit, step.place, *parties, series.since, series.running, window)


def _arranged(group: Iterable[Toll]) -> list[Toll]:
    return sorted(group, key=lambda toll: (toll.series.source is None, toll.series.source or "", toll.series.id))


def _matter(ground: Ground, group: Sequence[Toll]) -> list[Sentence]:
    words = ground.words
    head = _head(ground, group[0])
    sources = [toll.series.source for toll in group]
    # two tolls of one source tell of two things: their numbers are no range of one
    if len(group) == 1 or len(set(sources)) < len(sources):
        return [one for toll in group for one in _last(ground, toll, head)]
    values = [(step.low, step.high) for toll in group for step in toll.last]
    spread = words.spread(values, group[0].series.unit)
    each = [one for toll in group for one in _last(ground, toll, "", level=1)]
    if not spread:
        return [one for toll in group for one in _last(ground, toll, head)]
    support = _support(ground, group)
    said = words.say(
        "report.sentence.range",
        what=head,
        tolls=words.count("report.several", len(group)),
        spread=spread,
        support=support,
    )
    records = [id for toll in group for id in toll.figures]
    return [*ground.sentence(said, records, quotes=_names(ground, group[0])), *each]


def _support(ground: Ground, group: Sequence[Toll]) -> str:
    origins = {origin for toll in group for origin in toll.origins}
    articles = {article for toll in group for article in toll.articles}
    return ground.support(origins, articles)


def _last(ground: Ground, toll: Toll, head: str, *, level: int = 0) -> list[Sentence]:
    """Return one sentence for each last step of a toll: its value, its day, whom it is credited to."""
    words, found = ground.words, []
    credited = words.named(toll.series.source) if toll.series.source else ""
    source = words.say("report.credited", name=credited) if credited else words.say("report.uncredited")
    for step in toll.last:
        value, quotes = step_value(ground, step, toll.series.unit)
        figures = ground.figures(step.figures)
        told = [when(ground, step), source, ground.support(step.origins, step.articles)]
        if figures and all(one.modality is Modality.ALLEGED for one in figures):
            told.insert(1, words.say("report.figure.alleged"))
        if step.step is StepKind.LOWERED:
            told.insert(1, words.say("report.figure.lowered"))
        said = words.say(
            "report.sentence.last" if head else "report.sentence.each", what=head, value=value, told=words.listed(told)
        )
        names = [*_names(ground, toll)] if head else []
        found += ground.sentence(said, step.figures, quotes=[*names, *quotes, credited], level=level)
    return found


def _head(ground: Ground, toll: Toll) -> str:
    """Return what a toll counts, where, and in which window."""
    words, series, step = ground.words, toll.series, toll.last[-1]
    told = [words.what(series.kind, step.counted), place_of(ground, step.place)]
    if series.running and series.since:
        told.append(words.since(series.since))
    elif series.since and series.since != step.until:
        told.append(words.window(series.since, step.until))
    return ", ".join(told)


def _names(ground: Ground, toll: Toll) -> tuple[str, ...]:
    place = toll.last[-1].place
    return (ground.words.named(place),) if place else ()


def _row(ground: Ground, toll: Toll) -> list[Row]:
    words, series = ground.words, toll.series
    last = toll.last[-1]
    value, quotes = step_value(ground, last, series.unit)
    spread = words.spread([(step.low, step.high) for step in series.steps], series.unit)
    credited = words.named(series.source) if series.source else ""
    day = _between(ground, last) or words.day(last.until)
    cells = (
        capital(_head(ground, toll)), credited or words.say("report.uncredited"), spread, _path(ground, series), value,
        day or words.say("report.day_unknown"), words.number(len(set(toll.origins))),
    )  # fmt: skip
    records = [id for step in series.steps for id in step.figures]
    return ground.row(cells, records, quotes=[*_names(ground, toll), credited, *quotes])


def _path(ground: Ground, series: Series) -> str:
    """Return the values of a toll in order, those that were lowered marked; blank where it never moved."""
    shown: list[tuple[str, bool]] = []
    for step in series.steps:
        value = ground.words.value(step.low, step.high, step.qualifier, series.unit)
        lowered = step.step is StepKind.LOWERED
        if value and (not shown or shown[-1][0] != value or lowered):
            shown.append((value, lowered))
    if len(shown) < 2:
        return ""
    marked = [
        value + (f" ({ground.words.say('report.figure.lowered')})" if lowered else "") for value, lowered in shown
    ]
    if len(marked) > _STEPS_SHOWN:
        last = len(marked) - 1
        kept = [at for at, (_, lowered) in enumerate(shown) if lowered or at in (0, last)]
        marked = [("… → " if at and at - 1 not in kept else "") + marked[at] for at in kept]
    return " → ".join(marked)


def _between(ground: Ground, step: Step) -> str:
    """Return between which days a step lies, where its day is a month and one article alone, dated to some days, tells it."""
    if step.until is None or len(step.until) > 7 or len(step.articles) != 1:
        return ""
    dating = ground.datings.get(step.articles[0])
    if dating is None or dating.published or not (dating.earliest and dating.latest):
        return ""
    return ground.words.interval(dating.earliest, dating.latest) if dating.earliest[:7] == step.until else ""
