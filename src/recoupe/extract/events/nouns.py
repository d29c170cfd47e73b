"""An event noun in its sentence in, the event that it tells out, None where it only names a thing in passing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recoupe.extract.events.classes import is_armed, is_natural, is_people
from recoupe.extract.events.dating import dated_by
from recoupe.extract.events.extent import hangs_on, of_noun, of_verb
from recoupe.extract.events.parties import party_of
from recoupe.extract.events.roles import COUNTING, SUBJECTS, Roles, mark_of, roles_of
from recoupe.extract.events.told import modality_of
from recoupe.extract.events.verbs import is_now, settled
from recoupe.extract.events.words import carried_by, conjugated, is_listed, low, weapons
from recoupe.extract.figures.tree import is_passive
from recoupe.extract.paragraph import Sentence
from recoupe.extract.reading import LocalEvent, LocalParty
from recoupe.extract.statements.lexis import actor_class
from recoupe.lexicon import Entry
from recoupe.model.event import EventModality, EventType
from recoupe.model.moment import Moment
from recoupe.model.span import Evidence, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

OF = frozenset({"de", "d'", "du", "des"})
NONE = frozenset({"aucun", "aucune", "nul", "nulle", "zéro"})
# `sans combat`, `contre les attaques`, `pour une trêve`: thought of, not told
UNTOLD = frozenset({"sans", "contre", "pour", "faute", "malgré", "en", "comme", "hors", "sauf", "sous"})


@dataclass(slots=True)
class Carried:
    """How a sentence carries an event noun: by which verb, told how, and whom that verb adds."""

    verb: Token | None = None
    modality: EventModality = EventModality.REPORTED
    why: Evidence | None = None
    actor: Token | None = None
    target: Token | None = None
    ended: bool = False
    borne: bool = False  # by a verb that says of it that it happened


def noun_event(
    noun: Token, entries: Sequence[Entry], sentence: Sentence, number: int, moments: Sequence[Moment], title: bool
) -> LocalEvent | None:
    """Return the event that a noun tells: carried by a verb, or with a party, a day or a place on it, or strong enough alone.

    `title` says that it stands in a title, where a noun alone may tell.
    """
    entry = next((one for one in entries if _fits(one, noun)), None)
    named = (
        noun.text[:1].isupper() and noun.i > 0 and not noun.text.isupper() and noun.nbor(-1).text not in (":", "«", '"')
    )
    # `la Convention sur le droit de la mer`
    if (
        entry is None
        or (named and noun.nbor(-1).pos_ != "PUNCT")
        or _is_untold(noun, entry)
        or any(is_listed(child, "harmless") for child in noun.children)
    ):
        return None
    top = _top(noun)
    state = any(child.dep_ == "cop" for child in noun.children)
    if state and not (entry.extra.get("state") and mark_of(noun) == "en"):
        # `c'est toujours l'exode`
        return None
    carried = _in_state(noun) if state else _carried(top, entry)
    if carried is None:
        return None
    shift = sentence.span.start
    actor, target = _own_parties(noun, entry, shift)
    alone = actor is not None or target is not None
    holders = [noun, top, *([carried.verb] if carried.verb is not None else [])]
    dates = dated_by(holders, sentence, moments)
    on_noun = dated_by([noun], sentence, moments) or _set_somewhere(noun)
    headline = title and (top.dep_ == "ROOT" or any(word.text == ":" for word in noun.doc[max(0, noun.i - 3) : noun.i]))
    if not (carried.borne or headline or (entry.extra.get("strong") and _is_told(noun, top)) or alone or on_noun):
        return None
    if entry.extra.get("carried") and not carried.borne:
        return None
    if not (carried.borne or alone or on_noun or dates) and any(
        low(word) == "des" and word.dep_ == "det" for word in noun.children
    ):
        # `Des trêves, j'en ai vu passer dix`
        return None
    if not (carried.borne or headline or entry.extra.get("strong") or alone or on_noun or _is_definite(noun)):
        return None
    asks = entry.means == EventType.REQUEST and carried.borne and actor is not None and _is_bare(noun)
    if (actor is None or asks) and (is_people(carried.actor) or is_armed(carried.actor)):
        actor = party_of(carried.actor, shift)
    if target is None:
        target = party_of(carried.target, shift)
    if target is None and carried.borne and carried.verb is not None:
        # `a présenté ses excuses aux familles`
        target = _addressed(entry, roles_of(carried.verb), shift)
    modality, why = carried.modality, carried.why
    if any(low(child) in NONE for child in noun.children):
        modality, why = EventModality.NEGATED, Evidence("modality", "events.modality.none", _at(noun))
    type_, mode = EventType(entry.means), _mode(noun, entry)
    if carried.ended:
        if type_ is not EventType.ASSAULT:
            return None
        type_, mode = EventType.RETREAT, "ceasefire"
    type_, mode = settled(type_, mode, modality, by_whom=actor is not None)
    evidence = [Evidence("type", entry.name, _at(noun).shifted(shift))]
    evidence += [why.shifted(shift)] if why is not None else []
    evidence += [
        Evidence(field, f"events.{field}.grammar", party.span)
        for field, party in (("actor", actor), ("target", target))
        if party is not None
    ]
    return LocalEvent(
        span=_span(noun, entry, carried, sentence),
        sentence=number,
        type=type_,
        mode=mode,
        actor=actor,
        target=None if target is not None and actor is not None and target.span == actor.span else target,
        modality=modality,
        moments=dates,
        now=carried.verb is not None and is_now(carried.verb),
        evidence=tuple(evidence),
    )


def _fits(entry: Entry, noun: Token) -> bool:
    """Whether the complement that an entry asks for hangs on the noun: `arrêt` of `combats`."""
    if "not" in entry.extra and any(
        low(child) in entry.extra["not"] or child.lemma_.casefold() in entry.extra["not"] for child in noun.children
    ):
        return False
    if "of" not in entry.extra:
        return True
    near = [word for word in noun.doc[noun.i + 1 : noun.i + 12] if hangs_on(word, noun)]
    return any(
        (low(word) in entry.extra["of"] or word.lemma_.casefold() in entry.extra["of"])
        and any(low(before) in OF for before in word.doc[max(noun.i + 1, word.i - 3) : word.i])
        for word in near
    )


def _in_state(noun: Token) -> Carried:
    """Return how a sentence says that somebody is in a state: `les dockers sont en grève`."""
    subject = next((child for child in noun.children if child.dep_ in SUBJECTS), None)
    return Carried(actor=subject, borne=True)


def _is_untold(noun: Token, entry: Entry) -> bool:
    """Whether a noun stands where things are only thought of: `un appel à la grève`, `le risque d'une attaque`."""
    top = _top(noun)
    if mark_of(top) in UNTOLD and not (entry.extra.get("state") and mark_of(top) == "en"):
        return True
    above = top.head
    if top.dep_.startswith(("nmod", "obl")) and above.pos_ in ("NOUN", "ADJ") and is_listed(above, "unsaid"):
        return True
    before = [word for word in noun.doc[max(0, top.i - 4) : top.i] if word.pos_ == "NOUN" or word.is_punct]
    if before and is_listed(before[-1], "unsaid") and mark_of(top) in ("de", "à"):
        # `renouvelé son appel à un cessez-le-feu`: whatever the tree hangs it on
        return True
    return any(child.dep_ in ("amod", "acl") and is_listed(child, "unreal") for child in noun.children)


def _top(noun: Token) -> Token:
    """Return the noun that measures or phases an event noun: `une trentaine de frappes`, `la reprise des tirs`."""
    current = noun
    for _ in range(3):
        above = current.head
        phase = above.pos_ in ("NOUN", "NUM") and (
            above.lemma_.casefold() in COUNTING or is_listed(above, "phases") or above.like_num
        )
        if current.dep_.startswith("nmod") and phase and mark_of(current) == "de":
            current = above
            continue
        if current.dep_ == "conj" and above.pos_ == "NOUN" and current.i > above.i:
            current = above
            continue
        return current
    return current


def _carried(top: Token, entry: Entry) -> Carried | None:
    """Return how the verb over an event noun carries it; None where it says that the thing is only wanted or refused."""
    verb, role = top.head, top.dep_
    if top.dep_ == "ROOT" or verb.pos_ not in ("VERB", "AUX", "ADJ"):
        participle = next((child for child in top.children if child.dep_ in ("acl", "amod") and child.i > top.i), None)
        return _described(participle) if participle is not None else Carried()
    roles = roles_of(verb)
    subject = role in SUBJECTS or (roles.object is not None and roles.object.i == top.i and roles.passive)
    passive = subject and is_passive(verb)
    if role == "obj" or passive or (role.startswith("obl") and mark_of(top) == "à" and carried_by(verb, "doing_to")):
        if carried_by(verb, "unsaid"):
            return None
        told = modality_of(verb)
        if told is None:
            return None
        carried = Carried(verb, *told)
        if carried_by(verb, "doing"):
            carried.actor, carried.borne = roles.subject, True
            return carried
        if carried_by(verb, "undergoing"):
            carried.target, carried.borne = roles.subject, True
            return carried
        if carried_by(verb, "announcing"):
            if carried.modality is EventModality.REPORTED and not (
                low(verb) in conjugated("annoncer") and _is_over(entry)
            ):
                carried.modality = EventModality.ANNOUNCED
                carried.why = Evidence("modality", "events.modality.announced", _at(verb))
            carried.actor, carried.borne = roles.subject, True
            return carried
        if carried_by(verb, "ending"):
            carried.ended, carried.actor, carried.borne = True, roles.subject, True
            return carried
        if carried_by(verb, "denying"):
            carried.modality, carried.why = (
                EventModality.NEGATED,
                Evidence("modality", "events.modality.denied", _at(verb)),
            )
            return carried
        return Carried(verb)
    leaning = next((child for child in verb.children if child.dep_ == "xcomp" and child.i > verb.i), None)
    if leaning is not None and (carried_by(verb, "going") or carried_by(verb, "able") or carried_by(verb, "phases")):
        # `la trêve doit entrer en vigueur`
        verb = leaning
    told = modality_of(verb)
    if subject:
        if told is None:
            return None
        carried = Carried(verb, *told)
        if entry.means == EventType.RETREAT and carried_by(verb, "breaking"):
            return None
        if carried_by(verb, "ending") and roles.object is None:
            carried.ended, carried.borne = True, True
            return carried
        if carried_by(verb, "occurring"):
            carried.borne = True
            return carried
        return carried if told[0] in (EventModality.REPORTED, EventModality.ALLEGED) else None
    if (
        role.startswith("obl")
        and mark_of(top) in ("de", "à")
        and (carried_by(verb, "unsaid") or carried_by(verb, "asking"))
    ):
        return None
    if role.startswith("obl") and told is not None and told[0] is EventModality.REPORTED:
        return Carried(verb)
    return Carried() if mark_of(top) in ("après", "depuis", "dans", "lors de", "pendant", "durant", "par") else None


def _is_over(entry: Entry) -> bool:
    """Whether an event is announced only once it is done: arrests and blows."""
    return entry.means == EventType.ASSAULT or entry.extra.get("mode") == "arrest"


def _described(participle: Token) -> Carried:
    """Return how a participle on an event noun carries it: `l'offensive lancée le 15 novembre par l'armée`."""
    agent = roles_of(participle).behind.get("par")
    if carried_by(participle, "doing") or carried_by(participle, "occurring"):
        return Carried(participle, actor=agent, borne=True)
    if carried_by(participle, "announcing"):
        why = Evidence("modality", "events.modality.announced", _at(participle))
        return Carried(participle, EventModality.ANNOUNCED, why, actor=agent, borne=True)
    return Carried(actor=agent)


def _own_parties(noun: Token, entry: Entry, shift: int) -> tuple[LocalParty | None, LocalParty | None]:
    """Return the actor and target that hang on the noun itself."""
    actor: LocalParty | None = None
    target: LocalParty | None = None
    for child in noun.children:
        mark = mark_of(child)
        if child.dep_ == "amod" and is_listed(child, "sides") and actor is None:
            actor = party_of(child, shift)
        elif not child.dep_.startswith(("nmod", "obl", "acl", "appos")) or child.i < noun.i:
            continue
        elif mark == "par":
            actor = party_of(child, shift)
        elif mark in ("contre", "sur", "envers", "avec") and target is None:
            target = party_of(child, shift)
        elif mark == "entre":
            actor = party_of(child, shift)
        elif mark == "de" and not is_natural(child) and low(child) not in weapons() and not is_listed(child, "days"):
            meant = entry.extra.get("de", "none")
            if meant == "either":
                # `les frappes de la coalition`, `les frappes de la gare`
                doer = is_armed(child) or _is_body(child)
                meant = "actor" if doer else "target" if _is_goal(child) else "none"
            if meant == "actor" and actor is None and (is_people(child) or is_armed(child)):
                actor = party_of(child, shift)
            elif meant == "target" and target is None:
                target = party_of(child, shift)
    return actor, target


def _mode(noun: Token, entry: Entry) -> str | None:
    mode: str | None = entry.extra.get("mode")
    if entry.means == EventType.ASSAULT:
        for child in noun.children:
            if mark_of(child) in ("de", "à", "par") and low(child) in weapons():
                return weapons()[low(child)]
    return mode


def _is_told(noun: Token, top: Token) -> bool:
    """Whether a strong noun tells of itself: not as a complement of another noun, unless it is definite."""
    if top.dep_.startswith("nmod") and top.head.pos_ in ("NOUN", "PROPN"):
        return _is_definite(noun)
    return True


def _is_definite(noun: Token) -> bool:
    return any(
        low(child) in ("le", "la", "l'", "les", "ce", "cet", "cette", "ces", "du", "des") for child in noun.children
    )


def _is_body(token: Token) -> bool:
    actor = actor_class(low(token))
    return actor is not None and actor.means in ("organisation", "named_body") and not is_listed(token, "buildings")


def _is_goal(token: Token) -> bool:
    named = token.pos_ == "PROPN"
    return named or is_people(token) or is_listed(token, "buildings") or is_listed(token, "places_held")


def _addressed(entry: Entry, roles: Roles, shift: int) -> LocalParty | None:
    """Return whom the verb that carries a noun turns to."""
    marks = (
        ("contre",) if entry.means in (EventType.ASSAULT, EventType.PROTEST, EventType.SANCTION) else ("à", "contre")
    )
    for mark in marks:
        token = roles.behind.get(mark)
        if token is not None and (is_people(token) or is_armed(token)) and entry.means != EventType.CONSULT:
            return party_of(token, shift)
    return None


def _is_bare(noun: Token) -> bool:
    """Whether a noun without an article says what is asked for: `un appel de fonds`."""
    behind = [child for child in noun.children if child.i > noun.i and mark_of(child) == "de"]
    return bool(behind) and all(
        child.text[:1].islower()
        and not any(word.dep_ == "det" or low(word) in ("du", "des") for word in child.children)
        for child in behind
    )


def _set_somewhere(noun: Token) -> bool:
    """Whether a named place hangs on a noun: `deux rencontres en Allemagne`."""
    return any(
        child.pos_ == "PROPN" and mark_of(child) in ("à", "en", "dans", "près", "sur") for child in noun.children
    )


def _span(noun: Token, entry: Entry, carried: Carried, sentence: Sentence) -> Span:
    """Return where the clause of the verb that carries a noun stands, else the noun with what hangs on it."""
    verb = carried.verb
    if carried.borne and verb is not None and noun.dep_ != "conj":
        roles = roles_of(verb)
        span = of_verb(verb, roles.object if roles.passive else roles.subject, sentence)
        if span.covers(sentence.span_of(noun, noun)):
            return span
    rest = noun.doc[noun.i : noun.i + 6].text.casefold().replace("\u2019", "'")
    shown = [form for form in entry.forms if rest.startswith(form)]
    width = len(max(shown, key=len, default=noun.text))
    words = [word for word in noun.doc[noun.i : noun.i + 6] if word.idx < noun.idx + width]
    return of_noun(noun, len(words), sentence)


def _at(token: Token) -> Span:
    return Span(token.idx, token.idx + len(token.text))
