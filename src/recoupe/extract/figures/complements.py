"""A counted noun of which no verb tells a fate in, what a place, a state or a symptom in its clause says befell it out.

The verb may be any: `ont fini la nuit en cellule`, `comparaissent menottés`, `ont des plaques sur la peau`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.nearby import CLAUSE_STARTS, scope
from recoupe.extract.figures.reason import Reason, by_turn, fits
from recoupe.extract.figures.tree import shows
from recoupe.extract.figures.words import phrases
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted, Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

# what those are whom a verb only moves: where they are brought says more
LED = frozenset({Kind.EVACUATED, Kind.RETURNED, Kind.HOSTED, Kind.DISPLACED})
ENDS = frozenset({Kind.DETAINED, Kind.KILLED, Kind.ABDUCTED})
# how it ended for those who were held fast: `ont dérivé trois jours avant d'être recueillis`
HELD = frozenset({Kind.TRAPPED, Kind.MISSING, Kind.EXPOSED})
WEAK = ("figures.kind.weak_noun", "figures.kind.weak_verb")


def by_complement(
    reason: Reason | None, candidate: Candidate, counted: Counted | None, sentence: Sentence
) -> Reason | None:
    """Return what a complement behind the counted tells, where nothing is read or only that they were moved, else the reason."""
    weak = reason is None or (reason.rule in WEAK and reason.kind is not Kind.KILLED)
    if not weak and (reason is None or reason.kind not in LED | HELD or reason.verb is None):
        return reason
    ends = {Kind.RESCUED} if reason is not None and reason.kind in HELD else ENDS
    start, end = scope(candidate, sentence)
    for entry, pattern in phrases("complement"):
        kind = Kind(entry.means)
        if not fits(entry, counted) or (not weak and kind not in ends):
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
    if any(token.like_num and not _is_measure(token) for token in words):
        return False
    if any(token.text.casefold() in CLAUSE_STARTS for token in words):
        return False
    finite = [token for token in words if token.pos_ in ("VERB", "AUX") and shows(token, "VerbForm", "Fin")]
    return len(finite) <= 1


UNITS = re.compile(r"(?:secondes?|minutes?|heures?|jours?|nuits?|semaines?|mois|ans|années|mètres|kilomètres|fois)")


def _is_measure(number: Token) -> bool:
    """Whether a number says how long or how far, so that it opens no count: `ont tenu dix heures`."""
    behind = number.doc[number.i + 1].text.casefold() if number.i + 1 < len(number.doc) else ""
    return number.text.casefold() in ("un", "une") or UNITS.fullmatch(behind) is not None
