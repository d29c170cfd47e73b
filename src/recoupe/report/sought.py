"""A check in, what is asked for or planned out: figures that nobody says are reached, and demands."""

from __future__ import annotations

from recoupe.model.figure import Figure, Modality
from recoupe.model.statement import Act, Statement
from recoupe.report.ground import Ground
from recoupe.report.matters import dated, place_of
from recoupe.report.parts import Section
from recoupe.report.voices import doing

_SOUGHT = (Modality.CALLED_FOR, Modality.PLANNED)


def sought(ground: Ground) -> Section:
    """Return what is called for or planned: a sentence for each figure and each demand, copies of one in one sentence."""
    told: dict[str, tuple[list[str], tuple[str, ...]]] = {}
    for id, one in ground.names.records.items():
        if not ground.stands(id):
            continue
        if isinstance(one, Figure) and one.modality in _SOUGHT:
            said, quotes = _figure(ground, id, one)
        elif isinstance(one, Statement) and one.act is Act.DEMAND:
            said, quotes = _demand(ground, id, one)
        else:
            continue
        told.setdefault(said, ([], quotes))[0].append(id)
    parts = [one for said, (ids, quotes) in told.items() for one in ground.sentence(said, ids, quotes=quotes)]
    return Section(key="sought", title=ground.words.say("report.sought"), parts=tuple(parts))


def _figure(ground: Ground, id: str, one: Figure) -> tuple[str, tuple[str, ...]]:
    words = ground.words
    quoted, alone = ground.quoted(id)
    source = words.named(one.source or "")
    credited = words.say("report.credited", name=source) if source else words.say("report.uncredited")
    # that it is only asked for stands before what it is
    what = ", ".join(
        (
            words.catalogue.term("modality", one.modality),
            words.what(one.kind, one.counted),
            place_of(ground, one.place),
        )
    )
    value = f"{words.value(one.low, one.high, one.qualifier, one.unit)} ({quoted})".strip()
    told = words.listed([dated(ground, one.until), ground.corrected([id]), credited])
    said = words.say("report.sentence.last", what=what, value=value, told=told)
    return said, (words.named(one.place or ""), alone, source)


def _demand(ground: Ground, id: str, one: Statement) -> tuple[str, tuple[str, ...]]:
    quoted, alone = ground.quoted(id)
    who = doing(ground, [one.speaker] if one.speaker else [], one.act)
    said = ground.words.say("report.sentence.says", who=who, told=quoted)
    return said, (ground.words.named(one.speaker or ""), alone)
