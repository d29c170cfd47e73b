"""A counted noun in its sentence in, whether it is said to have happened, to be planned, called for, alleged or denied out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from recoupe.extract.figures.came_about import came_about, is_background, is_part, is_told, is_whole
from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.duties import is_duty, is_must
from recoupe.extract.figures.kinds import Reason
from recoupe.extract.figures.reason import is_barred
from recoupe.extract.figures.tenses import is_future
from recoupe.extract.figures.tree import (
    Governor,
    auxiliaries,
    chain,
    clause_verb,
    governors,
    is_participle,
    is_passive,
    shows,
)
from recoupe.extract.figures.words import Index, index_of, verb_forms
from recoupe.extract.paragraph import Sentence
from recoupe.lexicon import Entry, entries
from recoupe.model.figure import Kind, Modality
from recoupe.model.span import Evidence, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# what is spoken of as an act to come where only its noun governs the number: l'envoi de 300 gendarmes
TO_COME = frozenset({Kind.EVACUATED, Kind.DEPLOYED, Kind.RESCUED, Kind.HOSTED})
HAPPENED = frozenset(
    "permettre suivre confirmer achever terminer saluer déplorer constater provoquer causer entraîner organiser".split()
)


@cache
def _forms(role: str) -> Index:
    pairs: list[tuple[str, Entry]] = []
    for entry in entries("fr", "modality"):
        if entry.extra["role"] == role:
            for form in entry.forms:
                shown = (
                    verb_forms(form) if role == "above" and form.endswith(("er", "ir", "re")) else {form, form + "s"}
                )
                pairs += [(word, entry) for word in sorted(shown)]
    return index_of(pairs)


@cache
def _around(role: str) -> tuple[tuple[Entry, re.Pattern[str]], ...]:
    rows = [entry for entry in entries("fr", "modality") if entry.extra["role"] == role and entry.regex]
    return tuple((entry, re.compile(entry.regex or "", re.IGNORECASE)) for entry in rows)


# `un contingent fort de 870 hommes sera renforcé`: so many there are
STRONG = re.compile(r"\bforte?s?\s(?:de|d['’])\s?(?:quelque\s|plus\sde\s|près\sde\s|environ\s)?$", re.IGNORECASE)
# what a judge orders is done: `a ordonné le placement en garde à vue de trois cadres`
ORDERED = re.compile(
    r"\bordonn(?:é|e|ent|ait|aient)\s(?:[^\W\d]+\s){0,2}?(?:le\s|la\s|l['’]|leur\s)"
    r"(?:placement|incarcération|écrou|mise\sen\s(?:examen|détention)|garde\sà\svue|détention|inculpation)\b[^.;:]*$",
    re.IGNORECASE,
)


def modality_of(
    candidate: Candidate, reason: Reason | None, sentence: Sentence, kind: Kind | None = None
) -> tuple[Modality, Evidence | None]:
    """Return the modality of a candidate and the words that give it, `reported` where nothing says otherwise."""
    before = sentence.text[: candidate.quantity.span.start]
    if STRONG.search(before) or (kind is Kind.DETAINED and ORDERED.search(before)):
        return Modality.REPORTED, None
    end = candidate.quantity.span.end
    for entry, pattern in _around("claimed"):
        # what is said of a claim as a whole is said of the number in it, whatever stands before that
        if hit := pattern.search(sentence.text[end:]):
            return Modality(entry.means), Evidence("modality", entry.name, Span(end + hit.start(), end + hit.end()))
    for entry, pattern in _around("before"):
        if (of := entry.extra.get("kinds")) and (kind is None or kind.value not in of):
            continue
        if hit := pattern.search(before):
            return Modality(entry.means), Evidence("modality", entry.name, Span(hit.start(), hit.end()))
    for entry, pattern in _around("behind"):
        if hit := pattern.search(sentence.text[end:]):
            span = Span(end + hit.start(), end + hit.end())
            return Modality(entry.means), Evidence("modality", entry.name, span)
    for holder in _holders(candidate):
        for child in holder.children:
            if child.i > candidate.last and child.dep_ in ("acl", "amod", "conj", "appos", "nmod"):
                for entry in _forms("beside").of(child):
                    if not is_barred(entry, child) and not (
                        entry.means == "planned" and (came_about(candidate) or is_told(child, kind))
                    ):
                        return Modality(entry.means), _evidence(entry.name, child)
    at = candidate.noun.i if candidate.noun is not None else candidate.last
    if not is_part(candidate) and at + 1 < len(candidate.top.doc):
        behind = candidate.top.doc[at + 1]
        for entry in _forms("beside").of(behind) if behind.pos_ in ("ADJ", "VERB", "NOUN") else ():
            if not is_barred(entry, behind) and not (
                entry.means == "planned" and (came_about(candidate) or is_told(behind, kind))
            ):
                return Modality(entry.means), _evidence(entry.name, behind)
    if is_whole(before) or is_background(before):
        # `vacciner les deux tiers des 8 000 villageois`: so many live there, whatever is planned for a part of them
        return Modality.REPORTED, None
    return _above(candidate, reason, kind)


def _holders(candidate: Candidate) -> list[Token]:
    """Return the words on which stands what is said beside the counted; of a part of some, it is said of all."""
    if is_part(candidate):
        return []
    return [candidate.noun, candidate.top] if candidate.noun is not None else [candidate.top]


ALREADY = re.compile(
    r"(?:\s(?!(?:ont|sont|a|est|auraient|seraient|aurait|serait|avaient|étaient|y|s|n)\b)[^\W\d][\w’'-]*){0,5}?"
    r"\sdéjà\s(?:sur\splace|[^\W\d]+(?:é|i|u|is|it|ert)e?s?\b)",
    re.IGNORECASE,
)


def _above(candidate: Candidate, reason: Reason | None, kind: Kind | None) -> tuple[Modality, Evidence | None]:
    verbs = [governor for governor in governors(candidate.top) if governor.role != "predicate"]
    tokens = [governor.token for governor in verbs]
    if reason is not None and reason.verb is not None and reason.verb not in tokens:
        tokens.insert(0, reason.verb)
    if candidate.noun is not None and ALREADY.match(
        candidate.noun.doc.text, candidate.noun.idx + len(candidate.noun.text)
    ):
        # `s'ajouteront aux 620 gendarmes déjà engagés`
        return Modality.REPORTED, None
    for token in tokens:
        if (found := _by_verb_form(token, reason)) is not None:
            return _due(found, token, verbs)
    for governor in verbs:
        if governor.role in ("passive", "subject") and is_passive(governor.token):
            for entry in _forms("beside").of(governor.token):
                if not is_barred(entry, governor.token):
                    return Modality(entry.means), _evidence(entry.name, governor.token)
    if (found := _by_verb_behind(candidate, reason)) is not None:
        return found
    verb = clause_verb(candidate.top)
    if verb is not None and verb not in tokens and not any(governor.role == "complement" for governor in verbs[1:]):
        tokens.append(verb)
        if (found := _by_verb_form(verb, reason)) is not None:
            return found
    if (found := _by_carrier(reason)) is not None:
        return found
    seen = set()
    for token in tokens:
        for above in (token, *_infinitive_heads(token)):
            if above.i in seen or (
                reason is not None
                and reason.verb is not None
                and above.i == reason.verb.i
                and reason.kind is not Kind.DELIVERED
            ):
                continue
            seen.add(above.i)
            if reason is not None and reason.verb is not None and _is_beside(reason.verb, above):
                continue
            for entry in _forms("above").of(above):
                if (entry.extra.get("infinitive") and not _leans_on_infinitive(above)) or is_barred(entry, above):
                    continue
                if (kind is Kind.VOTED and _is_cast(candidate)) or (
                    not entry.extra.get("infinitive") and _wants(above, candidate)
                ):
                    continue
                if above.pos_ in ("VERB", "AUX", "NOUN", "ADJ"):
                    return Modality(entry.means), _evidence(entry.name, above)
    if (
        reason is not None
        and reason.rule.endswith("act_noun")
        and reason.kind in TO_COME
        and not reason.entry.endswith("support")
    ):
        over = next((token for token in tokens if token.pos_ == "VERB"), None)
        if over is None or over.lemma_ not in HAPPENED:
            return Modality.PLANNED, Evidence("modality", "figures.modality.act_to_come", reason.span)
    return Modality.REPORTED, None


CAST = re.compile(r"\b(?:par|contre|sur)\s$", re.IGNORECASE)


def _is_cast(candidate: Candidate) -> bool:
    """Whether a number is one of votes that were cast: `décidé, par 150 voix contre 92, de dissoudre`."""
    return CAST.search(candidate.top.doc.text[: candidate.quantity.span.start]) is not None


def _wants(verb: Token, candidate: Candidate) -> bool:
    """Whether the counted stand before a verb of asking or planning and are those who ask or plan: `trente villages réclament de
    l'eau`, `par 150 voix, ils ont décidé de partir`. What is asked for stands before it in a passive or a relative clause only."""
    if verb.pos_ not in ("VERB", "AUX") or verb.i < candidate.last or shows(verb, "VerbForm", "Inf"):
        return False
    if verb.lemma_ in ("manquer", "falloir"):
        # `trois lits manquent`, but `douze patients ont manqué une séance`
        return any(child.dep_ == "obj" and child.i > verb.i for child in verb.children)
    return not (verb.dep_.startswith("acl") or is_passive(verb))


def _due(found: tuple[Modality, Evidence], verb: Token, over: Sequence[Governor]) -> tuple[Modality, Evidence]:
    """Return what a verb says of the counted: what they must do themselves is due, and asked of nobody.

    `400 élèves doivent reprendre les cours`.
    """
    themselves = any(one.token.i == verb.i and one.role == "subject" for one in over)
    if found[0] is Modality.CALLED_FOR and found[1].rule == "figures.modality.must" and themselves:
        return Modality.PLANNED, found[1]
    return found


def _by_carrier(reason: Reason | None) -> tuple[Modality, Evidence] | None:
    """Read the verb of what carries the counted: `un avion chargé de neuf tonnes doit atterrir`."""
    if reason is None or reason.verb is None or reason.kind is not Kind.DELIVERED or not is_participle(reason.verb):
        return None
    carrier = reason.verb.head
    if reason.verb.dep_ not in ("acl", "amod") or not carrier.dep_.startswith("nsubj"):
        return None
    return next((found for verb in chain(carrier.head) if (found := _by_verb_form(verb, reason)) is not None), None)


def _is_beside(verb: Token, other: Token) -> bool:
    """Whether two verbs are told side by side, so that neither says when the other is: `a promis une enquête et débloqué un million`."""
    return verb.dep_ == "conj" and verb.head.i == other.i and is_participle(verb) and is_participle(other)


def _leans_on_infinitive(verb: Token) -> bool:
    under = [
        child
        for child in verb.children
        if child.i > verb.i and child.dep_ in ("xcomp", "ccomp", "obl:arg", "nmod", "obl")
    ]
    return any(shows(child, "VerbForm", "Inf") for child in under)


def _by_verb_behind(candidate: Candidate, reason: Reason | None) -> tuple[Modality, Evidence] | None:
    """Read the first finite verb right behind the counted, where it is one of hearsay or to come: `trois des évadés auraient
    fui`, `douze vols resteront cloués au sol`."""
    at = (candidate.noun.i if candidate.noun is not None else candidate.last) + 1
    for token in candidate.top.doc[at : at + 6]:
        if token.is_punct or token.text.casefold() in ("qui", "que", "qu'", "dont", "où", "selon"):
            return None
        if token.pos_ in ("VERB", "AUX") and shows(token, "VerbForm", "Fin"):
            if token.text.casefold() in ("aurait", "auraient", "serait", "seraient"):
                return Modality.ALLEGED, _evidence("figures.modality.conditional_of_hearsay", token)
            if is_future(token) and token.lemma_ not in TELLS and token.text.casefold() not in ("aura", "auront"):
                return Modality.PLANNED, _evidence("figures.modality.future", token)
            return None
    return None


def _infinitive_heads(token: Token) -> list[Token]:
    """Return the verbs above an infinitive: prévoit in `prévoit de vacciner`."""
    found: list[Token] = []
    while token.head.i != token.i and len(found) < 3:
        if not (shows(token, "VerbForm", "Inf") or token.dep_ in ("xcomp", "obl:arg", "nmod")):
            break
        if any(child.dep_ == "mark" and child.text.casefold() in ("pour", "afin", "sans") for child in token.children):
            break
        token = token.head
        found.append(token)
    return found


def _by_verb_form(verb: Token, reason: Reason | None) -> tuple[Modality, Evidence] | None:
    words = [verb, *auxiliaries(verb)]
    first = verb
    while first.dep_ == "conj" and first.head.i != first.i and shows(first.head, "VerbForm", "Inf"):
        # `va débloquer 3 millions et dépêcher deux hélicoptères`
        first = first.head
    leaning = first.head if first.dep_ in ("xcomp", "ccomp") and first.head.i != first.i else None
    # `vont partir`, `vont être dépêchés`
    bare = shows(verb, "VerbForm", "Inf") or any(shows(word, "VerbForm", "Inf") for word in words[1:])
    if leaning is not None and bare:
        words.append(leaning)
    for word in words:
        lemma = word.lemma_
        if is_must(word):
            if word.text.casefold() == "dû" or (shows(word, "Tense", "Past") and shows(word, "VerbForm", "Part")):
                continue
            called = is_duty(word, verb)
            return (Modality.CALLED_FOR if called else Modality.PLANNED), _evidence("figures.modality.must", word)
        if word.text.casefold() == "fallu" and not any(_is_conditional(one) for one in words):
            # `il a fallu 600 hommes`: they were there
            continue
        if lemma == "falloir" or word.text.casefold() in ("faut", "faudrait", "faudra", "fallait"):
            named = _forms("above").of(word)
            return Modality.CALLED_FOR, _evidence(named[0].name if named else "figures.modality.needed", word)
        if _is_conditional(word):
            if lemma == "pouvoir" or _reported_future(verb, words, reason):
                return Modality.PLANNED, _evidence("figures.modality.conditional_to_come", word)
            return Modality.ALLEGED, _evidence("figures.modality.conditional_of_hearsay", word)
        if is_future(word) and not _is_done(verb, word) and verb.lemma_ not in TELLS:
            return Modality.PLANNED, _evidence("figures.modality.future", word)
        if lemma == "aller" and bare and word is not verb:
            return Modality.PLANNED, _evidence("figures.modality.going_to", word)
    return None


# a report tells with a future what was said later on: `on avouera vingt morts, puis trente`
TELLS = frozenset(
    "dire parler répondre répliquer affirmer assurer reconnaître concéder avouer admettre préciser expliquer raconter".split()
)


def _is_done(verb: Token, word: Token) -> bool:
    """Whether a future only tells what has come to pass: `la crue aura tué douze personnes`."""
    return word is not verb and word.text.casefold() in ("aura", "auront") and is_participle(verb)


def _is_conditional(word: Token) -> bool:
    """Whether a verb form is a conditional; the tagger takes some for imperfects, and some presents for it."""
    shown = word.text.casefold()
    if not shown.endswith(("rait", "raient")):
        return False
    if word.lemma_.endswith("rer") and shown.removesuffix("ait").removesuffix("aient") + "er" == word.lemma_:
        # `dénombrait`, `déplorait`: an imperfect, whatever the tagger says
        return False
    if shows(word, "Mood", "Cnd") or shown in (
        "aurait",
        "auraient",
        "serait",
        "seraient",
        "pourrait",
        "pourraient",
        "ferait",
        "feraient",
    ):
        return True
    lemma = word.lemma_.casefold()
    stem = lemma.removesuffix("e")
    if stem.endswith("r") and shown.startswith(stem):
        return word.pos_ in ("VERB", "AUX")
    return word.pos_ in ("VERB", "AUX") and not lemma.endswith(("rer", "rir", "rre"))


def _reported_future(verb: Token, words: list[Token], reason: Reason | None) -> bool:
    """Whether a present conditional is a future seen from the past: il a annoncé que 500 tentes seraient livrées."""
    perfect = any(word.lemma_ == "avoir" for word in words)
    below_speech = verb.dep_ in ("ccomp", "conj", "xcomp") and verb.head.i != verb.i
    kinds = (
        Kind.DELIVERED,
        Kind.DEPLOYED,
        Kind.EVACUATED,
        Kind.HOSTED,
        Kind.PROTESTING,
        Kind.OTHER,
        Kind.RETURNED,
        Kind.RESCUED,
    )
    return not perfect and below_speech and (reason is None or reason.kind in kinds)


def _evidence(rule: str, token: Token) -> Evidence:
    return Evidence("modality", rule, Span(token.idx, token.idx + len(token.text)))
