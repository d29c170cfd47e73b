"""An article that its agency took back: its records stay, and what rests on it says so."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """Why an article no longer stands, and the ids of the findings that rest on it: series, agreements, disputes."""

    article: str
    why: str
    rests_on_it: tuple[str, ...] = ()
