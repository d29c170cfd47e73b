"""An article's place names in, the countries that it speaks of out: those named, those of its towns, of its nations' adjectives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from recoupe.extract.article_places import HAPPENED, is_relief
from recoupe.extract.gazetteer import Gazetteer
from recoupe.extract.gazetteer_keys import exact_key
from recoupe.extract.place_lands import land_of, peoples
from recoupe.extract.place_leads import speaks
from recoupe.extract.place_weighing import (
    KNOWN_TOWN,
    TOWNS,
    Setting,
    decide,
    is_clear,
    is_well_known,
    kilometres,
    weigh,
)
from recoupe.model.article import BlockKind
from recoupe.model.place import GazetteerEntry, PlaceName

# a name that opens a title needs less: a town that a list knows at all
TITLE_TOWN = 5_000
# letters of a name that a single place has, under another name too, and no other does by chance
UNMISTAKABLE = 6
# kilometres within which the small towns of one report lie
TOGETHER = 60.0
# the lines above a report that name its outlet, which end no sentence
HEAD_LINES = 6
STOP = re.compile(r"[.!?…][»”\"]?\s*$")
TOWN = re.compile(r"(?<=[,(–—|] )[A-ZÀ-Þ][\w’'-]+(?= ?[,)–—|]|$)|(?<=\()[A-ZÀ-Þ][\w’'-]+(?=\))")
TIED = frozenset({"from", "to", "distance", "dateline", "said", "title", "parent", "function"})
# of the places of one name, those that a report may mean
NAMESAKES = 12


def countries_of(names: Sequence[PlaceName], gazetteer: Gazetteer, text: str) -> tuple[str, ...]:
    """Return the codes of the countries that an article speaks of, most first: those named, then those of its towns."""
    votes: dict[str, float] = {}
    towns: list[tuple[str, float, bool, str]] = []
    cities: list[tuple[str, float, set[str | None]]] = []
    for name in names:
        for spelling in filter(None, (name.name, name.parent)):
            known = () if spelling == name.name and is_relief(name) else gazetteer.lookup(spelling)
            land = land_of(spelling)
            if land is not None:
                towns.append((land, _weight(name), True, spelling))
                continue
            lands = {entry.country for entry in known if entry.level == "country"}
            if lands:
                # `Congo`, which two countries have, votes for none of them
                code = known[0].country if len(lands) == 1 else None
                if code is not None and known[0].level == "country":
                    votes[code] = votes.get(code, 0.0) + 3.0 * _weight(name)
                continue
            best, order = decide(weigh(spelling, entry, Setting()) for entry in known)
            first = order[0].entry if order else None
            if first is None or first.country is None:
                continue
            # nor does a name that several countries have, at first
            key, others = exact_key(spelling), {entry.country for entry in known}
            own = is_well_known(spelling, first)
            sure = own or (len(known) == 1 and len(key) >= UNMISTAKABLE)
            city = first.population >= KNOWN_TOWN and sure
            if first.level == "region" and best is not None:
                # a state of the United States: `Paris (Texas)`
                towns.append((first.country, _weight(name), True, first.id))
            elif len(others) == 1:
                set_there = own and name.block is BlockKind.TITLE and _is_set_there(name, key, first, text)
                towns.append((first.country, _weight(name), city or set_there, first.id))
            elif city and best is not None and is_clear(order):
                cities.append((first.country, _weight(name), others))
    named = set(votes)
    for country, weight, city, _ in towns:
        # an unknown quarter here may be a village elsewhere; two villages of one country are no chance
        together = {place for code, _, _, place in towns if code == country}
        if country in named or city or (not named and len(together) > 1):
            votes[country] = votes.get(country, 0.0) + weight
    if not votes:
        votes = _unnamed(names, gazetteer, text)
    told = set(votes)
    for country, weight, others in cities:
        # the city that all know by its name, where none of its namesakes lies in a country that the article speaks of
        if country in told or not others & told:
            votes[country] = votes.get(country, 0.0) + 0.3 * weight
    return tuple(sorted(votes, key=lambda code: (-votes[code], code)))


def _is_set_there(name: PlaceName, key: str, town: GazetteerEntry, text: str) -> bool:
    """Say whether a title tells of a town whose name no other country has: `Villers-sur-Lesse : deux corps à l'étranger`."""
    if name.role in HAPPENED | {"title"}:
        return len(key) >= UNMISTAKABLE
    told = name.role == "bare" and not speaks(name, text)
    return told and len(key) >= UNMISTAKABLE and town.population >= TITLE_TOWN


def _unnamed(names: Sequence[PlaceName], gazetteer: Gazetteer, text: str) -> dict[str, float]:
    """Return the votes of a report that names no country and no sure town: the adjectives of nations in it, and the country
    in which namesakes of several of its names lie close together."""
    votes = {code: 0.3 * times for code, times in peoples(text).items()}
    tied = {name.name for name in names if name.role in HAPPENED | TIED and name.head is None}
    points: dict[str, list[GazetteerEntry]] = {}
    for name in sorted(tied):
        key = exact_key(name)
        found = (entry for entry in gazetteer.lookup(name)[:NAMESAKES] if entry.level in TOWNS)
        points[key] = [entry for entry in found if is_well_known(name, entry)]
    close: dict[str, set[str]] = {}
    for one, other in combinations(sorted(points), 2):
        for first in points[one]:
            for last in points[other]:
                if first.country is not None and first.country == last.country and _lie_together(first, last):
                    close.setdefault(first.country, set()).update((one, other))
    for code, keys in close.items():
        votes[code] = votes.get(code, 0.0) + 0.5 * len(keys)
    if votes:
        return votes
    # `Radio X, Y – Actualisé à 18 h`: who names no country speaks of his own
    head = (
        hit.group() for line in text.split("\n")[:HEAD_LINES] if not STOP.search(line) for hit in TOWN.finditer(line)
    )
    towns = (entry for name in head for entry in gazetteer.lookup(name)[:1] if is_well_known(name, entry))
    return {town.country: 0.3 for town in towns if town.country is not None and town.population >= KNOWN_TOWN}


def _lie_together(one: GazetteerEntry, other: GazetteerEntry) -> bool:
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return False
    return kilometres((one.latitude, one.longitude), (other.latitude, other.longitude)) <= TOGETHER


def likely_country(names: Sequence[PlaceName], gazetteer: Gazetteer) -> str | None:
    """Return the country of the first town that only one country has, where an article names no country and no city."""
    for name in names:
        known = gazetteer.lookup(name.name) if name.role in HAPPENED | {"title", "bare"} else ()
        if known and known[0].population >= TITLE_TOWN and len({entry.country for entry in known}) == 1:
            return known[0].country
    return None


def _weight(name: PlaceName) -> float:
    return (3.0 if name.block is BlockKind.TITLE else 1.0) * (
        1.0 if name.role in HAPPENED | {"title", "parent"} else 0.3
    )
