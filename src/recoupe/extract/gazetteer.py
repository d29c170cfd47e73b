"""A place's name in, what the world's gazetteer and the user's own know under that name out."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable
from functools import cached_property, lru_cache
from pathlib import Path

from recoupe.extract.gazetteer_build import world, world_version
from recoupe.extract.gazetteer_files import read_added
from recoupe.extract.gazetteer_index import COLUMNS, VERSION, entry_of, open_index, write_index
from recoupe.extract.gazetteer_keys import exact_key, sound_key
from recoupe.model.place import GazetteerEntry

# below this likeness two spellings are two names
THRESHOLD = 0.84


class Gazetteer:
    """The places of the world and those that the user added, opened read-only.

    `Gazetteer.open` is the way to get one. An index is a file of its own and built once; the user's places come first.
    """

    def __init__(self, world_index: sqlite3.Connection, added: Iterable[sqlite3.Connection] = ()) -> None:
        self._world = world_index
        self._added = tuple(added)
        self._known: dict[str, tuple[GazetteerEntry, ...]] = {}

    @classmethod
    def open(cls, cache: Path, extra: Path | None = None) -> Gazetteer:
        """Return the gazetteer whose indexes lie in `cache`, built there first where they are missing.

        `extra` is the folder that `add_gazetteer` fills; it may be absent.
        """
        path = cache / f"places-{VERSION}-{world_version()}.sqlite"
        if not path.exists():
            write_index(path, world())
        added = []
        for file in sorted(extra.glob("*.jsonl")) if extra and extra.is_dir() else ():
            digest = hashlib.sha256(file.read_bytes()).hexdigest()[:12]
            index = cache / f"places-{VERSION}-added-{file.stem}-{digest}.sqlite"
            if not index.exists():
                write_index(index, read_added(file))
            added.append(open_index(index))
        return cls(open_index(path), added)

    def lookup(self, name: str) -> tuple[GazetteerEntry, ...]:
        """Return the places that have this name, the user's first, then countries, then by number of people.

        Case, accents, hyphens, apostrophes and a leading article do not count.
        """
        key = exact_key(name)
        if not key:
            return ()
        if key not in self._known:
            self._known[key] = tuple(entry for index in (*self._added, self._world) for entry in _under(index, key))
        return self._known[key]

    def fuzzy(self, name: str, country: str | None = None) -> tuple[tuple[GazetteerEntry, float], ...]:
        """Return the places whose name is like this one with their likeness from 0 to 1, the likest first.

        Searched are the user's places and, where `country` (ISO 3166) is given, those of that country. What is less
        like than THRESHOLD is not returned.
        """
        from rapidfuzz import fuzz, process

        wanted, written = sound_key(name), exact_key(name)
        if len(wanted) < 3:
            return ()
        best: dict[str, tuple[GazetteerEntry, float]] = {}
        for index in (*self._added, *((self._world,) if country else ())):
            sounds = _sounds(index, country if index is self._world else None)
            hits = process.extract(
                wanted, list(sounds), scorer=fuzz.ratio, limit=8, score_cutoff=100 * THRESHOLD, processor=None
            )
            for sound, score, _ in hits:
                for key, number in sounds[sound]:
                    # mostly the sound, a little the letters; the same sound in other letters is not certain
                    likeness = round(min(0.0075 * score + 0.0025 * fuzz.partial_ratio(written, key), 0.97), 3)
                    entry = _numbered(index, number)
                    if likeness >= THRESHOLD and likeness > best.get(entry.id, (entry, 0.0))[1]:
                        best[entry.id] = (entry, likeness)
        return tuple(sorted(best.values(), key=lambda hit: (-hit[1], -hit[0].population, hit[0].id)))

    def country(self, code: str) -> GazetteerEntry | None:
        """Return the country with this ISO 3166 code."""
        row = self._world.execute(
            f"SELECT {COLUMNS} FROM place WHERE level = 'country' AND country = ?",  # noqa: S608 (fixed words)
            (code,),
        ).fetchone()
        return entry_of(row) if row else None

    def capital(self, code: str) -> GazetteerEntry | None:
        """Return the largest town that is a capital of the country with this ISO 3166 code."""
        row = self._world.execute(
            f"SELECT {COLUMNS} FROM place WHERE level = 'capital' AND country = ? ORDER BY population DESC",  # noqa: S608
            (code,),
        ).fetchone()
        return entry_of(row) if row else None

    @cached_property
    def countries(self) -> tuple[GazetteerEntry, ...]:
        """All countries, by their French names."""
        rows = self._world.execute(f"SELECT {COLUMNS} FROM place WHERE level = 'country'")  # noqa: S608 (fixed words)
        return tuple(sorted((entry_of(row) for row in rows), key=lambda entry: entry.name))


def _under(index: sqlite3.Connection, key: str) -> list[GazetteerEntry]:
    rows = index.execute(
        f"SELECT {COLUMNS}, main FROM place JOIN spelling ON place = number WHERE key = ?",  # noqa: S608 (fixed words)
        (key,),
    ).fetchall()
    # an alternative spelling of a metropolis comes before the village that has it as its name
    rows.sort(key=lambda row: (row[2] != "country", -row[7] * (2 if row[8] else 1), row[0]))
    return [entry_of(row[:-1]) for row in rows]


def _numbered(index: sqlite3.Connection, number: int) -> GazetteerEntry:
    return entry_of(index.execute(f"SELECT {COLUMNS} FROM place WHERE number = ?", (number,)).fetchone())  # noqa: S608


@lru_cache(maxsize=16)
def _sounds(index: sqlite3.Connection, country: str | None) -> dict[str, list[tuple[str, int]]]:
    """Return the spellings under their sound, each with its place; of one country where it is given."""
    where = "WHERE country = ?" if country else ""
    rows = index.execute(
        f"SELECT key, number FROM spelling JOIN place ON place = number {where}",  # noqa: S608 (fixed words)
        (country,) if country else (),
    )
    sounds: dict[str, list[tuple[str, int]]] = {}
    for key, number in rows:
        sounds.setdefault(sound_key(key), []).append((key, number))
    return sounds
