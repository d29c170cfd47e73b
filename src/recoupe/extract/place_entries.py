"""A figure's number in an entry of a live report in, the place that the entry is set in out: what it first tells of."""

from __future__ import annotations

import re

from recoupe.extract.article_places import Places
from recoupe.extract.gazetteer_keys import exact_key
from recoupe.extract.place_clock import CLOCK
from recoupe.extract.place_going_on import ASIDE, BROUGHT, STATE, SUMS, TURNS, tells
from recoupe.extract.place_weighing import TOWNS
from recoupe.model.place import PlaceName
from recoupe.model.span import Span

# `X aussi a marché`, `X s'est hérissée de barricades`: a town that acts or undergoes
UNDERGOES = re.compile(
    r"(?:, [^,;.:]{3,50},)?(?: (?:aussi|elle aussi|lui aussi|également|non plus|encore|toujours))?"
    r" (?:n'|ne |a |est |s'est |était |avait |reste |demeure |vit |se |s')"
)
# `Puis X`, `Enfin X`
BEFORE_SUBJECT = re.compile(r"(?:(?:Puis|Enfin|Et|Mais|Même|Hier|La ville,|La capitale,|La cité,|Seule?)\s?)?")


def is_told_of(name: PlaceName, before: str, places: Places) -> bool:
    """Say whether a town is the subject of its sentence, which `before` opens; a capital may stand for its state."""
    entry = places.resolve(name).entry
    if name.role != "bare" or name.head is not None or entry is None or entry.level not in TOWNS:
        return False
    if entry.level == "capital" and not before.strip().startswith(("La capitale", "La ville", "La cité")):
        return False
    told = places.text[name.span.end : name.span.end + 80].replace("’", "'")
    return BEFORE_SUBJECT.fullmatch(before) is not None and UNDERGOES.match(told) is not None


def set_by_entry(span: Span, sentence: Span, places: Places) -> PlaceName | None:
    """Return the one place that the sentences before a number tell of in the same entry: `18 h 45 – Tirs à X. Deux gendarmes ...`."""
    text = places.text
    start = text.rfind("\n", 0, sentence.start) + 1
    clock = CLOCK.match(text[start : sentence.end])
    if clock is None or start + clock.end() >= span.start:
        return None
    words = text[sentence.start : span.start].replace("’", "'")
    if SUMS.search(words) or TURNS.search(words) or STATE.search(words):
        return None
    opened = start + clock.end()
    told = text[opened : sentence.start].replace("’", "'")
    if SUMS.search(told) or BROUGHT.search(told):
        return None
    held = [
        name
        for name in places.names
        if opened <= name.span.start
        and name.span.end <= sentence.start
        and (tells(name, places) or is_told_of(name, text[opened : name.span.start], places))
        and not ASIDE.search(text[opened : name.span.start])
    ]
    keys = {exact_key(places.resolve(name).name.name) for name in held}
    return held[-1] if len(keys) == 1 else None
