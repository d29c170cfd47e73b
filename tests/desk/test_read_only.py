"""A ledger whose file may not be written: the desk shows it, says that nothing can be kept, and keeps nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.desk.conftest import CRISIS, token_of

from recoupe.desk import serving
from recoupe.desk.app import create_app
from recoupe.ledger import Ledger

PAGES = ("/", "/figures", "/tolls", "/map", "/timeline", "/voices", "/articles", "/lineage", "/review", "/changes")
UNWRITABLE = "ne peut pas être écrit"


@pytest.fixture
def shown(sample_ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Ledger, TestClient]]:
    """The desk of such a ledger; whoever runs the tests may be allowed to write everything."""
    path = tmp_path / "ledger.sqlite"
    shutil.copy(sample_ledger, path)
    with Ledger.open(path) as ledger:
        ledger.crisis().check()
        ledger.crisis().same("place", "Alep", "Halab", by="M. R.", why="one town")
    monkeypatch.setattr("recoupe.store.connect._may_write", lambda path: False)
    with Ledger.open(path, create=False) as ledger, TestClient(create_app(ledger)) as client:
        assert not ledger.writable
        yield ledger, client


def test_every_page_shows_it(shown: tuple[Ledger, TestClient]) -> None:
    _, client = shown
    assert [client.get(f"{page}?crisis={CRISIS}").status_code for page in PAGES] == [200] * len(PAGES)


def test_nothing_is_offered_that_could_not_be_kept(shown: tuple[Ledger, TestClient]) -> None:
    _, client = shown
    page = client.get(f"/tolls?crisis={CRISIS}").text
    assert UNWRITABLE in page
    assert "Recouper maintenant" not in page
    review = client.get(f"/review?crisis={CRISIS}").text
    assert UNWRITABLE in review
    assert 'name="verdict"' not in review


def test_what_is_sent_is_refused(shown: tuple[Ledger, TestClient]) -> None:
    ledger, client = shown
    record = ledger.figures()[0].id
    token = token_of(client)
    judged = {"record": record, "rests_on": "", "verdict": "accept", "token": token}
    assert client.post(f"/review?crisis={CRISIS}", data=judged).status_code == 403
    assert client.post("/check", data={"crisis": CRISIS, "token": token}).status_code == 403
    answer = client.post(f"/api/v1/records/{record}/reviews", json={"verdict": "accept"}, headers={"if-match": "*"})
    assert (answer.status_code, answer.json()["code"]) == (403, "RC506")


def test_the_desk_opens_without_a_check_that_nobody_would_keep(
    shown: tuple[Ledger, TestClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger, _ = shown
    monkeypatch.setattr("uvicorn.Server.run", lambda self, sockets: [one.close() for one in sockets])
    said: list[str] = []
    serving.run(ledger, host="127.0.0.1", port=0, say=said.append)
    assert "cannot be written" in said[0]
    assert not any("cross-checking" in line for line in said)
