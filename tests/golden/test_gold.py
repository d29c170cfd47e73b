"""The golden crises themselves: their gold stands at its words, and their cases ask for what is there."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.crosscheck.expected import JUDGES, Outcome, judge, judgements_of, load_cases
from tests.golden.__main__ import folders
from tests.quality.crosschecks import Crisis, dossier_of, names_of
from tests.quality.crosschecks import table as table_of

from recoupe.model.crosscheck import Crosscheck

HERE = Path(__file__).parent
CRISES = folders()
RECORDS = ("figures", "statements")
by_crisis = pytest.mark.parametrize("folder", CRISES, ids=[folder.name for folder in CRISES])


def rows(folder: Path, records: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / f"gold.{records}.jsonl").read_text("utf-8").splitlines()]


def text_of(folder: Path, name: str) -> str:
    return (folder / name).read_bytes().decode("utf-8")


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def test_there_is_a_golden_crisis() -> None:
    """A folder that went away would leave every other test here without a case."""
    assert CRISES


@by_crisis
def test_every_article_of_the_table_is_there_and_no_other(folder: Path) -> None:
    """A text without its row would be read without its day."""
    assert [row["article"] for row in table_of(folder / "articles.csv")] == sorted(p.name for p in folder.glob("*.txt"))


@by_crisis
@pytest.mark.parametrize("records", RECORDS)
def test_gold_stands_at_its_words(folder: Path, records: str) -> None:
    """The offsets of each row cut out its text."""
    wrong = [
        f"{row['article']}:{row['start']}"
        for row in rows(folder, records)
        if text_of(folder, row["article"])[row["start"] : row["end"]] != row["text"]
    ]
    assert not wrong


@by_crisis
def test_no_two_figures_overlap_and_no_row_comes_twice(folder: Path) -> None:
    """One record for each quantity in each place where it stands."""
    at: Counter[tuple[str, int]] = Counter()
    for row in rows(folder, "figures"):
        at.update((row["article"], place) for place in range(row["start"], row["end"]))
    assert max(at.values()) == 1
    said = Counter((row["article"], row["start"], row["end"], row["cue_start"]) for row in rows(folder, "statements"))
    assert max(said.values()) == 1


@by_crisis
def test_the_cue_of_a_statement_stands_outside_what_is_said_and_near_it(folder: Path) -> None:
    """A cue is in the same paragraph, and its offsets cut out its words."""
    wrong = []
    for row in rows(folder, "statements"):
        text = text_of(folder, row["article"])
        begin, end = row["cue_start"], row["cue_end"]
        apart = end <= row["start"] or row["end"] <= begin
        between = text[min(end, row["end"]) : max(begin, row["start"])]
        if text[begin:end] != row["cue"] or not apart or "\n\n" in between:
            wrong.append(f"{row['article']}:{row['start']} {row['cue']}")
    assert not wrong


@by_crisis
def test_a_part_hangs_on_a_larger_figure_of_its_article(folder: Path) -> None:
    """`part_of` is the start of a figure of the same kind that is not smaller."""
    at = {(row["article"], row["start"]): row for row in rows(folder, "figures")}
    for row in at.values():
        if row["part_of"] is not None:
            whole = at[row["article"], row["part_of"]]
            assert whole["kind"] == row["kind"]
            assert whole["low"] >= row["low"]


@by_crisis
def test_days_of_gold_are_days(folder: Path) -> None:
    """A window begins before it ends, on days of the calendar."""
    for row in rows(folder, "figures"):
        since, until = listed(row["since"])[0], listed(row["until"])[0]
        for day in (*listed(row["since"]), *listed(row["until"])):
            assert day is None or len(day) < 10 or date.fromisoformat(day)
        assert since is None or until is None or since <= until


@by_crisis
def test_a_speaker_and_a_source_are_in_the_article(folder: Path) -> None:
    """No name in the gold comes from anywhere else."""
    for records, field in (("figures", "source"), ("statements", "speaker")):
        for row in rows(folder, records):
            text = text_of(folder, row["article"]).replace("’", "'").casefold()
            for name in listed(row[field]):
                words = (name or "").replace("'", " ").casefold().split()
                absent = [word for word in words if len(word) > 3 and word not in text]
                assert not absent, f"{row['article']}: {name}"


@by_crisis
@pytest.mark.parametrize("days", ["given", "all"])
def test_gold_makes_accounts(folder: Path, days: str) -> None:
    """Every row is a record of the model, under an id of its own."""
    dossier = dossier_of(Crisis.in_folder(folder, days=days), "gold")
    made = sum(len(account.figures) + len(account.statements) for account in dossier.accounts)
    assert made == sum(len(rows(folder, records)) for records in RECORDS)


@by_crisis
def test_every_case_can_be_judged_and_none_is_met_by_silence(folder: Path) -> None:
    """All articles and words that a case names are there; a cross-check that found nothing shows nothing, fires nothing."""
    for path in sorted(folder.glob("expected*.toml")):
        cases = load_cases(path)
        dossier = dossier_of(Crisis.in_folder(folder), "gold", judgements_of(cases))
        outcomes = judge(Crosscheck(crisis=folder.name), dossier, names_of(dossier), cases)
        assert outcomes
        unmet = {Outcome.MISSED, Outcome.QUIET, Outcome.UNASKED}
        # what is planned is kept out of every toll where there is no toll at all
        wrong = [row for row in outcomes if row.outcome not in unmet and row.asked != "kept_out"]
        assert not wrong
        assert not [row.case for row in outcomes if row.outcome is Outcome.UNASKED and "happening" not in row.asked]


@by_crisis
def test_each_sort_of_case_is_there_and_none_is_told_twice(folder: Path) -> None:
    """The golden crisis holds every case of the cross-check."""
    asked = [(name, case["case"]) for path in folder.glob("expected*.toml") for name, cases in load_cases(path).items()
             if name != "judgement" for case in cases]  # fmt: skip
    assert {name for name, _ in asked} == set(JUDGES)
    twice = [sentence for sentence, times in Counter(sentence for _, sentence in asked).items() if times > 1]
    assert not twice
