"""A dispute shows who says what, and a timeline two lanes: the day of what is told, and the day it was told on."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console, RenderableType

from recoupe.model.dispute import Dispute, DisputeKind, Position
from recoupe.model.timeline import Entry, EntryOf
from recoupe.show.disputes import DISPUTE_COLUMNS, disputes_view
from recoupe.show.timeline import TIMELINE_COLUMNS, timeline_view

DISPUTE = Dispute(
    id="0123456789abcdef",
    kind=DisputeKind.ACCUSED_EACH_OTHER,
    question="Qui a rompu la trêve ?",
    positions=(
        Position(
            speaker="Norland", says="les insurgés\nont tiré", statements=("s1", "s2"), figures=(), origins=("o1",)
        ),
        Position(speaker=None, says="« c'est l'armée »", statements=("s3",), figures=(), origins=("o2", "o3")),
    ),
    why=("the text sets the one against the other",),
)
ENTRY = Entry(
    day="2024-03-04",
    until="2024-03-06",
    of=EntryOf.FIGURE,
    says="au moins 12 morts",
    modality="planned",
    records=("f1",),
    articles=("a", "b"),
    sources=("mairie",),
    origins=("o1",),
    reported=("2024-03-05", "2024-03-07/2024-03-09"),
    disputes=("0123456789abcdef",),
)


def shown(view: RenderableType, width: int = 160) -> str:
    stream = StringIO()
    Console(file=stream, width=width, no_color=True, highlight=False, markup=False).print(view)
    return stream.getvalue()


def test_a_dispute_shows_each_speaker_with_words_articles_and_origins() -> None:
    """Words with marks of their own get no others."""
    text = shown(disputes_view([DISPUTE], {"s1": "un.txt", "s2": "deux.txt", "s3": "trois.txt"}))
    assert "Qui a rompu la trêve ?" in text
    assert "Norland · 1 origin · deux.txt, un.txt" in text
    assert "« les insurgés ont tiré »" in text
    assert "speaker unknown · 2 origins · trois.txt" in text
    assert "« « " not in text
    assert "sets the one against" not in text


def test_a_dispute_says_why_where_that_is_asked_for() -> None:
    """The reasons stand below the positions."""
    assert "because the text sets the one against the other" in shown(disputes_view([DISPUTE], {}, why=True))


@pytest.mark.parametrize("width", [160, 70])
def test_a_timeline_shows_both_days_the_modality_and_the_dispute(width: int) -> None:
    """Wide as a table, narrow as paragraphs, nothing is left out."""
    text = " ".join(shown(timeline_view([ENTRY], {"a": "un.txt", "b": "deux.txt"}, left_out=2), width).split())
    for words in (
        "2024-03-04 → 2024-03-06",
        "2024-03-05",
        "figure, planned",
        "au moins 12 morts",
        "mairie",
        "01234567",
    ):
        assert words in text
    assert "un.txt" in text
    assert "2 things have no day" in text


def test_an_entry_and_a_dispute_are_rows_of_a_table() -> None:
    """Each head has a cell, and an unknown value is blank."""
    cells = {head: fill(ENTRY) for head, fill in TIMELINE_COLUMNS}
    assert cells["told"] == "2024-03-05, 2024-03-07 → 2024-03-09"
    assert cells["origins"] == "1"
    assert {head: fill(DISPUTE) for head, fill in DISPUTE_COLUMNS}["speakers"] == "Norland; speaker unknown"
