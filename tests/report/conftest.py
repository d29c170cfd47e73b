"""The ledger of the sample crisis, and small ones made by hand, with their reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from recoupe.ledger import Ledger
from recoupe.report import Report, compose

CRISIS = "alep-2016"
Reported = Callable[..., Report]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger that holds the sample crisis, added in two parts and checked after each."""
    path = tmp_path_factory.mktemp("report") / "ledger.sqlite"
    folder = Path(str(files("recoupe.sample") / CRISIS))
    first = tmp_path_factory.mktemp("first")
    for name in ("alep-01.txt", "alep-02.txt", "alep-03.txt", "alep-04.txt", "articles.csv"):
        (first / name).write_bytes((folder / name).read_bytes())
    with Ledger.open(path) as ledger:
        ledger.add(str(first), crisis=CRISIS)
        ledger.crisis(CRISIS).check()
        ledger.add(str(folder), crisis=CRISIS)
        ledger.crisis(CRISIS).check()
        yield ledger


@pytest.fixture(scope="session", params=["fr", "en"])
def composed(sample: Ledger, request: pytest.FixtureRequest) -> Report:
    """The report of the sample crisis, in each language."""
    return compose(sample, CRISIS, language=request.param)


@pytest.fixture
def own(tmp_path: Path, engine: Any) -> Iterator[Ledger]:
    """An empty ledger whose engine reads by plain search."""
    with Ledger.open(tmp_path / "own.sqlite", engine=engine) as ledger:
        yield ledger


@pytest.fixture
def read(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger that reads with all that the program knows of French."""
    with Ledger.open(tmp_path / "read.sqlite") as ledger:
        yield ledger
