"""Readings in, the places of the gazetteer that their figures stand at out, as people's judgements leave them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from recoupe.model.review import ReviewVerdict, Standing
from recoupe.store import reviews
from recoupe.store import tables as t

_MANY = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Standpoint:
    """A place that figures of an article stand at, by the name that the first of them gives it, with its point in degrees."""

    name: str
    longitude: float
    latitude: float


def standpoints(
    connection: Connection, crisis: str, readings: Sequence[int], *, before: str | None = None
) -> dict[int, tuple[Standpoint, ...]]:
    """Return the places with a point that the figures of some readings of a crisis stand at, in the order of the text.

    What people rejected is left out, what they corrected stands as corrected; `before` a moment, where one is named.
    """
    judged: Mapping[str, Standing] = reviews.of_crisis(connection, crisis)
    if before is not None:
        judged = reviews.of_records(connection, list(judged), before=before)
    found: dict[int, tuple[Standpoint, ...]] = {}
    for at in range(0, len(readings), _MANY):
        part = readings[at : at + _MANY]
        named = list(_named(connection, part, judged))
        points = _points(connection, part, {id for _, _, id in named})
        for reading, name, id in named:
            point = points.get(id)
            known = found.get(reading, ())
            if point is not None and point not in [(one.longitude, one.latitude) for one in known]:
                found[reading] = (*known, Standpoint(name=name, longitude=point[0], latitude=point[1]))
    return found


def _named(
    connection: Connection, readings: Sequence[int], judged: Mapping[str, Standing]
) -> Iterable[tuple[int, str, str]]:
    """Yield for each figure that has a place of the gazetteer its reading, the place's name and its id there."""
    figure = t.figure.c
    asked = (
        sa.select(figure.reading, figure.id, figure.place, figure.place_id)
        .where(figure.reading.in_(readings))
        .order_by(figure.reading, figure.start, figure.seq)
    )
    for reading, id, place, place_id in connection.execute(asked):
        standing = judged.get(id)
        if standing and standing.verdict is ReviewVerdict.REJECT:
            continue
        said = {"place": place, "place_id": place_id, **(standing.changed if standing else {})}
        if said["place_id"] is not None:
            yield reading, said["place"] or said["place_id"], said["place_id"]


def _points(connection: Connection, readings: Sequence[int], ids: set[str]) -> dict[str, tuple[float, float]]:
    """Return longitude and latitude by id, as some readings know them, or else any reading of the ledger."""
    id = sa.func.json_extract(t.place.c.entry, "$.id")

    def known(*where: Any) -> dict[str, tuple[float, float]]:
        asked = sa.select(t.place.c.entry).where(t.place.c.entry.is_not(None), *where)
        return {
            row.entry["id"]: (row.entry["longitude"], row.entry["latitude"])
            for row in connection.execute(asked)
            if row.entry["longitude"] is not None and row.entry["latitude"] is not None
        }

    found = known(t.place.c.reading.in_(readings))
    # a place that a person gave a figure need not stand in its article
    missing = sorted(ids - found.keys())
    for at in range(0, len(missing), _MANY):
        found |= known(id.in_(missing[at : at + _MANY]))
    return found
