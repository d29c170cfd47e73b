"""Coded sets in, their scores out: the reports are read as `recoupe add` would read them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.quality.sets import CodedSet, Row

from recoupe.extract.gazetteer import Gazetteer
from recoupe.flow import digests
from recoupe.model.article import Raw
from recoupe.model.digest import Digest
from recoupe.model.skipped import Skipped
from recoupe.settings import Settings
from recoupe.show.rows import figure_row, statement_row
from recoupe.show.scoring import Scores, score_figures, score_statements


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A set, its scores by type of record, and the texts by name."""

    coded: CodedSet
    scores: dict[str, Scores]
    texts: dict[str, str]


def judge(coded: CodedSet) -> Judged:
    """Return the scores of a set. What cannot be read counts as missed."""
    said: dict[str, list[Row]] = {"figures": [], "statements": []}
    texts: dict[str, str] = {}
    for outcome in _read(coded):
        if isinstance(outcome, Skipped):
            continue
        article = outcome.article
        texts[article.name] = article.text
        said["figures"] += [figure_row(article.name, article.id, figure) for figure in outcome.figures]
        said["statements"] += [statement_row(article.name, article.id, statement) for statement in outcome.statements]
    names = [report.name for report in coded.reports]
    return Judged(
        coded=coded,
        texts=texts,
        scores={
            "figures": score_figures(coded.gold["figures"], said["figures"], names),
            "statements": score_statements(coded.gold["statements"], said["statements"], names),
        },
    )


def _read(coded: CodedSet) -> Iterator[Digest | Skipped]:
    # no gazetteer of the user's: the scores are those of the project alone
    gazetteer = Gazetteer.open(Settings.from_environment().cache)
    raws = (
        Raw(
            name=report.name,
            origin=report.name,
            data=report.path.read_bytes(),
            media="text",
            published=report.published,
        )
        for report in coded.reports
    )
    return digests(raws, gazetteer)
