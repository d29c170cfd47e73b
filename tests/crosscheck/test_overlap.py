"""How much of an article stands in another: the words of both, and no others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some
from tests.crosscheck.copies import DISPATCH, REPRINT, REWRITTEN, account

from recoupe.crosscheck.reuse.lineage import lineages
from recoupe.crosscheck.reuse.overlap import same_words
from recoupe.crosscheck.reuse.passages import find_passages
from recoupe.crosscheck.reuse.words import words_of
from recoupe.model.account import Account
from recoupe.model.passage import Passage, PassageForm
from recoupe.model.span import Span


def forms(words: str) -> list[str]:
    """Return words as they are compared."""
    return [word.form for word in words_of(words)]


def told(words: str, others: str) -> list[str]:
    """Return those of the first words that stand in the second."""
    one, other = forms(words), forms(others)
    return [one[at] for at in sorted(same_words(one, other)[0])]


def test_a_word_counts_where_it_stands_in_both_and_not_what_it_stands_for() -> None:
    """`incendie` and `flammes` are of one matter and two words; `dans la` alone is none."""
    assert told("un incendie dans la halle aux grains", "la halle partit en flammes dans la nuit") == ["halle"]


def test_grammar_counts_in_a_row_of_words_that_are_the_same() -> None:
    """Here all but the last."""
    assert told("la halle de la ville brûle", "la halle de la ville fume") == ["la", "halle", "de", "la", "ville"]


@given(some.lists(some.sampled_from(forms("le toit de la halle fume 12 blessés et 3 morts à Sormel")), max_size=40))
def test_all_of_a_text_stands_in_itself(words: list[str]) -> None:
    """And none of it in nothing."""
    assert same_words(words, words) == (frozenset(range(len(words))), frozenset(range(len(words))))
    assert same_words(words, [])[0] == frozenset()


def shares(one: Account, other: Account) -> tuple[float, float]:
    """Return the shares of two articles in each other, `a` first."""
    _, (family,) = lineages((one, other), find_passages((one, other)))
    (copying,) = family.copyings
    return copying.share_a, copying.share_b


def test_the_share_of_a_rewrite_is_that_of_its_words_and_not_of_its_sentences() -> None:
    """A reprint of most of a dispatch keeps its share."""
    assert min(shares(account(DISPATCH, "a"), account(REPRINT, "b"))) > 0.5
    assert max(shares(account(DISPATCH, "a"), account(REWRITTEN, "b"))) < 0.3


def test_loose_retellings_alone_bind_nobody() -> None:
    """Two sentences told again in other words, of few words in common, are listed and make no copy."""
    one, other = account(DISPATCH, "a"), account(REWRITTEN, "b")
    whole = [
        Passage(
            article_a="a",
            span_a=Span(begin_a, begin_a + 130),
            article_b="b",
            span_b=Span(begin_b, begin_b + 100),
            form=PassageForm.REWORKED,
            words=5,
        )
        for begin_a, begin_b in ((90, 42), (280, 170))
    ]
    passages, families = lineages((one, other), whole)
    assert (len(passages), families) == (2, ())
