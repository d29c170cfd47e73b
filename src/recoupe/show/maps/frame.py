"""Sites in, the stretch of the earth that a map of them shows out, and where each point of it lies on the picture."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.show.maps.borders import Box
from recoupe.show.maps.sites import Certainty, Site

KM = 111.32
"""Kilometres of a degree of latitude."""
SHARE = 0.9
"""The share of records whose sites the frame holds; what lies farther off is counted beside the map."""
_LEAST = 3.0
"""Degrees that a frame spans at least."""
_POLE = 85.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A stretch of the earth, in degrees, drawn as wide as its middle is; `width` and `height` are pixels."""

    west: float
    south: float
    east: float
    north: float
    width: int
    height: int

    @property
    def box(self) -> Box:
        """Its four sides."""
        return self.west, self.south, self.east, self.north

    @property
    def scale(self) -> float:
        """Pixels of a degree of latitude."""
        return self.height / (self.north - self.south)

    def at(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Return where a point lies, in pixels from the left and the top."""
        across = self.width * (longitude - self.west) / (self.east - self.west)
        return across, (self.north - latitude) * self.scale

    def pixels(self, km: float) -> float:
        """Return how long a way is on the picture."""
        return km / KM * self.scale

    def holds(self, site: Site) -> bool:
        """Say whether a site's point lies in it."""
        return (
            site.latitude is not None
            and site.longitude is not None
            and self.south <= site.latitude <= self.north
            and self.west <= site.longitude <= self.east
        )


def frame_of(sites: Sequence[Site], *, width: int, height: int, whole: bool = False) -> Frame:
    """Return the frame of a map of some sites that are somewhere.

    It holds those that most records name, nearest first, until SHARE of the records of towns and regions is in it; all of
    them where it is to be `whole`. What is known to be in a country alone does not widen it, unless there is nothing else.
    """
    near = [site for site in sites if site.certainty is not Certainty.COUNTRY] or list(sites)
    held = near if whole else _core(near)
    sides = [_around(site) for site in held] or [(-20.0, -35.0, 60.0, 60.0)]
    west, south = min(side[0] for side in sides), min(side[1] for side in sides)
    east, north = max(side[2] for side in sides), max(side[3] for side in sides)
    across, along = (west + east) / 2, max(-_POLE, min(_POLE, (south + north) / 2))
    narrowing = max(0.1, math.cos(math.radians(along)))
    # a little room on every side, and the shape of the picture
    high = max(_LEAST, (north - south) * 1.25)
    wide = max(_LEAST / narrowing, (east - west) * 1.25)
    if wide * narrowing * height > high * width:
        high = wide * narrowing * height / width
    else:
        wide = high * width / height / narrowing
    return Frame(
        west=across - wide / 2, south=along - high / 2, east=across + wide / 2, north=along + high / 2,
        width=width, height=height,
    )  # fmt: skip


def _core(sites: Sequence[Site]) -> list[Site]:
    middle = max(sites, key=lambda site: (site.records, site.name), default=None)
    if middle is None:
        return []
    nearest = sorted(sites, key=lambda site: (distance_km(middle, site), site.name))
    wanted, held = SHARE * sum(site.records for site in sites), 0
    kept: list[Site] = []
    for site in nearest:
        if kept and held >= wanted:
            break
        kept.append(site)
        held += site.records
    return kept


def distance_km(one: Site, other: Site) -> float:
    """Return how far two sites lie apart, as the crow flies."""
    assert one.latitude is not None
    assert one.longitude is not None
    assert other.latitude is not None
    assert other.longitude is not None
    a, b = math.radians(one.latitude), math.radians(other.latitude)
    across = math.radians(other.longitude - one.longitude)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(across / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(min(1.0, half)))


def _around(site: Site) -> Box:
    assert site.latitude is not None
    assert site.longitude is not None
    reach = min(site.radius_km or 0, 400) / KM
    wide = reach / max(0.1, math.cos(math.radians(site.latitude)))
    return site.longitude - wide, site.latitude - reach, site.longitude + wide, site.latitude + reach
