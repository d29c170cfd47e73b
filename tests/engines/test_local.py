"""What the engine of this machine does with a fault that is not the document's."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import recoupe.flow
from recoupe.engines.local import LocalEngine
from recoupe.errors import CacheUnusable, LexiconBroken, ModelMissing
from recoupe.extract import pipeline
from recoupe.extract.gazetteer import Gazetteer
from recoupe.model.article import Raw
from recoupe.model.digest import Digest
from recoupe.model.skipped import Skipped
from recoupe.settings import Settings


@pytest.fixture
def local(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LocalEngine:
    """An engine whose tools cost nothing to load."""
    monkeypatch.setattr(pipeline, "load", lambda: None)
    monkeypatch.setattr(
        Gazetteer, "open", classmethod(lambda cls, cache, extra: SimpleNamespace(lookup=lambda name: ()))
    )
    folder = tmp_path / "gazetteers"
    return LocalEngine(
        settings=Settings(ledger=tmp_path / "l.sqlite", cache=tmp_path / "cache", gazetteers=folder, color=False)
    )


def reads(monkeypatch: pytest.MonkeyPatch, digest: Callable[..., Digest], fault: Exception | None) -> None:
    def digests(raws: tuple[Raw, ...], gazetteer: Any) -> Iterator[Digest]:
        for raw in raws:
            if fault and raw.name == "bad.txt":
                raise fault
            yield digest(raw)

    monkeypatch.setattr(recoupe.flow, "digests", digests)


def test_a_fault_in_one_article_costs_no_other(
    local: LocalEngine,
    raw: Callable[..., Raw],
    digest: Callable[..., Digest],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """It is set aside with its reason; where it happened is told at debug level only."""
    reads(monkeypatch, digest, ValueError("boom"))
    caplog.set_level(logging.INFO)
    outcomes = [outcome for _, outcome in local.read([raw(name="bad.txt"), raw()])]
    assert isinstance(outcomes[0], Skipped)
    assert (outcomes[0].code, "ValueError: boom" in outcomes[0].reason) == ("RC701", True)
    assert isinstance(outcomes[1], Digest)
    assert caplog.records == []


def test_a_broken_lexicon_stops_the_reading(
    local: LocalEngine, raw: Callable[..., Raw], digest: Callable[..., Digest], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No document could be read with it, so it is no fault of any."""
    reads(monkeypatch, digest, LexiconBroken("kinds:killed"))
    with pytest.raises(LexiconBroken):
        list(local.read([raw(name="bad.txt")]))


def test_a_missing_language_model_is_an_error_with_a_code(
    local: LocalEngine, raw: Callable[..., Raw], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not said of each document anew."""

    def missing() -> None:
        raise OSError("[E050] no model")

    monkeypatch.setattr(pipeline, "load", missing)
    with pytest.raises(ModelMissing, match="RC702 fr_core_news_md"):
        list(local.read([raw()]))


def test_the_fingerprint_changes_with_the_users_gazetteers(local: LocalEngine) -> None:
    """Another gazetteer may read the same words as another place."""
    before = local.made_by()
    assert before == local.made_by()
    local.settings.gazetteers.mkdir()
    (local.settings.gazetteers / "lieux.jsonl").write_text("{}\n")
    assert local.made_by() != before


def test_a_digest_carries_the_engines_fingerprint(
    local: LocalEngine, raw: Callable[..., Raw], digest: Callable[..., Digest], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the ledger compares is what the records say of themselves."""
    reads(monkeypatch, digest, None)
    ((_, outcome),) = local.read([raw()])
    assert isinstance(outcome, Digest)
    assert outcome.made_by == local.made_by()


def test_an_index_that_cannot_be_read_is_an_error_with_a_code(
    local: LocalEngine, raw: Callable[..., Raw], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut off or without permission: no document could be read with it, and the user is told what to do."""
    monkeypatch.setattr(pipeline, "load", lambda: None)
    for fault in (PermissionError("denied"), sqlite3.DatabaseError("file is not a database")):

        def broken(*_: object, fault: Exception = fault) -> None:
            raise fault

        monkeypatch.setattr(Gazetteer, "open", broken)
        with pytest.raises(CacheUnusable, match=r"RC203 .*RECOUPE_CACHE"):
            list(local.read([raw()]))
