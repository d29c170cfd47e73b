"""The view of tolls: what is chosen, the picture, the table, the reports behind it, and the same for programs."""

from __future__ import annotations

import json
from dataclasses import replace
from html import unescape
from io import BytesIO
from xml.etree import ElementTree

import pytest
from fastapi.testclient import TestClient
from tests.desk.conftest import CRISIS

from recoupe.desk.toll_choice import chosen_of, moved_of, options_of
from recoupe.ledger.tolls import NOT_SAID, TollHead, TollIndex, Wanted

OSDH = "Observatoire syrien des droits de l'Homme"
CHOSEN = f"kind=killed&counted=civilians&place=Alep-Est&source={OSDH}"


def test_the_page_opens_on_the_dead_and_its_picture_tells_its_numbers_in_words(desk: TestClient) -> None:
    page = desk.get("/tolls")
    assert page.status_code == 200
    text = unescape(page.text)
    assert 'value="killed" selected' in text
    assert "384, 8 déc. 2016 (2 reprises); 413, 10 déc. 2016 (en hausse, origine déjà comptée)" in text
    assert "prefers-color-scheme: dark" in text


def test_what_is_chosen_is_in_the_address_and_in_every_link(desk: TestClient) -> None:
    text = unescape(desk.get(f"/tolls?{CHOSEN}").text)
    assert (
        "384, 8 déc. 2016 (2 reprises); 413, 10 déc. 2016 (en hausse, origine déjà comptée); 465, 14 déc. 2016" in text
    )
    assert "1 ligne, 6 récits de 1 origine indépendante" in text
    assert "/tolls.csv?kind=killed&counted=civilians&place=Alep-Est" in text
    assert "tab=sources" in text


def test_a_choice_of_several_places_warns(desk: TestClient) -> None:
    text = unescape(desk.get("/tolls?kind=killed").text)
    assert "Les lieux ne sont pas les mêmes" in text
    assert "On n'y compte pas les mêmes personnes" in text
    assert "Les comptes ne partent pas du même jour" in text
    assert "Les lieux ne sont pas les mêmes" not in unescape(desk.get(f"/tolls?{CHOSEN}").text)


def test_the_table_has_the_hedge_beside_the_value_and_marks_what_was_lowered(desk: TestClient) -> None:
    text = unescape(desk.get("/tolls?kind=killed&tab=table").text)
    assert "≥ 600" in text
    assert "plus de 600" in text
    assert "▼ en baisse" in text


def test_what_differs_is_said_in_the_language_of_the_reader(desk: TestClient) -> None:
    text = unescape(desk.get("/tolls?kind=killed&tab=table").text)
    assert "« personnes » comprend « civils »" in text
    assert "les mots restreignent le lieu" in text
    assert "people hold civilians" in unescape(desk.get("/tolls?kind=killed&tab=table&lang=en").text)


def test_the_sources_say_which_report_repeats_which_origin(desk: TestClient) -> None:
    text = unescape(desk.get(f"/tolls?{CHOSEN}&tab=sources").text)
    assert text.count("première de son origine") == 1, "one source tells both values"
    assert text.count("reprise de la même origine") == 3
    assert text.count("origine déjà comptée") == 2
    assert "/articles/" in text
    assert "/records/" in text


def test_a_choice_that_nothing_answers_says_so(desk: TestClient) -> None:
    for address in ("/tolls?kind=nonsense", "/tolls?place=<script>alert(1)</script>", "/tolls?kind=killed&unit=EUR"):
        page = desk.get(address)
        assert page.status_code == 200
        assert "Aucun bilan ne répond" in page.text
        assert "<script>alert" not in page.text


def test_the_picture_is_svg_and_png_in_both_themes_and_widths(desk: TestClient) -> None:
    seen = set()
    for theme in ("light", "dark"):
        for width in ("wide", "narrow"):
            answer = desk.get(f"/tolls.svg?{CHOSEN}&theme={theme}&width={width}")
            assert answer.headers["content-type"].startswith("image/svg+xml")
            ElementTree.fromstring(answer.content)
            seen.add(answer.content)
    assert len(seen) == 4
    assert "465" in desk.get(f"/tolls.svg?{CHOSEN}").text
    assert "since 15 Nov 2016" in desk.get("/tolls.svg?kind=killed&lang=en").text
    png = desk.get(f"/tolls.png?{CHOSEN}")
    assert png.content[:4] == b"\x89PNG"
    assert desk.get(f"/tolls.png?{CHOSEN}", headers={"if-none-match": png.headers["etag"]}).status_code == 304


def test_the_table_leaves_as_files_with_the_same_choice(desk: TestClient) -> None:
    rows = json.loads(desk.get(f"/tolls.json?{CHOSEN}").text)
    assert {row["source"] for row in rows if row["step"] in ("first", "raised")} == {OSDH}
    assert [(row["low"], row["origins"], row["articles"]) for row in rows if row["step"] == "raised"] == [
        (413, 1, 1),
        (465, 1, 2),
    ]
    assert desk.get(f"/tolls.csv?{CHOSEN}").content.startswith(b"\xef\xbb\xbfseries,kind")
    assert desk.get(f"/tolls.xlsx?{CHOSEN}").content[:2] == b"PK"
    assert desk.get(f"/tolls.geojson?{CHOSEN}").status_code == 400
    assert desk.get("/tolls.pdf").status_code == 400
    assert "datasets" in desk.get(f"/tolls.vl.json?{CHOSEN}").json()


def test_one_toll_has_an_address_of_its_own(desk: TestClient) -> None:
    toll = json.loads(desk.get(f"/tolls.json?{CHOSEN}").text)[0]["series"]
    assert {row["series"] for row in json.loads(desk.get(f"/tolls.json?toll={toll}").text)} == {toll}
    assert "465" in desk.get(f"/tolls?toll={toll}").text


def test_before_its_first_check_a_crisis_has_no_tolls(desk: TestClient) -> None:
    assert "Aucun bilan" in desk.get("/tolls?as_of=1999-01-01").text
    assert desk.get("/tolls.svg?as_of=1999-01-01").content.startswith(b"<svg")
    assert desk.get("/api/v1/tolls?as_of=1999-01-01").json() == {"items": [], "next": None}


def test_an_empty_ledger_asks_which_crisis(empty_desk: TestClient) -> None:
    assert empty_desk.get("/tolls").status_code == 200
    assert empty_desk.get("/tolls.svg").status_code == 400


def test_a_quote_that_no_longer_stands_in_its_text_says_so(own_desk: TestClient) -> None:
    import sqlite3

    with sqlite3.connect(own_desk.app.state.ledger.path) as database:  # type: ignore[attr-defined]
        for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {name}")
        database.execute("UPDATE article SET text = replace(text, '465', '564')")
    for tab in ("table", "sources"):
        assert "ancrage perdu" in own_desk.get(f"/tolls?{CHOSEN}&tab={tab}").text


def test_programs_page_through_the_tolls(desk: TestClient) -> None:
    whole = desk.get("/api/v1/tolls?limit=1000").json()["items"]
    assert len(whole) == len({one["id"] for one in whole}) > 70
    seen, after = [], ""
    while True:
        page = desk.get(f"/api/v1/tolls?limit=30{after}").json()
        seen += [one["id"] for one in page["items"]]
        if page["next"] is None:
            break
        after = f"&after={page['next']}"
    assert seen == [one["id"] for one in whole]
    (one,) = desk.get(f"/api/v1/tolls?{CHOSEN}&crisis={CRISIS}").json()["items"]
    assert [step["high"] for step in one["steps"]] == [384, 413, 465]
    assert [told["independent"] for told in one["steps"][0]["tellings"]] == [True, False, False]
    assert desk.get("/api/v1/tolls?after=e30").status_code == 400
    tagged = desk.get("/api/v1/tolls").headers["etag"]
    assert desk.get("/api/v1/tolls", headers={"if-none-match": tagged}).status_code == 304


def _head(
    kind: str, place: str | None, source: str | None, steps: int, tolls: int = 1, unit: str = "count"
) -> TollHead:
    return TollHead(kind=kind, counted="people", unit=unit, place=place, source=source, tolls=tolls, steps=steps)


def test_the_usual_choice_is_the_toll_of_the_dead_that_moved_most() -> None:
    heads = (_head("injured", "A", "x", 9), _head("killed", "B", "x", 3), _head("killed", "C", None, 4, tolls=4))
    assert chosen_of(TollIndex((), heads), Wanted()).wanted == Wanted(kind="killed", counted="people", place="B")
    assert chosen_of(TollIndex((), heads[:1]), Wanted()).wanted.kind == "injured"
    assert chosen_of(TollIndex((), ()), Wanted()).wanted == Wanted()
    assert chosen_of(TollIndex((), heads), Wanted(source="x")).wanted == Wanted(source="x")


def test_a_toll_that_was_lowered_is_among_those_that_moved(desk: TestClient) -> None:
    """However many others moved more, and where only what it stands in place of is told with it."""
    rising = tuple(_head("killed", f"A{number}", "x", 9) for number in range(9))
    fallen = replace(_head("killed", "B", "x", 1), lowered=1)
    assert moved_of(TollIndex((), (*rising, fallen)))[0].place == "B"
    assert "counted=people&place=Boustane al-Qasr" in unescape(desk.get("/tolls").text).replace("+", " ").replace(
        "%20", " "
    )


def test_the_choices_whose_tolls_moved_most_are_a_link_away(desk: TestClient) -> None:
    heads = (_head("killed", "A", "x", 1), _head("injured", "B", "x", 3), _head("killed", None, "x", 2))
    moved = moved_of(TollIndex((), heads))
    assert [(one.kind, one.place) for one in moved] == [("injured", "B"), ("killed", NOT_SAID)]
    assert "kind=controlled&counted=territory_share&place=Alep-Est" in unescape(desk.get("/tolls").text)


def test_what_nobody_names_can_be_chosen_and_units_are_kept_apart() -> None:
    heads = (_head("killed", None, None, 1), _head("killed", "A", "x", 2), _head("killed", "A", "x", 1, unit="percent"))
    offered = options_of(TollIndex((), heads), Wanted(kind="killed", place="A"))
    places = offered.options["place"]
    assert {option.value: option.tolls for option in places} == {"A": 2, NOT_SAID: 1}
    assert {option.value: option.tolls for option in offered.options["source"]} == {"x": 2}
    assert offered.units == ("count", "percent")


@pytest.mark.parametrize(
    "address", ["/tolls?page=0", "/tolls?tab=nonsense", "/tolls.svg?theme=pink", "/tolls?page=9999999"]
)
def test_a_wrong_question_is_answered_as_one(desk: TestClient, address: str) -> None:
    assert desk.get(address).status_code == 422


def test_a_sheet_holds_no_formula(desk: TestClient) -> None:
    import zipfile

    sheet = zipfile.ZipFile(BytesIO(desk.get("/tolls.xlsx?kind=killed").content)).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
