"""What is to be judged: records in the order in which a person should look at them, and how far the judging is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from recoupe.model.review import RecordOf


class Why(StrEnum):
    """Why a record comes early, the gravest first: it is part of a dispute, it conflicts with another figure, it lowers a
    toll, its hedge leaves much open (a vague plural, or no lower limit)."""

    DISPUTE = "dispute"
    CONFLICT = "conflict"
    LOWERED = "lowered"
    HEDGE = "hedge"


class State(StrEnum):
    """Which records a queue holds: those nobody judged; those that several people judged differently; those that one
    person judged and another has yet to; all that were judged; those whose article is read otherwise by now; all."""

    OPEN = "open"
    DIFFER = "differ"
    SECOND = "second"
    JUDGED = "judged"
    GONE = "gone"
    ALL = "all"


Key = tuple[int, int, int, int, int, str]
"""Where a record comes in a queue: the told differently first, then by article and place in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """One record of a queue, and why it comes early; `key` is its place."""

    record: str
    of: RecordOf
    why: tuple[Why, ...]
    key: Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the judging of a crisis is: records and judged ones by type; `agree`, `differ` and `one` count the judged by
    what their readers say, `gone` those whose article is read otherwise by now, and `added` those that people added."""

    records: Mapping[RecordOf, int]
    judged: Mapping[RecordOf, int]
    agree: int
    differ: int
    one: int
    gone: int
    added: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """One record of a queue as it is listed: its words (the first thousand signs) and where they stand, why it comes early,
    and what stands of it.

    `verdict` is None where nobody's word stands; `number` is that of the last row on it, on which the next one rests.
    `current` says whether the latest reading of its article has it.
    """

    record: str
    of: str
    article: str
    article_id: str
    start: int
    words: str
    why: tuple[str, ...]
    verdict: str | None
    readers: str
    by: tuple[str, ...]
    at: str | None
    reason: str | None
    changed: Mapping[str, Any]
    number: int | None
    current: bool
