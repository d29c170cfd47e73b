"""Countries in, their coarse outlines out; or the outlines of a reader's own file, whatever they are outlines of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale

from recoupe.errors import AreasUnreadable

Line = tuple[tuple[float, float], ...]
"""Points as longitude and latitude."""
Box = tuple[float, float, float, float]
"""West, south, east, north."""
MOST = 64 * 1024 * 1024
"""Bytes that a file of areas may have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """A country: ISO code, area in square kilometres, a point in it as latitude and longitude, and its outlines if known."""

    code: str
    area: float | None
    middle: tuple[float, float] | None
    lines: tuple[Line, ...]
    box: Box | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Outlines of one name, whether they are closed, and where the name is written (latitude, longitude), if anywhere."""

    name: str
    lines: tuple[Line, ...]
    closed: bool
    named_at: tuple[float, float] | None = None


def land_of(code: str | None) -> Land | None:
    """Return a country by its ISO 3166 code; None for one that the list does not have."""
    return _lands().get(code or "")


def coarse(box: Box, language: str) -> tuple[Outline, ...]:
    """Return the coarse outlines of the countries that reach into a box, by their names in a language."""
    names = Locale(language).territories
    return tuple(
        Outline(name=names.get(land.code, land.code), lines=land.lines, closed=True, named_at=land.middle)
        for land in _lands().values()
        if land.box is not None and _meet(land.box, box)
    )


def within(outlines: Iterable[Outline], box: Box) -> tuple[Outline, ...]:
    """Return the outlines that reach into a box."""
    return tuple(
        one for one in outlines if one.lines and _meet(_box_of(point for line in one.lines for point in line), box)
    )


def own_outlines(path: Path) -> tuple[Outline, ...]:
    """Return the outlines of a GeoJSON file in degrees of longitude and latitude. Errors: AreasUnreadable.

    A file is read once, and again when it changes.
    """
    try:
        stat = path.stat()
    except OSError as error:
        raise AreasUnreadable(str(path), error.strerror or str(error)) from error
    if stat.st_size > MOST:
        raise AreasUnreadable(str(path), f"it has more than {MOST // 1024**2} MB")
    return tuple(_named(one) for one in _own(path, stat.st_mtime_ns, stat.st_size))


def _named(outline: Outline) -> Outline:
    """Return an area with its name in its middle; a line has its name nowhere."""
    if not outline.closed or not outline.name or not outline.lines:
        return outline
    west, south, east, north = _box_of(point for line in outline.lines for point in line)
    return replace(outline, named_at=((south + north) / 2, (west + east) / 2))


@cache
def _own(path: Path, _changed: int, _size: int) -> tuple[Outline, ...]:
    try:
        document = json.loads(path.read_bytes())
    except OSError as error:
        raise AreasUnreadable(str(path), error.strerror or str(error)) from error
    except (ValueError, RecursionError) as error:
        raise AreasUnreadable(str(path), f"it is no JSON: {str(error)[:80]}") from error
    try:
        found = tuple(_outlines(document))
    except _NoAreas as error:
        raise AreasUnreadable(str(path), str(error)) from error
    if not found:
        raise AreasUnreadable(str(path), "it has no line and no area")
    return found


class _NoAreas(Exception):
    """What in a document is no GeoJSON of lines and areas."""


def _outlines(document: Any) -> Iterator[Outline]:
    kind = document.get("type") if isinstance(document, dict) else None
    if kind == "FeatureCollection":
        features = document.get("features")
        if not isinstance(features, list):
            raise _NoAreas("a FeatureCollection has a list of features")
        for number, feature in enumerate(features, start=1):
            try:
                yield from _outlines(feature)
            except _NoAreas as error:
                raise _NoAreas(f"feature {number}: {error}") from error
    elif kind == "Feature":
        if document.get("geometry") is not None:
            yield from _geometry(document["geometry"], _name(document.get("properties")))
    elif kind is not None:
        yield from _geometry(document, "")
    else:
        raise _NoAreas("a GeoJSON object has a type")


def _geometry(geometry: Any, name: str) -> Iterator[Outline]:
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    parts = geometry.get("coordinates") if isinstance(geometry, dict) else None
    match kind:
        case "Polygon":
            yield Outline(name=name, lines=_lines(parts, 4), closed=True)
        case "MultiPolygon":
            lines = tuple(line for part in _listed(parts) for line in _lines(part, 4))
            yield Outline(name=name, lines=lines, closed=True)
        case "LineString":
            yield Outline(name=name, lines=_lines([parts], 2), closed=False)
        case "MultiLineString":
            yield Outline(name=name, lines=_lines(parts, 2), closed=False)
        case "GeometryCollection":
            for one in _listed(geometry.get("geometries")):
                yield from _geometry(one, name)
        case "Point" | "MultiPoint":
            return
        case _:
            raise _NoAreas(f"{str(kind)[:40]!r} is no geometry")


def _lines(parts: Any, least: int) -> tuple[Line, ...]:
    lines = tuple(tuple(_point(point) for point in _listed(part)) for part in _listed(parts))
    if any(len(line) < least for line in lines):
        raise _NoAreas(f"a line of an area has {least} points or more")
    return lines


def _point(point: Any) -> tuple[float, float]:
    match point:
        case [int() | float() as x, int() | float() as y, *_] if -180 <= x <= 180 and -90 <= y <= 90:
            return float(x), float(y)
        case _:
            raise _NoAreas(f"{str(point)[:40]} is no longitude and latitude in degrees")


def _listed(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise _NoAreas("its coordinates are lists")
    return value


def _name(properties: Any) -> str:
    if not isinstance(properties, dict):
        return ""
    folded = {str(key).casefold(): value for key, value in properties.items()}
    found = next((folded[key] for key in ("name", "nom", "name_fr", "shapename", "label") if folded.get(key)), "")
    return str(found)


@cache
def _lands() -> dict[str, Land]:
    """Return all countries of the list, by their codes; some of them have no outline in it."""
    from countryinfo import CountryInfo

    found: dict[str, Land] = {}
    for country in CountryInfo.all().values():
        code = (country.get("ISO") or {}).get("alpha2")
        if not code or code in found:
            continue
        lines: tuple[Line, ...] = ()
        for feature in (country.get("geoJSON") or {}).get("features", ()):
            lines += tuple(line for one in _geometry(feature["geometry"], code) for line in one.lines)
        middle = country.get("latlng") or ()
        found[code] = Land(
            code=code,
            area=country.get("area") or None,
            middle=(float(middle[0]), float(middle[1])) if len(middle) == 2 else None,
            lines=lines,
            box=_box_of(point for line in lines for point in line) if lines else None,
        )
    return found


def _box_of(points: Iterable[tuple[float, float]]) -> Box:
    across, along = zip(*points, strict=True)
    return min(across), min(along), max(across), max(along)


def _meet(one: Box, other: Box) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]
