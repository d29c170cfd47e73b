"""Rows on screen in, the same rows as a file out: CSV, XLSX, JSON, GeoJSON. No cell of a sheet is ever a formula."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from fastapi import Response

from recoupe.errors import ValueUnknown

_BLANK = (
    r"[\x00-\x08\x0b\x0c\x0e-\x20\x7f-\xa0\u00ad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]*"
)
"""Signs that show nothing, but for those that end a cell or a line."""
_BEGINS = r"[=+\-@＝＋－＠﹦﹢﹣﹫]"
_FORMULA = re.compile(rf"{_BLANK}(?:{_BEGINS}|[\t\r\n])")
"""What a spreadsheet takes for the beginning of a formula: one of these signs or of their twins, behind whatever shows nothing."""
_CUT = re.compile(rf"([;|\t\r\n]{_BLANK})(?={_BEGINS})")
"""Where a cell may be cut in two, for some languages' spreadsheets cut at semicolons, and the second half be a formula."""

_CELL = 32_767
"""Signs that a cell of a workbook can hold, counted as UTF-16 does; a longer one would be left out whole."""


class Shape(StrEnum):
    """What a page's rows can be had as."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    GEOJSON = "geojson"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Rows under their heads, and the name of the file they make. Unknown cells are None.

    `points` holds for each row its longitude and latitude, or those of all places that it is at, None for one that is
    nowhere; without it there is no GeoJSON.
    """

    name: str
    heads: tuple[str, ...]
    rows: Iterable[Sequence[Any]]
    points: Sequence[tuple[float, float] | list[tuple[float, float]] | None] | None = None


def download(sheet: Sheet, shape: Shape) -> Response:
    """Return the answer that hands a sheet over. Errors: ValueUnknown for GeoJSON of rows that have no places."""
    match shape:
        case Shape.CSV:
            body, media = _csv(sheet), "text/csv; charset=utf-8"
        case Shape.XLSX:
            body, media = _xlsx(sheet), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case Shape.JSON:
            rows = [dict(zip(sheet.heads, row, strict=True)) for row in sheet.rows]
            body, media = json.dumps(rows, ensure_ascii=False).encode(), "application/json"
        case Shape.GEOJSON:
            body, media = _geojson(sheet), "application/geo+json"
    named = f'attachment; filename="{sheet.name}.{shape}"'
    return Response(body, media_type=media, headers={"content-disposition": named})


def guarded(value: Any) -> Any:
    """Return a cell that no spreadsheet takes for a formula: words that begin like one get an apostrophe before them.

    >>> guarded("=1+1"), guarded(-3), guarded(None)
    ("'=1+1", -3, None)
    """
    if isinstance(value, (list, tuple)):
        value = "; ".join(str(item) for item in value)
    elif isinstance(value, dict):
        value = json.dumps(value, ensure_ascii=False)
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


def apart(value: Any) -> Any:
    """Return a cell of a file that a spreadsheet cuts into cells itself, at commas or at semicolons.

    >>> apart("12 morts; =1+1"), apart(None)
    ("12 morts; '=1+1", '')
    """
    if value is None:
        return ""
    kept = guarded(value)
    return _CUT.sub(r"\1'", kept) if isinstance(kept, str) else kept


def _csv(sheet: Sheet) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(sheet.heads)
    for row in sheet.rows:
        writer.writerow([apart(value) for value in row])
    # spreadsheets read UTF-8 only where the file says so
    return out.getvalue().encode("utf-8-sig")


def _xlsx(sheet: Sheet) -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    page = book.add_worksheet(sheet.name[:31])
    page.freeze_panes(1, 0)
    page.write_row(0, 0, sheet.heads, book.add_format({"bold": True}))
    for at, row in enumerate(sheet.rows, start=1):
        page.write_row(at, 0, ["" if value is None else _fitting(guarded(value)) for value in row])
    book.close()
    return out.getvalue()


def _fitting(value: Any) -> Any:
    """Return a cell of a workbook: words beyond what one can hold end in a sign that says so."""
    if not isinstance(value, str) or len(value.encode("utf-16-le", "replace")) <= 2 * _CELL:
        return value
    # a sign counts for two at most
    return f"{value[: _CELL // 2]}…"


def _geojson(sheet: Sheet) -> bytes:
    if sheet.points is None:
        raise ValueUnknown("geojson", "these rows have no places; csv, xlsx and json are to be had")
    features = [
        {
            "type": "Feature",
            "geometry": _geometry(point),
            "properties": dict(zip(sheet.heads, row, strict=True)),
        }
        for row, point in zip(sheet.rows, sheet.points, strict=True)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False).encode()


def _geometry(point: tuple[float, float] | list[tuple[float, float]] | None) -> dict[str, Any] | None:
    # several places make one kind of layer, even where a row has one of them
    if not point:
        return None
    return {"type": "MultiPoint" if isinstance(point, list) else "Point", "coordinates": list(point)}
