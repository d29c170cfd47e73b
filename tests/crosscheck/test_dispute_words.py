"""Every entry of the words for disputes stands in the sentences that it finds, and in none that it ignores."""

from __future__ import annotations

import pytest

from recoupe.crosscheck.disputes.words import folded, holds, label, pattern_of
from recoupe.lexicon import Entry, entries
from recoupe.model.dispute import DisputeKind
from recoupe.model.figure import Counted, Kind

ENTRIES = entries("fr", "disputes")


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry.name for entry in ENTRIES])
def test_an_entry_stands_in_each_sentence_that_it_finds(entry: Entry) -> None:
    """A form of the entry is found in each of its own sentences."""
    assert [sentence for sentence in entry.finds if not pattern_of(entry).search(folded(sentence))] == []


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry.name for entry in ENTRIES])
def test_an_entry_stands_in_no_sentence_that_it_ignores(entry: Entry) -> None:
    """No form of the entry is found in the sentences that are not its own."""
    assert [sentence for sentence in entry.ignores if pattern_of(entry).search(folded(sentence))] == []


def test_words_are_found_whatever_their_accents_case_and_signs() -> None:
    """A beginning is found in its words, a whole form only as a whole."""
    assert holds("answer", folded("L’armée A DÉMENTI."))
    assert not holds("echo", folded("une accusation"))


@pytest.mark.parametrize("kind", [one for one in Kind if one is not Kind.OTHER])
def test_each_kind_has_its_question(kind: Kind) -> None:
    """A question about so many of a kind can be put in words."""
    assert label("kinds", kind)


def test_each_sort_of_dispute_and_each_counted_has_its_words() -> None:
    """What has no words of its own is people and the rest."""
    assert all(label("questions", kind) for kind in DisputeKind if kind is not DisputeKind.HOW_MANY)
    assert all(label("counted", one) for one in Counted if one not in (Counted.PEOPLE, Counted.OTHER))
