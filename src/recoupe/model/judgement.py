"""What people judged, and what the program suggests that they judge: which names mean the same."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NameOf(StrEnum):
    PLACE = "place"
    SOURCE = "source"
    PARTY = "party"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Somebody's word that two names of one crisis mean the same, or do not; `at` is when, ISO with seconds."""

    of: NameOf
    one: str
    other: str
    same: bool
    by: str
    at: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Two names that the program takes for one, with a score from 0 to 1 and the reason; never a person's judgement."""

    of: NameOf
    one: str
    other: str
    score: float
    why: str
