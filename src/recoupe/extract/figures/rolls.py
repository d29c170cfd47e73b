"""A number of names in, what befell those who stand on the list out: the dead, the passengers, or whom the article's toll tells."""

from __future__ import annotations

import re

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.words import kind_nouns
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Kind
from recoupe.model.span import Evidence

# who is listed before anything happens: those aboard, those inside
MANIFEST = re.compile(
    r"\b(?:manifestes?|passagers|passagères|embarqu\w+|équipage|à\sbord|billets?|registres?\s(?:de\sl['’](?:hôtel|école|internat|usine|établissement)|du\s(?:bord|personnel|foyer)|d['’](?:embarquement|écrou|appel))"
    r"|listes?\s(?:d['’](?:appel|embarquement)|du\spersonnel|des\s(?:élèves|inscrits|voyageurs|occupants|locataires|pensionnaires)))\b",
    re.IGNORECASE,
)
# `cent noms sans corps`
BODILESS = re.compile(r"\ssans\s(?:corps|nouvelles?|réponse|trace)\b", re.IGNORECASE)


def of_names(candidate: Candidate, sentence: Sentence) -> tuple[Kind, tuple[Evidence, ...]]:
    """Return what befell those on a list: `48 noms de disparus`, `deux noms à la liste des victimes`; else the article's toll says."""
    span, noun = candidate.quantity.span, candidate.noun
    for token in sentence.doc:
        near = noun is not None and noun.i < token.i <= noun.i + 2
        if near or re.search(r"\blistes?\sdes\s(?:\w+\s)?$", sentence.text[: token.idx]):
            for entry in kind_nouns("noun").of(token):
                if near and BODILESS.match(sentence.text, noun.idx + len(noun.text) if noun is not None else 0):
                    break
                return Kind(entry.means), (Evidence("kind", "figures.kind.of_listed"), Evidence("kind", entry.name))
    if noun is not None and BODILESS.match(sentence.text, noun.idx + len(noun.text)):
        return Kind.MISSING, (Evidence("kind", "figures.kind.of_listed", span),)
    if MANIFEST.search(sentence.text):
        return Kind.EXPOSED, (Evidence("kind", "figures.kind.of_listed", span),)
    return Kind.OTHER, (Evidence("kind", "figures.kind.waits_for_toll", span),)
