"""Articles on a map: each stands at the places of its figures, as people's judgements leave them."""

from __future__ import annotations

import json
import re
from typing import Any

from fastapi.testclient import TestClient
from tests.desk.conftest import CRISIS, ledger_of

from recoupe.ledger import Ledger
from recoupe.model.article import Raw

PAGE = f"/articles.geojson?crisis={CRISIS}"


def features(desk: TestClient, page: str = PAGE) -> dict[str, dict[str, Any]]:
    answer = desk.get(page)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/geo+json"
    whole = json.loads(answer.text)
    assert whole["type"] == "FeatureCollection"
    return {one["properties"]["id"]: one for one in whole["features"]}


def figures(desk: TestClient) -> list[dict[str, Any]]:
    return list(json.loads(desk.get(f"/figures.geojson?crisis={CRISIS}").text)["features"])


def points_of(one: dict[str, Any]) -> set[tuple[float, ...]]:
    return {tuple(point) for point in one["geometry"]["coordinates"]} if one["geometry"] else set()


def test_each_article_stands_once_at_each_place_of_its_figures(desk: TestClient) -> None:
    expected: dict[str, set[tuple[float, ...]]] = {}
    for one in figures(desk):
        if one["geometry"]:
            expected.setdefault(one["properties"]["article_id"], set()).add(tuple(one["geometry"]["coordinates"]))
    found = features(desk)
    assert found.keys() == {one["id"] for one in json.loads(desk.get(f"/articles.json?crisis={CRISIS}").text)}
    assert len(expected) > 3
    assert max(map(len, expected.values())) > 1
    for id, one in found.items():
        assert points_of(one) == expected.get(id, set())
        assert len(one["properties"]["places"]) == len(points_of(one))
        assert one["geometry"] is None or one["geometry"]["type"] == "MultiPoint"
    assert "articles.geojson" in desk.get(f"/articles?crisis={CRISIS}").text


def test_before_anything_was_added_there_is_nothing(desk: TestClient) -> None:
    assert features(desk, f"{PAGE}&as_of=2001-01-01") == {}


def test_a_place_that_people_reject_or_correct_is_not_read_any_more(own_desk: TestClient) -> None:
    one = next(one for one in figures(own_desk) if one["geometry"])
    article, place = one["properties"]["article_id"], one["properties"]["place_id"]
    there = [one["properties"] for one in figures(own_desk) if one["properties"]["article_id"] == article]
    away = next(
        other for other in figures(own_desk)
        if other["geometry"] and tuple(other["geometry"]["coordinates"]) not in points_of(features(own_desk)[article])
    )  # fmt: skip
    reviews = ledger_of(own_desk).reviews
    same = [row["id"] for row in there if row["place_id"] == place]
    for id in same[1:]:
        reviews.judge(id, "reject", by="Ana", reason="pas un chiffre")
    moved = {name: away["properties"][name] for name in ("place", "place_id")}
    reviews.judge(same[0], "correct", by="Ana", reason="ailleurs", changed=moved)
    found = points_of(features(own_desk)[article])
    assert tuple(one["geometry"]["coordinates"]) not in found
    assert tuple(away["geometry"]["coordinates"]) in found
    assert moved["place"] in features(own_desk)[article]["properties"]["places"]


def test_an_agency_that_prints_its_own_dispatch_is_named_once(empty_desk: TestClient) -> None:
    ledger: Ledger = empty_desk.app.state.ledger  # type: ignore[attr-defined]
    told = "VALBRUNE, 5 mars 2024 (AFP) - La crue a tué neuf personnes à Valbrune, selon la mairie."
    for publisher in ("AFP", "Le Fleuve"):
        raw = Raw(
            name=f"{publisher}.txt", origin="x", data=f"{told} {publisher}.".encode(), media="text", publisher=publisher
        )
        ledger.add_documents([raw], crisis="crue")
    ledger.crisis("crue").check()
    cells = re.findall(r'<td data-head="Média et agence">(.*?)</td>', empty_desk.get("/articles?crisis=crue").text)
    assert sorted(" ".join(re.sub(r"<[^>]+>", " ", one).split()) for one in cells) == ["AFP", "Le Fleuve AFP"]
