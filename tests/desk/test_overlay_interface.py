"""The HTTP interface to articles, lineage, timeline and voices: all that the pages show, page by page, tagged."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.desk.test_article_page import tamper

from recoupe.ledger import Ledger

LISTS = ("articles", "timeline", "disputes", "agreements", "voices", "lineage", "changes")


def whole(desk: TestClient, noun: str, limit: int) -> list[Any]:
    """Everything of a list, page by page."""
    items, after = [], ""
    while True:
        page = desk.get(f"/api/v1/{noun}?limit={limit}{after}").json()
        assert len(page["items"]) <= limit
        items += page["items"]
        if page["next"] is None:
            return items
        after = f"&after={page['next']}"


@pytest.mark.parametrize("noun", LISTS)
def test_pages_hold_the_same_as_the_whole(desk: TestClient, noun: str) -> None:
    assert whole(desk, noun, 2) == whole(desk, noun, 1000) != []


@pytest.mark.parametrize("noun", LISTS)
def test_an_answer_that_is_known_is_not_sent_again(desk: TestClient, noun: str) -> None:
    tag = desk.get(f"/api/v1/{noun}").headers["etag"]
    assert desk.get(f"/api/v1/{noun}", headers={"if-none-match": tag}).status_code == 304


@pytest.mark.parametrize("noun", LISTS)
def test_before_a_crisis_was_checked_there_is_nothing(desk: TestClient, noun: str) -> None:
    assert desk.get(f"/api/v1/{noun}?as_of=2001-01-01").json()["items"] == []
    assert desk.get(f"/api/v1/{noun}?crisis=none").status_code == 404
    assert desk.get(f"/api/v1/{noun}?after=%C3%A9").status_code == 400


def test_the_interface_gives_what_the_ledger_gives(own_desk: TestClient) -> None:
    ledger: Ledger = own_desk.app.state.ledger  # type: ignore[attr-defined]
    found = ledger.crisis().check()
    assert [one["id"] for one in whole(own_desk, "disputes", 100)] == [one.id for one in found.disputes]
    assert len(whole(own_desk, "timeline", 100)) == len(found.timeline)
    assert len(whole(own_desk, "agreements", 100)) == len(found.agreements)
    conflicts = own_desk.get("/api/v1/agreements?verdict=conflict").json()["items"]
    assert {one["verdict"] for one in conflicts} == {"conflict"}
    assert own_desk.get("/api/v1/timeline?limit=1").json()["left_out"] == ledger.crisis().left_out()


def test_an_article_comes_with_its_records_and_passages(desk: TestClient) -> None:
    listed = {one["article"]: one["id"] for one in whole(desk, "articles", 100)}
    one = desk.get(f"/api/v1/articles/{listed['alep-02.txt']}").json()
    for record in one["records"]:
        inner = record["record"]
        assert one["text"][inner["start"] : inner["end"]] == inner["text"]
    assert {record["of"] for record in one["records"]} == {"figure", "statement", "event"}
    assert len(one["passages"]) == 3
    part = desk.get("/api/v1/articles/alep-02.txt?start=100&end=200").json()
    assert part["text"] == one["text"][100:200]
    assert 0 < len(part["records"]) < len(one["records"])
    assert desk.get("/api/v1/articles/alep-02.txt?start=9&end=2").status_code == 400
    assert desk.get("/api/v1/articles/alep-02.txt?start=999999&end=9999999").json()["text"] == ""
    assert desk.get("/api/v1/articles/none").status_code == 404


def test_a_lost_anchor_is_said_to_programs_too(own_desk: TestClient, tmp_path: Path) -> None:
    tamper(tmp_path / "ledger.sqlite", "UPDATE article SET text = replace(text, ' 105 morts', ' 301 morts')")
    one = own_desk.get("/api/v1/articles/alep-02.txt").json()
    lost = [record["record"]["text"] for record in one["records"] if not record["anchored"]]
    assert "105" in lost
    assert len(lost) < len(one["records"])


def test_two_articles_side_by_side(desk: TestClient) -> None:
    pair = desk.get("/api/v1/lineage/alep-01.txt/alep-02.txt").json()
    assert pair["copying"]["direction"] in ("a_to_b", "b_to_a")
    marked = [piece["number"] for row in pair["beside"]["rows"] for piece in row["left"] if piece["number"]]
    assert set(marked) == {1, 2, 3}
