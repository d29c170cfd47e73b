"""A counted noun in its sentence's tree in, what the words that govern it or hang on it say befell it out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.reason import THINGS, Reason, by_word, fits, is_barred
from recoupe.extract.figures.tallies import counts
from recoupe.extract.figures.tree import Governor, governors, is_participle, modifiers, shows
from recoupe.extract.figures.words import kind_nouns, kind_verbs
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted

if TYPE_CHECKING:
    from spacy.tokens import Token

ASKED = re.compile(r"(?:demand|réclam|exig|command|propos|sollicit|promi|promet|annonc)\w*$", re.IGNORECASE)
SINGULAR = frozenset("un une le la l' l’ ce cet cette son sa leur".split())
NUMBERED = re.compile(r"(?:\d|aine|milliers|centaines|millions)\s(?:de\s|d['’])?(?:\w+\s)?$")


def by_verb(governor: Governor, counted: Counted | None, rule: str) -> Reason | None:
    """Return what a verb says of the counted in its role: done to them, or what they do."""
    token, role = governor.token, governor.role
    if _is_turn_of_state(token):
        return None
    if role in ("passive", "object") or role.startswith(("oblique:à", "oblique:de", "oblique:d")):
        for entry in kind_verbs("patient").of(token):
            if (
                is_barred(entry, token)
                or entry.extra.get("only", role) != role
                or (entry.extra.get("weak") and rule != "weak_verb")
            ):
                continue
            given_to = entry.means == "delivered" and role.startswith("oblique:à") and counted is not Counted.OTHER
            # `la mairie demande à 9 000 riverains de rester chez eux`: they are asked, and get nothing
            given_to = given_to and ASKED.match(token.text) is None
            of_whom = entry.means == "killed" and counted is not None and counted not in THINGS
            if given_to or (fits(entry, counted) and (role in ("passive", "object") or of_whom)):
                return by_word(entry, rule, token, token)
    if role == "oblique:avec":
        for entry in kind_verbs("patient").of(token):
            if entry.means == "trapped" and is_participle(token) and fits(entry, counted):
                return by_word(entry, rule, token, token)
    if role in ("subject", "passive") or (role == "object" and _is_impersonal(token)):
        for entry in kind_verbs("agent").of(token):
            if entry.extra.get("weak") and rule not in ("following_verb", "weak_verb"):
                continue
            if (
                fits(entry, counted)
                and not is_barred(entry, token)
                and (not entry.extra.get("reflexive") or _is_reflexive(token))
            ):
                return by_word(entry, rule, token, token)
    return None


def _is_turn_of_state(token: Token) -> bool:
    """Whether what the tree takes for a verb is the noun of a turn: `sont en fuite`."""
    if token.i < 2 or token.nbor(-1).text.casefold() != "en" or token.text.endswith("ant"):
        return False
    return token.nbor(-2).pos_ in ("AUX", "NOUN", "ADV") and not any(
        child.dep_.startswith("aux") for child in token.children
    )


def _is_reflexive(verb: Token) -> bool:
    return any(child.text.casefold() in ("se", "s'", "s’") for child in verb.children)


def _is_impersonal(verb: Token) -> bool:
    """Whether what looks like the object is what the verb is said of: `il manque douze personnes`, `fait s'effondrer dix pylônes`."""
    made = verb.head.lemma_ in ("faire", "laisser") or any(
        child.lemma_ in ("faire", "laisser") for child in verb.children
    )
    if shows(verb, "VerbForm", "Inf") and made:
        return True
    return any(
        child.dep_ == "expl:subj" or (child.dep_ == "nsubj" and child.text.casefold() == "il")
        for child in verb.children
    )


def governing(candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    """Read the nearest noun of an act above the counted, or the verb of its clause."""
    done = done_before(candidate)
    for governor in governors(candidate.top):
        if _is_counted_itself(governor.token, candidate):
            return None
        if done is not None and governor.role in ("subject", "passive") and governor.token.i > candidate.last:
            # `soupçonné d'avoir allumé quatre feux a été arrêté`: what is lit is not whom the last verb befalls
            return by_verb(Governor(done, "object", 1), counted, "verb_before")
        if done is not None and governor.role == "object" and governor.token.i < done.i:
            return by_verb(Governor(done, "object", 1), counted, "verb_before")
        if governor.role == "complement":
            if _is_next_clause(governor.token, candidate):
                continue
            if governor.token.i < candidate.first and not is_numbered(governor.token):
                for entry in kind_nouns("act").of(governor.token):
                    if fits(entry, counted) and not is_barred(entry, governor.token):
                        return by_word(entry, "act_noun", governor.token)
            continue
        if governor.role in ("subject", "passive") and governor.token.i > candidate.last and has_own_verb(candidate):
            continue
        # a verb of its own stands behind it: the one before is said of others
        bare = candidate.noun is None
        others = bare or governor.role in ("subject", "passive") or _is_second(governor.token, candidate)
        if others and governor.token.i < candidate.first and has_verb_behind(candidate):
            continue
        if governor.role in ("subject", "passive") and _is_beyond(governor.token, candidate):
            continue
        if governor.role == "object" and governor.token.i < candidate.first and _is_reflexive(governor.token):
            # `dans la cale s'entassaient quarante passagers`: nobody does it to them
            governor = Governor(governor.token, "subject", governor.distance)
        if (reason := by_verb(governor, counted, "governing_verb")) is not None:
            return reason
    return None


def _is_next_clause(noun: Token, candidate: Candidate) -> bool:
    """Whether a count begins a clause behind a noun: `38 ont trouvé la mort et des dizaines d'autres restent introuvables`."""
    at = candidate.first - 1
    while at > noun.i and noun.doc[at].text.casefold() in BETWEEN | {"des"}:
        at -= 1
    return at > noun.i and noun.doc[at].text.casefold() in ("et", "mais", "tandis") and has_verb_behind(candidate)


def _is_beyond(verb: Token, candidate: Candidate) -> bool:
    """Whether another verb and another count stand before a verb: `neuf personnes ont péri et 3 000 ont dû fuir`."""
    told = False
    for token in verb.doc[candidate.last + 1 : verb.i]:
        finite = token.pos_ == "VERB" and shows(token, "VerbForm", "Fin")
        if finite or (token.pos_ in ("VERB", "NOUN", "ADJ") and is_participle(token)) or token.pos_ == "AUX":
            told = True
        elif told and token.like_num and token.text.casefold() not in ("un", "une"):
            return True
    return False


HAVING = frozenset("avoir ayant a ont avait avaient aurait auraient aura auront".split())


def done_before(candidate: Candidate) -> Token | None:
    """Return the perfect or infinitive right before a number, whose object it is: `d'avoir allumé quatre feux`."""
    doc = candidate.top.doc
    at = candidate.first - 1
    while at > 0 and doc[at].text.casefold() in BETWEEN:
        at -= 1
    if at < 1 or (kind_verbs("agent").of(doc[at]) and not kind_verbs("patient").of(doc[at])):
        return None
    if doc[at].pos_ != "VERB" and not (doc[at].pos_ in ("ADJ", "NOUN") and doc[at].text.endswith(("é", "i", "u"))):
        return None
    helper = doc[at - 1].text.casefold()
    if shows(doc[at], "VerbForm", "Inf") or (is_participle(doc[at]) and helper in HAVING):
        return doc[at]
    if doc[at].pos_ == "VERB" and doc[at].text.casefold().endswith("ant") and helper in ("en", ",", "et"):
        # `tuant huit personnes et en blessant une quinzaine`
        return doc[at]
    # `a emporté 150 maisons et isolé cinq hameaux`
    joined = helper in ("et", ",", "puis", "ou") and any(word.text.casefold() in HAVING for word in doc[: at - 1])
    return (
        doc[at]
        if joined and is_participle(doc[at]) and doc[at].text.casefold().endswith(("é", "i", "u", "is", "it"))
        else None
    )


def has_own_verb(candidate: Candidate) -> bool:
    """Whether a verb right before a number has it under it, so that no later verb is said of it: `on recense 800 cas et douze
    soldats ont été tués`."""
    doc = candidate.top.doc
    at = candidate.first - 1
    while at > 0 and (doc[at].text.casefold() in BETWEEN or doc[at].text.casefold() in UNDER):
        at -= 1
    if at < 1 or (doc[at].pos_ not in ("VERB", "AUX") and not _looks_finite(doc[at])):
        return False
    if doc[at].lemma_ == "être" and at == candidate.first - 1:
        # `les victimes sont deux femmes`
        return False
    if shows(doc[at], "VerbForm", "Inf") or doc[at].pos_ == "NOUN":
        return True
    return shows(doc[at], "VerbForm", "Fin") or (is_participle(doc[at]) and doc[at - 1].text.casefold() in HAVING)


PARTICLES = frozenset("en y se s' s’ n' n’ ne l' l’ seulement seuls seules déjà".split())


def has_verb_behind(candidate: Candidate) -> bool:
    """Whether a finite verb stands right behind the counted: `et huit médecins ont rejoint l'équipe`, `trois en sont morts`."""
    doc = candidate.top.doc
    at = (candidate.noun.i if candidate.noun is not None else candidate.last) + 1
    if candidate.noun is None and at + 1 < len(doc) and doc[at + 1].text.casefold() == "autres":
        # `des dizaines d'autres restent introuvables`
        at += 2
    while at < len(doc) and doc[at].text.casefold() in PARTICLES:
        at += 1
    return at < len(doc) and doc[at].pos_ in ("VERB", "AUX") and shows(doc[at], "VerbForm", "Fin")


def _is_second(verb: Token, candidate: Candidate) -> bool:
    """Whether another count stands between a verb and a number."""
    between = verb.doc[verb.i + 1 : candidate.first]
    return any(token.like_num and token.text.casefold() not in ("un", "une") for token in between)


def _looks_finite(token: Token) -> bool:
    """Whether what the tagger takes for a noun is the verb of the noun before it: `le pays compte 800 déplacés`."""
    if token.pos_ != "NOUN" or not FINITE.match(token.text) or token.nbor(-1).pos_ not in ("NOUN", "PROPN", "PRON"):
        return False
    return bool(kind_verbs("patient").single.get(token.text)) or counts(token.text)


FINITE = re.compile(r"[^\W\d_]+(?:e|ent|ait|aient)$")
# what may stand between a verb and the number under it, beside a hedge
UNDER = frozenset("à au aux par en sur encore déjà toujours désormais ainsi aussi actuellement".split())
BETWEEN = frozenset("plus près moins de d' d’ au jusqu'à environ quelque quelques les une un".split())


def is_numbered(noun: Token) -> bool:
    """Whether a number stands on a noun, so that it is counted itself and no act done to another."""
    if any(child.dep_ == "det" and child.text.casefold() in SINGULAR for child in noun.children):
        return False
    if noun.text.casefold() == "morts" or any(
        (child.like_num or child.dep_ == "nummod") and noun.i - child.i < 3 for child in noun.children
    ):
        return True
    return NUMBERED.search(noun.doc.text[max(0, noun.idx - 25) : noun.idx]) is not None


def is_counted(participle: Token) -> bool:
    """Whether a participle is a noun that a number, an article or an adjective stands on: `47 brûlés`, `pour grands brûlés`."""
    before = participle.nbor(-1) if participle.i else None
    if before is None:
        return False
    size = before.pos_ == "ADJ" and shows(before, "Number", "Plur") and before.text.casefold() in SIZES
    return before.like_num or size or before.text.casefold() in NAMING


NAMING = frozenset("aux des les ces nos leurs pour chez".split())
SIZES = frozenset(
    "grands grandes jeunes petits petites nouveaux nouvelles premiers premières derniers dernières autres".split()
)


def _is_counted_itself(token: Token, candidate: Candidate) -> bool:
    """Whether what the tree takes for a verb is counted: after `accueille 900 évacués`, `une centaine à Brandon` is not evacuated."""
    if token == candidate.noun or token.pos_ not in ("VERB", "ADJ") or token.i > candidate.first:
        return False
    return any((child.like_num or child.dep_ == "nummod") and 0 < token.i - child.i < 3 for child in token.children)


def predicate(candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    """Read `Les victimes sont deux femmes`: the noun that the counted are said to be."""
    if not any(child.dep_ == "cop" for child in candidate.top.children):
        return None
    for subject in candidate.top.children:
        if subject.dep_.startswith("nsubj"):
            for entry in kind_nouns("noun").of(subject):
                if not entry.extra.get("weak"):
                    return by_word(entry, "predicate", subject)
    return None


def modifying(candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    """Read the participle or the relative clause on the counted noun."""
    holders = [candidate.noun, candidate.top] if candidate.noun is not None else [candidate.top]
    for holder in holders:
        for governor in modifiers(holder):
            if governor.token == candidate.noun or _is_of_others(governor.token, holder):
                continue
            if governor.token.i > candidate.last and (reason := by_verb(governor, counted, "modifier")) is not None:
                return reason
    return None


def _is_of_others(participle: Token, holder: Token) -> bool:
    """Whether a participle is numbered itself or speaks of a part: `112 malades, neuf décédés`, `18 rescapés, dont quatre blessés`."""
    between = participle.doc[holder.i + 1 : participle.i]
    if any(word.text.casefold() == "dont" for word in between):
        return any(word.like_num for word in between)
    return participle.i > holder.i and participle.nbor(-1).like_num and participle.nbor(-1).i > holder.i


def weakly(candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    """Read a verb of a general sense (toucher, sortir), where nothing nearer says more."""
    done = done_before(candidate)
    said = tuple(modifiers(candidate.noun or candidate.top))
    own = [governor.token for governor in said]
    if done is not None and (reason := by_verb(Governor(done, "object", 1), counted, "weak_verb")) is not None:
        # `a tué 46 personnes et touché 680 000 habitants`
        return reason
    for governor in (*governors(candidate.top), *said):
        if _is_counted_itself(governor.token, candidate):
            return None
        behind = governor.role in ("subject", "passive") and governor.token.i > candidate.last
        if done is not None and behind:
            return None
        if behind and has_own_verb(candidate) and governor.token not in own:
            continue
        if governor.role != "complement" and (reason := by_verb(governor, counted, "weak_verb")) is not None:
            return reason
    return None
