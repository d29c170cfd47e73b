"""A path in, an open ledger file out: its settings, its schema brought up to date, its failures given their codes."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DBAPIError

from recoupe.errors import LedgerBusy, LedgerDamaged, LedgerFull, LedgerMissing, LedgerNewer, LedgerUnwritable
from recoupe.store.fold import fold
from recoupe.store.tables import SCHEMA

WAIT = 60
"""Seconds that one process waits for another's transaction before it gives up."""

_FAILURES: dict[str, type[LedgerFull | LedgerBusy | LedgerUnwritable | LedgerDamaged]] = {
    "SQLITE_FULL": LedgerFull,
    "SQLITE_BUSY": LedgerBusy,
    "SQLITE_LOCKED": LedgerBusy,
    "SQLITE_READONLY": LedgerUnwritable,
    "SQLITE_CANTOPEN": LedgerUnwritable,
    "SQLITE_PERM": LedgerUnwritable,
    "SQLITE_IOERR": LedgerUnwritable,
    "SQLITE_NOTADB": LedgerDamaged,
    "SQLITE_CORRUPT": LedgerDamaged,
}


@contextmanager
def coded(path: Path) -> Iterator[None]:
    """Turn what SQLite says of a failure into the error with a code that the user meets."""
    try:
        yield
    except DBAPIError as error:
        name = getattr(error.orig, "sqlite_errorname", None) or ""
        for start, kind in _FAILURES.items():
            if name.startswith(start):
                raise kind(str(path), str(error.orig)) from error
        raise


def open_engine(path: Path, *, create: bool) -> Engine:
    """Return the engine of a ledger file whose schema is this version's.

    Errors: LedgerMissing where there is no file and none is to be made, LedgerNewer, LedgerDamaged, LedgerUnwritable.
    """
    if not path.exists():
        if not create:
            raise LedgerMissing(str(path))
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LedgerUnwritable(str(path), str(error)) from error
    look = not create and not _may_write(path)
    url = sa.URL.create("sqlite", database=str(path))
    if look:
        url = url.set(database=path.resolve().as_uri(), query={"uri": "true", "mode": "ro"})
    engine = sa.create_engine(url, connect_args={"timeout": WAIT})
    if look:
        _look_alone(engine, path)
    sa.event.listen(engine, "connect", _set_up_to_look if look else _set_up)
    sa.event.listen(engine, "begin", _begin)
    with coded(path):
        _bring_up_to_date(engine, path)
    return engine


def read_only(engine: Engine) -> bool:
    """Return whether an engine's file was opened to be looked at alone, for it may not be written."""
    return engine.url.query.get("mode") == "ro"


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _look_alone(engine: Engine, path: Path) -> None:
    """Have an engine look at a file that may not be written, as it is each time that it is asked.

    SQLite needs to write beside the file even to look, unless it is told that nobody alters it; that is so where no
    other process has left its log beside it. What was told of a file that another process alters since is told anew.
    """

    def state() -> tuple[int, ...]:
        if _log_of(path).exists():
            return ()
        found = path.stat()
        return (found.st_ino, found.st_mtime_ns, found.st_size)

    def connect(_: Any, __: Any, arguments: list[Any], ___: Any) -> None:
        alone = "" if _log_of(path).exists() else "&immutable=1"
        arguments[:] = [f"{path.resolve().as_uri()}?mode=ro{alone}"]

    def checkout(_: Any, record: Any, __: Any) -> None:
        try:
            now = state()
        except OSError as error:
            raise LedgerMissing(str(path)) from error
        if record.info.setdefault("state", now) != now:
            raise sa.exc.DisconnectionError

    sa.event.listen(engine, "do_connect", connect)
    sa.event.listen(engine, "checkout", checkout)


def _log_of(path: Path) -> Path:
    return Path(f"{path}-wal")


@contextmanager
def writing(engine: Engine, path: Path, *, folded: bool = False) -> Iterator[Connection]:
    """Give one transaction that no other writer shares; all of it is kept, or none.

    Where it is `folded`, the file alone holds what was written as soon as it is: for what a person writes.
    """
    with coded(path), engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection
    if folded:
        fold_back(engine, path)


def fold_back(engine: Engine, path: Path, *, wait: int = 0) -> None:
    """Take what was written into the file itself, so that a copy of the file holds it.

    `wait` is for how many seconds those who look at an earlier state are waited for. Where that cannot be done (no room, or
    somebody looks at an earlier state), it stays in the log beside the file, kept all the same, until the next time.
    """
    if read_only(engine) or not _log_of(path).exists():
        return
    with suppress(sqlite3.Error, DBAPIError), engine.connect() as connection:
        # SQLAlchemy would begin a transaction, and within one nothing is folded
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute(f"PRAGMA busy_timeout = {wait * 1000}")
        try:
            driver.execute(f"PRAGMA wal_checkpoint({'FULL' if wait else 'PASSIVE'})").fetchall()
        finally:
            driver.execute(f"PRAGMA busy_timeout = {WAIT * 1000}")


@contextmanager
def looking(engine: Engine, path: Path) -> Iterator[Connection]:
    """Give one consistent view of the ledger, whatever is added meanwhile."""
    with coded(path), engine.connect() as connection, connection.begin():
        yield connection


def _set_up_to_look(connection: Any, _: Any) -> None:
    # SQLAlchemy's `begin` event below starts transactions; the driver must not start its own
    connection.isolation_level = None
    connection.create_function("fold", 1, fold, deterministic=True)


def _set_up(connection: Any, record: Any) -> None:
    _set_up_to_look(connection, record)
    connection.execute("PRAGMA foreign_keys = ON")
    for attempt in range(20):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            break
        except sqlite3.OperationalError as error:
            # the change of journal mode does not wait for a lock, whatever the timeout
            if not error.sqlite_errorname.startswith("SQLITE_BUSY") or attempt == 19:
                raise
            time.sleep(0.1)
    connection.execute("PRAGMA synchronous = NORMAL")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _version(connection: Connection) -> str | None:
    names = set(connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'").scalars())
    if "alembic_version" not in names:
        return "other" if names else None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def _bring_up_to_date(engine: Engine, path: Path) -> None:
    with looking(engine, path) as connection:
        if _version(connection) == SCHEMA:
            return
    with writing(engine, path) as connection:
        # asked again: another process may have been here between the two transactions
        version = _version(connection)
        if version == "other":
            raise LedgerDamaged(str(path), "a database of another program")
        if version is not None and version > SCHEMA:
            raise LedgerNewer(str(path), f"schema {version}, this recoupe knows {SCHEMA}")
        if version != SCHEMA:
            _migrate(connection)


def _migrate(connection: Connection) -> None:
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory(str(Path(__file__).parent / "migrations"))
    environment = EnvironmentContext(
        Config(),
        scripts,
        fn=lambda revision, _: scripts._upgrade_revs("head", revision),
    )
    with environment:
        environment.configure(connection=connection, transactional_ddl=True)
        environment.run_migrations()
