"""What visitors who mean harm or know no better send: they are told so, nothing breaks, and nothing wrong is kept."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.desk.conftest import CRISIS, token_of

from recoupe.errors import ValueUnknown
from recoupe.ledger import Ledger

HALF = "\ud800"
"""Half of a sign, which JSON can say and UTF-8 cannot."""


@pytest.mark.parametrize("address", ["/", "/timeline", "/articles", "/lineage", "/map", "/search?q=morts", "/voices"])
@pytest.mark.parametrize("name", ["self", "path", "visit", "changed"])
def test_a_parameter_of_any_name_breaks_no_page(desk: TestClient, address: str, name: str) -> None:
    sign = "&" if "?" in address else "?"
    assert desk.get(f"{address}{sign}crisis={CRISIS}&{name}=1").status_code == 200


def test_a_choice_of_colours_keeps_every_value_that_was_asked_for(own_desk: TestClient) -> None:
    """Two kinds were asked for; whoever wants it dark is led back to both."""
    page = own_desk.get("/figures?kind=killed&kind=injured").text
    assert 'name="back" value="/figures?kind=killed&amp;kind=injured"' in page


@pytest.mark.parametrize("back", ["//[", "http://[", "//[::1", "//\u2100.example/", "//example.org", "/\\example.org"])
def test_what_leads_elsewhere_or_nowhere_leads_home(own_desk: TestClient, back: str) -> None:
    sent = {"theme": "dark", "back": back, "token": token_of(own_desk)}
    answer = own_desk.post("/preferences", data=sent, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


@pytest.mark.parametrize("number", ["0" * 20 + "9" * 30, "0" * 5000, "9" * 5000, str(2**63), "-1", "２"])
def test_a_number_that_no_page_gave_is_refused(desk: TestClient, number: str) -> None:
    for name in ("after", "before", "size"):
        assert desk.get("/figures", params={name: number}).status_code == 400


@pytest.mark.parametrize("key", [[10**40], [-1], [True], [1.0], [HALF], [[1]], [None], {"a": 1}, 7, []])
def test_a_forged_cursor_is_refused(desk: TestClient, key: Any) -> None:
    after = base64.urlsafe_b64encode(json.dumps(key).encode()).decode().rstrip("=")
    for noun in ("figures", "statements", "events", "review", "disputes", "changes", "tolls"):
        answer = desk.get(f"/api/v1/{noun}", params={"crisis": CRISIS, "after": after})
        # nothing before it: the queue begins anew
        assert answer.status_code == (200 if noun == "review" and key == [None] else 400), noun


def _judged(desk: TestClient, record: str, said: dict[str, Any]) -> int:
    sent = {"content": json.dumps(said).encode(), "headers": {"content-type": "application/json", "if-match": "*"}}
    status: int = desk.post(f"/api/v1/records/{record}/reviews", **sent).status_code  # type: ignore[arg-type]
    return status


def test_a_program_that_sends_no_words_is_told_so(own_desk: TestClient) -> None:
    record = own_desk.get(f"/api/v1/figures?crisis={CRISIS}&limit=1").json()["items"][0]["record"]["id"]
    correct = {"verdict": "correct", "reason": "x"}
    for said in (
        {"verdict": HALF}, {"verdict": "accept", "reason": HALF}, {**correct, "changed": {HALF: "x"}},
        {**correct, "changed": {"place": HALF}}, {**correct, "changed": {"low": 10**400}},
        {**correct, "changed": {"low": True}}, {**correct, "changed": {"part_of": 10**30}},
    ):  # fmt: skip
        assert _judged(own_desk, record, said) in (400, 422), said
    added = {"of": "figure", "article": HALF, "start": 0, "end": 3, "values": {}}
    body = json.dumps(added).encode()
    assert (
        own_desk.post("/api/v1/review", content=body, headers={"content-type": "application/json"}).status_code == 422
    )
    assert own_desk.get(f"/api/v1/records/{record}/reviews").json()["items"] == []


@pytest.mark.parametrize("field", ["f.low", "f.high", "f.part_of", "rests_on"])
def test_a_form_with_a_number_beyond_measure_is_refused(own_desk: TestClient, field: str) -> None:
    record = own_desk.get(f"/api/v1/figures?crisis={CRISIS}&limit=1").json()["items"][0]["record"]["id"]
    sent = {"record": record, "rests_on": "", "verdict": "correct", "reason": "x", "token": token_of(own_desk)}
    for number in ("9" * 400, "9" * 5000):
        assert own_desk.post(f"/review?crisis={CRISIS}", data={**sent, field: number}).status_code == 400


def test_the_head_of_a_page_is_that_of_the_page(desk: TestClient) -> None:
    for address in ("/", "/figures.csv", "/api/v1/crises", "/static/base.css"):
        head, page = desk.head(address), desk.get(address)
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers["content-type"] == page.headers["content-type"]
    assert desk.head("/nothing").status_code == 404


def test_a_crisis_has_a_name_that_can_be_written(tmp_path: Path) -> None:
    """What a terminal hands on of a byte that is no UTF-8."""
    with Ledger.open(tmp_path / "ledger.sqlite") as ledger, pytest.raises(ValueUnknown):
        ledger.add_documents([], crisis="a\udcff")
