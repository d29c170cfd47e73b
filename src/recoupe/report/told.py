"""The timeline of a check in, a table out: the day of what is told beside the days on which it was reported."""

from __future__ import annotations

from recoupe.model.figure import Modality
from recoupe.model.timeline import Entry, EntryOf
from recoupe.report.ground import Ground
from recoupe.report.parts import Row, Section, Table
from recoupe.report.voices import doing
from recoupe.report.wording import capital


def told(ground: Ground) -> Section:
    """Return the timeline; what is part of a dispute says of which."""
    words = ground.words
    heads = tuple(words.say(f"report.head.{head}") for head in ("on", "reported", "told", "origins", "refs"))
    rows = [row for entry in ground.found.timeline for row in _row(ground, entry)]
    table = Table(title=words.say("report.timeline"), heads=heads, rows=tuple(rows), numbers=(3,), headed=False)
    none = ground.sentence(words.say("report.sentence.no_timeline"), ground.articles)
    return Section(key="timeline", title=words.say("report.timeline"), parts=(table,) if rows else tuple(none))


def _row(ground: Ground, entry: Entry) -> list[Row]:
    words = ground.words
    held = any(ground.holds(id) for id in entry.records)
    spoken = entry.of is EntryOf.STATEMENT
    # the words of a statement are a part of a sentence anyway; those of a figure or an event are not
    quoted, alone = ground.excerpt(entry.says.strip("… "), () if spoken else entry.records)
    if not held:
        quoted, alone = words.say("report.lost"), ""
    sources = [words.named(source) for source in entry.sources]
    if spoken:
        said = words.say("report.sentence.says", who=capital(doing(ground, entry.sources, entry.modality)), told=quoted)
        told = words.listed([said, *_disputes(ground, entry)])
        sources = [capital(sources[0]), *sources[1:]] if sources else []
    else:
        credited = words.say("report.credited", name=", ".join(sources)) if sources else ""
        told = words.listed([quoted, _nature(ground, entry), credited, *_disputes(ground, entry)])
    day = words.window(entry.day, entry.until) if entry.until and entry.until != entry.day else words.day(entry.day)
    reported = ", ".join(_reported(ground, one) for one in entry.reported)
    cells = (day, reported, told, words.number(len(entry.origins)))
    return ground.row(cells, entry.records, quotes=[alone, *sources])


def _nature(ground: Ground, entry: Entry) -> str:
    """Return what an entry is, and how sure; of a figure that is denied, which one."""
    words = ground.words
    of = words.catalogue.term("of", entry.of)
    if entry.modality == "reported":
        return of
    shown = f"{of}, {words.catalogue.term('modality', entry.modality)}"
    if entry.modality != Modality.DENIED:
        return shown
    figures = ground.figures(entry.records)
    values = dict.fromkeys(words.value(one.low, one.high, one.qualifier, one.unit) for one in figures)
    value = ", ".join(filter(None, values))
    return words.say("report.sentence.says", who=shown, told=value) if value else shown


def _disputes(ground: Ground, entry: Entry) -> list[str]:
    numbers = [number for number, one in enumerate(ground.found.disputes, 1) if one.id in entry.disputes]
    return [ground.words.say("report.see_dispute", number=number) for number in numbers]


def _reported(ground: Ground, day: str) -> str:
    first, _, last = day.partition("/")
    return ground.words.interval(first, last) if last else ground.words.day(first)
