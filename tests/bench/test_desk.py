"""The invented ledger that the desk is measured on: always the same, whole, and large enough to have pages."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from bench.desk import desk, section
from bench.findings import check_all
from bench.ledger import CRISES, fill, report

from recoupe.ledger import Ledger
from recoupe.store import check
from recoupe.store.connect import open_engine
from recoupe.store.writer import check as hold


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of six hundred figures, checked."""
    path = tmp_path_factory.mktemp("bench") / "ledger.sqlite"
    fill(path, 610, 20)
    check_all(path, 610, 20)
    return path


def test_a_report_is_always_the_same_and_its_words_stand_where_they_say() -> None:
    assert report(7, 40) == report(7, 40)
    assert report(7, 40) != report(8, 40)
    hold(report(7, 40)[1])


def test_the_ledger_holds_what_was_asked_for_and_has_no_fault(path: Path) -> None:
    assert list(check.faults(open_engine(path, create=False), path)) == []
    with Ledger.open(path) as ledger:
        assert len(ledger.figures()) == 610
        assert [row.name for row in ledger.crises()] == sorted(name for name, _ in CRISES)


def test_every_crisis_is_checked_and_its_findings_lead_to_records(path: Path) -> None:
    with Ledger.open(path) as ledger:
        for name, _ in CRISES:
            crisis = ledger.crisis(name)
            found = crisis.kept()
            assert found is not None
            assert not crisis.stale()
            told = {id for toll in found.series for step in toll.steps for id in step.figures}
            assert told
            assert told <= set(ledger.browse.records(told))


def test_each_page_is_measured_and_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BENCH_LEDGER", str(path))
    # the browser of other tests leaves its event loop running in this thread
    with ThreadPoolExecutor(1) as apart:
        served = apart.submit(lambda: list(desk(610, rounds=9))).result()
    pages = [one.page for one in served]
    assert {"/", "/figures", "/statements", "/events", "/search", "/api/v1/figures"} <= set(pages)
    assert all(0 < one.median <= one.late and one.bytes > 0 for one in served)
    table = section(served, 610)
    assert all(f"| `{page}` |" in table for page in pages)
