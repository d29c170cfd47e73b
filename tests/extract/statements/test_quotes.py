"""Where quotes begin and end, whatever marks a newsroom uses."""

import pytest

from recoupe.extract.statements.quotes import find_quotes


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("« Nous restons », dit-il.", ["Nous restons"]),
        ("«Nous restons», dit-il.", ["Nous restons"]),
        ("«\u202fNous restons\u202f», dit-il.", ["Nous restons"]),
        ("“Nous restons”, dit-il.", ["Nous restons"]),
        ('"Nous restons", dit-il. "Tous."', ["Nous restons", "Tous."]),
        ("« Elle a crié “Fuyez !” puis rien. »", ["Elle a crié “Fuyez !” puis rien.", "Fuyez !"]),
    ],
)
def test_marks_of_every_kind_are_found(text: str, inner: list[str]) -> None:
    """The inner span holds the words alone, without marks or the white space beside them."""
    assert [quote.inner.of(text) for quote in find_quotes(text)] == inner


def test_a_quote_that_is_not_closed_runs_to_the_end_of_the_paragraph() -> None:
    """Agencies reopen a long quote in each paragraph and close only the last."""
    text = "« Nous restons. Personne ne partira."
    assert [quote.inner.of(text) for quote in find_quotes(text)] == ["Nous restons. Personne ne partira."]


def test_an_apostrophe_opens_no_quote() -> None:
    """`l'eau d'hier` holds no quotation mark."""
    assert find_quotes("L'eau d'hier n'est plus là.") == ()
