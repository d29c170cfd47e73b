"""A place that a text names, and what the gazetteer knows of it."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.model.article import BlockKind
from recoupe.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerEntry:
    """One place of a gazetteer. `id` is `geonames:2759794` or `<gazetteer>:<id>`; `level` is country, region, capital,
    city, area, or what a user's gazetteer calls it."""

    id: str
    name: str
    level: str
    country: str | None = None
    region: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceName:
    """A proper name of a place in a text.

    `name` is what goes into a record's `place` (`hôpital Donka`, `Alep-Est`); `head` is the common noun that the name
    hangs on (`hôpital`, `quartier`). `role` says how the text ties it to what it tells: in, near, between, from,
    to, of, toward (`face à X`), distance (`à 30 km de X`), said (where words were said), function (part of an office),
    title, dateline, parent (says where another place lies), bare. `block` is the kind of its paragraph; `parent` the
    wider place that the text names beside it.
    """

    span: Span
    name: str
    head: str | None = None
    role: str | None = None
    rule: str
    block: BlockKind = BlockKind.BODY
    parent: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place name bound to the world: `entry` with its score, the other candidates, the parent that the text names.

    `precision` is exact (the place itself), near, region (only its region or town is known), country, or unknown. `why` are
    the rules that chose the entry, or that left it open.
    """

    name: PlaceName
    entry: GazetteerEntry | None = None
    score: float = 0.0
    alternatives: tuple[GazetteerEntry, ...] = ()
    parent: str | None = None
    precision: str = "unknown"
    why: tuple[str, ...] = ()
