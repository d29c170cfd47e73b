"""Agreements and days in, the rows that a person reads out: words and files' names where an export has ids."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.model.crosscheck import Crosscheck
from recoupe.model.dating import Dating
from recoupe.model.figure import Figure
from recoupe.model.series import Verdict
from recoupe.show.findings import Names
from recoupe.show.values import window


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRow:
    """Two figures that speak of the same thing, in their words, with whoever is credited with each."""

    one: str
    other: str
    verdict: str
    about: str
    reasons: tuple[str, ...]
    article_one: str
    article_other: str
    record_one: str
    record_other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRow:
    """On which day, or between which, an article appeared, and what shows it or speaks against it."""

    article: str
    published: str | None
    basis: str
    between: str
    evidence: tuple[str, ...]
    contradicts: tuple[str, ...]
    withdrawn: str | None


def agreement_rows(found: Crosscheck, names: Names, *, conflicts: bool = False) -> tuple[AgreementRow, ...]:
    """Return the agreements of a check, or the conflicts among them alone."""
    rows = []
    for one in found.agreements:
        first, second = names.records.get(one.a), names.records.get(one.b)
        if not isinstance(first, Figure) or not isinstance(second, Figure):
            continue
        if conflicts and one.verdict is not Verdict.CONFLICT:
            continue
        place = f", {first.place}" if first.place else ""
        rows.append(
            AgreementRow(
                one=_credited(names.words[one.a], first),
                other=_credited(names.words[one.b], second),
                verdict=one.verdict.value,
                about=f"{first.kind.value} {first.counted.value}{place}",
                reasons=one.reasons,
                article_one=names.articles[first.article],
                article_other=names.articles[second.article],
                record_one=one.a,
                record_other=one.b,
            )
        )
    return tuple(rows)


def date_rows(found: Crosscheck, names: Names) -> tuple[DateRow, ...]:
    """Return the articles of a check by day, those that nothing dates last."""
    withdrawn = {one.article: one.why for one in found.withdrawals}
    given = {account.article.id: account.article.published for account in names.dossier.accounts}

    def row(one: Dating) -> DateRow:
        return DateRow(
            article=names.articles[one.article],
            published=given[one.article] or one.published,
            basis=one.basis.value,
            between="" if given[one.article] else window(one.earliest, one.latest),
            evidence=tuple(clue.says for clue in one.clues),
            contradicts=tuple(clue.says for clue in one.contradicts),
            withdrawn=withdrawn.get(one.article),
        )

    return tuple(row(one) for one in sorted(found.datings, key=lambda one: (one.earliest or "9999", one.article)))


def _credited(words: str, figure: Figure) -> str:
    return f"{words} ({figure.source})" if figure.source else words
