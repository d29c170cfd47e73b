"""What came of one case."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """`shown`, `partly` and `missed` of what must come; `quiet` and `fired` of what must not; `unasked` where nothing
    of the sort was read, so that the cross-check had nothing to work on."""

    SHOWN = "shown"
    PARTLY = "partly"
    MISSED = "missed"
    QUIET = "quiet"
    FIRED = "fired wrongly"
    UNASKED = "unasked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One case: `asked` is the table of the notation that it stands in, `sort` what a fact table says it is."""

    case: str
    asked: str
    outcome: Outcome
    detail: str = ""
    sort: str = ""

    @property
    def right(self) -> bool:
        return self.outcome in (Outcome.SHOWN, Outcome.QUIET)


Verdict = tuple[Outcome, str]


def shown(lacking: list[str], *, found: bool) -> Verdict:
    """Return that a case is shown, or partly, or missed, by what it lacks and whether anything was found."""
    if not found:
        return Outcome.MISSED, "; ".join(lacking)
    return (Outcome.PARTLY, "; ".join(lacking)) if lacking else (Outcome.SHOWN, "")


def quiet(fired: list[str]) -> Verdict:
    """Return that a case which must not come stayed away, or what came all the same."""
    return (Outcome.FIRED, "; ".join(fired)) if fired else (Outcome.QUIET, "")
