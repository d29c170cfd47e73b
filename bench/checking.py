"""A crisis in, what checking it costs beside reading it, and what is saved where its pairs were compared before, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.quality.sets import coded_set

from bench import texts
from bench.timing import Line, in_turn, ratio
from recoupe.crosscheck.check import lay, settle
from recoupe.extract.gazetteer import Gazetteer
from recoupe.extract.local import MEMO
from recoupe.flow import digest
from recoupe.model.account import Account, Dossier
from recoupe.model.article import Article

TIMES = 8


def checking(gazetteer: Gazetteer) -> Iterator[Line]:
    """What laying the sample crisis over costs beside reading it, and how both halves grow with the crisis."""
    articles = texts.articles(coded_set("sample"))
    dossier = _dossier([_account(article, gazetteer) for article in articles])
    known = lay(dossier).pairs
    large = _dossier([_copy(account, at) for account in dossier.accounts for at in range(TIMES)])

    def read() -> None:
        MEMO.clear()
        for article in articles:
            digest(article, gazetteer)

    jobs = {
        "read": read,
        "check": lambda: settle(dossier, lay(dossier)),
        "again": lambda: settle(dossier, lay(dossier, known)),
        "large": lambda: settle(large, lay(large)),
    }
    took = in_turn(jobs, 3)
    many = len(articles)
    yield ratio(f"checking the sample crisis ({many} articles) / reading it", took["check"], took["read"])
    yield ratio("checking it, with its pairs compared before / without", took["again"], took["check"])
    note = f"{TIMES} would be linear; here each article has {TIMES - 1} reprints"
    yield ratio(f"checking {many * TIMES} articles / {many}", took["large"], took["check"], note)


def _dossier(accounts: list[Account]) -> Dossier:
    return Dossier(crisis="sample", accounts=tuple(sorted(accounts, key=lambda account: account.article.id)))


def _account(article: Article, gazetteer: Gazetteer) -> Account:
    read = digest(article, gazetteer)
    return Account(
        article=article,
        figures={f"{article.id}-f{at}": one for at, one in enumerate(read.figures)},
        statements={f"{article.id}-s{at}": one for at, one in enumerate(read.statements)},
        events={f"{article.id}-e{at}": one for at, one in enumerate(read.events)},
        moments=read.moments,
        places=read.places,
    )


def _copy(account: Account, at: int) -> Account:
    """Return a reprint under another id."""
    id = f"{account.article.id}-{at}"
    return replace(
        account,
        article=replace(account.article, id=id),
        figures={f"{key}-{at}": replace(one, article=id) for key, one in account.figures.items()},
        statements={f"{key}-{at}": replace(one, article=id) for key, one in account.statements.items()},
        events={f"{key}-{at}": replace(one, article=id) for key, one in account.events.items()},
    )
