"""A number between commas or in brackets in, the noun before it that it counts out: `les assaillants, une soixantaine, ont fui`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recoupe.extract.figures.words import nouns

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HEDGE = r"(?:au\smoins|plus\sd['’e]\s?|près\sd['’e]\s?|environ|quelque|entre|peut-être|à\speine|soit|pas\smoins\sd['’e]\s?)?"
OPENS = re.compile(rf"(?:,\s|\s\()[«“\"]?[\s\u00a0]?{HEDGE}[\s\u00a0]?$", re.IGNORECASE)
CLOSES = re.compile(
    r"(?:\s(?:au\s(?:moins|total|plus|bas\smot)|environ|peut-être|en\stout|à\speine))?[\s\u00a0]?[»”\"]?(?:,|\))",
    re.IGNORECASE,
)
SEVERAL = re.compile(r"\b(?:les|des|ces|ses|leurs|nos|aux)\s$", re.IGNORECASE)
TOLD_BY = re.compile(r"\b(?:selon|d['’]après|pour)\s[^.;:,]{0,20}$|\bdires?\s(?:d|de\s)?$", re.IGNORECASE)


def noun_beside(doc: Doc, start: int, end: int) -> Token | None:
    """Return the noun of people that stands right before a number set between commas, or in brackets."""
    text = doc.text
    opened = OPENS.search(text[:start])
    if opened is None or CLOSES.match(text, end) is None:
        return None
    before = [token for token in doc if token.idx < opened.start()][-4:]
    for token in reversed(before):
        if token.is_punct or token.pos_ in ("VERB", "AUX", "SCONJ"):
            return None
        at = token.idx
        named = any(entry.extra["role"] == "person" for entry in nouns("counted").of(token)[:1])
        if named and SEVERAL.search(text[:at]) and not TOLD_BY.search(text[:at]):
            return token
    return None
