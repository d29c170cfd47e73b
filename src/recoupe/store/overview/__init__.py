"""All records of a ledger in columns of small numbers: what a table of a million rows is filtered, counted and sorted by."""

from __future__ import annotations

from recoupe.store.overview.asked import UNKNOWN, Of, Question
from recoupe.store.overview.overview import Answer, Facet, Overview

__all__ = ["UNKNOWN", "Answer", "Facet", "Of", "Overview", "Question"]
