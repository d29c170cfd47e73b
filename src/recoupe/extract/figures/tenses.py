"""A figure's clause in, how it is told out: as what was done, was going on, is so now, or without a finite verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recoupe.extract.figures.tree import auxiliaries, clause_verb, is_participle, shows
from recoupe.extract.reading import Telling

if TYPE_CHECKING:
    from spacy.tokens import Token

IMPERFECT = ("ais", "ait", "ions", "iez", "aient")
# the past forms of avoir and être that make a participle a pluperfect, and the present ones that make it a perfect
BEFORE_THEN = frozenset("avait avaient avais avions étaient était étais étions eut eurent".split())
BEFORE_NOW = frozenset("a ont ai as avons avez".split())


def told(top: Token, befell: Token | None) -> Telling:
    """Return how the clause of a counted word tells of it; `befell` is the verb that gave its kind, where one did.

    The tagger is not trusted with the tense of a participle: the words of its auxiliaries tell it.
    """
    verb = befell if befell is not None else clause_verb(top)
    if verb is None:
        return Telling.NOUN
    if is_participle(verb) and not auxiliaries(verb) and verb.dep_.startswith(("acl", "amod")):
        return Telling.NOUN if befell is not None else _of(verb.head)
    return _of(verb)


def _of(verb: Token) -> Telling:
    helpers = [helper.text.casefold() for helper in auxiliaries(verb)]
    leaning = verb
    while not helpers and shows(leaning, "VerbForm", "Inf") and leaning.dep_ in ("xcomp", "ccomp", "conj", "obl:arg"):
        leaning = leaning.head
        helpers = [helper.text.casefold() for helper in auxiliaries(leaning)]
    participle = is_participle(leaning) or leaning.pos_ == "ADJ"
    if participle and helpers:
        if set(helpers) & BEFORE_NOW:
            return Telling.DONE
        if set(helpers) & BEFORE_THEN:
            return Telling.EARLIER if set(helpers) & {"avait", "avaient", "avais", "avions"} else Telling.DONE_THEN
        if set(helpers) & {"est", "sont", "suis", "sommes"}:
            passive = any(helper.dep_ == "aux:pass" for helper in auxiliaries(leaning))
            return Telling.NOW if passive else Telling.DONE
        return Telling.NOUN
    if leaning.pos_ not in ("VERB", "AUX"):
        return Telling.NOUN
    shown = leaning.text.casefold()
    if shows(leaning, "VerbForm", "Inf") or shows(leaning, "VerbForm", "Part"):
        return Telling.NOUN
    if shows(leaning, "Tense", "Imp") or shown.endswith(IMPERFECT):
        return Telling.GOING_ON_THEN
    if shows(leaning, "Tense", "Past"):
        return Telling.DONE
    if shows(leaning, "Tense", "Fut"):
        return Telling.TO_COME
    return Telling.NOW
