"""A verb or an event noun in its sentence in, the words for who did it and to whom out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from recoupe.extract.events.words import carried_by, is_listed, low, weapons
from recoupe.extract.figures.tree import auxiliaries, is_participle, is_passive, shows

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:caus")
STRAY = ("obl:mod", "obl", "nmod", "dep", "obl:arg")
# verbs that form their perfect with être, and a few of their kin
MOVING = frozenset(
    "aller arriver descendre entrer monter mourir naître partir parvenir passer rentrer repartir ressortir retourner"
    " revenir sortir tomber retomber venir intervenir survenir convenir".split()
)
RELATIVES = frozenset({"qui", "que", "qu'", "dont", "où"})
# what a counted party hangs on: `une dizaine de soldats`, `deux de mes collègues`
COUNTING = frozenset(
    "tonne kilo litre dizaine douzaine quinzaine vingtaine trentaine quarantaine cinquantaine soixantaine centaine millier million"
    " plupart majorité moitié tiers quart poignée série vague nombre groupe".split()
)


@dataclass(slots=True)
class Roles:
    """Who stands where around a verb: `subject` of what is done, `object`, and what comes behind a preposition.

    Of a passive the grammar's subject is the object here, and its agent the subject.
    """

    subject: Token | None = None
    object: Token | None = None
    passive: bool = False
    behind: dict[str, Token] = field(default_factory=dict)


def roles_of(verb: Token) -> Roles:
    """Return who stands where around a verb."""
    passive = is_passive(verb) or _is_bare_participle(verb)
    roles = Roles(passive=passive and verb.lemma_.casefold() not in MOVING)
    for child in verb.children:
        marked = mark_of(child)
        if child.dep_ == "obl:agent" or (marked == "par" and child.dep_.startswith("obl")):
            roles.behind.setdefault("par", child)
        elif (
            child.dep_ in ("obj", "ccomp")
            and (marked == "" or (child.dep_ == "obj" and any(low(word) == "des" for word in child.children)))
            and child.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
        ):
            if low(child) not in ("se", "s'") and roles.object is None:
                roles.object = child
        elif child.dep_.startswith(("obl", "iobj", "nmod")) and marked:
            roles.behind.setdefault(marked, child)
        elif roles.object is None and child.i > verb.i and child.dep_ in STRAY and _is_bare_noun(child):
            # the parse takes some objects for adverbs: `ont rompu la trêve`
            roles.object = child
    for day in verb.children:
        if day.i > verb.i and is_listed(day, "days"):
            # `sont convenus jeudi d'une trêve`: the parse hangs the truce on the day
            for child in day.children:
                if child.i > day.i and mark_of(child):
                    roles.behind.setdefault(mark_of(child), child)
    for held in list(roles.behind.values()):
        for child in held.children:
            if child.dep_.startswith("nmod") and mark_of(child) in ("à", "contre", "sur") and child.i > held.i:
                roles.behind.setdefault(mark_of(child), child)
    if roles.object is None:
        # ... and hangs some on the day or the place before them: `a percé jeudi une nouvelle ligne`
        right = [child for child in verb.children if child.i > verb.i and child.pos_ not in ("VERB", "AUX")]
        near = [word for child in right for word in child.children if word.i > child.i]
        roles.object = next((word for word in near if word.i < verb.i + 8 and _is_bare_noun(word)), None)
    if roles.object is not None:
        for child in (*roles.object.children, *(two for one in roles.object.children for two in one.children)):
            if child.dep_.startswith(("nmod", "obl")) and mark_of(child) not in ("", "de"):
                roles.behind.setdefault(mark_of(child), child)
    subject = _subject(verb)
    relative = next((child for child in verb.children if low(child) in ("que", "qu'") and child.dep_ == "obj"), None)
    if relative is not None and verb.dep_ == "acl:relcl":
        roles.object = verb.head
    if roles.passive:
        roles.object = subject if subject is not None else _described(verb)
        roles.subject = roles.behind.get("par")
    else:
        roles.subject = subject
    return roles


def mark_of(token: Token) -> str:
    """Return the preposition before a noun, in small letters and without its article; empty where there is none."""
    cases = [child for child in token.children if child.dep_ == "case" and child.i < token.i]
    if not cases:
        return ""
    shown = low(cases[0])
    return {"d'": "de", "du": "de", "des": "de", "au": "à", "aux": "à", "lors": "lors de"}.get(shown, shown)


def _is_bare_noun(token: Token) -> bool:
    return (
        token.pos_ in ("NOUN", "PROPN")
        and not mark_of(token)
        and not is_listed(token, "days")
        and any(child.dep_ == "det" for child in token.children)
    )


def _is_bare_participle(verb: Token) -> bool:
    if not is_participle(verb) or auxiliaries(verb):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        # `a fait douze morts et poussé à la fuite`: the second shares the auxiliary
        return is_passive(verb.head) or (not auxiliaries(verb.head) and _is_bare_participle(verb.head))
    return verb.dep_ in ("acl", "amod", "advcl", "conj", "ROOT")


def _described(verb: Token) -> Token | None:
    """Return the noun that a participle stands on: `deux villages encerclés`."""
    first = verb
    while first.dep_ == "conj" and is_participle(first.head):
        first = first.head
    if first.dep_ in ("acl", "amod") and first.head.pos_ in ("NOUN", "PROPN", "NUM", "PRON", "ADJ"):
        return first.head
    if (
        first.dep_ == "advcl"
        and first.i > 1
        and first.nbor(-1).text == ","
        and first.nbor(-2).pos_ in ("NOUN", "PROPN")
    ):
        # `son quartier de Riverac, repris par l'armée`
        return first.nbor(-2)
    return None


def _subject(verb: Token) -> Token | None:
    """Return the subject of a verb, its own or the one it shares with the verb before or above it."""
    current = verb
    if shows(verb, "Tense", "Pres") and verb.i and low(verb.nbor(-1)) == "en":
        # `en pilonnant la ville`: whoever does what the clause tells
        while current.head.i != current.i and not any(child.dep_ in SUBJECTS for child in current.children):
            current = current.head
    for _ in range(5):
        # the parse gives some verbs two: the one next to it is its own
        given = [child for child in current.children if child.dep_ in SUBJECTS]
        own = next((child for child in reversed(given) if child.i < current.i), given[0] if given else None)
        if own is None:
            own = next((child for child in current.children if child.dep_ == "expl:subj" and low(child) == "il"), None)
        if own is not None:
            if low(own) in ("qui", "lequel", "laquelle", "lesquels", "lesquelles"):
                return _antecedent(current)
            return None if low(own) in RELATIVES else own
        if current.dep_ == "acl:relcl":
            return _antecedent(current) if any(low(child) == "qui" for child in current.children) else None
        if current.dep_ == "acl" and (shows(current, "Tense", "Pres") or auxiliaries(current)):
            return current.head if current.head.pos_ in ("NOUN", "PROPN") else None
        if current.dep_ == "conj" and current.head.pos_ in ("VERB", "AUX", "ADJ"):
            current = current.head
            continue
        infinitive = any(shows(word, "VerbForm", "Inf") for word in (current, *auxiliaries(current)))
        infinitive = infinitive or shows(current, "Tense", "Pres")
        if current.dep_ in ("xcomp", "advcl", "ccomp", "obl:arg", "obl:mod") and infinitive:
            above = current.head
            if above.pos_ not in ("VERB", "AUX", "ADJ") or carried_by(above, "charging") or carried_by(above, "seeing"):
                # `accuse l'armée d'avoir tiré`, `a vu des gens s'enfuir`
                return next((child for child in above.children if child.dep_ == "obj"), None)
            current = above
            continue
        return _standing_before(current)
    return None


def _standing_before(verb: Token) -> Token | None:
    """Return the noun right before a verb that the parse hangs nowhere: `Damas et Moscou ont pointé ...`."""
    first = min((word.i for word in (verb, *auxiliaries(verb))), default=verb.i)
    if verb.dep_ != "ROOT" or first == 0:
        return None
    before = verb.doc[first - 1]
    while before.dep_ == "conj" and before.head.i < before.i:
        before = before.head
    alone = before.dep_ == "ROOT" and before.i != verb.i and before.pos_ in ("NOUN", "PROPN")
    return before if alone else None


def _antecedent(verb: Token) -> Token | None:
    """Return the noun that `qui` takes up: the one that the clause hangs on, else the one right before it."""
    above = verb
    while above.dep_ == "conj" and above.head.pos_ in ("VERB", "AUX"):
        above = above.head
    if above.dep_ != "acl:relcl":
        return None
    if above.head.pos_ in ("NOUN", "PROPN", "PRON", "NUM"):
        return above.head
    who = next((child for child in above.children if low(child) == "qui"), None)
    if who is None or who.i == 0:
        return None
    before = who.nbor(-1)
    return before if before.pos_ in ("NOUN", "PROPN") else None


def party_head(token: Token | None) -> Token | None:
    """Return the noun that names a party: what is counted (`une dizaine de soldats`), whose the weapon is (`tirs rebelles`)."""
    for _ in range(4):
        if token is None:
            return None
        under = next(
            (child for child in token.children if child.dep_.startswith(("nmod", "obl")) and child.i > token.i), None
        )
        if low(token) in ("cent", "cents", "mille") or token.like_num:
            # `deux cents soldats`, `Sept infirmiers`: the parse hangs the soldiers on the hundreds
            behind = next((child for child in token.children if child.i > token.i and child.dep_ == "amod"), None)
            if behind is not None and behind.pos_ in ("NOUN", "ADJ"):
                return behind
        if token.lemma_.casefold() in COUNTING or token.pos_ == "NUM" or token.like_num:
            if under is None or mark_of(under) not in ("de", "d'entre", "parmi"):
                return token if token.pos_ in ("NOUN", "PROPN") and not token.like_num else None
            token = under
            continue
        return token
    return token


def whose(weapon: Token) -> Token | None:
    """Return whose a weapon or a blow is: the adjective or the complement on it, `les obus rebelles`, `les tirs de l'armée`."""
    for child in weapon.children:
        if child.dep_ == "amod" and child.i > weapon.i and is_listed(child, "sides"):
            return child
    for child in weapon.children:
        if child.dep_.startswith("nmod") and mark_of(child) == "de" and low(child) not in weapons():
            return child
    return None


def is_weapon(token: Token | None) -> bool:
    """Whether a noun names what a blow is dealt with."""
    return token is not None and low(token) in weapons()
