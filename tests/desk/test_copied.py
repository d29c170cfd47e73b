"""The ledger is one file: a copy of it holds what a person has just written, while the desk runs and after it ended."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.desk.conftest import CRISIS, token_of

from recoupe.ledger import Ledger


def judged_in(path: Path, folder: Path) -> int:
    """Return how many records are judged in a copy of a ledger's file alone."""
    alone = folder / "copy" / "elsewhere.sqlite"
    alone.parent.mkdir(exist_ok=True)
    shutil.copy(path, alone)
    with Ledger.open(alone, create=False) as ledger:
        return len(ledger.reviews.all())


def test_a_copy_holds_what_was_judged_while_the_desk_runs(own_desk: TestClient, tmp_path: Path) -> None:
    ledger: Ledger = own_desk.app.state.ledger  # type: ignore[attr-defined]
    for count, figure in enumerate(list(ledger.figures())[:3], start=1):
        sent = {"token": token_of(own_desk), "record": figure.id, "rests_on": "", "verdict": "accept"}
        assert own_desk.post(f"/review?crisis={CRISIS}", data=sent, follow_redirects=False).status_code == 303
        assert judged_in(ledger.path, tmp_path) == count


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_desk_that_is_ended_leaves_all_in_its_file(
    sample_ledger: Path, tmp_path: Path, number: signal.Signals
) -> None:
    path = tmp_path / "ledger.sqlite"
    shutil.copy(sample_ledger, path)
    command = [sys.executable, "-m", "recoupe", "serve", "--ledger", str(path), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=os.environ) as desk:
        assert desk.stdout is not None
        for line in desk.stdout:
            if re.search(r"open at", line):
                break
        with closing(sqlite3.connect(path)) as other:
            other.execute("INSERT INTO run (program) VALUES ('another')")
            other.commit()
        desk.send_signal(number)
        desk.wait(30)
    alone = tmp_path / "alone.sqlite"
    shutil.copy(path, alone)
    with closing(sqlite3.connect(alone)) as left:
        assert left.execute("SELECT count(*) FROM run WHERE program = 'another'").fetchone() == (1,)
