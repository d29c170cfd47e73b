"""What was judged leaves as gold, and gold scores the program and a second person, with the same numbers as the given scorer."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from click.testing import Result
from tests.conftest import SAMPLE
from typer.testing import CliRunner

from recoupe.cli.app import app
from recoupe.cli.options import state
from recoupe.ledger import Ledger

ROOT = Path(__file__).parents[2]
SCORER = ROOT.parent / "shared" / "gold" / "score.py"
Command = Callable[..., Result]


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run a command; each test names its ledger."""
    monkeypatch.setattr(state, "verbose", 0)

    def run(*arguments: str | Path) -> Result:
        return CliRunner().invoke(app, [str(argument) for argument in arguments])

    return run


@pytest.fixture
def judged(sample_ledger: Path, tmp_path: Path) -> Path:
    """A copy of the sample's ledger in which two people judged figures of one article."""
    import shutil

    path = tmp_path / "ledger.sqlite"
    shutil.copy(sample_ledger, path)
    with Ledger.open(path) as ledger:
        one, two, three, four, *_ = ledger.figures(article="alep-01.txt")
        ledger.reviews.judge(one.id, "accept", by="Ana")
        ledger.reviews.judge(two.id, "reject", by="Ana", reason="pas un chiffre")
        corrected = {"kind": "other" if three.kind != "other" else "killed"}
        ledger.reviews.judge(three.id, "correct", by="Ana", reason="autre chose", changed=corrected)
        first = ledger.reviews.judge(four.id, "accept", by="Ana")
        ledger.reviews.judge(four.id, "reject", by="Ben", reason="non", rests_on=first.number)
        text = ledger.article("alep-01.txt").article.text
        start = text.index("Alep")
        values = {"kind": "killed", "counted": "people", "low": 1, "high": 1}
        ledger.reviews.add("figure", one.article_id, start, start + 4, values, by="Ana")
    return path


def rows(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_gold_holds_what_was_judged_and_leaves_the_rest_open(judged: Path, command: Command) -> None:
    """The rejected is not there; what nobody judged, or readers differ on, counts neither way."""
    gold = rows(command("export", "gold", "--of", "figure", "--crisis", SAMPLE, "--ledger", judged))
    assert {row["article"] for row in gold} == {"alep-01.txt"}
    read = rows(command("export", "figures", "--crisis", SAMPLE, "--ledger", judged))
    of_article = [row for row in read if row["article"] == "alep-01.txt"]
    assert [row["reviewed"] for row in of_article[:5]] == ["accept", "reject", "correct", "reject", None]
    assert of_article[2]["corrected"]["kind"] != of_article[2]["kind"]
    certain = {row["id"] for row in gold if not row["optional"]}
    added = certain - {row["id"] for row in read}
    assert len(added) == 1
    assert certain - added == {of_article[0]["id"], of_article[2]["id"]}
    assert of_article[1]["id"] not in {row["id"] for row in gold}
    corrected = next(row for row in gold if row["id"] == of_article[2]["id"])
    assert corrected["kind"] == of_article[2]["corrected"]["kind"]
    kept = rows(command("export", "figures", "--reviewed", "--crisis", SAMPLE, "--ledger", judged))
    assert {row["id"] for row in kept} == certain


def test_the_program_is_scored_against_what_was_judged(judged: Path, command: Command, tmp_path: Path) -> None:
    """Two found, one of them wrong in its kind, one missed, one false."""
    gold = tmp_path / "gold.jsonl"
    gold.write_text(command("export", "gold", "--of", "figure", "--crisis", SAMPLE, "--ledger", judged).stdout)
    found = json.loads(command("score", gold, "--ledger", judged, "--json", "--misses").stdout)
    assert (found["figures"]["gold"], found["figures"]["predicted"], found["figures"]["matched"]) == (3, 4, 2)
    wrong = [(row["what"], row["field"]) for row in found["misses"]]
    assert sorted(wrong, key=str) == [("false", None), ("false", None), ("missed", None), ("wrong", "kind")]
    said = command("score", gold, "--ledger", judged, "--misses")
    assert "kind: gold" in said.stdout
    assert "figures: 3 in the gold, 4 read, 2 found" in said.stdout


def test_two_people_are_scored_against_each_other(judged: Path, command: Command, tmp_path: Path) -> None:
    """Each by their own words."""
    for name in ("Ana", "Ben"):
        file = tmp_path / f"{name}.jsonl"
        file.write_text(command("export", "gold", "--of", "figure", "--by", name, "--ledger", judged).stdout)
    ana = [json.loads(line) for line in (tmp_path / "Ana.jsonl").read_text().splitlines()]
    assert sum(not row["optional"] for row in ana) == 4
    answer = command("score", tmp_path / "Ana.jsonl", "--against", tmp_path / "Ben.jsonl", "--json")
    assert json.loads(answer.stdout)["figures"]["gold"] == 4


@pytest.mark.parametrize("records", ["figures", "statements"])
def test_the_numbers_are_those_of_the_given_scorer(sample_ledger: Path, command: Command, records: str) -> None:
    if not SCORER.exists():
        pytest.skip("../shared/gold/score.py is absent")
    spec = importlib.util.spec_from_file_location("given_scorer", SCORER)
    assert spec is not None
    assert spec.loader is not None
    given: ModuleType = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(given)
    path = ROOT / "src" / "recoupe" / "sample" / f"gold.{records}.jsonl"
    gold = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    said = rows(command("export", records, "--ledger", sample_ledger))
    theirs, *_ = given.score(gold, said)
    ours = json.loads(command("score", path, "--ledger", sample_ledger, "--json").stdout)[records]
    assert ours == json.loads(json.dumps(theirs))


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "RC114"), ("{", "RC114"), ('{"article": "a", "start": 0}', "RC114"), ("[1]", "RC114"), (None, "RC101")],
)
def test_what_is_no_gold_is_said(command: Command, tmp_path: Path, text: str | None, code: str) -> None:
    path = tmp_path / "gold.jsonl"
    if text is not None:
        path.write_text(text)
    answer = command("score", path)
    assert answer.exit_code == 1
    assert code in answer.stderr


def test_articles_that_the_ledger_has_not_are_named(sample_ledger: Path, command: Command, tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    row = {
        "article": "ailleurs.txt",
        "start": 0,
        "end": 2,
        "speaker": "maire",
        "form": "direct",
        "act": "say",
        "said_on": None,
    }
    path.write_text(json.dumps(row))
    answer = command("score", path, "--ledger", sample_ledger)
    assert "ailleurs.txt" in answer.stderr
    assert "1 in the gold, 0 read, 0 found" in answer.stdout


def test_an_explanation_says_who_judged(judged: Path, command: Command) -> None:
    """To people and to programs."""
    with Ledger.open(judged) as ledger:
        record = ledger.figures(article="alep-01.txt")[2].id
    assert "by Ana: correct (kind: " in command("explain", record, "--ledger", judged).stdout
    found = json.loads(command("explain", record, "--json", "--ledger", judged).stdout)
    assert [(row["verdict"], row["by"], row["reason"]) for row in found["reviews"]] == [
        ("correct", "Ana", "autre chose")
    ]


@pytest.mark.parametrize(
    ("field", "value"),
    [("since", 2016), ("place", {"a": 1}), ("low", "384"), ("low", True), ("high", float("inf")), ("kind", [1])],
)
def test_gold_whose_fields_cannot_hold_what_they_do_is_refused(
    command: Command, judged: Path, tmp_path: Path, field: str, value: Any
) -> None:
    gold = tmp_path / "gold.jsonl"
    row = json.loads(command("export", "gold", "--ledger", judged).stdout.splitlines()[0])
    gold.write_text(json.dumps({**row, field: value}) + "\n")
    scored = command("score", gold, "--ledger", judged)
    assert scored.exit_code == 1
    assert f"line 1: {field} cannot be" in scored.stderr


def test_gold_in_boxes_without_end_is_refused(command: Command, judged: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"a":' + "[" * 100_000)
    assert "RC114" in command("score", gold, "--ledger", judged).stderr


def test_words_with_signs_that_end_lines_elsewhere_are_gold_too(command: Command, judged: Path, tmp_path: Path) -> None:
    """The separators of Unicode, and the one of old mainframes, stand in texts from the web."""
    gold = tmp_path / "gold.jsonl"
    some = [json.loads(line) for line in command("export", "gold", "--ledger", judged).stdout.split("\n") if line]
    written = (json.dumps({**row, "source": "le\u2028maire\x85élu"}, ensure_ascii=False) for row in some)
    gold.write_text("".join(f"{line}\n" for line in written), encoding="utf-8")
    assert command("score", gold, "--ledger", judged).exit_code == 0
