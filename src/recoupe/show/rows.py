"""Records in, the rows of an export out: exactly the codebook's fields, `article` by its file's name, with both ids."""

from __future__ import annotations

from typing import Any

from recoupe.model.digest import Digest
from recoupe.model.event import Event
from recoupe.model.figure import Figure
from recoupe.model.review import RecordOf
from recoupe.model.span import Evidence
from recoupe.model.statement import Statement
from recoupe.store.ids import event_content, event_id, figure_content, figure_id, statement_content, statement_id
from recoupe.store.rows import EventRow, EvidenceRow, FigureRow, Read, StatementRow, hedged_words

FIGURE_FIELDS = (
    "article", "start", "end", "text", "unit", "low", "high", "qualifier", "kind", "counted", "side", "by", "place",
    "place_id", "place_text", "since", "until", "source", "modality", "part_of", "id", "article_id",
)  # fmt: skip
STATEMENT_FIELDS = (
    "article", "start", "end", "text", "speaker", "speaker_id", "form", "cue", "cue_start", "cue_end", "act", "via",
    "said_on", "id", "article_id",
)  # fmt: skip
EVENT_FIELDS = (
    "article", "start", "end", "text", "type", "mode", "actor", "target", "place", "place_id", "date",
    "date_precision", "modality", "id", "article_id",
)  # fmt: skip
FIELDS_OF = {RecordOf.FIGURE: FIGURE_FIELDS, RecordOf.STATEMENT: STATEMENT_FIELDS, RecordOf.EVENT: EVENT_FIELDS}
"""The fields that an export has of each type of record."""


def figure_row(article_name: str, article_id: str, figure: Figure) -> dict[str, Any]:
    """Return the export row of one figure; its keys are FIGURE_FIELDS in that order, unknown values None."""
    return {
        "article": article_name,
        **figure_content(figure),
        "id": figure_id(article_id, figure),
        "article_id": article_id,
    }


def statement_row(article_name: str, article_id: str, statement: Statement) -> dict[str, Any]:
    """Return the export row of one statement; its keys are STATEMENT_FIELDS in that order, unknown values None."""
    return {
        "article": article_name,
        **statement_content(statement),
        "id": statement_id(article_id, statement),
        "article_id": article_id,
    }


def event_row(article_name: str, article_id: str, event: Event) -> dict[str, Any]:
    """Return the export row of one event; its keys are EVENT_FIELDS in that order, unknown values None."""
    return {
        "article": article_name,
        **event_content(event),
        "id": event_id(article_id, event),
        "article_id": article_id,
    }


def read_of(digest: Digest) -> Read:
    """Return a digest as the ledger would give it back, without a ledger."""
    article, text = digest.article, digest.article.text
    evidence = {figure_id(article.id, figure): figure.evidence for figure in digest.figures}
    evidence |= {statement_id(article.id, statement): statement.evidence for statement in digest.statements}
    evidence |= {event_id(article.id, event): event.evidence for event in digest.events}
    figures = []
    for figure in digest.figures:
        hedges = [item.span.start for item in figure.evidence if item.field == "qualifier" and item.span]
        words = hedged_words(text, figure.span.start, figure.span.end, min(hedges, default=None))
        row = figure_row(article.name, article.id, figure)
        figures.append(FigureRow(**row, words=words, published=article.published))
    statements = [
        StatementRow(**statement_row(article.name, article.id, statement), published=article.published)
        for statement in digest.statements
    ]
    events = [
        EventRow(**event_row(article.name, article.id, event), published=article.published) for event in digest.events
    ]
    return Read(
        article=article,
        made_by=digest.made_by,
        figures=tuple(figures),
        statements=tuple(statements),
        events=tuple(events),
        evidence={key: tuple(_evidence(item, text) for item in items) for key, items in evidence.items()},
    )


def _evidence(item: Evidence, text: str) -> EvidenceRow:
    if item.span is None:
        return EvidenceRow(field=item.field, rule=item.rule, start=None, end=None, words=None)
    return EvidenceRow(
        field=item.field, rule=item.rule, start=item.span.start, end=item.span.end, words=item.span.of(text)
    )
