"""One thing that an article tells of as happening or due (see the codebook): PLOVER's types and modes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recoupe.model.span import Evidence, Span


class EventType(StrEnum):
    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class EventModality(StrEnum):
    """Whether it happened: told as done or under way, on hearsay, announced, wished or conditional, said not to be."""

    REPORTED = "reported"
    ALLEGED = "alleged"
    ANNOUNCED = "announced"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class DatePrecision(StrEnum):
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    SPAN = "span"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event of the codebook; `span` and `text` are the words that tell it.

    `mode` is PLOVER's mode of the type where one fits (`heavy-weapons`). `date` is an ISO day, month or year, for a
    `span` of days two of them with a slash between; None where the text does not date it.
    """

    article: str
    span: Span
    text: str
    type: EventType
    mode: str | None = None
    actor: str | None = None
    target: str | None = None
    place: str | None = None
    place_id: str | None = None
    date: str | None = None
    date_precision: DatePrecision | None = None
    modality: EventModality = EventModality.REPORTED
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError("an event needs its evidence")
        if len(self.text) != self.span.end - self.span.start:
            raise ValueError("the words and the span of an event differ")
        if (self.date is None) != (self.date_precision is None):
            raise ValueError("a date has a precision, and no precision stands without a date")
