"""A number is shown in its sentence, or in as much of it as there is room for, in exact words."""

from __future__ import annotations

import pytest
from tests.crosscheck.build import article

from recoupe.crosscheck.disputes.around import sentence_around, words_around

LONG = (
    "Dans la nuit, alors que la neige tombait sans discontinuer sur les hauteurs et que les secours peinaient à monter "
    "depuis la vallée, la mairie a parlé de « [12](killed; id n) morts au moins » et d'une trentaine de blessés, que "
    "les hôpitaux de la vallée n'avaient toujours pas fini de compter au petit matin."
)


def test_a_short_sentence_is_shown_whole_and_alone() -> None:
    """The sentences beside it are left out."""
    account = article("a", None, "Il neige. On compte [12](killed; id n) morts. Il neige encore.")
    assert words_around(account, account.figures["n"].span) == "On compte 12 morts."


def test_a_long_sentence_begins_at_a_clause_or_at_its_opening_mark() -> None:
    """What is cut off is cut between words, and the number is in it."""
    account = article("a", None, LONG)
    words = words_around(account, account.figures["n"].span)
    assert words.startswith(("« 12 morts", "la mairie a parlé"))
    assert len(words) < len(account.article.text)
    assert words in account.article.text


@pytest.mark.parametrize("text", [LONG, "[12](killed; id n)", "« [12](killed; id n) »"])
def test_the_sentence_holds_the_number(text: str) -> None:
    """Also where nothing else stands in it."""
    account = article("a", None, text)
    assert sentence_around(account, account.figures["n"].span).covers(account.figures["n"].span)
