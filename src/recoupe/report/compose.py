"""A crisis of a ledger in, its situation report out as plain data."""

from __future__ import annotations

from datetime import date

from recoupe.catalogue import Catalogue
from recoupe.errors import DayUnclear
from recoupe.ledger import Ledger
from recoupe.model.crosscheck import Crosscheck
from recoupe.model.figure import Figure
from recoupe.model.statement import Statement
from recoupe.report.disputed import disputed
from recoupe.report.ground import Ground
from recoupe.report.known import known
from recoupe.report.moved import moved
from recoupe.report.parts import Report, Section, Sentence
from recoupe.report.pictures import pictures
from recoupe.report.sought import sought
from recoupe.report.sources import numbers_of, sources_of
from recoupe.report.told import told
from recoupe.report.tolls import tolls
from recoupe.report.unknown import unknown
from recoupe.report.wording import Wording


def compose(
    ledger: Ledger,
    crisis: str | None = None,
    *,
    language: str = "fr",
    as_of: str | None = None,
    since: str | None = None,
    drawn: bool = True,
    checked: bool = True,
) -> Report:
    """Return the situation report of a crisis, of its last check, which is made first where something was added since.

    `as_of` is an ISO day (UTC): the report is that of the last check that began on it or before, and nothing is checked.
    `since` is one, too: what moved is told against the last check that began before it, else against the check before.
    Where not `drawn`, its pictures are their words alone; where not `checked`, nothing is checked, and the report is that of
    the last check that is kept, whatever was added since.
    Errors: CrisisUnnamed, CrisisUnknown, DayUnclear, KeyError for a language that the interface does not speak.
    """
    ground = ground_of(ledger, crisis, language=language, as_of=_day(as_of), since=_day(since), checked=checked)
    return report_of(ground, pictures(ground, ledger.crisis(crisis), _day(as_of), drawn=drawn))


def ground_of(
    ledger: Ledger, crisis: str | None, *, language: str, as_of: str | None, since: str | None, checked: bool = True
) -> Ground:
    """Return what a report stands on: one check, the one to compare it with, and the records behind both."""
    words = Wording(Catalogue.of(language))
    opened = ledger.crisis(crisis)
    found = opened.check() if as_of is None and checked else opened.kept(as_of)
    checks = [(number, at) for number, at in opened.moments() if as_of is None or at[:10] <= as_of]
    if found is None:
        found = Crosscheck(crisis=opened.name)
    # a ledger that cannot be written keeps no check: what was found is of no moment then
    kept = as_of is not None or not checked or not opened.stale()
    past = checks[:-1] if kept and since is None else checks
    earlier = [one for one in past if since is None or one[1][:10] < since]
    names = opened.names()
    end = None if as_of is None else f"{as_of}T23:59:59Z"
    judged = ledger.reviews.of(names.records, before=end)
    start = earlier[-1][1] if earlier else None
    skipped = tuple(row for row in ledger.skipped(crisis=opened.name) if as_of is None or row.at[:10] <= as_of)
    return Ground(
        found=found,
        names=names,
        words=words,
        as_of=checks[-1][1] if checks and kept else None,
        before=opened.kept_by(earlier[-1][0]) if earlier else None,
        since=start,
        skipped=skipped,
        standings=judged,
        numbers=numbers_of(found, names, skipped),
        judged_before={} if start is None else ledger.reviews.of(names.records, before=start),
        judgements=tuple(
            one
            for one in opened.judgements()
            if start is not None and one.at >= start and (end is None or one.at <= end)
        ),
        asked=as_of,
    )


def report_of(ground: Ground, shown: Section) -> Report:
    """Return the report that stands on a check, with the section of its pictures."""
    words, crisis = ground.words, ground.words.named(ground.found.crisis)
    parts = (
        _summary(ground),
        known(ground),
        sought(ground),
        tolls(ground),
        shown,
        moved(ground),
        disputed(ground),
        told(ground),
        unknown(ground),
    )
    if ground.as_of:
        dated = words.say("report.as_of", moment=words.moment(ground.as_of))
    elif ground.asked:
        dated = words.say("report.as_of_nothing", day=words.day(ground.asked))
    else:
        dated = words.say("report.as_of_unknown")
    return Report(
        crisis=crisis,
        language=words.language,
        title=words.say("report.title", crisis=crisis),
        dated=dated,
        as_of=ground.as_of,
        sections=tuple(part for part in parts if part.parts),
        sources_title=words.say("report.sources"),
        sources=sources_of(ground),
        page=words.say("report.page"),
        contents_title=words.say("report.contents"),
    )


def _summary(ground: Ground) -> Section:
    """Return what the report rests on: articles, publishers, days, records, copies, origins."""
    words, articles = ground.words, ground.articles
    publishers = {one.publisher for one in articles.values() if one.publisher}
    read = words.count("report.read_articles", len(articles))
    if publishers:
        read = words.say("report.sentence.of", what=read, publishers=words.count("report.publishers", len(publishers)))
    told: list[Sentence] = ground.sentence(read, articles)
    stand = [one for id, one in ground.names.records.items() if ground.stands(id)]
    figures = sum(isinstance(one, Figure) for one in stand)
    statements = sum(isinstance(one, Statement) for one in stand)
    events = len(stand) - figures - statements
    counts = {
        "figures": words.count("base.figures", figures),
        "statements": words.count("base.statements", statements),
        "events": words.count("report.events", events),
    }
    told += ground.sentence(words.say("report.sentence.records", **counts), articles)
    days = {id: day[:10] for id, one in ground.datings.items() if (day := articles[id].published or one.published)}
    if days:
        when = words.window(min(days.values()), max(days.values()))
        told += ground.sentence(words.count("report.dated_articles", len(days), when=when), days)
    copies = [source.record for source in sources_of(ground) if source.copy_of]
    if copies:
        told += ground.sentence(words.count("report.copies", len(copies)), copies)
    return Section(key="summary", title=words.say("report.summary"), parts=tuple(told))


def _day(words: str | None) -> str | None:
    if words is None:
        return None
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError as error:
        raise DayUnclear(words) from error
