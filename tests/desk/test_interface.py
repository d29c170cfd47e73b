"""The frame of the HTTP interface: its description, its pages and cursors, its entity tags, its problems."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from tests.desk.conftest import CRISIS

from recoupe.desk.api.frame import cursor, cut
from recoupe.errors import ValueUnknown


def test_the_description_names_every_address_and_loads_nothing(desk: TestClient) -> None:
    described = desk.get("/api/v1/openapi.json").json()
    assert "/api/v1/crises" in described["paths"]
    assert all(path.startswith("/api/v1/") for path in described["paths"])
    page = desk.get("/api/v1/docs").text
    assert "/api/v1/crises" in page
    assert "http://" not in page
    assert "https://" not in page


def test_a_reader_who_has_an_answer_does_not_get_it_again(desk: TestClient) -> None:
    first = desk.get("/api/v1/crises")
    assert first.json()["items"][0]["name"] == CRISIS
    again = desk.get("/api/v1/crises", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.content == b""


def test_pages_go_through_a_list_without_gap_or_repeat() -> None:
    items = [str(number) for number in range(7)]
    seen: list[str] = []
    after = None
    for _ in range(4):
        page = cut(items, after, 2, key=str)
        seen += page.items
        after = page.next
    assert seen == items
    assert after is None


@pytest.mark.parametrize("after", ["%%%", "e30", "é", cursor("gone")])
def test_what_is_no_cursor_is_refused(after: str) -> None:
    with pytest.raises(ValueUnknown):
        cut(["a"], after, 2, key=str)


def test_a_wrong_question_is_a_problem(desk: TestClient) -> None:
    answer = desk.get("/api/v1/crises?limit=0")
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["errors"][0]["where"] == "query.limit"
