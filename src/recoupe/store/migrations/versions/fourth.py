"""The fourth schema: what a check found is found by its key, so that the page of one record does not read all findings."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision: str | None = "0003"


def upgrade() -> None:
    op.create_index("ix_finding_key", "finding", ["part", "key"])
