"""Every entry of every lexicon is used in the sentences that it finds, and in none of those that it ignores."""

from __future__ import annotations

from functools import cache

import pytest

from recoupe.extract.local import read_paragraphs
from recoupe.extract.reading import Reading
from recoupe.lexicon import Entry, entries, languages
from recoupe.lexicon.lint import lint
from recoupe.lexicon.load import files
from recoupe.model.article import BlockKind
from recoupe.model.moment import Moment
from recoupe.parse.sentences import split_sentences

NOT_READ_BY = {"disputes", "tolls", "withdrawals"}
"""Files whose words the cross-check looks for in what was read; tests/crosscheck runs their sentences."""
ENTRIES = [
    entry
    for language in languages()
    for file in files(language)
    if file not in NOT_READ_BY
    for entry in entries(language, file)
]


@cache
def _rules() -> dict[str, frozenset[str]]:
    """Return the rules that each example sentence of the lexicons was read by; all are parsed in one pass."""
    sentences = sorted({sentence for entry in ENTRIES for sentence in (*entry.finds, *entry.ignores)})
    readings = read_paragraphs([(sentence, BlockKind.BODY, split_sentences(sentence)) for sentence in sentences])
    return {sentence: _rules_of(reading) for sentence, reading in zip(sentences, readings, strict=True)}


def _rules_of(reading: Reading) -> frozenset[str]:
    records = (*reading.figures, *reading.statements, *reading.events)
    given = [why.rule for record in records for why in record.evidence]
    given += [why.rule for why in reading.set_aside]
    given += [place.rule for place in reading.places]
    given += [rule for moment in (*reading.moments, *reading.struck) for rule in _rules_of_moment(moment)]
    return frozenset(name for rule in given for name in rule.split("+"))


def _rules_of_moment(moment: Moment) -> list[str]:
    return [moment.rule, *(rule for part in moment.parts for rule in _rules_of_moment(part))]


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry.name for entry in ENTRIES])
def test_an_entry_is_used_in_each_sentence_that_it_finds(entry: Entry) -> None:
    """The name of the entry stands in the evidence of what is read from each of its own sentences."""
    missed = [sentence for sentence in entry.finds if entry.name not in _rules()[sentence]]
    assert not missed


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry.name for entry in ENTRIES])
def test_an_entry_is_used_in_no_sentence_that_it_ignores(entry: Entry) -> None:
    """The name of the entry stands nowhere in the evidence of what is read from the sentences that are not its own."""
    greedy = [sentence for sentence in entry.ignores if entry.name in _rules()[sentence]]
    assert not greedy


@pytest.mark.parametrize("language", languages())
def test_no_lexicon_has_a_fault_that_its_linter_finds(language: str) -> None:
    """No form stands in two entries that contradict each other, and no entry is without its sentences."""
    assert lint(language) == []
