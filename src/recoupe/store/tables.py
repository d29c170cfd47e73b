"""What the ledger's tables hold, in SQLAlchemy's terms; the migrations build them, a test compares the two.

Every table is append-only: a reading that took the place of another names it in `replaces`, and nothing is altered.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.types import UserDefinedType

SCHEMA = "0004"
"""The newest migration that this code knows; a ledger beyond it was made by a newer recoupe."""


class Quantity(UserDefinedType[Any]):
    """A number that stays whole where it is whole: 384 comes back as 384, 2.5 as 2.5."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        return "NUMERIC"


metadata = sa.MetaData()


def _reference(name: str, target: str, **options: Any) -> sa.Column[Any]:
    return sa.Column(name, sa.ForeignKey(target), **options)


def _words(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text) for name in names]


run = sa.Table(
    "run",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("began", sa.Text, nullable=False, server_default=sa.text("(strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))")),
    sa.Column("program", sa.Text, nullable=False),
)
crisis = sa.Table(
    "crisis",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    _reference("run", "run.seq", nullable=False),
)
document = sa.Table(
    "document",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("media", sa.Text, nullable=False),
    sa.Column("origin", sa.Text, nullable=False),
    sa.Column("data", sa.LargeBinary, nullable=False),
    _reference("run", "run.seq", nullable=False),
)
article = sa.Table(
    "article",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("content", sa.Text, nullable=False, unique=True),
    sa.Column("id", sa.Text, nullable=False, index=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    *_words("title", "publisher", "url", "agency", "published"),
    sa.Column("published_basis", sa.Text, nullable=False),
    *_words("published_earliest", "published_latest", "encoding"),
    sa.Column("notes", sa.JSON, nullable=False),
    sa.Column("blocks", sa.JSON, nullable=False),
    _reference("run", "run.seq", nullable=False),
)
article_crisis = sa.Table(
    "article_crisis",
    metadata,
    sa.Column("article_id", sa.Text, primary_key=True),
    _reference("crisis", "crisis.name", primary_key=True),
    _reference("run", "run.seq", nullable=False),
)
reading = sa.Table(
    "reading",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True),
    _reference("article", "article.seq", nullable=False, index=True),
    _reference("document", "document.id", nullable=False, index=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("given", sa.JSON, nullable=False),
    sa.Column("made_by", sa.Text, nullable=False),
    _reference("replaces", "reading.seq", unique=True),
    _reference("run", "run.seq", nullable=False),
)
figure = sa.Table(
    "figure",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True),
    _reference("reading", "reading.seq", nullable=False),
    sa.Column("id", sa.Text, nullable=False, index=True),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("unit", sa.Text, nullable=False),
    sa.Column("low", Quantity),
    sa.Column("high", Quantity),
    sa.Column("qualifier", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False, index=True),
    sa.Column("counted", sa.Text, nullable=False),
    *_words("side", "by", "place", "place_id", "place_text", "since", "until", "source"),
    sa.Column("modality", sa.Text, nullable=False),
    sa.Column("part_of", sa.Integer),
    sa.UniqueConstraint("reading", "id"),
)
statement = sa.Table(
    "statement",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True),
    _reference("reading", "reading.seq", nullable=False),
    sa.Column("id", sa.Text, nullable=False, index=True),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    *_words("speaker", "speaker_id"),
    sa.Column("form", sa.Text, nullable=False),
    sa.Column("cue", sa.Text),
    sa.Column("cue_start", sa.Integer),
    sa.Column("cue_end", sa.Integer),
    sa.Column("act", sa.Text, nullable=False),
    *_words("via", "said_on"),
    sa.UniqueConstraint("reading", "id"),
)
event = sa.Table(
    "event",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True),
    _reference("reading", "reading.seq", nullable=False),
    sa.Column("id", sa.Text, nullable=False, index=True),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("type", sa.Text, nullable=False),
    *_words("mode", "actor", "target", "place", "place_id", "date", "date_precision"),
    sa.Column("modality", sa.Text, nullable=False),
    sa.UniqueConstraint("reading", "id"),
)
moment = sa.Table(
    "moment",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True),
    _reference("reading", "reading.seq", nullable=False, index=True),
    sa.Column("body", sa.JSON, nullable=False),
)
evidence = sa.Table(
    "evidence",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True),
    _reference("reading", "reading.seq", nullable=False),
    sa.Column("record", sa.Text, nullable=False),
    sa.Column("field", sa.Text, nullable=False),
    sa.Column("rule", sa.Text, nullable=False),
    sa.Column("start", sa.Integer),
    sa.Column("end", sa.Integer),
    sa.Index("ix_evidence_record", "reading", "record"),
)
place = sa.Table(
    "place",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True),
    _reference("reading", "reading.seq", nullable=False, index=True),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    *_words("head", "role"),
    sa.Column("rule", sa.Text, nullable=False),
    sa.Column("entry", sa.JSON(none_as_null=True)),
    sa.Column("score", sa.Float, nullable=False),
    sa.Column("alternatives", sa.JSON, nullable=False),
    sa.Column("parent", sa.Text),
    sa.Column("precision", sa.Text, nullable=False),
)
skipped = sa.Table(
    "skipped",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("stage", sa.Text, nullable=False),
    sa.Column("code", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    _reference("crisis", "crisis.name"),
    _reference("run", "run.seq", nullable=False),
)
judgement = sa.Table(
    "judgement",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True),
    _reference("crisis", "crisis.name", nullable=False, index=True),
    *(sa.Column(name, sa.Text, nullable=False) for name in ("of", "one", "other")),
    sa.Column("same", sa.Boolean, nullable=False),
    *(sa.Column(name, sa.Text, nullable=False) for name in ("by", "why")),
    _reference("takes_back", "judgement.seq", unique=True),
    _reference("run", "run.seq", nullable=False),
)
review = sa.Table(
    "review",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("record", sa.Text, nullable=False),
    sa.Column("of", sa.Text, nullable=False),
    sa.Column("article", sa.Text, nullable=False, index=True),
    sa.Column("verdict", sa.Text, nullable=False),
    sa.Column("changed", sa.JSON(none_as_null=True)),
    sa.Column("reason", sa.Text),
    sa.Column("by", sa.Text, nullable=False),
    _reference("replaces", "review.seq", unique=True),
    _reference("run", "run.seq", nullable=False),
    sa.Index("ix_review_record", "record"),
    sa.Index("ix_review_first", "record", unique=True, sqlite_where=sa.text("replaces IS NULL")),
)
comparison = sa.Table(
    "comparison",
    metadata,
    sa.Column("article_a", sa.Text, primary_key=True),
    sa.Column("article_b", sa.Text, primary_key=True),
    sa.Column("made_by", sa.Text, primary_key=True),
    sa.Column("passages", sa.JSON, nullable=False),
    _reference("run", "run.seq", nullable=False),
)
checking = sa.Table(
    "checking",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True),
    _reference("crisis", "crisis.name", nullable=False, index=True),
    sa.Column("state", sa.Text, nullable=False),
    _reference("run", "run.seq", nullable=False),
)
finding = sa.Table(
    "finding",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True),
    _reference("checking", "checking.seq", nullable=False, index=True),
    _reference("crisis", "crisis.name", nullable=False),
    *(sa.Column(name, sa.Text, nullable=False) for name in ("part", "key", "id")),
    sa.Column("body", sa.JSON, nullable=False),
    sa.Index("ix_finding_part", "crisis", "part"),
    sa.Index("ix_finding_key", "part", "key"),
)
finding_gone = sa.Table(
    "finding_gone",
    metadata,
    _reference("finding", "finding.seq", primary_key=True),
    _reference("checking", "checking.seq", nullable=False, index=True),
)
