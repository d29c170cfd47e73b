"""An article's figures so far and the next in, whether that one says the same amount over in another currency or measure out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recoupe.model.figure import Counted, Figure
from recoupe.model.span import Evidence

# `10 millions de dinars (environ 7.500 euros)`, `3 millions de francs, soit 4.600 euros`
SAID_OVER = re.compile(
    r"[^()\[\].;:]{0,40}?(?:[(\[](?:soit |c'est-à-dire )?|, soit )"
    r"(?:environ |près de |quelque |plus de |un peu plus de |un peu moins de |moins de |autour de |à peu près |presque |l'équivalent de )?"
)
MEASURES = frozenset({Counted.MONEY, Counted.AREA})


def like_what_it_converts(figure: Figure, before: Sequence[Figure], text: str) -> Figure:
    """Return a converted amount with all that is said of the amount before it; any other figure as it is."""
    if not before or figure.counted not in MEASURES:
        return figure
    first = before[-1]
    between = text[first.span.end : figure.span.start].replace("’", "'")
    if first.counted is not figure.counted or first.unit == figure.unit or not SAID_OVER.fullmatch(between):
        return figure
    kept = [
        why for why in figure.evidence if why.field not in ("kind", "window", "source", "place", "place_id", "modality")
    ]
    return replace(
        figure,
        kind=first.kind,
        modality=first.modality,
        since=first.since,
        until=first.until,
        source=first.source,
        place=first.place,
        place_id=first.place_id,
        evidence=(*kept, Evidence("kind", "figures.kind.conversion", first.span)),
    )
