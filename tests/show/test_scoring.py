"""The measure: what answers what, which fields are right, and the same numbers as the scorer that was given."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
from tests.quality.sets import RECORDS, SHARED, coded_set, missing

from recoupe.show.scoring import LEVELS, Scores, score_figures, score_statements

SCORER = SHARED / "gold" / "score.py"
SCORE = {"figures": score_figures, "statements": score_statements}


def figure(start: int, end: int, **fields: Any) -> dict[str, Any]:
    known = {"low": 12, "high": 12, "kind": "killed", "counted": "people", "place": None, "since": None, "until": None}
    return {
        "article": "a", "start": start, "end": end, **known, "source": None, "modality": "reported", **fields,
    }  # fmt: skip


def statement(start: int, end: int, **fields: Any) -> dict[str, Any]:
    known = {"article": "a", "speaker": "maire", "form": "direct", "act": "say", "said_on": None}
    return {**known, "start": start, "end": end, **fields}


def f1(scores: Scores) -> list[float]:
    return [round(scores.measure(level).f1, 4) for level in LEVELS]


def test_a_figure_is_found_where_the_words_touch() -> None:
    """One character in common is enough; none is not."""
    gold = [figure(10, 14)]
    assert score_figures(gold, [figure(13, 20)]).said == len(score_figures(gold, [figure(13, 20)]).pairs) == 1
    assert len(score_figures(gold, [figure(14, 20)]).false) == 1


def test_a_statement_is_found_from_half_of_the_words() -> None:
    """Half counts, less does not."""
    gold = [statement(0, 100)]
    assert f1(score_statements(gold, [statement(0, 50)]))[0] == 1.0
    assert f1(score_statements(gold, [statement(0, 49)]))[0] == 0.0


def test_core_and_full_ask_for_more_than_detection() -> None:
    """A wrong place costs `full` alone; a wrong kind `core` as well."""
    gold = [figure(0, 2), figure(10, 12), figure(20, 22), figure(30, 32)]
    said = [figure(0, 2), figure(10, 12, place="Goma"), figure(20, 22, kind="injured"), figure(40, 42)]
    assert f1(score_figures(gold, said)) == [0.75, 0.5, 0.25]


def test_each_reading_answers_once() -> None:
    """Two gold figures that one reading covers are one found and one missed."""
    scores = score_figures([figure(0, 2), figure(3, 5)], [figure(0, 5)])
    assert (len(scores.pairs), len(scores.missed), len(scores.false)) == (1, 1, 0)


def test_of_two_readings_the_one_with_more_fields_right_answers() -> None:
    """The other is false."""
    scores = score_figures([figure(0, 10)], [figure(0, 10, kind="ill", low=3), figure(2, 4)])
    assert f1(scores) == [0.6667, 0.6667, 0.6667]


def test_optional_gold_counts_neither_way() -> None:
    """Found or not, it is neither missed nor false."""
    gold = [figure(0, 2), figure(10, 12, optional=True)]
    assert f1(score_figures(gold, [figure(0, 2)])) == f1(score_figures(gold, [figure(0, 2), figure(10, 12)])) == [1] * 3


def test_any_of_several_accepted_answers_is_right() -> None:
    """The gold may hold a list, with null in it."""
    gold = [figure(0, 2, place=["Alep", None], kind=["killed", "missing"])]
    assert f1(score_figures(gold, [figure(0, 2, kind="missing")]))[2] == 1.0
    assert f1(score_figures(gold, [figure(0, 2, place="Idleb")]))[2] == 0.0


@pytest.mark.parametrize(("gold", "said", "right"), [
    ("2016-11", "2016-11-15", True), ("2016", "2016-11-15", True), ("2016-11-15", "2016-11", False),
    (None, None, True), (None, "2016-11-15", False), ("2016-11-15", None, False),
])  # fmt: skip
def test_a_gold_month_accepts_its_days(gold: str | None, said: str | None, right: bool) -> None:
    """But a day accepts only itself, and nothing only nothing."""
    scores = score_figures([figure(0, 2, since=gold)], [figure(0, 2, since=said)])
    assert scores.field("window") == float(right)


@pytest.mark.parametrize(("gold", "said", "right"), [
    ("Croissant-Rouge syrien", "le Croissant rouge syrien", True), ("L’Élysée", "elysee", True),
    ("Observatoire", "Observatoire syrien", False), (None, "l'ONU", False), (None, None, True),
])  # fmt: skip
def test_names_are_the_same_whatever_their_article_case_and_accents(
    gold: str | None, said: str | None, right: bool
) -> None:
    """A part of a name is not the name."""
    scores = score_statements([statement(0, 9, speaker=gold)], [statement(0, 9, speaker=said)])
    assert scores.field("speaker") == float(right)


def test_readings_in_a_report_without_gold_are_false_where_the_report_is_judged() -> None:
    """A report in which nothing is to be found is a test as well."""
    stray = figure(0, 2) | {"article": "b"}
    assert score_figures([figure(0, 2)], [figure(0, 2), stray]).false == ()
    assert score_figures([figure(0, 2)], [figure(0, 2), stray], ["a", "b"]).false == (stray,)


def test_tallies_count_found_core_full_and_false_by_value() -> None:
    """What is false is counted under what it was read as."""
    gold = [figure(0, 2), figure(10, 12), figure(20, 22, kind="ill")]
    said = [figure(0, 2), figure(10, 12, kind="ill"), figure(30, 32, kind="ill")]
    tallies = score_figures(gold, said).by("kind")
    assert [(t.gold, t.found, t.core, t.full, t.false) for t in (tallies["killed"], tallies["ill"])] == [
        (2, 2, 1, 1, 0), (1, 0, 0, 0, 1),
    ]  # fmt: skip


def readings(gold: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Yield readings of a gold: the gold itself, and ever worse copies of it."""
    first = [{key: value[0] if isinstance(value, list) else value for key, value in row.items()} for row in gold]
    yield first
    for step in (2, 3, 5, 7):
        worse = []
        for at, row in enumerate(first):
            if at % step == 0:
                continue
            moved = {**row, "start": row["start"] + at % step - 1, "end": row["end"] + at % 4 * step}
            if at % (step + 1) == 0:
                moved |= {"kind": "other", "low": 1, "speaker": "une source", "until": None, "said_on": "2016-12-14"}
            worse += [moved, {**row, "end": row["end"] + 1}] if at % (step + 4) == 0 else [moved]
        yield worse


@pytest.fixture(scope="module")
def given() -> ModuleType:
    """The scorer that was given with the gold."""
    if not SCORER.exists():
        pytest.skip("../shared/gold/score.py is absent")
    spec = importlib.util.spec_from_file_location("given_scorer", SCORER)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("records", RECORDS)
@pytest.mark.parametrize("name", ["seeds", "dossiers read", "own", "sample"])
def test_our_measure_gives_the_numbers_of_the_given_scorer(given: ModuleType, name: str, records: str) -> None:
    """On the gold read as it is, and read ever worse."""
    if reason := missing(name):
        pytest.skip(reason)
    gold = coded_set(name).gold[records]
    for said in readings(gold):
        theirs, pairs, misses, false = given.score(gold, said)
        ours = SCORE[records](gold, said)
        assert (len(ours.pairs), ours.missed, len(ours.false)) == (len(pairs), tuple(misses), len(false))
        for level in LEVELS:
            measure = ours.measure(level)
            assert theirs[level] == pytest.approx((measure.precision, measure.recall, measure.f1))
        assert theirs["fields"] == pytest.approx({field: ours.field(field) for field in ours.fields})
