"""The first schema: documents, articles, readings and their records, full text, and the triggers that keep them."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None

KEPT = (
    "run", "crisis", "document", "article", "article_crisis", "reading", "figure", "statement", "evidence", "place",
    "skipped",
)  # fmt: skip


class Quantity(sa.types.UserDefinedType[Any]):
    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        return "NUMERIC"


def text(name: str, *, required: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=not required)


def offset(name: str, *, required: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, nullable=not required)


def seq() -> sa.Column[Any]:
    return sa.Column("seq", sa.Integer, primary_key=True)


def of_run() -> sa.Column[Any]:
    return sa.Column("run", sa.Integer, sa.ForeignKey("run.seq"), nullable=False)


def of_reading() -> sa.Column[Any]:
    return sa.Column("reading", sa.Integer, sa.ForeignKey("reading.seq"), nullable=False)


def upgrade() -> None:
    _sources()
    _records()
    _full_text()
    for table in KEPT:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
            )


def _sources() -> None:
    now = sa.text("(strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))")
    op.create_table(
        "run",
        seq(),
        sa.Column("began", sa.Text, nullable=False, server_default=now),
        text("program", required=True),
    )
    op.create_table("crisis", sa.Column("name", sa.Text, primary_key=True), of_run())
    op.create_table(
        "document",
        sa.Column("id", sa.Text, primary_key=True),
        text("media", required=True),
        text("origin", required=True),
        sa.Column("data", sa.LargeBinary, nullable=False),
        of_run(),
    )
    op.create_table(
        "article",
        seq(),
        sa.Column("content", sa.Text, nullable=False, unique=True),
        sa.Column("id", sa.Text, nullable=False, index=True),
        *(text(name, required=True) for name in ("name", "text", "language")),
        *(text(name) for name in ("title", "publisher", "url", "agency", "published")),
        text("published_basis", required=True),
        *(text(name) for name in ("published_earliest", "published_latest", "encoding")),
        sa.Column("notes", sa.JSON, nullable=False),
        sa.Column("blocks", sa.JSON, nullable=False),
        of_run(),
    )
    op.create_table(
        "article_crisis",
        sa.Column("article_id", sa.Text, primary_key=True),
        sa.Column("crisis", sa.Text, sa.ForeignKey("crisis.name"), primary_key=True),
        of_run(),
    )
    op.create_table(
        "reading",
        seq(),
        sa.Column("article", sa.Integer, sa.ForeignKey("article.seq"), nullable=False, index=True),
        sa.Column("document", sa.Text, sa.ForeignKey("document.id"), nullable=False, index=True),
        text("name", required=True),
        sa.Column("given", sa.JSON, nullable=False),
        text("made_by", required=True),
        sa.Column("replaces", sa.Integer, sa.ForeignKey("reading.seq"), unique=True),
        of_run(),
    )


def _records() -> None:
    op.create_table(
        "figure",
        seq(),
        of_reading(),
        sa.Column("id", sa.Text, nullable=False, index=True),
        offset("start", required=True),
        offset("end", required=True),
        text("text", required=True),
        text("unit", required=True),
        sa.Column("low", Quantity),
        sa.Column("high", Quantity),
        text("qualifier", required=True),
        sa.Column("kind", sa.Text, nullable=False, index=True),
        text("counted", required=True),
        *(text(name) for name in ("side", "by", "place", "place_id", "place_text", "since", "until", "source")),
        text("modality", required=True),
        offset("part_of"),
        sa.UniqueConstraint("reading", "id"),
    )
    op.create_table(
        "statement",
        seq(),
        of_reading(),
        sa.Column("id", sa.Text, nullable=False, index=True),
        offset("start", required=True),
        offset("end", required=True),
        text("text", required=True),
        text("speaker"),
        text("speaker_id"),
        text("form", required=True),
        text("cue"),
        offset("cue_start"),
        offset("cue_end"),
        text("act", required=True),
        text("via"),
        text("said_on"),
        sa.UniqueConstraint("reading", "id"),
    )
    op.create_table(
        "evidence",
        seq(),
        of_reading(),
        *(text(name, required=True) for name in ("record", "field", "rule")),
        offset("start"),
        offset("end"),
    )
    op.create_index("ix_evidence_record", "evidence", ["reading", "record"])
    op.create_table(
        "place",
        seq(),
        sa.Column("reading", sa.Integer, sa.ForeignKey("reading.seq"), nullable=False, index=True),
        offset("start", required=True),
        offset("end", required=True),
        text("name", required=True),
        text("head"),
        text("role"),
        text("rule", required=True),
        sa.Column("entry", sa.JSON),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("alternatives", sa.JSON, nullable=False),
        text("parent"),
        text("precision", required=True),
    )
    op.create_table(
        "skipped",
        seq(),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        *(text(name, required=True) for name in ("name", "stage", "code", "reason")),
        sa.Column("crisis", sa.Text, sa.ForeignKey("crisis.name")),
        of_run(),
    )


def _full_text() -> None:
    """FTS5 keeps the words, the article table the text; accents and case do not count in a search."""
    op.execute(
        "CREATE VIRTUAL TABLE article_words USING fts5("
        "title, text, content='article', content_rowid='seq', tokenize='unicode61 remove_diacritics 2')"
    )
    op.execute(
        "CREATE TRIGGER article_words_add AFTER INSERT ON article BEGIN "
        "INSERT INTO article_words(rowid, title, text) VALUES (new.seq, new.title, new.text); END"
    )
