"""A report whose title and first sentence set it in no place in, the place that its other words tell of out."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.extract.article_places import HAPPENED, WIDE, Places
from recoupe.extract.gazetteer_keys import exact_key
from recoupe.extract.place_letterheads import letterhead
from recoupe.extract.place_scores import is_care
from recoupe.extract.place_weighing import KNOWN_TOWN, TOWNS
from recoupe.model.article import BlockKind
from recoupe.model.place import Place, PlaceName
from recoupe.model.span import Span


def named_most(names: Sequence[PlaceName], places: Places, lead: Span) -> Place | None:
    """Return the place that an article names most, and more than once, where none is told to be the scene."""
    scores: dict[str, float] = {}
    firsts: dict[str, Place] = {}
    for name in names:
        place = places.resolve(name)
        wide = place.entry is not None and place.entry.level in WIDE
        if is_care(name) or name.role in ("said", "dateline"):
            continue
        key = exact_key(place.name.name)
        score = (1.0 if name.role in HAPPENED else 0.5) * (0.6 if wide else 1.0)
        scores[key] = scores.get(key, 0.0) + score * (1.5 if name.span.start < lead.end else 1.0)
        firsts.setdefault(key, place)
    ranked = sorted(scores, key=lambda key: -scores[key])
    if not ranked or mentions(ranked[0], names, places) < 2:
        return None
    return firsts[ranked[0]] if len(ranked) == 1 or scores[ranked[1]] < scores[ranked[0]] else None


def city_told(names: Sequence[PlaceName], places: Places) -> Place | None:
    """Return the first city that all know of those that a report tells something in, where neither its title nor its first
    sentence does: a reporter's piece opens with a scene in a quarter, and its tolls are the city's."""
    for name in names:
        place = places.resolve(name)
        entry = place.entry
        if entry is None or entry.level not in TOWNS or entry.population < KNOWN_TOWN or name.head or place.score < 0.9:
            continue
        # `Paris promet`: a capital may be its government
        told = name.role in ("in", "near") or (name.role == "bare" and entry.level != "capital")
        if told and name.block is BlockKind.BODY and name.span.start < len(places.text) / 2:
            return place
    return None


def care_in_title(names: Sequence[PlaceName], places: Places) -> Place | None:
    """Return the town whose hospital a title tells of behind a country: `Pays : l'hôpital de X débordé`."""
    care = (name for name in names if name.block is BlockKind.TITLE and is_care(name) and name.role == "bare")
    return next((places.resolve(name) for name in care if " " not in name.name), None)


def in_headline(names: Sequence[PlaceName], places: Places) -> Place | None:
    """Return the town that a title tells something of, which is no capital: `Quarante ans après, X n'a rien oublié`."""
    bare = (
        places.resolve(name)
        for name in names
        if name.block is BlockKind.TITLE and name.role == "bare" and not name.head
    )
    return next((place for place in bare if place.entry is not None and place.entry.level == "city"), None)


def titled_or_signed(place: Place | None, places: Places) -> Place | None:
    """Return the town that a title names without more, which is no capital, else the state that signs a report."""
    if (
        place is not None
        and place.name.block is BlockKind.TITLE
        and place.entry is not None
        and place.entry.level == "city"
    ):
        return place
    state = letterhead(places)
    return places.country_place(state) if state is not None else None


def mentions(key: str, names: Sequence[PlaceName], places: Places) -> int:
    return sum(exact_key(places.resolve(name).name.name) == key and name.role != "dateline" for name in names)
