"""A link as of a day shows nothing that was said after it, not even beside what was found by then."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from fastapi.testclient import TestClient
from tests.desk.conftest import CRISIS, ledger_of

from recoupe.ledger.tolls import Wanted, toll_book

TODAY = "2998-12-31"
"""A day after the check of the sample, and before what is said later."""


def _said_later(path: Path) -> None:
    """Move the last thing that was said into the future: a ledger's clock cannot be set."""
    with sqlite3.connect(path) as file:
        for (name,) in file.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            file.execute(f'DROP TRIGGER "{name}"')
        file.execute("UPDATE run SET began = '2999-01-01T00:00:00Z' WHERE seq = (SELECT max(run) FROM review)")


def _corrected(desk: TestClient) -> str:
    """Correct a figure of a toll after the day; return its id."""
    ledger = ledger_of(desk)
    book = toll_book(ledger.crisis(CRISIS), TODAY)
    assert book is not None
    record = book.some(Wanted(), limit=1)[0].steps[0].figures[0]
    ledger.reviews.judge(record, "correct", by="Ana", reason="lu trop vite", changed={"place": "Ailleurs-sur-Mer"})
    _said_later(ledger.path)
    return record


def test_a_figure_beside_the_steps_of_a_day_is_as_it_was_corrected_by_then(own_desk: TestClient) -> None:
    record = _corrected(own_desk)
    crisis = ledger_of(own_desk).crisis(CRISIS)
    of_the_day, now = toll_book(crisis, TODAY), toll_book(crisis)
    assert of_the_day is not None
    assert now is not None
    some = of_the_day.some(Wanted(), limit=1)
    assert of_the_day.told(some)[record].row.place != "Ailleurs-sur-Mer"
    assert now.told(some)[record].row.place == "Ailleurs-sur-Mer"
    for view in ("tolls?tab=table&", "tolls?tab=sources&", "tolls.json?"):
        assert "Ailleurs-sur-Mer" not in own_desk.get(f"/{view}crisis={CRISIS}&as_of={TODAY}").text


def test_a_record_as_of_a_day_knows_no_later_word(own_desk: TestClient) -> None:
    record = _corrected(own_desk)
    for page in ("/records", "/api/v1/records"):
        assert "Ailleurs-sur-Mer" in own_desk.get(f"{page}/{record}").text
        assert "Ailleurs-sur-Mer" not in own_desk.get(f"{page}/{record}?as_of={TODAY}").text
        assert "Ailleurs-sur-Mer" in own_desk.get(f"{page}/{record}?as_of=2999-01-01").text


def test_what_a_person_added_is_not_there_before(own_desk: TestClient) -> None:
    ledger = ledger_of(own_desk)
    article = ledger.articles()[0]
    values = {"kind": "killed", "counted": "people", "low": 3}
    added = ledger.reviews.add("figure", article.id, 0, 12, values, by="Ana")
    _said_later(ledger.path)
    assert own_desk.get(f"/records/{added.record}").status_code == 200
    assert own_desk.get(f"/records/{added.record}?as_of={TODAY}").status_code == 404


def test_home_says_that_it_counts_today(desk: TestClient) -> None:
    assert "tient aujourd&#39;hui" in desk.get("/?as_of=2001-01-01").text
    assert "tient aujourd&#39;hui" not in desk.get("/").text


def test_no_view_of_a_day_has_a_later_word(own_desk: TestClient) -> None:
    record = _corrected(own_desk)
    article = next(row.article_id for row in ledger_of(own_desk).figures() if row.id == record)
    views = ["figures", "map", "map.json", "voices", "timeline", f"articles/{article}", "articles.geojson", "changes"]
    for view in views:
        answer = own_desk.get(f"/{view}?crisis={CRISIS}&as_of={TODAY}")
        assert answer.status_code == 200
        assert "Ailleurs-sur-Mer" not in answer.text, view
        assert "lu trop vite" not in answer.text, view
    rows = json.loads(own_desk.get(f"/figures.json?crisis={CRISIS}&as_of={TODAY}").text)
    assert {row["judged"] for row in rows} == {None}
