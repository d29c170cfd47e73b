"""The rows that the ledger gives back: frozen, plain values, unknown ones None."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from recoupe.model.article import Article
from recoupe.model.figure import Number

_HEDGE_REACH = 40
"""How many signs before its number a hedge may stand and still be shown with it."""
UNDATED = "published: not known, relative days stay blank"


def hedged_words(text: str, start: int, end: int, hedge: int | None) -> str:
    """Return the words of a number with the hedge before it, where one stands near; `hedge` is where it starts.

    >>> hedged_words("Ils sont plus de 465.", 17, 20, 9)
    'plus de 465'
    """
    near = hedge is not None and start - _HEDGE_REACH <= hedge < start
    return " ".join(text[hedge if near else start : end].split())


def remarks(published: str | None, language: str, notes: Iterable[str]) -> tuple[str, ...]:
    """Return what a reader should know of how an article was taken: its notes, and that it has no day, where it has none.

    >>> remarks(None, "fr", ["published: '2024-02-30' is no day"])
    ("published: '2024-02-30' is no day", 'published: not known, relative days stay blank')
    """
    undated = published is None and language.partition("-")[0] == "fr"
    return (*notes, *((UNDATED,) if undated else ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One figure as the latest reading of its article gives it. `article` is the file's name.

    `words` are those of the number with its hedge (`plus de 465`); `published` is the article's day. The
    other fields are the codebook's.
    """

    article: str
    start: int
    end: int
    text: str
    unit: str
    low: Number | None
    high: Number | None
    qualifier: str
    kind: str
    counted: str
    side: str | None
    by: str | None
    place: str | None
    place_id: str | None
    place_text: str | None
    since: str | None
    until: str | None
    source: str | None
    modality: str
    part_of: int | None
    id: str
    article_id: str
    words: str
    published: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    """One statement as its article's latest reading gives it. `article` is the file's name, `published` its day."""

    article: str
    start: int
    end: int
    text: str
    speaker: str | None
    speaker_id: str | None
    form: str
    cue: str | None
    cue_start: int | None
    cue_end: int | None
    act: str
    via: str | None
    said_on: str | None
    id: str
    article_id: str
    published: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One event as its article's latest reading gives it. `article` is the file's name, `published` its day."""

    article: str
    start: int
    end: int
    text: str
    type: str
    mode: str | None
    actor: str | None
    target: str | None
    place: str | None
    place_id: str | None
    date: str | None
    date_precision: str | None
    modality: str
    id: str
    article_id: str
    published: str | None


RecordRow = FigureRow | StatementRow | EventRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleHead:
    """What is known of an article beside its text; `name` is the file's, `published` the day as its reading has it."""

    id: str
    name: str
    title: str | None
    publisher: str | None
    agency: str | None
    url: str | None
    language: str
    published: str | None
    published_basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow(ArticleHead):
    """One article, with how many records its latest reading gave and the crises it was filed under.

    `notes` say what was odd about it: a day that is none, no day at all, another language, a changed encoding.
    """

    figures: int
    statements: int
    crises: str
    made_by: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisRow:
    """One crisis and how much of it there is; `since` and `until` are the days of its first and last dated article."""

    name: str
    articles: int
    figures: int
    statements: int
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SkippedRow:
    """One document, or part of one, that was set aside, and why."""

    name: str
    stage: str
    code: str
    reason: str
    crisis: str | None
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One stretch of an article that a search found; `marks` are the found words' offsets in `excerpt`."""

    article: str
    article_id: str
    published: str | None
    start: int
    end: int
    excerpt: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """Why one field of a record has its value: the rule, and the words with their offsets where it read any."""

    field: str
    rule: str
    start: int | None
    end: int | None
    words: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """One article as it was last read, with its records and their evidence by record id."""

    article: Article
    made_by: str
    figures: tuple[FigureRow, ...]
    statements: tuple[StatementRow, ...]
    events: tuple[EventRow, ...]
    evidence: dict[str, tuple[EvidenceRow, ...]]

    @property
    def records(self) -> tuple[RecordRow, ...]:
        """The figures, then the statements, then the events."""
        return (*self.figures, *self.statements, *self.events)
