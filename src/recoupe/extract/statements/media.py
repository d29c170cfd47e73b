"""A statement's sentence in, the medium that its words reached the outlet through out."""

from __future__ import annotations

from recoupe.extract.statements.fillers import named_medium
from recoupe.extract.statements.found import Found
from recoupe.extract.statements.lexis import actors
from recoupe.extract.statements.phrases import phrase_at
from recoupe.extract.statements.small_words import DETERMINERS
from recoupe.extract.statements.words import Row
from recoupe.model.span import Evidence

INTO = frozenset(["à", "au", "aux", "dans", "sur", "par", "via", "lors", "devant"])


def medium_of(row: Row, each: Found) -> tuple[str | None, Evidence | None]:
    """Return the medium named near the cue (`AFP`, `communiqué`), without its preposition, and its evidence."""
    if each.cue is None:
        return None, None
    stretch = row.stretch_of(each.at)
    for at in range(stretch.start, stretch.end):
        word = row.words[at]
        if word.low not in INTO or (each.span.covers(word.span) and not each.span.covers(each.cue)):
            continue
        body = at + 1
        while body < stretch.end and row.low(body) in (*DETERMINERS, "de", "d'"):
            body += 1
        if body >= stretch.end or abs(row.words[body].span.start - each.cue.end) > 90:
            continue
        medium = next((entry for entry in actors().get(row.low(body), ()) if entry.means == "medium"), None)
        if medium is None:
            continue
        phrase = phrase_at(row, body, stretch.end, together=False)
        named = named_medium(row, body, stretch.end)
        last = named if named is not None else phrase.last if phrase is not None else body
        span = row.span(body, last) if word.low in ("à", "au") else row.words[body].span
        return span.of(row.text), Evidence("via", medium.name, span)
    return None, None
