"""What only a process of its own shows: pipes, colours, start-up."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from recoupe.model.article import Raw
from recoupe.model.digest import Digest
from recoupe.store.connect import open_engine
from recoupe.store.tables import SCHEMA
from recoupe.store.writer import Writer


@pytest.fixture
def path(tmp_path: Path, raw: Callable[..., Raw], digest: Callable[..., Digest]) -> Path:
    """A ledger of 400 articles: more than a pipe holds."""
    path = tmp_path / "ledger.sqlite"
    writer = Writer(engine=open_engine(path, create=True), path=path)
    run = writer.begin("test")
    for number in range(400):
        document = raw(f"Rapport {number} : au moins 12 morts à Port-Clair, selon la préfecture.", name=f"{number}.txt")
        writer.add(document, digest(document), crisis="c", run=run)
    return path


def recoupe(*arguments: str | Path, **environment: str) -> subprocess.Popen[Any]:
    return subprocess.Popen(
        [sys.executable, "-m", "recoupe", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **environment},
    )


def _made(path: Path) -> bool:
    """Say whether a ledger has its tables, so that whoever made it has begun to read."""
    if not path.exists():
        return False
    try:
        with sqlite3.connect(path) as connection:
            return connection.execute("SELECT version_num FROM alembic_version").fetchone() == (SCHEMA,)
    except sqlite3.Error:
        return False


def test_ctrl_c_while_reading_ends_with_130_and_no_traceback(tmp_path: Path) -> None:
    """Standard input that never ends stands for a long reading; the ledger is whole afterwards."""
    path = tmp_path / "ledger.sqlite"
    process = subprocess.Popen(
        [sys.executable, "-m", "recoupe", "add", "-", "--ledger", str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # what runs in the background of a shell ignores Ctrl-C, and so does what it starts
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )
    deadline = time.monotonic() + 60
    while not _made(path) and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, b"")
    assert err == b"recoupe: interrupted; what was added until then stays\n"
    assert recoupe("articles", "--json", "--ledger", path).communicate()[0] == b"[]\n"


@pytest.mark.parametrize("arguments", [("ledger",), ("export", "figures"), ("articles", "--csv"), ("ledger", "--json")])
def test_output_to_a_closed_pipe_is_quiet(path: Path, arguments: tuple[str, ...]) -> None:
    """`recoupe ledger | head -1` ends without a word and without a failure."""
    process = recoupe(*arguments, "--ledger", path)
    assert process.stdout is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    assert process.wait(30) == 0


def test_what_is_piped_has_no_colour_and_is_utf_8(path: Path) -> None:
    """Whatever the machine's locale."""
    out, _ = recoupe("ledger", "--ledger", path, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0").communicate()
    assert b"\x1b" not in out
    assert out.count("la préfecture".encode()) == 400


def test_looking_loads_neither_the_language_pipeline_nor_the_migrations(path: Path) -> None:
    """A look at the ledger starts fast."""
    program = (
        "import sys\n"
        "from recoupe.cli.app import app\n"
        "try:\n"
        f"    app(['ledger', '--json', '--ledger', {str(path)!r}])\n"
        "except SystemExit:\n"
        "    pass\n"
        "heavy = {'spacy', 'thinc', 'numpy', 'alembic', 'trafilatura', 'pandas', 'polars'} & set(sys.modules)\n"
        "sys.stderr.write(' '.join(sorted(heavy)))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stderr == b""
    assert done.stdout.startswith(b"[")


def test_import_recoupe_loads_no_database_library() -> None:
    """The ledger is there when it is asked for."""
    program = (
        "import sys, recoupe\n"
        "assert 'sqlalchemy' not in sys.modules\n"
        "assert recoupe.Ledger.__name__ == 'Ledger'\n"
        "assert not hasattr(recoupe, 'nothing')\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.parametrize(("closed", "code"), [("<&-", 1), (">&-", 0), ("2>&-", 0)])
def test_a_stream_that_was_closed_before_the_start_ends_in_no_fault_of_ours(
    tmp_path: Path, closed: str, code: int
) -> None:
    """As a job of cron may have them: what would be written there is lost, and nothing else."""
    command = "add -" if closed == "<&-" else "version"
    called = f'"{sys.executable}" -m recoupe {command} --ledger "{tmp_path}/l.sqlite" {closed}'
    done = subprocess.run(["sh", "-c", called], capture_output=True, stdin=subprocess.DEVNULL)
    assert done.returncode == code
    assert b"RC000" not in done.stderr
    assert (b"RC103" in done.stderr) == (closed == "<&-")
