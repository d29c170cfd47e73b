"""The items of a list that open with a name in, whether that name is one of the places that the list goes through out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recoupe.extract.gazetteer import Gazetteer
from recoupe.model.place import PlaceName

ITEM = re.compile(
    r"[ \t]*(?:[-–—•*■►][ \t]*)?(?P<name>[A-ZÀ-Þ][\w'’ -]{1,40}?)\s?: ?(?P<counts>(?:[a-zà-ÿ]+ ){0,2}(?:\d|un|deux|trois|[a-zà-ÿ]+)\b)"
)
# what a list of tolls calls its last item, or the whole
OTHERS = re.compile(r"Ailleurs|Autres?|Total|Ensemble|Reste|Divers|Bilan|Sous-total")


def is_item_of_places(name: PlaceName, gazetteer: Gazetteer, countries: Sequence[str], text: str) -> bool:
    """Say whether a list is one of places of the article's country: the item's own name is one, or that of an item beside it.

    Each is written nowhere in small letters, as `Décès`, `Blessés` would be.
    """
    if name.rule != "places.item" or not countries or OTHERS.fullmatch(name.name):
        return False
    items = [hit["name"] for hit in _around(name, text) if not OTHERS.fullmatch(hit["name"])]
    if any(re.search(rf"(?<![\w-]){re.escape(item.lower())}(?![\w-])", text) for item in items):
        return False
    return any(entry.country == countries[0] for item in items for entry in gazetteer.lookup(item))


def _around(name: PlaceName, text: str) -> list[re.Match[str]]:
    """Return the items of the list that a name stands in: its line, and those before and behind it that open alike."""
    start = text.rfind("\n", 0, name.span.start) + 1
    found: list[re.Match[str]] = []
    at = start
    while at < len(text):
        hit = ITEM.match(text, at)
        if hit is None:
            break
        found.append(hit)
        at = _next_line(text, at)
    at = start
    while at > 0:
        at = text.rfind("\n", 0, len(text[: at - 1].rstrip("\n"))) + 1
        hit = ITEM.match(text, at)
        if hit is None:
            break
        found.append(hit)
    return found


def _next_line(text: str, at: int) -> int:
    end = re.compile(r"\n+").search(text, at)
    return end.end() if end else len(text)
