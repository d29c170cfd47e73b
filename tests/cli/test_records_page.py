"""The page that says what the records hold leaves no field and no value out."""

from __future__ import annotations

import re
from dataclasses import fields
from enum import StrEnum
from pathlib import Path

import pytest

from recoupe.model.article import PublishedBasis
from recoupe.model.figure import Counted, Kind, Modality, Qualifier
from recoupe.model.statement import Act, Form
from recoupe.show.rows import FIGURE_FIELDS, STATEMENT_FIELDS
from recoupe.store.rows import ArticleRow

PAGE = (Path(__file__).parents[2] / "docs" / "records.md").read_text(encoding="utf-8")


def _rows(head: str) -> list[str]:
    """Return what the first cells of the section's table name, down to the next heading."""
    section = re.split(r"^#+ ", PAGE.split(f"# {head}\n")[1], maxsplit=1, flags=re.MULTILINE)[0]
    return re.findall(r"^\| `(\w+)` \|", section, flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("head", "values"),
    [
        ("qualifier", Qualifier),
        ("kind", Kind),
        ("counted", Counted),
        ("modality", Modality),
        ("form", Form),
        ("act", Act),
    ],
)
def test_every_value_of_a_field_is_told(head: str, values: type[StrEnum]) -> None:
    """Each once, in the order in which the commands list them."""
    assert _rows(head) == list(values)


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("A figure", FIGURE_FIELDS),
        ("A statement", STATEMENT_FIELDS),
        ("An article", tuple(field.name for field in fields(ArticleRow))),
    ],
)
def test_every_field_of_a_record_is_told(head: str, names: tuple[str, ...]) -> None:
    """Each once, in the order in which it is exported."""
    assert tuple(_rows(head)) == names


def test_every_way_to_know_a_day_is_told() -> None:
    """In the row of `published_basis`."""
    (row,) = re.findall(r"^\| `published_basis` .*$", PAGE, flags=re.MULTILINE)
    assert all(f"`{basis}`" in row for basis in PublishedBasis)
