"""What the last check changed, each change with its articles, and the same to follow as a feed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from fastapi.testclient import TestClient
from tests.desk.conftest import CRISIS

from recoupe.catalogue import Catalogue
from recoupe.desk.app import create_app
from recoupe.ledger import Ledger
from recoupe.ledger.history import History
from recoupe.show.saying import said

FIRST = "PORT-CLAIR, 5 mars 2024 (ATR) - La crue a tué neuf personnes depuis lundi à Port-Clair, selon la préfecture."
SECOND = "PORT-CLAIR, 6 mars 2024 (ATR) - La crue a tué 14 personnes depuis lundi à Port-Clair, selon la préfecture."


@pytest.fixture
def moved(tmp_path: Path) -> Iterator[tuple[Ledger, TestClient]]:
    """A crisis whose toll was told once, checked, told higher, and checked again."""
    with Ledger.open(tmp_path / "ledger.sqlite") as ledger, TestClient(create_app(ledger)) as client:
        for at, text in enumerate((FIRST, SECOND)):
            (tmp_path / f"{at}.txt").write_text(text, encoding="utf-8")
            ledger.add(tmp_path / f"{at}.txt", crisis="crue")
            ledger.crisis().check()
        yield ledger, client


def test_the_last_check_says_what_it_changed(moved: tuple[Ledger, TestClient]) -> None:
    ledger, client = moved
    rows = json.loads(client.get("/changes.json").text)
    assert ("raised", "1.txt") in [(row["what"], row["articles"]) for row in rows]
    page = client.get("/changes").text
    assert "bilan en hausse" in page
    assert [(row.what, row.says) for row in ledger.crisis().last_changes()] == [
        (row["what"], row["says"]) for row in rows
    ]


def test_the_checks_before_it_can_be_asked_for(moved: tuple[Ledger, TestClient]) -> None:
    _, client = moved
    rows = json.loads(client.get("/changes.json?check=1").text)
    assert {row["what"] for row in rows} >= {"new toll"}
    assert client.get("/changes?check=7").status_code == 404
    assert json.loads(client.get("/changes.json?as_of=2001-01-01").text) == []
    only = json.loads(client.get("/changes.json?check=1&what=new+toll").text)
    assert {row["what"] for row in only} == {"new toll"}


def test_all_changes_are_those_that_the_ledger_tells(moved: tuple[Ledger, TestClient]) -> None:
    ledger, _ = moved
    told = sorted((row.check, row.what, row.says) for row in ledger.crisis().changes())
    assert sorted((row.check, row.what, row.says) for _, _, row in History(ledger.crisis()).items()) == told


def test_the_interface_lists_changes_page_by_page(moved: tuple[Ledger, TestClient]) -> None:
    _, client = moved
    seen, after = [], ""
    while True:
        answer = client.get(f"/api/v1/changes?limit=1{after}").json()
        seen += answer["items"]
        if answer["next"] is None:
            break
        after = f"&after={answer['next']}"
    assert [one["id"] for one in seen] == [one["id"] for one in client.get("/api/v1/changes").json()["items"]]
    assert len({one["id"] for one in seen}) == len(seen) == 2
    assert seen[0]["check"] == 2


def test_the_feed_is_atom_and_json(moved: tuple[Ledger, TestClient]) -> None:
    _, client = moved
    answer = client.get("/api/v1/changes.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = fromstring(answer.text)
    atom = "{http://www.w3.org/2005/Atom}"
    entries = feed.findall(f"{atom}entry")
    ids = [entry.findtext(f"{atom}id") for entry in entries]
    assert len(ids) == len(set(ids)) == 2
    assert all(entry.findtext(f"{atom}updated") and entry.findtext(f"{atom}title") for entry in entries)
    listed = client.get("/api/v1/changes.json").json()
    assert listed["version"] == "https://jsonfeed.org/version/1.1"
    assert [item["id"] for item in listed["items"]] == ids
    assert client.get("/api/v1/changes.atom", headers={"if-none-match": answer.headers["etag"]}).status_code == 304


def test_the_english_page_has_no_french_question_and_no_value_of_the_codebook(desk: TestClient) -> None:
    page = desk.get(f"/changes?crisis={CRISIS}&lang=en").text
    assert "How many: killed, civilians, Alep-Est?" in page
    assert "Combien" not in page
    for raw in ("aid_workers", "health_workers", "territory_share"):
        assert raw not in page
    assert "Combien de morts (civils), Alep-Est ?" in desk.get(f"/changes?crisis={CRISIS}&lang=fr").text
    said = [one["says"] for one in desk.get(f"/api/v1/changes?crisis={CRISIS}&limit=200").json()["items"]]
    assert any(one.startswith("How many: killed, civilians, Alep-Est?") for one in said)


def test_a_dispute_asks_in_the_language_of_whoever_looks(desk: TestClient) -> None:
    english = {"accept-language": "en"}
    page = desk.get(f"/voices?crisis={CRISIS}", headers=english).text
    assert "How many: evacuated, " in page
    assert "Combien" not in page
    (asked, *_) = desk.get(f"/api/v1/disputes?crisis={CRISIS}", headers=english).json()["items"]
    assert "Combien" not in asked["question"]


def test_a_moment_in_english_cannot_be_taken_for_another_day() -> None:
    assert Catalogue.of("en").moment("2026-11-22T14:40:05Z") == "22 Nov 2026, 14:40"
    assert Catalogue.of("en").day("2026-11-02") == "2 Nov 2026"


def test_why_records_are_of_one_origin_is_said_in_french(desk: TestClient) -> None:
    ledger: Ledger = desk.app.state.ledger  # type: ignore[attr-defined]
    found = ledger.crisis(CRISIS).kept()
    assert found is not None
    several = [one for one in found.origins if one.why]
    assert {said(why, "fr").language for one in several for why in one.why} == {"fr"}
    page = desk.get(f"/records/{several[0].record}?crisis={CRISIS}").text
    assert "les mêmes mots le disent dans" in page or "le tiennent tous deux de" in page
    assert "the same words" not in page
    assert "both credit" not in page
