"""A number is found however it is written, and figures can be asked for by their value."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient
from tests.desk.conftest import CRISIS

from recoupe.show.values import interval


def found(desk: TestClient, **asked: str) -> list[dict[str, object]]:
    answer = desk.get("/figures.json", params={"crisis": CRISIS, **asked})
    assert answer.status_code == 200
    rows: list[dict[str, object]] = answer.json()
    return rows


@pytest.mark.parametrize("written", ["80000", "80 000", "80.000", "80,000", "80\u202f000", "80\xa0000"])
def test_a_number_is_found_however_its_thousands_are_set_apart(desk: TestClient, written: str) -> None:
    rows = found(desk)
    wanted = {row["id"] for row in rows if 80000 in (row["low"], row["high"])}
    hedged = {row["id"] for row in rows if re.sub(r"[\s.]", "", str(row["text"])) == "80000"}
    assert wanted
    assert hedged - wanted
    wanted |= hedged
    assert {row["id"] for row in found(desk, q=written)} == wanted
    assert "Quelque 80" in desk.get("/search", params={"q": written}).text


def test_a_number_is_found_in_words_and_at_the_end_of_a_range(desk: TestClient) -> None:
    assert "sept" in {row["words"] for row in found(desk, q="7")}
    assert "20 000 et 30 000" in {row["words"] for row in found(desk, q="30 000")}


def test_figures_are_asked_for_by_their_value(desk: TestClient) -> None:
    rows = found(desk, low="300", high="1 000")
    assert {row["words"] for row in rows} >= {"384", "900"}
    for row in rows:
        known = [one for one in (row["low"], row["high"]) if isinstance(one, (int, float))]
        assert min(known) <= 1000
        assert max(known) >= 300
    assert len(rows) < len(found(desk, low="300")) < len(found(desk))
    page = desk.get("/figures?low=300&high=1000").text
    assert 'name="low" inputmode="decimal" size="8" value="300"' in page
    assert interval(384, 384) in page
    assert desk.get("/figures?low=beaucoup").status_code == 400
