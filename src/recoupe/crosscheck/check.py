"""The order of the cross-check: a dossier in, its findings out, in two steps with the dating of the undated between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from recoupe.crosscheck.agreements.agreements import agreements
from recoupe.crosscheck.dating.dating import date_articles
from recoupe.crosscheck.dating.withdrawals import withdrawn
from recoupe.crosscheck.disputes.disputes import disputes
from recoupe.crosscheck.names.kin import suggested_kin
from recoupe.crosscheck.names.names import Names
from recoupe.crosscheck.origins.origins import Origins
from recoupe.crosscheck.reuse.lineage import lineages
from recoupe.crosscheck.reuse.passages import prove_pairs
from recoupe.crosscheck.reuse.stock import without_stock
from recoupe.crosscheck.timeline.happenings import happenings
from recoupe.crosscheck.timeline.timeline import timeline
from recoupe.crosscheck.tolls.series import series
from recoupe.model.account import Dossier
from recoupe.model.crosscheck import Crosscheck
from recoupe.model.dating import Dating
from recoupe.model.passage import Lineage, Passage
from recoupe.model.withdrawal import Withdrawal

Pairs = Mapping[tuple[str, str], tuple[Passage, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """The articles of a dossier laid over each other: the pairs that were compared, with all that they share, the passages
    among that, the families that they make, the days of the articles, and the words that withdraw some of them."""

    pairs: Pairs
    passages: tuple[Passage, ...]
    lineages: tuple[Lineage, ...]
    datings: tuple[Dating, ...]
    withdrawn: Mapping[str, str]


def lay(dossier: Dossier, known: Pairs | None = None) -> Laid:
    """Return what the texts and days of the articles share. `known` are pairs that were compared before."""
    pairs = prove_pairs(dossier.accounts, known)
    passages = without_stock(dossier.accounts, pairs)
    datings = date_articles(dossier.accounts, passages)
    directed, families = lineages(dossier.accounts, passages, datings)
    return Laid(
        pairs=pairs,
        passages=directed,
        lineages=families,
        datings=datings,
        withdrawn=withdrawn(dossier.accounts, directed, datings),
    )


def settle(dossier: Dossier, laid: Laid) -> Crosscheck:
    """Return what the records of a dossier say together. Its undated articles have the windows that `laid` dates."""
    accounts = tuple(replace(account, withdrawn=laid.withdrawn.get(account.article.id)) for account in dossier.accounts)
    dossier = replace(dossier, accounts=accounts)
    names = Names.of(dossier)
    behind = Origins.of_dossier(dossier, names, laid.passages)
    tolls = series(dossier, names, behind, laid.datings)
    agreed = agreements(dossier, names, behind)
    disputed = disputes(dossier, names, behind, agreed, laid.passages)
    happened = happenings(dossier, laid.passages)
    found = Crosscheck(
        crisis=dossier.crisis,
        passages=laid.passages,
        lineages=laid.lineages,
        datings=laid.datings,
        origins=behind.rows,
        series=tolls,
        agreements=agreed,
        disputes=disputed,
        happenings=happened,
        timeline=timeline(dossier, names, behind, tolls, disputed, happened, laid.datings),
        suggestions=(*names.suggestions(), *suggested_kin(dossier, names)),
    )
    return replace(found, withdrawals=_withdrawals(dossier, laid, found)).arranged()


def _withdrawals(dossier: Dossier, laid: Laid, found: Crosscheck) -> tuple[Withdrawal, ...]:
    """Return the articles that their agency took back, each with the findings that rest on its records."""
    rows = []
    for account in dossier.accounts:
        article, records = account.article.id, {*account.figures, *account.statements, *account.events}
        if article not in laid.withdrawn:
            continue
        resting = [one.id for one in found.series for step in one.steps if article in step.articles]
        resting += [f"{one.a}|{one.b}" for one in found.agreements if {one.a, one.b} & records]
        for one in found.disputes:
            if any(records & {*position.statements, *position.figures} for position in one.positions):
                resting.append(one.id)
        resting += [one.id for one in found.happenings if article in one.articles]
        rows.append(Withdrawal(article=article, why=laid.withdrawn[article], rests_on_it=tuple(dict.fromkeys(resting))))
    return tuple(rows)
