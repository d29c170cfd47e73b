"""One place name of an article in, what the gazetteer knows of it in this article's countries out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from recoupe.extract.gazetteer import Gazetteer
from recoupe.extract.gazetteer_keys import exact_key
from recoupe.lexicon import closed, entries
from recoupe.model.place import GazetteerEntry, Place, PlaceName
from recoupe.model.span import Span

# roles that say where something happened
HAPPENED = frozenset({"in", "near", "between"})
# levels of a gazetteer that are no town
WIDE = frozenset({"country", "area"})
# a name that nothing but itself says to be a place needs a town that readers know
KNOWN_TOWN = 50_000
# the world has a like name for every name: there, only a very like one counts
SURE = 0.92
AREA_BEFORE = re.compile(r"(?:\b[Ee]n |\b[Dd]ans (?:le |la |les |l['’]))$")
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
    _countries: tuple[str, ...] = ()
    _names: list[PlaceName] = field(default_factory=list)

    def resolve(self, name: PlaceName) -> Place:
        """Return the name bound to the world: its entry, its score, the other places of that name."""
        return self._bound.get((name.span, name.name)) or resolve_name(name, self.gazetteer, self._countries, self.text)

    def knows(self, name: PlaceName) -> bool:
        """Say whether the article confirms that this name is a place."""
        return (name.span, name.name) in self._bound

    @property
    def names(self) -> list[PlaceName]:
        """The names that the article confirms as places, in the order of its text."""
        return self._names

    def country_place(self) -> Place | None:
        """Return the country that the article is about, as a place of its own."""
        if self.country is None:
            return None
        # as the article names it in full, else as French news does: no report says Congo-Kinshasa
        named = [
            place.name.name
            for place in self._bound.values()
            if place.entry is not None and place.entry.id == self.country.id and not place.name.name.isupper()
        ]
        usual = (
            spelling
            for spelling, code in closed("fr", "places", "countries").items()
            if code == self.country.country and spelling.startswith("République ")
        )
        full = max(named, key=len, default=None) or next(usual, self.country.name)
        name = PlaceName(span=Span(0, 0), name=full, role="bare", rule="places.country")
        return Place(name=name, entry=self.country, score=1.0, precision="country")

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


def resolve_name(name: PlaceName, gazetteer: Gazetteer, countries: Sequence[str], text: str) -> Place:
    """Return the entry that fits the article best: one in its countries, else the best known; the others are kept."""
    proper = name.name
    found = gazetteer.lookup(proper)
    score = 1.0
    if not found and name.head is None:
        guesses = [
            (entry, likeness)
            for entry, likeness in gazetteer.fuzzy(proper, countries[0] if countries else None)
            if likeness >= SURE or not entry.id.startswith("geonames:")
        ]
        found, score = tuple(entry for entry, _ in guesses[:6]), guesses[0][1] if guesses else 0.0
    # `en X`, `dans le X`: a land, a river, a region, never the town that has its name too
    if AREA_BEFORE.search(text[max(0, name.span.start - 10) : name.span.start]):
        found = tuple(entry for entry in found if entry.level not in ("city", "capital"))
    if RIVER_BEFORE.search(text[max(0, name.span.start - 25) : name.span.start]):
        found = tuple(entry for entry in found if entry.level != "country")
    if not found:
        return Place(name=name, parent=name.parent, precision="region" if name.parent else "unknown")
    wanted = [entry.country for entry in gazetteer.lookup(name.parent)[:1]] if name.parent else []
    order = [code for code in (*wanted, *countries) if code]
    ranked = sorted(
        found,
        key=lambda entry: (
            entry.level not in WIDE,
            order.index(entry.country) if entry.country in order else len(order),
        ),
    )
    best = ranked[0]
    elsewhere = best.country is not None and best.country not in order
    if order and elsewhere and best.level not in WIDE and best.population < KNOWN_TOWN:
        # a village of the same name at the other end of the world
        return Place(name=name, alternatives=tuple(ranked[:5]), parent=name.parent)
    if len(ranked) > 1 and elsewhere and best.level not in WIDE:
        score = min(score, 0.7)
    precision = {"country": "country", "area": "region", "region": "region"}.get(best.level, "exact")
    if is_division(name) and precision == "exact":
        precision = "region"
    if name.role in ("near", "distance") and precision == "exact":
        precision = "near"
    return Place(
        name=name, entry=best, score=score, alternatives=tuple(ranked[1:6]), parent=name.parent, precision=precision
    )


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
    return name.head is not None and name.head.split(" ")[0] in _divisions()


@cache
def _divisions() -> frozenset[str]:
    found = (entry for entry in entries("fr", "places") if entry.means == "division")
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
