"""A time that a text names, before and after it is laid on the calendar."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Days that something covers: ISO days, months or years, None where open or not known.

    `why_open` says why a side is None although the text names a time (no reference day, say).
    """

    since: str | None = None
    until: str | None = None
    why_open: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A time expression in a text, not yet on the calendar.

    `start` marks an expression that opens a window which goes on until the reference day (`depuis mardi`); `end` one
    that closes a window (`jusqu'à vendredi`, `d'ici à dimanche`). `rule` is the rule or lexicon entry that read it, and
    `form` with `value` is what the resolver needs.
    """

    span: Span
    rule: str
    form: str
    value: tuple[str, ...] = ()
    starts: bool = False
    ends: bool = False
    since_event: bool = False
