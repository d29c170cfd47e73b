"""An article's readings in, whether it tells its own day hour by hour, so that what no word dates was counted that day, out."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.extract.place_clock import CLOCK
from recoupe.extract.reading import Reading
from recoupe.model.span import Span

RULE = "figures.window.onset_live"
# entries under an hour that make an article a live report
FEWEST = 3


def entries_from(readings: Sequence[tuple[Span, Reading]], text: str) -> int | None:
    """Return how many paragraphs stand over the first entry of a live report; None where the article is none."""
    if sum(CLOCK.match(line) is not None for line in text.splitlines()) < FEWEST:
        return None
    return next((at for at, (block, _) in enumerate(readings) if CLOCK.match(block.of(text))), None)
