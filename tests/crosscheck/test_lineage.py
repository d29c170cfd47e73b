"""Who copied whom, what settles it, and what binds articles to a family."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.crosscheck.copies import DISPATCH, OTHER, REPRINT, REWRITTEN, account

from recoupe.crosscheck.reuse.lineage import lineages
from recoupe.crosscheck.reuse.passages import find_passages
from recoupe.model.account import Account
from recoupe.model.article import PublishedBasis
from recoupe.model.dating import Dating
from recoupe.model.passage import Copying, Direction

PLAIN = DISPATCH.replace("MORVAUX, 3 mars 2019 (ASP) - ", "").replace("dl-fm/rg\n", "")
UNSIGNED = REPRINT.replace("Par la rédaction, avec ASP\n\n", "")


def copying(*accounts: Account, datings: Sequence[Dating] = ()) -> Copying:
    """Return the one copying of the one family of articles."""
    _, (family,) = lineages(accounts, find_passages(accounts), datings)
    (found,) = family.copyings
    return found


def test_a_credit_to_the_agency_whose_dispatch_the_other_is_settles_it() -> None:
    """And says so."""
    found = copying(account(DISPATCH, "a", name="depeche.txt"), account(REPRINT, "b", name="journal.txt"))
    assert found.direction is Direction.A_TO_B
    assert found.why == ("journal.txt credits ASP, whose dispatch depeche.txt is",)


def test_the_direction_does_not_hang_on_which_id_is_the_lesser() -> None:
    """`b_to_a` where the dispatch has the greater."""
    assert copying(account(REPRINT, "a"), account(DISPATCH, "b")).direction is Direction.B_TO_A


def test_the_signature_of_a_desk_on_one_side_alone_settles_it() -> None:
    """Here without dateline and without any day."""
    signed = DISPATCH.replace("MORVAUX, 3 mars 2019 (ASP) - ", "")
    found = copying(account(signed, "a"), account(UNSIGNED, "b"))
    assert found.direction is Direction.A_TO_B
    assert "the signature of an agency's desk" in found.why[0]


def test_a_dispatch_that_names_the_house_of_the_other_may_have_copied_it() -> None:
    """A company's statement that an agency reprints bears no dateline, and came first."""
    statement = account(UNSIGNED, "b", publisher="Compagnie des voies du nord (CVN)")
    dispatch = DISPATCH.replace("selon la compagnie", "selon la CVN")
    assert copying(account(dispatch, "a"), statement).direction is Direction.UNDIRECTED
    assert copying(account(DISPATCH, "a"), statement).direction is Direction.A_TO_B


@pytest.mark.parametrize("credit", ["(asp/afp)", "AFP/ATS", "belga/nb"])
def test_a_signature_that_credits_agencies_is_no_desk(credit: str) -> None:
    """Whoever prints `AFP/ATS` prints what is not its own."""
    found = copying(account(f"{PLAIN.rstrip()}\n\n{credit}\n", "a"), account(UNSIGNED, "b"))
    assert not any("desk" in why for why in found.why)


@pytest.mark.parametrize(
    ("first", "second", "direction"),
    [
        ("2019-03-03", "2019-03-04", Direction.A_TO_B),
        ("2019-03-05", "2019-03-04", Direction.B_TO_A),
        ("2019-03-03", "2019-03-03", Direction.UNDIRECTED),
        ("2019-03-03T20:10", "2019-03-03T21:40", Direction.A_TO_B),
        ("2019-03-03T20:10", "2019-03-03", Direction.UNDIRECTED),
        ("2019-03-03T20:10+01:00", "2019-03-03T19:30+00:00", Direction.A_TO_B),
        ("2019-03-03T20:10+01:00", "2019-03-03T21:40", Direction.UNDIRECTED),
        (None, "2019-03-03", Direction.UNDIRECTED),
    ],
)
def test_times_settle_it_by_the_clock_and_days_only_where_they_differ(
    first: str | None, second: str, direction: Direction
) -> None:
    """Two of one day without a clock time say nothing, nor a day beside a clock time of that day."""
    assert (
        copying(account(PLAIN, "a", published=first), account(UNSIGNED, "b", published=second)).direction is direction
    )


def test_a_day_that_was_worked_out_counts_as_far_as_it_is_known() -> None:
    """An interval of days that ends before the other begins."""

    def dated(earliest: str, latest: str) -> Dating:
        return Dating(article="b", published=None, basis=PublishedBasis.INFERRED, earliest=earliest, latest=latest)

    accounts = account(PLAIN, "a", published="2019-03-03"), account(UNSIGNED, "b")
    assert copying(*accounts, datings=[dated("2019-03-04", "2019-03-09")]).direction is Direction.A_TO_B
    assert copying(*accounts, datings=[dated("2019-03-02", "2019-03-09")]).direction is Direction.UNDIRECTED


def test_signs_that_contradict_each_other_settle_nothing() -> None:
    """The dispatch appeared a day after what credits it: both are told, no direction."""
    found = copying(account(DISPATCH, "a", published="2019-03-05"), account(REPRINT, "b", published="2019-03-04"))
    assert found.direction is Direction.UNDIRECTED
    assert len(found.why) == 2


def test_two_copies_of_one_agency_have_no_direction_whatever_their_days() -> None:
    """Both can have the words from the agency."""
    copies = [
        account(REPRINT, "a", published="2019-03-03"),
        account(REPRINT.replace("Onze", "11"), "b", published="2019-03-06"),
    ]
    found = copying(*copies)
    assert found.direction is Direction.UNDIRECTED
    assert found.why == ("both credit ASP, and neither is its dispatch",)


def test_words_that_both_can_have_from_a_third_have_no_direction() -> None:
    """Where the third is there and known to come before either."""
    accounts = [
        account(DISPATCH, "a", published="2019-03-03", name="source.txt"),
        account(REPRINT, "b", published="2019-03-04"),
        account(UNSIGNED, "c", published="2019-03-06"),
    ]
    passages, (family,) = lineages(accounts, find_passages(accounts))
    between = [one for one in passages if (one.article_a, one.article_b) == ("b", "c")]
    theirs = {one.span_a.of(REPRINT)[:5]: (one.direction, one.why[1]) for one in between}
    assert theirs["Au mo"] == theirs["Les s"] == (Direction.UNDIRECTED, "both can have it from source.txt")
    assert theirs["Notre"] == (Direction.A_TO_B, "b.txt appeared 2019-03-04, c.txt appeared 2019-03-06")
    assert family.roots == ("a",)


def test_a_family_is_all_that_copying_joins_and_no_more() -> None:
    """Its roots copied from none of the others."""
    accounts = [
        account(DISPATCH, "a"),
        account(REPRINT, "b"),
        account(REWRITTEN, "c", published="2019-03-09"),
        account(OTHER, "d"),
    ]
    _, (family,) = lineages(accounts, find_passages(accounts))
    assert family.articles == ("a", "b", "c")
    assert family.roots == ("a",)
    shares = {(one.article_a, one.article_b): (one.share_a, one.share_b) for one in family.copyings}
    assert all(0 < share <= 1 for pair in shares.values() for share in pair)
    assert shares["a", "b"][0] > 0.5


def test_one_sentence_in_common_binds_nobody_and_has_no_direction() -> None:
    """A quotation travels alone; nobody can tell its way from the days."""
    quote = "« Nous avons vu la rivière monter de deux mètres en un quart d'heure »"
    filler = " ".join(f"Le canton de {name} compte ses granges et ses moulins sans relâche." for name in NAMES)
    texts = [
        f"Crue\n\n{quote}, dit un meunier. {filler}\n",
        f"Pluies\n\n{_otherwise()} {quote}, se souvient un meunier.\n",
    ]
    accounts = [
        account(text, id, published=f"2019-03-0{at}") for at, (text, id) in enumerate(zip(texts, "ab", strict=True), 3)
    ]
    (passage,), families = lineages(accounts, find_passages(accounts))
    assert families == ()
    assert passage.direction is Direction.UNDIRECTED


NAMES = (
    "Ardin Belmont Cerny Doulac Estrel Fargue Givry Hautel Ivors Jarzac Kerlo Luzan Morcel Nohan Orvil Pragne".split()
)


def test_no_article_no_family() -> None:
    """Nothing is made of nothing."""
    assert lineages([], []) == ((), ())


def _otherwise() -> str:
    return " ".join(f"Personne ne sait où logent les bergers que {name} employait l'hiver dernier." for name in NAMES)
