"""What holds of the passages of any texts, in any order, compared before or not."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.crosscheck.copies import DISPATCH, INDEPENDENT, NAMES, OTHER, REPRINT, REWRITTEN, account, plain

from recoupe.crosscheck.reuse.fingerprints import fingerprints
from recoupe.crosscheck.reuse.passages import find_passages, prove_pairs
from recoupe.crosscheck.reuse.texts import text_of
from recoupe.model.account import Account
from recoupe.model.passage import Passage
from recoupe.model.span import Span

CRISIS = [
    account(text, id)
    for text, id in ((DISPATCH, "k1"), (REPRINT, "k2"), (REWRITTEN, "k3"), (OTHER, "k4"), (INDEPENDENT, "k5"))
]


@given(st.permutations(CRISIS))
def test_the_order_of_articles_does_not_matter(accounts: Sequence[Account]) -> None:
    """The passages are the same, in the same order."""
    assert find_passages(accounts) == find_passages(CRISIS)


@given(st.sets(st.sampled_from(range(10))))
def test_what_was_proved_before_changes_nothing(chosen: set[int]) -> None:
    """Whichever pairs are known, byte for byte; not one of them is compared again."""
    proved = prove_pairs(CRISIS)
    known = {pair: found for at, (pair, found) in enumerate(proved.items()) if at in chosen}
    assert repr(find_passages(CRISIS, known)) == repr(find_passages(CRISIS))
    assert prove_pairs(CRISIS, dict.fromkeys(proved, ())) == dict.fromkeys(proved, ())


def test_what_was_proved_of_fewer_articles_holds_when_one_is_added() -> None:
    """The proof of a pair asks nothing of the rest of the crisis."""
    before = prove_pairs(CRISIS[:3])
    assert find_passages(CRISIS, before) == find_passages(CRISIS)


def test_to_swap_two_articles_mirrors_their_passages() -> None:
    """Which of two texts has the lesser id is chance."""
    texts = (DISPATCH, REPRINT, REWRITTEN)
    for one in texts:
        for other in texts:
            if one != other:
                there = find_passages([account(one, "a"), account(other, "b")])
                back = find_passages([account(one, "b"), account(other, "a")])
                assert {sides(passage) for passage in there} == {sides(passage)[::-1] for passage in back}


def sides(passage: Passage) -> tuple[Span, Span]:
    return passage.span_a, passage.span_b


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40)
@given(st.data())
def test_a_planted_copy_is_found_with_its_exact_offsets(data: st.DataObject) -> None:
    """Wherever it stands in either text, whatever stands around it."""
    names = data.draw(st.permutations(NAMES))
    size = data.draw(st.integers(8, 30))
    copied, one, other = names[:size], names[size : size + 80], names[size + 80 : size + 160]
    start, end = data.draw(st.integers(0, len(one))), data.draw(st.integers(0, len(other)))
    left = " ".join([*one[:start], *copied, *one[start:]])
    right = " ".join([*other[:end], *copied, *other[end:]])
    (passage,) = find_passages([plain(left, "a"), plain(right, "b")])
    assert passage.span_a.of(left) == passage.span_b.of(right) == " ".join(copied)
    assert passage.words == size


@given(st.data())
def test_a_run_of_eight_words_in_common_leaves_a_fingerprint_in_common(data: st.DataObject) -> None:
    """Whatever stands around it: no such run is missed for want of a proposal."""
    names = data.draw(st.permutations(NAMES))
    size = data.draw(st.integers(8, 12))
    copied, one, other = names[:size], names[size : size + 20], names[size + 20 : size + 40]
    start, end = data.draw(st.integers(0, 20)), data.draw(st.integers(0, 20))
    left = text_of(plain(" ".join([*one[:start], *copied, *one[start:]]), "a").article)
    right = text_of(plain(" ".join([*other[:end], *copied, *other[end:]]), "b").article)
    assert fingerprints(left) & fingerprints(right)
    assert len(fingerprints(left)) < len(left.forms) - 5


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=30)
@given(st.text(alphabet=st.sampled_from("፩²½①٣9h,.'’«»\" \n\u202fœéÀ-ajm"), max_size=120))
def test_no_text_is_too_odd_to_be_compared(odd: str) -> None:
    """Digits of other scripts, fractions, numbers of thousands of digits, marks without partners."""
    texts = [f"{odd} {'9' * 5000} {DISPATCH}", f"{DISPATCH} {odd}"]
    assert find_passages([plain(text, id) for text, id in zip(texts, "ab", strict=True)])
