"""Labelled sentences: how they are marked and parted, what is right of them, and that the unread third stays unread."""

from __future__ import annotations

import hashlib
import io
import json
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from tests.quality import __main__ as command
from tests.quality import labels, report, sentences, sets
from tests.quality.judging import judge

from recoupe.model.figure import Counted, Kind, Modality

KILLED = "L'explosion a tué ⟦douze⟧ personnes à Goma."
AGE = "Le suspect, âgé de ⟦34⟧ ans, se tait."


def lines(folder: Path, *rows: dict[str, object]) -> Path:
    path = folder / "sentences.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def row(
    text: str, kind: object = "killed", counted: object = "people", modality: object = "reported"
) -> dict[str, object]:
    return {"text": text, "kind": kind, "counted": counted, "modality": modality}


def judged(folder: Path, *rows: dict[str, object]) -> list[sentences.Part]:
    return sentences.judge(labels.load(lines(folder, *rows)))


def test_the_marks_give_the_place_of_the_number_and_are_no_part_of_the_words(tmp_path: Path) -> None:
    """A label may accept several answers."""
    (one,) = labels.load(lines(tmp_path, row(KILLED, kind=["killed", "other"])))
    assert one.text == "L'explosion a tué douze personnes à Goma."
    assert one.text[one.start : one.end] == "douze"
    assert one.right["kind"] == ("killed", "other")


@pytest.mark.parametrize("text", ["Douze morts.", "⟦Douze⟧ morts, ⟦trois⟧ blessés.", "⟦Douze morts."])
def test_a_line_without_exactly_one_marked_number_is_refused(tmp_path: Path, text: str) -> None:
    """The message says which line."""
    with pytest.raises(ValueError, match="line 2"):
        labels.load(lines(tmp_path, row(KILLED), row(text)))


def test_a_line_without_a_label_is_refused(tmp_path: Path) -> None:
    """What is not labelled cannot be scored."""
    with pytest.raises(ValueError, match="modality"):
        labels.load(lines(tmp_path, {"text": KILLED, "kind": "killed", "counted": "people"}))


def test_the_part_hangs_on_the_words_alone() -> None:
    """A sentence whose hash is a multiple of three is unread, wherever it stands in the file; that is about a third."""
    told = labels.load()
    raw = [json.loads(line)["text"] for line in labels.PATH.read_text(encoding="utf-8").splitlines()]
    unread = [int(hashlib.sha256(text.encode()).hexdigest(), 16) % 3 == 0 for text in raw]
    assert [one.part == "sentences unread" for one in told] == unread
    assert 0.25 < sum(unread) / len(unread) < 0.4
    assert len({one.text for one in told}) == len(told)


def test_every_label_is_a_word_of_the_codebook() -> None:
    """A label with a slip in it would never be answered."""
    known = {"kind": {*Kind, "none"}, "counted": {*Counted}, "modality": {*Modality}}
    for one in labels.load():
        nothing = one.right["kind"] == ("none",)
        for field, words in known.items():
            wanted = {None} if nothing and field != "kind" else words
            assert set(one.right[field]) <= wanted, (field, one.right[field])


def test_found_kind_counted_modality_and_core_are_told_apart(tmp_path: Path) -> None:
    """A wrong field costs itself; a wrong kind or counted costs the core; a missed figure costs `found` and the core."""
    told = [
        row(KILLED),
        row(KILLED + " ", kind="injured"),
        row(KILLED + "  ", counted=["children", "people"], modality="denied"),
        row("L'explosion a tué douze personnes ⟦à⟧ Goma."),
    ]
    answers = [part.figures for part in judged(tmp_path, *told)]
    whole = sentences.Part(name="sentences read", gold="", figures=answers[0] + answers[1], none=())
    assert (whole.found, whole.core) == (0.75, 0.5)
    assert [round(whole.field(field), 3) for field in labels.FIELDS] == [0.667, 1.0, 0.667]


def test_a_number_that_is_no_figure_is_false_only_where_one_was_read(tmp_path: Path) -> None:
    """What may be either counts neither way."""
    parts = judged(
        tmp_path, row(AGE, "none", None, None), row(KILLED, "none", None, None), row(KILLED + " ", ["killed", "none"])
    )
    assert sum(len(part.none) for part in parts) == 2
    assert sum(part.false for part in parts) == 1
    assert not any(part.figures for part in parts)


def test_a_figure_beside_the_marked_number_is_no_answer_to_it(tmp_path: Path) -> None:
    """Of two numbers in a sentence only the marked one is asked for."""
    two = "L'explosion a fait douze morts et ⟦trente⟧ blessés."
    (part,) = [part for part in judged(tmp_path, row(two, kind="injured")) if part.figures]
    assert part.figures[0].said is not None and part.figures[0].said.text == "trente"
    assert part.core == 1.0


def test_the_fingerprint_of_a_part_changes_with_a_label_and_with_the_place_of_the_mark(tmp_path: Path) -> None:
    """Each is part of the yardstick."""
    told = [row(KILLED), row(KILLED, counted="civilians"), row("L'explosion a ⟦tué⟧ douze personnes à Goma.")]
    prints = {tuple(part.gold for part in judged(tmp_path, one)) for one in told}
    assert len(prints) == 3


def test_misses_name_what_was_missed_false_or_wrong(tmp_path: Path) -> None:
    """With the number in brackets, the right answers and the one that was given."""
    answers = [
        part.figures + part.none
        for part in judged(tmp_path, row(KILLED, kind="ill"), row(KILLED + " ", "none", None, None))
    ]
    both = answers[0] + answers[1]
    part = sentences.Part(
        name="sentences read",
        gold="",
        figures=tuple(one for one in both if one.asked.right["kind"] == ("ill",)),
        none=tuple(one for one in both if one.asked.right["kind"] == ("none",)),
    )
    false, wrong = sentences.misses(part)
    assert false.startswith("false  L'explosion a tué [douze] personnes") and false.endswith("killed")
    assert wrong.endswith("kind: gold ['ill'] said killed")


def test_the_misses_of_the_unread_sentences_are_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither by the command nor by the function behind it."""
    apart = sentences.Part(name="sentences unread", gold="", figures=(), none=())
    with pytest.raises(ValueError, match="set apart"):
        list(sentences.misses(apart))
    monkeypatch.setattr("sys.argv", ["quality", "--misses", "sentences unread"])
    with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()):
        assert command.main() == 2
    assert out.getvalue() == ""


def test_the_table_and_the_page_show_totals_and_no_words(tmp_path: Path) -> None:
    """Of both parts, whatever they hold; the page has them under a heading of their own."""
    parts = judged(tmp_path, row(KILLED), row(AGE, "none", None, None))
    head, *rest = sentences.table(parts)
    assert head == ["part", "figures", "found", "kind", "counted", "modality", "core", "no figures", "false"]
    assert [one[0] for one in rest] == list(labels.PARTS)
    assert ["1", *["1.000"] * 5] in [one[1:7] for one in rest]
    assert sorted(one[7:] for one in rest) == [["0", "0"], ["1", "0"]]
    empty = sets.CodedSet(name="own", unread=False, reports=(), gold={"figures": [], "statements": []})
    page = report.page([judge(empty)], parts)
    assert "## Labelled sentences" in page and "| sentences unread |" in page
    assert "Goma" not in page and "suspect" not in page
