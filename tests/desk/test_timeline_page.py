"""What happened by day beside the days it was told on; disputes marked, what has no day counted."""

from __future__ import annotations

import csv
import io
import re

from fastapi.testclient import TestClient

from recoupe.ledger import Ledger
from recoupe.model.crosscheck import Crosscheck
from recoupe.model.timeline import Entry, EntryOf
from recoupe.show.bonds import Bonds
from recoupe.show.lanes import MANY, Asked, lanes, selected


def entry(
    day: str, of: EntryOf = EntryOf.EVENT, *, reported: tuple[str, ...] = (), disputes: tuple[str, ...] = ()
) -> Entry:
    return Entry(
        day=day, until=None, of=of, says="la digue a cédé", modality="reported", records=(day,), articles=("a", "b"),
        sources=("préfecture",), origins=("o",), reported=reported, disputes=disputes,
    )  # fmt: skip


def bonds(*entries: Entry) -> Bonds:
    return Bonds(Crosscheck(crisis="x", timeline=entries).arranged())


def test_the_day_of_the_event_stands_beside_the_days_it_was_reported_on(desk: TestClient) -> None:
    page = desk.get("/timeline").text
    row = page[page.index("Depuis que l&#39;offensive a commencé") :]
    assert "1 origine, 2 articles" in row[: row.index("</tr>")], "two papers of one wire are one origin"
    assert "8 déc. 2016" in row[: row.index("</tr>")]


def test_what_has_no_day_is_counted_as_the_ledger_counts_it(own_desk: TestClient) -> None:
    ledger: Ledger = own_desk.app.state.ledger  # type: ignore[attr-defined]
    left_out = ledger.crisis().left_out()
    assert left_out > 1
    assert f"{left_out} faits n&#39;ont pas de jour connu" in own_desk.get("/timeline").text


def test_a_kind_of_entry_is_shown_alone_and_saved_alone(desk: TestClient) -> None:
    saved = list(csv.DictReader(io.StringIO(desk.get("/timeline.csv?of=statement").content.decode("utf-8-sig"))))
    assert {row["of"] for row in saved} == {"statement"}
    assert desk.get("/timeline?of=nothing").status_code == 400
    assert desk.get("/timeline?month=december").status_code == 400
    assert desk.get("/timeline.json?month=décembre").headers["content-type"] == "application/problem+json"


def test_a_long_timeline_is_shown_by_month_and_saved_whole() -> None:
    many = bonds(*(entry(f"2024-03-{at % 28 + 1:02}") for at in range(MANY)), entry("2024-04-02"), entry("2021"))
    shown = selected(many, Asked())
    assert (shown.month, len(shown.entries)) == ("2024-04", 1)
    assert shown.months == {"2021": 1, "2024-03": MANY, "2024-04": 1}
    assert len(selected(many, Asked(), whole=True).entries) == MANY + 2
    assert len(selected(many, Asked(month="2024-03"), whole=True).entries) == MANY
    assert selected(bonds(entry("2021")), Asked()).month is None


def test_the_picture_has_a_place_for_each_day_and_none_for_a_month() -> None:
    drawn = lanes(
        [
            entry("2024-03-01", reported=("2024-03-03",)),
            entry("2024-03-01", reported=("2024-03-03",), disputes=("d",)),
            entry("2024-03-02", reported=("2024-03-02/2024-03-09",)),
            entry("2024-03"),
        ]
    )
    assert drawn is not None
    assert [(dot.day, dot.count, dot.disputed) for dot in drawn.told] == [
        ("2024-03-01", 2, True),
        ("2024-03-02", 1, False),
    ]
    assert [dot.day for dot in drawn.reported] == ["2024-03-03"], "a report of some day or other has no place"
    assert drawn.told[0].x < drawn.told[1].x < drawn.reported[0].x
    assert drawn.undrawn == 1
    assert lanes([entry("2024-03-01")]) is None


def test_before_anything_was_checked_the_timeline_is_empty(desk: TestClient) -> None:
    assert "Rien de ce qui est demandé" in desk.get("/timeline?as_of=2001-01-01").text


def test_an_article_that_tells_a_thing_twice_is_linked_once(desk: TestClient) -> None:
    page = desk.get("/timeline").text
    cells = re.findall(r'<span class="line quiet">(<a href="/articles/.*?)</span>', page)
    named = [re.findall(r">([^<]+)</a>", cell) for cell in cells]
    assert any(len(names) > 1 for names in named)
    assert all(len(names) == len(set(names)) for names in named)


def test_what_has_no_day_can_be_opened(desk: TestClient) -> None:
    page = desk.get("/timeline").text
    folded = page[page.index('class="fold dayless"') :]
    assert re.search(r'<li><q><bdi>.+?</bdi></q>.*?href="/articles/', folded, re.DOTALL)
