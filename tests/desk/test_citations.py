"""A citation can stand alone: the hedge, what is counted, the article, what people said of it, and no address that leads nowhere."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest
from fastapi.testclient import TestClient
from tests.desk.conftest import CRISIS, ledger_of, token_of

from recoupe.desk.app import create_app
from recoupe.show.values import interval
from recoupe.store.rows import FigureRow

FORMS = ("txt", "bib", "csl.json")


def told(desk: TestClient, record: str, form: str, language: str = "fr") -> str:
    """Return a citation with the signs that only TeX needs taken out."""
    answer = desk.get(f"/records/{record}/citation.{form}?lang={language}")
    assert answer.status_code == 200
    return answer.text.replace("\\", "")


def figure(desk: TestClient, qualifier: str, words: str) -> FigureRow:
    return next(one for one in ledger_of(desk).figures() if one.qualifier == qualifier and words in one.words)


@pytest.mark.parametrize("form", FORMS)
def test_a_citation_keeps_the_hedge_and_what_is_counted(desk: TestClient, form: str) -> None:
    hedged = figure(desk, "more_than", "plus de 400")
    said = told(desk, hedged.id, form)
    assert f"« plus de 400 civils » ({interval(hedged.low, hedged.high)}, plus de, tués, civils)" in said
    for piece in (hedged.id, hedged.article_id, "recoupe-"):
        assert piece in said
    assert f"[{hedged.start}" not in said
    assert "more than, killed, civilians" in told(desk, hedged.id, form, "en")


def test_a_hedge_behind_the_number_is_cited_too(desk: TestClient) -> None:
    behind = figure(desk, "at_least", "45")
    assert "« 45 enfants au moins »" in told(desk, behind.id, "txt")


def test_the_title_of_a_record_has_its_hedge(desk: TestClient) -> None:
    page = desk.get(f"/records/{figure(desk, 'more_than', 'plus de 400').id}").text
    assert "plus de 400" in re.search(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)[1]  # type: ignore[index]
    assert "plus de 400" in unescape(re.search(r"<title>(.*?)</title>", page, re.DOTALL)[1])  # type: ignore[index]


@pytest.mark.parametrize("form", FORMS)
def test_a_citation_says_what_people_said_of_the_record(own_desk: TestClient, form: str) -> None:
    one, other, *_ = ledger_of(own_desk).figures()
    for record, fields in (
        (one.id, {"verdict": "reject", "reason": "un autre sujet"}),
        (other.id, {"verdict": "correct", "reason": "on les a comptés", "f.low": "390", "f.high": "390"}),
    ):
        sent = {"token": token_of(own_desk), "record": record, "rests_on": "", **fields}
        assert own_desk.post(f"/review?crisis={CRISIS}", data=sent, follow_redirects=False).status_code == 303
    assert re.search(r"\[rejeté local, \d{4}-\d\d-\d\d : un autre sujet\]", told(own_desk, one.id, form))
    corrected = told(own_desk, other.id, form)
    assert "corrigé local" in corrected
    assert "de (bas) 390" in corrected
    assert "on les a comptés" in corrected


@pytest.mark.parametrize("form", FORMS)
def test_an_address_of_this_machine_alone_is_not_cited(desk: TestClient, form: str) -> None:
    record = figure(desk, "more_than", "plus de 400").id
    assert f"http://testserver/records/{record}" in told(desk, record, form)
    app = create_app(ledger_of(desk))
    with TestClient(app, base_url="http://127.0.0.1:8737") as own:
        said = told(own, record, form)
        assert "127.0.0.1" not in said
        assert "archive_location" not in said
        assert 'id="permalink" href="http://127.0.0.1:8737/records/' in own.get(f"/records/{record}").text


def test_a_citation_in_json_names_the_outlet_and_the_day(desk: TestClient) -> None:
    cited = figure(desk, "more_than", "plus de 400")
    (item,) = json.loads(told(desk, cited.id, "csl.json"))
    case = ledger_of(desk).reviews.case(cited.id)
    assert item["title"] == case.title
    assert item["container-title"] == case.publisher
    assert item["issued"] == {"date-parts": [[int(part) for part in (case.published or "")[:10].split("-")]]}
