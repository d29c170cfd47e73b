"""How a toll moves, and which figures agree (see the codebook)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recoupe.model.figure import Counted, Kind, Number, Qualifier


class StepKind(StrEnum):
    FIRST = "first"
    SAME = "same"
    RAISED = "raised"
    LOWERED = "lowered"
    WIDENED = "widened"


class Width(StrEnum):
    """How the related series counts: over more or fewer people, or a wider or narrower place."""

    WIDER = "wider"
    NARROWER = "narrower"


class Note(StrEnum):
    """What the words say of a step beside its value: it is told only as the number before another one (`de 14 à 23`), or in
    place of a number that its own source takes back."""

    RECALLED = "recalled"
    INSTEAD = "instead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A value of a series on a day. `articles` and `figures` are the ids of those that tell it, `origins` of the
    independent origins behind it, never more than the articles; `counted` and `place` are those of its figures, and
    `change` says in words what differs from the step before beside the value (None: nothing), `notes` what of it others
    go by."""

    until: str | None
    low: Number | None
    high: Number | None
    qualifier: Qualifier
    step: StepKind
    counted: Counted
    place: str | None
    articles: tuple[str, ...]
    origins: tuple[str, ...]
    figures: tuple[str, ...]
    change: str | None = None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another series that counts more widely or more narrowly, and in what (`habitants hold civils`)."""

    series: str
    width: Width
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A running toll, or (`running` False) the toll of one day or another span that is over. `since` is None where the
    articles do not say it, and for how things stand from day to day (missing, besieged ...).

    `parts` are the ids of figures that are a part of a step's figure (`dont 62 enfants`, `trois de plus`); `beside` those
    of figures without a source, or without a start, that go on with it and are shown beside it, not in it.
    """

    id: str
    kind: Kind
    counted: Counted
    unit: str
    place: str | None
    since: str | None
    source: str | None
    running: bool
    steps: tuple[Step, ...]
    parts: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()


class Verdict(StrEnum):
    COMPATIBLE = "compatible"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Two figures that speak of the same thing (`a` the lesser id), and whether they can both be true; `reasons` are
    the sentences that say why."""

    a: str
    b: str
    verdict: Verdict
    reasons: tuple[str, ...]
