"""A verb in its sentence in, the event that it tells out, None where it tells none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recoupe.extract.events.classes import fits, is_armed, is_natural, is_people
from recoupe.extract.events.dating import dated_by
from recoupe.extract.events.extent import of_verb
from recoupe.extract.events.parties import party_of
from recoupe.extract.events.roles import Roles, mark_of, party_head, roles_of
from recoupe.extract.events.told import modality_of
from recoupe.extract.events.words import is_listed, low, weapons
from recoupe.extract.figures.tree import auxiliaries, is_participle, shows
from recoupe.extract.paragraph import Sentence
from recoupe.extract.reading import LocalEvent
from recoupe.lexicon import Entry
from recoupe.model.event import EventModality, EventType
from recoupe.model.moment import Moment
from recoupe.model.span import Evidence, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# whom one speaks of or to: a thing is no party of theirs
SPOKEN = frozenset({EventType.ACCUSE, EventType.SUPPORT, EventType.REQUEST, EventType.THREATEN, EventType.CONSULT})

# modes that say less than the weapon does
BY_WEAPON = (None, "destroy", "firearms", "explosives", "heavy-weapons")


@dataclass(frozen=True, slots=True)
class Told:
    """An event that a verb tells, and the words around it that are told with it: no events of their own."""

    event: LocalEvent
    with_it: frozenset[int]


def verb_event(
    verb: Token, entries: Sequence[tuple[str, Entry]], sentence: Sentence, number: int, moments: Sequence[Moment]
) -> Told | None:
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
        event = _event(verb, entry, roles, told, sentence, number, moments)
        return Told(event, _with_it(event.type, roles))
    return None


def _with_it(type_: EventType, roles: Roles) -> frozenset[int]:
    """Return the nouns that only say by what or to what a verb's event was done."""
    if type_ in (EventType.ACCUSE, EventType.SUPPORT, EventType.THREATEN):
        # `condamne l'attaque de lundi` tells of the attack, too
        return frozenset()
    around = [roles.object, *(roles.behind.get(mark) for mark in ("par", "à", "sous"))]
    if type_ in (EventType.AGREE, EventType.REJECT):
        around.append(roles.behind.get("de"))
    if type_ is EventType.ASSAULT:
        around += [roles.subject, *(roles.behind.get(mark) for mark in ("dans", "lors de", "de"))]
    heads = [*around, *(party_head(one) for one in around)]
    return frozenset(one.i for one in heads if one is not None)


def _is_harmless(token: Token | None) -> bool:
    """Whether shots are fired at nobody: `des tirs de joie`."""
    return token is not None and any(is_listed(child, "harmless") for child in token.children)


def _followed(verb: Token, rest: str) -> bool:
    """Whether the other words of a form stand right behind the verb: `du doigt` in `ont pointé du doigt`."""
    words = rest.replace("'", "' ").split()
    behind = [low(word).strip("'") for word in verb.doc[verb.i + 1 : verb.i + 1 + len(words)]]
    return not words or behind == [word.strip("'") for word in words]


def _fits(entry: Entry, verb: Token, roles: Roles) -> bool:
    needs = entry.extra
    if is_natural(roles.subject) or _is_harmless(roles.subject):
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
    if needs.get("object") and roles.object is None:
        return False
    content = _content(verb, roles)
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


def _content(verb: Token, roles: Roles) -> list[Token]:
    """Return the infinitives that say what is asked or threatened: `à reprendre`, `de tirer`."""
    holders = [verb]
    if roles.object is not None:
        holders += [roles.object, *(child for child in roles.object.children if child.dep_ == "conj")]
    return [
        child
        for holder in holders
        for child in holder.children
        if child.i > verb.i
        and shows(child, "VerbForm", "Inf")
        and any(low(word) in ("à", "de", "d'") for word in child.children if word.i < child.i)
    ]


def _objects(entry: Entry, roles: Roles) -> list[Token]:
    found = [] if roles.object is None or entry.extra.get("only_behind") else [roles.object]
    return found + [roles.behind[mark] for mark in entry.extra.get("behind", ()) if mark in roles.behind]


def _is_one_of(token: Token, words: Sequence[str]) -> bool:
    heads = [one for one in (token, party_head(token)) if one is not None]
    shown = {form for one in heads for form in (low(one), low(one).removesuffix("s"), one.lemma_.casefold())}
    return any(word in shown for word in words)


def _event(
    verb: Token,
    entry: Entry,
    roles: Roles,
    told: tuple[EventModality, Evidence | None],
    sentence: Sentence,
    number: int,
    moments: Sequence[Moment],
) -> LocalEvent:
    modality, why = told
    shift = sentence.span.start
    doer = entry.extra.get("actor", "subject") == "subject" and (is_people(roles.subject) or is_armed(roles.subject))
    actor = party_of(roles.subject, shift) if doer else None
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
    type_, mode = settled(EventType(entry.means), _mode(entry, roles), modality, by_whom=actor is not None)
    span = of_verb(verb, roles.object if roles.passive else roles.subject, sentence)
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
    for place in entry.extra.get("target", ["object"]):
        token = roles.object if place == "object" else roles.behind.get(place)
        if token is None or _is_one_of(token, entry.extra.get("of", ())):
            continue
        if entry.means not in SPOKEN or fits("people", token) or fits("armed", token):
            return token
    return None


def _mode(entry: Entry, roles: Roles) -> str | None:
    if entry.means == EventType.ASSAULT and entry.extra.get("mode") in BY_WEAPON:
        for token in (roles.subject, *roles.behind.values(), roles.object):
            if token is None:
                continue
            # `des grenades lacrymogènes`: the adjective first
            adjectives = [child for child in token.children if child.dep_ == "amod"]
            for one in (*adjectives, token, party_head(token)):
                if one is not None and low(one) in weapons():
                    return weapons()[low(one)]
    mode: str | None = entry.extra.get("mode")
    return mode


def settled(
    type_: EventType, mode: str | None, modality: EventModality, *, by_whom: bool
) -> tuple[EventType, str | None]:
    """Return the type that PLOVER gives to what is only announced: a withdrawal is a concession, help an agreement where it
    is said who will give it."""
    if modality is EventModality.ANNOUNCED:
        if type_ is EventType.RETREAT:
            return EventType.CONCEDE, None
        if type_ in (EventType.AID, EventType.COOPERATE) and by_whom:
            return EventType.AGREE, None
    return type_, mode


def is_now(verb: Token) -> bool:
    """Whether a finite verb tells in the present."""
    if auxiliaries(verb) or not shows(verb, "VerbForm", "Fin"):
        return False
    return not low(verb).endswith(("ait", "aient")) and not shows(verb, "Tense", "Past")
