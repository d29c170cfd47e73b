"""A parsed paragraph in, the events that it tells out, as far as the paragraph alone can tell."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.extract.events.nouns import noun_event
from recoupe.extract.events.verbs import verb_event
from recoupe.extract.events.words import low, noun_entries, verbs
from recoupe.extract.paragraph import Paragraph, Sentence
from recoupe.extract.reading import LocalEvent
from recoupe.model.moment import Moment


def read_events(paragraph: Paragraph, moments: Sequence[Moment]) -> tuple[LocalEvent, ...]:
    """Return the events of a paragraph in the order of its words.

    The span of an event is the head words that tell it: the verb group with the party that it is done to, or the event
    noun with the parties that hang on it. Of two events of one type that share words, the one told by the verb stays.
    """
    found: list[LocalEvent] = []
    for number, sentence in enumerate(paragraph.sentences):
        found += _of_sentence(sentence, number, moments)
    return tuple(found)


def _of_sentence(sentence: Sentence, number: int, moments: Sequence[Moment]) -> list[LocalEvent]:
    here: list[LocalEvent] = []
    for token in sentence.doc:
        rows = verbs().get(low(token))
        if rows and (
            token.pos_ in ("VERB", "AUX", "ADJ") or any(child.dep_.startswith("aux") for child in token.children)
        ):
            event = verb_event(token, rows, sentence, number, moments)
            if event is not None:
                here.append(event)
    told = tuple(here)
    for token in sentence.doc:
        if token.pos_ not in ("NOUN", "PROPN"):
            continue
        entries = noun_entries(token)
        if entries:
            event = noun_event(token, entries, sentence, number, moments)
            if event is not None and not any(_tells(other, event) for other in told):
                here.append(event)
    return _once(sorted(here, key=lambda event: (event.span.start, -event.span.end)))


def _tells(verb: LocalEvent, noun: LocalEvent) -> bool:
    return verb.type is noun.type and verb.span.meets(noun.span)


def _once(events: list[LocalEvent]) -> list[LocalEvent]:
    """Return events without those that share words with an earlier one of their type."""
    kept: list[LocalEvent] = []
    for event in events:
        if not any(other.type is event.type and other.span.meets(event.span) for other in kept):
            kept.append(event)
    return kept
