"""The second schema: events and moments of a reading, judgements of people, and what the checks of a crisis found."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision: str | None = "0001"

KEPT = ("event", "moment", "judgement", "comparison", "checking", "finding", "finding_gone")


def text(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def unknown(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text) for name in names]


def seq() -> sa.Column[int]:
    return sa.Column("seq", sa.Integer, primary_key=True)


def of(name: str, target: str, *, index: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, sa.ForeignKey(target), nullable=False, index=index)


def of_crisis(*, index: bool = False) -> sa.Column[str]:
    return sa.Column("crisis", sa.Text, sa.ForeignKey("crisis.name"), nullable=False, index=index)


def upgrade() -> None:
    _of_readings()
    _of_crises()
    for table in KEPT:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
            )


def _of_readings() -> None:
    op.create_table(
        "event",
        seq(),
        of("reading", "reading.seq"),
        sa.Column("id", sa.Text, nullable=False, index=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        *text("text", "type"),
        *unknown("mode", "actor", "target", "place", "place_id", "date", "date_precision"),
        *text("modality"),
        sa.UniqueConstraint("reading", "id"),
    )
    op.create_table(
        "moment", seq(), of("reading", "reading.seq", index=True), sa.Column("body", sa.JSON, nullable=False)
    )


def _of_crises() -> None:
    op.create_table(
        "judgement",
        seq(),
        of_crisis(index=True),
        *text("of", "one", "other"),
        sa.Column("same", sa.Boolean, nullable=False),
        *text("by", "why"),
        sa.Column("takes_back", sa.Integer, sa.ForeignKey("judgement.seq"), unique=True),
        of("run", "run.seq"),
    )
    op.create_table(
        "comparison",
        *(sa.Column(name, sa.Text, primary_key=True) for name in ("article_a", "article_b", "made_by")),
        sa.Column("passages", sa.JSON, nullable=False),
        of("run", "run.seq"),
    )
    op.create_table("checking", seq(), of_crisis(index=True), *text("state"), of("run", "run.seq"))
    op.create_table(
        "finding",
        seq(),
        of("checking", "checking.seq", index=True),
        of_crisis(),
        *text("part", "key", "id"),
        sa.Column("body", sa.JSON, nullable=False),
        sa.Index("ix_finding_part", "crisis", "part"),
    )
    op.create_table(
        "finding_gone",
        sa.Column("finding", sa.Integer, sa.ForeignKey("finding.seq"), primary_key=True),
        of("checking", "checking.seq", index=True),
    )
