"""The desk of the sample crisis, asked without a server; and of a copy that a test may change."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.conftest import SAMPLE

from recoupe.desk.app import create_app
from recoupe.ledger import Ledger

CRISIS = SAMPLE


@pytest.fixture(scope="session")
def desk(sample_ledger: Path) -> Iterator[TestClient]:
    """The desk of the sample crisis; whoever changes it takes `own_desk`."""
    with Ledger.open(sample_ledger) as ledger, TestClient(create_app(ledger)) as client:
        yield client


@pytest.fixture
def own_desk(sample_ledger: Path, tmp_path: Path) -> Iterator[TestClient]:
    """The desk of a copy of the sample crisis."""
    path = tmp_path / "ledger.sqlite"
    shutil.copy(sample_ledger, path)
    with Ledger.open(path) as ledger, TestClient(create_app(ledger)) as client:
        yield client


@pytest.fixture
def empty_desk(tmp_path: Path) -> Iterator[TestClient]:
    """The desk of a ledger that holds nothing."""
    with Ledger.open(tmp_path / "empty.sqlite") as ledger, TestClient(create_app(ledger)) as client:
        yield client


def token_of(client: TestClient, page: str = "/") -> str:
    """Return the token that forms of a page carry for this client."""
    found = re.search(r'name="token" value="([0-9a-f]+)"', client.get(page).text)
    assert found is not None
    return found[1]


def ledger_of(desk: TestClient) -> Ledger:
    """Return the ledger that a desk stands on."""
    ledger: Ledger = desk.app.state.ledger  # type: ignore[attr-defined]
    return ledger
