"""The frame of the pages: languages, colours, headers, errors, and the first page."""

from __future__ import annotations

import json

from fastapi.testclient import TestClient
from tests.desk.conftest import CRISIS, token_of


def test_home_lists_the_crises(desk: TestClient) -> None:
    page = desk.get("/")
    assert page.status_code == 200
    assert CRISIS in page.text
    assert "Crises du registre" in page.text


def test_an_empty_ledger_says_what_to_do(empty_desk: TestClient) -> None:
    assert "recoupe add" in empty_desk.get("/").text


def test_the_language_is_that_of_the_browser_until_a_reader_chooses(own_desk: TestClient) -> None:
    assert "Crises of the ledger" in own_desk.get("/", headers={"accept-language": "en-GB,en;q=0.8"}).text
    kept = own_desk.post(
        "/preferences", data={"lang": "en", "theme": "dark", "back": "/?lang=fr", "token": token_of(own_desk)}
    )
    assert kept.url.query == b""
    assert 'lang="en" data-theme="dark"' in kept.text


def test_preferences_lead_nowhere_else(own_desk: TestClient) -> None:
    answer = own_desk.post(
        "/preferences", data={"back": "//example.org/x", "token": token_of(own_desk)}, follow_redirects=False
    )
    assert answer.headers["location"] == "/"


def test_every_answer_keeps_to_itself(desk: TestClient) -> None:
    for address in ("/", "/static/base.css", "/nothing", "/crises.json"):
        headers = desk.get(address).headers
        assert "unsafe" not in headers["content-security-policy"]
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_what_is_not_there_is_said_to_people_and_to_programs(desk: TestClient) -> None:
    page = desk.get("/nothing")
    assert page.status_code == 404
    assert "Rien à cette adresse" in page.text
    problem = desk.get("/api/v1/nothing")
    assert problem.headers["content-type"] == "application/problem+json"
    assert problem.json()["status"] == 404


def test_the_crises_leave_as_files(desk: TestClient) -> None:
    assert json.loads(desk.get("/crises.json").text)[0]["name"] == CRISIS
    assert desk.get("/crises.csv").content.startswith(b"\xef\xbb\xbfname,articles")
    assert desk.get("/crises.xlsx").content.startswith(b"PK")
    assert desk.get("/crises.geojson").status_code == 400
