"""Rows one after the other in, a file of any length out that is never held whole: CSV, JSON, GeoJSON; XLSX up to a limit."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from fastapi import Response
from fastapi.responses import StreamingResponse

from recoupe.desk.downloads import Shape, Sheet, apart, download

XLSX_MOST = 50_000
"""Rows that a workbook is given: it is written whole before the first byte of it leaves."""
_AT_ONCE = 500
Point = tuple[float, float] | None


def streamed(name: str, heads: Sequence[str], rows: Iterable[tuple[Sequence[Any], Point]], shape: Shape) -> Response:
    """Return the answer that hands rows over, each with the point that it is at or None; unknown cells are None."""
    if shape is Shape.XLSX:
        cells = (row for row, _ in islice(rows, XLSX_MOST))
        return download(Sheet(name=name, heads=tuple(heads), rows=cells), shape)
    parts = {Shape.CSV: _csv, Shape.JSON: _json, Shape.GEOJSON: _geojson}[shape]
    media = {
        Shape.CSV: "text/csv; charset=utf-8", Shape.JSON: "application/json", Shape.GEOJSON: "application/geo+json"
    }[shape]  # fmt: skip
    named = f'attachment; filename="{name}.{shape}"'
    return StreamingResponse(parts(heads, rows), media_type=media, headers={"content-disposition": named})


def _csv(heads: Sequence[str], rows: Iterable[tuple[Sequence[Any], Point]]) -> Iterator[bytes]:
    # spreadsheets read UTF-8 only where the file says so
    yield "\ufeff".encode()
    waiting = iter(rows)
    lines: list[Sequence[Any]] = [heads]
    while lines:
        out = io.StringIO(newline="")
        csv.writer(out).writerows([[apart(cell) for cell in line] for line in lines])
        yield out.getvalue().encode()
        lines = [row for row, _ in islice(waiting, _AT_ONCE)]


def _json(heads: Sequence[str], rows: Iterable[tuple[Sequence[Any], Point]]) -> Iterator[bytes]:
    objects = (json.dumps(dict(zip(heads, row, strict=True)), ensure_ascii=False) for row, _ in rows)
    return _listed("[", objects, "]")


def _geojson(heads: Sequence[str], rows: Iterable[tuple[Sequence[Any], Point]]) -> Iterator[bytes]:
    features = (
        json.dumps(
            {
                "type": "Feature",
                "geometry": None if point is None else {"type": "Point", "coordinates": list(point)},
                "properties": dict(zip(heads, row, strict=True)),
            },
            ensure_ascii=False,
        )
        for row, point in rows
    )
    return _listed('{"type": "FeatureCollection", "features": [', features, "]}")


def _listed(begin: str, items: Iterator[str], end: str) -> Iterator[bytes]:
    yield begin.encode()
    first = True
    while some := list(islice(items, _AT_ONCE)):
        yield (("" if first else ",\n") + ",\n".join(some)).encode()
        first = False
    yield end.encode()
