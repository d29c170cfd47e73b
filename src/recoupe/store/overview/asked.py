"""What is asked of the records of a ledger: which of them, in which order; and what can be asked of each kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from recoupe.model.event import EventModality, EventType
from recoupe.model.figure import Counted, Kind, Modality, Qualifier
from recoupe.model.statement import Act, Form

_LONGEST = 30
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:([ .,])[0-9]{3})(?:\1[0-9]{3})*")
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
UNKNOWN = "-"
"""What is asked for where a field is to be blank."""


class Of(StrEnum):
    """The kinds of rows that can be asked for."""

    FIGURES = "figures"
    STATEMENTS = "statements"
    EVENTS = "events"
    ARTICLES = "articles"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Which rows are asked for, in which order.

    `filters` pairs a filter's name with the values of which any will do. For a closed field of the codebook a value is
    one of its own; for a name it is words that the name contains, accents and case aside, or, in quotation marks, the
    whole name to the letter; `-` is for unknown. `since` and `until` (ISO days) bound the days that a row speaks of,
    `words` must each stand in one of its names, or be a number that is the figure's. `low` and `high` bound the values of
    which a figure has one; of one that is open, that it is known by. `as_of` (ISO day) is for the readings that stood at its end. Rows of
    equal rank are in the order of the ledger: by the day of their article, and their place in it.
    """

    of: Of
    crisis: str | None = None
    as_of: str | None = None
    filters: tuple[tuple[str, tuple[str, ...]], ...] = ()
    since: str | None = None
    until: str | None = None
    words: str = ""
    low: float | None = None
    high: float | None = None
    sort: str = ""
    descending: bool = False


def number_of(words: str) -> float | None:
    """Return the number that words are, however its thousands are set apart; None for anything else.

    >>> number_of("1 200"), number_of("1.200"), number_of("1200"), number_of("2,5"), number_of("12 morts")
    (1200.0, 1200.0, 1200.0, 2.5, None)
    """
    whole = "".join(words.split())
    if len(whole) > _LONGEST:
        return None
    if _THOUSANDS.fullmatch(" ".join(words.split())):
        return float(re.sub(r"[ .,]", "", " ".join(words.split())))
    return float(whole.replace(",", ".")) if _NUMBER.fullmatch(words.strip()) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What can be asked of a kind of row: `columns` it can be sorted by; `closed` fields with the codebook's values;
    `named` filters with the columns that they look into; `days` the columns that hold its first and its last day;
    `facets` the columns whose values are counted."""

    columns: tuple[str, ...]
    closed: Mapping[str, type[StrEnum]]
    named: Mapping[str, tuple[str, ...]]
    days: tuple[str, str]
    facets: tuple[str, ...]


SHAPES: Mapping[Of, Shape] = {
    Of.FIGURES: Shape(
        columns=(
            "unit", "qualifier", "kind", "counted", "side", "by", "place", "place_id", "place_text", "since", "until",
            "source", "modality", "text", "low", "high", "value",
        ),
        closed={"kind": Kind, "counted": Counted, "modality": Modality, "qualifier": Qualifier},
        named={
            "place": ("place", "place_id", "place_text"), "source": ("source",), "by": ("by",), "side": ("side",),
            "unit": ("unit",),
        },
        days=("since", "until"),
        facets=("kind", "counted", "modality", "qualifier", "place", "source", "by", "side", "article"),
    ),
    Of.STATEMENTS: Shape(
        columns=("speaker", "speaker_id", "form", "cue", "act", "via", "said_on", "day"),
        closed={"act": Act, "form": Form},
        named={"speaker": ("speaker", "speaker_id"), "via": ("via",)},
        days=("day", "day"),
        facets=("act", "form", "speaker", "via", "article"),
    ),
    Of.EVENTS: Shape(
        columns=("type", "mode", "actor", "target", "place", "place_id", "date", "modality"),
        closed={"type": EventType, "modality": EventModality},
        named={
            "actor": ("actor", "target"), "place": ("place", "place_id"), "target": ("target",), "mode": ("mode",),
        },
        days=("date", "date"),
        facets=("type", "mode", "modality", "actor", "target", "place", "article"),
    ),
    Of.ARTICLES: Shape(
        columns=("title", "publisher", "agency", "language", "published_basis", "day"),
        closed={},
        named={"title": ("title",), "publisher": ("publisher",), "agency": ("agency",), "language": ("language",)},
        days=("day", "day"),
        facets=("publisher", "agency", "language", "published_basis"),
    ),
}  # fmt: skip
"""The kinds of rows. Beside its own columns each is sorted by its `article` and by the day that it was `published`, and
filtered by `article`: a file's name or an id."""
