"""Cases about figures: series and their steps, what is kept out of them, and which figures agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tests.crosscheck.judging.row import Verdict, quiet, shown
from tests.crosscheck.judging.view import CaseBroken, Value, View, named, value_of, value_said

from recoupe.model.figure import Figure, Modality
from recoupe.model.series import Series, Step

Case = Mapping[str, Any]
STEP = re.compile(
    r"(?P<value>\S+)(?: (?P<step>[a-z]+(?:\|[a-z]+)*))??(?: (?P<day>\d{4}(?:-\d\d){0,2}|undated))?"
    r"(?: in (?P<articles>\S+(?: (?!origins )\S+)*?))?(?: origins (?P<origins>\d+))?"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A step that a case asks for: `71 raised 2018-03-07 in bria-04 bria-06 origins 1`, all but the value optional."""

    value: Value
    steps: tuple[str, ...]
    day: str | None
    articles: tuple[str, ...]
    origins: int | None

    @classmethod
    def of(cls, words: str) -> Asked:
        hit = STEP.fullmatch(words)
        if not hit:
            raise CaseBroken(f"{words!r} is no step")
        return cls(
            value_of(hit["value"]),
            tuple((hit["step"] or "").split("|")) if hit["step"] else (),
            hit["day"],
            tuple((hit["articles"] or "").split()),
            int(hit["origins"]) if hit["origins"] else None,
        )

    def lacks(self, view: View, step: Step) -> list[str]:
        """Return what a step of this value has otherwise than asked."""
        lacking = []
        if self.steps and step.step not in self.steps:
            lacking.append(f"is {step.step}, not {'|'.join(self.steps)}")
        if self.day and (
            step.until is not None if self.day == "undated" else not (step.until or "").startswith(self.day)
        ):
            lacking.append(f"is of {step.until}, not {self.day}")
        missing = {view.article(one) for one in self.articles} - view.articles_of(step.articles)
        if missing:
            lacking.append(f"lacks {', '.join(sorted(missing))}")
        if self.origins is not None and len(step.origins) != self.origins:
            lacking.append(f"has {len(step.origins)} origins, not {self.origins}")
        return lacking


def series(view: View, case: Case) -> Verdict:
    """`[[series]]`: one series holds all `steps` in this order, those `beside` it and its `parts`.

    `kind`, `counted`, `place`, `source`, `since` and `running` say which series it may be.
    """
    asked = [Asked.of(words) for words in case.get("steps", ())]
    best: tuple[int, list[str], bool] | None = None
    for one in _chosen(view, case):
        lacking, found = _lacks(view, case, one, asked)
        rank = 2 * found - len(lacking)
        if found and (best is None or rank > best[0]):
            best = (rank, lacking, True)
    if best is None:
        return shown(["no such series"], found=False)
    return shown(best[1], found=True)


def _lacks(view: View, case: Case, one: Series, asked: list[Asked]) -> tuple[list[str], int]:
    """Return what a series lacks of a case, and how many of the steps, parts and neighbours it has at all."""
    lacking: list[str] = []
    found, last = 0, -1
    for step in asked:
        said = value_said(*step.value)
        at = [place for place, other in enumerate(one.steps) if (other.low, other.high) == step.value]
        if not at:
            lacking.append(f"no step {said}")
            continue
        found += 1
        place = min(at, key=lambda place: (len(step.lacks(view, one.steps[place])), place <= last, place))
        lacking += [f"{said} {what}" for what in step.lacks(view, one.steps[place])]
        if place <= last:
            lacking.append(f"{said} stands before the step that it follows")
        last = max(last, place)
    for name, kept in (("beside", one.beside), ("parts", one.parts)):
        values = _values(view, kept)
        for words in case.get(name, ()):
            if value_of(words) in values:
                found += 1
            else:
                lacking.append(f"{words} is not {'beside it' if name == 'beside' else 'a part of it'}")
    return lacking, found


def no_series_step(view: View, case: Case) -> Verdict:
    """`[[no_series_step]]`: no series that fits holds a step with this `value`, or with the figure `of`, nor (`step`)
    one of this type."""
    value = value_of(case["value"]) if "value" in case else None
    figures = set(view.records_at(case["of"], Figure)) if "of" in case else None
    steps = case.get("step", "").split("|") if "step" in case else None
    if value is None and figures is None and steps is None:
        raise CaseBroken("a step that must not come needs a value, a figure or a type")
    fired = [
        f"{one.kind} {one.counted} {one.place} ({one.source}): {value_said(step.low, step.high)} {step.step} {step.until}"
        for one in _chosen(view, case)
        for step in one.steps
        if (value is None or (step.low, step.high) == value)
        and (figures is None or figures & set(step.figures))
        and (steps is None or step.step in steps)
    ]
    return quiet(fired)


def not_one_series(view: View, case: Case) -> Verdict:
    """`[[not_one_series]]`: no series holds figures `of` all these places in the articles."""
    groups = [set(view.records_at(reference, Figure)) for reference in case["of"]]
    fired = [
        f"{one.kind} {one.counted} {one.place} ({one.source}) holds them all"
        for one in view.check.series
        if all(group & _figures(one) for group in groups)
    ]
    return quiet(fired)


def kept_out(view: View, case: Case) -> Verdict:
    """`[[kept_out]]`: the ledger has the figure `of` this place with one of these modalities (`as`), and in no series;
    hearsay may stand in one of its own, marked as such."""
    figures = {key: one for key, one in view.records_at(case["of"], Figure).items() if isinstance(one, Figure)}
    if "value" in case:
        figures = {key: one for key, one in figures.items() if (one.low, one.high) == value_of(case["value"])}
    if not figures:
        return shown(["no such figure"], found=False)
    wanted = _listed(case.get("as", ["planned", "called_for"]))
    fitting = {key for key, one in figures.items() if one.modality in wanted}
    if not fitting:
        return shown([f"is {', '.join(sorted({one.modality for one in figures.values()}))}"], found=False)
    barred = {key for key in fitting if figures[key].modality is not Modality.ALLEGED}
    within = [f"stands in the series {one.kind} {one.place}" for one in view.check.series if barred & _figures(one)]
    return shown(within, found=True)


def agreement(view: View, case: Case) -> Verdict:
    """`[[agreement]]`: the figures `of` two places, or copies of them, are laid beside each other with this `verdict`."""
    found = _agreements(view, case)
    if not found:
        return shown(["the two are not compared"], found=False)
    return shown([] if case["verdict"] in found else [f"is {', '.join(sorted(found))}"], found=True)


def no_agreement(view: View, case: Case) -> Verdict:
    """`[[no_agreement]]`: the figures `of` two places are not compared, or not with this `verdict`."""
    found = _agreements(view, case)
    return quiet(sorted(found & {case["verdict"]} if "verdict" in case else found))


def related(view: View, case: Case) -> Verdict:
    """`[[related]]`: the series that hold the figures `of` two places are one, or one names the other as wider or
    narrower."""
    return shown([] if _are_related(view, case) else ["no tie between the two"], found=_are_related(view, case))


def unrelated(view: View, case: Case) -> Verdict:
    """`[[unrelated]]`: the series that hold the figures `of` two places are neither one nor tied to each other."""
    return quiet(["the two are tied"] if _are_related(view, case) else [])


def _are_related(view: View, case: Case) -> bool:
    one, other = (_with_figures(view, reference) for reference in case["of"])
    return any(
        a.id == b.id or any(tie.series == b.id for tie in a.related) or any(tie.series == a.id for tie in b.related)
        for a in one
        for b in other
    )


def _with_figures(view: View, reference: str) -> list[Series]:
    figures = set(view.records_at(reference, Figure))
    return [one for one in view.check.series if figures & {key for step in one.steps for key in step.figures}]


def _agreements(view: View, case: Case) -> set[str]:
    one, other = (_tellings(view, reference) for reference in case["of"])
    return {
        str(pair.verdict)
        for pair in view.check.agreements
        if (pair.a in one and pair.b in other) or (pair.a in other and pair.b in one)
    }


def _tellings(view: View, reference: str) -> set[str]:
    """Return the figures at a place, and those that say the very same anywhere: of copies only one need be compared."""
    meant = {_says(one) for one in view.records_at(reference, Figure).values() if isinstance(one, Figure)}
    return {key for key, one in view.records.items() if isinstance(one, Figure) and _says(one) in meant}


def _says(one: Figure) -> tuple[object, ...]:
    return (one.kind, one.counted, one.low, one.high, one.place, one.since, one.source, one.modality)


def _chosen(view: View, case: Case) -> Iterable[Series]:
    """Yield the series that fit what a case says of them."""
    for one in view.check.series:
        counted = {one.counted, *(step.counted for step in one.steps)}
        places = {one.place, *(step.place for step in one.steps)}
        if (
            ("kind" not in case or one.kind in _listed(case["kind"]))
            and ("counted" not in case or counted & set(_listed(case["counted"])))
            and ("place" not in case or any(named(case["place"], place) for place in places))
            and ("source" not in case or named(case["source"], one.source))
            and ("since" not in case or (one.since or "").startswith(case["since"]))
            and ("running" not in case or one.running is case["running"])
        ):
            yield one


def _figures(one: Series) -> set[str]:
    return {key for step in one.steps for key in step.figures} | set(one.beside)


def _values(view: View, ids: tuple[str, ...]) -> set[Value]:
    found = (view.records[key] for key in ids if key in view.records)
    return {(one.low, one.high) for one in found if isinstance(one, Figure)}


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value
