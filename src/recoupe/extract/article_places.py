"""One place name of an article in, what the gazetteer knows of it in this article's countries out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from recoupe.extract.gazetteer import Gazetteer
from recoupe.extract.gazetteer_keys import exact_key
from recoupe.extract.place_weighing import TOWNS, WIDE, Setting, decide, is_city, is_clear, weigh
from recoupe.lexicon import closed, entries
from recoupe.model.place import GazetteerEntry, Place, PlaceName
from recoupe.model.span import Span

__all__ = [
    "HAPPENED",
    "WIDE",
    "Places",
    "at_sea",
    "is_demonym",
    "is_division",
    "is_divisions",
    "is_relief",
    "resolve_name",
]

# roles that say where something happened
HAPPENED = frozenset({"in", "near", "between"})
# the world has a like name for every name: there, only a very like one counts
SURE = 0.92
AREA_BEFORE = re.compile(r"(?:\b[Ee]n |\b[Dd]ans (?:le |la |les |l['’]))$")
WITH_ARTICLE = re.compile(r"\b[Dd]e (?:la |l['’])$")
WITH_LE = re.compile(r"\b(?:[Dd]u |[Dd]ans le )$")
AT_TOWN = re.compile(r"(?:^|[^\w-])[ÀàA] $")
STATE_OF = re.compile(r"\b[ÉéEe]tat (?:américain |voisin )?(?:de |du |d['’])$")
# `l'État du X`, `le territoire de X` may be a country
STATE = re.compile(r"[ée]tat|territoire|île|collectivité|république", re.IGNORECASE)
# `sur les rives du X`, `une crue du X`: the river that a country is named after
RIVER_BEFORE = re.compile(
    r"\b(?:rives?|berges?|crues?|débordements?|lit|embouchure|affluents?|décrue|méandres) (?:du|de la) $", re.IGNORECASE
)
ENDINGS = re.compile(
    r"(?:ien|ienne|iens|iennes|een|eenne|eens|eennes|ais|aise|aises|ain|aine|ains|aines|ois|oise|oises|an|ane|ans|anes|e|es"
    r"|and|ande|ands|andes|que|ques|ol|ole|ols|oles|in|ine|ins|ines|i|ie|is|ies|nais|naise|en|enne|ens|ennes|be|bes)$"
)


@dataclass(slots=True)
class Places:
    """The places of one article. `main` is the place that it is about, None where it names none clearly.

    All spans count in `text`, the article's.
    """

    text: str
    gazetteer: Gazetteer
    main: Place | None = None
    country: GazetteerEntry | None = None
    _bound: dict[tuple[Span, str], Place] = field(default_factory=dict)
    _setting: Setting = field(default_factory=Setting)
    _names: list[PlaceName] = field(default_factory=list)

    def resolve(self, name: PlaceName) -> Place:
        """Return the name bound to the world: its entry, its score, the other places of that name."""
        return self._bound.get((name.span, name.name)) or resolve_name(name, self.gazetteer, self._setting, self.text)

    def knows(self, name: PlaceName) -> bool:
        """Say whether the article confirms that this name is a place."""
        return (name.span, name.name) in self._bound

    @property
    def names(self) -> list[PlaceName]:
        """The names that the article confirms as places, in the order of its text."""
        return self._names

    def likely_country(self) -> GazetteerEntry | None:
        """Return the country that the article speaks of most."""
        codes = self._setting.countries
        return self.gazetteer.country(codes[0]) if codes else None

    def country_place(self, country: GazetteerEntry | None = None) -> Place | None:
        """Return a country, else the one that the article is about, as a place of its own."""
        country = country or self.country
        if country is None:
            return None
        # as the article names it in full, else as French news does: no report says Congo-Kinshasa
        named = [
            place.name.name
            for place in self._bound.values()
            if place.entry is not None and place.entry.id == country.id and not place.name.name.isupper()
        ]
        usual = (
            spelling
            for spelling, code in closed("fr", "places", "countries").items()
            if code == country.country and spelling.startswith("République ")
        )
        full = max(named, key=len, default=None) or next(usual, country.name)
        name = PlaceName(span=Span(0, 0), name=full, role="bare", rule="places.country")
        return Place(name=name, entry=country, score=1.0, precision="country")

    def capital_place(self, code: str | None = None) -> Place | None:
        """Return the capital of a country, else of the article's, as the article names it, else as the gazetteer does."""
        code = code or (self.country.country if self.country else None)
        for place in self._bound.values():
            if place.entry and place.entry.level == "capital" and place.entry.country == code:
                return place
        entry = self.gazetteer.capital(code) if code else None
        if entry is None:
            return None
        name = PlaceName(span=Span(0, 0), name=entry.name, role="bare", rule="places.capital")
        return Place(name=name, entry=entry, score=1.0, precision="exact")

    def is_of_country(self, word: str) -> bool:
        """Say whether a word is made of the name of the article's country: haïtienne, Haïtiens."""
        return self.country is not None and is_demonym(word, self.country.name)


def resolve_name(name: PlaceName, gazetteer: Gazetteer, setting: Setting, text: str) -> Place:
    """Return the entry that fits the article best with the reasons; no entry where two fit alike. The others are kept."""
    proper = name.name
    found = gazetteer.lookup(proper)
    likeness: dict[str, float] = {}
    if not found and name.head is None:
        home = setting.countries[0] if setting.countries else None
        guesses = [
            (entry, like)
            for entry, like in gazetteer.fuzzy(proper, home)
            if like >= SURE or not entry.id.startswith("geonames:")
        ]
        likeness = {entry.id: like for entry, like in guesses}
        found = tuple(entry for entry, _ in guesses[:6])
    listed, found = found, _said_of(name, found, setting, text)
    if not found:
        precision = "region" if name.parent else "unknown"
        why = ("places.entry.elsewhere",) if listed else ()
        return Place(name=name, alternatives=listed[:5], parent=name.parent, precision=precision, why=why)
    parent = _parent(name, gazetteer, setting)
    alone = len(found) == 1
    best, order = decide(
        weigh(proper, entry, setting, parent=parent, alone=alone, likeness=likeness.get(entry.id, 1.0))
        for entry in found
    )
    if best is None:
        # a village of the same name at the other end of the world, or two that are meant as likely
        others = tuple(one.entry for one in order[:5])
        why = ("places.entry.undecided" if any(one.fits for one in order) else "places.entry.elsewhere",)
        return Place(name=name, alternatives=others, parent=name.parent, why=why)
    entry = best.entry
    score = likeness.get(entry.id, 1.0)
    abroad = entry.country is not None and entry.country not in setting.countries
    if len(order) > 1 and entry.level not in WIDE and (abroad or not is_clear(order)):
        score = min(score, 0.7 if abroad else 0.85)
    precision = {"country": "country", "area": "region", "region": "region"}.get(entry.level, "exact")
    if is_division(name) and precision == "exact":
        precision = "region"
    if name.role in ("near", "distance") and precision == "exact":
        precision = "near"
    rest = tuple(one.entry for one in order[1:6])
    return Place(
        name=name,
        entry=entry,
        score=score,
        alternatives=rest,
        parent=name.parent,
        precision=precision,
        why=best.why,
    )


def _said_of(
    name: PlaceName, found: tuple[GazetteerEntry, ...], setting: Setting, text: str
) -> tuple[GazetteerEntry, ...]:
    """Return the entries that can be meant by what the words before a name say of it: a land, a river, a town."""
    before = text[max(0, name.span.start - 25) : name.span.start]
    # `en X`, `dans le X`: a land, a river, a region, never the town that has its name too
    if AREA_BEFORE.search(before[-10:]):
        found = tuple(entry for entry in found if entry.level not in TOWNS)
    if is_relief(name):
        # `la mer Noire`, and no town that is called so
        found = tuple(entry for entry in found if entry.level not in TOWNS)
    if RIVER_BEFORE.search(before):
        found = tuple(entry for entry in found if entry.level != "country")
    if is_division(name) and not STATE.match(name.head or ""):
        # `la province de Luxembourg` is neither the country nor its capital
        found = tuple(
            entry
            for entry in found
            if entry.level != "country"
            and not (entry.level in TOWNS and setting.countries and entry.country not in setting.countries)
        )
    if name.head is not None and name.name.isupper() and len(name.name) <= 5:
        # `au CHU`: letters, and no town of that name
        return ()
    if WITH_LE.search(before):
        found = tuple(entry for entry in found if entry.level not in TOWNS or entry.population > 0)
    if WITH_ARTICLE.search(before) and name.head is None:
        # `le préfet de la X`: a river, a region; of towns, only those that French knows with an article
        found = tuple(
            entry
            for entry in found
            if entry.level not in TOWNS or exact_key(entry.name) != exact_key(name.name) or is_city(name.name, entry)
        )
    if STATE_OF.search(before) and any(entry.level == "region" for entry in found):
        # `dans l'État de Washington`
        found = tuple(entry for entry in found if entry.level == "region")
    if AT_TOWN.search(before) and any(_is_town_at(name.name, entry, found) for entry in found):
        # `à Koweït`, `à Grenade`: French says so of a town, and of a country only where it is one of the few without article
        found = tuple(entry for entry in found if entry.level != "country")
    return found


def _is_town_at(name: str, town: GazetteerEntry, found: tuple[GazetteerEntry, ...]) -> bool:
    """Say whether a town is what `à` with its name means, and not a country of that name: `à Mali`, but `à Cuba`."""
    if town.level not in TOWNS:
        return False
    lands = {entry.country for entry in found if entry.level == "country"}
    own = town.level == "capital" and town.country in lands
    return own or is_city(name, town) or not any(land in closed("fr", "places", "at") for land in lands)


def _parent(name: PlaceName, gazetteer: Gazetteer, setting: Setting) -> GazetteerEntry | None:
    """Return the wider place that the text names beside a name, where the gazetteer knows which it is."""
    if not name.parent:
        return None
    best, _ = decide(weigh(name.parent, entry, setting) for entry in gazetteer.lookup(name.parent))
    return best.entry if best is not None else None


def at_sea(name: PlaceName, places: Places) -> bool:
    """Say whether a name stands after `au large de`, `chaviré face à`: a country there is no neighbour by land."""
    before = places.text[max(0, name.span.start - 30) : name.span.start]
    return (
        re.search(
            r"(?:[Aa]u large|chaviré face|coulé face|sombré face|échoué face) (?:de|du|des|d['’]|à|au|aux)", before
        )
        is not None
    )


def is_division(name: PlaceName) -> bool:
    """Say whether a name stands with the noun of a division: `la province de X`."""
    return name.head is not None and name.head.split(" ")[0] in _nouns("division")


def is_divisions(noun: str) -> bool:
    """Say whether a noun is that of a division, or of several: `provinces`, `ÉTATS`."""
    word = noun.casefold()
    return word in _nouns("division") or word.removesuffix("s") in _nouns("division") | {"état", "etat"}


def is_relief(name: PlaceName) -> bool:
    """Say whether a name holds the noun of a sea, a mountain, a valley: `le lac X`, `la vallée de la X`."""
    return name.head is not None and name.head.casefold() in _nouns("relief") and " " in name.name


@cache
def _nouns(sense: str) -> frozenset[str]:
    found = (entry for entry in entries("fr", "places") if entry.means == sense)
    return frozenset(form for entry in found for form in entry.forms)


def is_demonym(word: str, country: str) -> bool:
    """Say whether a word is an adjective or a people's name made of a country's.

    >>> is_demonym("Haïtiens", "Haïti"), is_demonym("maliennes", "Mali"), is_demonym("malades", "Mali")
    (True, True, False)
    """
    stem, folded = exact_key(country), exact_key(word)
    ending = ENDINGS.search(folded)
    while ending is not None:
        head = folded[: ending.start()]
        if len(head) >= 3 and stem.startswith(head) and len(stem) - len(head) <= 3:
            return True
        if len(head) > 4 and head == stem.split(" ")[0]:
            return True
        if head.startswith(stem) and len(head) - len(stem) <= 1:
            return True
        ending = ENDINGS.search(folded, ending.start() + 1)
    return False
