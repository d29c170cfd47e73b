"""Both languages of the interface say everything, and say it with the same blanks."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from string import Formatter

import pytest

from recoupe.catalogue import LANGUAGES, Catalogue
from recoupe.model.dispute import DisputeKind
from recoupe.model.event import EventModality, EventType
from recoupe.model.figure import Counted, Kind, Modality, Qualifier
from recoupe.model.series import StepKind, Verdict, Width
from recoupe.model.statement import Act, Form
from recoupe.model.timeline import EntryOf

_TERMS = {
    "kind": Kind,
    "counted": Counted,
    "qualifier": Qualifier,
    "modality": (*Modality, *EventModality),
    "form": Form,
    "act": Act,
    "type": EventType,
    "step": StepKind,
    "width": Width,
    "verdict": Verdict,
    "dispute": DisputeKind,
    "of": EntryOf,
}


def _blanks(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name}


def test_both_languages_have_the_same_keys() -> None:
    french, english = (Catalogue.of(language).words.keys() for language in LANGUAGES)
    assert french ^ english == set()


def test_both_languages_have_the_same_blanks_and_no_empty_words() -> None:
    french, english = (Catalogue.of(language).words for language in LANGUAGES)
    assert [key for key in french if _blanks(french[key]) != _blanks(english[key])] == []
    assert [key for words in (french, english) for key, said in words.items() if not said.strip()] == []


@pytest.mark.parametrize("field", _TERMS)
def test_every_value_of_the_codebook_has_a_name(field: str) -> None:
    words = Catalogue.of("fr").words
    assert [value for value in _TERMS[field] if f"codebook.{field}.{value}" not in words] == []


def test_every_key_that_is_written_out_in_the_source_is_there() -> None:
    known = Catalogue.of("fr").words
    root = Path(str(files("recoupe")))
    asked = re.compile(r"""\b(t|n|say|count)\(\s*["']([a-z_]+(?:\.[a-z_0-9]+)+)["']\s*([,)])""")
    missing = []
    for path in [*root.glob("desk/**/*.html"), *root.glob("desk/**/*.py"), *root.glob("report/**/*")]:
        if path.is_file():
            for called, key, _ in asked.findall(path.read_text(encoding="utf-8", errors="replace")):
                wanted = [f"{key}.one", f"{key}.other"] if called in ("n", "count") else [key]
                missing += [f"{path.name}: {name}" for name in wanted if name not in known]
    assert missing == []
