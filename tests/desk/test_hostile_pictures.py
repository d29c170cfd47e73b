"""Articles that would command the reader's browser or spreadsheet: on the pages of tolls and places, too, they are words."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from fastapi.testclient import TestClient
from tests.desk.test_hostile_ledger import FORMULA, SCRIPT, TEXTS, TURNED

from recoupe.desk.app import create_app
from recoupe.ledger import Ledger
from recoupe.store.connect import open_engine
from recoupe.store.writer import Writer

PAGES = ("/tolls", "/tolls?tab=table&kind=killed", "/tolls?tab=sources&kind=killed", "/map", "/map?whole=true")
PICTURES = ("/tolls.svg?kind=killed", "/tolls.svg?kind=killed&width=narrow&theme=dark", "/map.svg")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The desk of such articles, checked; the names of their places and sources are hostile, too."""
    from tests.conftest import make_digest, make_raw

    path = tmp_path_factory.mktemp("hostile") / "ledger.sqlite"
    writer = Writer(engine=open_engine(path, create=True), path=path)
    run = writer.begin("test")
    for name, text in TEXTS.items():
        given: dict[str, Any] = {"title": SCRIPT + name, "publisher": FORMULA, "published": "2024-03-12"}
        document = make_raw(text, name, **given)
        made = make_digest(document)
        figures = tuple(
            replace(one, source=FORMULA if "for" in name else SCRIPT, place=TURNED + SCRIPT, until="2024-03-12")
            for one in made.figures
        )
        writer.add(document, replace(made, figures=figures), crisis="hostile", run=run)
    with Ledger.open(path) as ledger, TestClient(create_app(ledger)) as client:
        ledger.crisis("hostile").check()
        yield client


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_words_and_nothing_else(hostile: TestClient, page: str) -> None:
    answer = hostile.get(page)
    assert answer.status_code == 200
    assert "&lt;script&gt;" in answer.text, "the page does show the name"
    assert "<script>alert" not in answer.text
    assert "<img src=x" not in answer.text
    assert 'href="javascript' not in answer.text
    assert len(answer.content) < 400_000


@pytest.mark.parametrize("picture", PICTURES)
def test_a_picture_shows_words_and_nothing_else(hostile: TestClient, picture: str) -> None:
    answer = hostile.get(picture)
    root = ElementTree.fromstring(answer.content)
    tags = {one.tag.rpartition("}")[2] for one in root.iter()}
    assert not tags & {"script", "image", "img", "foreignObject", "a", "use", "style"}
    assert "\u202e" not in answer.text
    assert not [one for one in root.iter() for name in one.attrib if name.startswith("on")]


def test_a_sheet_of_tolls_holds_no_formula(hostile: TestClient) -> None:
    rows = list(csv.reader(io.StringIO(hostile.get("/tolls.csv?kind=killed").content.decode("utf-8-sig"))))
    assert f"'{FORMULA}" in {cell for row in rows for cell in row}
    assert not [cell for row in rows[1:] for cell in row if cell[:1] in ("=", "+", "@")]


def test_programs_get_the_words_as_they_are(hostile: TestClient) -> None:
    sources = {one["source"] for one in hostile.get("/api/v1/tolls").json()["items"]}
    assert FORMULA in sources
    assert hostile.get("/api/v1/map").headers["content-type"].startswith("application/json")
