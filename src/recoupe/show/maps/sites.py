"""Where records are told to be in, the sites of a map out: each with its point, and the radius of what is known of it."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from anyascii import anyascii

from recoupe.crosscheck.tolls.words import sides
from recoupe.model.place import GazetteerEntry
from recoupe.show.maps.borders import land_of
from recoupe.store.sites import HeldPlace, Placed, Where, site_key

_SMALL = frozenset(("village", "hamlet", "hameau", "quartier", "quarter", "suburb", "neighbourhood", "place", "P"))
_SPOT = frozenset(("facility", "building", "hospital", "school", "camp", "S"))
_WIDE = frozenset(("region", "province", "state", "district", "gouvernorat", "departement", "wilaya", "county", "A"))
PLACE_KM, SPOT_KM, NEAR_KM, REGION_KM = 3, 1, 25, 75
TOWN_KM = ((10_000, 2), (100_000, 5), (1_000_000, 10))
"""The radius of a town of fewer people than that; a larger one has LARGEST_KM."""
LARGEST_KM = 20


class Certainty(StrEnum):
    """What a record's place says of where it was: at the place itself; near it; in it, as far as the text says where a
    place lies that no gazetteer knows; somewhere in a region; somewhere in a country."""

    EXACT = "exact"
    NEAR = "near"
    WITHIN = "within"
    REGION = "region"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One place that records name. `latitude`, `longitude`, `radius_km` and `certainty` are None where nobody knows where it is.

    `within` is the wider place that it is shown at, `gazetteer` the name that the gazetteer has for that point, `others`
    how many more places have its name. Counts of origins are None where no check was kept.
    """

    name: str
    place_id: str | None
    gazetteer: str | None
    country: str | None
    level: str | None
    latitude: float | None
    longitude: float | None
    radius_km: float | None
    certainty: Certainty | None
    within: str | None
    others: int
    figures: int
    events: int
    figure_origins: int | None
    event_origins: int | None

    @property
    def key(self) -> str:
        """What names a site for good."""
        return self.place_id or f"name:{self.name}"

    @property
    def records(self) -> int:
        """How many figures and events name it."""
        return self.figures + self.events


@dataclass(frozen=True, slots=True, kw_only=True)
class Sites:
    """All sites of a crisis: those that are somewhere, those whose name no gazetteer knows, and what has no place at all."""

    located: tuple[Site, ...]
    unknown: tuple[Site, ...]
    figures_without: int
    events_without: int

    @property
    def all(self) -> tuple[Site, ...]:
        """Those that are somewhere, then the others; each by how many records name it."""
        return (*self.located, *self.unknown)


def sites_of(told: Placed, *, checked: bool) -> Sites:
    """Return the sites of what is told of places; `checked` says whether origins are known."""
    names: dict[str, list[HeldPlace]] = defaultdict(list)
    entries: dict[str, GazetteerEntry] = {}
    for one in told.names:
        names[_folded(one.name)].append(one)
        if one.entry is not None:
            entries[one.entry.id] = one.entry
    found = [
        _site(where, names, entries, told, checked)
        for where in _grouped(told.figures, told.events)
        if any(part is not None for part in where[0])
    ]
    order = sorted(found, key=lambda site: (-site.records, site.name))
    return Sites(
        located=tuple(site for site in order if site.latitude is not None),
        unknown=tuple(site for site in order if site.latitude is None),
        figures_without=told.figures.get((None, None), 0),
        events_without=told.events.get((None, None), 0),
    )


def radius_km(entry: GazetteerEntry, certainty: Certainty) -> float:
    """Return how far from its point a record of a place can be, in kilometres, by what the gazetteer says the place is.

    >>> town = GazetteerEntry(id="x:1", name="Valmy", level="city", population=40_000)
    >>> radius_km(town, Certainty.EXACT), radius_km(town, Certainty.NEAR), radius_km(town, Certainty.REGION)
    (5, 25, 75)
    """
    own = _extent(entry)
    match certainty:
        case Certainty.EXACT | Certainty.WITHIN | Certainty.COUNTRY:
            return own
        case Certainty.NEAR:
            return max(NEAR_KM, own)
        case Certainty.REGION:
            return max(REGION_KM, own)


def _extent(entry: GazetteerEntry) -> float:
    level = entry.level.casefold()
    if level == "country":
        land = land_of(entry.country)
        # the disc that is as large as the country
        return round(math.sqrt(land.area / math.pi)) if land and land.area else REGION_KM
    if level in _WIDE:
        return REGION_KM
    if level in _SPOT:
        return SPOT_KM
    if level in _SMALL or (level not in ("city", "capital") and not entry.population):
        return PLACE_KM
    return next((km for people, km in TOWN_KM if entry.population < people), LARGEST_KM)


def _grouped(*counts: Mapping[Where, int]) -> list[list[Where]]:
    """Return the places in groups of one id, or of one name where they have none; those told most come first in each."""
    times: Counter[Where] = Counter()
    for one in counts:
        times.update(one)
    groups: dict[str, list[Where]] = defaultdict(list)
    for where, _ in sorted(times.items(), key=lambda one: (-one[1], one[0][0] or "", one[0][1] or "")):
        groups[site_key(where)].append(where)
    return list(groups.values())


def _site(
    group: list[Where],
    names: Mapping[str, list[HeldPlace]],
    entries: Mapping[str, GazetteerEntry],
    told: Placed,
    checked: bool,
) -> Site:
    name, place_id = group[0]
    held = names.get(_folded(name or ""), [])
    entry, certainty, within = _bound(name or "", place_id, held, names, entries)
    point = _point(entry) if entry else None

    def total(counts: Mapping[Where, int]) -> int:
        return sum(counts.get(where, 0) for where in group)

    return Site(
        name=name or place_id or "",
        place_id=place_id,
        gazetteer=entry.name if entry else None,
        country=entry.country if entry else None,
        level=entry.level if entry else None,
        latitude=point[0] if point else None,
        longitude=point[1] if point else None,
        radius_km=radius_km(entry, certainty) if entry and point else None,
        certainty=certainty if point else None,
        within=within,
        others=max((one.others for one in held if one.entry and one.entry.id == place_id), default=0),
        figures=total(told.figures),
        events=total(told.events),
        figure_origins=told.figure_origins.get(site_key(group[0]), 0) if checked else None,
        event_origins=told.event_origins.get(site_key(group[0]), 0) if checked else None,
    )


def _bound(
    name: str,
    place_id: str | None,
    held: Iterable[HeldPlace],
    names: Mapping[str, list[HeldPlace]],
    entries: Mapping[str, GazetteerEntry],
) -> tuple[GazetteerEntry | None, Certainty, str | None]:
    """Return where a place is shown, how certain that is, and the wider place that it is shown at, if any."""
    if place_id is not None and place_id in entries:
        entry = entries[place_id]
        said = Counter[str]()
        for one in held:
            if one.entry is not None and one.entry.id == place_id:
                said[one.precision] += one.times
        if entry.level == "country":
            return entry, Certainty.COUNTRY, None
        most = said.most_common(1)
        return entry, Certainty(most[0][0]) if most and most[0][0] in list(Certainty) else Certainty.EXACT, None
    for parent in _wholes(name, names):
        wider = _only(names.get(_folded(parent), ()))
        if wider is not None:
            return wider, Certainty.COUNTRY if wider.level == "country" else Certainty.WITHIN, parent
    return None, Certainty.EXACT, None


def _wholes(name: str, names: Mapping[str, list[HeldPlace]]) -> list[str]:
    """Return the wider places that a place lies in, so far as texts or its own name say so, the nearest first."""
    found: list[str] = []
    asked = [name]
    for one in asked:
        wider = [held.parent for held in names.get(_folded(one), ()) if held.parent]
        for parent in (*wider, *_whole_of(one)):
            if parent not in asked:
                asked.append(parent)
                found.append(parent)
    return found


def _only(held: Iterable[HeldPlace]) -> GazetteerEntry | None:
    """Return the one place of the gazetteer that a name was bound to, None where it was bound to several or none."""
    found = {one.entry.id: one.entry for one in held if one.entry is not None}
    return next(iter(found.values())) if len(found) == 1 else None


def _whole_of(name: str) -> list[str]:
    """Return the town that a name of one of its sides is made of.

    >>> _whole_of("Alep-Est"), _whole_of("Alep")
    (['Alep'], [])
    """
    parts = re.split(r"[\s-]+", name)
    sizes = range(len(parts) - 1, 0, -1)
    return ["-".join(parts[:size]) for size in sizes if {_folded(part) for part in parts[size:]} <= sides()][:1]


def _point(entry: GazetteerEntry) -> tuple[float, float] | None:
    if entry.latitude is not None and entry.longitude is not None:
        return entry.latitude, entry.longitude
    land = land_of(entry.country) if entry.level == "country" else None
    return land.middle if land else None


def _folded(name: str) -> str:
    return " ".join(re.findall(r"\w+", anyascii(name).casefold()))
