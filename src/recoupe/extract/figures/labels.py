"""A sentence that opens with a label and a colon in, what its numbers count out: `Écoles : 12 détruites, 40 endommagées`."""

from __future__ import annotations

import re

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.line_heads import line_head
from recoupe.extract.figures.topics import Topic, topics
from recoupe.extract.figures.tree import shows
from recoupe.extract.paragraph import Sentence

RULE = "figures.tally.label"
# what stands between the numbers of one label: who tells each, what part each is, and no new sentence
NEXT = re.compile(r"(?:^|[;,]|\set)\s(?:(?:au\smoins|environ|quelque|près\sde|plus\sde|dont|puis)\s)?$")
BEHIND = re.compile(r"[\s\u00a0\u202f]*(?:\(|[;,.]|$|dont\b|au\s(?:moins|total|plus)\b|selon\b|d['’]après\b)")


def label_of(sentence: Sentence) -> Topic | None:
    """Return the noun that a label before a colon names, with what its own words say befell it."""
    head = line_head(sentence)
    if head is None:
        return None
    named = [topic for topic in topics(sentence) if topic.span.end <= head.after]
    return named[0] if named else None


def labelled(candidate: Candidate, sentence: Sentence) -> Topic | None:
    """Return the label that a number stands under, where nothing but the numbers of the list stands between."""
    label = label_of(sentence)
    if label is None:
        return None
    colon = sentence.text.index(":", label.span.end)
    between = sentence.text[colon + 1 : candidate.quantity.span.start]
    told = any(
        colon < token.idx < candidate.quantity.span.start and shows(token, "VerbForm", "Fin") for token in sentence.doc
    )
    return label if NEXT.search(between) and not told else None


def is_next_of_label(candidate: Candidate, sentence: Sentence) -> bool:
    """Whether a bare number is one of several under a label: `Morts : 21 (mairie) ; 27 (hôpital)`."""
    return (
        BEHIND.match(sentence.text, candidate.quantity.reach) is not None and labelled(candidate, sentence) is not None
    )
