"""What people judge of single records: kept row upon row, refused where it says nothing, told of where two judge at once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from recoupe.errors import NotInLedger, ReviewConflict, ValueUnknown
from recoupe.ledger import Ledger
from recoupe.model.figure import Kind
from recoupe.model.review import Readers, RecordOf, ReviewVerdict
from recoupe.model.review_queue import State
from recoupe.store import reviews
from recoupe.store.crises import CrisisBook

Engine = Any
NAME = "port-clair"


@pytest.fixture
def ledger(tmp_path: Path, reports: Path, engine: Engine) -> Ledger:
    """Two articles: `note.txt` with a figure and a statement, `suite.txt` with a figure."""
    opened = Ledger.open(tmp_path / "ledger.sqlite", engine=engine)
    opened.add(str(reports), crisis=NAME)
    return opened


def record(ledger: Ledger, article: str = "note.txt") -> str:
    return ledger.figures(article=article)[0].id


def book(ledger: Ledger) -> CrisisBook:
    return CrisisBook(engine=ledger._reader.engine, path=ledger.path, crisis=NAME)


def test_each_judgement_rests_on_the_one_before(ledger: Ledger) -> None:
    """All rows stay; the last one stands."""
    id = record(ledger)
    one = ledger.reviews.judge(id, "accept", by="Ana")
    two = ledger.reviews.judge(id, "reject", by="Ben", reason="a year, no toll", rests_on=one.number)
    assert [(row.verdict, row.by, row.replaces) for row in ledger.reviews.history(id)] == [
        ("accept", "Ana", None),
        ("reject", "Ben", one.number),
    ]
    assert (two.verdict, two.readers, two.names) == (ReviewVerdict.REJECT, Readers.DIFFER, ("Ana", "Ben"))
    assert ledger.reviews.standing(id) == two


def test_whoever_judges_what_was_judged_meanwhile_is_told(ledger: Ledger) -> None:
    """Nothing of theirs is kept: neither a second first row, nor one on a row that another took the place of."""
    id = record(ledger)
    one = ledger.reviews.judge(id, "accept", by="Ana")
    with pytest.raises(ReviewConflict, match=r"RC514.*Ana"):
        ledger.reviews.judge(id, "reject", by="Ben", reason="no")
    ledger.reviews.judge(id, "reject", by="Cem", reason="no", rests_on=one.number)
    with pytest.raises(ReviewConflict, match="Cem"):
        ledger.reviews.judge(id, "accept", by="Ben", rests_on=one.number)
    assert [row.by for row in ledger.reviews.history(id)] == ["Ana", "Cem"]


def test_of_many_who_judge_at_once_one_is_kept(ledger: Ledger) -> None:
    """And each of the others gets the conflict."""
    id = record(ledger)

    def judge(name: str) -> bool:
        try:
            ledger.reviews.judge(id, "accept", by=name)
        except ReviewConflict:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        kept = list(pool.map(judge, "abcdefgh"))
    assert sum(kept) == 1
    assert len(ledger.reviews.history(id)) == 1


def test_a_correction_keeps_what_it_changes_and_no_more(ledger: Ledger) -> None:
    """Values are those of the codebook; the reading stays as it was."""
    id = record(ledger)
    said = {
        "kind": "injured",
        "counted": "people",
        "low": "1 200",
        "high": "",
        "place": " Port-  Clair-Est ",
        "source": "",
    }
    standing = ledger.reviews.judge(id, "correct", by="Ana", reason="hurt, not dead", changed=said)
    assert standing.changed == {"kind": "injured", "low": 1200, "place": "Port- Clair-Est", "source": None}
    assert ledger.figures(article="note.txt")[0].kind == "killed"


@pytest.mark.parametrize(
    "changed",
    [
        {}, {"kind": "killed"}, {"kind": "hurt"}, {"kind": None}, {"low": "many"}, {"low": -1}, {"low": True},
        {"low": float("nan")}, {"low": 13, "high": 12}, {"since": "mardi"}, {"since": "2024-02-30"}, {"text": "13"},
        {"since": "2024-03-05", "until": "2024-03"} | {"until": "2023"}, {"unit": "persons"}, {"part_of": 9},
        {"part_of": 3.5}, {"place": 7}, {"place": "a\udcff"}, {"place": "a\x1b[31m"}, {"place": "x" * 3000},
    ],
)  # fmt: skip
def test_a_correction_that_the_codebook_does_not_know_is_refused(ledger: Ledger, changed: dict[str, Any]) -> None:
    """It names the field; nothing is kept."""
    id = record(ledger)
    with pytest.raises(ValueUnknown):
        ledger.reviews.judge(id, "correct", by="Ana", reason="why", changed=changed)
    assert ledger.reviews.history(id) == ()


def test_to_reject_or_correct_takes_a_reason_and_to_judge_a_name(ledger: Ledger) -> None:
    id = record(ledger)
    for verdict, by, reason in (
        ("reject", "Ana", None),
        ("reject", "Ana", "  "),
        ("accept", " ", None),
        ("add", "Ana", "x"),
    ):
        with pytest.raises(ValueUnknown):
            ledger.reviews.judge(id, verdict, by=by, reason=reason)
    with pytest.raises(NotInLedger):
        ledger.reviews.judge("0" * 16, "accept", by="Ana")


def test_one_takes_back_ones_own_last_word_and_nobody_elses(ledger: Ledger) -> None:
    """What stood before stands again."""
    id = record(ledger)
    one = ledger.reviews.judge(id, "accept", by="Ana")
    two = ledger.reviews.judge(id, "reject", by="Ben", reason="no", rests_on=one.number)
    with pytest.raises(ValueUnknown, match="Ben"):
        ledger.reviews.judge(id, "undo", by="Ana", rests_on=two.number)
    three = ledger.reviews.judge(id, "undo", by="Ben", rests_on=two.number)
    assert (three.verdict, three.names) == (ReviewVerdict.ACCEPT, ("Ana",))
    four = ledger.reviews.judge(id, "undo", by="Ana", rests_on=three.number)
    assert (four.verdict, four.readers) == (None, Readers.NONE)
    with pytest.raises(NotInLedger):
        ledger.reviews.judge(id, "undo", by="Ana", rests_on=four.number)


def test_a_second_reader_confirms_what_stands(ledger: Ledger) -> None:
    """A correction is confirmed with the same fields."""
    id = record(ledger)
    one = ledger.reviews.judge(id, "correct", by="Ana", reason="hurt", changed={"kind": "injured"})
    two = ledger.reviews.judge(id, "confirm", by="Ben", rests_on=one.number)
    assert (two.readers, two.changed) == (Readers.AGREE, {"kind": "injured"})
    with pytest.raises(ValueUnknown):
        ledger.reviews.judge(record(ledger, "suite.txt"), "confirm", by="Ben")


def test_a_crisis_is_checked_from_records_as_people_left_them(ledger: Ledger) -> None:
    """The rejected are left out, the corrected are as corrected under their ids, the accepted change no state."""
    one, other = record(ledger), record(ledger, "suite.txt")
    before = book(ledger).state("v1")
    ledger.reviews.judge(one, "accept", by="Ana")
    assert book(ledger).state("v1") == before
    ledger.reviews.judge(other, "reject", by="Ana", reason="no")
    assert book(ledger).state("v1") != before
    standing = ledger.reviews.standing(one)
    assert standing is not None
    ledger.reviews.judge(one, "correct", by="Ana", reason="hurt", changed={"kind": "injured"}, rests_on=standing.number)
    figures = {id: one for account in book(ledger).dossier().accounts for id, one in account.figures.items()}
    assert {id: figure.kind for id, figure in figures.items()} == {one: Kind.INJURED}
    assert "review:Ana" in {item.rule for item in figures[one].evidence}
    read, judged = book(ledger).dossiers()
    assert [figure.kind for account in read.accounts for figure in account.figures.values()] == [Kind.KILLED] * 2
    assert sum(len(account.figures) for account in judged.accounts) == 2
    last = ledger.reviews.standing(other)
    assert last is not None
    ledger.reviews.judge(other, "undo", by="Ana", rests_on=last.number)
    assert len([id for account in book(ledger).dossier().accounts for id in account.figures]) == 2


def test_a_part_of_a_rejected_figure_is_a_figure_of_its_own(
    tmp_path: Path, engine: Engine, raw: Callable[..., Any], digest: Callable[..., Any]
) -> None:
    """Nothing refers to a figure that is not there."""
    from dataclasses import replace

    ledger = Ledger.open(tmp_path / "ledger.sqlite", engine=engine)
    made = digest(raw())
    (whole,) = made.figures
    at = made.article.text.index("personnes")
    part = replace(whole, span=type(whole.span)(at, at + 9), text="personnes", low=3, part_of=whole.span.start)
    run = ledger._writer.begin("test")
    ledger._writer.add(raw(), replace(made, figures=(whole, part)), crisis=NAME, run=run)
    id = next(row.id for row in ledger.figures() if row.part_of is None)
    ledger.reviews.judge(id, "reject", by="Ana", reason="no")
    (account,) = book(ledger).dossier().accounts
    assert [figure.part_of for figure in account.figures.values()] == [None]


def test_a_record_that_the_program_missed_is_added_and_judged(ledger: Ledger) -> None:
    """It is at its words, has the codebook's fields, and no check rests on it."""
    article = ledger.articles()[0]
    text = ledger.article(article.id).article.text
    start = text.index("préfecture")
    values = {"kind": "destroyed", "counted": "buildings", "low": 1, "high": 1}
    added = ledger.reviews.add("figure", article.id, start, start + 10, values, by="Ana", reason="missed")
    assert added.first is not None
    assert added.first.changed is not None
    assert (added.first.changed["text"], added.first.changed["qualifier"]) == ("préfecture", "exact")
    with pytest.raises(ReviewConflict):
        ledger.reviews.add("figure", article.id, start, start + 10, values, by="Ben")
    ledger.reviews.judge(added.record, "confirm", by="Ben", rests_on=added.number)
    case = ledger.reviews.case(added.record)
    assert (case.added, case.lost, case.standing and case.standing.readers) == (True, False, Readers.AGREE)
    assert added.record not in [id for account in book(ledger).dossier().accounts for id in account.figures]
    for start, end, wrong in (
        (0, 0, values),
        (0, 10**6, values),
        (0, 3, {"kind": "killed"}),
        (0, 3, {**values, "x": 1}),
        (3, 1, values),
        (-4, 3, values),
        (True, 3, values),
        ("0", 3, values),
        (0, 3.0, values),
        (0, 3, {**values, "high": 1e26}),
        (0, 3, {**values, "low": 10**18, "high": None}),
    ):
        with pytest.raises(ValueUnknown):
            ledger.reviews.add("figure", article.id, start, end, wrong, by="Ana")


@pytest.mark.parametrize(
    ("date", "precision"),
    [
        ("2024-03-08/2024-03-01", "span"), ("2024-03-08/2024-02", "span"), ("2024-03-08", "span"), ("2024-03-08", "month"),
        ("2024", "day"), ("2024-03-01/2024-03-08", "day"),
    ],
)  # fmt: skip
def test_an_event_of_an_impossible_span_is_refused(ledger: Ledger, date: str, precision: str) -> None:
    article = ledger.articles()[0].id
    values = {"type": "ASSAULT", "modality": "reported"}
    with pytest.raises(ValueUnknown, match="RC511"):
        ledger.reviews.add("event", article, 0, 3, {**values, "date": date, "date_precision": precision}, by="Ana")
    said = {**values, "date": "2024-03-01/2024-03", "date_precision": "span"}
    assert ledger.reviews.add("event", article, 0, 3, said, by="Ana").first


def test_a_judgement_stays_when_the_article_is_read_otherwise(ledger: Ledger, engine: Engine, tmp_path: Path) -> None:
    """It says so, and counts no longer."""
    id = record(ledger)
    ledger.reviews.judge(id, "reject", by="Ana", reason="no")
    engine.version = "v2"
    ledger.add(str(tmp_path / "reports"), crisis=NAME, published="2024-03-05")
    assert record(ledger) != id
    case = ledger.reviews.case(id)
    assert (case.current, case.standing and case.standing.verdict) == (False, ReviewVerdict.REJECT)
    review = ledger.crisis(NAME).review()
    assert [one.record for one in review.queue(state=State.GONE)] == [id]
    assert (review.progress().gone, sum(review.progress().judged.values())) == (1, 0)


def test_the_queue_holds_what_nobody_judged_and_goes_both_ways(ledger: Ledger) -> None:
    """What was judged leaves it; from any record it goes on, and back."""
    review = ledger.crisis(NAME).review()
    everything = [one.record for one in review.queue(state=State.ALL)]
    assert len(everything) == 3
    assert [one.record for one in review.queue()] == everything
    ledger.reviews.judge(everything[1], "accept", by="Ana")
    assert [one.record for one in review.queue()] == [everything[0], everything[2]]
    assert [one.record for one in review.queue(after=everything[1])] == [everything[2]]
    assert [one.record for one in review.queue(before=everything[2], state=State.ALL)] == everything[1::-1]
    assert [one.record for one in review.queue(state=State.SECOND, by="Ana")] == []
    assert [one.record for one in review.queue(state=State.SECOND, by="Ben")] == [everything[1]]
    progress = review.progress()
    assert (sum(progress.records.values()), sum(progress.judged.values()), progress.one) == (3, 1, 1)
    last = review.last_of("Ana")
    assert last is not None
    assert last.record == everything[1]
    assert review.last_of("Ben") is None


def test_another_place_is_not_the_one_of_the_old_id(ledger: Ledger) -> None:
    """Whoever names another place and no id leaves the id unknown."""
    id = record(ledger)
    ledger.reviews.judge(id, "correct", by="Ana", reason="b", changed={"place": "Port-Clair-Est"})
    assert reviews.corrected(RecordOf.FIGURE, {"place": "a", "place_id": "test:1"}, {"place": "b", "place_id": "test:1"}) == {
        "place": "b", "place_id": None,
    }  # fmt: skip


def test_what_moved_a_finding_is_among_the_changes(ledger: Ledger) -> None:
    """A rejection is told under the check that was the first to heed it, with who and why; an acceptance is not."""
    crisis = ledger.crisis(NAME)
    crisis.check()
    ledger.reviews.judge(record(ledger), "reject", by="Ana", reason="une année")
    ledger.reviews.judge(record(ledger, "suite.txt"), "accept", by="Ana")
    assert crisis.stale()
    told = [(row.what, row.says, row.articles) for row in crisis.changes() if row.what.startswith("record")]
    assert told == [("record rejected", "« Au moins 12 » (Ana: une année)", ("note.txt",))]
    assert not crisis.stale()


@pytest.mark.parametrize("by", ["", " ", "\u202e", "\u200b\u2060", "a\x9b31m", "a\x7f", "a\x00"])
def test_whoever_judges_has_a_name_that_can_be_seen(ledger: Ledger, by: str) -> None:
    with pytest.raises(ValueUnknown):
        ledger.reviews.judge(record(ledger), "accept", by=by)
    assert ledger.reviews.history(record(ledger)) == ()
