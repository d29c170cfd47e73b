"""The events of an article's paragraphs in, the codebook's events out: with the day, the place, and parties by their names."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.extract.article_places import WIDE
from recoupe.extract.calendar import resolve
from recoupe.extract.events.names import Names
from recoupe.extract.events.said import only_said, said_event
from recoupe.extract.place_binding import Places
from recoupe.extract.place_figures import place_for
from recoupe.extract.reading import LocalEvent, Reading
from recoupe.model.article import Article, BlockKind
from recoupe.model.event import DatePrecision, Event, EventModality, EventType
from recoupe.model.moment import Moment, Window
from recoupe.model.place import Place, PlaceName
from recoupe.model.span import Evidence, Span
from recoupe.model.statement import Statement

# a place that only the article gives as a whole is no place of an event
OF_ARTICLE = frozenset({
    "places.figure.main", "places.figure.none", "places.figure.unsettled", "places.figure.whole_country", "places.figure.carried",
    "places.figure.heading", "places.figure.ours", "places.figure.goes_on",
})  # fmt: skip
OWN = frozenset({"in", "of", "near"})
# where words were said is not where what they are about happened
SAID = frozenset({EventType.ACCUSE, EventType.REQUEST, EventType.REJECT, EventType.THREATEN, EventType.SUPPORT})
# what people set out to do: a weekday beside the present is one to come
SET_OUT = frozenset({EventType.CONSULT, EventType.PROTEST, EventType.MOBILIZE, EventType.AID, EventType.RETREAT})


@dataclass(frozen=True, slots=True)
class Dated:
    """The day of an event: as the codebook writes it, how fine, and the words that say so."""

    date: str | None = None
    precision: DatePrecision | None = None
    why: Evidence | None = None
    to_come: bool = False


def bind_events(
    article: Article, readings: Sequence[tuple[Span, Reading]], statements: Sequence[Statement], places: Places
) -> tuple[Event, ...]:
    """Return the events of an article in the order of its text. All spans of `readings` count from their block.

    An act of speech that is an event by its own (accuse, demand, reject, threaten, promise, praise) comes from its statement;
    where words tell the same, the statement says who speaks.
    """
    names = Names.of(article, readings, statements)
    reference = datetime.date.fromisoformat(article.reference_day) if article.reference_day else None
    bound = [
        _bound(local, block, reading, article, reference, names, places)
        for block, reading in readings
        for local in reading.events
    ]
    bound = [event for event in bound if not only_said(event, statements)]
    for statement in statements:
        said = said_event(statement, bound)
        if said is None:
            continue
        at, event = said
        if at is None:
            bound.append(event)
        else:
            bound[at] = event
    return _distinct(bound)


def _bound(
    local: LocalEvent,
    block: Span,
    reading: Reading,
    article: Article,
    reference: datetime.date | None,
    names: Names,
    places: Places,
) -> Event:
    span = local.span.shifted(block.start)
    dated = _dated(local, reading.kind, reference)
    modality = EventModality.ANNOUNCED if dated.to_come else local.modality
    scene = _scene_as_actor(local, block, places)
    actor, actor_why = names.name(None if scene is not None else local.actor, block.start)
    target, target_why = names.name(local.target, block.start)
    place, place_why = _place(span, block, reading, local, places)
    if scene is not None and place is None and local.type not in SAID:
        place, place_why = places.resolve(scene), Evidence("place", "events.place.own_words", scene.span)
    evidence = [why.shifted(block.start) for why in local.evidence]
    evidence += [why.shifted(block.start) for why in (dated.why,) if why is not None]
    if dated.to_come:
        evidence.append(Evidence("modality", "events.modality.day_to_come", span))
    evidence += [Evidence("actor", actor_why)] if actor_why else []
    evidence += [Evidence("target", target_why)] if target_why else []
    evidence += [place_why] if place_why is not None else []
    evidence += [Evidence("place_id", rule, place.name.span) for rule in place.why] if place else []
    return Event(
        article=article.id,
        span=span,
        text=span.of(article.text),
        type=local.type,
        mode=local.mode,
        actor=actor,
        target=target if target != actor else None,
        place=place.name.name if place else None,
        place_id=place.entry.id if place and place.entry else None,
        date=dated.date,
        date_precision=dated.precision,
        modality=modality,
        evidence=tuple(evidence),
    )


def _scene_as_actor(local: LocalEvent, block: Span, places: Places) -> PlaceName | None:
    """Return the place that stands where an actor would: `la réunion de Riverac`."""
    if local.actor is None:
        return None
    head = local.actor.head.shifted(block.start)
    scenes = [name for name in places.names if name.role in OWN and name.rule != "places.list"]
    return next((name for name in scenes if name.span.covers(head)), None)


def _place(
    span: Span, block: Span, reading: Reading, local: LocalEvent, places: Places
) -> tuple[Place | None, Evidence | None]:
    """Return the place of an event: one that its own sentence names for it."""
    if local.type in SAID:
        return None, None
    sentence = reading.sentences[local.sentence].shifted(block.start)
    # a name in a party's own words is no scene: `la Grèce a envoyé`
    taken = [party.span.shifted(block.start) for party in (local.actor,) if party is not None]
    names = [
        name
        for name in places.names
        if sentence.covers(name.span) and not any(part.covers(name.span) for part in taken)
    ]
    place, why = place_for(span, sentence, names, places, unsettled=True)
    wide = place is not None and place.entry is not None and place.entry.level in WIDE
    if place is None or why.rule in OF_ARTICLE or place.name.role == "said" or (place.name.role == "title" and wide):
        # a place that the event's own words name: `les derniers quartiers d'Alep`
        own = [name for name in names if span.covers(name.span) and name.role in OWN and places.knows(name)]
        if not own:
            return None, None
        return places.resolve(own[-1]), Evidence("place", "events.place.own_words", own[-1].span)
    if why.span is not None and not sentence.covers(why.span):
        return None, None
    return place, why


def _dated(local: LocalEvent, kind: BlockKind, reference: datetime.date | None) -> Dated:
    """Return the day of an event by the first of its moments that the calendar settles."""
    future = True if local.modality in (EventModality.ANNOUNCED, EventModality.HYPOTHETICAL) else None
    today = reference.isoformat() if reference else None
    for moment in local.moments:
        window = resolve(moment, reference, future=future)
        to_come = False
        if local.now and local.type in SET_OUT and kind is BlockKind.BODY and moment.form == "weekday" and today:
            ahead = resolve(moment, reference, future=True)
            if window.since != today and ahead.since is not None and ahead.since > today:
                window, to_come = ahead, True
        date, precision = written(window, moment)
        if date is None or precision is None:
            continue
        if local.modality is EventModality.REPORTED and not to_come and today is not None and date[:10] > today:
            # `la trêve de mardi prochain`: what is to come has not been told as done
            to_come = local.now
            if not to_come:
                continue
        return Dated(
            date,
            precision,
            Evidence("date", moment.rule, moment.span),
            to_come and local.modality is EventModality.REPORTED,
        )
    return Dated()


def written(window: Window, moment: Moment) -> tuple[str | None, DatePrecision | None]:
    """Return a window as the codebook writes a date, with its precision; an open window gives its one known end.

    >>> written(Window(since="2016-12-08", until="2016-12-08"), None)
    ('2016-12-08', <DatePrecision.DAY: 'day'>)
    """
    since, until = window.since, window.until
    if since is None and until is None:
        return None, None
    if since is None or until is None:
        if moment is not None and (moment.ends or since is None):
            return None, None
        only = since or until or ""
        return only, _precision(only)
    if since == until:
        return since, _precision(since)
    return f"{since}/{until}", DatePrecision.SPAN


def _precision(date: str) -> DatePrecision:
    return {10: DatePrecision.DAY, 7: DatePrecision.MONTH, 4: DatePrecision.YEAR}[len(date)]


def _distinct(events: Sequence[Event]) -> tuple[Event, ...]:
    """Return events in the order of the text, none with the words and the type of another."""
    kept: dict[tuple[int, int, str], Event] = {}
    for event in sorted(events, key=lambda one: (one.span.start, one.span.end, one.type, one.mode or "")):
        kept.setdefault((event.span.start, event.span.end, event.type), event)
    return tuple(kept.values())
