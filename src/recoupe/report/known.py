"""The tolls of a check in, what is known of how many out: for each matter the range over its tolls and the last of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from recoupe.model.series import Step, StepKind
from recoupe.report.ground import Ground
from recoupe.report.lead import lead
from recoupe.report.matters import Toll, by_kind, head_of, names_of, step_value, told_of
from recoupe.report.parts import Section, Sentence
from recoupe.report.takenback import taken_back
from recoupe.report.wording import capital

_LONG_BEFORE = timedelta(days=183)
"""What ended so long before the first report is no toll of its crisis: it is told beside it, for comparison."""


@dataclass(frozen=True, slots=True)
class _Block:
    """Sentences that stand together, and what they are ordered by: the origins behind them, the place, the value."""

    origins: int
    at: Step
    sentences: tuple[Sentence, ...]

    @property
    def order(self) -> tuple[int, str, float]:
        return -self.origins, (self.at.place or "~").casefold(), -(self.at.low or self.at.high or 0)


def known(ground: Ground) -> Section:
    """Return what is known: under each kind, for each matter one sentence, and one for each of its tolls where it has
    several, those of most origins first, then by place. Tolls are laid side by side only where they count the same, in the
    same place, from the same day on. Of a kind with many tolls one sentence says first how many there are. What ended long
    before the first report stands apart, last."""
    sections, recalled = [], []
    for kind, matters in by_kind(ground).items():
        # a number told only as the one before is not known
        told = [[toll for toll in tolls if toll.now] for tolls in matters]
        recalled += [_alone(ground, toll) for tolls in told for toll in tolls if _is_long_past(ground, toll)]
        told = [[toll for toll in tolls if not _is_long_past(ground, toll)] for tolls in told]
        blocks = [block for tolls in told for block in _matter(ground, tolls)]
        parts = [one for block in sorted(blocks, key=lambda block: block.order) for one in block.sentences]
        if parts:
            title = capital(ground.words.say(f"report.kind.{kind.value}"))
            leading = lead(ground, [toll for tolls in told for toll in tolls])
            sections.append(Section(key=f"known-{kind.value}", title=title, parts=(*leading, *parts)))
    if recalled:
        parts = [one for block in sorted(recalled, key=_day_of) for one in block.sentences]
        sections.append(Section(key="known-before", title=ground.words.say("report.known_before"), parts=tuple(parts)))
    return Section(key="known", title=ground.words.say("report.known"), parts=tuple(sections))


def _matter(ground: Ground, group: Sequence[Toll]) -> list[_Block]:
    words = ground.words
    # what its source took back is no bound of what is known
    back = {toll.series.id for toll in group if all(taken_back(ground, toll.series, one)[0] for one in toll.now)}
    held = [toll for toll in group if toll.series.id not in back]
    sources = [toll.series.source for toll in held]
    values = [(step.low, step.high) for toll in held for step in toll.now]
    spread = words.spread(values, held[0].series.unit) if held else ""
    # two tolls of one source tell of two things: their numbers are no range of one
    if len(held) < 2 or len(set(sources)) < len(sources) or not spread:
        return [_alone(ground, toll) for toll in group]
    head = head_of(ground, held[0].series, held[0].now[-1])
    each = [one for toll in sorted(group, key=_support) for one in _last(ground, toll, "", level=1)]
    steps = [step for toll in held for step in toll.now]
    records = [id for step in steps for id in step.figures]
    origins = ground.origins(records, (id for toll in group for id in toll.every))
    said = words.say(
        "report.sentence.range",
        what=head,
        tolls=words.count("report.several", len(held)),
        spread=spread,
        support=ground.support(origins, (article for step in steps for article in step.articles)),
    )
    ranged = ground.sentence(said, records, quotes=filter(None, [words.named(steps[-1].place or "")]))
    most = max(steps, key=lambda step: step.low or step.high or 0)
    return [_Block(origins, most, (*ranged, *each))]


def _is_long_past(ground: Ground, toll: Toll) -> bool:
    """Say whether all that a toll stands at ended long before the first report: the flood of another century."""
    days = [until for step in toll.now if (until := step.until)]
    first = ground.first_day
    if first is None or len(days) < len(toll.now):
        return False
    edge = (first - _LONG_BEFORE).isoformat()
    return all(f"{day}-12-31"[:10] < edge for day in days)


def _day_of(block: _Block) -> str:
    return block.at.until or ""


def _alone(ground: Ground, toll: Toll) -> _Block:
    said = _last(ground, toll, head_of(ground, toll.series, toll.now[-1]))
    return _Block(-_support(toll), toll.now[-1], tuple(said))


def _support(toll: Toll) -> int:
    """Return what orders the tolls of one thing: most origins first."""
    return -max(len(set(step.origins)) for step in toll.now)


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
