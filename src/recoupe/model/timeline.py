"""What happened, day by day, as told (an event may be told by several articles, and is one)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recoupe.model.event import DatePrecision, EventModality, EventType


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One event with all its tellings: `tellings` are ids of events, `articles` those that tell it, `origins` the
    independent origins among them; the fields are those that the tellings agree on, None where they do not."""

    id: str
    type: EventType
    mode: str | None
    actor: str | None
    target: str | None
    place: str | None
    date: str | None
    date_precision: DatePrecision | None
    modality: EventModality
    tellings: tuple[str, ...]
    articles: tuple[str, ...]
    origins: tuple[str, ...]
    why: tuple[str, ...]


class EntryOf(StrEnum):
    EVENT = "event"
    FIGURE = "figure"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the timeline. `day` is that of what is told (an ISO day, month or year), `until` the last one where
    it spans some, `reported` the days of the articles; `records` are ids, `disputes` those of disputes about it."""

    day: str
    until: str | None
    of: EntryOf
    says: str
    modality: str
    records: tuple[str, ...]
    articles: tuple[str, ...]
    sources: tuple[str, ...]
    origins: tuple[str, ...]
    reported: tuple[str, ...]
    disputes: tuple[str, ...]
