"""Tolls across articles: which figures make one line, how each step moved, and what is never joined."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from tests.crosscheck.build import article, dossier, judged

from recoupe.crosscheck.tolls.series import series
from recoupe.model.account import Account, Dossier
from recoupe.model.judgement import Judgement, NameOf
from recoupe.model.series import Note, Series, Width

TOLL = "killed people; place Riverac; since 2024-03-01; source préfecture"
CIVILIANS = TOLL.replace("people", "civilians")


class Names:
    """Names as written, but for those that a person has joined."""

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self._keys = {one.one: one.other for one in judgements if one.same}

    def key(self, of: NameOf, name: str) -> str:
        return self._keys.get(name, name)


class Origins:
    """One origin for each source, and for each article where nobody is credited."""

    def __init__(self, given: Dossier) -> None:
        self._of = {
            key: figure.source or account.article.id
            for account in given.accounts
            for key, figure in account.figures.items()
        }

    def behind(self, record_ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted({self._of[key] for key in record_ids}))

    def carried(self, record: str) -> tuple[str, ...]:
        return ()


def tolls(*accounts: Account, judgements: Iterable[Judgement] = ()) -> tuple[Series, ...]:
    given = dossier(*accounts, judgements=judgements)
    return series(given, Names(given.judgements), Origins(given))


def steps(one: Series) -> list[tuple[str | None, float | None, str]]:
    return [(step.until, step.low, step.step.value) for step in one.steps]


def told(name: str, day: str, words: str, toll: str = TOLL, more: str = "") -> Account:
    return article(name, day, words.format(f"({toll}; until {day[:10]}{more})"))


def test_a_toll_that_rises_is_one_line_of_dated_steps() -> None:
    """Each value has its day, its articles and its origins; what two dispatches of a day repeat is one step."""
    (one,) = tolls(
        told("a", "2024-03-02", "La crue a fait [12]{} morts."),
        told("b", "2024-03-02", "On compte [12]{} morts."),
        told("c", "2024-03-03", "Il y a [15]{} morts."),
        told("d", "2024-03-04", "Toujours [15]{} morts."),
    )
    assert steps(one) == [
        ("2024-03-02", 12, "first"),
        ("2024-03-03", 15, "raised"),
        ("2024-03-04", 15, "same"),
    ]
    assert one.steps[0].articles == ("a", "b")
    assert one.steps[0].origins == ("préfecture",)
    assert (one.since, one.source, one.place, one.running) == ("2024-03-01", "préfecture", "Riverac", True)


def test_a_source_that_corrects_its_toll_lowers_it() -> None:
    """A later lower number of the same source is shown as lowered."""
    (one,) = tolls(
        told("a", "2024-03-02", "La crue a fait [17]{} morts."),
        told("b", "2024-03-03", "La crue a fait [16]{} morts, a rectifié la préfecture."),
    )
    assert [step[2] for step in steps(one)] == ["first", "lowered"]


def test_a_correction_inside_one_article_is_two_steps() -> None:
    """`de 17 à 16` is the number before and the number now, though both are told on one day."""
    (one,) = tolls(
        told("a", "2024-03-02", "La crue a fait [17]{} morts."),
        article(
            "b",
            "2024-03-04",
            f"La préfecture a ramené de [17]({TOLL}; until 2024-03-04) à [16]({TOLL}; until 2024-03-04) le nombre de morts.",
        ),
    )
    assert [step[1:] for step in steps(one)] == [(17, "first"), (16, "lowered")]
    assert one.steps[0].articles == ("a", "b")


def test_a_toll_that_denies_its_last_number_is_lowered() -> None:
    """`35, et non 37`: the 37 is in no step, and the 35 says that it stands in its place."""
    (one,) = tolls(
        article(
            "a",
            "2024-03-03",
            f"[35]({TOLL}; until 2024-03-03) personnes, et non [37]({TOLL}; until 2024-03-03; denied), sont mortes.",
        )
    )
    assert [step[1:] for step in steps(one)] == [(35, "lowered")]
    assert one.steps[0].change == "in place of 37, which is taken back"
    assert one.steps[0].notes == (Note.INSTEAD,)
    assert one.steps[0].figures == ("a.1",)


def test_a_number_that_is_taken_back_later_is_the_step_before_though_the_other_is_of_an_earlier_day() -> None:
    """`vendredi` 41, and not 44: the 44 was told on Sunday, the 41 on Tuesday, and of Friday alone."""
    friday = TOLL.replace("since 2024-03-01", "since 2024-03-01; until 2024-03-01")
    first = told("a", "2024-03-03", "L'explosion a fait [44]{} morts.")
    righted = article(
        "b", "2024-03-05", f"[41]({friday}) personnes, et non [44]({friday}; denied), sont mortes vendredi."
    )
    (one,) = tolls(first, righted)
    assert steps(one) == [("2024-03-03", 44, "first"), ("2024-03-05", 41, "lowered")]
    assert one.steps[1].change == "told as the toll of 2024-03-01 alone; in place of 44, which is taken back"
    assert one.steps[1].notes == (Note.INSTEAD,)


def test_a_number_taken_back_by_the_toll_of_one_day_is_lowered_where_that_day_has_both() -> None:
    """Both reports count the dead of Friday alone: the later one takes the earlier one's number back."""
    friday = TOLL.replace("since 2024-03-01", "since 2024-03-01; until 2024-03-01")
    (one,) = tolls(
        article("a", "2024-03-01", f"[44]({friday}) personnes sont mortes vendredi."),
        article("b", "2024-03-05", f"[41]({friday}) personnes, et non [44]({friday}; denied), sont mortes vendredi."),
    )
    assert [step[1:] for step in steps(one)] == [(44, "first"), (41, "lowered")]


def test_a_number_that_nobody_told_before_is_taken_back_without_a_step() -> None:
    """What stands in place of a number that is told later only comes first."""
    friday = TOLL.replace("since 2024-03-01", "since 2024-03-01; until 2024-03-01")
    found = tolls(
        article("b", "2024-03-02", f"[41]({friday}) personnes, et non [44]({friday}; denied), sont mortes vendredi."),
        told("a", "2024-03-06", "L'explosion a fait [44]{} morts."),
    )
    assert ("2024-03-01", 41, "lowered") in [step for one in found for step in steps(one)]


def test_a_toll_that_counts_more_people_is_widened_on_one_line() -> None:
    """A source's tally of civilians and its later one of inhabitants is one line with the change marked, the children
    part of it, an unattributed number between the two beside it."""
    found = tolls(
        article(
            "a",
            "2024-03-02",
            f"[384]({CIVILIANS}; until 2024-03-02; id whole) civils ont péri, dont au moins "
            f"[45]({TOLL.replace('people', 'children')}; until 2024-03-02; at_least; part_of whole) enfants.",
        ),
        told("b", "2024-03-04", "[413]{} civils ont péri.", CIVILIANS.replace("; source préfecture", "")),
        told("c", "2024-03-08", "Plus de [465]{} habitants ont péri.", TOLL, "; more_than"),
    )
    (one,) = [one for one in found if one.counted == "civilians"]
    assert steps(one) == [("2024-03-02", 384, "first"), ("2024-03-08", 465, "widened")]
    assert one.steps[1].change == "counted civilians before, people now"
    assert one.parts == ("a.2",)
    assert one.beside == ("b.1",)
    (children,) = [one for one in found if one.counted == "children"]
    assert [(other.series, other.width, other.why) for other in children.related] == [
        (one.id, Width.WIDER, "civilians hold children")
    ]
    assert len(found) == 2


def test_a_toll_that_falls_because_fewer_people_are_counted_is_not_lowered() -> None:
    """Habitants first and civilians later are two lines that name each other, and neither falls."""
    found = tolls(
        told("a", "2024-03-02", "[40]{} habitants sont morts."),
        told("b", "2024-03-03", "[31]{} civils sont morts.", CIVILIANS),
    )
    assert [[step[2] for step in steps(one)] for one in found] == [["first"], ["first"]]
    assert {(one.counted.value, other.width.value) for one in found for other in one.related} == {
        ("civilians", "wider"),
        ("people", "narrower"),
    }


def test_a_toll_that_falls_because_the_place_was_narrowed_is_not_lowered() -> None:
    """The toll of a side of the town is another than that of the town, and is said to be narrower."""
    found = tolls(
        told("a", "2024-03-02", "[40]{} personnes sont mortes."),
        told("b", "2024-03-03", "[31]{} personnes sont mortes.", TOLL.replace("Riverac", "Riverac-Est")),
        told("c", "2024-03-04", "[22]{} personnes sont mortes.", f"{TOLL}; place_text rive droite"),
    )
    assert [steps(one)[0][2] for one in found] == ["first", "first", "first"]
    town = next(one for one in found if one.place == "Riverac")
    assert sorted(other.why for other in town.related) == [
        "Riverac holds Riverac (rive droite): the words narrow the place",
        "Riverac holds Riverac-Est: the name is that of a side of the town",
    ]


def test_three_names_of_one_place_are_one_toll_once_a_person_has_said_so() -> None:
    """Without a judgement the three lines stay apart; with it they are one."""
    accounts = (
        told("a", "2024-03-02", "[105]{} morts.", TOLL.replace("Riverac", "Riverac-Ouest")),
        told("b", "2024-03-03", "[129]{} morts.", TOLL.replace("Riverac", "quartiers loyalistes")),
        told("c", "2024-03-05", "[142]{} morts.", f"{TOLL}; place_text côté gouvernemental"),
    )
    assert len(tolls(*accounts)) == 3
    said = [judged("place", name, "Riverac-Ouest") for name in ("quartiers loyalistes", "côté gouvernemental")]
    (one,) = tolls(*accounts, judgements=said)
    assert [step[1:] for step in steps(one)] == [(105, "first"), (129, "raised"), (142, "raised")]
    assert one.steps[1].change == "the place is called quartiers loyalistes, Riverac-Ouest before"


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (TOLL.replace("Riverac", "Montclar"), "another town"),
        (TOLL.replace("préfecture", "Croix-Rouge"), "another source"),
        (TOLL.replace("2024-03-01", "2024-02-01"), "another start"),
        (TOLL.replace("killed", "injured"), "another kind"),
        (TOLL + "; alleged", "hearsay"),
        (TOLL + "; unit percent", "a share"),
        (TOLL.replace("people", "combatants"), "others are counted"),
    ],
)
def test_tolls_that_differ_in_what_makes_a_toll_are_two(other: str, why: str) -> None:
    """The same number in another town, of another source or since another day is another toll."""
    found = tolls(told("a", "2024-03-02", "[12]{} morts."), told("b", "2024-03-03", "[12]{} morts.", other))
    assert [len(one.steps) for one in found] == [1, 1], why


@pytest.mark.parametrize("modality", ["planned", "called_for", "denied"])
def test_what_did_not_happen_is_in_no_toll(modality: str) -> None:
    """A planned, asked for or denied number is no step, no part and beside nothing."""
    found = tolls(
        told("a", "2024-03-02", "[12]{} morts."), told("b", "2024-03-03", "[90]{} morts.", TOLL, f"; {modality}")
    )
    assert [steps(one) for one in found] == [[("2024-03-02", 12, "first")]]
    assert [(one.parts, one.beside) for one in found] == [((), ())]


def test_hearsay_is_a_toll_of_its_own_that_says_so() -> None:
    """A number told in the conditional neither raises what is reported nor is lowered by it."""
    found = tolls(
        told("a", "2024-03-02", "[12]{} morts."),
        told("b", "2024-03-03", "[40]{} personnes seraient mortes.", TOLL, "; alleged"),
        told("c", "2024-03-04", "[15]{} morts."),
    )
    assert [[step[1:] for step in steps(one)] for one in found] == [[(12, "first"), (15, "raised")], [(40, "first")]]
    assert [one.steps[0].change for one in found] == [None, "told on hearsay"]


def test_two_attacks_of_one_day_in_one_town_are_two_tolls() -> None:
    """Two numbers of one day, one town and one source are never steps of each other unless words say that one updates
    the other."""
    day = TOLL.replace("2024-03-01", "2024-03-02")
    market = told("a", "2024-03-02", "Une bombe a tué [12]{} personnes au marché.", day)
    station = article("b", "2024-03-03", f"À la gare, [15]({day}; until 2024-03-02) personnes ont été tuées.")
    assert [[step[2] for step in steps(one)] for one in tolls(market, station)] == [["first"], ["first"]]
    update = article("b", "2024-03-03", f"Le nouveau bilan est de [15]({day}; until 2024-03-02) morts.")
    (one,) = tolls(market, update)
    assert [step[2] for step in steps(one)] == ["first", "raised"]
    assert not one.running


def test_a_smaller_number_told_beside_a_toll_does_not_lower_it() -> None:
    """What one article tells at once as less than its toll is a share of it, and moves nothing."""
    found = tolls(
        told("a", "2024-03-02", "La crue a fait [31]{} morts."),
        article(
            "b",
            "2024-03-03",
            f"La crue a fait [31]({TOLL}; until 2024-03-03) morts. [19]({TOLL}; until 2024-03-03) se trouvaient au camping.",
        ),
        told("c", "2024-03-04", "La crue a fait [33]{} morts."),
    )
    assert [[step[1:] for step in steps(one)] for one in found] == [
        [(31, "first"), (31, "same"), (33, "raised")],
        [(19, "first")],
    ]


def test_what_came_on_top_is_part_of_a_toll_and_no_step() -> None:
    """`trois de plus que la veille` and `dont 12 à domicile` hang on the number that holds them."""
    (one,) = tolls(
        article(
            "a",
            "2024-03-03",
            f"La crue a fait [17]({TOLL}; until 2024-03-03) morts, [3]({TOLL}; until 2024-03-03) de plus que la veille, "
            f"dont [12]({TOLL}; until 2024-03-03) à domicile.",
        )
    )
    assert (steps(one), one.parts) == ([("2024-03-03", 17, "first")], ("a.2", "a.3"))


def test_an_earlier_number_told_again_stands_before_the_new_one() -> None:
    """`il avait fait état de 22` is the value before 31, though the article tells both of its own day."""
    (one,) = tolls(
        article(
            "a",
            "2024-03-03",
            f"Le bilan est de [31]({TOLL}; until 2024-03-03) morts. Le matin, le préfet avait fait état de "
            f"[22]({TOLL}; until 2024-03-03) tués.",
        )
    )
    assert [step[1:] for step in steps(one)] == [(22, "first"), (31, "raised")]
    assert one.steps[0].change == "told only as the number before"
    assert one.steps[0].notes == (Note.RECALLED,)


def test_hedges_of_one_value_are_one_step_and_moves_are_read_with_care() -> None:
    """`plus de 300` and 312 of one day are apart, `au moins 27` and 27 are one; a hedge that leaves it open is `same`."""
    (one,) = tolls(
        told("a", "2024-03-02", "Au moins [27]{} morts.", TOLL, "; at_least"),
        told("b", "2024-03-02", "[27]{} morts."),
        told("c", "2024-03-03", "Une [30]{} de morts.", TOLL, "; about; low 27; high 33"),
        told("d", "2024-03-04", "Plus de [40]{} morts.", TOLL, "; more_than"),
        told("e", "2024-03-05", "Plus de [52]{} morts.", TOLL, "; more_than"),
    )
    assert [step.step.value for step in one.steps] == ["first", "same", "raised", "raised"]
    assert (one.steps[0].low, one.steps[0].high, one.steps[0].change) == (27, 27, "also told as 27 (at least)")
    assert one.steps[1].change == "the words differ: 27 before, 30 (about) now"
