"""Places in, a small SQLite index out, written whole or not at all; the one place that knows its tables."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from recoupe.extract.gazetteer_keys import exact_key
from recoupe.model.place import GazetteerEntry

# raise it when the tables or the keys change: an index of another version is never opened
VERSION = 2
TABLES = """
CREATE TABLE place (number INTEGER PRIMARY KEY, id TEXT, name TEXT, level TEXT, country TEXT, region TEXT,
                    latitude REAL, longitude REAL, population INTEGER);
CREATE TABLE spelling (key TEXT, place INTEGER, main INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""
COLUMNS = "id, name, level, country, region, latitude, longitude, population"


@dataclass(frozen=True, slots=True)
class Listed:
    """A place of a gazetteer with all its spellings; the first is the main one."""

    entry: GazetteerEntry
    spellings: tuple[str, ...]


def write_index(path: Path, places: Iterable[Listed]) -> int:
    """Write the index to `path` at once and return the number of places; a reader never sees half of it.

    Two processes that write the same index at the same time both succeed, and the last one's file stays.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=".draft", dir=path.parent)
    os.close(handle)
    try:
        with contextlib.closing(sqlite3.connect(draft)) as index:
            index.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-64000;" + TABLES)
            count = _fill(index, places)
            index.execute("CREATE INDEX of_country ON place (country)")
            index.execute("CREATE INDEX of_place ON spelling (place)")
            index.commit()
        os.chmod(draft, 0o644)
        try:
            os.replace(draft, path)
        except PermissionError:
            # Windows does not replace a file that another process reads: that one is as good
            if not path.exists():
                raise
    finally:
        with contextlib.suppress(FileNotFoundError, PermissionError):
            os.unlink(draft)
    return count


def _fill(index: sqlite3.Connection, places: Iterable[Listed]) -> int:
    rows: list[tuple[object, ...]] = []
    keys: list[tuple[str, int, int]] = []
    number = 0
    for number, place in enumerate(places, 1):
        entry = place.entry
        rows.append((number, *(getattr(entry, column) for column in COLUMNS.split(", "))))
        seen: dict[str, int] = {}
        for rank, spelling in enumerate(place.spellings):
            key = exact_key(spelling)
            if key:
                seen[key] = max(seen.get(key, 0), int(rank == 0))
        keys.extend((key, number, main) for key, main in seen.items())
    keys.sort()
    index.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?)", rows)
    index.executemany("INSERT INTO spelling VALUES (?,?,?)", keys)
    return number


def open_index(path: Path) -> sqlite3.Connection:
    """Return a read-only connection to an index; it may be used from any thread."""
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def entry_of(row: tuple[object, ...]) -> GazetteerEntry:
    """Return the entry that a row of COLUMNS holds."""
    return GazetteerEntry(**dict(zip(COLUMNS.split(", "), row, strict=True)))  # type: ignore[arg-type]
