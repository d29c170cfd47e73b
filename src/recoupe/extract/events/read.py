"""A parsed paragraph in, the events that it tells out, as far as the paragraph alone can tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from recoupe.extract.events.nouns import noun_event
from recoupe.extract.events.verbs import Told, verb_event
from recoupe.extract.events.words import low, noun_entries, verbs
from recoupe.extract.figures.tree import shows
from recoupe.extract.paragraph import Paragraph, Sentence
from recoupe.extract.reading import LocalEvent
from recoupe.model.article import BlockKind
from recoupe.model.event import EventType
from recoupe.model.moment import Moment

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBAL = ("VERB", "AUX", "ADJ")


def read_events(paragraph: Paragraph, moments: Sequence[Moment]) -> tuple[LocalEvent, ...]:
    """Return the events of a paragraph in the order of its words.

    The span of an event is the clause that tells it, from who does it to whom, with what says when and where right behind; of
    an event noun, the noun with what hangs on it. No two events of one type and one pair of parties share words.
    """
    found: list[LocalEvent] = []
    title = paragraph.kind in (BlockKind.TITLE, BlockKind.HEADING)
    for number, sentence in enumerate(paragraph.sentences):
        found += _of_sentence(sentence, number, moments, title)
    return tuple(found)


def _of_sentence(sentence: Sentence, number: int, moments: Sequence[Moment], title: bool) -> list[LocalEvent]:
    here: list[LocalEvent] = []
    told: set[int] = set()
    blows: set[int] = set()
    for token in sentence.doc:
        rows = verbs().get(low(token))
        if rows and (token.pos_ in VERBAL or any(child.dep_.startswith("aux") for child in token.children)):
            done = verb_event(token, rows, sentence, number, moments)
            if done is not None and not (done.event.type is EventType.ASSAULT and _goes_on(token, done, blows)):
                blows |= {token.i} if done.event.type is EventType.ASSAULT else set()
                here.append(done.event)
                told |= done.with_it
    for token in sentence.doc:
        if token.pos_ in ("NOUN", "PROPN") and token.i not in told and (entries := noun_entries(token)):
            event = noun_event(token, entries, sentence, number, moments, title)
            if event is not None:
                here.append(event)
    return _once(sorted(here, key=lambda event: (event.span.start, -event.span.end)))


def _goes_on(verb: Token, done: Told, blows: set[int]) -> bool:
    """Whether a verb only says what the blow before it did: `a bombardé un camp, tuant 52 personnes`, `... et a fait six morts`."""
    if verb.dep_ == "conj" and verb.head.i in blows and done.event.evidence[0].rule.endswith("assault.toll"):
        return True
    trailing = (
        shows(verb, "Tense", "Pres") and shows(verb, "VerbForm", "Part") and verb.i > 0 and low(verb.nbor(-1)) != "en"
    )
    return trailing and any(above.i in blows for above in verb.ancestors)


def _once(events: list[LocalEvent]) -> list[LocalEvent]:
    """Return events without those that only say again, in the same words, what another of their type says."""
    kept: list[LocalEvent] = []
    for event in events:
        if not any(_says(other, event) for other in kept):
            kept.append(event)
    return kept


def _says(one: LocalEvent, other: LocalEvent) -> bool:
    if one.type is not other.type or not one.span.meets(other.span):
        return False
    if one.mode and other.mode and one.mode != other.mode:
        return False
    pairs = ((one.actor, other.actor), (one.target, other.target))
    return one.span == other.span or all(b is None or (a is not None and a.text == b.text) for a, b in pairs)
