"""What the frames hand over: a content, its cue and its speaker, still in words of the row."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.extract.statements.phrase import Phrase
from recoupe.lexicon import Entry
from recoupe.model.span import Span
from recoupe.model.statement import Form


@dataclass(frozen=True, slots=True)
class Found:
    """One statement as a frame found it. `at` is the place of its cue (or of its first word), `frame` the rule's name.

    `continues`: nobody is named, the speaker is the one of the statement before. `opens`: the content is the list below.
    """

    span: Span
    form: Form
    at: int
    cue: Span | None
    entry: Entry | None
    speaker: Phrase | None
    frame: str
    means: str = "say"
    via: str | None = None
    continues: bool = False
    opens: bool = False
