"""A user's gazetteer file in (CSV, GeoNames dump, GeoJSON, JSON lines), its places in one form out."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from recoupe.errors import FileMissing, FileUnreadable, GazetteerEmpty, GazetteerUnreadable
from recoupe.extract.gazetteer_index import Listed
from recoupe.model.place import GazetteerEntry

# column names that people use, the folded form of each
NAMES = (
    "name",
    "nom",
    "asciiname",
    "placename",
    "toponym",
    "toponyme",
    "lieu",
    "localite",
    "label",
    "libelle",
    "title",
)
LATITUDES = ("lat", "latitude", "y", "latdd", "pointy")
LONGITUDES = ("lon", "long", "lng", "longitude", "x", "londd", "pointx")
IDS = ("id", "geonameid", "pcode", "code", "gid", "fid", "objectid", "osmid")
PARENTS = ("parent", "region", "admin1", "admin1name", "province", "district", "adm1", "gouvernorat", "departement")
COUNTRIES = ("country", "countrycode", "pays", "iso2", "cc")
LEVELS = ("level", "type", "place", "niveau", "fclass", "kind")
POPULATIONS = ("population", "pop", "habitants")
SPELLINGS = ("alternatenames", "altnames", "altname", "aliases", "alias", "autresnoms", "alternatives", "variants")
GEONAMES_COLUMNS = 19
GEONAMES_LEVELS = {"P": "city", "A": "region", "H": "water", "T": "relief", "S": "facility", "L": "area"}


def add_gazetteer(path: Path, folder: Path, name: str | None = None) -> int:
    """Read a gazetteer file, keep its places in `folder` for `Gazetteer.open`, and return how many they are.

    A gazetteer of the same `name` (by default that of the file) is replaced. Errors: FileMissing, FileUnreadable,
    GazetteerUnreadable where the form is not known, GazetteerEmpty where no place has a name and coordinates.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise FileMissing(str(path)) from None
    except UnicodeDecodeError as error:
        raise GazetteerUnreadable(str(path), f"not UTF-8: byte {error.start}") from error
    except OSError as error:
        raise FileUnreadable(str(path), error.strerror or "") from error
    label = re.sub(r"[^\w-]+", "-", name or path.stem).strip("-").casefold() or "gazetteer"
    try:
        places = [_place(row, label, number) for number, row in enumerate(_rows(text), 1) if _usable(row)]
    except (ValueError, KeyError, TypeError, IndexError, csv.Error) as error:
        raise GazetteerUnreadable(str(path), str(error)[:120]) from error
    if not places:
        raise GazetteerEmpty(str(path))
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / f".{label}.draft"
    lines = (json.dumps({"entry": asdict(p.entry), "spellings": p.spellings}, ensure_ascii=False) for p in places)
    draft.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    os.replace(draft, folder / f"{label}.jsonl")
    return len(places)


def read_added(path: Path) -> Iterator[Listed]:
    """Yield the places that `add_gazetteer` kept in a file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield Listed(GazetteerEntry(**row["entry"]), tuple(row["spellings"]))


def _rows(text: str) -> Iterator[dict[str, Any]]:
    """Yield the places of a file as folded column names to values, whatever its form."""
    head = text.lstrip()
    if not head:
        return
    if head.startswith("{"):
        first = head.splitlines()[0]
        try:
            is_lines = "geometry" not in json.loads(first) and "features" not in json.loads(first)
        except ValueError:
            is_lines = False
        if is_lines:
            yield from (_folded(json.loads(line)) for line in head.splitlines() if line.strip())
            return
        document = json.loads(head)
        for feature in document.get("features", (document,)):
            point = _centre(feature.get("geometry"))
            if point:
                yield _folded(feature.get("properties") or {}) | {"lon": point[0], "lat": point[1]}
        return
    first = head.splitlines()[0]
    if first.count("\t") == GEONAMES_COLUMNS - 1 and not first.casefold().startswith("geonameid"):
        yield from _geonames(head)
        return
    separator = max("\t;,|", key=first.count)
    yield from (_folded(row) for row in csv.DictReader(io.StringIO(text), delimiter=separator))


def _geonames(text: str) -> Iterator[dict[str, Any]]:
    for line in text.splitlines():
        cells = line.split("\t")
        if len(cells) == GEONAMES_COLUMNS:
            yield {
                "geonameid": cells[0],
                "name": cells[1],
                "alternatenames": cells[3],
                "lat": cells[4],
                "lon": cells[5],
                "level": GEONAMES_LEVELS.get(cells[6], "area"),
                "country": cells[8],
                "region": cells[10],
                "population": cells[14],
            }


def _folded(row: dict[Any, Any]) -> dict[str, Any]:
    return {re.sub(r"[^a-z0-9]", "", _plain(str(key))): value for key, value in row.items() if key is not None}


def _plain(key: str) -> str:
    return key.casefold().translate(str.maketrans("éèêàâîïôùûç", "eeeaaiiouuc"))


def _usable(row: dict[str, Any]) -> bool:
    return bool(_spellings(row)) and _number(row, LATITUDES) is not None and _number(row, LONGITUDES) is not None


def _place(row: dict[str, Any], label: str, number: int) -> Listed:
    spellings = _spellings(row)
    country = _first(row, COUNTRIES)
    entry = GazetteerEntry(
        id=f"{label}:{_first(row, IDS) or number}",
        name=spellings[0],
        # a user's list seldom says what a place is: then it is a place like those that the text alone names
        level=_first(row, LEVELS) or "place",
        country=country.upper() if country and len(country) == 2 else None,
        region=_first(row, PARENTS),
        latitude=_number(row, LATITUDES),
        longitude=_number(row, LONGITUDES),
        population=int(_number(row, POPULATIONS) or 0),
    )
    return Listed(entry, spellings)


def _spellings(row: dict[str, Any]) -> tuple[str, ...]:
    """Return all names of a row, the main one first: `name`, then `name_fr`, `name:en`, `NAME_A`, then alternatives."""
    names = [_first(row, NAMES)]
    names += [str(value) for key, value in row.items() if _names_in_a_language(key) and value]
    for key in SPELLINGS:
        value = row.get(key)
        names += value if isinstance(value, list) else re.split(r"[,;|]", value) if isinstance(value, str) else []
    return tuple(dict.fromkeys(str(name).strip() for name in names if name and str(name).strip()))


def _names_in_a_language(key: str) -> bool:
    return any(key.startswith(name) and 0 < len(key) - len(name) <= 3 for name in ("name", "nom"))


def _first(row: dict[str, Any], keys: Iterable[str]) -> str | None:
    for key in keys:
        value = row.get(key)
        if value not in (None, ""):
            return str(value).strip()
    return None


def _number(row: dict[str, Any], keys: Iterable[str]) -> float | None:
    found = _first(row, keys)
    if found is None:
        return None
    try:
        return float(found.replace(",", "."))
    except ValueError:
        return None


def _centre(geometry: dict[str, Any] | None) -> tuple[float, float] | None:
    """Return the centroid of a geometry's largest outline as longitude and latitude; of points, their mean."""
    outlines = list(_outlines((geometry or {}).get("coordinates")))
    if not outlines:
        return None
    outline = max(outlines, key=lambda points: abs(_area(points)))
    area = _area(outline)
    if not area:
        return sum(x for x, _ in outline) / len(outline), sum(y for _, y in outline) / len(outline)
    # measured from the first point, or rounding would outweigh a city quarter
    x0, y0 = outline[0]
    sides = [
        (x1 - x0, y1 - y0, x2 - x0, y2 - y0)
        for (x1, y1), (x2, y2) in zip(outline, outline[1:] + outline[:1], strict=True)
    ]
    x = sum((x1 + x2) * (x1 * y2 - x2 * y1) for x1, y1, x2, y2 in sides) / (6 * area)
    y = sum((y1 + y2) * (x1 * y2 - x2 * y1) for x1, y1, x2, y2 in sides) / (6 * area)
    return x0 + x, y0 + y


def _area(points: list[tuple[float, float]]) -> float:
    x0, y0 = points[0]
    return (
        sum(
            (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
            for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1], strict=True)
        )
        / 2
    )


def _outlines(coordinates: Any) -> Iterator[list[tuple[float, float]]]:
    """Yield each list of points in nested coordinates; a lone point is a list of one."""
    if not isinstance(coordinates, list) or not coordinates:
        return
    if isinstance(coordinates[0], int | float):
        yield [(float(coordinates[0]), float(coordinates[1]))]
    elif isinstance(coordinates[0], list) and coordinates[0] and isinstance(coordinates[0][0], int | float):
        yield [(float(point[0]), float(point[1])) for point in coordinates]
    else:
        for part in coordinates:
            yield from _outlines(part)
