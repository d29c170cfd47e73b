"""The ledger as tables: what is asked for is what is shown, counted and downloaded."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import sqlite3
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bench.ledger import fill
from fastapi.testclient import TestClient
from tests.desk.conftest import CRISIS

from recoupe.desk.app import create_app
from recoupe.ledger import Ledger

KINDS = ("figures", "statements", "events")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The desk of 620 invented figures in four crises."""
    path = tmp_path_factory.mktemp("large") / "ledger.sqlite"
    fill(path, 620, 20)
    with Ledger.open(path) as ledger, TestClient(create_app(ledger)) as client:
        yield client


def rows_of(page: str) -> list[str]:
    """Return the ids of the records of a table, in order."""
    body = page[page.index("<tbody>") : page.index("</tbody>")] if "<tbody>" in page else ""
    return re.findall(r'class="told">\s*<a href="/records/([0-9a-f]+)', body)


def link(page: str, pattern: str) -> str:
    """Return the address of the first link whose tag and words match."""
    found = re.search(rf'<a [^>]*href="([^"]*)"[^>]*>(?:(?!</a>).)*{pattern}', page, re.DOTALL)
    assert found is not None, pattern
    return unescape(found[1])


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_its_table_with_links_to_record_and_place(desk: TestClient, kind: str) -> None:
    page = desk.get(f"/{kind}")
    assert page.status_code == 200
    ids = rows_of(page.text)
    assert ids
    assert desk.get(f"/records/{ids[0]}").status_code == 200
    place = unescape(re.findall(r'href="(/articles/[^"]+)"', page.text)[0])
    assert urlsplit(place).fragment.startswith("r-")
    assert desk.get(place).status_code == 200


def test_the_words_and_the_hedge_stand_beside_the_interval_and_unknown_is_blank(desk: TestClient) -> None:
    page = desk.get("/figures", params={"qualifier": "more_than", "crisis": CRISIS}).text
    cells = re.findall(r'<td class="told">(.*?)</td>', page, re.DOTALL)
    assert cells
    for cell in cells:
        assert "≥" in cell
        assert "plus de" in cell.lower()
        assert 'class="hedge"' in cell
    blank = desk.get("/figures", params={"source": "-"}).text
    assert re.search(r'<td class="c-source"></td>', blank)
    assert not re.search(r'<td class="c-source">[^<]', blank)


def test_pages_are_walked_without_losing_a_row(large: TestClient) -> None:
    address, seen = "/figures?sort=-value&size=100&crisis=crue", []
    while True:
        page = large.get(address).text
        seen += rows_of(page)
        if 'rel="next"' not in page:
            break
        address = unescape(re.search(r'rel="next" href="([^"]+)"', page)[1])  # type: ignore[index]
    told = [row["id"] for row in large.get("/figures.json?sort=-value&crisis=crue").json()]
    assert seen == told
    assert len(told) == len(set(told)) > 200
    back = unescape(re.search(r'rel="prev" href="([^"]+)"', page)[1])  # type: ignore[index]
    shown = len(rows_of(page))
    assert rows_of(large.get(back).text) == seen[-shown - 100 : -shown]


def test_a_facet_counts_what_choosing_it_gives(large: TestClient) -> None:
    page = large.get("/figures?crisis=crue&counted=children").text
    facets = page[page.index('class="facets"') :]
    found = re.search(r'<a href="([^"]+)">.{0,40}?tués.{0,40}?class="count">(\d+)', facets, re.DOTALL)
    assert found is not None
    chosen = large.get(unescape(found[1])).text
    assert f"<strong>{found[2]} chiffres</strong>" in chosen
    assert len(large.get(unescape(found[1]).replace("/figures?", "/figures.json?")).json()) == int(found[2])
    assert "counted=children" in unescape(found[1])
    assert "kind=killed" not in link(chosen[chosen.index('class="chosen"') :], "tués")


def test_a_name_of_a_facet_is_that_name_alone(large: TestClient) -> None:
    facets = large.get("/figures").text.partition('class="facets"')[2]
    address = unescape(re.search(r'href="([^"]*place=%22[^"]*)"', facets)[1])  # type: ignore[index]
    places = {row["place"] for row in large.get(address.replace("/figures?", "/figures.json?")).json()}
    assert len(places) == 1


def test_the_heads_sort_one_way_and_then_the_other(large: TestClient) -> None:
    page = large.get("/figures").text
    head = page[page.index("<thead>") : page.index("</thead>")]
    once = large.get(link(head, "Nombre")).text
    assert 'aria-sort="ascending"' in once
    head = once[once.index("<thead>") : once.index("</thead>")]
    assert 'aria-sort="descending"' in large.get(link(head, "Nombre")).text


def test_a_file_holds_exactly_what_is_filtered(large: TestClient) -> None:
    asked = {"crisis": "siege", "kind": ["killed", "injured"], "place": "ba", "from": "2021-01-05", "sort": "place"}
    page = large.get("/figures", params={**asked, "size": 200}).text
    rows = large.get("/figures.json", params=asked).json()
    assert [row["id"] for row in rows] == rows_of(page) != []
    lines = list(csv.DictReader(io.StringIO(large.get("/figures.csv", params=asked).content.decode("utf-8-sig"))))
    assert [line["id"] for line in lines] == [row["id"] for row in rows]
    assert [line["high"] for line in lines] == ["" if row["high"] is None else str(row["high"]) for row in rows]
    points = large.get("/figures.geojson", params=asked)
    features = json.loads(points.content)["features"]
    assert [feature["properties"]["id"] for feature in features] == [row["id"] for row in rows]
    assert any(feature["geometry"] for feature in features)
    assert points.headers["content-type"] == "application/geo+json"
    assert large.get("/figures.xlsx", params=asked).content.startswith(b"PK")
    assert large.get("/statements.geojson").status_code == 400


def test_what_was_judged_is_shown_and_the_reading_stays(own_desk: TestClient) -> None:
    ledger: Ledger = own_desk.app.state.ledger  # type: ignore[attr-defined]
    first, second = ledger.figures()[:2]
    ledger.reviews.judge(first.id, "reject", by="M. R.", reason="no toll")
    ledger.reviews.judge(second.id, "correct", by="M. R.", reason="misread", changed={"source": "la mairie"})
    page = own_desk.get("/figures").text
    assert rows_of(page)[:2] == [first.id, second.id]
    assert page.count("v-reject") == 1
    assert "Source : la mairie" in page
    rows = own_desk.get("/figures.json").json()
    assert (rows[0]["judged"], rows[1]["judged"], rows[2]["judged"]) == ("reject", "correct", None)
    assert (rows[1]["source"], rows[1]["corrected"]) == (second.source, {"source": "la mairie"})
    before = own_desk.get("/figures?as_of=2000-01-01").text
    assert "v-reject" not in before


def test_before_anything_was_read_the_ledger_was_empty(desk: TestClient) -> None:
    page = desk.get("/figures?as_of=2000-01-01").text
    assert rows_of(page) == []
    assert "<strong>0 chiffre</strong>" in page
    assert desk.get("/figures.json?as_of=2000-01-01").json() == []


def test_an_empty_ledger_has_empty_tables(empty_desk: TestClient) -> None:
    for kind in KINDS:
        assert empty_desk.get(f"/{kind}").status_code == 200
        assert empty_desk.get(f"/{kind}.csv").status_code == 200


@pytest.mark.parametrize(
    "asked",
    ["kind=dead", "sort=colour", "after=x", "after=99999999", "before=soon", "from=soon", "size=x", "crisis=nowhere",
     "after=99999999999999999999", "sort=-", "as_of=2016-13-40"],
)  # fmt: skip
def test_what_cannot_be_asked_is_said(desk: TestClient, asked: str) -> None:
    answer = desk.get(f"/figures?{asked}")
    assert answer.status_code in ((200,) if asked == "sort=-" else (400, 404))
    assert desk.get(f"/figures.csv?{asked}").status_code in (200, 400, 404)


def test_words_that_no_longer_stand_there_are_marked(sample_ledger: Path, tmp_path: Path) -> None:
    """One altered article hides no other row, and none of its words is shown as a quote with a hedge."""
    path = tmp_path / "ledger.sqlite"
    shutil.copy(sample_ledger, path)
    with sqlite3.connect(path) as file:
        file.execute("DROP TRIGGER article_no_update")
        file.execute("UPDATE article SET text = 'x' || text WHERE seq = 1")
    with Ledger.open(path) as ledger, TestClient(create_app(ledger)) as client:
        page = client.get("/figures?size=200").text
        lost = page.count("ancrage perdu")
        assert 0 < lost < len(rows_of(page))
        where = re.search(r'href="/records/([0-9a-f]+)(?:(?!</tr>).)*ancrage perdu', page, re.DOTALL)
        assert where is not None
        record = client.get(f"/records/{where[1]}")
        assert record.status_code == 200
        assert "ancrage perdu" in record.text
        assert "<blockquote>" not in record.text
        assert "<mark>" not in record.text
