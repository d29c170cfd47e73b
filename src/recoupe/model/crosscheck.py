"""All that comes of laying the accounts of one crisis over each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from recoupe.model.dating import Dating
from recoupe.model.dispute import Dispute
from recoupe.model.judgement import Suggestion
from recoupe.model.origin import Origin
from recoupe.model.passage import Lineage, Passage
from recoupe.model.series import Agreement, Series
from recoupe.model.timeline import Entry, Happening
from recoupe.model.withdrawal import Withdrawal


@dataclass(frozen=True, slots=True, kw_only=True)
class Crosscheck:
    """What the cross-check of a dossier found. The same dossier gives the same, in whatever order its articles came."""

    crisis: str
    passages: tuple[Passage, ...] = ()
    lineages: tuple[Lineage, ...] = ()
    datings: tuple[Dating, ...] = ()
    origins: tuple[Origin, ...] = ()
    series: tuple[Series, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    happenings: tuple[Happening, ...] = ()
    timeline: tuple[Entry, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()

    def arranged(self) -> Crosscheck:
        """Return the same findings, each part in the order of what it says, whatever order they were found in."""
        parts: dict[str, Any] = {part: tuple(sorted(getattr(self, part), key=by)) for part, by in _ORDER.items()}
        return replace(self, **parts)


def key_of(part: str, finding: Any) -> str:
    """Return what stays of a finding while what it says of it changes: the toll of a series, the record of an origin."""
    return _KEY[part](finding)


def _passage(passage: Passage) -> tuple[Any, ...]:
    return (passage.article_a, passage.article_b, passage.span_a, passage.span_b)


def _joined(*parts: object) -> str:
    return "|".join(str(part) for part in parts)


_ORDER: Mapping[str, Callable[[Any], tuple[Any, ...]]] = {
    "passages": _passage,
    "lineages": lambda one: (one.articles, one.id),
    "datings": lambda one: (one.article,),
    "origins": lambda one: (one.record, one.origin),
    "series": lambda one: (one.kind, one.counted, one.place or "", one.since or "", one.source or "", one.id),
    "agreements": lambda one: (one.a, one.b),
    "disputes": lambda one: (one.kind, one.question, one.id),
    "happenings": lambda one: (one.date or "", one.type, one.id),
    "timeline": lambda one: (one.day, one.until or "", one.of, one.records, one.says),
    "suggestions": lambda one: (one.of, one.one, one.other),
    "withdrawals": lambda one: (one.article,),
}
PARTS: Mapping[str, type[Any]] = {
    "passages": Passage,
    "lineages": Lineage,
    "datings": Dating,
    "origins": Origin,
    "series": Series,
    "agreements": Agreement,
    "disputes": Dispute,
    "happenings": Happening,
    "timeline": Entry,
    "suggestions": Suggestion,
    "withdrawals": Withdrawal,
}
"""The parts of a cross-check and what each holds."""
_KEY: Mapping[str, Callable[[Any], str]] = {
    "passages": lambda one: _joined(*_passage(one)),
    "lineages": lambda one: one.articles[0],
    "datings": lambda one: one.article,
    "origins": lambda one: _joined(one.record, one.origin),
    "series": lambda one: one.id,
    "agreements": lambda one: _joined(one.a, one.b),
    "disputes": lambda one: one.id,
    "happenings": lambda one: one.tellings[0],
    "timeline": lambda one: _joined(one.of, *one.records),
    "suggestions": lambda one: _joined(one.of, one.one, one.other),
    "withdrawals": lambda one: one.article,
}
