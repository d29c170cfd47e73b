"""A crisis that was changed since its last check says so, and is checked where somebody asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.desk.conftest import token_of

from recoupe.desk.app import create_app
from recoupe.desk.visit import environment
from recoupe.ledger import Ledger, history
from recoupe.ledger.warming import warm
from recoupe.store import crises, sites, tolls

TEXT = "PORT-CLAIR, 5 mars 2024 (ATR) - Neuf personnes ont été tuées mardi à Port-Clair, selon la préfecture."


@pytest.fixture
def unchecked(tmp_path: Path) -> Iterator[tuple[Ledger, TestClient]]:
    """A ledger whose one crisis was never checked, and its desk."""
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    with Ledger.open(tmp_path / "ledger.sqlite") as ledger:
        ledger.add(tmp_path / "one.txt", crisis="port-clair")
        with TestClient(create_app(ledger)) as client:
            yield ledger, client


def test_looking_checks_nothing_and_asking_does(unchecked: tuple[Ledger, TestClient]) -> None:
    ledger, client = unchecked
    page = client.get("/articles")
    assert "pas encore été recoupés" in page.text
    assert 'action="/check"' in page.text
    assert ledger.crisis().stale()
    answer = client.post(
        "/check", data={"crisis": "port-clair", "back": "/articles?crisis=port-clair", "token": token_of(client)}
    )
    assert str(answer.url).endswith("/articles?crisis=port-clair")
    assert not ledger.crisis().stale()
    assert 'action="/check"' not in answer.text


def test_a_judgement_makes_what_is_shown_a_thing_of_before(unchecked: tuple[Ledger, TestClient]) -> None:
    ledger, client = unchecked
    client.post("/check", data={"crisis": "port-clair", "back": "/", "token": token_of(client)})
    ledger.crisis().same("place", "Port-Clair", "Port Clair", by="M. R.", why="one town")
    assert "a changé depuis son dernier recoupement" in client.get("/articles").text
    assert 'action="/check"' not in client.get("/articles?as_of=2999-01-01").text, "the past is not checked again"


def test_a_check_leads_back_into_this_desk_only(unchecked: tuple[Ledger, TestClient]) -> None:
    _, client = unchecked
    token = token_of(client)
    data = {"crisis": "port-clair", "back": "//example.org", "token": token}
    assert client.post("/check", data=data, follow_redirects=False).headers["location"] == "/"
    assert client.post("/check", data={"crisis": "nulle-part", "token": token}).status_code == 404
    assert client.post("/check", data={"crisis": "port-clair"}).status_code == 403


def test_the_note_is_a_part_of_any_page() -> None:
    assert "freshness" in environment().get_template("parts.html").module.__dict__


def test_after_a_check_the_first_look_finds_at_hand_what_it_rests_on(unchecked: tuple[Ledger, TestClient]) -> None:
    ledger, client = unchecked
    asked = {"crisis": "port-clair", "back": "/", "token": token_of(client)}
    # nothing is looked at on the way back
    client.post("/check", data=asked, follow_redirects=False)
    made = [one.cache_info().misses for one in (crises._kept_by, sites._placed, history._changes, tolls.toll_index)]
    for view in ("map", "timeline", "changes", "tolls", "articles", "review"):
        assert client.get(f"/{view}?crisis=port-clair").status_code == 200
    assert [
        one.cache_info().misses for one in (crises._kept_by, sites._placed, history._changes, tolls.toll_index)
    ] == made
    # a word that no check rests on leaves the places as they are; one that does is heard
    record = ledger.figures()[0].id
    before = client.get("/map.json?crisis=port-clair").text
    ledger.reviews.judge(record, "accept", by="Ana")
    assert client.get("/map.json?crisis=port-clair").text == before
    assert sites._placed.cache_info().misses == made[1]
    ledger.reviews.judge(record, "reject", by="Ana", reason="rien", rests_on=1)
    assert client.get("/map.json?crisis=port-clair").text != before


def test_what_cannot_be_loaded_ahead_is_left_to_whoever_asks(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with Ledger.open(path) as ledger:
        before = path.read_bytes()
        warm(ledger)
        warm(ledger, "nulle-part")
        assert path.read_bytes() == before
