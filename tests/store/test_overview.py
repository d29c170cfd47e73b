"""The columns of a ledger answer as its tables do: the same rows, the same order, the same counts."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bench.ledger import fill, report

from recoupe.errors import CrisisUnknown, ValueUnknown
from recoupe.ledger import Ledger
from recoupe.ledger.browsing import Browsing
from recoupe.store.connect import open_engine
from recoupe.store.fold import fold
from recoupe.store.overview import Of, Question
from recoupe.store.overview.asked import SHAPES
from recoupe.store.overview.column import Codes, Column
from recoupe.store.overview.overview import END
from recoupe.store.writer import Writer

FIGURES, EACH = 700, 20


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Invented reports of four crises."""
    path = tmp_path_factory.mktemp("overview") / "ledger.sqlite"
    fill(path, FIGURES, EACH)
    with Ledger.open(path) as ledger:
        yield ledger


@pytest.fixture(scope="module")
def browse(ledger: Ledger) -> Browsing:
    return ledger.browse


def ids(browse: Browsing, question: Question) -> list[str]:
    return [line.row.id for line in browse.all(question)]


def test_rows_come_in_the_order_of_the_ledger(ledger: Ledger, browse: Browsing) -> None:
    """By the day of their article and their place in it, as the tables give them."""
    assert ids(browse, Question(of=Of.FIGURES)) == [row.id for row in ledger.figures()]
    assert ids(browse, Question(of=Of.STATEMENTS)) == [row.id for row in ledger.statements()]
    assert ids(browse, Question(of=Of.EVENTS, crisis="crue")) == [row.id for row in ledger.events(crisis="crue")]
    answer, articles = browse.articles(Question(of=Of.ARTICLES, crisis="siege"), size=1000)
    assert articles == list(ledger.articles(crisis="siege"))
    assert answer.total == len(articles)


def test_crises_are_counted_as_by_the_tables(ledger: Ledger, browse: Browsing) -> None:
    assert browse.crises().rows == ledger.crises().rows
    assert len(browse.crises()) == 4


@pytest.mark.parametrize(
    "asked",
    [
        {"kind": "killed"},
        {"kind": ("killed", "injured"), "modality": "alleged"},
        {"place": "SUR ONDE"},
        {"place": "bench:3"},
        {"source": "prefecture de ba"},
        {"counted": "children", "crisis": "crue"},
        {"article": "depeche-000003.txt"},
        {"day": "2021-01-05"},
        {"kind": "voted"},
    ],
)
def test_filters_are_those_of_the_tables(ledger: Ledger, browse: Browsing, asked: dict[str, Any]) -> None:
    expected = [row.id for row in ledger.figures(**asked)]
    crisis, day = asked.pop("crisis", None), asked.pop("day", None)
    filters = tuple((name, (one,) if isinstance(one, str) else one) for name, one in asked.items())
    question = Question(of=Of.FIGURES, crisis=crisis, filters=filters, since=day, until=day)
    assert ids(browse, question) == expected
    assert browse.count(question) == len(expected)


def test_a_name_in_quotation_marks_is_the_whole_name(ledger: Ledger, browse: Browsing) -> None:
    """And a dash is for what is unknown."""
    sources = Counter(row.source for row in ledger.figures())
    name = max((name for name in sources if name), key=lambda name: sources[name])
    exact = Question(of=Of.FIGURES, filters=(("source", (f'"{name}"',)),))
    assert browse.count(exact) == sources[name]
    assert browse.count(replace(exact, filters=(("source", ("-",)),))) == sources[None] > 0
    assert browse.count(replace(exact, filters=(("source", ("-", f'"{name}"')),))) == sources[None] + sources[name]


def test_words_may_stand_in_any_name(ledger: Ledger, browse: Browsing) -> None:
    expected = [
        row.id
        for row in ledger.figures()
        if all(
            any(
                word in fold(name)
                for name in (row.place, row.source, row.side, row.by, row.place_id, row.text, row.unit)
            )
            for word in ("armee", "onde")
        )
    ]
    assert ids(browse, Question(of=Of.FIGURES, words="Armée ONDE")) == expected != []


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize(
    ("of", "sort"), [(of, name) for of in Of for name in (*SHAPES[of].columns, "article", "published", "")]
)
def test_every_sort_can_be_walked_both_ways(browse: Browsing, of: Of, sort: str, descending: bool) -> None:
    """No row twice, none left out; what is unknown stands last, whichever way."""
    question = Question(of=of, crisis="crue", sort=sort, descending=descending)
    forward: list[int] = []
    answer = browse._overview.page(question, size=37)
    while True:
        assert answer.first == len(forward) + 1
        assert answer.before == bool(forward)
        forward += answer.seqs
        if not answer.after:
            break
        answer = browse._overview.page(question, size=37, after=answer.seqs[-1])
    assert len(forward) == len(set(forward)) == answer.total == browse.count(question)
    backward: list[int] = []
    answer = browse._overview.page(question, size=41, before=END)
    while True:
        backward = [*answer.seqs, *backward]
        if not answer.before:
            break
        answer = browse._overview.page(question, size=41, before=answer.seqs[0])
    assert backward == forward == list(browse._overview.all(question))
    if sort in SHAPES[of].columns and of is not Of.ARTICLES and sort not in ("value", "day"):
        values = [getattr(line.row, sort) for line in browse.lines(of, forward)]
        known = [fold(value) if isinstance(value, str) else value for value in values if value is not None]
        assert known == sorted(known, reverse=descending)
        assert values[len(known) :] == [None] * (len(values) - len(known))


def test_facets_count_as_if_nothing_were_asked_of_them(ledger: Ledger, browse: Browsing) -> None:
    question = Question(of=Of.FIGURES, crisis="crue", filters=(("kind", ("killed",)), ("counted", ("children",))))
    facets = {facet.name: facet for facet in browse.facets(question, most=1000)}
    rows = ledger.figures(crisis="crue", kind="killed", counted="children")
    assert dict(facets["source"].values) == Counter(row.source for row in rows)
    assert dict(facets["article"].values) == Counter(row.article for row in rows)
    kinds = ledger.figures(crisis="crue", counted="children")
    assert dict(facets["kind"].values) == Counter(row.kind for row in kinds)
    few = {facet.name: facet for facet in browse.facets(question, most=2)}["kind"]
    assert few.values[:2] == facets["kind"].values[:2]
    assert few.more == len(facets["kind"].values) - len(few.values)
    assert "killed" in dict(few.values)


def test_what_cannot_be_asked_is_refused(browse: Browsing) -> None:
    ask = Question(of=Of.FIGURES)
    for wrong in (
        replace(ask, filters=(("kind", ("dead",)),)),
        replace(ask, filters=(("colour", ("red",)),)),
        replace(ask, sort="colour"),
    ):
        with pytest.raises(ValueUnknown):
            browse.page(wrong)
    with pytest.raises(ValueUnknown):
        browse.page(ask, after=10**12)
    with pytest.raises(ValueUnknown):
        browse.page(ask, size=0)
    with pytest.raises(CrisisUnknown):
        browse.page(replace(ask, crisis="nulle part"))


def add(path: Path, day: str, at: int, figures: int, *, made_by: str = "bench") -> None:
    """Read an invented report on a day, as if the clock had stood there."""
    writer = Writer(engine=open_engine(path, create=True), path=path)
    with sqlite3.connect(path) as file:
        run = file.execute("INSERT INTO run (began, program) VALUES (?, 'test')", (f"{day}T09:00:00Z",)).lastrowid
    assert run is not None
    raw, digest = report(at, figures)
    writer.add(
        raw,
        replace(digest, made_by=made_by, figures=digest.figures[: figures - (made_by != "bench")]),
        crisis="crue",
        run=run,
    )


def test_the_ledger_as_of_a_day_is_what_stood_at_its_end(tmp_path: Path) -> None:
    """A reading that took another's place counts from its own day; the file is followed while it grows."""
    path = tmp_path / "ledger.sqlite"
    add(path, "2024-03-05", 0, 10)
    with Ledger.open(path) as ledger:
        asked = Question(of=Of.FIGURES, crisis="crue")
        assert ledger.browse.count(asked) == 10
        add(path, "2024-03-07", 1, 5)
        add(path, "2024-03-08", 0, 10, made_by="newer")
        assert ledger.browse.count(asked) == 14
        days = ("2024-03-04", "2024-03-05", "2024-03-06", "2024-03-07", "2024-03-08", "2030-01-01")
        assert [ledger.browse.count(replace(asked, as_of=day)) for day in days] == [0, 10, 10, 15, 14, 14]
        assert [row.id for row in ledger.figures()] == ids(ledger.browse, asked)


def test_a_record_is_found_by_its_id_and_has_its_point(ledger: Ledger, browse: Browsing) -> None:
    rows = ledger.figures()[:30]
    found = browse.records([row.id for row in rows] + ["nothing"])
    assert {line.row for line in found.values()} == set(rows)
    points = browse.points(found.values())
    assert len(points) > 0
    assert all(40 <= latitude < 42 and 5 <= longitude < 26 for longitude, latitude in points.values())


def test_words_that_stand_elsewhere_are_marked_and_get_no_hedge(tmp_path: Path) -> None:
    """The table goes on: one bad cell does not hide the others."""
    path = tmp_path / "ledger.sqlite"
    fill(path, 20, 20)
    with sqlite3.connect(path) as file:
        file.execute("DROP TRIGGER article_no_update")
        file.execute("UPDATE article SET text = replace(text, 'Dépêche 0', 'Une dépêche, la première')")
    with Ledger.open(path) as ledger:
        _, lines = ledger.browse.page(Question(of=Of.FIGURES), size=100)
        assert {line.anchored for line in lines} == {False}
        assert [line.row.words for line in lines] == [line.row.text for line in lines]  # type: ignore[union-attr]


def test_an_interval_sorts_by_its_lower_end_or_else_by_its_upper_one() -> None:
    """An open one stands after those that end; what is unknown comes last."""
    lows, highs = Codes(), Codes()
    pairs = [(None, None), (12, None), (None, 12), (12, 15), (3, 3), (None, 30)]
    columns = [Column.of(codes.of([pair[at] for pair in pairs]), codes) for at, codes in enumerate((lows, highs))]
    value = Column.pairs(*columns)
    ranked = sorted(range(len(pairs)), key=lambda at: int(value.ranks[value.codes[at]]))
    assert [pairs[at] for at in ranked] == [(3, 3), (None, 12), (12, 15), (12, None), (None, 30), (None, None)]


def test_readers_see_a_ledger_grow_and_never_half_of_a_report(tmp_path: Path) -> None:
    """Many ask at once while reports come in: each answer counts whole reports."""
    path = tmp_path / "ledger.sqlite"
    fill(path, 20, 20)
    writer = Writer(engine=open_engine(path, create=False), path=path)
    with Ledger.open(path) as ledger, ThreadPoolExecutor(6) as readers:
        asked = [
            readers.submit(ledger.browse.count, Question(of=of)) for _ in range(40) for of in (Of.FIGURES, Of.ARTICLES)
        ]
        run = writer.begin("test")
        for at in range(1, 8):
            raw, digest = report(at, 20)
            writer.add(raw, digest, crisis="crue", run=run)
            asked += [readers.submit(ledger.browse.count, Question(of=Of.FIGURES)) for _ in range(5)]
        counts = [one.result() for one in asked]
        assert {count % 20 for count in counts if count > 8} == {0}
        assert max(counts) <= 160
        assert ledger.browse.count(Question(of=Of.FIGURES)) == 160
