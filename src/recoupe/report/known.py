"""The tolls of a check in, what is known of how many out: for each matter the range over its tolls and the last of each."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.model.series import StepKind
from recoupe.report.ground import Ground
from recoupe.report.matters import Toll, by_kind, head_of, names_of, step_value, told_of
from recoupe.report.parts import Section, Sentence
from recoupe.report.takenback import taken_back
from recoupe.report.wording import capital


def known(ground: Ground) -> Section:
    """Return what is known: under each kind, for each matter one sentence, and one for each of its tolls where it has
    several. Tolls are laid side by side only where they count the same, in the same place, from the same day on."""
    sections = []
    for kind, matters in by_kind(ground).items():
        parts = [one for tolls in matters for one in _matter(ground, tolls)]
        if parts:
            title = capital(ground.words.say(f"report.kind.{kind.value}"))
            sections.append(Section(key=f"known-{kind.value}", title=title, parts=tuple(parts)))
    return Section(key="known", title=ground.words.say("report.known"), parts=tuple(sections))


def _matter(ground: Ground, told: Sequence[Toll]) -> list[Sentence]:
    words = ground.words
    # a number told only as the one before, or taken back by its source, is no bound of what is known
    group = [toll for toll in told if toll.now]
    back = {toll.series.id for toll in group if all(taken_back(ground, toll.series, one)[0] for one in toll.now)}
    held = [toll for toll in group if toll.series.id not in back]
    sources = [toll.series.source for toll in held]
    values = [(step.low, step.high) for toll in held for step in toll.now]
    spread = words.spread(values, held[0].series.unit) if held else ""
    # two tolls of one source tell of two things: their numbers are no range of one
    if len(held) < 2 or len(set(sources)) < len(sources) or not spread:
        return [one for toll in group for one in _last(ground, toll, head_of(ground, toll.series, toll.now[-1]))]
    head = head_of(ground, held[0].series, held[0].now[-1])
    each = [one for toll in group for one in _last(ground, toll, "", level=1)]
    said = words.say(
        "report.sentence.range",
        what=head,
        tolls=words.count("report.several", len(held)),
        spread=spread,
        support=_support(ground, held),
    )
    records = [id for toll in held for step in toll.now for id in step.figures]
    return [
        *ground.sentence(said, records, quotes=filter(None, [ground.words.named(held[0].now[-1].place or "")])),
        *each,
    ]


def _support(ground: Ground, group: Sequence[Toll]) -> str:
    steps = [step for toll in group for step in toll.now]
    figures = [id for step in steps for id in step.figures]
    return ground.support(ground.origins(figures), (article for step in steps for article in step.articles))


def _last(ground: Ground, toll: Toll, head: str, *, level: int = 0) -> list[Sentence]:
    """Return one sentence for each last step of a toll: its value, its day, whom it is credited to, that it was taken back."""
    words, series, found = ground.words, toll.series, []
    for step in toll.now:
        value, quotes = step_value(ground, step, series.unit)
        lowered = words.say("report.figure.lowered") if step.step is StepKind.LOWERED else ""
        back, why = taken_back(ground, series, step)
        support = ground.support(len(set(step.origins)), step.articles)
        told = words.listed([back, lowered, *told_of(ground, series, step), support])
        key = "report.sentence.last" if head else "report.sentence.each"
        said = words.say(key, what=head, value=value, told=told)
        names = [name for name in names_of(ground, series, step) if head or name != step.place]
        found += ground.sentence(said, [*step.figures, *why], quotes=[*names, *quotes], level=level)
    return found
