"""The fingerprint of what reads: the same in every process, another where anything that reads is another."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest

from recoupe import fingerprint
from recoupe.extract.fingerprint import LIBRARIES, made_by


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    fingerprint.fingerprint.cache_clear()
    yield
    fingerprint.fingerprint.cache_clear()


def test_the_fingerprint_is_the_same_in_another_process() -> None:
    """Neither the order of a folder nor of a set shows in it."""
    script = "from recoupe.extract.fingerprint import made_by; print(made_by())"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == made_by()
    assert re.fullmatch(r"recoupe-[\d.]+\w*\+[0-9a-f]{12}", made_by())


@pytest.mark.parametrize("library", LIBRARIES)
def test_another_version_of_a_library_is_another_reader(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of them may change what a text yields."""
    before, version = made_by(), metadata.version
    monkeypatch.setattr(metadata, "version", lambda name: "99" if name == library else version(name))
    fingerprint.fingerprint.cache_clear()
    assert made_by() != before


@pytest.mark.parametrize(
    "file", ["days/rule.py", "extract/rule.py", "lexicon/fr/words.toml", "parse/rule.py", "model/type.py", "flow.py"]
)
def test_another_rule_word_or_step_is_another_reader(
    file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is no rule and no word (`notes.md`) changes nothing."""
    for name in (
        "days/rule.py",
        "extract/rule.py",
        "lexicon/fr/words.toml",
        "parse/rule.py",
        "model/type.py",
        "flow.py",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("before")
    monkeypatch.setattr(fingerprint.resources, "files", lambda package: tmp_path)
    before = made_by()
    (tmp_path / "extract" / "notes.md").write_text("of no account")
    fingerprint.fingerprint.cache_clear()
    assert made_by() == before
    (tmp_path / file).write_text("after")
    fingerprint.fingerprint.cache_clear()
    assert made_by() != before
