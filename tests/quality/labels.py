"""The file of labelled sentences in, its sentences out: one marked number each, with what the codebook says of it.

A sentence belongs to a part by the hash of its words: a third is unread, and only totals of it may be shown.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.quality.sets import HERE

PATH = HERE / "sentences.jsonl"
PARTS = ("sentences read", "sentences unread")
FIELDS = ("kind", "counted", "modality")
# the label of a number that is no figure: an age, a date, a rank
NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence without its marks, where its number stands, and the answers that are right, field by field."""

    text: str
    start: int
    end: int
    right: dict[str, tuple[str | None, ...]]

    @property
    def part(self) -> str:
        """One third of all sentences is unread, whichever they are and in whatever order they stand."""
        return PARTS[int(hashlib.sha256(self.marked("⟦⟧").encode()).hexdigest(), 16) % 3 == 0]

    def marked(self, marks: str) -> str:
        """Return the words with the number between two marks."""
        text, start, end = self.text, self.start, self.end
        return f"{text[:start]}{marks[0]}{text[start:end]}{marks[1]}{text[end:]}"


def load(path: Path = PATH) -> list[Sentence]:
    """Return the labelled sentences. Errors: ValueError for a line without exactly one marked number or a label."""
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            rows.append(_sentence(json.loads(line)))
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"{path.name}, line {number}: {error!r}") from error
    return rows


def fingerprint(sentences: Iterable[Sentence]) -> str:
    """Return a hash of the words, the marks and the labels: other ones are another yardstick."""
    taken = hashlib.sha256()
    for one in sentences:
        taken.update(json.dumps([one.text, one.start, one.end, one.right], ensure_ascii=False).encode() + b"\n")
    return taken.hexdigest()[:16]


def _sentence(row: dict[str, Any]) -> Sentence:
    before, rest = row["text"].split("⟦")
    number, after = rest.split("⟧")
    return Sentence(
        text=before + number + after,
        start=len(before),
        end=len(before) + len(number),
        right={one: tuple(row[one]) if isinstance(row[one], list) else (row[one],) for one in FIELDS},
    )
