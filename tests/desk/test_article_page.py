"""An article as the desk shows it: records underlined, passages beside it, and nothing guessed where an anchor is lost."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from fastapi.testclient import TestClient
from tests.conftest import PlainEngine

from recoupe.desk.app import create_app
from recoupe.ledger import Ledger
from recoupe.model.article import Raw
from recoupe.model.digest import Digest
from recoupe.model.skipped import Skipped
from recoupe.model.span import Span

Maker = Callable[..., Raw]
HOSTILE = (
    "12 <script>alert(1)</script> </p><img src=x onerror=alert(2)> =cmd|' /C calc'!A0 \u202e1234 \x1b[31m"
    " « {{ 7*7 }} <b>gras</b> & » a dit le maire, {% raw %}"
)


def listed(desk: TestClient) -> dict[str, dict[str, Any]]:
    """The articles of the sample by file name."""
    return {row["article"]: row for row in json.loads(desk.get("/articles.json").text)}


def page_of(desk: TestClient, name: str, query: str = "") -> str:
    answer = desk.get(f"/articles/{listed(desk)[name]['id']}{query}")
    assert answer.status_code == 200, answer.text
    return answer.text


def tamper(path: Path, change: str) -> None:
    """Change a ledger behind its back: what never may be altered is."""
    with sqlite3.connect(path) as file:
        for (name,) in file.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            file.execute(f'DROP TRIGGER "{name}"')
        file.execute(change)


def segments(page: str) -> list[tuple[str, str, str]]:
    """The classes, the address and the words of each linked piece of the text."""
    return [
        (classes, href, unescape(words))
        for classes, href, words in re.findall(r'<a class="(seg[^"]*)" href="([^"]*)">([^<]*)</a>', page)
    ]


@pytest.fixture
def ledger(tmp_path: Path, engine: PlainEngine) -> Iterator[Ledger]:
    """A ledger that reads by plain search."""
    with Ledger.open(tmp_path / "ledger.sqlite", engine=engine) as ledger:
        yield ledger


def test_the_list_says_when_each_appeared_and_who_copied_whom(desk: TestClient) -> None:
    page = desk.get("/articles").text
    assert "entre 24 nov. 2016 et 6 janv. 2017" in page
    assert "déduit" in page
    rows = listed(desk)
    assert rows["alep-02.txt"]["copied_from"] == "alep-01.txt"
    assert rows["alep-01.txt"]["copies"] == 2
    assert (rows["alep-10.txt"]["published"], rows["alep-10.txt"]["published_basis"]) == (None, "inferred")


def test_a_record_is_underlined_and_its_explanation_is_on_the_page(desk: TestClient) -> None:
    page = page_of(desk, "alep-02.txt")
    records = desk.get(f"/articles/{listed(desk)['alep-02.txt']['id']}.json").json()
    figure = next(row for row in records if row["text"] == "105")
    assert [one for one in segments(page) if one[2] == "105" and "m-figure" in one[0]]
    why = page[page.index(f'id="r-{figure["id"]}"') :]
    assert why.index("kinds:") < why.index("</details>"), "the rule that gave the kind is in it"
    assert "<dt>Ce qui est arrivé <b>" in why, "fields have the names that they have in the ledger's columns"


def test_records_that_overlap_are_cut_at_each_border_and_each_can_be_reached(desk: TestClient) -> None:
    page = page_of(desk, "alep-02.txt")
    crossing = [one for one in segments(page) if one[1].startswith("#x-")]
    both = next(one for one in crossing if one[2] == "384")
    assert {"m-figure", "m-statement"} <= set(both[0].split())
    place = both[1].removeprefix("#")
    menu = page[page.index(f'id="{place}"') :]
    ids = re.findall(r'href="#(r-[0-9a-f]+)"', menu[: menu.index("</ul>")])
    assert len(ids) == 2
    assert all(page.count(f'id="{id}"') == 1 for id in ids)


def test_no_id_stands_twice_on_a_page(desk: TestClient) -> None:
    for name in listed(desk):
        ids = re.findall(r' id="([^"]+)"', page_of(desk, name))
        assert sorted(ids) == sorted(set(ids)), name


def test_the_words_of_a_page_are_those_of_the_text(desk: TestClient, sample_ledger: Path) -> None:
    """Whatever lies over it, every sign of every paragraph is there once, in order."""
    with Ledger.open(sample_ledger) as ledger:
        for name in listed(desk):
            page = page_of(desk, name)
            words = re.findall(r'<div class="words">(.*?)</div>', page, re.S)
            shown = "".join(unescape(re.sub(r"<span class=.kind.*?</span>|<[^>]+>", "", part)) for part in words)
            text = ledger.article(name).article.text
            assert "".join(shown.split()) == "".join(text.split())


def test_a_passage_leads_to_the_same_passage_in_the_sister_article(desk: TestClient) -> None:
    page = page_of(desk, "alep-02.txt")
    here = re.findall(r'class="bar [a-z]+" id="(p-\d+-\d+)"', page)
    links = [unescape(one) for one in re.findall(r'<a href="(/articles/[^"]+#p-[^"]+)"', page)]
    assert here and links
    for link in links:
        address, _, fragment = link.partition("#")
        answer = desk.get(address)
        assert f'id="{fragment}"' in answer.text
        assert any(f"#{one}" in answer.text for one in here), "and it leads back"


def test_words_of_ones_own_choice_have_an_address(desk: TestClient) -> None:
    page = page_of(desk, "alep-02.txt", "?span=100-131")
    assert 'id="c100-131"' in page
    assert " picked" in page
    assert desk.get(f"/articles/{listed(desk)['alep-02.txt']['id']}?span=9-1").status_code == 400


def test_only_what_is_asked_for_is_underlined(desk: TestClient) -> None:
    marks = {mark for one in segments(page_of(desk, "alep-02.txt", "?show=figure")) for mark in one[0].split()}
    assert "m-figure" in marks
    assert not marks & {"m-statement", "m-event"}
    rows = desk.get(f"/articles/{listed(desk)['alep-02.txt']['id']}.json?show=figure").json()
    assert {row["of"] for row in rows} == {"figure"}


def test_a_lost_anchor_is_said_and_nothing_is_underlined_for_it(own_desk: TestClient, tmp_path: Path) -> None:
    """One record whose words are gone takes neither the page nor the other records with it."""
    row = listed(own_desk)["alep-02.txt"]
    tamper(tmp_path / "ledger.sqlite", "UPDATE article SET text = replace(text, ' 105 morts', ' 301 morts')")
    page = page_of(own_desk, "alep-02.txt")
    assert "ancrage perdu" in page
    assert "<bdi>105</bdi>" in page, "the words that were read are shown as words, not as a place"
    assert "301" in page
    assert not [one for one in segments(page) if "m-figure" in one[0] and one[2] in ("301", "105")]
    assert [one for one in segments(page) if one[2] == "384"], "the others stay"
    saved = own_desk.get(f"/articles/{row['id']}.json").json()
    assert [one["text"] for one in saved if not one["anchored"] and one["of"] == "figure"] == ["105"]


VIEWS = ("/articles", "/articles/{id}", "/lineage", "/lineage/{id}/{other}", "/timeline", "/voices", "/changes")
FILES = ("/articles.{shape}", "/articles/{id}.{shape}", "/timeline.{shape}", "/voices.{shape}", "/changes.{shape}")


@pytest.fixture
def hostile(ledger: Ledger, raw: Maker) -> Iterator[tuple[TestClient, dict[str, str]]]:
    """A desk of two articles that would break out of a page if they could, checked, and their ids."""
    given = {"title": "<script>alert(3)</script>", "publisher": '"><svg onload=x>', "url": "javascript:alert(4)"}
    texts = (f"=1+1 Au moins 12 {HOSTILE}", f"Au moins 12 {HOSTILE} =2+2")
    ledger.add_documents(
        [raw(text, name=f"=cmd{at}<b>.txt", published=f"2024-03-0{at + 1}", **given) for at, text in enumerate(texts)],
        crisis="<i>x</i>",
    )
    ledger.crisis().check()
    with TestClient(create_app(ledger)) as client:
        ids = [row["id"] for row in json.loads(client.get("/articles.json").text)]
        yield client, {"id": ids[0], "other": ids[1]}


@pytest.mark.parametrize("view", VIEWS)
def test_a_hostile_text_stays_text(hostile: tuple[TestClient, dict[str, str]], view: str) -> None:
    client, ids = hostile
    answer = client.get(view.format(**ids))
    assert answer.status_code == 200
    assert not re.search(r"<(script>|img|svg onload|b>gras|i>x|b>\.txt)", answer.text)
    assert 'href="javascript:' not in answer.text
    assert " style=" not in answer.text
    assert "\x1b" not in answer.text


def test_a_text_that_looks_like_a_template_is_none(hostile: tuple[TestClient, dict[str, str]]) -> None:
    client, ids = hostile
    assert "{{ 7*7 }}" in unescape(re.sub(r"<[^>]+>", "", client.get(f"/articles/{ids['id']}").text))


@pytest.mark.parametrize("file", FILES)
def test_no_cell_of_a_file_is_a_formula(hostile: tuple[TestClient, dict[str, str]], file: str) -> None:
    client, ids = hostile
    saved = client.get(file.format(shape="csv", **ids)).content.decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(saved)) for cell in row]
    assert [cell for cell in cells if cell.lstrip(" ").startswith(("=", "+", "@", "\t"))] == []
    assert client.get(file.format(shape="xlsx", **ids)).content.startswith(b"PK")


def test_hostile_names_leave_the_feeds_whole(hostile: tuple[TestClient, dict[str, str]]) -> None:
    client, _ = hostile
    assert fromstring(client.get("/api/v1/changes.atom").text).tag.endswith("feed")
    assert client.get("/api/v1/changes.json").json()["items"]
    assert fromstring(client.get("/lineage.gexf").text).tag.endswith("gexf")


def test_five_megabytes_in_one_line_are_cut_into_pages(ledger: Ledger, raw: Maker) -> None:
    """Each page is short, they cover the text, and a permalink opens the page that its words are on."""
    text = "12 morts à Port-Clair. " + "mot " * 1_240_000 + "« la fin » a dit le maire"
    ledger.add_documents([raw(text)], crisis="x")
    with TestClient(create_app(ledger)) as client:
        id = json.loads(client.get("/articles.json").text)[0]["id"]
        first = client.get(f"/articles/{id}").text
        assert len(first) < 60_000
        assert "page 1 sur" in first
        at = text.index("la fin")
        last = client.get(f"/articles/{id}?span={at}-{at + 6}").text
        assert f'id="c{at}-{at + 6}"' in last
        assert len(last) < 60_000


class EveryTwelve(PlainEngine):
    """An engine that reads a figure wherever a text says twelve."""

    def read(self, raws: Iterable[Raw]) -> Iterator[tuple[Raw, Digest | Skipped]]:
        for raw, found in super().read(raws):
            assert isinstance(found, Digest)
            (one,) = found.figures
            spans = [Span(*at.span()) for at in re.finditer("12", found.article.text)]
            evidence = [replace(one.evidence[0], span=span) for span in spans]
            some = (replace(one, span=span, evidence=(why,)) for span, why in zip(spans, evidence, strict=True))
            yield raw, replace(found, figures=tuple(some))


def test_hundreds_of_figures_in_one_paragraph_are_explained_on_demand(tmp_path: Path, raw: Maker) -> None:
    """The first are explained beside the text, each of the others at its own address, and words asked for always."""
    with (
        Ledger.open(tmp_path / "dense.sqlite", engine=EveryTwelve()) as ledger,
        TestClient(create_app(ledger)) as client,
    ):
        ledger.add_documents([raw("Le bilan. " + "12 morts à Port-Clair, " * 400)], crisis="x")
        id = json.loads(client.get("/articles.json").text)[0]["id"]
        page = client.get(f"/articles/{id}").text
        figures = {row.start: row for row in ledger.figures()}
        assert len(figures) == 400
        assert page.count('<details class="record') == 80
        assert len(page) < 250_000
        linked = [href for _, href, _ in segments(page)]
        assert sum(href.startswith("#r-") for href in linked) == 80
        assert {f"/records/{row.id}" for row in figures.values()} >= set(linked[80:])
        assert len(linked) == 400
        assert "320 autres chiffres" in page
        assert f"/figures?article={id}" in page
        last = figures[max(figures)]
        assert f'id="r-{last.id}"' not in page
        asked = client.get(f"/articles/{id}?span={last.start}-{last.end}").text
        assert f'id="r-{last.id}"' in asked
        assert f'id="c{last.start}-{last.end}"' in asked
        assert client.get(linked[-1]).status_code == 200
        assert client.get(f"/figures?article={id}").text.count("/records/") >= 50


def test_a_text_that_was_not_read_is_shown_all_the_same(ledger: Ledger, raw: Maker) -> None:
    ledger.add_documents([raw("Erste Zeile.\n\nZweite Zeile.")], crisis="x")
    tamper(ledger.path, "UPDATE article SET blocks = '[]'")
    with TestClient(create_app(ledger)) as client:
        id = json.loads(client.get("/articles.json").text)[0]["id"]
        page = client.get(f"/articles/{id}").text
        assert "Erste Zeile." in page and "Zweite Zeile." in page


def test_as_of_a_day_before_it_was_added_there_is_no_article(desk: TestClient) -> None:
    id = listed(desk)["alep-02.txt"]["id"]
    assert desk.get(f"/articles/{id}?as_of=2001-01-01").status_code == 404
    assert json.loads(desk.get("/articles.json?as_of=2001-01-01").text) == []
    assert desk.get("/articles/nothing").status_code == 404


def test_what_a_person_judged_stands_beside_what_was_read(own_desk: TestClient) -> None:
    """A rejected record marks nothing, a corrected one says in what, an added one is marked like the others."""
    ledger: Ledger = own_desk.app.state.ledger  # type: ignore[attr-defined]
    book = ledger.reviews
    id = listed(own_desk)["alep-02.txt"]["id"]
    figures = {row["text"]: row["id"] for row in own_desk.get(f"/articles/{id}.json?show=figure").json()}
    book.judge(figures["105"], "reject", by="M. R.", reason="an obus count")
    book.judge(figures["384"], "correct", by="M. R.", reason="wider", changed={"kind": "injured"})
    at = ledger.article("alep-02.txt").article.text.index("Damas")
    words = "Damas"
    book.add(
        "figure",
        id,
        at,
        at + 5,
        {"kind": "killed", "counted": "people", "low": 3, "high": 3},
        by="M. R.",
        reason="missed",
    )
    page = page_of(own_desk, "alep-02.txt")
    assert not [one for one in segments(page) if one[2] == "105" and "m-figure" in one[0]]
    assert [one for one in segments(page) if one[2] == "384" and "m-figure" in one[0]]
    assert [one for one in segments(page) if one[2] == words and "m-figure" in one[0]]
    assert all(badge in page for badge in ("rejeté", "corrigé", "ajouté"))
    assert "<li>Ce qui est arrivé <b>" in page
    rows = {row["text"]: row["judged"] for row in own_desk.get(f"/articles/{id}.json?show=figure").json()}
    assert (rows["105"], rows["384"], rows[words]) == ("reject", "correct", "add")


def test_readers_who_differ_are_shown_as_that_and_not_by_the_last_ones_word(own_desk: TestClient) -> None:
    """On the article's page, on the record's own, in the list of records, and in what is handed over."""
    ledger: Ledger = own_desk.app.state.ledger  # type: ignore[attr-defined]
    id = listed(own_desk)["alep-02.txt"]["id"]
    figure = {row["text"]: row["id"] for row in own_desk.get(f"/articles/{id}.json?show=figure").json()}["105"]
    first = ledger.reviews.judge(figure, "reject", by="M. R.", reason="an obus count")
    ledger.reviews.judge(figure, "accept", by="Ana B.", rests_on=first.number)
    said = "lecteurs en désaccord"
    article, record, listing = (
        unescape(own_desk.get(address).text)
        for address in (f"/articles/{id}", f"/records/{figure}", "/figures?kind=killed&limit=200")
    )
    assert f"M. R., Ana B. : {said}" in article
    assert f'<span class="badge bad">{said}</span>' in article
    assert f'<span class="badge v-differ">{said}</span> M. R., Ana B.' in record
    assert f'<span class="badge v-differ">{said}' in listing
    assert '<span class="badge good">' not in article
    rows = {row["text"]: row["judged"] for row in own_desk.get(f"/articles/{id}.json?show=figure").json()}
    assert rows["105"] == "differ"
