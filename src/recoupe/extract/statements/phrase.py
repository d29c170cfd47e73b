"""A noun phrase that may name a speaker, as the words of a row give it."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.model.span import Span


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its words `first` to `last`, its head noun, and the proper name in it.

    `text` is what names it (the proper name where there is one); `role` as in LocalStatement; `title` the function
    beside a name; `end` the last word that belongs to it, with an apposition.
    """

    first: int
    last: int
    end: int
    head: str
    text: str
    span: Span
    role: str
    gender: str | None
    plural: bool
    title: str | None = None
    acronym: str | None = None
    owner: str | None = None
    rule: str | None = None
