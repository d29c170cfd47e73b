"""One act of speech that a text reports, with whoever is answerable for it (see the codebook)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recoupe.model.span import Evidence, Span


class Form(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    ACCUSE = "accuse"
    DENY = "deny"
    REJECT = "reject"
    DEMAND = "demand"
    PROMISE = "promise"
    THREATEN = "threaten"
    PRAISE = "praise"
    SAY = "say"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A statement of the codebook; `span` is the reported content and `text` its exact words.

    `cue` are the words that mark it, None where a quote goes on without one. `said_on` is an ISO day. `speaker_id` says
    who is meant where the speaker is named by a capital or a palace.
    """

    article: str
    span: Span
    text: str
    speaker: str | None
    speaker_id: str | None = None
    form: Form
    cue: str | None = None
    cue_span: Span | None = None
    act: Act
    via: str | None = None
    said_on: str | None = None
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError("a statement needs its evidence")
        if len(self.text) != self.span.end - self.span.start:
            raise ValueError("the words and the span of a statement differ")
