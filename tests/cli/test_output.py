"""Rows as they are written."""

from __future__ import annotations

import pytest

from recoupe.cli.output import Shape, write_rows


def test_csv_holds_any_sign_and_no_empty_line(capsys: pytest.CaptureFixture[str]) -> None:
    """A carriage return ends a line for many readers, so its cell is in quotation marks."""
    write_rows([{"a": "x\ry", "b": "=1+1"}, {"a": "x\ny", "b": "\x00"}], ("a", "b"), Shape.CSV)
    out = capsys.readouterr().out
    assert out == 'a,b\n"x\ry",=1+1\n"x\ny",\x00\n'
    write_rows([], ("a", "b"), Shape.CSV)
    write_rows([], (), Shape.CSV)
    assert capsys.readouterr().out == "a,b\n"
