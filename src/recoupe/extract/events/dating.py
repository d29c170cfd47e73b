"""The words that tell an event and the moments of its sentence in, the moments that date it out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from recoupe.extract.paragraph import Sentence
from recoupe.model.moment import Moment

if TYPE_CHECKING:
    from spacy.tokens import Token

# what stands between two clauses: a moment beyond it dates the other one
APART = re.compile(r"[;:»”]|\s:\s|,\s(?:a|ont|avait|avaient|selon|d['’]après|qui|où|dont|mais|tandis|alors)\b")
# characters between a moment and what it dates
REACH = 250
HEADS = re.compile(r"^[\s«“\"]*(?:\w+\s){0,3}$")


def dated_by(holders: Sequence[Token], sentence: Sentence, moments: Sequence[Moment]) -> tuple[Moment, ...]:
    """Return the moments that date an event told by `holders` (its noun, the verb that carries it), the nearest first."""
    marks = {token.i for token in holders}
    first = holders[0]
    found: list[tuple[int, Moment]] = []
    for moment in moments:
        if not sentence.span.covers(moment.span):
            continue
        span = moment.span.shifted(-sentence.span.start)
        if abs(span.start - first.idx) > REACH:
            continue
        tokens = sentence.doc.char_span(span.start, span.end, alignment_mode="expand")
        if tokens is None or not len(tokens):
            continue
        between = sentence.text[min(span.end, first.idx) : max(span.start, first.idx)]
        if APART.search(between):
            continue
        held = _holder(tokens.root, tokens.start, tokens.end, marks)
        opening = HEADS.match(sentence.text[: span.start]) is not None and span.end < first.idx
        if held or (opening and _heads_clause(holders)):
            found.append((abs(span.start - first.idx), moment))
    return tuple(moment for _, moment in sorted(found, key=lambda pair: pair[0]))


def _holder(root: Token, start: int, end: int, marks: set[int]) -> bool:
    """Whether what a moment hangs on is the event: its noun or verb, before any other verb or event."""
    current = root
    for _ in range(6):
        if current.i in marks:
            return True
        if not start <= current.i < end and current.pos_ in ("VERB", "AUX"):
            return any(child.i in marks and child.dep_.startswith(("aux", "cop")) for child in current.children)
        if current.head.i == current.i:
            return False
        current = current.head
    return False


def _heads_clause(holders: Sequence[Token]) -> bool:
    """Whether the verb that tells an event is the sentence's own, so that a day which opens the sentence is its day."""
    for token in holders:
        current = token
        while current.dep_ in ("conj", "xcomp") and current.head.pos_ in ("VERB", "AUX"):
            current = current.head
        if current.dep_ == "ROOT":
            return True
    return False
