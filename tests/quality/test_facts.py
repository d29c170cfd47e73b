"""The tables of facts: each asks for what its crisis holds, and those set apart show totals alone."""

from __future__ import annotations

import csv
from collections import Counter

import pytest
from tests.crosscheck.expected import JUDGES, Outcome, Row, judge, judgements_of, load_cases
from tests.crosscheck.judging.tolls import Asked
from tests.crosscheck.judging.view import View, value_of
from tests.quality import sets
from tests.quality.crosschecks import dossier_of, names_of
from tests.quality.facts.__main__ import lines, main, totals
from tests.quality.facts.tables import Table, tables

from recoupe.model.crosscheck import Crosscheck
from recoupe.model.figure import Figure

TABLES = [table for table in tables() if table.shared]
by_table = pytest.mark.parametrize("table", TABLES, ids=[table.name for table in TABLES])


def view_of(table: Table) -> View:
    if reason := table.missing():
        pytest.skip(reason)
    dossier = dossier_of(table.crisis, "gold", judgements_of(load_cases(table.path)))
    return View(Crosscheck(crisis=table.name), dossier, names_of(dossier))


def test_the_crises_that_are_set_apart_have_their_facts_apart() -> None:
    """By their names, as the sets are drawn."""
    if not (sets.SHARED / "dossiers").exists():
        pytest.skip("../shared/dossiers is absent")
    crises = [path.name for path in (sets.SHARED / "dossiers").iterdir() if path.is_dir()]
    apart = {table.name for table in TABLES if table.unread}
    assert apart == set(sets.set_apart(crises))
    assert {table.name for table in TABLES if not table.unread and "seeds" not in table.name} == set(crises) - apart


@by_table
def test_every_fact_can_be_judged_and_none_is_told_twice(table: Table) -> None:
    """All articles that a fact names are there; each fact says what it is."""
    view = view_of(table)
    cases = load_cases(table.path)
    rows = judge(view.check, view.dossier, view.names, cases)
    assert rows
    assert all(row.sort in ("toll", "correction", "dispute", "plan", "copy", "day") for row in rows)
    assert max(Counter(row.case for row in rows).values()) == 1
    assert not [row for row in rows if row.outcome is Outcome.FIRED]


@by_table
def test_every_value_asked_for_is_in_the_gold(table: Table) -> None:
    """A step or a figure that the texts do not hold could never be shown."""
    view = view_of(table)
    said = {(one.low, one.high) for one in view.records.values() if isinstance(one, Figure)}
    absent = []
    for cases in (cases for asked, cases in load_cases(table.path).items() if asked in JUDGES):
        for case in cases:
            values = [Asked.of(step).value for step in case.get("steps", ())]
            values += [value_of(words) for name in ("parts", "beside", "values") for words in case.get(name, ())]
            values += [value_of(case["value"])] if "value" in case else []
            absent += [(case["case"], value) for value in values if value not in said]
            of = [case["of"]] if isinstance(case.get("of"), str) else case.get("of", ())
            absent += [(case["case"], reference) for reference in of if not view.records_at(reference)]
    assert not absent


@by_table
def test_every_undated_article_of_a_crisis_is_asked_for_its_day(table: Table) -> None:
    """And for no other day than its own."""
    view_of(table)
    with table.crisis.table.open(encoding="utf-8", newline="") as text:
        true = {row["article"]: row for row in csv.DictReader(text)}
    asked = {case["article"]: case["holds"] for case in load_cases(table.path).get("dating", ())}
    assert all(true[f"{name}.txt"]["published"] == day for name, day in asked.items())
    assert {name.removesuffix(".txt") for name, row in true.items() if row.get("dated") == "no"} <= set(asked)


def test_facts_that_are_set_apart_are_not_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """Asking for them by name is refused."""
    name = next(table.name for table in TABLES if table.unread)
    assert main([name]) == 2
    captured = capsys.readouterr()
    assert not captured.out
    assert "only totals" in captured.err


def test_the_table_says_what_is_shown_and_what_lacks() -> None:
    """A line for each fact, a line for each sort."""
    facts = [
        {"gold": Row(case="the dead", asked="series", sort="toll", outcome=Outcome.SHOWN)},
        {"gold": Row(case="the hurt", asked="series", sort="toll", outcome=Outcome.PARTLY, detail="no step 9")},
        {"gold": Row(case="the truce", asked="dispute", sort="dispute", outcome=Outcome.MISSED)},
        {"gold": Row(case="the plan", asked="no_series_step", sort="plan", outcome=Outcome.FIRED)},
    ]
    assert lines(facts, ["gold"])[3] == "| the hurt | toll | partly | no step 9 |"
    assert [line.split(" | ")[0] for line in lines(facts, ["gold"], wrong=True)[2:]] == [
        "| the hurt",
        "| the truce",
        "| the plan",
    ]
    assert totals(facts, ["gold"])[2:] == [
        "| dispute | 1 | 0 | 0 | 1 | 0 |",
        "| plan | 1 | 0 | 0 | 0 | 1 |",
        "| toll | 2 | 1 | 1 | 0 | 0 |",
        "| all | 4 | 1 | 1 | 1 | 1 |",
    ]
