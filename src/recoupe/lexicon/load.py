"""Lexicon files in, entries out; each file is read once a process."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from recoupe.lexicon.schema import Entry, entry_from


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that have a folder here, in order."""
    here = resources.files("recoupe.lexicon")
    return tuple(sorted(item.name for item in here.iterdir() if item.is_dir() and len(item.name) == 2))


@cache
def _table(language: str, file: str) -> dict[str, Any]:
    text = resources.files("recoupe.lexicon").joinpath(language, f"{file}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def entries(language: str, file: str) -> tuple[Entry, ...]:
    """Return the entries of one lexicon file (`kinds` for `fr/kinds.toml`), in the order of the file."""
    return tuple(entry_from(table, file) for table in _table(language, file).get("entry", ()))


@cache
def family(language: str, file: str) -> tuple[Entry, ...]:
    """Return the entries of a file and of those that go on with it: `fr/kinds.toml`, then `fr/kinds_harm.toml`."""
    more = [name for name in files(language) if name.startswith(f"{file}_")]
    return tuple(entry for name in (file, *more) for entry in entries(language, name))


@cache
def closed(language: str, file: str, name: str) -> dict[str, Any]:
    """Return one closed list of a lexicon file: months, number words and the like, `form` to what it means."""
    table: dict[str, Any] = _table(language, file)["closed"][name]
    return table


def files(language: str) -> tuple[str, ...]:
    """Return the names of a language's lexicon files."""
    folder = resources.files("recoupe.lexicon").joinpath(language)
    return tuple(sorted(item.name.removesuffix(".toml") for item in folder.iterdir() if item.name.endswith(".toml")))
