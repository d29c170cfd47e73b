"""A counted noun of which the tree tells nothing in, what the nearest verb beside it says befell it out, by the order of words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recoupe.extract.figures.asides_behind import behind_part
from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.governing import HAVING, by_verb, has_verb_behind, is_counted
from recoupe.extract.figures.reason import Reason, by_word, fits, is_barred
from recoupe.extract.figures.tree import PARTICIPLE, Governor, is_participle, shows
from recoupe.extract.figures.words import kind_nouns, kind_verbs, nouns
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted

if TYPE_CHECKING:
    from spacy.tokens import Token

# where a clause ends, going left or right
ENDS = frozenset(
    ", ; : . ? ! ( ) – — « » \" et ou mais car donc qui que qu' qu’ dont où si selon lorsque quand".split()
)
# what leads to others than the counted, and says nothing of these
LED = frozenset("pour aux chez".split())
FINITE = re.compile(r"\w+(?:e|ent|ait|aient|a|èrent|it|irent|t|ra|ront|rait|raient)$")
BEING = frozenset("est sont était étaient serait seraient sera seront été être fut furent".split())
# a number under a preposition is no object: `s'arrête à 41`, `sous huitaine`
UNDER = frozenset("à sous sur par dans en vers chez contre pour avec d' d’ de".split())
HEDGE = re.compile(r"\b(?:plus|moins|près)\s(?:de\s|d['’])$|\bjusqu['’]à\s$", re.IGNORECASE)
REACH = 9


# who tells, between a verb and what it is done to
TELLER = re.compile(
    r",\s[^\W\d]+(?:-t)?-(?:il|elle|on|ils|elles)\b[^,.;:]{0,40},\s(?:environ\s|quelque\s|au\smoins\s)?$", re.IGNORECASE
)


# where or when it was done, between a verb and what it is done to: `ont emmené dans la nuit de lundi à mardi douze élèves`
WHERE_WHEN = re.compile(
    r"(?P<comma>,)?\s(?:(?:dans|à|au|aux|en|sur|sous|devant|près\sd|vers|depuis|pendant|lors\sd|au\scours\sd|à\sl['’]issue\sd|chez|le\slong\sd)\b['’]?"
    r"|(?:avant-)?hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|ce\s(?:matin|soir|midi|week-end)|cette\s(?:nuit|semaine)|la\s(?:nuit|veille|semaine)"
    r"|le\s(?:lendemain|matin|soir|même|jour))[^.;:!?«»()]{0,60}?(?(comma),)\s(?:environ\s|quelque\s|au\smoins\s)?$",
    re.IGNORECASE,
)


def _done_elsewhere(candidate: Candidate) -> Token | None:
    """Return the verb in an active perfect or a present whose object a number is, over the words that say where or when."""
    doc, text = candidate.top.doc, candidate.top.doc.text
    start = candidate.quantity.span.start
    if candidate.noun is None or candidate.first < 3 or doc[candidate.first - 1].text.casefold() in UNDER:
        return None
    for token in reversed(doc[max(0, candidate.first - 14) : candidate.first]):
        if token.text in (".", ";", ":", "(", ")", "«", "»", "et", "que", "qui", "où", "dont"):
            return None
        if not _is_verb(token) or token.text.casefold() in BEING:
            continue
        helper = token.nbor(-1).text.casefold() if token.i else ""
        done = is_participle(token) and helper in HAVING
        present = shows(token, "VerbForm", "Fin") and token.i > 0 and helper not in ("se", "s'", "s’")
        if not (done or present) or WHERE_WHEN.fullmatch(text[token.idx + len(token.text) : start]) is None:
            return None
        return None if has_verb_behind(candidate) else token
    return None


def nearest(candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    """Read the nearest verb before the counted as done to them, else the nearest behind as what they do or undergo.

    The tagger takes some verbs for nouns (`le siège affame 90 000 habitants`); their forms and the words before them tell.
    """
    if candidate.quantity.low == candidate.quantity.high == 1:
        return None
    verb = _verb_before(candidate) or _done_elsewhere(candidate)
    if verb is not None:
        return by_verb(Governor(verb, "object", 3), counted, "nearest_verb")
    return _behind(candidate, counted)


def _verb_before(candidate: Candidate) -> Token | None:
    doc = candidate.top.doc
    hedged = HEDGE.search(doc.text[: candidate.quantity.span.start]) is not None
    if candidate.first > 0 and not hedged and doc[candidate.first - 1].text.casefold() in UNDER:
        return None
    first = candidate.first
    if aside := TELLER.search(doc.text[: candidate.quantity.span.start]):
        # `elle versera, a-t-elle fait savoir, 25 millions`
        first = next(token.i for token in doc if token.idx >= aside.start())
    for token in reversed(doc[max(0, first - REACH) : first]):
        shown = token.text.casefold()
        if shown in ENDS or token.like_num:
            return None
        if _is_verb(token) and shown not in BEING:
            undergone = token.i > 0 and token.nbor(-1).text.casefold() in BEING
            led = token.nbor(1).text.casefold() in ("par", "de")
            return None if undergone or led else token
        if token.pos_ in ("NOUN", "PROPN", "PRON"):
            # another word may be what the verb speaks of
            return None
    return None


def _behind(candidate: Candidate, counted: Counted | None) -> Reason | None:
    doc = candidate.top.doc
    at = max(candidate.noun.i if candidate.noun is not None else 0, candidate.last) + 1
    undergone = False
    for token in doc[at : at + REACH]:
        shown = token.text.casefold()
        if shown in ENDS or token.like_num:
            return None
        if shown in BEING:
            undergone = True
            continue
        if token.pos_ == "AUX" or not _is_verb(token) or shows(token, "VerbForm", "Inf"):
            continue
        for role in ("passive", "subject") if undergone else ("subject",):
            if reason := by_verb(Governor(token, role, 3), counted, "nearest_verb"):
                return reason
        return None
    return None


def _is_verb(token: Token) -> bool:
    """Whether a word is a verb, or looks like a finite one that was taken for a noun: no article stands before it."""
    if token.pos_ == "VERB":
        return True
    shown = token.text
    if token.pos_ not in ("NOUN", "ADJ", "PROPN", "ADV") or not shown[:1].islower() or not FINITE.match(shown):
        return False
    if token.i == 0 or token.nbor(-1).pos_ not in ("NOUN", "PROPN", "PRON") or nouns("counted").of(token):
        return False
    known = kind_verbs("patient").single.get(shown) or kind_verbs("agent").single.get(shown)
    return bool(known) and not kind_nouns("act").single.get(shown) and not shows(token, "VerbForm", "Part")


def beside(candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    """Read a participle close behind the counted where the tree does not join them."""
    if candidate.noun is None:
        return None
    for token in sentence.doc[candidate.noun.i + 1 : candidate.noun.i + 2]:
        # `465 civils morts`
        for entry in kind_nouns("noun").of(token) if token.text.endswith("s") else ():
            if fits(entry, counted) and not entry.extra.get("weak"):
                return by_word(entry, "noun_beside", token)
    for token in sentence.doc[candidate.noun.i + 1 : candidate.noun.i + 7]:
        if token.pos_ == "AUX" or shows(token, "VerbForm", "Fin"):
            return None
        if (
            token.is_punct
            or token.like_num
            or token.text.casefold() in ("dont", "et", "qui", "par", "de", "selon", "non")
        ):
            return None
        if token.text.casefold() in LED or is_counted(token):
            # `douze lits pour grands brûlés`: others are named there
            return None
        if token.text.casefold().endswith(("é", "és", "ée", "ées", "us", "ues", "is", "ises", "ts", "tes")):
            for entry in kind_verbs("patient").of(token):
                if fits(entry, counted) and not entry.extra.get("weak") and not is_barred(entry, candidate.noun):
                    return by_word(entry, "participle_beside", token, token)
    return None


def behind_a_part(candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    """Read the participle of the whole behind its part: `93 ménages, soit 214 personnes, délogés depuis lundi`."""
    beyond = behind_part(sentence, candidate)
    token = next((token for token in sentence.doc if token.idx == beyond), None) if beyond is not None else None
    if token is None or candidate.noun is None or PARTICIPLE.fullmatch(token.text) is None:
        return None
    for entry in kind_verbs("patient").of(token):
        if fits(entry, counted) and not entry.extra.get("weak") and not is_barred(entry, token):
            return by_word(entry, "participle_beside", token, token)
    return None
