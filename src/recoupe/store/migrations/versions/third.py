"""The third schema: what people judged of single records, each row resting on the one before it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision: str | None = "0002"


def upgrade() -> None:
    op.create_table(
        "review",
        sa.Column("seq", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("record", "of")),
        sa.Column("article", sa.Text, nullable=False, index=True),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("changed", sa.JSON(none_as_null=True)),
        sa.Column("reason", sa.Text),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("replaces", sa.Integer, sa.ForeignKey("review.seq"), unique=True),
        sa.Column("run", sa.Integer, sa.ForeignKey("run.seq"), nullable=False),
    )
    op.create_index("ix_review_record", "review", ["record"])
    # one first row a record: of two people who begin at once, the second is told of the first
    op.create_index("ix_review_first", "review", ["record"], unique=True, sqlite_where=sa.text("replaces IS NULL"))
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER review_no_{verb.lower()} BEFORE {verb} ON review "
            f"BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
        )
