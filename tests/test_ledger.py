"""The ledger as Python sees it."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from recoupe import Ledger
from recoupe.errors import DayUnclear, LedgerMissing, ValueUnknown
from recoupe.settings import Settings
from recoupe.store.rows import FigureRow


@pytest.fixture
def ledger(tmp_path: Path, engine: Any) -> Ledger:
    return Ledger.open(tmp_path / "ledger.sqlite", engine=engine)


def test_adding_says_what_came_in(ledger: Ledger, reports: Path) -> None:
    """By name, with the number of records."""
    report = ledger.add(reports, crisis="port-clair", published="2024-03-05")
    assert report.added == ("note.txt", "suite.txt")
    assert (report.known, report.skipped, report.figures, report.statements) == ((), (), 2, 1)
    assert [row.crises for row in ledger.articles()] == ["port-clair", "port-clair"]


def test_adding_again_adds_nothing_and_reads_nothing(ledger: Ledger, reports: Path, engine: Any) -> None:
    """What is known is not handed to the engine."""
    ledger.add([reports], crisis="c")
    figures = list(ledger.figures())
    engine.read_count = 0
    report = ledger.add([str(reports / "note.txt"), reports], crisis="c")
    assert report.added == ()
    assert report.known == ("note.txt", "note.txt", "suite.txt")
    assert engine.read_count == 0
    assert list(ledger.figures()) == figures


def test_a_known_article_can_be_filed_under_a_second_crisis(ledger: Ledger, reports: Path) -> None:
    """It is still one article."""
    ledger.add(reports, crisis="first")
    assert ledger.add(reports, crisis="second").known == ("note.txt", "suite.txt")
    assert len(ledger.articles()) == 2
    assert len(ledger.figures(crisis="second")) == len(ledger.figures(crisis="first")) == 2


def test_a_newer_engine_reads_anew_with_the_day_that_was_given_before(
    ledger: Ledger, reports: Path, engine: Any
) -> None:
    """The day does not have to be said again."""
    ledger.add(reports, published="2024-03-05")
    engine.version = "v2"
    report = ledger.add(reports)
    assert (report.added, report.replaced) == ((), ("note.txt", "suite.txt"))
    assert {row.since for row in ledger.figures()} == {"2024-03-05"}
    assert len(ledger.figures()) == 2


def test_what_cannot_be_read_is_reported_and_the_rest_goes_on(ledger: Ledger, reports: Path) -> None:
    """A missing file, an empty one and one that the parser refuses cost nobody else."""
    (reports / "vide.txt").write_text("")
    (reports / "binaire.txt").write_bytes(b"\x00\x01\x02" * 50)
    report = ledger.add([reports, reports / "absent.txt"], crisis="c")
    assert report.added == ("note.txt", "suite.txt")
    assert {skipped.name for skipped in report.skipped} == {"vide.txt", "binaire.txt", "absent.txt"}
    assert {row.name for row in ledger.skipped(crisis="c")} == {"vide.txt", "binaire.txt", "absent.txt"}
    assert all(row.code.startswith("RC") and row.reason for row in ledger.skipped())


def test_a_record_in_the_wrong_place_costs_its_own_article_only(ledger: Ledger, reports: Path, engine: Any) -> None:
    """A reader's fault is caught at the door of the ledger."""
    honest = engine.read

    def faulty(raws: Any) -> Iterator[Any]:
        for raw, outcome in honest(raws):
            if raw.name == "note.txt":
                moved = dataclasses.replace(outcome.figures[0], text="13")
                outcome = dataclasses.replace(outcome, figures=(moved,))
            yield raw, outcome

    ledger._engine = type("Faulty", (), {"read": staticmethod(faulty), "made_by": lambda self: "v1"})()
    report = ledger.add(reports)
    assert report.added == ("suite.txt",)
    assert [(skipped.name, skipped.code) for skipped in report.skipped] == [("note.txt", "RC507")]


def test_standard_input_is_a_document(ledger: Ledger) -> None:
    """Under a name that says so."""
    report = ledger.add("-", stdin=io.BytesIO(b"Au moins 12 morts."))
    assert report.added == ("stdin",)
    assert [row.text for row in ledger.figures()] == ["12"]


def test_progress_is_told_of_each_document(ledger: Ledger, reports: Path) -> None:
    """With what became of it."""
    told: list[tuple[str, str]] = []
    (reports / "vide.txt").write_text("")
    ledger.add(reports, progress=lambda *what: told.append(what))
    assert sorted(told) == [("note.txt", "added"), ("suite.txt", "added"), ("vide.txt", "skipped")]


def test_what_was_added_before_an_interruption_stays(ledger: Ledger, reports: Path) -> None:
    """Each document is kept as soon as it was read."""

    def interrupt(name: str, outcome: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ledger.add(reports, progress=interrupt)
    assert [row.name for row in ledger.articles()] == ["note.txt"]


def test_a_day_that_is_none_is_refused_before_anything_is_read(ledger: Ledger, reports: Path) -> None:
    """So is a crisis without a name."""
    with pytest.raises(DayUnclear):
        ledger.add(reports, published="hier")
    with pytest.raises(ValueUnknown):
        ledger.add(reports, crisis="  ")
    assert len(ledger.articles()) == 0


def test_opening_to_look_does_not_make_a_ledger(tmp_path: Path, engine: Any) -> None:
    """A slip in the path is an error, not an empty answer."""
    with pytest.raises(LedgerMissing):
        Ledger.open(tmp_path / "none.sqlite", create=False, engine=engine)


def test_a_table_is_a_sequence_of_frozen_rows(ledger: Ledger, reports: Path) -> None:
    """It has a length, gives rows by number and slices that are tables again."""
    ledger.add(reports)
    table = ledger.figures()
    assert (len(table), table[0].kind, len(table[:1])) == (2, "killed", 1)
    assert isinstance(table[0], FigureRow)
    with pytest.raises(dataclasses.FrozenInstanceError):
        table[0].kind = "injured"  # type: ignore[misc]


def test_an_explanation_names_the_rule_and_the_words_of_each_field(ledger: Ledger, reports: Path) -> None:
    """The words stand in their context."""
    ledger.add(reports)
    (row,) = ledger.figures(article="note.txt")
    explanation = ledger.explain(row.id)
    reasons = {reason.field: reason for reason in explanation.reasons}
    assert reasons["low"].rule == "numbers.digits"
    assert reasons["qualifier"].value == "at_least"
    context = reasons["qualifier"].context
    assert context is not None
    assert (context.words, context.after[:13]) == ("Au moins", " 12 personnes")
    assert reasons["kind"].context is None


def test_an_explanation_shows_the_lexicon_entry_that_a_rule_is(
    ledger: Ledger, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And none for a rule that is code, or for an entry that is gone."""
    from recoupe.lexicon import Entry
    from recoupe.show import explanation as module

    entry = Entry(
        name="hedges:at_least", means="at_least", forms=("au moins",), regex=None, finds=("a",), ignores=("b",), why="",
        extra={},
    )  # fmt: skip
    monkeypatch.setattr(module, "languages", lambda: ("fr",))
    monkeypatch.setattr(module, "entries", lambda language, file: (entry,) if file == "hedges" else ())
    ledger.add(reports)
    (row,) = ledger.figures(article="note.txt")
    assert ledger.explain(row.id[:8]).entries == (entry,)


def test_a_notebook_shows_tables_and_explanations_with_their_text_escaped(ledger: Ledger, tmp_path: Path) -> None:
    """The text of a report is no markup."""
    path = tmp_path / "odd.txt"
    path.write_text("« <script>alert(1)</script> » 12 morts & demi", encoding="utf-8")
    ledger.add(path)
    for shown in (ledger.statements()._repr_html_(), ledger.explain(ledger.statements()[0].id)._repr_html_()):
        assert "<script>" not in shown
        assert "&lt;script&gt;" in shown
    assert "<td>12</td>" in ledger.figures()._repr_html_()


def test_polars_gets_the_codebooks_columns_with_unknown_values_null(ledger: Ledger, reports: Path) -> None:
    """An open side is null, never 0."""
    pytest.importorskip("polars", reason="the extra `polars` is not installed")
    ledger.add(reports)
    frame = ledger.figures().to_polars()
    assert frame.columns[:3] == ["article", "start", "end"]
    assert "words" not in frame.columns
    assert sorted(frame["high"].to_list(), key=str) == [12, None]
    assert ledger.figures(kind="ill").to_polars().columns == frame.columns


def test_pandas_gets_the_codebooks_columns_with_unknown_values_missing(ledger: Ledger, reports: Path) -> None:
    """An open side is missing, never 0."""
    pytest.importorskip("pandas", reason="the extra `pandas` is not installed")
    ledger.add(reports)
    frame = ledger.figures().to_pandas()
    assert list(frame.columns)[-2:] == ["id", "article_id"]
    assert frame["high"].isna().sum() == 1
    assert frame["low"].dtype == "Int64"


def test_a_missing_extra_is_an_error_with_a_code(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what to install."""
    import sys

    from recoupe.errors import ExtraMissing

    for name in ("polars", "pandas"):
        monkeypatch.setitem(sys.modules, name, None)
        with pytest.raises(ExtraMissing, match=f"RC601 {name}.*pip install"):
            getattr(ledger.figures(), f"to_{name}")()


def test_what_is_in_a_language_that_is_not_read_is_told(tmp_path: Path) -> None:
    """It is recorded, and its silence would look like a report without figures."""
    (tmp_path / "en.txt").write_text(
        "At least twelve people were killed and thirty injured on Monday, officials said. The minister will speak later."
    )
    settings = replace(Settings.from_environment(), ledger=tmp_path / "l.sqlite")
    report = Ledger.open(settings=settings).add(tmp_path / "en.txt")
    assert (report.added, report.unread, report.figures) == (("en.txt",), ("en.txt",), 0)
