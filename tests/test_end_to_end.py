"""The sample crisis, from its files to a ledger and out again, with all that reads in place."""

from __future__ import annotations

from importlib import resources

import pytest

from recoupe import Ledger, try_phrase


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """The sample in a ledger, added twice: the second time must add nothing."""
    path = tmp_path_factory.mktemp("ledger") / "sample.sqlite"
    opened = Ledger.open(path)
    with resources.as_file(resources.files("recoupe") / "sample" / "alep-2016") as folder:
        first = opened.add(folder, crisis="alep-2016")
        second = opened.add(folder, crisis="alep-2016")
    assert (len(first.added), first.skipped) == (12, ())
    assert (second.added, second.replaced, len(second.known)) == ((), (), 12)
    return opened


def test_every_record_stands_where_it_says(ledger: Ledger) -> None:
    """In every row that leaves the ledger, `text[start:end]` is the record's words."""
    assert len(ledger.figures()) > 60
    assert len(ledger.statements()) > 50
    texts = {row.id: ledger.article(row.id).article.text for row in ledger.articles()}
    for row in (*ledger.figures(), *ledger.statements()):
        assert texts[row.article_id][row.start : row.end] == row.text


def test_every_record_can_be_explained(ledger: Ledger) -> None:
    """Each has rules, and each rule that is a lexicon entry is found."""
    for row in (*ledger.figures(), *ledger.statements()):
        explanation = ledger.explain(row.id)
        assert explanation.reasons
        for reason in explanation.reasons:
            assert (reason.entry is not None) == (":" in reason.rule), f"{reason.rule} of {row.article} {row.text!r}"


def test_no_value_is_outside_the_codebooks_intervals(ledger: Ledger) -> None:
    """A closed interval is not upside down, and an open one has a side."""
    for row in ledger.figures():
        assert row.low is not None or row.high is not None
        if row.low is not None and row.high is not None:
            assert row.low <= row.high


def test_the_same_phrase_gives_the_same_ids_whenever_it_is_read() -> None:
    """Nothing in a reading depends on what was read before it."""
    phrase = "Neuf civils ont été tués lundi, a dit la mairie."
    first, _, second = (
        [item.record.id for item in try_phrase(words, day="2024-03-06")] for words in (phrase, "Dix morts.", phrase)
    )
    assert first == second
    assert len(first) == 2


def test_the_report_without_a_day_says_so(ledger: Ledger) -> None:
    """Unknown is shown as unknown, and nothing relative is laid on the calendar."""
    (undated,) = (row for row in ledger.articles() if row.published is None)
    assert undated.published_basis == "unknown"


def test_a_search_finds_the_words_of_the_sample(ledger: Ledger) -> None:
    """Accents do not count."""
    assert ledger.search("evacuation")
    assert not ledger.search("hippopotame")
