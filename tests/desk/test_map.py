"""The map: places with a radius, what has none counted beneath, the picture, the files, the interface for programs."""

from __future__ import annotations

import json
import shutil
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

from fastapi.testclient import TestClient

from recoupe.desk.app import create_app
from recoupe.ledger import Ledger

SQUARE = {"type": "Polygon", "coordinates": [[[36, 35], [36, 37], [38, 37], [36, 35]]]}


def test_the_page_lists_places_by_what_is_known_of_them(desk: TestClient) -> None:
    text = unescape(desk.get("/map").text)
    assert "Alep-Est : 4" in text, "the words for the picture say the numbers"
    assert "dans Alep, sans plus de précision, rayon 20 km" in text
    assert "Sans point sur la carte" in text
    assert "Salaheddine" in text
    assert "ne prennent parti dans aucun litige" in text
    assert "Hors du cadre : Istanbul" in text
    assert "/events?place=-" in text
    assert '/figures?place="Alep"' in text.replace("%22", '"')


def test_the_picture_is_there_without_a_script(desk: TestClient) -> None:
    assert '<img src="/map.svg' in desk.get("/map").text
    for query in ("theme=dark&width=narrow", "whole=true&lang=en", "of=events", "kind=killed"):
        answer = desk.get(f"/map.svg?{query}")
        assert answer.headers["content-type"].startswith("image/svg+xml")
        ElementTree.fromstring(answer.content)


def test_a_picture_that_leaves_the_page_says_what_its_borders_are(desk: TestClient) -> None:
    assert "ne prennent parti dans aucun litige" in " ".join(
        ElementTree.fromstring(desk.get("/map.svg").content).itertext()
    )
    assert "litige" not in desk.get("/map.svg?alone=false").text
    assert desk.get("/map.png").content[:4] == b"\x89PNG"


def test_how_to_put_borders_of_ones_own_is_said_on_the_page_and_on_no_picture(desk: TestClient) -> None:
    for language in ("fr", "en"):
        drawn = "".join(ElementTree.fromstring(desk.get(f"/map.svg?lang={language}").content).itertext())
        assert "`" not in drawn
        assert "--areas" not in drawn
        assert "<code>recoupe serve --areas FILE</code>" in desk.get(f"/map?lang={language}").text


def test_figures_and_events_can_be_seen_apart(desk: TestClient) -> None:
    figures = json.loads(desk.get("/map.json?of=figures").text)
    assert {row["events"] for row in figures} == {0}
    assert "Genève" not in {row["name"] for row in figures}
    events = json.loads(desk.get("/map.json?of=events").text)
    assert {row["figures"] for row in events} == {0}
    assert "Genève" in {row["name"] for row in events}
    killed = {row["name"]: row["figures"] for row in json.loads(desk.get("/map.json?of=figures&kind=killed").text)}
    every = {row["name"]: row["figures"] for row in figures}
    assert 0 < killed["Alep"] < every["Alep"]


def test_the_places_leave_as_geojson_with_their_points(desk: TestClient) -> None:
    features = {one["properties"]["name"]: one for one in json.loads(desk.get("/map.geojson").text)["features"]}
    assert features["Alep"]["geometry"]["coordinates"] == [37.16117, 36.20124]
    assert features["Alep"]["properties"]["radius_km"] == 20
    assert features["Salaheddine"]["geometry"] is None
    assert features["Salaheddine"]["properties"]["radius_km"] is None
    assert desk.get("/map.csv").content.startswith(b"\xef\xbb\xbfname,place_id")
    assert desk.get("/map.xlsx").content[:2] == b"PK"


def test_the_map_that_moves_loads_its_library_and_its_words_from_here(desk: TestClient) -> None:
    page = desk.get("/map").text
    assert "/map/leaflet.js" in page
    assert "leaflet" not in desk.get("/").text
    assert b"Leaflet" in desk.get("/map/leaflet.js").content[:300]
    assert desk.get("/map/leaflet.css").headers["content-type"].startswith("text/css")
    assert desk.get("/map/leaflet.map").status_code == 422
    told = desk.get("/map/drawn.json").json()
    assert told["discs"][0]["km"] == 20
    assert told["spots"][0]["lines"][0][0] == "Alep-Est"
    assert "Syrie" in {one["properties"]["name"] for one in told["outlines"]}


def test_own_areas_take_the_place_of_the_coarse_borders(sample_ledger: Path, tmp_path: Path) -> None:
    path = tmp_path / "areas.geojson"
    feature = {"type": "Feature", "properties": {"name": "<b>Zone</b> A"}, "geometry": SQUARE}
    path.write_text(json.dumps(feature))
    copy = tmp_path / "ledger.sqlite"
    shutil.copy(sample_ledger, copy)
    with Ledger.open(copy) as ledger, TestClient(create_app(ledger, areas=path)) as client:
        assert "Tracés de votre fichier areas.geojson" in client.get("/map").text
        assert [one["properties"]["name"] for one in client.get("/map/drawn.json").json()["outlines"]] == [
            "<b>Zone</b> A"
        ]
        assert "<b>Zone" not in client.get("/map.svg").text
        path.write_text('{"type": "nonsense"}')
        page = unescape(client.get("/map").text)
        assert "RC804" in page
        assert "Frontières grossières" in page
        assert client.get("/map.svg").status_code == 200


def test_a_rejected_record_is_on_the_map_no_more_and_a_corrected_one_moves(own_desk: TestClient) -> None:
    ledger: Ledger = own_desk.app.state.ledger  # type: ignore[attr-defined]
    before = {row["name"]: row["figures"] for row in json.loads(own_desk.get("/map.json").text)}
    first, second = ledger.figures(place="Istanbul")
    ledger.reviews.judge(first.id, "reject", by="ana", reason="no figure")
    changed = {"place": "Idleb", "place_id": "geonames:169389"}
    ledger.reviews.judge(second.id, "correct", by="ana", reason="elsewhere", changed=changed)
    after = {row["name"]: row["figures"] for row in json.loads(own_desk.get("/map.json").text)}
    assert (before["Istanbul"], after.get("Istanbul", 0)) == (2, 0)
    assert after["Idleb"] == before["Idleb"] + 1


def test_a_hostile_name_is_words_on_the_page_and_in_every_file(own_desk: TestClient) -> None:
    ledger: Ledger = own_desk.app.state.ledger  # type: ignore[attr-defined]
    figure = ledger.figures(place="Istanbul")[0]
    name = '=1+1<script>alert(1)</script>" onerror=x'
    ledger.reviews.judge(figure.id, "correct", by="ana", reason="elsewhere", changed={"place": name, "place_id": None})
    page = own_desk.get("/map").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "'=1+1<script>" in own_desk.get("/map.csv").text
    ElementTree.fromstring(own_desk.get("/map.svg?whole=true").content)


def test_the_map_as_of_a_day_knows_no_later_word(own_desk: TestClient) -> None:
    ledger: Ledger = own_desk.app.state.ledger  # type: ignore[attr-defined]
    now = own_desk.get("/map.json").text
    assert json.loads(own_desk.get("/map.json?as_of=9999-12-31").text) == json.loads(now)
    for figure in ledger.figures(place="Istanbul"):
        ledger.reviews.judge(figure.id, "reject", by="ana", reason="no figure")
    assert "Istanbul" not in {row["name"] for row in json.loads(own_desk.get("/map.json?of=figures").text)}
    assert json.loads(own_desk.get("/map.json?as_of=1999-01-01").text) == []


def test_a_ledger_without_places_says_so(empty_desk: TestClient, desk: TestClient) -> None:
    assert empty_desk.get("/map").status_code == 200
    assert "Aucun chiffre ni événement" in desk.get("/map?as_of=1999-01-01").text
    assert desk.get("/map.svg?as_of=1999-01-01").status_code == 200


def test_programs_page_through_the_places(desk: TestClient) -> None:
    whole = desk.get("/api/v1/map").json()
    assert whole["events_without"] > 0
    seen, after = [], ""
    while True:
        page = desk.get(f"/api/v1/map?limit=5{after}").json()
        seen += [one["name"] for one in page["items"]]
        if page["next"] is None:
            break
        after = f"&after={page['next']}"
    assert seen == [one["name"] for one in whole["items"]]
    assert whole["items"][0]["certainty"] == "within"
    assert desk.get("/api/v1/map?kind=nonsense").status_code == 422


def test_a_source_and_an_articles_own_voice_are_one_origin_however_much_they_tell_of_a_place(desk: TestClient) -> None:
    sites = desk.get("/map.json").json()
    figures = desk.get("/figures.json").json()
    busy = [site for site in sites if site["place_id"] and site["figures"] > 5]
    assert busy
    for site in busy:
        there = [one for one in figures if one["place_id"] == site["place_id"]]
        voices = {one["source"] or one["article"] for one in there}
        assert 0 < site["figure_origins"] <= len(voices)
        assert site["figure_origins"] < site["figures"]
