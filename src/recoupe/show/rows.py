"""Records in, the rows of an export out: exactly the codebook's fields, `article` by its file's name, with both ids."""

from __future__ import annotations

from typing import Any

from recoupe.model.figure import Figure
from recoupe.model.statement import Statement
from recoupe.store.ids import figure_content, figure_id, statement_content, statement_id

FIGURE_FIELDS = (
    "article", "start", "end", "text", "unit", "low", "high", "qualifier", "kind", "counted", "side", "by", "place",
    "place_id", "place_text", "since", "until", "source", "modality", "part_of", "id", "article_id",
)  # fmt: skip
STATEMENT_FIELDS = (
    "article", "start", "end", "text", "speaker", "speaker_id", "form", "cue", "cue_start", "cue_end", "act", "via",
    "said_on", "id", "article_id",
)  # fmt: skip


def figure_row(article_name: str, article_id: str, figure: Figure) -> dict[str, Any]:
    """Return the export row of one figure; its keys are FIGURE_FIELDS in that order, unknown values None."""
    return {
        "article": article_name,
        **figure_content(figure),
        "id": figure_id(figure),
        "article_id": article_id,
    }


def statement_row(article_name: str, article_id: str, statement: Statement) -> dict[str, Any]:
    """Return the export row of one statement; its keys are STATEMENT_FIELDS in that order, unknown values None."""
    return {
        "article": article_name,
        **statement_content(statement),
        "id": statement_id(statement),
        "article_id": article_id,
    }
