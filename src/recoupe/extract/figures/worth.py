"""A candidate of which nothing is said in, whether it counts all the same out: a known noun, or a number too large for chance."""

from __future__ import annotations

import re

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.words import nouns
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted, Qualifier


def definite_pair(candidate: Candidate, sentence: Sentence) -> bool:
    """`les deux hôpitaux` are two known ones: nothing is counted."""
    quantity = candidate.quantity
    before = sentence.text[: quantity.span.start]
    return (
        quantity.high is not None
        and quantity.high <= 2
        and bool(re.search(r"\b(?:les|des|aux|ces|leurs|nos)\s$", before, re.I))
    )


# how large a region is tells nothing of its crisis
LAND = re.compile(
    r"\b(?:vaste|étend\w*|grande?|superficie\stotale|immense)\s(?:[^\W\d]+\s){0,3}(?:d['’])?$", re.IGNORECASE
)


def worth_keeping(candidate: Candidate, counted: Counted | None) -> bool:
    """Whether a quantity of which nothing is said counts all the same: a known noun, or a number too large for chance."""
    quantity = candidate.quantity
    if quantity.is_share:
        return True
    if counted is Counted.AREA:
        return not LAND.search(candidate.top.doc.text[: quantity.span.start])
    if counted is not None:
        return True
    if candidate.noun is None or nouns("not_counted").of(candidate.noun):
        return False
    low = quantity.low if quantity.low is not None else quantity.high
    plural = candidate.noun.text.casefold().endswith(("s", "x")) and candidate.noun.pos_ == "NOUN"
    if quantity.qualifier in (Qualifier.VAGUE, Qualifier.ABOUT):
        return True
    return low is not None and (low >= 1000 or (plural and low >= 3))


def is_name(candidate: Candidate) -> bool:
    """Whether the names of a list are counted, so that those who bear them are."""
    noun = candidate.noun
    if noun is None or noun.text.casefold() != "noms" or candidate.partitive:
        return False
    return not noun.dep_.startswith("nsubj") and not NAMES_KNOWN.search(noun.doc.text[: candidate.quantity.span.start])


NAMES_KNOWN = re.compile(r"\b(?:des|les)\s$", re.IGNORECASE)
