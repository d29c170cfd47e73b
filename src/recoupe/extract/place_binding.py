"""The place names of one article in, each bound to the gazetteer out, and the place that the article is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from recoupe.extract.article_places import HAPPENED, Places, resolve_name
from recoupe.extract.gazetteer import Gazetteer
from recoupe.extract.gazetteer_keys import exact_key
from recoupe.extract.main_place import main_place
from recoupe.extract.place_capitals import is_word
from recoupe.extract.place_clock import heads_entry
from recoupe.extract.place_countries import TITLE_TOWN, countries_of, likely_country
from recoupe.extract.place_items import is_item_of_places
from recoupe.extract.place_lands import land_of
from recoupe.extract.place_titles import TOWN_FORM, heads_title, is_everyday, is_listed_town, is_person
from recoupe.extract.place_weighing import KNOWN_TOWN, TOWNS, WIDE, Setting, is_well_known
from recoupe.model.article import BlockKind
from recoupe.model.place import Place, PlaceName

__all__ = ["Places", "bind_places"]

# `Bamako IV` is a part of Bamako
SUFFIX = re.compile(r"(?:nord|sud|est|ouest|centre|ville| [ivx]+| \d+)$")
# Alep-Est, Jérusalem-Ouest: halves of a town that a gazetteer knows whole
SIDE = re.compile(r"-(?:Nord|Sud|Est|Ouest)$")
PLACES_BELOW = re.compile(
    r"(?:\d{1,2} ?[.)/] ?)?(?:(?:répartition |situation |bilan |détail |cas |chiffres |décompte |point )?par )?"
    r"(?:quartiers|communes|villages|villes|localités|districts|départements|provinces|régions|zones|secteurs"
    r"|sites|cantons|arrondissements|wilayas|préfectures|quartier|commune|province|région|district|département)\b[^.\n]{0,30}$",
    re.IGNORECASE,
)
IS_SO = re.compile(r"\s(?:n['’]est|n['’]était|est|était|reste|restait|demeure|demeurait)\b")
TIED = HAPPENED | {"from", "to", "distance", "dateline", "said"}


def bind_places(names: Sequence[PlaceName], gazetteer: Gazetteer, text: str) -> Places:
    """Return the places of an article, whose names come in the order of the text with spans that count in `text`."""
    countries = countries_of(names, gazetteer, text)
    kept = [
        name
        for name in names
        if _is_place(name, names, gazetteer, text)
        or heads_title(name, gazetteer, text)
        or _is_town_of(name, gazetteer, countries, text)
        or is_item_of_places(name, gazetteer, countries, text)
        or (name.rule == "places.contracted" and _is_with_article(name, gazetteer, countries))
    ]
    setting = Setting(countries, _sure_towns(kept, gazetteer, Setting(countries), text))
    bound = {(name.span, name.name): resolve_name(name, gazetteer, setting, text) for name in kept}
    for name in kept:
        bound[name.span, name.name] = _spelled_out(bound[name.span, name.name], list(bound.values()))
    places = Places(text, gazetteer, _bound=bound, _setting=setting, _names=kept)
    # the head of one entry of a live report names where that entry is set
    places.main = main_place([name for name in kept if not heads_entry(name, text)], places)
    code = places.main.entry.country if places.main and places.main.entry else None
    if countries and code not in countries:
        code = countries[0]
    if code is None and places.main is not None and places.main.alternatives:
        # which of them is meant is open, the country is not
        codes = {entry.country for entry in places.main.alternatives}
        code = codes.pop() if len(codes) == 1 else None
    code = code or likely_country(kept, gazetteer)
    places.country = gazetteer.country(code) if code else None
    return places


def _sure_towns(
    names: Sequence[PlaceName], gazetteer: Gazetteer, setting: Setting, text: str
) -> tuple[tuple[str, float, float], ...]:
    """Return the towns that an article is set in and that no namesake contests: what lies by them is meant."""
    found: dict[str, tuple[str, float, float]] = {}
    for name in names:
        place = resolve_name(name, gazetteer, setting, text)
        entry = place.entry
        if entry is None or entry.level not in TOWNS or entry.latitude is None or entry.longitude is None:
            continue
        # nor do towns lie by a capital that only speaks
        speaks = entry.level == "capital" and name.role not in TIED | {"title", "parent"}
        at_home = entry.country in setting.countries[:1] and not speaks
        if place.score < (0.9 if at_home else 0.7) or not (at_home or name.role in TIED | {"title", "parent"}):
            continue
        if at_home or is_well_known(name.name, entry):
            found.setdefault(entry.id, (exact_key(name.name), entry.latitude, entry.longitude))
    return tuple(found.values())


def _is_place(name: PlaceName, names: Sequence[PlaceName], gazetteer: Gazetteer, text: str) -> bool:
    """Say whether the article as a whole bears a name out: tied to what is told, or a country or town that all know."""
    key = exact_key(name.name)
    if name.rule == "places.title" and SIDE.search(name.name) and gazetteer.lookup(SIDE.sub("", name.name)):
        return True
    if name.rule == "places.envoy" and " " in name.name and not gazetteer.lookup(name.name):
        # `De notre envoyée spéciale, Jeanne Petit`
        tied = any(exact_key(other.name) == key and other.role in TIED for other in names)
        return tied or re.search(r"\b(?:à|au|aux|en) $", text[: name.span.start]) is not None
    if name.rule in ("places.scene", "places.envoy", "places:mourning"):
        return True
    if name.rule == "places.dateline" and _is_label(name, names, gazetteer, text):
        return False
    if name.rule == "places.dateline" and name.block in (BlockKind.TITLE, BlockKind.HEADING):
        # `NATIONS UNIES – BÉNIN`, `RTX – Radio Sept`: a title, and no dateline
        tied = any(exact_key(other.name) == key and other.role in TIED for other in names if other.span != name.span)
        return tied or is_listed_town(name, gazetteer)
    if name.rule == "places:befallen" and (
        is_word(name.name.lower()) or not _may_be_befallen(name, names, gazetteer, text)
    ):
        return False
    if name.rule == "places:befallen.state":
        # `Amina est isolée`
        tied = any(exact_key(other.name) == key and other.role in TIED for other in names if other is not name)
        return "-" in name.name or tied or bool(gazetteer.lookup(name.name))
    if name.rule == "places.label":
        return is_listed_town(name, gazetteer)
    if name.rule == "places.headline" and is_person(name, text):
        return False
    if name.rule == "places.item" and _is_listed(name, text):
        return True
    if name.rule in ("places.item", "places.opener"):
        return any(exact_key(other.name) == key and other.role in TIED for other in names)
    if name.rule == "places.capitals":
        last = name.name.split(" ")[-1].lower()
        return not (name.head is None and re.search(rf"(?<![\w-]){re.escape(last)}(?![\w-])", text)) and (
            name.head is not None
            or land_of(name.name) is not None
            or any(exact_key(other.name) == key for other in names if other.role in TIED and other.span != name.span)
            or any(
                entry.level in WIDE or entry.level == "region" or entry.population >= 1000
                for entry in gazetteer.lookup(name.name)[:1]
            )
        )
    if name.rule == "places.contracted":
        return False
    if name.rule == "places.plural":
        return bool(gazetteer.lookup(name.name))
    if name.head is not None or name.role in TIED | {"parent", "function"}:
        # `à Ana Diaz`: two words that no gazetteer knows and nothing else makes a place
        return name.head is not None or " " not in name.name or _is_borne_out(name, names, gazetteer)
    if any(
        exact_key(other.name) == key and (other.head or other.role in TIED or other.rule == "places.parent")
        for other in names
    ):
        return True
    if land_of(name.name) is not None:
        return True
    known = gazetteer.lookup(name.name)
    return bool(known) and (known[0].level in WIDE or known[0].population >= KNOWN_TOWN)


def _may_be_befallen(name: PlaceName, names: Sequence[PlaceName], gazetteer: Gazetteer, text: str) -> bool:
    """Say whether what stands in flames is a place: in a title, the subject of `est`, or one that a list or another sentence has;
    `Partis en fumée : ...`."""
    if IS_SO.match(text, name.span.end):
        return True
    tied = any(
        exact_key(other.name) == exact_key(name.name) and other.role in TIED for other in names if other is not name
    )
    return name.block is BlockKind.TITLE or "-" in name.name or tied or bool(gazetteer.lookup(name.name))


def _is_label(name: PlaceName, names: Sequence[PlaceName], gazetteer: Gazetteer, text: str) -> bool:
    """Say whether words in capitals before a dash are one of the labels of a note, and no dateline: `ABRIS – Vingt tentes ...`."""
    if not name.span.of(text).isupper() or gazetteer.lookup(name.name):
        return False
    others = {exact_key(other.name) for other in names if other.rule == "places.dateline"}
    return len(others) > 1 or is_everyday(name, text)


def _is_town_of(name: PlaceName, gazetteer: Gazetteer, countries: Sequence[str], text: str) -> bool:
    """Say whether a name at the head of a clause, or of a title, is a town of the country that the article speaks of most."""
    small = name.rule in ("places.label", "places.headline", "places.opener", "places.title")
    if small and is_everyday(name, text):
        return False
    if not countries or not (small or (name.rule == "places.bare" and " " not in name.name)):
        return False
    least = 0 if small else TITLE_TOWN
    return any(entry.country == countries[0] and entry.population >= least for entry in gazetteer.lookup(name.name))


def _is_with_article(name: PlaceName, gazetteer: Gazetteer, countries: Sequence[str]) -> bool:
    """Say whether `au Port` is the town of that name with its article, in a country that the report speaks of."""
    found = (entry for entry in gazetteer.lookup(name.name) if entry.country in countries)
    return any(entry.name == name.name and entry.population >= TITLE_TOWN for entry in found)


def _is_listed(name: PlaceName, text: str) -> bool:
    """Say whether an item stands under a heading that says places are listed: `Quartiers`, `Communes touchées`."""
    lines = text[: name.span.start].split("\n")[:-1]
    heading = next(
        (line for line in reversed(lines) if line.strip() and not re.match(r"\s*[-–—•*■►]|[^\n]{1,40} : ", line)), ""
    )
    return PLACES_BELOW.match(heading) is not None


def _is_borne_out(name: PlaceName, names: Sequence[PlaceName], gazetteer: Gazetteer) -> bool:
    """Say whether a name of several words is a place: listed with others, said twice so, or known."""
    key = exact_key(name.name)
    tied = [other for other in names if exact_key(other.name) == key and (other.head or other.role in TIED)]
    loose = [other for other in names if exact_key(other.name) == key and other.role in ("bare", "toward", "of")]
    near_list = any(other.rule == "places.list" and 0 <= other.span.start - name.span.end < 16 for other in names)
    return bool(gazetteer.lookup(name.name)) or near_list or name.rule == "places.list" or len(tied) > len(loose)


def _spelled_out(place: Place, others: Iterable[Place]) -> Place:
    """Return a place under its full name where the article has one: `le Cap` under `Cap-Haïtien`."""
    if place.entry is None and not place.name.head:
        # `Villers` in an article of Villers-sur-Lesse
        longer_names = {other.name.name for other in others if other.name.name.startswith(f"{place.name.name}-")}
        forms = [name for name in longer_names if TOWN_FORM.search(name)]
        return replace(place, name=replace(place.name, name=forms[0])) if len(forms) == 1 else place
    if place.entry is None or place.entry.level in WIDE or place.name.head:
        return place
    key = exact_key(place.name.name)
    for other in others:
        longer = exact_key(other.name.name)
        if longer.startswith(f"{key} ") and not SUFFIX.search(longer) and other.entry and not other.name.head:
            known = {entry.id for entry in (place.entry, *place.alternatives)}
            if other.entry.id in known:
                return replace(place, name=replace(place.name, name=other.name.name), entry=other.entry)
    return place
