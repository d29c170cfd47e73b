"""What the sample crisis holds: reports and the gold that was coded from them."""

import csv
import json
import re
import unicodedata
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from recoupe.model.figure import Counted, Kind, Modality, Qualifier
from recoupe.model.statement import Act, Form

SAMPLE = Path(str(files("recoupe.sample")))
SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
FIGURE_FIELDS = [
    "article",
    "start",
    "end",
    "text",
    "low",
    "high",
    "qualifier",
    "unit",
    "kind",
    "counted",
    "side",
    "by",
    "place",
    "since",
    "until",
    "source",
    "modality",
    "part_of",
    "optional",
]
STATEMENT_FIELDS = [
    "article",
    "start",
    "end",
    "text",
    "speaker",
    "form",
    "cue",
    "cue_start",
    "cue_end",
    "act",
    "via",
    "said_on",
    "optional",
]
STOCK_NAMES = (
    "l'Observatoire syrien des droits de l'Homme (OSDH) a",
    "selon l'Observatoire syrien des droits de l'Homme",
    "Le Haut-Commissariat de l'ONU aux droits de l'Homme",
    "Comité international de la Croix-Rouge (CICR)",
)


def rows(name: str) -> list[dict[str, Any]]:
    lines = (SAMPLE / f"gold.{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def accepted(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


@cache
def text(article: str) -> str:
    return (SAMPLE / "alep-2016" / article).read_bytes().decode("utf-8")


def articles() -> list[dict[str, str]]:
    with (SAMPLE / "alep-2016" / "articles.csv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def runs(words_of: str, length: int) -> set[tuple[str, ...]]:
    plain = unicodedata.normalize("NFKD", words_of.casefold())
    words = re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c)))
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


def test_every_report_stands_in_the_table_and_every_row_has_its_report() -> None:
    """The folder and articles.csv name the same files."""
    assert [row["article"] for row in articles()] == sorted(path.name for path in (SAMPLE / "alep-2016").glob("*.txt"))


def test_every_report_is_short() -> None:
    """A report has 120 to 260 words."""
    assert {row["article"]: len(text(row["article"]).split()) for row in articles()} == {
        row["article"]: pytest.approx(190, abs=70) for row in articles()
    }


def test_one_report_has_no_day_anywhere() -> None:
    """Exactly one report is undated, in the table and in its text."""
    undated = [row["article"] for row in articles() if not row["published"]]
    assert undated == ["alep-10.txt"]
    assert not re.search(r"\b(20\d\d|déc\w*)\b", text("alep-10.txt"))


@pytest.mark.parametrize(("name", "fields"), [("figures", FIGURE_FIELDS), ("statements", STATEMENT_FIELDS)])
def test_every_gold_record_holds_the_words_of_its_span(name: str, fields: list[str]) -> None:
    """The fields are those of the codebook, and the text of a record is text[start:end] of its report."""
    records = rows(name)
    assert records
    for record in records:
        assert list(record) == fields
        assert record["text"] and record["text"] == text(record["article"])[record["start"] : record["end"]]


def test_every_report_has_figures_and_statements() -> None:
    """No report is left without gold."""
    names = {row["article"] for row in articles()}
    assert {record["article"] for record in rows("figures")} == names
    assert {record["article"] for record in rows("statements")} == names


def test_figures_use_the_values_of_the_model() -> None:
    """Kinds, counted, qualifiers and modalities are those that the model knows, and units are the codebook's."""
    for record in rows("figures"):
        assert {Kind(kind) for kind in accepted(record["kind"])}
        assert {Counted(counted) for counted in accepted(record["counted"])}
        assert {Modality(modality) for modality in accepted(record["modality"])}
        assert Qualifier(record["qualifier"])
        assert re.fullmatch(r"count|percent|km2|[A-Z]{3}", record["unit"])


def test_intervals_follow_their_qualifiers() -> None:
    """An interval is never empty, and open only where its qualifier opens it."""
    low_open, high_open = {"at_most", "up_to", "less_than"}, {"at_least", "more_than"}
    for record in rows("figures"):
        low, high, qualifier = record["low"], record["high"], record["qualifier"]
        assert (low is None) == (qualifier in low_open)
        assert (high is None) == (qualifier in high_open)
        if low is not None and high is not None:
            assert low <= high
            assert (low == high) == (qualifier == "exact")


def test_a_part_names_the_start_of_a_figure_of_its_report() -> None:
    """part_of points at a larger figure before it."""
    figures = rows("figures")
    starts = {(record["article"], record["start"]) for record in figures}
    parts = [record for record in figures if record["part_of"] is not None]
    assert parts
    for record in parts:
        assert (record["article"], record["part_of"]) in starts
        assert record["part_of"] < record["start"]


def test_figures_of_a_report_do_not_overlap() -> None:
    """A number expression stands in one figure only."""
    for article in {record["article"] for record in rows("figures")}:
        spans = sorted((r["start"], r["end"]) for r in rows("figures") if r["article"] == article)
        assert all(left[1] <= right[0] for left, right in pairwise(spans))


def test_statements_use_the_values_of_the_model_and_show_their_cue() -> None:
    """Forms and acts are those that the model knows, and the cue is text[cue_start:cue_end]."""
    for record in rows("statements"):
        assert {Form(form) for form in accepted(record["form"])}
        assert {Act(act) for act in accepted(record["act"])}
        assert record["cue"] and record["cue"] == text(record["article"])[record["cue_start"] : record["cue_end"]]


def test_a_direct_statement_stands_between_quotation_marks() -> None:
    """The span of direct speech begins after an opening mark and holds none of its own at the ends."""
    for record in rows("statements"):
        if record["form"] == "direct":
            assert text(record["article"])[: record["start"]].rstrip()[-1] in '«"'
            assert record["text"][0] not in '«"'


def test_days_are_iso_days() -> None:
    """Windows and days of speech are ISO days or months, or null."""
    days = [day for r in rows("figures") for day in (*accepted(r["since"]), *accepted(r["until"]))]
    days += [day for r in rows("statements") for day in accepted(r["said_on"])]
    assert all(re.fullmatch(r"20\d\d-\d\d(-\d\d)?", day) for day in days if day is not None)


def test_the_undated_report_lays_no_day_on_the_calendar() -> None:
    """Where no day is known, no window and no day of speech is coded."""
    undated = [r for r in rows("figures") if r["article"] == "alep-10.txt"]
    assert {(r["since"], r["until"]) for r in undated} == {(None, None)}


@pytest.mark.parametrize(("copy", "dispatch"), [("alep-02", "alep-01"), ("alep-03", "alep-01"), ("alep-08", "alep-07")])
def test_outlets_reprint_a_dispatch_word_for_word(copy: str, dispatch: str) -> None:
    """An outlet's piece shares runs of twenty words with the dispatch it is made of."""
    assert len(runs(text(f"{copy}.txt"), 20) & runs(text(f"{dispatch}.txt"), 20)) > 5


def test_a_toll_rises_and_another_is_lowered() -> None:
    """The civilians of Alep-Est rise over three days; the maternity's dead come down from 52 to 47."""
    figures = rows("figures")
    osdh = [
        (r["until"], r["low"])
        for r in figures
        if r["kind"] == "killed"
        and r["counted"] == "civilians"
        and r["place"] == "Alep-Est"
        and r["since"] == "2016-11-15"
    ]
    assert sorted(set(osdh)) == [("2016-12-08", 384), ("2016-12-10", 413), ("2016-12-14", 465)]
    maternity = [r for r in figures if r["article"] == "alep-09.txt" and r["modality"] == "denied"]
    assert [r["low"] for r in maternity] == [52]


def test_the_gold_shows_every_form_and_most_hedges() -> None:
    """Direct, indirect and mixed speech, each modality and nine of the ten qualifiers or more occur."""
    statements, figures = rows("statements"), rows("figures")
    assert {form for r in statements for form in accepted(r["form"])} == set(Form)
    assert {modality for r in figures for modality in accepted(r["modality"])} == set(Modality)
    assert len({r["qualifier"] for r in figures}) >= 9


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared seeds are not here")
def test_no_wording_of_the_seeds_is_in_the_sample() -> None:
    """No run of five words is shared with the seeds, names of institutions aside."""
    theirs = set().union(*(runs(path.read_text(encoding="utf-8"), 5) for path in SEEDS.glob("*.txt")))
    names = {run for name in STOCK_NAMES for run in runs(name, 5)}
    shared = {run for row in articles() for run in runs(text(row["article"]), 5)} & theirs
    assert sorted(" ".join(run) for run in shared - names) == []
