"""The report is reached from every page of a crisis, in each format and language; looking at it checks and keeps nothing."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.desk.conftest import CRISIS

from recoupe.desk.app import create_app
from recoupe.ledger import Ledger
from recoupe.model.article import Raw
from recoupe.report import Format, report

PATHS = ("/report", "/api/v1/report")


def test_every_page_of_a_crisis_leads_to_its_report(desk: TestClient) -> None:
    for address in ("/figures", "/tolls", "/timeline", "/articles"):
        assert f'href="/report?crisis={CRISIS}"' in desk.get(f"{address}?crisis={CRISIS}").text
    page = desk.get(f"/report?crisis={CRISIS}&as_of=2100-01-01").text
    for format in Format:
        assert f"/report?crisis={CRISIS}&amp;as_of=2100-01-01&amp;format={format}&amp;lang=fr" in page


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("format", list(Format))
def test_a_report_of_the_desk_is_the_report_of_the_last_check(desk: TestClient, path: str, format: Format) -> None:
    asked = {"crisis": CRISIS, "format": format, "lang": "en"}
    answer = desk.get(path, params=asked)
    assert answer.status_code == 200
    ledger: Ledger = desk.app.state.ledger  # type: ignore[attr-defined]
    assert answer.content == report(ledger, CRISIS, format=format, language="en")
    assert desk.get(path, params={**asked, "lang": "fr"}).content != answer.content
    begins = {
        Format.HTML: b"<!DOCTYPE html>",
        Format.PDF: b"%PDF",
        Format.DOCX: b"PK",
        Format.MD: b"# Situation report",
    }
    assert answer.content.startswith(begins[format])
    if format is Format.DOCX:
        assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    saved = answer.headers.get("content-disposition")
    if path == "/report" and format is Format.HTML:
        assert saved is None
    else:
        assert saved == f'attachment; filename="report-{CRISIS}.{format}"'


def test_the_page_of_a_report_comes_with_its_own_policy_which_allows_its_style_alone(desk: TestClient) -> None:
    answer = desk.get(f"/report?crisis={CRISIS}&format=html")
    policy = answer.headers["content-security-policy"]
    own = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', answer.text)
    assert own is not None and policy == f"{own[1]}; frame-ancestors 'none'"
    assert "script-src" not in policy and "unsafe" not in policy and "default-src 'none'" in policy
    saved = desk.get(f"/api/v1/report?crisis={CRISIS}&format=html").headers["content-security-policy"]
    assert "script-src 'self'" in saved


@pytest.mark.parametrize("path", PATHS)
def test_looking_at_a_report_checks_nothing(sample_ledger: Path, tmp_path: Path, path: str) -> None:
    file = tmp_path / "ledger.sqlite"
    shutil.copy(sample_ledger, file)
    with Ledger.open(file) as ledger, TestClient(create_app(ledger)) as client:
        ledger.crisis().check()
        before = client.get(path, params={"crisis": CRISIS, "format": "md"}).text
        late = Raw(
            name="neuf.txt", origin="neuf.txt", data="Une bombe a tué 77 personnes à Alep.".encode(), media="text",
            language="fr", published="2016-12-24",
        )  # fmt: skip
        ledger.add_documents([late], crisis=CRISIS)
        checks = ledger.crisis().moments()
        assert client.get(path, params={"crisis": CRISIS, "format": "md"}).text == before
        assert (ledger.crisis().moments(), ledger.crisis().stale()) == (checks, True)
        assert "Recouper maintenant" in client.get(f"/report?crisis={CRISIS}").text


def test_a_crisis_that_was_never_checked_is_told_so(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "own.sqlite") as ledger, TestClient(create_app(ledger)) as client:
        ledger.add_documents(
            [Raw(name="a.txt", origin="a.txt", data=b"Deux morts.", media="text", language="fr")], crisis="c/é\"'<b>"
        )
        assert "pas encore été recoupés" in client.get("/report").text
        answer = client.get("/report?format=pdf")
        assert (answer.status_code, answer.headers["content-disposition"]) == (
            200,
            'attachment; filename="report-c-b.pdf"',
        )
        assert ledger.crisis().moments() == ()


def test_what_is_no_report_is_refused(desk: TestClient) -> None:
    assert desk.get(f"/report?crisis={CRISIS}&format=exe").status_code in (400, 422)
    assert desk.get("/report?crisis=nowhere&format=md").status_code == 404
    assert desk.get(f"/report?crisis={CRISIS}&format=md&since=hier").status_code == 400
    assert desk.get(f"/api/v1/report?crisis={CRISIS}&lang=xx").status_code == 422


def test_what_moved_is_told_since_the_day_asked_for(desk: TestClient) -> None:
    pages = [desk.get(f"/report?crisis={CRISIS}&format=md&since={day}").text for day in ("2000-01-01", "2100-01-01")]
    assert pages[0] != pages[1]
