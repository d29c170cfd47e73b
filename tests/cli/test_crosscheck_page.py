"""The page that says what the cross-check finds leaves no field and no value out."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from recoupe import Ledger
from recoupe.engines.local import LocalEngine
from recoupe.model.dispute import DisputeKind
from recoupe.model.event import EventModality, EventType
from recoupe.model.series import Note, StepKind
from recoupe.settings import Settings
from recoupe.show.findings import PARTS_SHOWN

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "crosscheck.md").read_text(encoding="utf-8")
GOLDEN = ROOT / "tests" / "golden" / "bria"


def section(head: str) -> str:
    """Return what stands under a heading, down to the next one."""
    return re.split(r"^#+ ", PAGE.split(f"# {head}\n")[1], maxsplit=1, flags=re.MULTILINE)[0]


def named(head: str) -> list[str]:
    """Return what the first cells of a section's table name."""
    return re.findall(r"^\| `(\w+)` \|", section(head), flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("head", "values"),
    [
        ("step", StepKind),
        ("notes", Note),
        ("kind of dispute", DisputeKind),
        ("type", EventType),
        ("modality of an event", EventModality),
    ],
)
def test_every_value_is_told(head: str, values: type[StrEnum]) -> None:
    """Each once, in the order of the model."""
    assert named(head) == list(values)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    ledger = Ledger.open(
        tmp_path_factory.mktemp("bria") / "ledger.sqlite", engine=LocalEngine(settings=Settings.from_environment())
    )
    ledger.add(GOLDEN, crisis="bria")
    return {part: ledger.crisis().rows(part) for part in PARTS_SHOWN}


@pytest.mark.parametrize("part", PARTS_SHOWN)
def test_every_field_of_a_part_is_told(part: str, exported: dict[str, list[dict[str, Any]]]) -> None:
    """In the order in which it is exported, in a table or in a sentence."""
    rows = exported[part]
    assert rows
    told = named(part) or [name for name in re.findall(r"`(\w+)`", section(part)) if name in rows[0]]
    if part == "happenings":
        assert set(told) <= set(rows[0])
    else:
        assert told == list(rows[0])


def test_every_field_of_a_step_is_told(exported: dict[str, list[dict[str, Any]]]) -> None:
    """In the paragraph below the table."""
    words = re.findall(r"`(\w+)`", section("series").split("A step has")[1])
    (step, *_) = exported["series"][0]["steps"]
    assert set(words) == set(step)
