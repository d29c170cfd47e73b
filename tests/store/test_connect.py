"""How a ledger file is opened, and what is said when it cannot be."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import PlainEngine, make_raw

from recoupe.errors import LedgerDamaged, LedgerFull, LedgerMissing, LedgerNewer, LedgerUnwritable
from recoupe.ledger import Ledger
from recoupe.model.article import Raw
from recoupe.model.digest import Digest
from recoupe.store.connect import open_engine, writing
from recoupe.store.tables import SCHEMA, metadata
from recoupe.store.writer import Writer


def test_a_ledger_that_is_not_there_is_not_made_by_a_look(tmp_path: Path) -> None:
    """Only adding makes one."""
    with pytest.raises(LedgerMissing, match="RC501"):
        open_engine(tmp_path / "none.sqlite", create=False)
    assert not (tmp_path / "none.sqlite").exists()


def test_a_new_ledger_has_its_folders_made(tmp_path: Path) -> None:
    """The data folder of a fresh machine is not there yet."""
    open_engine(tmp_path / "a" / "b" / "ledger.sqlite", create=True)
    assert (tmp_path / "a" / "b" / "ledger.sqlite").exists()


def test_the_migrations_build_the_tables_that_the_code_knows(tmp_path: Path) -> None:
    """Tables and migrations say one thing, and the newest migration is the one the code names."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    engine = open_engine(tmp_path / "ledger.sqlite", create=True)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        differences = [
            difference
            for difference in compare_metadata(context, metadata)
            if not getattr(difference[1], "name", "").startswith("article_words")
        ]
        assert differences == []
        assert context.get_current_revision() == SCHEMA


def test_a_ledger_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    """It says so, and leaves the file as it is."""
    path = tmp_path / "ledger.sqlite"
    open_engine(path, create=True)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LedgerNewer, match=r"RC502.*9999"):
        open_engine(path, create=True)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("9999",)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    """A text file under the ledger's name is not overwritten."""
    path = tmp_path / "ledger.sqlite"
    path.write_text("ceci n'est pas un registre " * 100)
    with pytest.raises(LedgerDamaged, match="RC503"):
        open_engine(path, create=True)
    assert path.read_text().startswith("ceci")


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    """No table is added to it."""
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE notes (words)")
    with pytest.raises(LedgerDamaged, match="another program"):
        open_engine(path, create=True)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT name FROM sqlite_schema").fetchall() == [("notes",)]


def test_a_folder_in_the_ledgers_place_is_said(tmp_path: Path) -> None:
    """The path is a folder, so no file can be opened there."""
    with pytest.raises(LedgerUnwritable, match="RC506"):
        open_engine(tmp_path, create=True)


def test_a_full_disk_has_its_code_and_leaves_the_ledger_whole(
    tmp_path: Path, raw: Callable[..., Raw], digest: Callable[..., Digest]
) -> None:
    """What was added before stays; nothing of the document that did not fit."""
    path = tmp_path / "ledger.sqlite"
    engine = open_engine(path, create=True)
    writer = Writer(engine=engine, path=path)
    writer.add(raw(), digest(raw()), crisis=None, run=writer.begin("test"))
    big = raw("Rien de neuf. " * 60_000, name="big.txt")
    limited = open_engine(path, create=True)
    from sqlalchemy import event

    event.listen(limited, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count = 80"))
    limited.dispose()
    with pytest.raises(LedgerFull, match="RC504"):
        Writer(engine=limited, path=path).add(big, digest(big), crisis=None, run=1)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM document").fetchone() == (1,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_transaction_that_fails_keeps_nothing(tmp_path: Path) -> None:
    """All of a document or none of it."""
    path = tmp_path / "ledger.sqlite"
    engine = open_engine(path, create=True)
    with pytest.raises(RuntimeError), writing(engine, path) as connection:
        connection.exec_driver_sql("INSERT INTO run (program) VALUES ('test')")
        raise RuntimeError
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM run").fetchone() == (0,)


def _add_many(path: Path, who: str, raws: list[Raw], digests: list[Digest]) -> None:
    engine = open_engine(path, create=True)
    writer = Writer(engine=engine, path=path)
    run = writer.begin(who)
    for raw, digest in zip(raws, digests, strict=True):
        writer.add(raw, digest, crisis="c", run=run)


def test_two_processes_that_add_at_once_both_succeed(
    tmp_path: Path, raw: Callable[..., Raw], digest: Callable[..., Digest]
) -> None:
    """Into a ledger that neither finds made; what both bring is kept once."""
    path = tmp_path / "ledger.sqlite"
    context = multiprocessing.get_context("fork")
    processes = []
    for who in ("first", "second"):
        own = [raw(f"{who} {number} : 12 morts", name=f"{who}{number}.txt") for number in range(20)]
        shared = [raw(f"commun {number} : 12 morts", name=f"both{number}.txt") for number in range(20)]
        raws = [item for pair in zip(own, shared, strict=True) for item in pair]
        process = context.Process(target=_add_many, args=(path, who, raws, [digest(item) for item in raws]))
        process.start()
        processes.append(process)
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0, 0]
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*), count(DISTINCT id) FROM article").fetchone() == (60, 60)
        assert connection.execute("SELECT count(*) FROM reading").fetchone() == (60,)


def test_a_ledger_that_may_not_be_written_can_be_looked_at(
    tmp_path: Path, raw: Callable[..., Raw], digest: Callable[..., Digest], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a read-only folder or disk; SQLite would write beside it even to look. Nothing is altered there."""
    path = tmp_path / "ledger é?#.sqlite"
    engine = open_engine(path, create=True)
    writer = Writer(engine=engine, path=path)
    document = raw()
    writer.add(document, digest(document), crisis=None, run=writer.begin("test"))
    engine.dispose()
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    monkeypatch.setattr(os, "access", lambda *_: False)
    shut = open_engine(path, create=False)
    with shut.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM figure").scalar() == 1
    with pytest.raises(LedgerUnwritable, match="RC506"):
        Writer(engine=shut, path=path).begin("test")
    shut.dispose()
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_who_may_only_look_sees_what_others_write_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: PlainEngine
) -> None:
    """Whether the writer's log is still there, or was taken into the file and is gone."""
    path = tmp_path / "ledger.sqlite"
    with Ledger.open(path, engine=engine) as ledger:
        ledger.add_documents([make_raw()], crisis="c")
    with monkeypatch.context() as only:
        only.setattr("recoupe.store.connect._may_write", lambda path: False)
        looking = Ledger.open(path, create=False, engine=engine)
    with looking:
        assert len(looking.articles()) == 1
        for number in range(2, 5):
            with Ledger.open(path, engine=engine) as ledger:
                ledger.add_documents([make_raw(name=f"{number}.txt", publisher=f"Le {number}e Fleuve")], crisis="c")
                assert len(looking.articles()) == number
            assert len(looking.articles()) == number
        with sqlite3.connect(path) as other:
            other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            other.execute("VACUUM")
        assert len(looking.articles(crisis="c")) == 4


def test_what_a_person_writes_is_in_the_file_at_once(tmp_path: Path) -> None:
    """A copy of the file alone holds it, whoever else has the ledger open; what somebody looks at waits for the next time."""
    path, copied = tmp_path / "ledger.sqlite", tmp_path / "copied.sqlite"
    engine, other = open_engine(path, create=True), open_engine(path, create=False)

    def write() -> int:
        with writing(engine, path, folded=True) as connection:
            connection.exec_driver_sql("INSERT INTO run (program) VALUES ('test')")
        shutil.copy(path, copied)
        with sqlite3.connect(copied) as connection:
            return int(connection.execute("SELECT count(*) FROM run").fetchone()[0])

    with other.connect() as idle:
        idle.exec_driver_sql("SELECT count(*) FROM run").scalar()
        idle.rollback()
        assert write() == 1
        idle.exec_driver_sql("SELECT count(*) FROM run").scalar()
        assert write() == 1
        idle.rollback()
        assert write() == 3
