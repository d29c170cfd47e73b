"""What the last check changed, each change with its articles, and the same to follow as a feed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from fastapi.testclient import TestClient

from recoupe.desk.app import create_app
from recoupe.ledger import Ledger
from recoupe.ledger.history import History

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
