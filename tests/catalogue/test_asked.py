"""What the source asks for the catalogue says, and what the catalogue says is asked for."""

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


def test_no_key_is_left_that_nothing_asks_for(source: str) -> None:
    """A key is written out in the source, or put together: a group that stands there, and behind it words of the source; or a
    file that stands there, and behind it what stands there in quotes, in one or in two."""
    written = set(re.findall(r"\w+(?:\.\w+)*", source))
    words = {part for one in written for part in re.split(r"[._]", one)}
    quoted = set(re.findall(r"""["']\.?(\w+)["']""", source))
    begun = set(_BEGUN.findall(source))

    def made(rest: str) -> bool:
        return all(
            part in quoted or any(part[:at] in quoted and part[at:] in quoted for at in range(1, len(part)))
            for part in rest.split(".")
        )

    left = []
    for key in _KNOWN:
        name = re.sub(r"\.(one|other)$", "", key)
        rests = [(one, name.removeprefix(one)) for one in begun if name.startswith(one)]
        # all of the reasons are asked for, one after the other, and each error has its code
        if key.startswith(("reasons.", "faults.")) or {key, name} & written:
            continue
        if not any(
            made(rest) if one.count(".") == 1 else words.issuperset(re.split(r"[._]", rest)) for one, rest in rests
        ):
            left.append(name)
    assert left == []
