"""A folder's `articles.csv` in, what it says of each article of the folder out."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from recoupe.errors import FileUnreadable, RecoupeError, SidecarBroken

NAME = "articles.csv"
MAX_BYTES = 50_000_000
UNDATED = frozenset({"no", "non", "false", "0"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a sidecar, None where a cell is empty or a column is missing."""

    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    title: str | None = None
    language: str | None = None


def read_sidecar(folder: Path) -> dict[str, Row]:
    """Return the rows of the folder's sidecar by the name of the file each speaks of; empty where there is no sidecar.

    Columns are `article` and any of published, publisher, url, title, language, parted by commas, semicolons or tabs;
    others are ignored. A column `dated` with `no` says that the day of this article is not to be told to the reader.
    Errors: SidecarBroken, FileUnreadable.
    """
    path = folder / NAME
    try:
        if not path.is_file():
            return {}
        if path.stat().st_size > MAX_BYTES:
            raise SidecarBroken(str(path), "too large")
        data = path.read_bytes()
    except OSError as error:
        raise FileUnreadable(str(path), error.strerror or "") from error
    return rows_of(data, str(path))


def rows_of(data: bytes, origin: str) -> dict[str, Row]:
    """Return the rows that the bytes of a sidecar hold. Errors: SidecarBroken."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    rows = {}
    try:
        for cells in csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter):
            values = {
                (key or "").strip().casefold(): cell.strip() for key, cell in cells.items() if isinstance(cell, str)
            }
            if "article" not in values:
                raise SidecarBroken(origin, "no column `article`")
            rows[values["article"]] = Row(
                published=None if values.get("dated", "").casefold() in UNDATED else values.get("published") or None,
                publisher=values.get("publisher") or None,
                url=values.get("url") or None,
                title=values.get("title") or None,
                language=values.get("language") or None,
            )
    except csv.Error as error:
        raise SidecarBroken(origin, str(error)) from error
    return rows


def row_or_fault(folder: Path) -> tuple[dict[str, Row], RecoupeError | None]:
    """Return the rows of the folder's sidecar, or none of them and what is wrong with it."""
    try:
        return read_sidecar(folder), None
    except RecoupeError as error:
        return {}, error
