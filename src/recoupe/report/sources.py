"""The articles of a check in, the numbered list of sources out: those that take words from another stand under it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from recoupe.model.article import PublishedBasis
from recoupe.model.crosscheck import Crosscheck
from recoupe.model.dating import Dating
from recoupe.model.passage import Copying, Direction
from recoupe.report.ground import Ground
from recoupe.report.parts import Source
from recoupe.report.wording import capital
from recoupe.show.findings import Names
from recoupe.show.saying import said
from recoupe.store.rows import SkippedRow


def numbers_of(found: Crosscheck, names: Names, skipped: Sequence[SkippedRow]) -> dict[str, int]:
    """Return the numbers of the articles by id, families together, then those of what was set aside by its name."""
    known = {account.article.id: account.article for account in names.dossier.accounts}
    days = {one.article: one for one in found.datings if one.article in known}

    def age(article: str) -> tuple[str, str, str]:
        dating = days[article]
        return (known[article].published or dating.earliest or dating.latest or "~", known[article].name, article)

    families = [[one for one in family.articles if one in days] for family in found.lineages]
    bound = {article for family in families for article in family}
    families += [[article] for article in days if article not in bound]
    copies = _copies(found)
    ordered = [sorted(family, key=lambda one: (one in copies, age(one))) for family in families if family]
    ordered.sort(key=lambda family: age(family[0]))
    listed = [article for family in ordered for article in family]
    listed += [name for name in sorted({row.name for row in skipped}) if name not in days]
    return {one: number for number, one in enumerate(listed, 1)}


def sources_of(ground: Ground) -> tuple[Source, ...]:
    """Return the sources in the order of their numbers."""
    copies = _copies(ground.found)
    shared: dict[str, list[Copying]] = {}
    for copying in (copying for family in ground.found.lineages for copying in family.copyings):
        for article in (copying.article_a, copying.article_b):
            shared.setdefault(article, []).append(copying)
    withdrawn = {one.article: one.why for one in ground.found.withdrawals}
    aside = {row.name: row for row in ground.skipped}
    listed = []
    for record, number in sorted(ground.numbers.items(), key=lambda item: item[1]):
        if record in ground.articles:
            listed.append(_article(ground, record, number, copies, shared.get(record, ()), withdrawn.get(record)))
        else:
            row = aside[record]
            name, reason = ground.words.named(row.name), ground.words.named(row.reason)
            words = ground.words.say("report.source.aside", name=name, code=row.code, reason=reason)
            listed.append(Source(number=number, words=words, quotes=(name, reason), record=record))
    return tuple(listed)


def published(ground: Ground, dating: Dating) -> str:
    """Return the day of an article, or between which days it lies, with how that is known; else that it has none."""
    words, given = ground.words, ground.articles[dating.article].published
    basis = words.say(f"report.basis.{dating.basis.value}")
    if given or dating.published:
        return f"{words.on((given or dating.published or '')[:10])} ({basis})"
    if dating.basis is PublishedBasis.INFERRED and (between := words.interval(dating.earliest, dating.latest)):
        return f"{between} ({basis})"
    return words.say("report.undated")


def _article(
    ground: Ground,
    id: str,
    number: int,
    copies: Mapping[str, Sequence[str]],
    shared: Sequence[Copying],
    withdrawn: str | None,
) -> Source:
    words, article = ground.words, ground.articles[id]
    title, alone = words.quoted(article.title) if article.title else ("", "")
    publisher = words.named(article.publisher or "")
    agency = words.named(article.agency or "")
    url, name = words.named(article.url or ""), words.named(article.name)
    told = [
        title,
        publisher,
        words.say("report.source.agency", name=agency) if agency else "",
        published(ground, ground.datings[id]),
        url,
        words.say("report.source.file", name=name),
    ]
    ties = [tie for copying in shared if (tie := _tie(ground, id, copying))]
    if withdrawn:
        reason = words.named(said(withdrawn, words.language).words)
        ties.append(words.say("report.source.withdrawn", why=reason))
    return Source(
        number=number,
        words=capital(words.listed([", ".join(filter(None, told)), *ties])),
        quotes=tuple(filter(None, (alone, publisher, agency, url, name))),
        record=id,
        copy_of=ground.cite(copies.get(id, ())),
        level=1 if copies.get(id) else 0,
    )


def _tie(ground: Ground, id: str, copying: Copying) -> str:
    """Return what an article takes from another, or shares with one before it where who copied whom is not settled."""
    words = ground.words
    pair = (copying.article_a, copying.article_b)
    if id not in pair or any(one not in ground.articles for one in pair):
        return ""
    other = copying.article_b if id == copying.article_a else copying.article_a
    if copying.direction is Direction.UNDIRECTED:
        if ground.numbers[other] > ground.numbers[id]:
            return ""
        return words.say(
            "report.source.shares", n=words.count("report.words", copying.words), number=ground.numbers[other]
        )
    taker = copying.article_b if copying.direction is Direction.A_TO_B else copying.article_a
    if taker != id:
        return ""
    share = copying.share_b if id == copying.article_b else copying.share_a
    return words.say(
        "report.source.takes", share=words.amount(round(100 * share), "percent"), number=ground.numbers[other]
    )


def _copies(found: Crosscheck) -> dict[str, list[str]]:
    """Return for each article that takes words from others of its family which these are."""
    copies: dict[str, list[str]] = {}
    for family in found.lineages:
        for copying in family.copyings:
            if copying.direction is Direction.A_TO_B:
                copies.setdefault(copying.article_b, []).append(copying.article_a)
            elif copying.direction is Direction.B_TO_A:
                copies.setdefault(copying.article_a, []).append(copying.article_b)
    return copies
