"""The disputes and conflicts of a check in, who says what in which words out; nothing in it decides who is right."""

from __future__ import annotations

from recoupe.model.dispute import Dispute, Position
from recoupe.model.figure import Figure, Modality
from recoupe.model.series import Agreement, Verdict
from recoupe.report.ground import Ground
from recoupe.report.matters import dated
from recoupe.report.parts import Section, Sentence
from recoupe.report.voices import act_of, asked, doing, in_order
from recoupe.report.wording import capital


def disputed(ground: Ground) -> Section:
    """Return the disputes, each under a title of its own, then the pairs of figures that cannot both be true."""
    words = ground.words
    sections = [
        section for number, one in enumerate(ground.found.disputes, 1) for section in _dispute(ground, number, one)
    ]
    pairs = [one for one in ground.found.agreements if one.verdict is Verdict.CONFLICT]
    apart = [sentence for one in pairs for sentence in _conflict(ground, one)]
    if apart:
        sections.append(Section(key="conflicts", title=words.say("report.conflicts"), parts=tuple(apart)))
    none = () if sections else ground.sentence(words.say("report.sentence.no_dispute"), ground.articles)
    return Section(key="disputes", title=words.say("report.disputes"), parts=(*none, *sections))


def _dispute(ground: Ground, number: int, one: Dispute) -> list[Section]:
    words = ground.words
    records = [id for position in one.positions for id in _records(position)]
    question, held = asked(ground, one)
    speakers = words.count("report.speakers", len({position.speaker for position in one.positions}))
    about = words.say("report.sentence.question", question=question, speakers=speakers) if question else speakers
    opened = ground.sentence(about, records, quotes=held)
    if not opened:
        return []
    title = words.say("report.dispute", number=number, kind=words.catalogue.term("dispute", one.kind))
    said = [sentence for position in in_order(ground, one) for sentence in _position(ground, position)]
    return [Section(key=f"dispute-{number}", title=title, parts=(*opened, *said))]


def _position(ground: Ground, position: Position) -> list[Sentence]:
    words, records = ground.words, _records(position)
    act = act_of(ground, position)
    speakers = [position.speaker] if position.speaker else []
    speaker = ", ".join(map(words.named, speakers)) or words.say("report.speaker_unknown")
    if act is not None:
        speaker = doing(ground, speakers, act)
    held = any(ground.holds(id) for id in records)
    quoted, alone = ground.excerpt(position.says, position.figures) if held else (words.say("report.lost"), "")
    figures = ground.figures(position.figures)
    values = dict.fromkeys(words.value(one.low, one.high, one.qualifier, one.unit) for one in figures)
    corrected = ground.corrected(records)
    support = ground.support(len(set(position.origins)), ground.articles_of(records))
    told = words.listed([quoted, ", ".join(filter(None, values)), corrected, support])
    said = words.say("report.sentence.position", speaker=speaker, told=told)
    return ground.sentence(said, records, quotes=[words.named(position.speaker or ""), alone])


def _conflict(ground: Ground, one: Agreement) -> list[Sentence]:
    words = ground.words
    pair = [ground.names.records.get(id) for id in (one.a, one.b)]
    first, second = pair
    if not isinstance(first, Figure) or not isinstance(second, Figure):
        return []
    sides = [_side(ground, id, figure) for id, figure in ((one.a, first), (one.b, second))]
    quotes = [quote for _, held in sides for quote in held]
    place = words.named(first.place) if first.place else words.say("report.place_unknown")
    what = capital(f"{words.what(first.kind, first.counted)}, {place}")
    said = words.say("report.sentence.conflict", what=what, one=sides[0][0], other=sides[1][0])
    return ground.sentence(said, [one.a, one.b], quotes=[words.named(first.place or ""), *quotes])


def _side(ground: Ground, id: str, figure: Figure) -> tuple[str, tuple[str, ...]]:
    """Return one figure of two with its words, how certain it is, its day and its source; and the words of records."""
    words = ground.words
    quoted, alone = ground.quoted(id)
    source = words.named(figure.source) if figure.source else ""
    told = words.listed(
        [
            quoted,
            words.catalogue.term("modality", figure.modality) if figure.modality is not Modality.REPORTED else "",
            dated(ground, figure.until),
            ground.corrected([id]),
            words.say("report.credited", name=source) if source else words.say("report.uncredited"),
        ]
    )
    value = words.value(figure.low, figure.high, figure.qualifier, figure.unit)
    return words.say("report.sentence.side", value=value, told=told), (alone, source)


def _records(position: Position) -> tuple[str, ...]:
    return (*position.statements, *position.figures)
