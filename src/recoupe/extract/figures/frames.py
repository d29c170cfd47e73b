"""A counted noun of which no word tells what befell it in, what its company tells out: who acts on it, where, before whom.

`La grêle a criblé d'impacts deux cents voitures`: whatever the verb, what a force of nature does to things lays them low.
"""

from __future__ import annotations

import re
from functools import cache

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.nearby import scope
from recoupe.extract.figures.reason import Reason, by_turn, fits
from recoupe.extract.paragraph import Sentence
from recoupe.lexicon import Entry, family
from recoupe.model.figure import Counted, Kind
from recoupe.model.span import Evidence

Patterns = tuple[Entry, re.Pattern[str] | None, re.Pattern[str] | None]


@cache
def frames() -> tuple[Patterns, ...]:
    """Return the frames, compiled: what ends shortly before the counted, or with `behind` what comes after it."""
    made: list[Patterns] = []
    for entry in family("fr", "kinds"):
        if entry.extra["role"] == "frame":
            if entry.extra.get("behind"):
                made.append((entry, None, re.compile(rf"(?<![\w-])(?:{entry.regex})", re.IGNORECASE)))
            else:
                head = rf"(?<![\w-])(?:{entry.regex})(?:\s[^\s.;:,»”]+){{0,4}}?\s?(?:d['’]|l['’])?[«“\"\s\u00a0]*$"
                made.append((entry, re.compile(head, re.IGNORECASE), None))
    return tuple(made)


def framed(candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    """Return the kind that the company of the counted gives it, where nothing else does."""
    at = candidate.quantity.span.start
    before = sentence.text[:at]
    start, end = scope(candidate, sentence)
    for entry, head, tail in frames():
        if not fits(entry, counted) or _is_few(candidate, entry):
            continue
        if head is not None:
            hit = head.search(before)
        else:
            hit = tail.search(sentence.text, start, end) if tail is not None else None
            if hit is not None and _is_of_others(sentence, start, hit.start()):
                hit = None
        if hit is None or _is_barred(entry, sentence.text[min(hit.start(), at) : max(hit.end(), start)]):
            continue
        return by_turn(entry, "frame", hit.start(), hit.end())
    return None


def evidence(reason: Reason) -> tuple[Evidence, ...]:
    """Return what a frame says of a kind."""
    return Evidence("kind", reason.rule, reason.span), Evidence("kind", reason.entry, reason.span)


def default(
    kind: Kind, rule: str, candidate: Candidate, counted: Counted | None, sentence: Sentence
) -> tuple[Kind, tuple[Evidence, ...]]:
    """Return the kind of what is counted where no word tells it: what its company gives, else the one it is given out for."""
    frame = framed(candidate, counted, sentence)
    if frame is not None:
        return frame.kind, evidence(frame)
    return kind, (Evidence("kind", rule, candidate.quantity.span),)


def _is_few(candidate: Candidate, entry: Entry) -> bool:
    """Whether fewer are counted than a frame asks for: one passer-by is no crowd."""
    low = candidate.quantity.low
    return low is not None and low < entry.extra.get("least", 0)


def _is_of_others(sentence: Sentence, start: int, end: int) -> bool:
    """Whether another count, or the end of what is quoted, stands before the words behind."""
    if re.search("[»”«:;]", sentence.text[start:end]):
        return True
    return any(token.like_num for token in sentence.doc if start <= token.idx < end and token.text not in ("un", "une"))


def _is_barred(entry: Entry, words: str) -> bool:
    bar = entry.extra.get("unless")
    return bar is not None and re.search(bar, words, re.IGNORECASE) is not None
