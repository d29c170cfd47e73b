"""Two checks of a crisis in, what moved from the one to the other out: tolls, support, disputes, days, withdrawals."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.model.crosscheck import Crosscheck
from recoupe.model.dispute import Dispute
from recoupe.model.figure import Kind
from recoupe.model.series import Series, Step, StepKind
from recoupe.report.ground import Ground
from recoupe.report.judged import conflicts, named, reviewed
from recoupe.report.matters import head_of, names_of, step_value, told_of
from recoupe.report.parts import Section, Sentence
from recoupe.report.sources import published
from recoupe.report.voices import asked, in_order
from recoupe.show.saying import said

_ORDER = (StepKind.LOWERED, StepKind.RAISED, StepKind.WIDENED, StepKind.FIRST, StepKind.SAME)
"""Moves in the order in which they are told: a lowered toll first."""


def moved(ground: Ground) -> Section:
    """Return what moved since the check before, or since the one that a day asks for; where there was none, that all is new."""
    words, before = ground.words, ground.before
    title = words.say("report.moved")
    if before is None:
        first = ground.sentence(words.say("report.sentence.all_new"), ground.articles)
        return Section(key="moved", title=title, parts=tuple(first))
    told = [
        *_articles(ground, before), *_withdrawn(ground, before), *_tolls(ground, before), *_gone(ground, before),
        *conflicts(ground, before), *_disputes(ground, before), *_dated(ground, before), *reviewed(ground), *named(ground),
    ]  # fmt: skip
    since = words.moment(ground.since)
    head = words.say("report.sentence.since" if told else "report.sentence.nothing", moment=since)
    return Section(key="moved", title=title, parts=(*ground.sentence(head, ground.articles), *told))


def _articles(ground: Ground, before: Crosscheck) -> Iterator[Sentence]:
    known = {one.article for one in before.datings}
    new = [id for id in ground.articles if id not in known]
    if new:
        yield from ground.sentence(ground.words.count("report.new_articles", len(new)), new)


def _withdrawn(ground: Ground, before: Crosscheck) -> Iterator[Sentence]:
    known = {one.article for one in before.withdrawals}
    for one in ground.found.withdrawals:
        if one.article not in known and one.article in ground.articles:
            name = ground.words.named(ground.articles[one.article].name)
            why = ground.words.named(said(one.why, ground.words.language).words)
            shown = ground.words.say("report.sentence.withdrawn", article=name, why=why)
            yield from ground.sentence(shown, [one.article], quotes=[name])


def _tolls(ground: Ground, before: Crosscheck) -> Iterator[Sentence]:
    old = [step for series in before.series for step in series.steps]
    by_figure: dict[str, list[Step]] = {}
    for step in old:
        for figure in step.figures:
            by_figure.setdefault(figure, []).append(step)
    kinds = list(Kind)
    found: list[tuple[int, int, list[Sentence]]] = []
    for series in ground.found.series:
        for at, step in enumerate(series.steps):
            earlier = [
                one for figure in step.figures for one in by_figure.get(figure, ()) if _value(one) == _value(step)
            ]
            if not earlier:
                found.append((_ORDER.index(step.step), kinds.index(series.kind), _came(ground, series, at)))
            elif all(
                set(one.origins) != set(step.origins) and len(one.origins) != len(step.origins) for one in earlier
            ):
                found.append((len(_ORDER), kinds.index(series.kind), _support(ground, series, earlier[0], step)))
    for _, _, told in sorted(found, key=lambda item: item[:2]):
        yield from told


def _came(ground: Ground, series: Series, at: int) -> list[Sentence]:
    words, step = ground.words, series.steps[at]
    value, quotes = step_value(ground, step, series.unit)
    past = series.steps[at - 1] if at else None
    was = words.value(past.low, past.high, past.qualifier, series.unit) if past else ""
    turned = past is not None and was and step.step is not StepKind.SAME
    move = words.say(
        f"report.move.{step.step.value}{'_from' if turned and step.step is not StepKind.FIRST else ''}", was=was
    )
    shown = words.say(
        "report.sentence.moved",
        what=head_of(ground, series, step),
        move=move,
        value=value,
        told=ground.words.listed(told_of(ground, series, step)),
    )
    # what it was before is told by the records of the step before
    records = (*step.figures, *(past.figures if past is not None and turned else ()))
    return ground.sentence(shown, records, quotes=[*names_of(ground, series, step), *quotes])


def _support(ground: Ground, series: Series, before: Step, now: Step) -> list[Sentence]:
    words = ground.words
    value, quotes = step_value(ground, now, series.unit)
    shown = words.say(
        "report.sentence.support", what=head_of(ground, series, now), value=value,
        before=words.count("report.origins", len(before.origins)), now=words.count("report.origins", len(now.origins)),
    )  # fmt: skip
    return ground.sentence(shown, now.figures, quotes=[*names_of(ground, series, now), *quotes])


def _gone(ground: Ground, before: Crosscheck) -> Iterator[Sentence]:
    """Yield the steps of before whose figures no toll holds any more; their articles are the sources."""
    held = {(figure, _value(step)) for one in ground.found.series for step in one.steps for figure in step.figures}
    for series in before.series:
        for step in series.steps:
            if any((figure, _value(step)) in held for figure in step.figures):
                continue
            value = ground.words.value(step.low, step.high, step.qualifier, series.unit)
            head = head_of(ground, series, step)
            shown = ground.words.say(
                "report.sentence.gone", what=head, value=value, told=ground.words.listed(told_of(ground, series, step))
            )
            records = [id for id in step.figures if id in ground.names.records] or step.articles
            yield from ground.sentence(shown, records, quotes=names_of(ground, series, step))


def _disputes(ground: Ground, before: Crosscheck) -> Iterator[Sentence]:
    known = {one.id: one for one in before.disputes}
    for one in ground.found.disputes:
        old = known.pop(one.id, None)
        if old is None:
            yield from _dispute(ground, one, "new")
        elif {position.speaker for position in old.positions} != {position.speaker for position in one.positions}:
            yield from _dispute(ground, one, "joined")
    for one in known.values():
        yield from _dispute(ground, one, "gone")


def _dispute(ground: Ground, one: Dispute, move: str) -> list[Sentence]:
    records = [id for position in one.positions for id in (*position.statements, *position.figures)]
    words = ground.words
    about, held = asked(ground, one)
    speakers = [words.named(position.speaker) for position in in_order(ground, one) if position.speaker]
    kind = words.catalogue.term("dispute", one.kind)
    question = words.listed([kind, about, ", ".join(dict.fromkeys(speakers))])
    shown = words.say(f"report.sentence.dispute_{move}", question=question)
    return ground.sentence(shown, records, quotes=[*held, *speakers])


def _dated(ground: Ground, before: Crosscheck) -> Iterator[Sentence]:
    """Yield the articles that were there before and lie on other days now."""
    known = {one.article: (one.published, one.earliest, one.latest) for one in before.datings}
    for id, one in ground.datings.items():
        if id in known and known[id] != (one.published, one.earliest, one.latest):
            name = ground.words.named(ground.articles[id].name)
            shown = ground.words.say("report.sentence.dated", article=name, day=published(ground, one))
            yield from ground.sentence(shown, [id], quotes=[name])


def _value(step: Step) -> tuple[object, ...]:
    return (step.low, step.high, step.qualifier)
