"""The judge of tolls: each sort of case is met by what it asks for and not by what comes near it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.crosscheck.expected import CaseBroken, Outcome
from tests.crosscheck.judging.tolls import Asked
from tests.crosscheck.judging.trying import key, outcome, step, toll
from tests.crosscheck.judging.view import View, named, value_of
from tests.golden.test_gold import HERE
from tests.quality.crosschecks import Crisis, dossier_of, names_of

from recoupe.model.account import Dossier
from recoupe.model.crosscheck import Crosscheck
from recoupe.model.figure import Kind, Number
from recoupe.model.series import Agreement, Related, Series, StepKind, Verdict, Width

SHOWN, PARTLY, MISSED, QUIET, FIRED = (
    Outcome.SHOWN,
    Outcome.PARTLY,
    Outcome.MISSED,
    Outcome.QUIET,
    Outcome.FIRED,
)


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return dossier_of(Crisis.in_folder(HERE / "bria"), "gold")


@pytest.fixture(scope="module")
def view(dossier: Dossier) -> View:
    return View(Crosscheck(crisis="bria"), dossier, names_of(dossier))


@pytest.fixture(scope="module")
def running(view: View) -> Series:
    return toll(
        step(view, "bria-01: Soixante-deux", StepKind.FIRST, "2018-03-05"),
        step(view, "bria-04: recensé 71", StepKind.RAISED, "2018-03-07"),
        step(view, "bria-09: 68", StepKind.LOWERED, "2018-03-10"),
        parts=(key(view, "bria-01: dont 11"),),
        beside=(key(view, "bria-11: 79"),),
    )


def test_a_series_is_shown_where_one_holds_every_step_in_order(view: View, running: Series) -> None:
    """The steps' values, types, days, articles and origins are asked, and what hangs on them."""
    steps = ["62 first 2018-03-05 in bria-01 origins 1", "71 raised", "68 lowered|raised 2018-03"]
    case = {"kind": "killed", "place": "Bria", "source": "Observatoire", "parts": ["11"], "beside": ["79"]}
    assert outcome(view, "series", series_=(running,), steps=steps, **case).outcome is SHOWN


@pytest.mark.parametrize(
    ("steps", "detail"),
    [
        (["62 raised"], "is first, not raised"),
        (["62 first 2018-03-06"], "is of 2018-03-05, not 2018-03-06"),
        (["62 first in bria-02"], "lacks bria-02.txt"),
        (["62 origins 2"], "has 1 origins, not 2"),
        (["62", "80"], "no step 80"),
        (["71", "62"], "stands before"),
    ],
)
def test_a_series_is_partly_shown_where_something_of_it_differs(
    view: View, running: Series, steps: list[str], detail: str
) -> None:
    """What differs is said."""
    row = outcome(view, "series", series_=(running,), steps=steps)
    assert row.outcome is PARTLY
    assert detail in row.detail


@pytest.mark.parametrize(
    "case",
    [
        {"kind": "injured"},
        {"place": "Ippy"},
        {"source": "-"},
        {"since": "2018-03"},
        {"running": False},
        {"counted": "children"},
    ],
)
def test_a_series_of_another_sort_is_not_the_one_asked_for(view: View, running: Series, case: dict[str, Any]) -> None:
    """Each key of a case narrows the choice."""
    assert outcome(view, "series", series_=(running,), steps=["62"], **case).outcome is MISSED


def test_steps_spread_over_two_series_are_not_one_series(view: View, running: Series) -> None:
    """A toll that fell apart is shown in part alone."""
    halves = (replace(running, steps=running.steps[:1]), replace(running, id="t", steps=running.steps[1:]))
    assert outcome(view, "series", series_=halves, steps=["62", "71", "68"]).outcome is PARTLY


def test_a_step_that_must_not_come_fires_where_it_came(view: View, running: Series) -> None:
    """By its value, by its figure, by its type."""
    for case in ({"value": "68"}, {"of": "bria-09: 68"}, {"step": "lowered", "kind": "killed"}):
        assert outcome(view, "no_series_step", series_=(running,), **case).outcome is FIRED
    for case in ({"value": "80"}, {"of": "bria-04: Neuf"}, {"step": "widened"}, {"step": "lowered", "kind": "injured"}):
        assert outcome(view, "no_series_step", series_=(running,), **case).outcome is QUIET


def test_figures_that_must_stay_apart_fire_where_one_series_holds_them(view: View, running: Series) -> None:
    """One of the two alone is no fault."""
    both, one = ["bria-01: Soixante-deux", "bria-04: recensé 71"], ["bria-01: Soixante-deux", "bria-04: Neuf"]
    assert outcome(view, "not_one_series", series_=(running,), of=both).outcome is FIRED
    assert outcome(view, "not_one_series", series_=(running,), of=one).outcome is QUIET


def test_what_is_planned_is_kept_out_unless_a_series_holds_it(view: View) -> None:
    """The figure must be there, with its modality."""
    within = toll(step(view, "bria-06: Deux mille", StepKind.FIRST, None), kind=Kind.EVACUATED)
    assert outcome(view, "kept_out", of="bria-06: Deux mille").outcome is SHOWN
    assert outcome(view, "kept_out", of="bria-06: Deux mille", series_=(within,)).outcome is PARTLY
    assert outcome(view, "kept_out", of="bria-07: 850").outcome is MISSED
    assert outcome(view, "kept_out", of="bria-06: Deux mille", value="3000").outcome is MISSED


def test_series_are_related_by_name_or_by_being_one(view: View, running: Series) -> None:
    """In either direction."""
    narrow = toll(step(view, "bria-04: 21", StepKind.FIRST, "2018-03-07"), id="n", place="Bornou")
    tie = Related(series="s", width=Width.WIDER, why="the town holds the quarter")
    of = ["bria-01: Soixante-deux", "bria-04: 21"]
    assert outcome(view, "related", series_=(running, narrow), of=of).outcome is MISSED
    assert outcome(view, "unrelated", series_=(running, narrow), of=of).outcome is QUIET
    tied = (running, replace(narrow, related=(tie,)))
    assert outcome(view, "related", series_=tied, of=of).outcome is SHOWN
    assert outcome(view, "unrelated", series_=tied, of=of).outcome is FIRED


def test_an_agreement_is_of_both_figures_and_one_verdict(view: View) -> None:
    """The order of the two is nothing."""
    a, b = sorted((key(view, "bria-01: 5.000"), key(view, "bria-12: 5.300")))
    pair = Agreement(a=a, b=b, verdict=Verdict.COMPATIBLE, reasons=("both reach up",))
    of = ["bria-12: 5.300", "bria-01: 5.000"]
    assert outcome(view, "agreement", agreements_=(pair,), of=of, verdict="compatible").outcome is SHOWN
    assert outcome(view, "agreement", agreements_=(pair,), of=of, verdict="conflict").outcome is PARTLY
    assert outcome(view, "no_agreement", agreements_=(pair,), of=of, verdict="conflict").outcome is QUIET
    assert outcome(view, "no_agreement", agreements_=(pair,), of=of).outcome is FIRED
    assert outcome(view, "agreement", of=of, verdict="compatible").outcome is MISSED


@pytest.mark.parametrize(
    ("asked", "case"),
    [
        ("dating", {"article": "bria-99"}),
        ("kept_out", {"of": "bria-01: mot absent"}),
        ("series", {"steps": ["many first"]}),
        ("series", {"steps": ["62 first yesterday"]}),
        ("agreement", {"of": ["bria-01: 5.000", "bria-12: 5.300"]}),
        ("no_series_step", {"kind": "killed"}),
    ],
)
def test_a_case_that_cannot_be_judged_is_refused(view: View, running: Series, asked: str, case: dict[str, Any]) -> None:
    """A wrong case must not pass for a miss of the program."""
    pair = Agreement(a=key(view, "bria-01: 5.000"), b=key(view, "bria-12: 5.300"), verdict=Verdict.CONFLICT, reasons=())
    with pytest.raises(CaseBroken):
        outcome(view, asked, series_=(running,), agreements_=(pair,), **case)


@pytest.mark.parametrize(
    ("words", "value", "steps", "articles"),
    [
        ("62", (62, 62), (), ()),
        ("90+ widened 2018-03-14", (90, None), ("widened",), ()),
        ("~10 first|same undated in a-1 b-2 origins 2", (9, 11), ("first", "same"), ("a-1", "b-2")),
    ],
)
def test_a_step_is_written_in_one_line(
    words: str, value: tuple[Number, Number | None], steps: tuple[str, ...], articles: tuple[str, ...]
) -> None:
    """The value first, then whatever else is asked."""
    asked = Asked.of(words)
    assert (asked.value, asked.steps, asked.articles) == (value, steps, articles)


def test_names_and_values_match_exactly_or_not_at_all() -> None:
    """A word within a word is no match, nor is a number beside a number."""
    assert not named("Bri", "Bria")
    assert named("kotto bara", "Ousmane Kotto-Bara")
    assert value_of("62") != value_of("62+")
