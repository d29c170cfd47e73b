"""The sets: what is set apart stays apart, and a text that changed is noticed."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from tests.quality import __main__ as command
from tests.quality import report, sets
from tests.quality.judging import Judged


def test_three_crises_are_set_apart_by_their_names_alone() -> None:
    """The draw does not depend on the order of the names, nor on what the crises hold."""
    crises = ["nantes", "goma", "lima", "oran", "tunis", "accra"]
    assert sets.set_apart(crises) == sets.set_apart(crises[::-1])
    assert len(sets.set_apart(crises)) == 3


def test_no_report_is_both_read_and_unread() -> None:
    """The parts of a set share nothing, and together they are the set."""
    if reason := sets.missing("dossiers read"):
        pytest.skip(reason)
    read, unread = sets.dossiers(unread=False), sets.dossiers(unread=True)
    names = [{report.name for report in part.reports} for part in (read, unread)]
    assert not names[0] & names[1]
    assert [len(part) for part in names] == [35, 15]


def test_a_report_whose_day_is_not_told_comes_without_it() -> None:
    """`dated` says so in the table of the set."""
    days = {report.name: report.published for report in sets.own(unread=False).reports}
    assert days["anjouan-1.txt"] == "2019-07-09"
    assert days["anjouan-2.txt"] is None


def test_the_own_crises_are_in_one_part_alone() -> None:
    """No crisis and no report lies both in `own` and in `own unread`, and only the second is marked unread."""
    read, unread = sets.own(unread=False), sets.own(unread=True)
    assert (read.unread, unread.unread) == (False, True)
    assert read.reports and unread.reports
    folders = [{report.path.parent.name for report in part.reports} for part in (read, unread)]
    assert not folders[0] & folders[1]
    names = [report.name for part in (read, unread) for report in part.reports]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("unread", [False, True])
def test_the_gold_of_the_own_crises_holds_the_words_it_stands_at(unread: bool) -> None:
    """Each row names a report of its own folder, and its offsets cut out its text."""
    part = sets.own(unread=unread)
    texts = {report.name: report.path.read_bytes().decode("utf-8") for report in part.reports}
    for records in sets.RECORDS:
        rows = part.gold[records]
        assert rows
        wrong = [f"{row['article']}:{row['start']}" for row in rows
                 if texts[row["article"]][row["start"] : row["end"]] != row["text"]]  # fmt: skip
        assert not wrong
        assert len({(row["article"], row["start"], row["end"], str(row.get("speaker"))) for row in rows}) == len(rows)


def test_a_changed_text_is_not_scored_against_its_old_gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The table keeps a hash of each text."""
    corpus = tmp_path / "corpus" / "wikinews-fr"
    corpus.mkdir(parents=True)
    (tmp_path / "wikinews.articles.csv").write_text(
        f"article,sha256,published,part\n1.txt,{'0' * 64},2012-05-29,read\n"
    )
    (corpus / "1.txt").write_text("Autre texte.", encoding="utf-8")
    monkeypatch.setattr(sets, "SHARED", tmp_path)
    monkeypatch.setattr(sets, "HERE", tmp_path)
    with pytest.raises(sets.GoldMoved, match=r"1\.txt"):
        sets.wikinews(unread=False)


def test_the_fingerprint_changes_with_a_text_a_day_or_a_row(tmp_path: Path) -> None:
    """Each of them is part of the yardstick."""
    text = tmp_path / "a.txt"
    text.write_text("Dix morts.", encoding="utf-8")

    def print_of(day: str | None, low: int) -> str:
        row = {"article": "a.txt", "start": 0, "end": 3, "low": low}
        one = sets.Report(name="a.txt", path=text, published=day)
        return sets.CodedSet(name="a", unread=False, reports=(one,), gold={"figures": [row]}).fingerprint("figures")

    prints = [print_of("2020-01-01", 10), print_of(None, 10), print_of("2020-01-01", 11)]
    text.write_text("Onze morts.", encoding="utf-8")
    assert len({*prints, print_of("2020-01-01", 10)}) == 4


@pytest.mark.parametrize("name", ["dossiers unread", "own unread"])
def test_the_misses_of_an_unread_set_are_not_shown(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Neither by the command nor by the function behind it."""
    apart = sets.CodedSet(name=name, unread=True, reports=(), gold={"figures": [], "statements": []})
    with pytest.raises(ValueError, match="set apart"):
        list(report.misses(Judged(coded=apart, scores={}, texts={})))
    if name.startswith("dossiers"):
        # these are not everywhere
        monkeypatch.setattr(command, "coded_set", lambda asked: apart)
    monkeypatch.setattr("sys.argv", ["quality", "--misses", name])
    with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()):
        assert command.main() == 2
    assert out.getvalue() == ""
