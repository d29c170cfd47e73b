"""A verb in its sentence in, the event that it tells out, None where it tells none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from recoupe.extract.events.classes import fits, is_natural
from recoupe.extract.events.dating import dated_by
from recoupe.extract.events.parties import party_of
from recoupe.extract.events.roles import Roles, mark_of, party_head, roles_of
from recoupe.extract.events.told import modality_of
from recoupe.extract.events.words import low, weapons
from recoupe.extract.figures.tree import auxiliaries, is_participle, shows
from recoupe.extract.paragraph import Sentence
from recoupe.extract.reading import LocalEvent, LocalParty
from recoupe.lexicon import Entry
from recoupe.model.event import EventModality, EventType
from recoupe.model.moment import Moment
from recoupe.model.span import Evidence, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 9
CLITICS = frozenset({"ne", "n'", "se", "s'", "en", "y", "l'", "les"})


def verb_event(
    verb: Token, entries: Sequence[tuple[str, Entry]], sentence: Sentence, number: int, moments: Sequence[Moment]
) -> LocalEvent | None:
    """Return the event that a verb tells by the first entry whose demands on its parties are met."""
    roles = roles_of(verb)
    if any(rest for rest, _ in entries) and roles.object is None:
        # `ont pointé du doigt la préfecture`: the object hangs on the turn's own noun
        roles.object = next(
            (word for child in verb.children if child.i > verb.i for word in child.children
             if word.i > child.i and word.pos_ in ("NOUN", "PROPN") and not mark_of(word)), None
        )  # fmt: skip
    if verb.pos_ == "ADJ" and not (is_participle(verb) or auxiliaries(verb) or "par" in roles.behind):
        return None
    reflexive = any(low(child) in ("se", "s'") for child in verb.children)
    for rest, entry in entries:
        if (entry.extra["role"] == "reflexive") != reflexive or not _followed(verb, rest):
            continue
        if not _fits(entry, verb, roles):
            continue
        told = modality_of(verb)
        if told is None:
            return None
        return _event(verb, entry, roles, told, sentence, number, moments)
    return None


def _followed(verb: Token, rest: str) -> bool:
    """Whether the other words of a form stand right behind the verb: `du doigt` in `ont pointé du doigt`."""
    words = rest.split()
    behind = [low(word).strip("'") for word in verb.doc[verb.i + 1 : verb.i + 1 + len(words)]]
    return not words or behind == [word.strip("'") for word in words]


def _fits(entry: Entry, verb: Token, roles: Roles) -> bool:
    needs = entry.extra
    if is_natural(roles.subject):
        return False
    if "of" in needs and not any(_is_one_of(one, needs["of"]) for one in _objects(entry, roles)):
        return False
    if "whom" in needs and not any(fits(kind, one) for kind in needs["whom"] for one in _objects(entry, roles)):
        return False
    if "who" in needs and not any(fits(kind, roles.subject) for kind in needs["who"]):
        return False
    if needs.get("alone") and (roles.object is not None) != roles.passive:
        return False
    if (needs.get("active") and roles.passive) or (needs["role"] == "passive" and not roles.passive):
        return False
    under = [
        child
        for child in verb.children
        if child.dep_ in ("xcomp", "ccomp", "obl:arg", "advcl", "obl:mod", "obl", "acl")
    ]
    content = [child for child in under if shows(child, "VerbForm", "Inf") and child.i > verb.i]
    if bool(needs.get("asks")) and not content:
        return False
    if "of_content" in needs and not any(child.lemma_.casefold() in needs["of_content"] for child in content):
        return False
    if needs.get("mode") == "phone" and content:
        return False
    if "not" in needs and any(_is_one_of(one, needs["not"]) for one in _objects(entry, roles)):
        return False
    if any(_is_one_of(one, needs.get("unless_behind", ())) for one in roles.behind.values()):
        return False
    if any(
        _is_one_of(child, needs.get("unless_behind", ())) for one in _objects(entry, roles) for child in one.children
    ):
        return False
    behind = needs.get("behind")
    return not (needs.get("only_behind") and not any(mark in roles.behind for mark in behind or ()))


def _objects(entry: Entry, roles: Roles) -> list[Token]:
    found = [] if roles.object is None or entry.extra.get("only_behind") else [roles.object]
    return found + [roles.behind[mark] for mark in entry.extra.get("behind", ()) if mark in roles.behind]


def _is_one_of(token: Token, words: Sequence[str]) -> bool:
    return any(
        one is not None and (low(one) in words or one.lemma_.casefold() in words) for one in (token, party_head(token))
    )


def _event(
    verb: Token,
    entry: Entry,
    roles: Roles,
    told: tuple[EventModality, Evidence | None],
    sentence: Sentence,
    number: int,
    moments: Sequence[Moment],
) -> LocalEvent | None:
    modality, why = told
    shift = sentence.span.start
    actor = party_of(roles.subject, shift) if entry.extra.get("actor", "subject") == "subject" else None
    whom = _target(entry, roles)
    target = party_of(whom, shift)
    if entry.extra.get("actor") == "object":
        actor, target = None, party_of(roles.subject, shift)
    elif entry.extra.get("actor") == "behind":
        actor = next(
            (party_of(roles.behind[mark], shift) for mark in entry.extra["behind"] if mark in roles.behind), None
        )
        target = party_of(roles.subject, shift)
    if entry.extra.get("modality") and modality is EventModality.REPORTED:
        modality = EventModality(entry.extra["modality"])
    type_, mode = settled(EventType(entry.means), _mode(entry, roles), modality)
    span = _span(verb, actor if roles.passive else target, sentence)
    evidence = [Evidence("type", entry.name, Span(shift + verb.idx, shift + verb.idx + len(verb.text)))]
    evidence += [why.shifted(shift)] if why is not None else []
    evidence += [
        Evidence(field, f"events.{field}.{'agent' if roles.passive and field == 'actor' else 'grammar'}", party.span)
        for field, party in (("actor", actor), ("target", target))
        if party is not None
    ]
    return LocalEvent(
        span=span,
        sentence=number,
        type=type_,
        mode=mode,
        actor=actor,
        target=None if target is not None and actor is not None and target.text == actor.text else target,
        modality=modality,
        moments=dated_by([verb], sentence, moments),
        now=is_now(verb),
        evidence=tuple(evidence),
    )


def _target(entry: Entry, roles: Roles) -> Token | None:
    where = entry.extra.get("target", ["object"])
    for place in where:
        token = roles.object if place == "object" else roles.behind.get(place)
        if token is not None and not _is_one_of(token, entry.extra.get("of", ())):
            return token
    return None


def _mode(entry: Entry, roles: Roles) -> str | None:
    if entry.means == EventType.ASSAULT and entry.extra.get("mode") in (None, "destroy"):
        for token in (roles.subject, *roles.behind.values(), roles.object):
            head = party_head(token)
            for one in (token, head):
                if one is not None and low(one) in weapons():
                    return weapons()[low(one)]
    mode: str | None = entry.extra.get("mode")
    return mode


def settled(type_: EventType, mode: str | None, modality: EventModality) -> tuple[EventType, str | None]:
    """Return the type that PLOVER gives to what is only announced: a withdrawal is a concession, help an agreement."""
    if modality is EventModality.ANNOUNCED:
        if type_ is EventType.RETREAT:
            return EventType.CONCEDE, None
        if type_ in (EventType.AID, EventType.COOPERATE):
            return EventType.AGREE, None
    return type_, mode


def is_now(verb: Token) -> bool:
    """Whether a finite verb tells in the present."""
    if auxiliaries(verb) or not shows(verb, "VerbForm", "Fin"):
        return False
    return not low(verb).endswith(("ait", "aient")) and not shows(verb, "Tense", "Past")


def _span(verb: Token, party: LocalParty | None, sentence: Sentence) -> Span:
    """Return where the verb group stands, with the party right behind it."""
    group = [verb, *auxiliaries(verb)]
    group += [child for child in verb.children if low(child) in CLITICS and child.i < verb.i]
    if verb.dep_ in ("xcomp", "ccomp") and shows(verb, "VerbForm", "Inf") and verb.i - verb.head.i in (1, 2, 3):
        group += [verb.head, *auxiliaries(verb.head)]
    group += [child for word in group for child in word.children if low(child) in CLITICS and child.i == word.i - 1]
    near = [word for word in group if abs(word.i - verb.i) < REACH]
    first, last = min(near, key=lambda word: word.i), max(near, key=lambda word: word.i)
    span = sentence.span_of(first, last)
    if party is not None and 0 <= party.span.start - span.end < 40:
        between = sentence.text[span.end - sentence.span.start : party.span.start - sentence.span.start]
        if not set(between) & set(',;:.«»"'):
            return Span(span.start, party.span.end)
    return span
