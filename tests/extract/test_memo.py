"""The memo: each distinct paragraph is read once, and a remembered reading is the reading."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from recoupe.extract import memo as memo_module
from recoupe.extract.local import read_paragraphs
from recoupe.extract.memo import Memo, Unread, key
from recoupe.extract.reading import Reading
from recoupe.model.article import BlockKind
from recoupe.model.span import Span


def paragraph(text: str, kind: BlockKind = BlockKind.BODY, *cuts: int) -> Unread:
    edges = [0, *cuts, len(text)]
    return text, kind, tuple(Span(start, end) for start, end in pairwise(edges))


def empty(paragraphs: Sequence[Unread]) -> list[Reading]:
    return [
        Reading(kind=kind, sentences=spans, figures=(), statements=(), mentions=(), moments=(), places=())
        for _, kind, spans in paragraphs
    ]


class Counting:
    """Reads nothing, and keeps what it was asked to read."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, paragraphs: Sequence[Unread]) -> list[Reading]:
        self.asked += [text for text, _, _ in paragraphs]
        return empty(paragraphs)


def test_a_paragraph_is_read_once() -> None:
    """Also where it stands twice in one article."""
    memo, read = Memo(size=10), Counting()
    first = memo.recall([paragraph("Un."), paragraph("Deux."), paragraph("Un.")], read)
    second = memo.recall([paragraph("Deux."), paragraph("Trois.")], read)
    assert read.asked == ["Un.", "Deux.", "Trois."]
    assert first[0] is first[2]
    assert second[0] is first[1]


def test_the_oldest_reading_is_forgotten_first() -> None:
    """What was just asked for again is young."""
    memo, read = Memo(size=2), Counting()
    for text in ("Un.", "Deux.", "Un.", "Trois.", "Un.", "Deux."):
        memo.recall([paragraph(text)], read)
    assert read.asked == ["Un.", "Deux.", "Trois.", "Deux."]
    assert len(memo) == 2


@pytest.mark.parametrize("size", [0, 1])
def test_a_memo_too_small_for_an_article_still_reads_all_of_it(size: int) -> None:
    """Size 0 remembers nothing."""
    memo, read = Memo(size=size), Counting()
    assert [len(reading.sentences) for reading in memo.recall([paragraph("A. B.", BlockKind.BODY, 3)] * 2, read)] == [
        2,
        2,
    ]
    assert len(memo) == size


def test_text_kind_sentences_and_reader_make_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reading depends on these and on nothing else."""
    keys = {
        key(paragraph("Dix morts. Vingt blessés.")),
        key(paragraph("Dix morts. Vingt blessés.", BlockKind.TITLE)),
        key(paragraph("Dix morts. Vingt blessés.", BlockKind.BODY, 11)),
        key(paragraph("Dix morts. Vingt blessés!")),
    }
    monkeypatch.setattr(memo_module, "made_by", lambda: "recoupe-autre")
    keys.add(key(paragraph("Dix morts. Vingt blessés.")))
    assert len(keys) == 5


def test_half_of_a_character_has_a_key() -> None:
    """Whatever a text holds, it can be read."""
    assert key(paragraph("Dix \ud83d morts."))


def test_what_is_remembered_reads_like_what_is_read() -> None:
    """With the memo on and off the readings of repeated paragraphs are equal in every field."""
    own = Path(__file__).parents[1] / "quality" / "own" / "tyr" / "tyr-1.txt"
    lines = [line for line in own.read_text(encoding="utf-8").splitlines() if line.strip()][:8]
    stream = [paragraph(line) for line in (*lines, *lines[::2], *lines)]
    warm = Memo(size=100)
    read_paragraphs(stream[:5], warm)
    assert read_paragraphs(stream, warm) == read_paragraphs(stream, Memo(size=0))
    assert [read_paragraphs([one], Memo(size=0))[0] for one in stream] == read_paragraphs(stream, warm)
