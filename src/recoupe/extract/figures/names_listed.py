"""The names of a list in, what befell those who bear them out: `48 noms de disparus`, `le manifeste énumère 212 noms`."""

from __future__ import annotations

import re

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.words import kind_nouns
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Kind
from recoupe.model.span import Evidence

Told = tuple[Kind, tuple[Evidence, ...]]

LIST_OF = re.compile(r"\blistes?\sdes\s(?:\w+\s)?$")
# a list of those who were aboard
ABOARD = re.compile(
    r"\b(?:manifestes?|listes?\s(?:des\s(?:passagers|voyageurs)|d['’](?:embarquement|équipage))|registres?\sde\sbord)\b",
    re.IGNORECASE,
)


def of_names(candidate: Candidate, sentence: Sentence) -> Told:
    """Return what the list is said to be of; else the article's toll says it."""
    span, noun = candidate.quantity.span, candidate.noun
    for token in sentence.doc:
        near = noun is not None and noun.i < token.i <= noun.i + 2
        if near or LIST_OF.search(sentence.text[: token.idx]):
            for entry in kind_nouns("noun").of(token):
                why = (Evidence("kind", "figures.kind.of_listed"), Evidence("kind", entry.name))
                return Kind(entry.means), why
    if ABOARD.search(sentence.text):
        return Kind.EXPOSED, (Evidence("kind", "figures.kind.of_manifest", span),)
    return Kind.OTHER, (Evidence("kind", "figures.kind.waits_for_toll", span),)
