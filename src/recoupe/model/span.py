"""Where words stand in a text, and which rules read them there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch `[start, end)` of a text, in Unicode code points.

    >>> Span(0, 3).of("Dix morts")
    'Dix'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start} to {self.end}")

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why one field has its value: the words, and the rule or lexicon entry that read them.

    `field` is the codebook's name of the field; `rule` is the dotted name of a rule (`figures.kind.passive_verb`) or of a
    lexicon entry (`kinds:killed.die`); `span` is where the words stand in the article, or None where the value comes from
    no words of its own (a default).
    """

    field: str
    rule: str
    span: Span | None = None

    def shifted(self, by: int) -> Evidence:
        return Evidence(self.field, self.rule, self.span.shifted(by) if self.span else None)
