"""What holds for every text, however mangled."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recoupe.extract.statements.quotes import find_quotes
from recoupe.model.statement import Statement

PIECES = [
    "« ",
    " »",
    '"',
    "“",
    "”",
    "’",
    " dit-il",
    ", a dit ",
    "Le maire",
    "selon ",
    " que ",
    ". ",
    ", ",
    "Jean Blanc",
    " : ",
    "\n",
    "12 morts",
    "(",
    ")",
]


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_quotes_lie_in_the_text_and_their_words_within_their_marks(text: str) -> None:
    """No mark is read beyond the text, and no quote is empty."""
    for quote in find_quotes(text):
        assert 0 <= quote.outer.start <= quote.inner.start < quote.inner.end <= quote.outer.end <= len(text)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join).filter(str.strip))
def test_statements_give_the_exact_words_of_any_text(
    statements: Callable[..., tuple[Statement, ...]], text: str
) -> None:
    """Each statement's words are those at its offsets."""
    for statement in statements(text):
        assert statement.text == statement.span.of(text)
        assert statement.evidence
