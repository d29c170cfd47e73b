"""What somebody said in, who does what by saying it out: `la préfecture dément`, and the question of a dispute in words."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.model.dispute import Dispute, DisputeKind, Position
from recoupe.model.figure import Modality
from recoupe.model.statement import Act, Statement
from recoupe.report.ground import Ground

_MANY = ("des", "les", "plusieurs", "certains", "certaines", "deux", "trois", "quatre")
_ANSWERS = (Act.DENY, Act.REJECT)


def doing(ground: Ground, speakers: Sequence[str], act: str) -> str:
    """Return who does what by saying a thing: `la préfecture dément`, `des témoins accusent`."""
    words = ground.words
    named = [words.named(one) for one in speakers] or [words.say("report.speaker_unknown")]
    one, _, more = words.say(f"report.act.{act}").partition("|")
    many = len(speakers) > 1 or (bool(speakers) and _many(speakers[0]))
    return f"{', '.join(named)} {more if many else one}"


def act_of(ground: Ground, position: Position) -> str | None:
    """Return what the words of a position do: accuse, deny ...; None where it answers with a figure alone."""
    known = [ground.names.records.get(id) for id in position.statements]
    said = [one for one in known if isinstance(one, Statement)]
    alike = [one for one in said if " ".join(one.text.split()) == " ".join(position.says.split())]
    found = [one.act for one in alike or said]
    return found[0].value if found else None


def in_order(ground: Ground, one: Dispute) -> list[Position]:
    """Return the positions of a dispute, an accusation before what denies it."""
    if one.kind is DisputeKind.HOW_MANY:
        return list(one.positions)
    return sorted(one.positions, key=lambda position: _place(act_of(ground, position)))


def asked(ground: Ground, one: Dispute) -> tuple[str, tuple[str, ...]]:
    """Return what a dispute is about in the language of the report, and the words of records in that; blank where its
    positions alone say it."""
    words = ground.words
    if one.kind is DisputeKind.HOW_MANY:
        return _how_many(ground, one)
    # the program's own questions are French; what it puts between marks is the accusation, which its position says
    if words.language == "fr" and not one.question.startswith("«"):
        shown = words.named(one.question)
        return shown, (shown,)
    return "", ()


def _how_many(ground: Ground, one: Dispute) -> tuple[str, tuple[str, ...]]:
    words = ground.words
    figures = ground.figures(id for position in one.positions for id in position.figures)
    if not figures:
        return "", ()
    first = figures[0]
    places = {figure.place for figure in figures}
    starts = {figure.since for figure in figures}
    place = words.named(first.place) if len(places) == 1 and first.place else ""
    hedged = [figure.modality for figure in figures if figure.modality is not Modality.REPORTED]
    told = [
        words.what(first.kind, first.counted),
        *(words.catalogue.term("modality", modality) for modality in dict.fromkeys(hedged)),
        place,
        words.window(first.since, first.until) if _one_day(figures) else "",
        words.since(first.since) if len(starts) == 1 and first.since and not _one_day(figures) else "",
    ]
    return ", ".join(filter(None, told)), (place,)


def _one_day(figures: Sequence[object]) -> bool:
    spans = {(getattr(one, "since", None), getattr(one, "until", None)) for one in figures}
    return len(spans) == 1 and all(since and since == until for since, until in spans)


def _place(act: str | None) -> int:
    if act == Act.ACCUSE:
        return 0
    return 2 if act in _ANSWERS else 1


def _many(name: str) -> bool:
    """Say whether a name is of several: `des témoins`, `pompiers`; one with a capital is a name of one."""
    first = name.split()[0] if name.split() else ""
    return first.casefold() in _MANY or (first[:1].islower() and first.endswith("s"))
