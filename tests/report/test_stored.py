"""What an older or a broken ledger holds and no ledger of today takes: the report is written, and says what is lost."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from recoupe.ledger import Ledger
from recoupe.model.article import Raw
from recoupe.report import Format, report

_TEXT = (
    "La crue a tué 12 personnes à Alep mardi, selon la préfecture. L'armée a bombardé Alep mercredi. "
    "Le préfet a nié jeudi tout bombardement."
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger of one checked crisis."""
    path = tmp_path / "kept.sqlite"
    with Ledger.open(path) as ledger:
        data = _TEXT.encode()
        made = Raw(name="un.txt", origin="un.txt", data=data, media="text", language="fr", published="2024-03-08")
        ledger.add_documents([made], crisis="c")
        ledger.crisis("c").check()
    return path


def altered(path: Path, table: str, change: str) -> None:
    """Write past the ledger's own guard, as a broken disk or another program does."""
    with sqlite3.connect(path) as connection:
        connection.execute(f"DROP TRIGGER {table}_no_update")
        assert connection.execute(f"UPDATE {table} SET {change}").rowcount


def plain(path: Path, format: Format = Format.MD) -> str:
    with Ledger.open(path) as ledger:
        return report(ledger, "c", format=format, language="fr").decode().replace("\u00a0", " ")


@pytest.mark.parametrize("table", ["figure", "statement", "event"])
@pytest.mark.parametrize("change", ['"end" = start - 3', "start = -5", '"end" = "end" + 1', "start = 1000000"])
def test_a_record_at_an_impossible_place_is_told_with_its_words_lost(path: Path, table: str, change: str) -> None:
    altered(path, table, change)
    made = plain(path)
    assert "ancrage perdu" in made
    with Ledger.open(path) as ledger:
        ledger.add_documents(
            [Raw(name="deux.txt", origin="deux.txt", data=b"Le calme est revenu.", media="text", language="fr")],
            crisis="c",
        )
        assert ledger.crisis("c").check().datings
    assert "ancrage perdu" in plain(path)


def test_the_reasons_of_a_record_may_be_lost_too(path: Path) -> None:
    altered(path, "evidence", '"end" = start - 1')
    assert "12" in plain(path)


def test_a_number_of_any_length_is_written(path: Path) -> None:
    with Ledger.open(path) as ledger:
        (figure,) = [one for one in ledger.figures() if one.kind == "killed"]
        ledger.reviews.judge(figure.id, "correct", by="Ana", reason="r", changed={"high": 10**17, "qualifier": "range"})
    altered(path, "review", "changed = json_set(changed, '$.high', 1e26)")
    for format in (Format.MD, Format.HTML):
        assert "100" + "\u202f000" * 8 in plain(path, format)
