"""A counted noun of which no verb tells a fate in, what a place, a state or a symptom in its clause says befell it out.

The verb may be any: `ont fini la nuit en cellule`, `comparaissent menottés`, `ont des plaques sur la peau`.
"""

from __future__ import annotations

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.nearby import CLAUSE_STARTS, scope
from recoupe.extract.figures.reason import Reason, by_turn, fits
from recoupe.extract.figures.tree import shows
from recoupe.extract.figures.words import phrases
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted, Kind

# what those are whom a verb only moves: where they are brought says more
LED = frozenset({Kind.EVACUATED, Kind.RETURNED, Kind.HOSTED, Kind.DISPLACED})
ENDS = frozenset({Kind.DETAINED, Kind.KILLED, Kind.ABDUCTED})
WEAK = ("figures.kind.weak_noun", "figures.kind.weak_verb")


def by_complement(
    reason: Reason | None, candidate: Candidate, counted: Counted | None, sentence: Sentence
) -> Reason | None:
    """Return what a complement behind the counted tells, where nothing is read or only that they were moved, else the reason."""
    weak = reason is None or (reason.rule in WEAK and reason.kind is not Kind.KILLED)
    if not weak and (reason is None or reason.kind not in LED or reason.verb is None):
        return reason
    start, end = scope(candidate, sentence)
    for entry, pattern in phrases("complement"):
        kind = Kind(entry.means)
        if not fits(entry, counted) or (not weak and kind not in ENDS):
            continue
        for hit in pattern.finditer(sentence.text, start, end):
            led = reason is None or weak or hit.start() >= reason.span.end
            if led and _is_same_clause(sentence, start, hit.start()):
                return by_turn(entry, "complement", hit.start(), hit.end())
    return reason


def _is_same_clause(sentence: Sentence, start: int, end: int) -> bool:
    """Whether no second verb, no other number and no clause of its own stands between the counted and a complement."""
    between = sentence.text[start:end]
    if any(mark in between for mark in (". ", "; ", " : ", "? ", "! ", "» ")):
        return False
    words = [token for token in sentence.doc if start <= token.idx < end]
    if any(token.like_num and token.text.casefold() not in ("un", "une") for token in words):
        return False
    if any(token.text.casefold() in CLAUSE_STARTS for token in words):
        return False
    finite = [token for token in words if token.pos_ in ("VERB", "AUX") and shows(token, "VerbForm", "Fin")]
    return len(finite) <= 1
