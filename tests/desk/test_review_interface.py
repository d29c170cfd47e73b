"""The review by HTTP: a judgement names what it rests on, and is refused where that is no more."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.desk.conftest import CRISIS

from recoupe.errors import ReviewConflict
from recoupe.ledger.reviewing import Reviewing


def first(desk: TestClient, of: str = "figure") -> str:
    return str(desk.get(f"/api/v1/review?crisis={CRISIS}&of={of}&limit=1").json()["items"][0]["record"])


def test_the_queue_goes_page_by_page(desk: TestClient) -> None:
    seen: list[str] = []
    after = ""
    while True:
        page = desk.get(f"/api/v1/review?crisis={CRISIS}&limit=50{after}").json()
        seen += [item["record"] for item in page["items"]]
        if page["next"] is None:
            break
        after = f"&after={page['next']}"
    whole = desk.get(f"/api/v1/review?crisis={CRISIS}&state=all&limit=1000").json()["items"]
    assert seen == [item["record"] for item in whole]
    assert len(set(seen)) == len(seen) > 200
    assert whole[0]["why"][0] == "dispute"


def test_a_judgement_rests_on_what_was_seen(own_desk: TestClient) -> None:
    address = f"/api/v1/records/{first(own_desk)}/reviews"
    seen = own_desk.get(address)
    assert (seen.json()["standing"], seen.json()["items"]) == (None, [])
    body: dict[str, Any] = {"verdict": "correct", "reason": "blessés", "changed": {"kind": "injured", "place": None}}
    assert own_desk.post(address, json=body).status_code == 428
    made = own_desk.post(address, json=body, headers={"if-match": seen.headers["etag"]})
    assert made.status_code == 201
    assert made.json()["standing"]["row"]["changed"]["kind"] == "injured"
    again = own_desk.post(address, json={"verdict": "accept"}, headers={"if-match": seen.headers["etag"]})
    assert (again.status_code, again.headers["content-type"]) == (412, "application/problem+json")
    assert own_desk.get(address).headers["etag"] == made.headers["etag"] != seen.headers["etag"]
    undone = own_desk.post(address, json={"verdict": "undo"}, headers={"if-match": made.headers["etag"]})
    assert undone.json()["standing"]["row"] is None
    assert len(undone.json()["items"]) == 2


def test_of_two_at_the_same_moment_one_is_told(own_desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the look and the row, somebody else's row came in."""

    def late(*_: object, **__: object) -> None:
        raise ReviewConflict("x", "Ana")

    address = f"/api/v1/records/{first(own_desk)}/reviews"
    monkeypatch.setattr(Reviewing, "judge", late)
    answer = own_desk.post(address, json={"verdict": "accept"}, headers={"if-match": "*"})
    assert answer.status_code == 409
    assert "RC514" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"verdict": "reject"}, 400), ({"verdict": "burn"}, 400), ({"verdict": "correct", "reason": "x"}, 400),
        ({"verdict": "accept", "changed": {"kind": "injured"}}, 400), ({"verdict": "accept", "extra": 1}, 422), ({}, 422),
    ],
)  # fmt: skip
def test_a_judgement_that_says_nothing_is_a_problem(desk: TestClient, body: dict[str, Any], status: int) -> None:
    address = f"/api/v1/records/{first(desk)}/reviews"
    answer = desk.post(address, json=body, headers={"if-match": "*"})
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


def test_a_record_that_is_not_there_is_a_problem(desk: TestClient) -> None:
    assert desk.get("/api/v1/records/0000/reviews").status_code == 404
    assert desk.get("/api/v1/review?crisis=nowhere").status_code == 404
    assert desk.get("/api/v1/review?after=e30").status_code == 400


def test_a_missed_record_is_added(own_desk: TestClient) -> None:
    article = own_desk.get(f"/api/v1/review?crisis={CRISIS}&limit=1").json()["items"][0]["article_id"]
    body = {
        "of": "figure", "article": article, "start": 0, "end": 5,
        "values": {"kind": "killed", "counted": "people", "low": 3, "high": None},
    }  # fmt: skip
    made = own_desk.post("/api/v1/review", json=body)
    assert made.status_code == 201
    record = made.json()["record"]
    assert own_desk.get(f"/api/v1/records/{record}/reviews").headers["etag"] == made.headers["etag"]
    assert own_desk.post("/api/v1/review", json=body).status_code == 409
    assert own_desk.post("/api/v1/review", json={**body, "end": 10**9}).status_code == 400
