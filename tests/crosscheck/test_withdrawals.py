"""Articles that their agencies took back: by their metadata, by their own words, by a later one that takes their place."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from recoupe.crosscheck.dating.dating import date_articles
from recoupe.crosscheck.dating.notices import Notice, lowers, notices_in
from recoupe.crosscheck.dating.withdrawals import corrections, withdrawn
from recoupe.crosscheck.reuse.passages import prove_pairs
from recoupe.crosscheck.reuse.stock import without_stock
from recoupe.lexicon import Entry, entries
from recoupe.model.account import Account
from recoupe.model.article import Article, Raw
from recoupe.parse.article import parse

BODY = (
    "Neuf dockers ont été tués dans l'incendie des docks de Riverac, a annoncé la préfecture dans la nuit.\n\n"
    "Les grues menacent de tomber sur les quais, où les pompiers arrosent encore les hangars à coton et à sucre."
)
TITLE = "Riverac: neuf dockers tués dans un incendie"
AGENCY = "Agence du Bassin"


def account(name: str, published: str | None, text: str, publisher: str = AGENCY, title: str | None = None) -> Account:
    raw = Raw(
        name=name,
        origin=name,
        data=text.encode(),
        media="text",
        published=published,
        publisher=publisher,
        title=title,
        language="fr",
    )
    parsed = parse(raw)
    assert isinstance(parsed, Article)
    return Account(article=replace(parsed, id=name))


def taken_back(*accounts: Account) -> dict[str, str]:
    passages = without_stock(accounts, prove_pairs(accounts))
    return dict(withdrawn(accounts, passages, date_articles(accounts, passages)))


def first(published: str | None = "2024-03-06T10:00") -> Account:
    return account("a", published, f"{TITLE}\n\n{BODY}", title=TITLE)


def test_a_dispatch_that_a_later_one_of_its_agency_replaces_is_taken_back() -> None:
    """The one that replaces it stands, and the words are shown."""
    later = account(
        "b", "2024-03-06T14:00", f"Riverac: sept dockers tués\n\nANNULE ET REMPLACE notre dépêche.\n\n{BODY}"
    )
    found = taken_back(first(), later)
    assert list(found) == ["a"]
    assert "ANNULE ET REMPLACE" in found["a"]


def test_another_house_takes_nothing_back() -> None:
    """A newspaper's own notice does not speak for the agency."""
    later = account("b", "2024-03-06T14:00", f"ANNULE ET REMPLACE notre dépêche.\n\n{BODY}", publisher="La Vigie")
    assert taken_back(first(), later) == {}


def test_a_text_of_later_is_not_replaced() -> None:
    """What replaces comes after."""
    earlier = account("b", "2024-03-05T14:00", f"ANNULE ET REMPLACE notre dépêche.\n\n{BODY}")
    assert taken_back(first(), earlier) == {}


def test_a_text_that_shares_nothing_is_not_replaced() -> None:
    """Unless the notice names its title."""
    other = "La foire aux chevaux de Limbourg a attiré des milliers de curieux, malgré une pluie fine et froide."
    assert taken_back(first(), account("b", "2024-03-06T14:00", f"ANNULE ET REMPLACE notre dépêche.\n\n{other}")) == {}
    named = f"Veuillez annuler notre dépêche intitulée « {TITLE} ».\n\n{other}"
    assert list(taken_back(first(), account("b", "2024-03-06T14:00", named))) == ["a"]


def test_of_two_that_fit_as_well_none_is_taken() -> None:
    """A wrong withdrawal is worse than a missed one."""
    twin = account("c", "2024-03-06T11:00", f"{TITLE}\n\n{BODY}", title=TITLE)
    later = account("b", "2024-03-06T14:00", f"ANNULE ET REMPLACE notre dépêche.\n\n{BODY}")
    assert taken_back(first(), twin, later) == {}


def test_a_corrected_version_takes_the_place_of_the_one_before() -> None:
    """And is itself told as a correction; without an earlier one it only is that."""
    later = account("b", "2024-03-06T14:00", f"Riverac: sept dockers tués (version corrigée)\n\n{BODY}")
    assert list(taken_back(first(), later)) == ["a"]
    assert taken_back(later) == {}
    assert list(corrections([first(), later])) == ["b"]


def test_a_text_that_says_so_of_itself_is_taken_back() -> None:
    """At its head."""
    assert list(taken_back(account("a", "2024-03-06", f"Cette dépêche est annulée.\n\n{BODY}"))) == ["a"]


def test_what_is_told_of_is_no_notice() -> None:
    """A feast that is called off, a count that takes another's place."""
    text = f"Annulation de la fête du port\n\nLa fête a été annulée.\n\n{BODY}\n\nCe chiffre annule et remplace celui de mardi."
    assert taken_back(first(), account("b", "2024-03-07T10:00", text)) == {}


def test_an_item_whose_metadata_says_so_is_taken_back() -> None:
    """`pubstatus` of ninjs."""
    item = {"text": BODY, "pubstatus": "canceled", "language": "fr"}
    parsed = parse(Raw(name="a.json", origin="a.json", data=json.dumps(item).encode(), media="json", language="fr"))
    assert isinstance(parsed, Article)
    found = taken_back(Account(article=parsed))
    assert list(found) == [parsed.id]
    assert "pubstatus" in found[parsed.id]


def test_a_usable_item_stands() -> None:
    """Nothing is noted."""
    item = {"text": BODY, "pubstatus": "usable"}
    parsed = parse(Raw(name="a.json", origin="a.json", data=json.dumps(item).encode(), media="json", language="fr"))
    assert isinstance(parsed, Article)
    assert taken_back(Account(article=parsed)) == {}


@pytest.mark.parametrize("entry", entries("fr", "withdrawals"), ids=lambda entry: entry.name)
def test_an_entry_reads_its_own_sentences(entry: Entry) -> None:
    """Each that it finds, and none of those that it ignores."""
    read = {words: {found.entry for found in notices_in(words)} for words in (*entry.finds, *entry.ignores)}
    assert [words for words in entry.finds if entry.name not in read[words]] == []
    assert [words for words in entry.ignores if entry.name in read[words]] == []
    assert Notice(entry.means)


def test_a_raised_toll_is_not_lowered() -> None:
    """`ramené` and `et non` lower, `passé de` does not."""
    assert lowers("Le bilan a été ramené à 47 morts.")
    assert not lowers("Le bilan est passé de 47 à 52 morts.")
