"""A time that a text names, before and after it is laid on the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recoupe.model.article import BlockKind
from recoupe.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Days that something covers: ISO days, months or years, None where open or not known.

    `why_open` says why a side is None although the text names a time (no reference day, say).
    """

    since: str | None = None
    until: str | None = None
    why_open: str | None = None


class Lean(StrEnum):
    """Which of the days that fit the words they mean, so far as the words themselves tell."""

    NONE = ""
    PAST = "past"  # depuis mardi
    COMING = "coming"  # d'ici à mardi
    RATHER_COMING = "rather_coming"  # jusqu'à mardi, unless the clause is told in the past


class Told(StrEnum):
    """How the clause of a moment tells of what the moment dates."""

    OPEN = ""  # not known: a headline, `la réunion de vendredi`, `le tribunal siège vendredi`
    PAST = "past"  # a rouvert mardi, l'offensive lancée le 15 novembre
    COMING = "coming"  # rouvrira mardi, une réunion prévue le 27 décembre, doivent voter vendredi
    WAS_COMING = "was_coming"  # devait rouvrir mardi: it may lie behind or ahead


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A time expression in a text, not yet on the calendar.

    `starts` marks an expression that opens a window which goes on until the reference day (`depuis mardi`); `opens`
    one that opens a window without saying how long it lasts (`à partir de mardi`); `ends` one that closes a window
    (`jusqu'à vendredi`, `d'ici à dimanche`, `au 19 novembre`). `since_event` says that the window starts with
    something that happened (`depuis le début du siège`): its day is that of the form where the words date it, else the
    form is `event`. `rule` names the lexicon entries that read it, joined by `+`; `form`, `value` and `parts` are what
    the resolver needs. `told` is how its clause tells, `of_blow` that it dates what struck, `block` the kind of its
    paragraph.
    """

    span: Span
    rule: str
    form: str
    value: tuple[str, ...] = ()
    parts: tuple[Moment, ...] = ()
    lean: Lean = Lean.NONE
    starts: bool = False
    opens: bool = False
    ends: bool = False
    since_event: bool = False
    told: Told = Told.OPEN
    of_blow: bool = False
    block: BlockKind = BlockKind.BODY
