"""The place names of one article in, each bound to the gazetteer out, and the place that the article is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from recoupe.extract.gazetteer import Gazetteer
from recoupe.extract.gazetteer_keys import exact_key
from recoupe.model.article import BlockKind
from recoupe.model.place import GazetteerEntry, Place, PlaceName
from recoupe.model.span import Span

TIED = frozenset({"in", "near", "from", "to", "between", "distance", "dateline", "said"})
HAPPENED = frozenset({"in", "near", "between"})
WIDE = frozenset({"country", "area"})
# a name that nothing but itself says to be a place needs a town that readers know
KNOWN_TOWN = 50_000
SUFFIX = re.compile(r"(?:nord|sud|est|ouest|centre|ville)$")
ENDINGS = re.compile(
    r"(?:ien|ienne|iens|iennes|een|eenne|eens|eennes|ais|aise|aises|ain|aine|ains|aines|ois|oise|oises|an|ane|ans|anes|e|es"
    r"|and|ande|ands|andes|que|ques|ol|ole|ols|oles|in|ine|ins|ines|i|ie|is|ies|nais|naise|en|enne|ens|ennes)$"
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

    def resolve(self, name: PlaceName) -> Place:
        """Return the name bound to the world: its entry, its score, the other places of that name."""
        return self._bound.get((name.span, name.name)) or _resolve(name, self.gazetteer, self._countries)

    def knows(self, name: PlaceName) -> bool:
        """Say whether the article confirms that this name is a place."""
        return (name.span, name.name) in self._bound

    def country_place(self) -> Place | None:
        """Return the country that the article is about, as a place of its own."""
        if self.country is None:
            return None
        name = PlaceName(span=Span(0, 0), name=self.country.name, role="bare", rule="places.country")
        return Place(name=name, entry=self.country, score=1.0, precision="country")

    def is_of_country(self, word: str) -> bool:
        """Say whether a word is made of the name of the article's country: haïtienne, Haïtiens."""
        return self.country is not None and _is_demonym(word, self.country.name)


def bind_places(names: Sequence[PlaceName], gazetteer: Gazetteer, text: str) -> Places:
    """Return the places of an article, whose names come in the order of the text with spans that count in `text`."""
    countries = _countries(names, gazetteer)
    kept = [name for name in names if _is_place(name, names, gazetteer)]
    bound = {(name.span, name.name): _resolve(name, gazetteer, countries) for name in kept}
    for name in kept:
        bound[name.span, name.name] = _spelled_out(bound[name.span, name.name], list(bound.values()))
    places = Places(text, gazetteer, _bound=bound, _countries=countries)
    places.main = _main(kept, places)
    code = places.main.entry.country if places.main and places.main.entry else None
    places.country = gazetteer.country(code or countries[0]) if code or countries else None
    return places


def _countries(names: Sequence[PlaceName], gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the codes of the countries that an article speaks of, most first: those named, then those of its towns."""
    votes: dict[str, float] = {}
    for name in names:
        for spelling in filter(None, (name.name, name.parent)):
            entries = gazetteer.lookup(spelling)
            if not entries or entries[0].country is None:
                continue
            weight = 3.0 if entries[0].level == "country" else 1.0 if name.role in HAPPENED else 0.2
            # a name that several countries have votes for none of them
            if entries[0].level == "country" or len({entry.country for entry in entries}) == 1:
                votes[entries[0].country] = votes.get(entries[0].country, 0.0) + weight * _weight(name)
    return tuple(sorted(votes, key=lambda code: (-votes[code], code)))


def _weight(name: PlaceName) -> float:
    return (3.0 if name.block is BlockKind.TITLE else 1.0) * (
        1.0 if name.role in HAPPENED | {"title", "parent"} else 0.3
    )


def _is_place(name: PlaceName, names: Sequence[PlaceName], gazetteer: Gazetteer) -> bool:
    """Say whether the article as a whole bears a name out: tied to what is told, or a country or town that all know."""
    key = exact_key(name.name)
    if name.rule == "places.capitals":
        return any(exact_key(other.name) == key for other in names if other.role in TIED) or any(
            entry.level == "country" or entry.population >= 1000 for entry in gazetteer.lookup(name.name)[:1]
        )
    if name.head is not None or name.role in TIED | {"parent", "function"}:
        return True
    if any(exact_key(other.name) == key and (other.head or other.role in TIED) for other in names):
        return True
    entries = gazetteer.lookup(name.name)
    return bool(entries) and (entries[0].level in WIDE or entries[0].population >= KNOWN_TOWN)


def _resolve(name: PlaceName, gazetteer: Gazetteer, countries: Sequence[str]) -> Place:
    """Return the entry that fits the article best: one in its countries, else the best known; the others are kept."""
    proper = name.name
    entries = gazetteer.lookup(proper)
    score = 1.0
    if not entries and name.head is None:
        guesses = gazetteer.fuzzy(proper, countries[0] if countries else None)
        entries, score = tuple(entry for entry, _ in guesses[:6]), guesses[0][1] if guesses else 0.0
    if not entries:
        return Place(name=name, parent=name.parent, precision="region" if name.parent else "unknown")
    wanted = [entry.country for entry in gazetteer.lookup(name.parent)[:1]] if name.parent else []
    order = [code for code in (*wanted, *countries) if code]
    ranked = sorted(
        entries,
        key=lambda entry: (
            entry.level not in WIDE,
            order.index(entry.country) if entry.country in order else len(order),
        ),
    )
    best = ranked[0]
    if len(ranked) > 1 and best.country not in order and best.level not in WIDE:
        score = min(score, 0.7)
    precision = {"country": "country", "area": "region", "region": "region"}.get(best.level, "exact")
    if name.role in ("near", "distance") and precision == "exact":
        precision = "near"
    return Place(
        name=name, entry=best, score=score, alternatives=tuple(ranked[1:6]), parent=name.parent, precision=precision
    )


def _spelled_out(place: Place, others: Iterable[Place]) -> Place:
    """Return a place under its full name where the article has one: `le Cap` under `Cap-Haïtien`."""
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


def _main(names: Sequence[PlaceName], places: Places) -> Place | None:
    """Return the place that an article is about: that of its title, of its first sentence, and the one named most."""
    lead_end = _lead_end(places.text, names)
    scores: dict[str, float] = {}
    firsts: dict[str, Place] = {}
    in_title, led, title_break = False, None, 0
    for name in names:
        place = places.resolve(name)
        key = exact_key(place.name.name)
        wide = place.entry is not None and place.entry.level in WIDE
        if name.block is BlockKind.TITLE:
            score = _in_title(name, wide)
            if title_break and score and "," in places.text[title_break : name.span.start]:
                score *= 0.4
            if score >= 5.0:
                in_title = True
                title_break = title_break or name.span.end
        else:
            score = _in_body(name, wide, name.span.end <= lead_end)
            if score > 4.0 and not wide and name.role in HAPPENED:
                led = led or key
        if score:
            # of places that weigh the same, the first
            scores[key] = scores.get(key, 0.0) + (score if key in scores else score + 0.01)
            firsts.setdefault(key, place)
    if not scores:
        return None
    best = max(scores, key=lambda key: scores[key])
    entry = firsts[best].entry
    if entry is not None and entry.level in WIDE:
        # a title may give the country alone, and the first sentence the town
        if led is not None and (firsts[led].entry is not None or _mentions(led, names, places) > 1):
            return firsts[led]
        return _capital(entry, names, places, lead_end) or firsts[best]
    if not in_title and scores[best] < 6.0 and len(scores) > 1 and _mentions(best, names, places) < 2:
        return None
    return firsts[best]


def _mentions(key: str, names: Sequence[PlaceName], places: Places) -> int:
    return sum(exact_key(places.resolve(name).name.name) == key and name.role != "dateline" for name in names)


def _in_title(name: PlaceName, wide: bool) -> float:
    if name.role == "near" and wide:
        return 0.0
    weight = {"in": 10.0, "near": 9.0, "title": 9.0, "between": 5.0, "bare": 3.0, "of": 1.0}.get(name.role or "", 0.0)
    if name.role == "bare" and name.head:
        weight = 7.0
    return weight * 0.6 if wide else weight


def _in_body(name: PlaceName, wide: bool, leads: bool) -> float:
    if name.role in HAPPENED:
        if leads and not (wide and name.role == "near"):
            return 3.5 if wide else 5.0
        return 0.5 if wide else 1.0
    if name.head and name.role in ("bare", "of"):
        return 0.5 if wide else 1.0
    return {"dateline": 1.0, "of": 0.2, "bare": 0.2, "said": 0.2}.get(name.role or "", 0.0)


def _capital(country: GazetteerEntry, names: Sequence[PlaceName], places: Places, lead_end: int) -> Place | None:
    """Return the capital that an article names where its opening tells of `la capitale malienne` as the scene."""
    for hit in re.finditer(r"(?<!de )(?<!près )\b[Ll]a capitale (?:de la |du |de l['’]|de |d['’])?(\w+)", places.text):
        if hit.start() < max(lead_end, 800) and _is_demonym(hit[1], country.name):
            for name in names:
                place = places.resolve(name)
                if place.entry and place.entry.level == "capital" and place.entry.country == country.country:
                    return place
    return None


def _lead_end(text: str, names: Sequence[PlaceName]) -> int:
    """Return where the first full sentence of an article's body ends."""
    title_end = max((name.span.end for name in names if name.block is BlockKind.TITLE), default=0)
    start = text.find("\n", title_end) + 1 if title_end else 0
    for hit in re.finditer(r"[^\n]+", text[start:]):
        line = hit.group()
        if len(line) >= 80 and re.search(r"[.…!?»\"]\s*$", line):
            end = re.search(r"(?<=[a-zà-ÿ)»\"])\.(?=\s|$)", line)
            return start + hit.start() + (end.end() if end else len(line))
    return len(text)


def _is_demonym(word: str, country: str) -> bool:
    """Say whether a word is an adjective or a people's name made of a country's.

    >>> _is_demonym("Haïtiens", "Haïti"), _is_demonym("maliennes", "Mali"), _is_demonym("malades", "Mali")
    (True, True, False)
    """
    stem, folded = exact_key(country), exact_key(word)
    ending = ENDINGS.search(folded)
    while ending is not None:
        head = folded[: ending.start()]
        if len(head) >= 3 and stem.startswith(head) and len(stem) - len(head) <= 3:
            return True
        if head.startswith(stem) and len(head) - len(stem) <= 1:
            return True
        ending = ENDINGS.search(folded, ending.start() + 1)
    return False
