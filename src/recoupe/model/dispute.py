"""One question that two or more speakers answer differently (see the codebook)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DisputeKind(StrEnum):
    ACCUSED_AND_DENIED = "accused_and_denied"
    ACCUSED_EACH_OTHER = "accused_each_other"
    TWO_ACCOUNTS = "two_accounts"
    HOW_MANY = "how_many"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What one speaker answers: the ids of the statements or figures that say it, and of the origins behind them."""

    speaker: str | None
    says: str
    statements: tuple[str, ...]
    figures: tuple[str, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A dispute says only what was said; nothing in it decides who is right."""

    id: str
    kind: DisputeKind
    question: str
    positions: tuple[Position, ...]
    why: tuple[str, ...]
