"""A crisis from end to end: checked once or article by article, in any order, it comes out the same; judged, it moves."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from recoupe import Ledger
from recoupe.engines.local import LocalEngine
from recoupe.errors import CrisisUnknown, CrisisUnnamed, NotInLedger, ValueUnknown
from recoupe.ledger import Crisis
from recoupe.settings import Settings
from recoupe.show.findings import PARTS_SHOWN

GOLDEN = Path(__file__).parent / "golden" / "bria"


@pytest.fixture(scope="module")
def reader() -> LocalEngine:
    return LocalEngine(settings=Settings.from_environment())


def golden(path: Path, reader: LocalEngine, files: Iterable[str] | None = None) -> Crisis:
    """Return the golden crisis in a ledger: all at once, or file by file in some order, checked after each."""
    ledger = Ledger.open(path, engine=reader)
    if files is None:
        ledger.add(GOLDEN, crisis="bria")
    for name in files or ():
        ledger.add(GOLDEN / name, crisis="bria")
        ledger.crisis("bria").check()
    return ledger.crisis("bria")


def written(crisis: Crisis) -> dict[str, str]:
    """Return every part of a check as it is exported."""
    return {part: json.dumps(crisis.rows(part), ensure_ascii=False) for part in PARTS_SHOWN}


def test_a_crisis_checked_article_by_article_is_the_same_to_the_byte(tmp_path: Path, reader: LocalEngine) -> None:
    """In the order of their names or against it, as if all had come at once."""
    files = sorted(path.name for path in GOLDEN.glob("*.txt"))
    whole = written(golden(tmp_path / "whole.sqlite", reader))
    assert written(golden(tmp_path / "one-by-one.sqlite", reader, files)) == whole
    assert written(golden(tmp_path / "backwards.sqlite", reader, files[::-1])) == whole


@pytest.fixture(scope="module")
def bria(tmp_path_factory: pytest.TempPathFactory, reader: LocalEngine) -> Crisis:
    return golden(tmp_path_factory.mktemp("bria") / "ledger.sqlite", reader)


def test_a_check_that_has_nothing_new_to_rest_on_is_not_done_again(
    bria: Crisis, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The findings come from the ledger."""
    first = bria.check()

    def refuse(*_: object) -> None:
        raise AssertionError("checked again")

    monkeypatch.setattr("recoupe.flow.crosscheck", refuse)
    assert bria.check() == first


def test_each_part_of_a_check_refers_to_records_that_the_ledger_has(bria: Crisis) -> None:
    """An id that leads nowhere explains nothing."""
    found, names = bria.check(), bria.names()
    records = set(names.records)
    assert found.series
    assert found.passages
    for toll in found.series:
        assert {id for step in toll.steps for id in step.figures} | {*toll.parts, *toll.beside} <= records
        assert all(len(step.origins) <= len(step.articles) for step in toll.steps)
    for dispute in found.disputes:
        assert {id for one in dispute.positions for id in (*one.statements, *one.figures)} <= records
    assert {one.record for one in found.origins} == records
    assert all({one.a, one.b} <= records for one in found.agreements)
    assert all(set(one.tellings) <= records for one in found.happenings)
    assert all(set(entry.records) <= records for entry in found.timeline)


def test_the_words_of_a_passage_stand_in_both_articles(bria: Crisis) -> None:
    """Offsets count in the articles as they are stored."""
    texts = {account.article.id: account.article.text for account in bria.dossier().accounts}
    for one in bria.check().passages:
        assert one.article_a < one.article_b
        assert one.span_a.of(texts[one.article_a]).strip() == one.span_a.of(texts[one.article_a])
        assert one.span_b.end <= len(texts[one.article_b])


def test_a_judgement_is_heeded_and_can_be_taken_back(tmp_path: Path, reader: LocalEngine) -> None:
    """The next check joins what a person says is one, and parts it again."""
    crisis = golden(tmp_path / "ledger.sqlite", reader)
    before = written(crisis)
    places = sorted({toll.place for toll in crisis.check().series if toll.place})
    number = crisis.same("place", places[0], places[1], by="A. B.", why="a trial")
    judged = written(crisis)
    assert judged["series"] != before["series"]
    crisis.take_back(number, by="A. B.", why="it was one")
    assert written(crisis) == before
    assert [row.stands for row in crisis.judgements()] == [False, False]


def test_changes_tell_what_an_addition_moved(tmp_path: Path, reader: LocalEngine) -> None:
    """The check after the second report lists what the first did not say."""
    ledger = Ledger.open(tmp_path / "ledger.sqlite", engine=reader)
    folder = tmp_path / "reports"
    folder.mkdir()
    texts = {
        "un.txt": "Douze personnes ont été tuées à Goma depuis le 3 mai, selon la Croix-Rouge.",
        "deux.txt": "Quinze personnes ont été tuées à Goma depuis le 3 mai, selon la Croix-Rouge.",
    }
    for day, (name, text) in enumerate(texts.items(), 5):
        (folder / name).write_text(text, encoding="utf-8")
        ledger.add(folder / name, crisis="goma", published=f"2019-05-0{day}")
        ledger.crisis("goma").check()
    changes = ledger.crisis("goma").changes()
    assert [(row.what, row.articles) for row in changes if row.check == 2 and row.what == "raised"] == [
        ("raised", ("deux.txt",))
    ]
    assert len(ledger.crisis("goma").changes(since="2100-01-01")) == 0
    began = changes[0].at
    assert len(ledger.crisis("goma").changes(since=began)) == len(changes)
    later = datetime.fromisoformat(began).astimezone(timezone(timedelta(hours=5)))
    assert len(ledger.crisis("goma").changes(since=later.isoformat())) == len(changes)
    for wrong in ("demain", "", "2024-13-01", "0001-01-01T00:00+14:00"):
        with pytest.raises(ValueUnknown):
            ledger.crisis("goma").changes(since=wrong)


def test_an_article_that_comes_again_with_other_white_space_is_compared_again(
    tmp_path: Path, reader: LocalEngine
) -> None:
    """Its id stays, and its passages stand elsewhere."""
    ledger = Ledger.open(tmp_path / "ledger.sqlite", engine=reader)
    text = (
        "Au moins douze personnes ont été tuées dimanche à Goma dans une attaque menée par des hommes armés, a annoncé la"
        " police. Les blessés ont été évacués vers l'hôpital provincial."
    )
    for name, words in (
        ("un.txt", text),
        ("deux.txt", f"La nuit fut longue dans le quartier. {text} Le maire s'est tu."),
    ):
        (tmp_path / name).write_text(words, encoding="utf-8")
        ledger.add(tmp_path / name, crisis="goma")
    (before,) = ledger.crisis("goma").check().passages
    (tmp_path / "un.txt").write_text(text.replace(" à Goma", "   à Goma"), encoding="utf-8")
    ledger.add(tmp_path / "un.txt", crisis="goma", published="2024-03-04")
    crisis = ledger.crisis("goma")
    (after,) = crisis.check().passages
    texts = {account.article.id: account.article.text for account in crisis.dossier().accounts}
    for one, span in ((after.article_a, after.span_a), (after.article_b, after.span_b)):
        assert " ".join(span.of(texts[one]).split()).endswith("l'hôpital provincial")
    assert (before.article_a, before.article_b) == (after.article_a, after.article_b)


def test_a_crisis_is_named_where_there_are_several(tmp_path: Path, reader: LocalEngine) -> None:
    """The only one need not be named; none that is not there is made up."""
    ledger = Ledger.open(tmp_path / "ledger.sqlite", engine=reader)
    with pytest.raises(CrisisUnnamed):
        ledger.crisis()
    (tmp_path / "un.txt").write_text("Douze personnes ont été tuées à Goma.", encoding="utf-8")
    ledger.add(tmp_path / "un.txt", crisis="goma")
    assert ledger.crisis().name == "goma"
    ledger.add(tmp_path / "un.txt", crisis="bukavu")
    with pytest.raises(CrisisUnnamed, match="bukavu, goma"):
        ledger.crisis()
    with pytest.raises(CrisisUnknown):
        ledger.crisis("beni")
    with pytest.raises(ValueUnknown):
        ledger.crisis("goma").rows("rumours")
    with pytest.raises(NotInLedger):
        ledger.crisis("goma").account("deux.txt")
