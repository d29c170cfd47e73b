"""The review where people log in, and of articles that were written to break it."""

from __future__ import annotations

import csv
import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.desk.conftest import CRISIS, token_of

from recoupe.desk.app import create_app
from recoupe.desk.people.book import PeopleBook, Role
from recoupe.desk.people.door import Keys
from recoupe.ledger import Ledger

WORD = "correct horse battery"
PAGE = f"/review?crisis={CRISIS}"


@pytest.fixture
def guarded(sample_ledger: Path, tmp_path: Path) -> Iterator[tuple[TestClient, Ledger]]:
    path = tmp_path / "ledger.sqlite"
    shutil.copy(sample_ledger, path)
    book = PeopleBook.beside(path)
    for name, role in (("Awa", Role.ANALYST), ("Luc", Role.READER)):
        book.add(name, role, WORD)
    keys = Keys(people=book, secret=book.secret())
    with Ledger.open(path) as ledger, TestClient(create_app(ledger, keys)) as client:
        yield client, ledger


def log_in(client: TestClient, name: str) -> None:
    sent = {"name": name, "password": WORD, "token": token_of(client, "/login")}
    assert client.post("/login", data=sent, follow_redirects=False).status_code == 303


def test_one_judges_under_the_name_that_one_logged_in_by(guarded: tuple[TestClient, Ledger]) -> None:
    """Whatever name a cookie holds."""
    client, ledger = guarded
    log_in(client, "Awa")
    client.cookies.set("reviewer", "Luc")
    page = client.get(PAGE).text
    assert "/review/name" not in page
    record = re.findall(r'name="record" value="([0-9a-f]+)"', page)[0]
    sent = {"record": record, "rests_on": "", "verdict": "accept", "token": token_of(client)}
    assert client.post(PAGE, data=sent).status_code == 200
    assert [row.by for row in ledger.reviews.history(record)] == ["Awa"]


def test_a_reader_sees_what_is_judged_and_judges_nothing(guarded: tuple[TestClient, Ledger]) -> None:
    client, ledger = guarded
    log_in(client, "Luc")
    page = client.get(PAGE).text
    assert 'name="verdict"' not in page
    record = ledger.figures(crisis=CRISIS)[0].id
    sent = {"record": record, "rests_on": "", "verdict": "accept", "token": token_of(client)}
    assert client.post(PAGE, data=sent).status_code == 403
    address = f"/api/v1/records/{record}/reviews"
    assert client.post(address, json={"verdict": "accept"}, headers={"if-match": "*"}).status_code == 403
    assert ledger.reviews.all() == {}


def test_a_form_from_elsewhere_judges_nothing(own_desk: TestClient) -> None:
    record = own_desk.get(f"/api/v1/review?crisis={CRISIS}&limit=1").json()["items"][0]["record"]
    sent = {"record": record, "rests_on": "", "verdict": "accept"}
    assert own_desk.post(PAGE, data={**sent, "token": "0" * 64}).status_code == 403
    assert own_desk.post("/review/name", data={"name": "Eve"}).status_code == 403


def test_an_article_that_was_written_to_break_pages_is_shown_as_text(tmp_path: Path, engine: Any) -> None:
    """Markup, marks that turn the line round, formulas, and five megabytes in one line."""
    words = '=HYPERLINK("http://example.org") <script>alert(1)</script> \u202e' + "mot " * 1_249_900
    (tmp_path / "in").mkdir()
    text = f"<b onclick=x> Au moins 12 personnes ont été tuées à Port-Clair. « {words} », a dit le maire."
    (tmp_path / "in" / "a.txt").write_text(text, encoding="utf-8")
    with Ledger.open(tmp_path / "ledger.sqlite", engine=engine) as ledger, TestClient(create_app(ledger)) as client:
        ledger.add(str(tmp_path / "in"), crisis="x")
        for row in (*ledger.figures(), *ledger.statements()):
            page = client.get(f"/review?record={row.id}")
            assert page.status_code == 200
            assert len(page.text) < 60_000
            assert "<script>alert" not in page.text
            assert "onclick=x>" not in page.text
        new = client.get(f"/review/new?article={ledger.articles()[0].id}")
        assert "<script>alert" not in new.text
        assert len(new.text) < 200_000
        rows = list(csv.DictReader(io.StringIO(client.get("/review.csv").content.decode("utf-8-sig"))))
        assert all(not row["words"].startswith("=") for row in rows)
