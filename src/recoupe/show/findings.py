"""What a cross-check found in, the rows of its exports out: articles by their files' names, records by their ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from recoupe.model.account import Dossier
from recoupe.model.article import PublishedBasis
from recoupe.model.crosscheck import Crosscheck
from recoupe.model.dating import Clue
from recoupe.model.event import Event
from recoupe.model.figure import Figure
from recoupe.model.series import Step
from recoupe.model.statement import Statement
from recoupe.show.rows import event_row
from recoupe.store.plain import plain
from recoupe.store.rows import hedged_words

Record = Figure | Statement | Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What findings refer to: `articles` are file names by article id, `records` the records by theirs, `words` those of
    each record with its hedge, `published` the day of each article as given."""

    dossier: Dossier
    articles: Mapping[str, str]
    records: Mapping[str, Record]
    words: Mapping[str, str]

    def files(self, articles: Iterable[str]) -> list[str]:
        """Return the files' names of some articles, in the order given."""
        return [self.articles.get(article, article) for article in articles]


def names_of(dossier: Dossier) -> Names:
    """Return what the findings of a dossier refer to."""
    records: dict[str, Record] = {}
    words: dict[str, str] = {}
    for account in dossier.accounts:
        records |= {**account.figures, **account.statements, **account.events}
        words |= {id: one.text for id, one in account.statements.items()}
        words |= {id: one.text for id, one in account.events.items()}
        for id, figure in account.figures.items():
            hedges = [item.span.start for item in figure.evidence if item.field == "qualifier" and item.span]
            hedge = min(hedges, default=None)
            words[id] = hedged_words(account.article.text, figure.span.start, figure.span.end, hedge)
    articles = {account.article.id: account.article.name for account in dossier.accounts}
    return Names(dossier=dossier, articles=articles, records=records, words=words)


def rows_of(part: str, found: Crosscheck, names: Names) -> list[dict[str, Any]]:
    """Return the rows of one part of PARTS_SHOWN, plain values, unknown ones None."""
    return _ROWS[part](found, names)


def _passages(found: Crosscheck, names: Names) -> list[dict[str, Any]]:
    return [
        {
            "article_a": names.articles[one.article_a],
            "start_a": one.span_a.start,
            "end_a": one.span_a.end,
            "article_b": names.articles[one.article_b],
            "start_b": one.span_b.start,
            "end_b": one.span_b.end,
            "form": one.form.value,
            "direction": one.direction.value,
            "words": one.words,
            "why": list(one.why),
        }
        for one in found.passages
    ]


def _lineages(found: Crosscheck, names: Names) -> list[dict[str, Any]]:
    return [
        {
            "id": one.id,
            "articles": names.files(one.articles),
            "roots": names.files(one.roots),
            "copyings": [
                {
                    **plain(copying),
                    "article_a": names.articles[copying.article_a],
                    "article_b": names.articles[copying.article_b],
                }
                for copying in one.copyings
            ],
        }
        for one in found.lineages
    ]


def _origins(found: Crosscheck, names: Names) -> list[dict[str, Any]]:
    return [
        {"record": one.record, "origin": one.origin, "members": list(one.members), "why": list(one.why)}
        for one in found.origins
    ]


def _series(found: Crosscheck, names: Names) -> list[dict[str, Any]]:
    return [
        {
            "kind": one.kind.value,
            "counted": one.counted.value,
            "place": one.place,
            "since": one.since,
            "source": one.source,
            "steps": [_step(step, names) for step in one.steps],
            "id": one.id,
            "unit": one.unit,
            "running": one.running,
            "parts": list(one.parts),
            "beside": list(one.beside),
            "related": [plain(related) for related in one.related],
        }
        for one in found.series
    ]


def _step(step: Step, names: Names) -> dict[str, Any]:
    return {**plain(step), "articles": names.files(step.articles)}


def _agreements(found: Crosscheck, names: Names) -> list[dict[str, Any]]:
    return [
        {"record_a": one.a, "record_b": one.b, "verdict": one.verdict.value, "reasons": list(one.reasons)}
        for one in found.agreements
    ]


def _disputes(found: Crosscheck, names: Names) -> list[dict[str, Any]]:
    return [
        {
            "question": one.question,
            "positions": [plain(position) for position in one.positions],
            "id": one.id,
            "kind": one.kind.value,
            "why": list(one.why),
        }
        for one in found.disputes
    ]


def _events(found: Crosscheck, names: Names) -> list[dict[str, Any]]:
    of = {telling: one for one in found.happenings for telling in one.tellings}
    rows = []
    for account in names.dossier.accounts:
        for id, event in account.events.items():
            told = of.get(id)
            row = event_row(account.article.name, account.article.id, event)
            origins = list(told.origins) if told else []
            rows.append({**row, "id": id, "happening": told.id if told else None, "origins": origins})
    return rows


def _happenings(found: Crosscheck, names: Names) -> list[dict[str, Any]]:
    return [{**plain(one), "articles": names.files(one.articles)} for one in found.happenings]


def _timeline(found: Crosscheck, names: Names) -> list[dict[str, Any]]:
    return [{**plain(one), "articles": names.files(one.articles)} for one in found.timeline]


def _articles(found: Crosscheck, names: Names) -> list[dict[str, Any]]:
    given = {account.article.id: account.article for account in names.dossier.accounts}
    withdrawn = {one.article: one for one in found.withdrawals}
    rows = []
    for dating in found.datings:
        article = given[dating.article]
        gone = withdrawn.get(dating.article)
        rows.append(
            {
                "article": article.name,
                "published": dating.published if dating.basis is PublishedBasis.INFERRED else article.published,
                "published_basis": dating.basis.value,
                "published_earliest": dating.earliest,
                "published_latest": dating.latest,
                "evidence": [_clue(clue, names) for clue in dating.clues],
                "contradicts": [_clue(clue, names) for clue in dating.contradicts],
                "withdrawn": gone.why if gone else None,
                "rests_on_it": list(gone.rests_on_it) if gone else [],
                "article_id": article.id,
            }
        )
    return rows


def _clue(clue: Clue, names: Names) -> dict[str, Any]:
    return {**plain(clue), "other": names.articles.get(clue.other or "", clue.other)}


def _suggestions(found: Crosscheck, names: Names) -> list[dict[str, Any]]:
    return [plain(one) for one in found.suggestions]


_ROWS: Mapping[str, Callable[[Crosscheck, Names], list[dict[str, Any]]]] = {
    "passages": _passages,
    "lineage": _lineages,
    "origins": _origins,
    "series": _series,
    "agreements": _agreements,
    "disputes": _disputes,
    "events": _events,
    "happenings": _happenings,
    "timeline": _timeline,
    "articles": _articles,
    "suggestions": _suggestions,
}
PARTS_SHOWN = tuple(_ROWS)
"""What of a cross-check can be exported."""
