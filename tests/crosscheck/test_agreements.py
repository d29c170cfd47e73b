"""Which figures can both be true: what rises or meets agrees, what cannot is a conflict, and what may differ is left open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.crosscheck.build import article, dossier, judged, shared

from recoupe.crosscheck.agreements import reasons
from recoupe.crosscheck.agreements.agreements import agreements
from recoupe.crosscheck.agreements.reasons import sentence
from recoupe.crosscheck.agreements.told import told
from recoupe.crosscheck.names.names import Names
from recoupe.crosscheck.origins.origins import Origins
from recoupe.model.account import Account
from recoupe.model.judgement import Judgement
from recoupe.model.passage import Passage
from recoupe.model.series import Agreement, Verdict

DEAD = "killed people; place Riverac; since 2024-03-01"
RUNNING = f"{DEAD}; until 2024-03-05"
LATER = f"{DEAD}; until 2024-03-06"
ONE_DAY = f"{DEAD}; until 2024-03-01"


def toll(name: str, number: str, fields: str, around: str = "La crue a fait {} morts.") -> Account:
    return article(name, None, around.format(f"[{number}]({fields})"))


def found(
    *accounts: Account, judgements: tuple[Judgement, ...] = (), passages: tuple[Passage, ...] = ()
) -> tuple[Agreement, ...]:
    one = dossier(*accounts, judgements=judgements)
    names = Names.of(one)
    return agreements(one, names, Origins.of_dossier(one, names, passages))


def verdicts(*accounts: Account) -> list[Verdict]:
    return [one.verdict for one in found(*accounts)]


def test_intervals_that_meet_are_compatible() -> None:
    """More than 300.000 and more than 312.000 can both be true, and the sentence says in which words."""
    (one,) = found(
        toll("a", "300.000", f"{RUNNING}; more_than"), toll("b", "312.000", f"{LATER}; more_than; source ONU")
    )
    assert one.verdict is Verdict.COMPATIBLE
    assert one.reasons == ("more than 300.000 (a.txt) and more than 312.000 (b.txt, ONU) have values in common",)


def test_a_running_toll_that_rises_is_compatible() -> None:
    """The later number of the same toll is higher."""
    (one,) = found(toll("a", "12", f"{RUNNING}; source mairie"), toll("b", "15", f"{LATER}; source mairie"))
    assert (one.a, one.b, one.verdict) == ("a.1", "b.1", Verdict.COMPATIBLE)
    assert one.reasons[0].startswith("a running toll rises: 12 (a.txt, mairie) until 2024-03-05, 15")


def test_a_running_toll_that_falls_is_a_conflict() -> None:
    """A source that lowers its own toll corrects itself or contradicts itself: either is shown."""
    (one,) = found(toll("a", "15", f"{RUNNING}; source mairie"), toll("b", "12", f"{LATER}; source mairie"))
    assert one.verdict is Verdict.CONFLICT
    assert one.reasons[1] == "mairie itself gives the lower number later: a correction, or a conflict with what it said"


def test_a_number_that_is_taken_back_has_not_risen_to_the_one_before_it() -> None:
    """Forty-one on Friday, and not the 44 told until Sunday: the same source lowers its toll, nothing rises."""
    first = toll("a", "44", f"{DEAD}; until 2024-03-03; source mairie")
    righted = article(
        "b", None, f"[41]({ONE_DAY}; source mairie) morts, et non [44]({ONE_DAY}; source mairie; denied)."
    )
    why = {(one.a, one.b): (one.verdict, one.reasons) for one in found(first, righted)}
    assert why["a.1", "b.1"] == (
        Verdict.CONFLICT,
        ("mairie itself takes back 44 (a.txt, mairie) and gives 41 (b.txt, mairie) in its place",),
    )
    assert why["a.1", "b.2"][1][1] == "mairie itself takes back what it told"


def test_an_outlets_own_count_beside_a_source_does_not_rise_to_that_sources_next_one() -> None:
    """Our own sums give 288, the union says more than 300 and later 311: the 288 is no earlier toll of the union."""
    both = article(
        "a",
        None,
        f"Le syndicat compte plus de [300]({RUNNING}; more_than; source syndicat) morts. Nos sommes donnent [288]({RUNNING}).",
    )
    after = toll("b", "311", f"{LATER}; source syndicat")
    assert [(one.a, one.b) for one in found(both, after)] == [("a.1", "b.1")]


def test_a_number_that_another_source_denies_is_not_told_as_risen_to() -> None:
    """The union gives 41 and denies the town's 44: the one does not grow into the other."""
    first = toll("a", "44", f"{DEAD}; until 2024-03-03; source mairie")
    denying = article(
        "b", None, f"[41]({ONE_DAY}; source syndicat) morts, et non [44]({ONE_DAY}; source syndicat; denied)."
    )
    assert not [one for one in found(first, denying) if one.verdict is Verdict.COMPATIBLE]


def test_two_sources_that_count_differently_in_one_article_are_a_conflict() -> None:
    """Two dead by the ministry, six by the opposition, of one day and place."""
    both = article(
        "a",
        None,
        f"Le ministère compte [2]({ONE_DAY}; source ministère) morts, l'opposition [6]({ONE_DAY}; source opposition).",
    )
    (one,) = found(both)
    assert one.verdict is Verdict.CONFLICT
    assert one.reasons == (
        "ministère and opposition do not count the same: 2 (a.txt, ministère) and 6 (a.txt, opposition)",
    )


def test_two_sources_of_two_articles_conflict_only_where_they_tell_of_one_thing() -> None:
    """Both sentences tell of the explosion; where nothing says so, it may be two things of one day."""
    said = "L'explosion a fait {} morts."
    one, other = toll("a", "2", f"{ONE_DAY}; source mairie", said), toll("b", "6", f"{ONE_DAY}; source armée", said)
    assert verdicts(one, other) == [Verdict.CONFLICT]
    assert (
        verdicts(
            toll("a", "2", f"{ONE_DAY}; source mairie"), toll("b", "6", f"{ONE_DAY}; source armée", "Il y a {} morts.")
        )
        == []
    )


def test_two_attacks_of_one_day_in_one_town_are_not_compared() -> None:
    """The market and the school: nothing says that they are one, neither as a conflict nor as an agreement."""
    market = toll("a", "3", f"{ONE_DAY}; source mairie", "L'explosion du marché a fait {} morts.")
    school = toll("b", "7", f"{ONE_DAY}; source armée", "L'explosion de l'école a fait {} morts.")
    assert verdicts(market, school) == []
    assert verdicts(market, toll("b", "3", f"{ONE_DAY}; source armée", "L'explosion de l'école a fait {} morts.")) == []


def test_an_article_that_counts_several_things_conflicts_with_none() -> None:
    """It gives two numbers by the same source for the same day: it is not known which of them the other article means."""
    two = article(
        "a", None, f"La mairie compte [3]({RUNNING}; source mairie) morts ici et [7]({RUNNING}; source mairie) là."
    )
    assert Verdict.CONFLICT not in verdicts(two, toll("b", "5", f"{RUNNING}; source armée", "Selon l'armée, {} morts."))


@pytest.mark.parametrize(
    "fields",
    [
        "killed people; place Montvert; since 2024-03-01; until 2024-03-05",
        "injured people; place Riverac; since 2024-03-01; until 2024-03-05",
        "killed children; place Riverac; since 2024-03-01; until 2024-03-05",
        "killed people; place Riverac; since 2024-02-01; until 2024-03-05",
        f"{RUNNING}; by rebelles",
        f"{RUNNING}; planned",
        "killed people; since 2024-03-01; until 2024-03-05",
    ],
)
def test_figures_of_another_scope_are_not_compared(fields: str) -> None:
    """Another place, kind, population, start, party or modality, or a place not known: nothing is said."""
    assert verdicts(toll("a", "12", f"{RUNNING}; source mairie"), toll("b", "12", f"{fields}; source armée")) == []


def test_a_party_that_only_one_of_two_names_keeps_from_a_conflict_alone() -> None:
    """One source adds that rebels did it: its toll may have risen; two parties are two things."""
    plain, rebels = (
        toll("a", "12", f"{RUNNING}; source mairie"),
        toll("b", "15", f"{LATER}; by rebelles; source mairie"),
    )
    assert verdicts(plain, rebels) == [Verdict.COMPATIBLE]
    assert verdicts(plain, toll("b", "9", f"{LATER}; by rebelles; source mairie")) == []
    assert verdicts(toll("a", "12", f"{RUNNING}; by armée; source mairie"), rebels) == []


def test_places_that_a_person_has_judged_the_same_are_compared() -> None:
    """Only her word makes the left bank and Riverac-Ouest one place."""
    accounts = (
        toll("a", "12", RUNNING.replace("Riverac", "rive gauche")),
        toll("b", "15", LATER.replace("Riverac", "Riverac-Ouest")),
    )
    assert found(*accounts) == ()
    (one,) = found(*accounts, judgements=(judged("place", "rive gauche", "Riverac-Ouest"),))
    assert one.verdict is Verdict.COMPATIBLE


def test_a_part_is_compared_with_parts_of_such_a_whole_and_never_with_a_whole() -> None:
    """Two children among 12 and three among 15 go together; two of the 12 do not speak of the 15."""
    first = article(
        "a",
        None,
        f"[12]({RUNNING}; id whole; source mairie) morts dont [2]({RUNNING}; id part; part_of whole; source mairie) noyés.",
    )
    second = article(
        "b",
        None,
        f"[15]({LATER}; id more; source mairie) morts dont [3]({LATER}; id some; part_of more; source mairie) noyés.",
    )
    assert {(one.a, one.b) for one in found(first, second)} == {("more", "whole"), ("part", "some")}


def test_what_is_denied_conflicts_with_who_tells_it() -> None:
    """The toll that a source takes back stands against the article that told it; another number does not."""
    told_as_is = toll("a", "44", f"{RUNNING}; source mairie")
    assert verdicts(told_as_is, toll("b", "44", f"{LATER}; denied; source gouverneur")) == [Verdict.CONFLICT]
    assert verdicts(told_as_is, toll("b", "30", f"{LATER}; denied; source gouverneur")) == []


def test_copies_are_not_compared() -> None:
    """Of four reprints of one dispatch and one other article a single pair comes, not four, nor those among the four."""
    dispatch = [
        toll(name, "12", f"{RUNNING}; source mairie", "La mairie parle de {} morts dans la vallée") for name in "abcd"
    ]
    other = toll("e", "15", f"{LATER}; source mairie", "On en est à {}.")
    one = dossier(*dispatch, other)
    words = "La mairie parle de 12 morts dans la vallée"
    passages = tuple(shared(one, "a", name, words) for name in "bcd")
    assert [(pair.a, pair.b) for pair in found(*dispatch, other, passages=passages)] == [("a.1", "e.1")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{RUNNING}; source mairie", f"{LATER}"),  # nobody answers for the second
        (f"{RUNNING}; source un officier", f"{LATER}; source mairie"),  # a man without a name sees a part
        (
            RUNNING.replace("people", "vehicles") + "; source mairie",
            LATER.replace("people", "vehicles") + "; source armée",
        ),
        (f"{RUNNING}; vague; low 200; high 999; source mairie", f"{LATER}; source armée"),
    ],
)
def test_no_conflict_where_scope_or_source_are_not_sure(one: str, other: str) -> None:
    """A lower number later is left open where it may count less."""
    assert Verdict.CONFLICT not in verdicts(toll("a", "15", one), toll("b", "12", other))


def test_a_handful_is_no_conflict_with_hundreds() -> None:
    """Two cases in a prison are not the 611 of the town, even where the reader took both for the town's."""
    assert (
        verdicts(toll("a", "611", f"{RUNNING}; source mairie"), toll("b", "2", f"{LATER}; source prison centrale"))
        == []
    )


def test_a_body_and_its_spokesman_do_not_conflict() -> None:
    """He gives the number of another hour for the same body."""
    who = article(
        "c",
        None,
        "Jean Blanchet, porte-parole de la Ligue des bateliers, se tait. [Oui](say; speaker Ligue des bateliers)",
    )
    one, other = (
        toll("a", "15", f"{RUNNING}; source Ligue des bateliers"),
        toll("b", "12", f"{LATER}; source Jean Blanchet"),
    )
    assert verdicts(one, other) == [Verdict.CONFLICT]
    assert verdicts(one, other, who) == []


def test_some_of_the_victims_are_no_toll() -> None:
    """`Cinq des victimes` is a part, though the reader did not say of which whole."""
    whole = toll("a", "6", f"{ONE_DAY}; source police", "L'explosion a fait {} morts.")
    part = toll("b", "5", f"{ONE_DAY}; source pompiers", "Dans l'explosion, {} des victimes étaient à bord.")
    assert verdicts(whole, part) == []
    assert verdicts(whole, toll("b", "5", f"{ONE_DAY}; source pompiers", "L'explosion a tué {} personnes.")) == [
        Verdict.CONFLICT
    ]


def test_a_higher_number_of_another_source_is_not_called_a_rise() -> None:
    """Two bodies, two days: both can be true, and the sentence claims no more."""
    (one,) = found(toll("a", "12", f"{RUNNING}; source mairie"), toll("b", "15", f"{LATER}; source armée"))
    assert one.verdict is Verdict.COMPATIBLE
    assert "may have risen between the two" in one.reasons[0]


def test_rivals_do_not_bear_each_other_s_rise_out() -> None:
    """Where two sources count differently on one day, the higher number of one is no rise of the other's toll."""
    both = article(
        "a",
        None,
        f"La mairie compte [2]({ONE_DAY}; source mairie) morts, l'opposition [6]({ONE_DAY}; source opposition).",
    )
    later = toll("b", "7", f"{RUNNING}; source opposition")
    pairs = {(one.a, one.b): one.verdict for one in found(both, later)}
    assert pairs == {("a.1", "a.2"): Verdict.CONFLICT, ("a.2", "b.1"): Verdict.COMPATIBLE}


def test_every_reason_has_a_sentence_of_its_own() -> None:
    """The docstring of a reason is formatted with the two figures."""
    one = dossier(toll("a", "12", f"{RUNNING}; source mairie"), toll("b", "15", f"{LATER}; source armée"))
    a, b = told(one, Names.of(one))
    shown = [
        reasons.in_common,
        reasons.rose,
        reasons.rose_elsewhere,
        reasons.fell,
        reasons.corrected,
        reasons.two_sources,
        reasons.taken_back,
        reasons.one_scene,
    ]
    said = [sentence(reason, a, b) for reason in shown]
    assert len(set(said)) == len(said)
    assert not any("{" in one or "\n" in one for one in said)


TOLLS = [
    toll("a", "12", f"{RUNNING}; source mairie"),
    toll("b", "15", f"{LATER}; source mairie"),
    toll("c", "9", f"{LATER}; source armée"),
    toll("d", "12", RUNNING),
    toll("e", "20", f"{RUNNING}; more_than"),
]


@given(st.permutations(TOLLS))
def test_the_order_of_articles_changes_nothing(accounts: list[Account]) -> None:
    """The same dossier gives the same agreements."""
    assert found(*accounts) == found(*TOLLS)


def test_pairs_grow_with_the_figures() -> None:
    """Sixty origins of one value do not give eighteen hundred pairs."""
    accounts = [toll(f"a{number:02}", "12", f"{RUNNING}; source mairie de Port-{number}") for number in range(60)]
    assert len(found(*accounts)) <= 60 * 12
