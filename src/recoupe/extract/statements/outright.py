"""A denial that says nothing of what it denies in, its words out: `Le gouvernement dément.`, `nie en bloc`."""

from __future__ import annotations

from recoupe.extract.statements.cues import Cue
from recoupe.extract.statements.words import Row, Stretch


def outright(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> tuple[int, int] | None:
    """Return the words of a denial that stands for itself: its own verb, with what strengthens it."""
    at = cue.last + 1
    if row.words[cue.first].depth:
        quote = row.quote_at(cue.first)
        inside = [
            k for k in range(stretch.start, stretch.end) if quote is not None and quote.inner.covers(row.words[k].span)
        ]
        return (cue.first, inside[-1]) if inside and inside[0] == cue.first and len(inside) < 6 else None
    if at < stretch.end and row.opens(at) and row.low(cue.last) != ",":
        quote = row.quote_at(at)
        last = max(
            (k for k in range(at, stretch.end) if quote is not None and quote.outer.covers(row.words[k].span)),
            default=at,
        )
        return at, last
    if row.low(at) == "en" and row.low(at + 1) == "bloc":
        return cue.first, at + 1
    if row.low(at).endswith("ement") and row.low(at + 1) in (".", ",", ""):
        return cue.first, at
    governed = any(row.low(k) in ("que", "qu'", "le", "la", "l'", "les") for k in range(cue.left, cue.first))
    ends = at >= stretch.end or row.low(at) in (".", "!", ";")
    # `L'usine a démenti. « Rien n'a fui »`: the denial is what is quoted; `Chez l'exploitant, on nie`
    spelled_out = at + 1 < len(row.words) and row.opens(at + 1)
    nobody = row.low(cue.left - 1) == "on"
    if (
        ends
        and not spelled_out
        and not nobody
        and cue.mood == "finite"
        and not cue.negated
        and not governed
        and not _relative(row, cue, stretch)
    ):
        # `Le gouvernement dément.`
        return cue.first, cue.last
    return None


def _relative(row: Row, cue: Cue, stretch: Stretch) -> bool:
    """Say whether a clause of `que` stands before a cue, whose object is said already: `un accord que la mairie nie`."""
    return any(row.low(k) in ("que", "qu'", "quoi") for k in range(stretch.start, cue.left))
