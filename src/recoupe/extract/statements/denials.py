"""A denial that a quote spells out in, what it denies out: `dément toute fuite : « Rien n'a coulé. »` denies a leak as well."""

from __future__ import annotations

from recoupe.extract.statements.content import shaped
from recoupe.extract.statements.cues import Cue
from recoupe.extract.statements.fillers import has_number, skip_fillers
from recoupe.extract.statements.found import Found
from recoupe.extract.statements.small_words import DETERMINERS
from recoupe.extract.statements.words import Row

DENYING = frozenset(["deny", "reject"])
SHORT = 9
TAKEN_UP = frozenset(["ce", "cet", "cette", "ces"])


def denied_before(row: Row, cue: Cue, each: Found) -> list[Found]:
    """Return what stands between a verb of denial, or one that asks for so many, and the colon of the quote that it was found with."""
    form = cue.frames.get("noun") or cue.frames.get("ruled_out")
    if each.frame != "colon" or form is None or cue.negated or row.low(cue.left - 1) in ("que", "qu'"):
        return []
    start = skip_fillers(row, cue.last + 1, len(row.words))
    colon = next((k for k in range(start, min(start + SHORT, len(row.words))) if row.low(k) == ":"), None)
    if colon is None or colon - start < 2 or row.words[colon].span.start > each.span.start:
        return []
    counted = form.entry.means == "demand" and has_number(row, start, colon - 1)
    if form.entry.means not in DENYING and not counted:
        return []
    if not counted and (row.low(start) in TAKEN_UP or row.low(start) not in DETERMINERS | {"tout", "toute"}):
        # `écarte cette idée : « ... »`: the quote says it all
        return []
    span, kind = shaped(row, start, colon - 1)
    return [
        Found(span, kind, cue.first, row.span(cue.first, cue.last), form.entry, each.speaker, "noun", form.entry.means)
    ]
