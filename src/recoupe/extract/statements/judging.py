"""A verb of judging in, the words of the judgement out: `juge le bilan trop lourd`, `tient X pour responsable`."""

from __future__ import annotations

from recoupe.extract.statements.content import content_end
from recoupe.extract.statements.cues import Cue
from recoupe.extract.statements.fillers import skip_fillers
from recoupe.extract.statements.lexis import closed_words
from recoupe.extract.statements.phrases import phrase_at
from recoupe.extract.statements.small_words import DETERMINERS
from recoupe.extract.statements.words import Row, Stretch

DEGREES = frozenset(
    ["trop", "très", "peu", "plus", "moins", "assez", "bien", "parfaitement", "largement", "tout", "fort", "si", "pas"]
)
GUILTY = frozenset(
    ["responsable", "responsables", "coupable", "coupables", "comptable", "comptables", "complice", "complices"]
)


def judged(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> tuple[int, int] | None:
    """Return the words of `juge la hausse « suicidaire »`: a thing, and behind it what it is called."""
    start = skip_fillers(row, cue.last + 1, stretch.end)
    if row.low(start) not in DETERMINERS and not (start < stretch.end and row.words[start].capital):
        return None
    thing = phrase_at(row, start, stretch.end, together=False)
    if thing is None or thing.role == "pronoun":
        return None
    at = thing.last + 1
    inside = next((k for k in range(start + 1, thing.last + 1) if _calls(row, k)), None)
    if inside is None and not _calls(row, at):
        return None
    return start, content_end(row, start, stretch, cues, "noun")


def _calls(row: Row, at: int) -> bool:
    """Say whether a predicate begins at a word: quoted words, a degree and its adjective, a plain adjective."""
    if row.opens(at):
        return True
    low, after = row.low(at), at + 1
    if low in DEGREES or low.endswith("ement"):
        return after < len(row.words) and row.words[after].pos in ("ADJ", "VERB", "ADV")
    ends = row.low(after) in (".", ",", ";", "", "et", "pour", "mais", ")")
    return ends and low in closed_words("judgements")


def held(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> tuple[int, int] | None:
    """Return the words of `tient le maire pour responsable du drame`: the party and what it answers for."""
    start = skip_fillers(row, cue.last + 1, stretch.end)
    for at in range(start + 1, min(start + 20, stretch.end)):
        if row.low(at) in (".", ";", ":"):
            return None
        if row.low(at) in ("pour", "comme") and any(row.low(k) in GUILTY for k in range(at + 1, at + 4)):
            return start, content_end(row, start, stretch, cues, "que")
    return None


def held_for(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> tuple[int, int] | None:
    """Return the words of `tient l'incident pour clos`: a thing, and what it is taken for."""
    start = skip_fillers(row, cue.last + 1, stretch.end)
    thing = phrase_at(row, start, stretch.end, together=False) if row.low(start) in DETERMINERS else None
    if thing is None or row.low(thing.last + 1) != "pour" or not _calls(row, thing.last + 2):
        return None
    return start, content_end(row, start, stretch, cues, "que")


def innocent(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> tuple[int, int] | None:
    """Return the words of `clame son innocence`: the possessive and what follows."""
    at = cue.last + 1
    return (cue.last, content_end(row, at, stretch, cues, "noun")) if at < stretch.end else None


def justified(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> tuple[int, int] | None:
    """Return the words of `justifie cette décision par l'urgence`: a thing and its reason."""
    start = skip_fillers(row, cue.last + 1, stretch.end)
    thing = phrase_at(row, start, stretch.end, together=False) if row.low(start) in DETERMINERS else None
    if thing is None or row.low(thing.last + 1) != "par":
        return None
    return start, content_end(row, start, stretch, cues, "que")
