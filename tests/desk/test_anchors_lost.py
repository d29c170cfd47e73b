"""A ledger whose texts somebody altered behind its back: no page breaks, and nothing is quoted as if it still stood there."""

from __future__ import annotations

import csv
import io
import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.desk.conftest import CRISIS, token_of

from recoupe.desk.app import create_app
from recoupe.ledger import Ledger

LOST = "ancrage perdu"


@pytest.fixture
def altered(sample_ledger: Path, tmp_path: Path) -> Iterator[tuple[TestClient, str, str]]:
    """A desk where one article's text is another one now; with the id of the article and of a figure in it."""
    path = tmp_path / "ledger.sqlite"
    shutil.copy(sample_ledger, path)
    connection = sqlite3.connect(path)
    connection.execute("DROP TRIGGER article_no_update")
    (figure, reading) = connection.execute("SELECT id, reading FROM figure ORDER BY seq LIMIT 1").fetchone()
    (article,) = connection.execute("SELECT article FROM reading WHERE seq = ?", [reading]).fetchone()
    connection.execute("UPDATE article SET text = 'Rien de tout cela.' WHERE seq = ?", [article])
    (id,) = connection.execute("SELECT id FROM article WHERE seq = ?", [article]).fetchone()
    connection.commit()
    connection.close()
    with Ledger.open(path) as ledger, TestClient(create_app(ledger)) as client:
        yield client, id, figure


def test_a_lost_anchor_is_told_wherever_a_record_is_shown(altered: tuple[TestClient, str, str]) -> None:
    client, article, figure = altered
    for page in (f"/records/{figure}", f"/articles/{article}", f"/review?crisis={CRISIS}&record={figure}"):
        assert LOST in client.get(page).text.lower(), page
    assert client.get(f"/api/v1/records/{figure}").json()["told"]["anchored"] is False


def test_a_file_tells_it_too(altered: tuple[TestClient, str, str]) -> None:
    client, _, figure = altered
    rows = {row["id"]: row["anchored"] for row in client.get("/figures.json").json()}
    assert rows[figure] is False and True in rows.values()
    assert client.get(f"/records/{figure}.json").json()[0]["anchored"] is False
    cells = csv.DictReader(io.StringIO(client.get("/figures.csv").content.decode("utf-8-sig")))
    assert {row["id"]: row["anchored"] for row in cells}[figure] == "False"


@pytest.mark.parametrize("form", ["txt", "bib", "csl.json"])
def test_a_citation_tells_it_too(altered: tuple[TestClient, str, str], form: str) -> None:
    client, _, figure = altered
    assert LOST in client.get(f"/records/{figure}/citation.{form}").text


def test_a_record_can_still_be_added_to_such_an_article(altered: tuple[TestClient, str, str]) -> None:
    client, article, _ = altered
    address = f"/review/new?crisis={CRISIS}&article={article}"
    page = client.get(address)
    assert page.status_code == 200
    assert "Rien de tout cela." in page.text
    values = dict(re.findall(r'name="(f\.\w+)"[^>]*value="([^"]*)"', page.text))
    sent = {
        **values,
        "words": "tout",
        "f.low": "3",
        "f.kind": "killed",
        "f.counted": "people",
        "token": token_of(client),
    }
    assert client.post(address, data=sent, follow_redirects=False).status_code == 303
