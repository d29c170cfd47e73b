"""Tolls across articles: what is told with another start, of another attack, as a state, or far below."""

from __future__ import annotations

from tests.crosscheck.build import article
from tests.crosscheck.test_series import TOLL, steps, told, tolls


def test_starts_that_articles_tell_differently_are_joined_only_by_a_value_of_one_day() -> None:
    """A start a day off, or unsaid, goes with a toll where both give one number for one day, and the step says so."""
    off = TOLL.replace("2024-03-01", "2024-02-29")
    unsaid = TOLL.replace("since 2024-03-01; ", "")
    (one,) = tolls(
        told("a", "2024-03-02", "[12]{} morts."),
        told("b", "2024-03-02", "[12]{} morts.", off),
        told("c", "2024-03-02", "[12]{} morts.", unsaid),
        told("d", "2024-03-03", "[14]{} morts."),
    )
    assert [step[1:] for step in steps(one)] == [(12, "first"), (14, "raised")]
    assert one.steps[0].change == "start told as 2024-02-29; start not said"
    apart = tolls(told("a", "2024-03-02", "[12]{} morts."), told("b", "2024-03-03", "[19]{} morts.", off))
    assert len(apart) == 2


def test_a_number_without_a_start_that_goes_on_is_a_step() -> None:
    """The same source's number of a later day whose start is not said is of its one toll; nobody's is beside it."""
    first, last = told("a", "2024-03-02", "[12]{} morts."), told("c", "2024-03-04", "[15]{} morts.")
    unsaid = TOLL.replace("since 2024-03-01; ", "")
    (one,) = tolls(first, told("b", "2024-03-03", "[14]{} morts.", unsaid), last)
    assert ([step[1] for step in steps(one)], one.beside) == ([12, 14, 15], ())
    (one,) = tolls(first, told("b", "2024-03-03", "[14]{} morts.", TOLL.replace("; source préfecture", "")), last)
    assert ([step[1] for step in steps(one)], one.beside) == ([12, 15], ("b.1",))


def test_the_first_day_of_a_running_toll_opens_it() -> None:
    """A toll told on the day it starts is the first step of the one that runs from that day."""
    (one,) = tolls(told("a", "2024-03-01", "[5]{} morts."), told("b", "2024-03-03", "[14]{} morts."))
    assert [step[1:] for step in steps(one)] == [(5, "first"), (14, "raised")]
    assert one.steps[0].change == "told as the toll of that day"


def test_outlets_that_credit_nobody_make_no_common_toll() -> None:
    """Two unattributed numbers that differ have no common source that could have raised its toll."""
    bare = TOLL.replace("; source préfecture", "")
    apart = tolls(told("a", "2024-03-02", "[12]{} morts.", bare), told("b", "2024-03-03", "[15]{} morts.", bare))
    assert [[step[2] for step in steps(one)] for one in apart] == [["first"], ["first"]]
    (one,) = tolls(told("a", "2024-03-02", "[12]{} morts.", bare), told("b", "2024-03-03", "[12]{} morts.", bare))
    assert [step[2] for step in steps(one)] == ["first", "same"]


def test_a_new_toll_of_one_of_two_attacks_updates_neither_where_it_is_open_which() -> None:
    """With two tolls of one day in one town, a `nouveau bilan` that names neither stands by itself."""
    day = TOLL.replace("2024-03-01", "2024-03-02")
    found = tolls(
        told("a", "2024-03-02T10:00:00", "Une bombe a tué [12]{} personnes au marché.", day),
        told("b", "2024-03-02T12:00:00", "Une bombe a tué [15]{} personnes à la gare.", day),
        article("c", "2024-03-03T09:00:00", f"Selon un nouveau bilan, [17]({day}; until 2024-03-02) morts."),
    )
    assert [[step[2] for step in steps(one)] for one in found] == [["first"], ["first"], ["first"]]


def test_how_things_stand_is_followed_from_day_to_day() -> None:
    """The missing of one day and of the next are one line without a start; what is found again lowers it."""
    (one,) = tolls(
        *(
            article(day, f"2024-03-{day}", f"[{count}](missing people; place Riverac; source préfecture; "
                    f"since 2024-03-{day}; until 2024-03-{day}) disparus.")
            for day, count in (("02", 11), ("03", 4))
        )
    )  # fmt: skip
    assert (steps(one), one.since, one.running) == (
        [("2024-03-02", 11, "first"), ("2024-03-03", 4, "lowered")],
        None,
        True,
    )


def test_what_rests_on_a_withdrawn_article_says_so() -> None:
    """The step of an article that its agency took back stays, marked, and so does one that it shares with another."""
    taken = {"withdrawn": "annule et remplace"}
    (one,) = tolls(
        told("a", "2024-03-02", "[12]{} morts."),
        article("b", "2024-03-02", f"[12]({TOLL}; until 2024-03-02) morts.", **taken),
        article("c", "2024-03-03", f"[90]({TOLL}; until 2024-03-03) morts.", **taken),
    )
    assert [step.change for step in one.steps] == [
        "an article that tells it was withdrawn",
        "every article that tells it was withdrawn",
    ]


def test_a_number_far_below_the_toll_is_shown_apart() -> None:
    """Without a word that it holds now, a number of less than two thirds of the toll may be that of a few among them."""
    found = tolls(told("a", "2024-03-02", "[31]{} morts."), told("b", "2024-03-03", "[9]{} morts au camping."))
    assert [steps(one)[0][2] for one in found] == ["first", "first"]
    (one,) = tolls(
        told("a", "2024-03-02", "[31]{} morts."), told("b", "2024-03-03", "Le bilan est ramené à [9]{} morts.")
    )
    assert [step[2] for step in steps(one)] == ["first", "lowered"]


def test_a_source_that_corrects_itself_in_its_own_article_is_beside_its_toll() -> None:
    """`nous avions parlé de 72, ils étaient 69`: nobody is credited with the 69, but it is told by the one who said 72."""
    toll = TOLL.replace("préfecture", "Secours du Val")
    (one,) = tolls(
        told("a", "2024-03-02", "[72]{} personnes ont péri.", toll),
        article(
            "b",
            "2024-03-03",
            f"Nous avions parlé de [72]({toll}; until 2024-03-02) morts. Nous rectifions : ils sont "
            f"[69]({TOLL.replace('; source préfecture', '')}; until 2024-03-03).",
            publisher="Secours du Val (SDV)",
        ),
    )
    assert ([step[1] for step in steps(one)], one.beside) == ([72], ("b.2",))
