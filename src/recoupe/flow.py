"""The whole system on one page: documents in, digests out; a dossier in, its cross-check out. The only file that knows the
order of the stages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from recoupe.crosscheck.check import Pairs, lay, settle
from recoupe.crosscheck.redating import with_windows
from recoupe.extract.bind import bind
from recoupe.extract.gazetteer import Gazetteer
from recoupe.extract.local import read_paragraphs
from recoupe.model.account import Account, Dossier
from recoupe.model.article import READ_KINDS, Article, PublishedBasis, Raw
from recoupe.model.crosscheck import Crosscheck
from recoupe.model.dating import Dating
from recoupe.model.digest import Digest
from recoupe.model.skipped import Skipped
from recoupe.parse.article import parse


def digest(article: Article, gazetteer: Gazetteer) -> Digest:
    """Return all that one article says. The same article always gives the same digest."""
    blocks = [block for block in article.blocks if block.kind in READ_KINDS]
    readings = read_paragraphs(
        [
            (
                block.span.of(article.text),
                block.kind,
                tuple(sentence.shifted(-block.span.start) for sentence in block.sentences),
            )
            for block in blocks
        ]
    )
    return bind(article, [(block.span, reading) for block, reading in zip(blocks, readings, strict=True)], gazetteer)


def digests(raws: Iterable[Raw], gazetteer: Gazetteer) -> Iterator[Digest | Skipped]:
    """Yield a digest for each document that can be read, and what was set aside with its reason for each that cannot."""
    for raw in raws:
        parsed = parse(raw)
        yield parsed if isinstance(parsed, Skipped) else digest(parsed, gazetteer)


def crosscheck(
    dossier: Dossier, read: Callable[[Article], Digest], known: Pairs | None = None
) -> tuple[Crosscheck, Pairs]:
    """Return all that comes of laying the accounts of a crisis over each other, and the pairs of articles compared.

    `read` gives the digest of an article for a day it was not read for; `known` are pairs that were compared before. The
    same dossier gives the same, in whatever order its articles came.
    """
    laid = lay(dossier, known)
    days = {dating.article: dating for dating in laid.datings}
    accounts = tuple(_dated(account, days[account.article.id], read) for account in dossier.accounts)
    return settle(replace(dossier, accounts=accounts), laid), laid.pairs


def _dated(account: Account, dating: Dating, read: Callable[[Article], Digest]) -> Account:
    """Return an account whose relative days count from the days that the cross-check dated it to."""
    if account.article.published or not dating.earliest or not dating.latest or not account.figures:
        return account
    ends = [
        read(replace(account.article, published=day, published_basis=PublishedBasis.INFERRED))
        for day in sorted({dating.earliest, dating.latest})
    ]
    return with_windows(account, ends[0], ends[-1])
