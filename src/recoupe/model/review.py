"""What people judge of single records, row upon row, and what stands of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from recoupe.model.event import DatePrecision, EventModality, EventType
from recoupe.model.figure import Counted, Kind, Modality, Qualifier
from recoupe.model.statement import Act, Form


class RecordOf(StrEnum):
    FIGURE = "figure"
    STATEMENT = "statement"
    EVENT = "event"


class ReviewVerdict(StrEnum):
    """What a row of a review says: the reading is right, it is no record, some fields are other, here the program missed
    a record, or one's own last word is taken back."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    ADD = "add"
    UNDO = "undo"


class Readers(StrEnum):
    """Whether a second person looked: nobody did, one did, several agree, or several differ."""

    NONE = "none"
    ONE = "one"
    AGREE = "agree"
    DIFFER = "differ"


FIELDS: Mapping[RecordOf, Mapping[str, type[StrEnum] | None]] = {
    RecordOf.FIGURE: {
        "low": None, "high": None, "unit": None, "qualifier": Qualifier, "kind": Kind, "counted": Counted,
        "side": None, "by": None, "place": None, "place_id": None, "place_text": None, "since": None, "until": None,
        "source": None, "modality": Modality, "part_of": None,
    },
    RecordOf.STATEMENT: {
        "speaker": None, "speaker_id": None, "form": Form, "act": Act, "via": None, "said_on": None,
    },
    RecordOf.EVENT: {
        "type": EventType, "mode": None, "actor": None, "target": None, "place": None, "place_id": None, "date": None,
        "date_precision": DatePrecision, "modality": EventModality,
    },
}  # fmt: skip
"""The fields that a person can correct, with the closed list of their values where they have one. Where the words of a
record are wrong, it is rejected, and the right one added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One row: `by` judged a record `at` a moment (ISO, UTC). `changed` holds the corrected fields, for `add` all of the
    added record. `replaces` is the number of the row that it rests on, None for a record's first."""

    number: int
    record: str
    of: RecordOf
    article: str
    verdict: ReviewVerdict
    changed: Mapping[str, Any] | None
    reason: str | None
    by: str
    at: str
    replaces: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What stands of a record: the row that counts (None where all was taken back), and what the rows say together.

    `number` is that of the last row, on which the next one has to rest; `first` the row that added the record, None for
    one that the program read; `names` are those whose word is not taken back, in the order in which they spoke.
    """

    record: str
    number: int
    row: Review | None
    first: Review | None
    readers: Readers
    names: tuple[str, ...]

    @property
    def verdict(self) -> ReviewVerdict | None:
        """What is said of the record now; None where nobody's word stands."""
        return self.row.verdict if self.row else None

    @property
    def changed(self) -> Mapping[str, Any]:
        """The corrected fields that stand, none where the reading was accepted or rejected."""
        return self.row.changed or {} if self.row and self.row.verdict is ReviewVerdict.CORRECT else {}


def standing_of(rows: Sequence[Review]) -> Standing:
    """Return what stands of a record, from all its rows in the order in which they were made; there is at least one."""
    said: list[Review] = []
    for row in rows:
        if row.verdict is not ReviewVerdict.UNDO:
            said.append(row)
        elif said:
            said.pop()
    words = {
        row.by: (_judged(row), dict(row.changed or {}) if row.verdict is ReviewVerdict.CORRECT else None)
        for row in said
    }
    first = next((row for row in rows if row.verdict is ReviewVerdict.ADD), None)
    return Standing(
        record=rows[-1].record,
        number=rows[-1].number,
        row=said[-1] if said else None,
        first=first,
        readers=_readers(list(words.values())),
        names=tuple(dict.fromkeys(row.by for row in said)),
    )


def own_word(rows: Iterable[Review], by: str) -> Review | None:
    """Return the last row of one person on a record that is not taken back, None where there is none."""
    said: list[Review] = []
    for row in rows:
        if row.verdict is not ReviewVerdict.UNDO:
            said.append(row)
        elif said:
            said.pop()
    return next((row for row in reversed(said) if row.by == by), None)


def _judged(row: Review) -> ReviewVerdict:
    """Return the verdict of a row as a second reader would repeat it: whoever adds a record takes it for right."""
    return ReviewVerdict.ACCEPT if row.verdict is ReviewVerdict.ADD else row.verdict


def _readers(words: Sequence[object]) -> Readers:
    if len(words) < 2:
        return Readers.ONE if words else Readers.NONE
    return Readers.AGREE if all(word == words[0] for word in words) else Readers.DIFFER
