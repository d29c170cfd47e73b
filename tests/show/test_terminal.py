"""What a terminal shows."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from rich.console import Console

from recoupe.model.article import Raw
from recoupe.model.digest import Digest
from recoupe.show.explanation import explain
from recoupe.show.rows import read_of
from recoupe.show.table import Table
from recoupe.show.terminal import article_view, console_for, explanation_view, table_view
from recoupe.store.rows import FigureRow, Hit, Read


@pytest.fixture
def read(raw: Callable[..., Raw], digest: Callable[..., Digest]) -> Read:
    return read_of(digest(raw(published="2024-03-05")))


def shown(view: Any, width: int = 160, **options: Any) -> str:
    stream = io.StringIO()
    Console(file=stream, width=width, highlight=False, **options).print(view)
    return stream.getvalue()


def test_a_long_name_is_cut_and_a_record_stays_on_its_line(read: Read) -> None:
    """The id, the days and the value are never cut."""
    import dataclasses

    long = dataclasses.replace(read.figures[0], source="Observatoire " * 20)
    lines = shown(table_view(Table(FigureRow, (long,))), width=130).splitlines()
    (line,) = (line for line in lines if line.startswith(long.id[:8]))
    assert "…" in line
    assert "2024-03-05" in line
    assert "≥ 12" in line
    assert all(len(line) <= 130 for line in lines)


def test_a_narrow_terminal_gets_paragraphs(read: Read) -> None:
    """Nothing is cut where there is no room for columns."""
    text = shown(table_view(Table(FigureRow, read.figures)), width=60)
    assert "".join(text.split()) == "".join(
        f"{read.figures[0].id[:8]} 2024-03-05 · ≥ 12 · Au moins 12 · killed · people · Port-Clair · la préfecture"
        " · note.txt".split()
    )


def test_the_words_of_an_exact_number_in_digits_are_not_said_twice(
    raw: Callable[..., Raw], digest: Callable[..., Digest]
) -> None:
    """`12` beside 12 says nothing; a number word or a hedge does."""
    exact = read_of(digest(raw("Le bilan est de 12 morts."))).figures
    assert "words" not in shown(table_view(Table(FigureRow, exact)))
    hedged = read_of(digest(raw())).figures
    assert "Au moins 12" in shown(table_view(Table(FigureRow, hedged)))


def test_marks_do_not_need_colour(read: Read) -> None:
    """The same brackets stand with and without it."""
    plain = shown(article_view(read))
    coloured = shown(article_view(read), force_terminal=True, color_system="standard", no_color=False)
    assert "\x1b" not in plain
    assert "\x1b" in coloured
    assert "Au moins [f1 12] personnes" in plain


def test_no_color_is_obeyed_on_a_terminal(read: Read) -> None:
    """A terminal without colour may still be bold."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stream = Terminal()
    console_for(stream, color=False).print(article_view(read))
    assert not any(code in stream.getvalue() for code in ("\x1b[33", "\x1b[36", "\x1b[1;33"))


def test_nested_and_neighbouring_records_are_all_marked(raw: Callable[..., Raw], digest: Callable[..., Digest]) -> None:
    """A figure inside a statement opens and closes inside it, and the text between is whole."""
    read = read_of(digest(raw("« 12 morts » Fin.")))
    text = shown(article_view(read))
    assert "« [s1 [f1 12] morts] » Fin." in text


def test_an_explanation_can_leave_the_lexicon_out(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    """With it, the forms of an entry are shown, few of many."""
    from recoupe.lexicon import Entry
    from recoupe.show import explanation as module

    entry = Entry(
        name="hedges:at_least", means="at_least", forms=tuple(f"forme{number}" for number in range(100)), regex=None,
        finds=("oui",), ignores=("non",), why="", extra={},
    )  # fmt: skip
    monkeypatch.setattr(module, "languages", lambda: ("fr",))
    monkeypatch.setattr(module, "entries", lambda language, file: (entry,) if file == "hedges" else ())
    explanation = explain(read, read.figures[0])
    whole, short = shown(explanation_view(explanation)), shown(explanation_view(explanation, lexicon=False))
    assert "forme0, forme1" in whole
    assert "(100 in all)" in whole
    assert "forme99" not in whole
    assert "forme0" not in short
    assert "hedges:at_least" in short


def test_the_rules_of_one_field_stand_together(read: Read) -> None:
    """Whatever order they were found in."""
    import dataclasses

    record = read.figures[0]
    again = dataclasses.replace(read, evidence={record.id: read.evidence[record.id] * 2})
    fields = [reason.field for reason in explain(again, record).reasons]
    assert fields == ["low", "low", "kind", "kind", "qualifier", "qualifier"]


def test_a_hit_shows_its_marks_in_brackets() -> None:
    """And line ends as spaces."""
    hit = Hit(
        article="note.txt",
        article_id="a" * 20,
        published=None,
        start=5,
        end=20,
        excerpt="le bilan\nest",
        marks=((3, 8),),
    )
    assert "…le [bilan] est…" in shown(table_view(Table(Hit, (hit,))))
