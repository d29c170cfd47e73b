"""Who speaks, as far as an article settles it: the name in full, and what a pronoun can know of it."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.extract.statements.cast import Cast, Known


@dataclass(frozen=True, slots=True)
class Voice:
    """Who spoke last: the name in full, and what a pronoun can know of it."""

    name: str | None
    gender: str | None
    plural: bool
    at: int
    person: bool


def voice_of(known: Known, at: int, cast: Cast) -> Voice:
    return Voice(cast.full_name(known.name), known.gender, known.plural, at, known.person)
