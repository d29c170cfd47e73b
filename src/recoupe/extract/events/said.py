"""A statement whose act is an event by itself in, that event out: who accuses, demands, rejects, threatens, promises, praises."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recoupe.model.event import DatePrecision, Event, EventModality, EventType
from recoupe.model.span import Evidence
from recoupe.model.statement import Act, Statement

TYPES = {
    Act.ACCUSE: EventType.ACCUSE,
    Act.DEMAND: EventType.REQUEST,
    Act.REJECT: EventType.REJECT,
    Act.THREATEN: EventType.THREATEN,
    Act.PROMISE: EventType.AGREE,
    Act.PRAISE: EventType.SUPPORT,
}
CONDITIONAL = re.compile(r"(?:rait|raient)\b")
CREDITS = frozenset({"selon", "d'après", "d’après", "pour", "à en croire", "de l'avis de", "aux yeux de"})
BLAMES = re.compile(r"dénon|condamn|critiqu|fustig|déplor|regrett|blâm|stigmatis", re.IGNORECASE)


def only_said(event: Event, statements: Sequence[Statement]) -> bool:
    """Whether the verb of an event is a plain verb of saying here: `« … », a soutenu le préfet`."""
    if event.type not in TYPES.values():
        return False
    verb = next((why.span for why in event.evidence if why.field == "type"), None)
    return verb is not None and any(
        one.act is Act.SAY and one.cue_span is not None and one.cue_span.meets(verb) for one in statements
    )


def said_event(statement: Statement, told: Sequence[Event]) -> tuple[int | None, Event] | None:
    """Return the event that a statement is, with the place in `told` of the one that words already told, or None there.

    None where the act is no event, nobody is known to speak, or no words of the text mark the act.
    """
    type_ = TYPES.get(statement.act)
    if type_ is None or statement.speaker is None or statement.cue_span is None:
        return None
    if (
        any(why.rule.startswith("credits:") for why in statement.evidence)
        or (statement.cue or "").casefold() in CREDITS
    ):
        # `selon` tells whose words they are, of no act
        return None
    cue = statement.cue_span
    for at, event in enumerate(told):
        if event.type is type_ and event.span.meets(cue):
            if event.target is not None and event.target.casefold() in statement.speaker.casefold():
                # whoever is accused is not who speaks
                return None
            why = Evidence("actor", "events.actor.speaker", cue)
            target = None if event.target == statement.speaker else event.target
            if statement.span.end > cue.start:
                return at, replace(event, actor=statement.speaker, target=target, evidence=(*event.evidence, why))
            # `« … », a dénoncé son secrétaire général`: what stands around the cue is what was said, and who said it
            return at, replace(
                event,
                span=cue,
                text=statement.cue or "",
                actor=statement.speaker,
                target=target if event.actor is not None else None,
                modality=_modality(type_, statement.cue or ""),
                evidence=(*event.evidence, why),
            )
    if statement.act is Act.DEMAND and any(
        why.rule.startswith("acts:") for why in statement.evidence if why.field == "act"
    ):
        # `il faut`, `doivent`: what is said to be needed is asked of nobody
        return None
    words = statement.cue or ""
    mode = None
    if type_ is EventType.ACCUSE:
        mode = "disapprove" if BLAMES.search(words) else "allege"
    dated = statement.said_on is not None
    return None, Event(
        article=statement.article,
        span=cue,
        text=words,
        type=type_,
        mode=mode,
        actor=statement.speaker,
        date=statement.said_on,
        date_precision=DatePrecision.DAY if dated else None,
        modality=_modality(type_, words),
        evidence=(
            Evidence("type", f"events.said.{statement.act}", cue),
            Evidence("actor", "events.actor.speaker", cue),
            *(why for why in statement.evidence if why.field == "said_on"),
        ),
    )


def _modality(type_: EventType, cue: str) -> EventModality:
    if type_ is EventType.AGREE:
        return EventModality.ANNOUNCED
    return EventModality.ALLEGED if CONDITIONAL.search(cue) else EventModality.REPORTED
