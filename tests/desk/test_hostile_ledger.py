"""Articles that would command the reader's browser or spreadsheet: in every table, page and file they are words."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from fastapi.testclient import TestClient

from recoupe.desk.app import create_app
from recoupe.ledger import Ledger
from recoupe.model.article import Raw
from recoupe.model.digest import Digest
from recoupe.store.connect import open_engine
from recoupe.store.writer import Writer

SCRIPT = '<script>alert("x")</script><img src=x onerror=alert(1)>'
TURNED = "\u202etxet\u2066 \u200f"
FORMULA = '=HYPERLINK("http://example.org","x")'
TOLD = "Au moins 12 personnes ont été tuées à Port-Clair. « {said} », a dit le maire."
TEXTS = {
    "script.txt": SCRIPT + TOLD.format(said=SCRIPT),
    "turned.txt": TURNED + TOLD.format(said=TURNED),
    "formula.txt": FORMULA + "\n" + TOLD.format(said=FORMULA),
    "endless.txt": "a" * 5_000_000 + " " + TOLD.format(said="b" * 300_000),
    f"{SCRIPT[:20].replace('/', '')}{{{{ 7*7 }}}}.txt": "{{ 7*7 }} ${7*7} " + TOLD.format(said="{% raw %}"),
}
PAGES = ("/figures", "/statements", "/events", "/search?q=personnes", "/search?q=script", "/figures?q=%3Cscript%3E")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Ledger, TestClient]]:
    """A ledger of such articles; their names are hostile, too."""
    from tests.conftest import make_digest, make_raw

    path = tmp_path_factory.mktemp("hostile") / "ledger.sqlite"
    writer = Writer(engine=open_engine(path, create=True), path=path)
    fill(writer, make_raw, make_digest)
    with Ledger.open(path) as ledger, TestClient(create_app(ledger)) as client:
        yield ledger, client


def fill(writer: Writer, raw: Callable[..., Raw], digest: Callable[..., Digest]) -> None:
    run = writer.begin("test")
    for name, text in TEXTS.items():
        given: dict[str, Any] = {"title": SCRIPT + name, "publisher": FORMULA, "url": f"javascript:alert('{name}')"}
        document = raw(text, name, **given)
        made = digest(document)
        figures = tuple(replace(one, source=FORMULA, side=SCRIPT, by=TURNED + "\x1b[31m") for one in made.figures)
        statements = tuple(replace(one, speaker=SCRIPT + "\n" + FORMULA, via="@SUM(1)") for one in made.statements)
        writer.add(document, replace(made, figures=figures, statements=statements), crisis=SCRIPT, run=run)


@pytest.mark.parametrize("page", PAGES)
def test_a_list_shows_words_and_nothing_else(hostile: tuple[Ledger, TestClient], page: str) -> None:
    _, client = hostile
    answer = client.get(page)
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert "<img" not in answer.text
    assert 'href="javascript' not in answer.text
    assert ">49" not in answer.text
    assert len(answer.content) < 400_000, "an endless line is cut"


def test_a_record_shows_words_and_nothing_else(hostile: tuple[Ledger, TestClient]) -> None:
    ledger, client = hostile
    for row in (*ledger.figures(), *ledger.statements()):
        answer = client.get(f"/records/{row.id}")
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text
        assert "<img" not in answer.text
        assert 'href="javascript' not in answer.text
        assert len(answer.content) < 400_000
        for form in ("txt", "bib", "csl.json"):
            assert client.get(f"/records/{row.id}/citation.{form}").headers["x-content-type-options"] == "nosniff"


def test_no_cell_of_a_file_is_a_formula(hostile: tuple[Ledger, TestClient]) -> None:
    _, client = hostile
    csv.field_size_limit(10**7)
    for kind in ("figures", "statements"):
        lines = csv.reader(io.StringIO(client.get(f"/{kind}.csv").content.decode("utf-8-sig")))
        cells = [cell for line in lines for cell in line]
        assert any("HYPERLINK" in cell for cell in cells)
        assert [cell[:9] for cell in cells if cell.lstrip()[:1] in ("=", "+", "@", "-")] == []
        book = zipfile.ZipFile(io.BytesIO(client.get(f"/{kind}.xlsx").content))
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
        assert kind == "figures" or b"bbbbb" in book.read("xl/sharedStrings.xml"), "a long cell is cut, not left out"


def test_programs_get_the_words_as_they_are(hostile: tuple[Ledger, TestClient]) -> None:
    _, client = hostile
    rows = client.get("/figures.json").json()
    assert {row["source"] for row in rows} == {FORMULA}
    items = client.get("/api/v1/figures").json()["items"]
    assert [item["record"]["source"] for item in items] == [row["source"] for row in rows]
    assert all(item["anchored"] for item in items)
    features = json.loads(client.get("/figures.geojson").content)["features"]
    assert len(features) == len(rows) == len(TEXTS)


def test_hostile_names_can_be_chosen_and_dropped(hostile: tuple[Ledger, TestClient]) -> None:
    _, client = hostile
    for value in (f'"{FORMULA}"', f'"{SCRIPT}"', '""""', '"', "%", "\x00", "\ud7ff", "a" * 5000):
        answer = client.get("/figures", params={"source": value, "side": value, "q": value[:200]})
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text
    assert len(client.get("/figures.json", params={"source": f'"{FORMULA}"'}).json()) == len(TEXTS)
    assert len(client.get("/figures.json", params={"crisis": SCRIPT}).json()) == len(TEXTS)
