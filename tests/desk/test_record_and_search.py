"""The page of one record, its citations, and the search over everything."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest
from fastapi.testclient import TestClient
from tests.desk.conftest import CRISIS

from recoupe.ledger import Ledger
from recoupe.store.rows import FigureRow


@pytest.fixture
def hedged(desk: TestClient) -> FigureRow:
    """A figure with a hedge and a source."""
    ledger: Ledger = desk.app.state.ledger  # type: ignore[attr-defined]
    return next(row for row in ledger.figures() if row.qualifier == "more_than" and row.source)


def test_a_record_shows_its_words_its_rules_and_its_origins(desk: TestClient, hedged: FigureRow) -> None:
    page = desk.get(f"/records/{hedged.id}").text
    assert f"<mark>{hedged.text}</mark>" in page
    ledger: Ledger = desk.app.state.ledger  # type: ignore[attr-defined]
    for reason in ledger.explain(hedged.id).reasons:
        assert f"<code>{reason.rule}</code>" in page
    found = ledger.crisis().kept()
    assert found is not None
    mine = [one for one in found.origins if one.record == hedged.id]
    assert mine
    assert ledger.crisis().origins_of(hedged.id) == tuple(sorted(mine, key=lambda one: one.origin))
    assert ("1 origine indépendante" if len(mine) == 1 else f"{len(mine)} origines indépendantes") in page
    assert "plus de" in page


def test_origins_of_a_day_before_any_check_are_none(desk: TestClient, hedged: FigureRow) -> None:
    ledger: Ledger = desk.app.state.ledger  # type: ignore[attr-defined]
    assert ledger.crisis().origins_of(hedged.id, "2000-01-01") is None
    assert "Aucun recoupement" in desk.get(f"/records/{hedged.id}?as_of=2000-01-01").text


def test_a_record_is_found_by_the_beginning_of_its_id(desk: TestClient, hedged: FigureRow) -> None:
    assert desk.get(f"/records/{hedged.id[:10]}").text.count(hedged.id) > 3
    assert desk.get("/records/ffffffffffffffff").status_code == 404
    assert desk.get("/records/x'--").status_code == 404


def test_a_record_is_cited_in_three_ways(desk: TestClient, hedged: FigureRow) -> None:
    for form in ("txt", "bib", "csl.json"):
        said = desk.get(f"/records/{hedged.id}/citation.{form}")
        assert said.status_code == 200
        assert hedged.id in said.text
        assert hedged.text in said.text.replace("\\%", "%")
    (item,) = json.loads(desk.get(f"/records/{hedged.id}/citation.csl.json").text)
    assert item["type"] == "article-newspaper"
    assert item["archive_location"].endswith(f"/records/{hedged.id}")
    assert desk.get(f"/records/{hedged.id}/citation.doc").status_code == 400
    assert desk.get(f"/records/{hedged.id}.json").json()[0]["id"] == hedged.id


def test_a_search_finds_texts_with_their_records_and_names(desk: TestClient) -> None:
    page = desk.get("/search?q=Alep").text
    assert "<mark>Alep</mark>" in page
    assert re.search(r"\d+ articles contiennent ces mots", page)
    address = unescape(re.search(r'<h3><a href="(/figures[^"]+)">', page)[1])  # type: ignore[index]
    listed = desk.get(address).text
    assert re.search(r'<h3><a href="/figures[^"]+">([^<]+)<', page)[1] in listed  # type: ignore[index]
    assert 'class="beside"' in page
    for place in set(re.findall(r'href="(/articles/[^"]+)"', page)):
        assert desk.get(unescape(place)).status_code == 200


def test_a_search_goes_on_page_by_page(desk: TestClient) -> None:
    seen: list[str] = []
    address = "/search?q=le"
    while True:
        page = desk.get(address).text
        seen += dict.fromkeys(re.findall(r'<h3><a href="/articles/([0-9a-f]+)', page))
        if 'rel="next"' not in page:
            break
        address = unescape(re.search(r'rel="next" href="([^"]+)"', page)[1])  # type: ignore[index]
    ledger: Ledger = desk.app.state.ledger  # type: ignore[attr-defined]
    assert sorted(seen) == sorted({hit.article_id for hit in ledger.search("le")})


def test_a_search_for_an_id_leads_to_the_record(desk: TestClient, hedged: FigureRow) -> None:
    assert f'href="/records/{hedged.id}"' in desk.get(f"/search?q={hedged.id[:9]}").text


@pytest.mark.parametrize(
    "words", ["", "   ", '"', "NEAR(", "zzzz", "a OR b", "*", "<script>alert(1)</script>", "%00", "-"]
)
def test_signs_in_a_search_are_no_commands(desk: TestClient, words: str) -> None:
    answer = desk.get("/search", params={"q": words})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert desk.get("/search.csv", params={"q": words}).status_code == 200


def test_a_search_stays_in_its_crisis_and_its_day(desk: TestClient) -> None:
    assert desk.get("/search?q=Alep&crisis=nulle-part").status_code == 404
    assert "Aucun texte" in desk.get("/search?q=Alep&as_of=2000-01-01").text
    same = desk.get("/search.json?q=Alep").json()
    assert desk.get(f"/search.json?q=Alep&crisis={CRISIS}").json() == same != []


def test_the_interface_gives_what_the_pages_show(desk: TestClient, hedged: FigureRow) -> None:
    ids, after = [], None
    while True:
        asked = {"limit": 40, "sort": "-low", **({"after": after} if after else {})}
        page = desk.get("/api/v1/figures", params=asked).json()
        ids += [item["record"]["id"] for item in page["items"]]
        after = page["next"]
        if after is None:
            break
    assert len(ids) == len(set(ids)) == page["total"] == len(desk.get("/figures.json").json())
    counts = {one["field"]: one for one in desk.get("/api/v1/figures/counts").json()}
    assert sum(one["count"] for one in counts["kind"]["values"]) == page["total"]
    whole = desk.get(f"/api/v1/records/{hedged.id}").json()
    assert whole["told"]["record"]["words"] == hedged.words
    assert {one["rule"] for one in whole["reasons"]}
    assert whole["origins"]
    found = desk.get("/api/v1/search?q=Alep&limit=2").json()
    assert found["next"]
    assert found["items"][0]["article_id"]
    assert desk.get(f"/api/v1/search?q=Alep&limit=2&after={found['next']}").json()["items"] != found["items"]


def test_an_answer_that_is_known_is_not_sent_again(desk: TestClient) -> None:
    for address in ("/api/v1/figures?limit=2", "/api/v1/statements", "/api/v1/events/counts", "/api/v1/search?q=Alep"):
        tag = desk.get(address).headers["etag"]
        assert desk.get(address, headers={"if-none-match": tag}).status_code == 304


@pytest.mark.parametrize("after", ["x", "WyJhIl0", "W10", "WzEuNV0", "WzEsMl0"])
def test_a_cursor_of_somebody_else_is_refused(desk: TestClient, after: str) -> None:
    for noun in ("figures", "search"):
        answer = desk.get(f"/api/v1/{noun}", params={"after": after, "q": "Alep"})
        assert answer.status_code == 400
        assert answer.headers["content-type"] == "application/problem+json"


def test_a_search_marks_a_number_that_is_denied(desk: TestClient) -> None:
    denied = [one for one in desk.get("/figures.json").json() if one["modality"] == "denied"]
    assert denied
    page = desk.get("/search", params={"q": denied[0]["words"].split()[-1]}).text
    at = page.index(denied[0]["id"])
    assert "démenti" in page[at : page.index("</li>", at)]
