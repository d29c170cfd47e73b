"""Who speaks for whom: a tie that keeps two names from counting against each other, and a suggestion, never a join."""

from __future__ import annotations

import pytest
from tests.crosscheck.build import article, dossier, judged

from recoupe.crosscheck.names.kin import kin_of, suggested_kin
from recoupe.crosscheck.names.names import Names
from recoupe.model.judgement import NameOf

LEAGUE = "[Oui](say; speaker Ligue des bateliers)"
MAN = "[Non](say; speaker Jean Blanchet)"


@pytest.mark.parametrize(
    "text",
    [
        "Jean Blanchet, porte-parole de la Ligue des bateliers, se tait.",
        "Le président de la Ligue des bateliers, Jean Blanchet, se tait.",
    ],
)
def test_an_office_ties_a_person_to_a_body(text: str) -> None:
    """The tie goes both ways, joins nothing, and a person may judge it."""
    one = dossier(article("a", None, text, LEAGUE, MAN))
    names = Names.of(one)
    assert kin_of(one, names)["Jean Blanchet"] == {"Ligue des bateliers"}
    assert kin_of(one, names)["Ligue des bateliers"] == {"Jean Blanchet"}
    assert not names.same(NameOf.SOURCE, "Jean Blanchet", "Ligue des bateliers")
    (asked,) = suggested_kin(one, names)
    assert (asked.one, asked.other) == ("Jean Blanchet", "Ligue des bateliers")


def test_his_office_is_held_in_the_body_named_last() -> None:
    """`son porte-parole` ties loosely: enough to keep from a conflict, not enough to suggest."""
    one = dossier(
        article("a", None, "La Ligue des bateliers attend. Son porte-parole, Jean Blanchet, se tait.", LEAGUE, MAN)
    )
    names = Names.of(one)
    assert kin_of(one, names)["Jean Blanchet"] == {"Ligue des bateliers"}
    assert suggested_kin(one, names) == ()


@pytest.mark.parametrize(
    "text",
    ["Jean Blanchet a vu la Ligue des bateliers.", "Jean Blanchet est président. La Ligue des bateliers se tait."],
)
def test_standing_beside_a_body_is_no_office_in_it(text: str) -> None:
    """Without an office, or in another sentence, nothing ties the two."""
    one = dossier(article("a", None, text, LEAGUE, MAN))
    assert kin_of(one, Names.of(one)) == {}


def test_a_judged_tie_is_not_asked_again() -> None:
    """Whoever said that he is not the league is not asked a second time."""
    answer = (judged("source", "Jean Blanchet", "Ligue des bateliers", same=False),)
    text = "Jean Blanchet, porte-parole de la Ligue des bateliers, se tait."
    one = dossier(article("a", None, text, LEAGUE, MAN), judgements=answer)
    assert suggested_kin(one, Names.of(one)) == ()
