"""What cannot be had is said where it is asked for, in the reader's language, and programs keep their problem."""

from __future__ import annotations

import re

from fastapi.testclient import TestClient
from tests.desk.conftest import CRISIS

BROWSER = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8", "accept-language": "fr"}


def test_a_browser_is_told_in_a_page_what_a_program_is_told_in_a_problem(desk: TestClient) -> None:
    page = desk.get("/statements.geojson", headers=BROWSER)
    assert (page.status_code, page.headers["content-type"]) == (400, "text/html; charset=utf-8")
    assert "ces lignes n&#39;ont pas de lieux ; csv, xlsx et json sont possibles" in page.text
    for headers in ({}, {"accept": "application/json"}):
        problem = desk.get("/statements.geojson", headers=headers)
        assert problem.headers["content-type"] == "application/problem+json"
        assert problem.json()["code"] == "RC511"


def test_another_format_is_answered_with_those_that_there_are(desk: TestClient) -> None:
    said = desk.get("/figures.pdf", headers=BROWSER).text
    assert "Les formats possibles : csv, xlsx, json, geojson." in said
    assert "shape" not in said


def test_a_record_to_judge_is_found_by_the_beginning_of_its_id(desk: TestClient) -> None:
    record = desk.get("/figures.json").json()[0]["id"]
    page = desk.get(f"/review?crisis={CRISIS}&record={record[:8]}")
    assert page.status_code == 200
    assert f'name="record" value="{record}"' in page.text
    assert desk.get(f"/review?crisis={CRISIS}&record=ffffffffffff").status_code == 404


def test_a_day_that_has_not_come_is_shown_as_today(desk: TestClient) -> None:
    page = desk.get("/figures?as_of=2930-01-01").text
    assert "Données à ce jour" in page
    assert "Données au" not in page
    assert "Données au 1er janv. 1930" in desk.get("/figures?as_of=1930-01-01").text


def test_what_leads_to_the_next_record_says_what_it_does(desk: TestClient) -> None:
    page = desk.get(f"/review?crisis={CRISIS}").text
    (button,) = re.findall(r'<a class="button"[^>]*data-key=" "[^>]*>', page)
    assert 'data-key-too="j"' in button
    assert "reste à juger" in button
