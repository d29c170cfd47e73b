"""What the source asks for the catalogue says, also where a key is put together."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from recoupe.catalogue import Catalogue

_FOLDERS = ("catalogue", "cli", "desk", "ledger", "model", "report", "show", "store")
_KNOWN = Catalogue.of("fr").words
_FILES = "|".join(sorted({key.partition(".")[0] for key in _KNOWN}))
_BEGUN = re.compile(rf"""["']((?:{_FILES})\.(?:\w+[._])*)(?:["']|\{{)""")
"""What stands before the part of a key that is known only when it is asked for: `"map." ~ of`, `f"report.open.{{key}}"`."""


@pytest.fixture(scope="module")
def source() -> str:
    """All that can ask for words."""
    root = Path(str(files("recoupe")))
    return "\n".join(
        path.read_text(encoding="utf-8")
        for folder in _FOLDERS
        for path in sorted((root / folder).rglob("*"))
        if path.suffix in {".py", ".html", ".js", ".typ"}
    )


def test_every_beginning_of_a_key_in_the_source_begins_one(source: str) -> None:
    """A page that asks for a name in a group that is not there would show the bare name, and nobody would notice."""
    begun = set(_BEGUN.findall(source))
    assert {"changes.what.", "report.open.", "tolls.key."} <= begun
    assert sorted(one for one in begun if not any(key.startswith(one) for key in _KNOWN)) == []
