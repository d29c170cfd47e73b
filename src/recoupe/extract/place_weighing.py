"""A place name and the gazetteer's entries for it in, how well each fits the article out, with the reasons."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import asin, cos, log10, radians, sin, sqrt

from recoupe.extract.gazetteer_keys import exact_key
from recoupe.lexicon import closed
from recoupe.model.place import GazetteerEntry

# levels of a gazetteer that are no town
WIDE = frozenset({"country", "area"})
TOWNS = frozenset({"city", "capital"})
# a town that readers know without being told where it lies
KNOWN_TOWN = 50_000
# points that part two entries of which one is meant; half of that leaves a doubt
CLEAR = 0.8
# kilometres
NEARBY, AROUND, REGIONAL, ONE_LAND = 60.0, 200.0, 300.0, 450.0
ARTICLE = re.compile(r"(?:La|Le|Les|L['’]|The) ?(?=\w)")


@dataclass(frozen=True, slots=True)
class Setting:
    """What the article tells of where it takes place: its countries, most spoken of first, and the towns that are sure.

    A town is its key, latitude and longitude.
    """

    countries: tuple[str, ...] = ()
    towns: tuple[tuple[str, float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Weighed:
    """An entry, its points, whether it may be meant at all, and the rules that say so, the weightiest first."""

    entry: GazetteerEntry
    points: float
    fits: bool
    why: tuple[str, ...]


def weigh(
    name: str,
    entry: GazetteerEntry,
    setting: Setting,
    *,
    parent: GazetteerEntry | None = None,
    alone: bool = False,
    likeness: float = 1.0,
) -> Weighed:
    """Return how well an entry fits a name: by its country, the towns around, its size and the exactness of spelling.

    `parent` is the wider place that the text names beside it; `alone` says that no other entry has the name.
    """
    if not entry.id.startswith(("geonames:", "m49:")):
        # the user's own places come first
        return Weighed(entry, 20.0 + likeness + _country(entry, setting)[0], True, ("places.entry.added",))
    at_home, reasons = _country(entry, setting)
    if entry.level not in TOWNS:
        # a state of the United States is known after its cities
        land = 12.0 if entry.level in WIDE else 6.0
        return Weighed(entry, land + at_home, True, ("places.entry.land", *reasons))
    key = exact_key(name)
    known, spelling = _spelling(name, key, entry)
    # `les Corbières` are no Corbières-en-Provence at the other end of the country
    short = exact_key(entry.name).startswith(f"{key} ")
    points = log10(max(entry.population, 100)) + spelling
    size = 1.5 if entry.level == "capital" and entry.population >= 100_000 else 0.0
    distance = _distance(entry, key, setting)
    near = 0.0
    if distance is not None:
        near = next((more for limit, more in ((NEARBY, 2.0), (AROUND, 1.5), (REGIONAL, 0.7)) if distance <= limit), 0.0)
        # a namesake at the other end of the article's country is no likelier than a city of the world
        at_home = min(at_home, 1.5) if distance > ONE_LAND else at_home
    if not (known or short or near):
        # nor is a town there that has the name beside its own
        at_home = min(at_home, 1.5)
    within = _within(entry, parent)
    abroad = bool(setting.countries) and entry.country not in setting.countries
    if within:
        fits = True
    elif likeness < 1.0:
        fits = _is_like(entry, likeness, distance, abroad)
    elif abroad:
        fits = (known and entry.population >= KNOWN_TOWN) or spelling >= 1.0 or entry.level == "capital"
        fits = fits or near >= 1.5 or (near > 0 and known and alone)
    elif not setting.countries:
        # nothing tells of the country: a town of any size, by its own name
        fits = (
            (known and entry.population > 0)
            or entry.population >= KNOWN_TOWN
            or near >= 1.5
            or (alone and not short and entry.population > 0)
        )
    else:
        fits = known or near >= (1.5 if short else 2.0) or not setting.towns or (alone and not short)
        fits = fits or entry.population >= KNOWN_TOWN
    if abroad and not near and closed("fr", "places", "regions").get(name, entry.country) != entry.country:
        # the province is meant: `Ontario`
        fits = False
    elsewhere = _cities().get(key, entry.country) != entry.country and entry.country not in setting.countries
    if elsewhere and not known and not near:
        # French has the name for a city of another country
        fits = False
    why = [
        *(["places.entry.parent"] if within else []),
        *(["places.entry.near"] if near else []),
        *(reasons if at_home > 0 else []),
        *(["places.entry.city"] if spelling >= 1.0 or size else []),
        *(["places.entry.alike"] if likeness < 1.0 else ["places.entry.spelling"] if known else []),
    ]
    total = points + size + near + at_home + within - (0.5 if abroad else 0.0) - 6 * (1 - likeness)
    return Weighed(entry, total, fits, tuple(why) or ("places.entry.size",))


def decide(weighed: Iterable[Weighed]) -> tuple[Weighed | None, list[Weighed]]:
    """Return the entry that is meant, None where none fits or two fit about equally, and all of them, the best first."""
    order = sorted(weighed, key=lambda one: (-one.points, -one.entry.population, one.entry.id))
    fitting = [one for one in order if one.fits]
    if not fitting:
        return None, order
    best = fitting[0]
    rivals = [one for one in fitting[1:] if not _is_same(best.entry, one.entry)]
    open_ = any(best.points - rival.points < _lead(best, rival) for rival in rivals)
    return (None if open_ else best), [best, *_without(order, best)]


def _lead(best: Weighed, rival: Weighed) -> float:
    """Return the points that an entry must be ahead: more before a capital of which it is but a small namesake."""
    small = rival.entry.level == "capital" and rival.entry.population > 50 * best.entry.population
    return 2.5 * CLEAR if small and best.entry.level == "city" and "places.entry.parent" not in best.why else CLEAR


def is_clear(order: list[Weighed]) -> bool:
    """Say whether the first stands far before the others."""
    return len(order) < 2 or order[0].points - order[1].points >= 2 * CLEAR


def is_well_known(name: str, entry: GazetteerEntry) -> bool:
    """Say whether a name alone calls this town to mind: its own name, or the one that French has for a city."""
    known, _ = _spelling(name, exact_key(name), entry)
    return entry.level in TOWNS and known


def is_city(name: str, entry: GazetteerEntry) -> bool:
    """Say whether a name is the one that French has for this city: `Grenade` of Granada."""
    return entry.level in TOWNS and _cities().get(exact_key(name)) == entry.country and entry.population >= 5_000


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the distance of two points, each a latitude and a longitude, on the globe."""
    north, other_north = radians(one[0]), radians(other[0])
    half = sin((other_north - north) / 2) ** 2
    half += cos(north) * cos(other_north) * sin(radians(other[1] - one[1]) / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(min(half, 1.0)))


def _country(entry: GazetteerEntry, setting: Setting) -> tuple[float, tuple[str, ...]]:
    if entry.country is None or entry.country not in setting.countries:
        return 0.0, ()
    return (3.0 if entry.country == setting.countries[0] else 1.5), ("places.entry.country",)


def _spelling(name: str, key: str, entry: GazetteerEntry) -> tuple[bool, float]:
    """Return whether a name is the entry's own or a French city's, and the points of its spelling."""
    if is_city(name, entry):
        return True, 1.0
    own = exact_key(entry.name)
    led = ARTICLE.match(name)
    if own == key and not (led is not None and ARTICLE.match(entry.name) is None):
        return True, 0.5
    if entry.level == "capital" and len(key) > 3 and _cities().get(key, entry.country) == entry.country:
        # by another of its names, and not by the letters of its airport; nor is Vienna Bienne
        return True, 0.0
    if own.startswith(f"{key} "):
        # `Boulogne` of Boulogne-sur-Mer
        return False, -0.3
    return False, -1.0


def _is_like(entry: GazetteerEntry, likeness: float, distance: float | None, abroad: bool) -> bool:
    """Say whether a name that is only like the entry's is taken for it: where the article's towns lie around it."""
    if distance is None:
        return not abroad and likeness >= 0.95 and entry.population >= 20_000
    return distance <= AROUND or (distance <= ONE_LAND and likeness >= 0.95 and entry.population >= 200_000)


def _within(entry: GazetteerEntry, parent: GazetteerEntry | None) -> float:
    """Return the points of an entry that lies in or by the wider place that the text names beside it, 0 for another."""
    if parent is None or parent.country is None:
        return 0.0
    at_home = parent.country == entry.country
    if parent.level == "country":
        return 3.0 if at_home else 0.0
    if at_home and parent.region is not None and parent.region == entry.region:
        return 3.0
    point, other = _point(entry), _point(parent)
    return 1.5 if point is not None and other is not None and kilometres(point, other) <= NEARBY else 0.0


def _distance(entry: GazetteerEntry, key: str, setting: Setting) -> float | None:
    """Return how far the nearest sure town of another name is; None where there is none."""
    point = _point(entry)
    if point is None:
        return None
    return min((kilometres(point, (north, east)) for other, north, east in setting.towns if other != key), default=None)


def _point(entry: GazetteerEntry) -> tuple[float, float] | None:
    return None if entry.latitude is None or entry.longitude is None else (entry.latitude, entry.longitude)


def _is_same(one: GazetteerEntry, other: GazetteerEntry) -> bool:
    """Say whether two entries are one town twice: a town and its quarter of the same name."""
    point, there = _point(one), _point(other)
    return point is not None and there is not None and kilometres(point, there) < 12.0


def _without(order: list[Weighed], best: Weighed) -> list[Weighed]:
    return [one for one in order if one is not best]


@cache
def _cities() -> dict[str, str]:
    return {exact_key(name): code for name, code in closed("fr", "places", "cities").items()}
