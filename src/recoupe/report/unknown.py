"""A check in, what it leaves open out: articles without a day, records without place, day or source, what was set aside."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from recoupe.model.article import PublishedBasis
from recoupe.model.figure import Figure
from recoupe.model.review import Readers, ReviewVerdict
from recoupe.model.statement import Statement
from recoupe.report.ground import Ground
from recoupe.report.parts import Section, Sentence
from recoupe.show.findings import Record


def unknown(ground: Ground) -> Section:
    """Return what is not known. What is counted is said with the articles in which it stands; zero is not said."""
    words = ground.words
    told = [*_articles(ground), *_records(ground), *_undated_things(ground), *_reviewed(ground), *_aside(ground)]
    none = ground.sentence(words.say("report.sentence.nothing_unknown"), ground.articles)
    return Section(key="unknown", title=words.say("report.unknown"), parts=tuple(told or none))


def _articles(ground: Ground) -> Iterator[Sentence]:
    undated: list[str] = []
    between: list[str] = []
    doubted: list[str] = []
    for id, one in ground.datings.items():
        if one.contradicts:
            doubted.append(id)
        if ground.articles[id].published or one.published:
            continue
        bounded = one.basis is PublishedBasis.INFERRED and (one.earliest or one.latest)
        (between if bounded else undated).append(id)
    unread = [id for id, one in ground.articles.items() if one.language.partition("-")[0] != "fr"]
    taken_back = [one.article for one in ground.found.withdrawals]
    lists = (
        ("undated", undated),
        ("between", between),
        ("doubted", doubted),
        ("unread", unread),
        ("withdrawn", taken_back),
    )
    for key, articles in lists:
        if articles:
            yield from ground.sentence(ground.words.count(f"report.open.{key}", len(articles)), articles)


def _records(ground: Ground) -> Iterator[Sentence]:
    held = {id: one for id, one in ground.names.records.items() if ground.stands(id)}
    tests: dict[str, Callable[[Record], bool]] = {
        "no_place": lambda one: isinstance(one, Figure) and not one.place,
        "no_day": lambda one: isinstance(one, Figure) and not (one.since or one.until),
        "no_source": lambda one: isinstance(one, Figure) and not one.source,
        "no_speaker": lambda one: isinstance(one, Statement) and not one.speaker,
    }
    for key, asked in tests.items():
        records = [id for id, one in held.items() if asked(one)]
        if records:
            yield from ground.sentence(ground.words.count(f"report.open.{key}", len(records)), records)
    lost = [id for id in held if not ground.holds(id)]
    if lost:
        yield from ground.sentence(ground.words.count("report.open.lost", len(lost)), lost)


def _undated_things(ground: Ground) -> Iterator[Sentence]:
    from recoupe.crosscheck.timeline.timeline import left_out

    found = ground.found
    tellings = {one.id: one.tellings for one in found.happenings}
    things = left_out(ground.names.dossier, found.happenings, found.datings, found.timeline)
    records = [id for thing in things for id in tellings.get(thing, (thing,))]
    if things:
        yield from ground.sentence(ground.words.count("report.open.no_line", len(things)), records)


def _reviewed(ground: Ground) -> Iterator[Sentence]:
    """Yield how many records people judged and how, and how many nobody did."""
    here = {id for id, one in ground.names.records.items() if one.article in ground.articles}
    judged = {id: one for id, one in ground.standings.items() if id in here and one.verdict}
    kinds = {
        "accept": [id for id, one in judged.items() if one.verdict in (ReviewVerdict.ACCEPT, ReviewVerdict.ADD)],
        "correct": [id for id, one in judged.items() if one.verdict is ReviewVerdict.CORRECT],
        "reject": [id for id, one in judged.items() if one.verdict is ReviewVerdict.REJECT],
        "differ": [id for id, one in judged.items() if one.readers is Readers.DIFFER],
    }
    for key, records in kinds.items():
        if records:
            yield from ground.sentence(ground.words.count(f"report.reviewed.{key}", len(records)), records)
    if left := sorted(here - judged.keys()):
        yield from ground.sentence(ground.words.count("report.open.unreviewed", len(left)), left)


def _aside(ground: Ground) -> Iterator[Sentence]:
    for row in ground.skipped:
        name, reason = ground.words.named(row.name), ground.words.named(row.reason)
        said = ground.words.say("report.sentence.aside", name=name, code=row.code, reason=reason)
        yield from ground.sentence(said, [row.name], quotes=[name, reason])
