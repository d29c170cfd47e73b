"""Which columns a row shows to a person, under which heads; the terminal and the notebook show the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from recoupe.model.judgement import Suggestion
from recoupe.show.changes import ChangeRow
from recoupe.show.tolls import TOLL_COLUMNS, TollRow
from recoupe.show.values import cell, day, interval, window
from recoupe.show.views import AgreementRow, DateRow
from recoupe.store.judgements import JudgementRow
from recoupe.store.rows import (
    ArticleRow,
    CrisisRow,
    EventRow,
    FigureRow,
    Hit,
    SkippedRow,
    StatementRow,
)

Column = tuple[str, Callable[[Any], str]]


def columns_of(kind: type[Any]) -> tuple[Column, ...]:
    """Return the heads of a kind of row and the function that fills each cell."""
    return _COLUMNS[kind]


def _place(row: FigureRow) -> str:
    if row.place and row.place_text:
        return f"{row.place} ({row.place_text})"
    return row.place or row.place_text or ""


def _words(row: FigureRow) -> str:
    """Return the words of a number where they say more than its value does."""
    bare = row.qualifier == "exact" and not any(sign.isalpha() for sign in row.words)
    return "" if bare else cell(row.words)


_COLUMNS: dict[type[Any], tuple[Column, ...]] = {
    FigureRow: (
        ("id", lambda row: row.id[:8]),
        ("days", lambda row: window(row.since, row.until)),
        ("value", lambda row: interval(row.low, row.high, row.unit)),
        ("words", _words),
        ("kind", lambda row: row.kind),
        ("counted", lambda row: row.counted),
        ("place", _place),
        ("source", lambda row: cell(row.source)),
        ("modality", lambda row: "" if row.modality == "reported" else row.modality),
        ("article", lambda row: row.article),
    ),
    StatementRow: (
        ("id", lambda row: row.id[:8]),
        ("day", lambda row: row.said_on or day(row.published)),
        ("speaker", lambda row: cell(row.speaker)),
        ("act", lambda row: row.act),
        ("form", lambda row: row.form),
        ("words", lambda row: cell(row.text)),
        ("cue", lambda row: cell(row.cue)),
        ("via", lambda row: cell(row.via)),
        ("article", lambda row: row.article),
    ),
    EventRow: (
        ("id", lambda row: row.id[:8]),
        ("day", lambda row: cell(row.date)),
        ("type", lambda row: row.type + (f" {row.mode}" if row.mode else "")),
        ("words", lambda row: cell(row.text)),
        ("actor", lambda row: cell(row.actor)),
        ("target", lambda row: cell(row.target)),
        ("place", lambda row: cell(row.place)),
        ("modality", lambda row: "" if row.modality == "reported" else row.modality),
        ("article", lambda row: row.article),
    ),
    ArticleRow: (
        ("id", lambda row: row.id[:8]),
        ("article", lambda row: row.name),
        ("published", lambda row: cell(row.published)),
        ("basis", lambda row: row.published_basis),
        ("publisher", lambda row: cell(row.publisher)),
        ("agency", lambda row: cell(row.agency)),
        ("language", lambda row: row.language),
        ("figures", lambda row: str(row.figures)),
        ("statements", lambda row: str(row.statements)),
        ("crises", lambda row: row.crises),
        ("title", lambda row: cell(row.title)),
    ),
    CrisisRow: (
        ("crisis", lambda row: row.name),
        ("articles", lambda row: str(row.articles)),
        ("figures", lambda row: str(row.figures)),
        ("statements", lambda row: str(row.statements)),
        ("published", lambda row: window(row.since, row.until)),
    ),
    SkippedRow: (
        ("name", lambda row: row.name),
        ("stage", lambda row: row.stage),
        ("code", lambda row: row.code),
        ("reason", lambda row: cell(row.reason)),
        ("crisis", lambda row: cell(row.crisis)),
        ("added", lambda row: row.at),
    ),
    JudgementRow: (
        ("number", lambda row: str(row.number)),
        ("crisis", lambda row: row.crisis),
        ("of", lambda row: row.of),
        ("name", lambda row: cell(row.one)),
        ("other", lambda row: cell(row.other)),
        ("judged", lambda row: ("same" if row.same else "different") if row.takes_back is None else "taken back"),
        ("stands", lambda row: "yes" if row.stands else "no"),
        ("by", lambda row: cell(row.by)),
        ("at", lambda row: row.at),
        ("why", lambda row: cell(row.why)),
    ),
    Suggestion: (
        ("of", lambda row: row.of),
        ("name", lambda row: cell(row.one)),
        ("other", lambda row: cell(row.other)),
        ("score", lambda row: f"{row.score:.2f}"),
        ("why", lambda row: cell(row.why)),
    ),
    TollRow: TOLL_COLUMNS,
    AgreementRow: (
        ("verdict", lambda row: row.verdict),
        ("about", lambda row: cell(row.about)),
        ("words", lambda row: cell(row.one)),
        ("other", lambda row: cell(row.other)),
        ("reason", lambda row: cell(row.reasons)),
        ("article", lambda row: row.article_one),
        ("other article", lambda row: row.article_other),
    ),
    DateRow: (
        ("article", lambda row: row.article),
        ("published", lambda row: cell(row.published)),
        ("basis", lambda row: row.basis),
        ("between", lambda row: row.between),
        ("evidence", lambda row: cell(row.evidence)),
        ("contradicts", lambda row: cell(row.contradicts)),
        ("withdrawn", lambda row: cell(row.withdrawn)),
    ),
    ChangeRow: (
        ("at", lambda row: row.at),
        ("check", lambda row: str(row.check)),
        ("what", lambda row: row.what),
        ("says", lambda row: cell(row.says)),
        ("articles", lambda row: cell(row.articles)),
    ),
    Hit: (
        ("article", lambda row: row.article),
        ("published", lambda row: day(row.published)),
        ("words", lambda row: cell(row.excerpt)),
    ),
}
