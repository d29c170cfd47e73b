"""The verb that tells an event in, whether it happened, is to come, is only thought of or did not happen out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recoupe.extract.events.words import carried_by, low
from recoupe.extract.figures.tree import auxiliaries, is_participle, shows
from recoupe.model.event import EventModality
from recoupe.model.span import Evidence, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

NEVER = frozenset({"pas", "jamais", "aucun", "aucune", "ni", "nul", "nulle", "guère", "point", "plus"})
# an infinitive behind these is an aim or what did not come about: it tells nothing
AIMS = frozenset({"pour", "afin", "sans", "avant", "faute", "plutôt", "au lieu", "quitte"})
BARE_CONDITIONALS = ("rait", "raient", "rais")
HEARSAY_HELPERS = frozenset({"aurait", "auraient", "serait", "seraient"})

# the lists of verbs that say what becomes of the infinitive under them

Told = tuple[EventModality, Evidence | None]


def modality_of(verb: Token) -> Told | None:
    """Return the modality of what a verb tells; None where it tells nothing (an aim, a question, what is asked for)."""
    if _is_asked(verb):
        return None
    words = [verb, *auxiliaries(verb)]
    if _is_only(verb):
        return None
    if _is_negated(verb):
        return EventModality.NEGATED, _why("negated", verb)
    if any(low(child) in ("si", "s'") and child.dep_ == "mark" for child in verb.children):
        return EventModality.HYPOTHETICAL, _why("if", verb)
    above = _leaned_on(verb)
    if above is not None:
        return _under(verb, above)
    if shows(verb, "VerbForm", "Inf") and not any(is_participle(word) for word in words):
        if any(low(child) in AIMS for child in verb.children if child.dep_ in ("mark", "case", "advmod", "fixed")):
            return None
        if verb.dep_ in ("acl", "nmod", "ccomp", "advcl", "obl", "obl:mod", "obl:arg", "csubj", "advmod"):
            return None
    for word in words:
        if (found := _by_form(verb, word)) is not None:
            return found
    over = _said_by(verb)
    if over is not None:
        return over
    return EventModality.REPORTED, None


def _by_form(verb: Token, word: Token) -> Told | None:
    shown = low(word)
    if shown.endswith(BARE_CONDITIONALS) and (shows(word, "Mood", "Cnd") or shown in HEARSAY_HELPERS):
        if shown in HEARSAY_HELPERS and word is not verb and is_participle(verb) and not _seen_from_past(verb, shown):
            return EventModality.ALLEGED, _why("conditional_of_hearsay", word)
        if _seen_from_past(verb, shown):
            return EventModality.ANNOUNCED, _why("future_of_the_past", word)
        if word is verb and verb.dep_ in ("ROOT", "conj", "acl:relcl"):
            return EventModality.ALLEGED, _why("conditional_of_hearsay", word)
        return EventModality.HYPOTHETICAL, _why("conditional", word)
    if shows(word, "Tense", "Fut") and shown.endswith(("ra", "ront", "rai", "ras", "rons", "rez")):
        if word is not verb and shown in ("aura", "auront") and is_participle(verb):
            return None
        return EventModality.ANNOUNCED, _why("future", word)
    return None


def _seen_from_past(verb: Token, shown: str) -> bool:
    """Whether a conditional is a future told in the past: `a annoncé que des tentes seraient livrées`."""
    above = verb
    while above.dep_ == "conj" and above.head.pos_ in ("VERB", "AUX"):
        above = above.head
    if above.dep_ not in ("ccomp", "xcomp") or above.head.i == above.i:
        return False
    perfect = shown in ("aurait", "auraient")
    return not perfect and (is_participle(above.head) or above.head.i < above.i)


def _leaned_on(verb: Token) -> Token | None:
    """Return the verb or adjective that an infinitive leans on: `pourrait` in `pourrait attaquer`."""
    first = verb
    infinitive = shows(verb, "VerbForm", "Inf") or any(shows(word, "VerbForm", "Inf") for word in auxiliaries(verb))
    while first.dep_ == "conj" and first.head.pos_ in ("VERB", "AUX") and infinitive:
        first = first.head
    if not infinitive:
        return None
    if first.dep_ in ("xcomp", "ccomp", "obl:arg", "advcl", "obl:mod", "acl", "nmod") and first.head.i < first.i:
        marks = {low(child) for child in first.children if child.dep_ in ("mark", "case")}
        if marks & AIMS or any(low(word) in AIMS for word in first.doc[max(0, first.i - 2) : first.i]):
            return None
        return first.head
    return next((word for word in auxiliaries(verb) if carried_by(word, "going") or carried_by(word, "able")), None)


def _under(verb: Token, above: Token) -> Told | None:
    """Return what the verb above an infinitive makes of it."""
    if carried_by(above, "undone"):
        return EventModality.NEGATED, _why("undone", above)
    if _is_negated(above):
        return EventModality.NEGATED, _why("negated", above)
    perfect = any(low(word) in ("avoir", "être") for word in auxiliaries(verb)) and is_participle(verb)
    if perfect and any(low(word) == "avoir" or word.dep_ != "aux:pass" for word in auxiliaries(verb)):
        # `annonce avoir repris`, `accusé d'avoir tiré`
        if carried_by(above, "denying"):
            return EventModality.NEGATED, _why("denied", above)
        return EventModality.REPORTED, None
    if carried_by(above, "asking") or carried_by(above, "charging"):
        return None
    if low(above) in ("dû", "due", "dus", "dues"):
        # `ont dû être évacués`: it was done
        return modality_of(above)
    if carried_by(above, "going") or carried_by(above, "announcing"):
        return EventModality.ANNOUNCED, _why("going_to", above)
    if carried_by(above, "able"):
        return EventModality.HYPOTHETICAL, _why("able", above)
    if carried_by(above, "phases") or carried_by(above, "seeing"):
        return modality_of(above)
    return None


def _said_by(verb: Token) -> Told | None:
    """Read a content clause by the verb over it: one that fears or wishes makes it hypothetical, one that denies negated."""
    first = verb
    while first.dep_ == "conj" and first.head.pos_ in ("VERB", "AUX", "ADJ"):
        first = first.head
    if first.dep_ != "ccomp" or first.head.i == first.i or first.head.i > first.i:
        return None
    above = first.head
    if not any(low(child) in ("que", "qu'") for child in first.children):
        return None
    if carried_by(above, "denying") and not _is_negated(above):
        return EventModality.NEGATED, _why("denied", above)
    if carried_by(above, "fearing"):
        return EventModality.HYPOTHETICAL, _why("feared", above)
    return None


def _is_asked(verb: Token) -> bool:
    """Whether a clause is a question, or the content of a demand: `demande que personne ne soit déplacé`."""
    doc = verb.doc
    if any(word.text == "?" for word in doc[verb.i : min(len(doc), verb.i + 40)]) and not any(
        word.text in (".", "!", ";", ":") for word in doc[verb.i : verb.i + 40]
    ):
        return True
    return verb.dep_ == "ccomp" and verb.head.i < verb.i and carried_by(verb.head, "asking")


def _is_only(verb: Token) -> bool:
    """Whether a verb tells of no more than one thing: `ne demande qu'un lit`."""
    ne = next((child for child in verb.children if low(child) in ("ne", "n'")), None)
    return ne is not None and any(low(word) in ("que", "qu'") for word in verb.doc[verb.i + 1 : verb.i + 4])


def _is_negated(verb: Token) -> bool:
    """Whether a verb stands between `ne` and a word that closes it; `ne … que` denies nothing."""
    around = [*verb.children, *(child for word in auxiliaries(verb) for child in word.children)]
    ne = next((child for child in around if low(child) in ("ne", "n'")), None)
    if ne is None:
        return False
    until = max(verb.i, *(word.i for word in [verb, *auxiliaries(verb)])) + 4
    window = [low(word) for word in verb.doc[ne.i : until]]
    subject = [low(word) for word in verb.doc[max(0, ne.i - 4) : ne.i]]
    if "que" in window[1:] or "qu'" in window[1:]:
        return bool({"pas", "jamais"} & set(window))
    return bool(NEVER & set(window)) or bool({"aucun", "aucune", "personne", "nul", "nulle", "ni"} & set(subject))


def _why(rule: str, token: Token) -> Evidence:
    return Evidence("modality", f"events.modality.{rule}", Span(token.idx, token.idx + len(token.text)))
