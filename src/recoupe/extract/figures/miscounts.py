"""A counted noun in its sentence in, whether a count took it in twice or by mistake out."""

from __future__ import annotations

import re

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.paragraph import Sentence

# what was in a count twice or by mistake, and is taken out of it: `deux corps comptés deux fois`, `inscrit par erreur trois noms`
COUNTING = (
    r"(?:compt|recompt|comptabilis|recens|inscri|enregistr|dénombr|déclar|répertori|signal|list|identifi|report|annonc)"
)
MISTAKEN = (
    r"(?:(?:deux|trois|plusieurs|2|3)\sfois|en\sdouble|doublement|par\s(?:erreur|mégarde|méprise)|à\stort|double)\b"
)
MISCOUNTED = re.compile(
    r"(?:\s(?!(?:dont|et|mais|ou|après|selon)\b)[^\s.;:,()\d]+){0,6}?"
    rf"(?:\s\(?{COUNTING}\w*(?:\s(?:mort|décédé|disparu|blessé|tué)e?s?)?\s(?:\w+\s)?{MISTAKEN}"
    r"|\s(?:fais\w+\s(?:\w+\s)?doublons?|(?:figur|apparaiss)\w+\s(?:\w+\s){0,2}?(?:deux\sfois|en\sdouble|par\serreur|à\stort)))",
    re.IGNORECASE,
)
MISCOUNTING = re.compile(rf"\b{COUNTING}\w*\s{MISTAKEN}\s$", re.IGNORECASE)
MISCOUNTER = re.compile(rf"\b{COUNTING}\w*\s$", re.IGNORECASE)
MISTAKEN_BEHIND = re.compile(rf"(?:\s[^\W\d]+){{1,3}}?\s{MISTAKEN}", re.IGNORECASE)


def is_miscounted(candidate: Candidate, sentence: Sentence) -> bool:
    """Whether a number is of those that a count took in twice or wrongly: it mends a toll and is none of its own."""
    before, end = sentence.text[: candidate.quantity.span.start], candidate.quantity.reach
    if MISCOUNTED.match(sentence.text, end) or MISCOUNTING.search(before):
        return True
    return MISCOUNTER.search(before) is not None and MISTAKEN_BEHIND.match(sentence.text, end) is not None
