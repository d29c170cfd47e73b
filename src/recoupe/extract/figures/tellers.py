"""A counted noun in its sentence in, whether so many people only tell what is told out: `selon deux responsables`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.reason import THINGS, Reason
from recoupe.extract.figures.tree import auxiliaries, governors, is_passive, shows
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted, Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

# more than so many speak as a crowd, which is worth counting
MOST = 9
BY_PREPOSITION = re.compile(
    r"\b(?:selon|d['’]après|de\sl['’]aveu\sde|aux\sdires\sde|à\sen\scroire|citant)\s$", re.IGNORECASE
)
# who are only ever counted as those who tell
SOURCES = re.compile(r"\s(?:autres\s|bonnes\s)?(?:sources?|interlocuteurs?|interlocutrices?)\b", re.IGNORECASE)
WATER = re.compile(
    r"\s[^\W\d]+\sd(?:e\s|['’])(?:eau|lumière|chaleur|énergie|revenus?|pollution|contamination)", re.IGNORECASE
)
TELL = re.compile(
    r"(?:racont|confi|affirm|assur|témoign|décri|confirm|expliqu|indiqu|déclar|rapport|soutien|soutenu|soutinr|préten|jur|relat|précis"
    r"|dis(?:ent|aient)|dit$|estim)\w*",
    re.IGNORECASE,
)


def are_tellers(candidate: Candidate, counted: Counted | None, reason: Reason | None, sentence: Sentence) -> bool:
    """Whether a few are counted for nothing but what they say; not where something befell them."""
    quantity, noun = candidate.quantity, candidate.noun
    few = quantity.units == ("count",) and quantity.high is not None and quantity.high <= MOST
    if noun is None or candidate.partitive or not few:
        return False
    before = sentence.text[: quantity.span.start]
    credited = BY_PREPOSITION.search(before) is not None
    if SOURCES.match(sentence.text, quantity.reach):
        return credited or (reason is None and not WATER.match(sentence.text, quantity.reach))
    if counted is None or counted in THINGS:
        return False
    befell = reason is not None and reason.kind is not Kind.OTHER
    if credited or befell:
        # `d'après quatre survivants`: what they are called is not told of them here
        return credited and (not befell or (reason is not None and reason.rule.endswith("_noun")))
    for governor in governors(candidate.top):
        if governor.role == "subject":
            return (
                TELL.fullmatch(governor.token.text) is not None
                and not is_passive(governor.token)
                and _is_plural(governor.token)
            )
    return False


def _is_plural(verb: Token) -> bool:
    """Whether a verb agrees with several: in `deux enfants, a confirmé le maire` the tree takes the wrong ones for its subject."""
    finite = next((word for word in auxiliaries(verb) if shows(word, "VerbForm", "Fin")), verb)
    return finite.text.casefold().endswith("nt")
