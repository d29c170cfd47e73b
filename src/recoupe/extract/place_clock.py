"""How an entry of a live report opens: the hour at its head."""

from __future__ import annotations

import re

from recoupe.model.article import BlockKind
from recoupe.model.place import PlaceName

# `11 h 15 – `, `09:40. `, `18h (heure locale) : `: the hour of an entry
CLOCK = re.compile(
    r"^[^\w\n]{0,3}\d{1,2}\s?(?:h|H|:)\s?\d{0,2}(?:\s?(?:min|mn|GMT|UTC))?(?:\s?\([^()\n]{2,30}\))?\s*[-–—|:.•]\s*"
)


def heads_entry(name: PlaceName, text: str) -> bool:
    """Say whether a name stands in the heading of one entry: `11 h 15 – À X, les pétroliers s'en vont`."""
    start = text.rfind("\n", 0, name.span.start) + 1
    return name.block is BlockKind.HEADING and CLOCK.match(text[start : name.span.end]) is not None
