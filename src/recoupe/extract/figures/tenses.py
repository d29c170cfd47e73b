"""A figure's clause in, how it is told out: as what was done, was going on, is so now, or without a finite verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recoupe.extract.figures.tree import auxiliaries, clause_verb, is_participle, shows
from recoupe.extract.reading import Telling

if TYPE_CHECKING:
    from spacy.tokens import Token

IMPERFECT = ("ais", "ait", "ions", "iez", "aient")
# the past forms of avoir and être that make a participle a pluperfect, and the present ones that make it a perfect
BEFORE_THEN = frozenset("avait avaient avais avions étaient était étais étions eut eurent".split())
BEFORE_NOW = frozenset("a ont ai as avons avez".split())

# a future by its ending: a stem that ends in r. With a plain e before it, or in the third of many, no other form ends so
FUTURE = re.compile(r".+r(?:a|ont|ai|as|ons|ez)", re.IGNORECASE)
SURELY_FUTURE = re.compile(r"(?!af?front|front).{2,}ront|.{2,}er(?:a|ons|ez|as|ai)", re.IGNORECASE)
# verbs whose presents end so: `tirons`, `ouvrez`
STEM_IN_R = ("rer", "rir")


def is_future(verb: Token) -> bool:
    """Whether a verb stands in the future: its ending tells, as the tagger takes some futures for presents and some pasts
    (`montra`) for futures."""
    shown = verb.text.casefold()
    if not (verb.pos_ in ("VERB", "AUX") or verb.dep_.startswith("aux")) or not FUTURE.fullmatch(shown):
        return False
    if shown.endswith("ra") and shown.removesuffix("a") + "er" == verb.lemma_:
        return False
    sure = SURELY_FUTURE.fullmatch(shown) is not None
    sure = sure or (shown.endswith(("rons", "rez")) and not verb.lemma_.endswith(STEM_IN_R))
    return sure or shows(verb, "Tense", "Fut")


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
    if participle and leaning.dep_ == "xcomp" and leaning.head.pos_ == "VERB" and leaning.head.i != leaning.i:
        # `restent fermées`: as the verb says
        return _of(leaning.head)
    if leaning.pos_ not in ("VERB", "AUX"):
        return Telling.NOUN
    shown = leaning.text.casefold()
    if is_future(leaning):
        return Telling.TO_COME
    if shows(leaning, "VerbForm", "Inf") or shows(leaning, "VerbForm", "Part"):
        return Telling.NOUN
    if (shows(leaning, "Tense", "Imp") or shown.endswith(IMPERFECT)) and not _ends_like_one(leaning):
        return Telling.GOING_ON_THEN
    if shows(leaning, "Tense", "Past"):
        return Telling.DONE
    return Telling.NOW


# verbs whose presents end like an imperfect: `fait`, `sait`, `paraît`
IRREGULAR = ("faire", "traire", "plaire", "taire", "aître", "savoir", "aller", "haïr")


def _ends_like_one(verb: Token) -> bool:
    """Whether a present only ends like an imperfect: `relaient` of `relayer`, `fait` of `faire`."""
    shown, lemma = verb.text.casefold(), verb.lemma_.casefold()
    if lemma.endswith("yer"):
        return re.search(r"y(?:ais|ait|ions|iez|aient)$", shown) is None
    return lemma.endswith(IRREGULAR) and re.search(r"(?:is|y|ss|v|ll)a[iî](?:s|t)$", shown) is None
