"""The accounts of one crisis, their passages and days in, the articles that their agencies took back, and why, out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from recoupe.crosscheck.dating.notices import Found, Notice, notices_of
from recoupe.model.account import Account
from recoupe.model.article import Article
from recoupe.model.dating import Dating
from recoupe.model.passage import Passage

# how an article's notes carry what its metadata says of it
STATUS = ("pubstatus: canceled", "pubstatus: withheld")
# what share of the shorter article's words a new version has of the old one
VERSION = 0.3
TITLE_WORDS = 3


def withdrawn(accounts: Sequence[Account], passages: Sequence[Passage], datings: Sequence[Dating]) -> Mapping[str, str]:
    """Return the articles that were taken back, by id, each with the words and the reason.

    Taken back is what its metadata or its own head calls cancelled, and the one earlier text of the same agency, sharing
    its words or named by its title, that a later one says to cancel or to replace.
    """
    by_id = {account.article.id: account.article for account in accounts}
    days = {dating.article: dating for dating in datings}
    shared = _shared_words(passages)
    found: dict[str, str] = {}
    for here in sorted(by_id):
        article = by_id[here]
        status = next((note for note in article.notes if note in STATUS), None)
        if status is not None:
            found[here] = f"its metadata says so ({status})"
        for notice in notices_of(article):
            words = " ".join(notice.span.of(article.text).split())
            if notice.notice is Notice.WITHDRAWN:
                found.setdefault(here, f"its own text says so (`{words}`)")
            elif notice.notice in (Notice.CANCELS, Notice.REPLACES, Notice.CORRECTED):
                earlier = _earlier(article, notice, by_id, shared, days)
                if earlier is not None:
                    found.setdefault(earlier, f"{article.name} of the same agency takes its place (`{words}`)")
    return dict(sorted(found.items()))


def corrections(accounts: Sequence[Account]) -> Mapping[str, str]:
    """Return the articles that say at their head that they are a corrected version, by id, with the words."""
    found: dict[str, str] = {}
    for account in accounts:
        for notice in notices_of(account.article):
            if notice.notice is Notice.CORRECTED:
                words = " ".join(notice.span.of(account.article.text).split())
                found.setdefault(account.article.id, words)
    return dict(sorted(found.items()))


def _shared_words(passages: Sequence[Passage]) -> dict[tuple[str, str], int]:
    shared: dict[tuple[str, str], int] = {}
    for passage in passages:
        for pair in ((passage.article_a, passage.article_b), (passage.article_b, passage.article_a)):
            shared[pair] = shared.get(pair, 0) + passage.words
    return shared


def _earlier(
    article: Article,
    notice: Found,
    by_id: Mapping[str, Article],
    shared: Mapping[tuple[str, str], int],
    days: Mapping[str, Dating],
) -> str | None:
    """Return the one text of the same agency before this one that its notice speaks of, None where it is not clear."""
    ranked = []
    for there in _candidates(article, notice, by_id, shared):
        other = by_id[there]
        if not _before(other, article, days):
            continue
        named = _names_title(article, notice, other)
        words = shared.get((article.id, there), 0)
        shorter = min(len(article.text.split()), len(other.text.split()))
        copied = words >= VERSION * shorter and notice.notice is not Notice.CANCELS
        if named or copied:
            ranked.append((named, words, there))
    ranked.sort(reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][:2] == ranked[1][:2]):
        return None
    return ranked[0][2]


def _candidates(
    article: Article, notice: Found, by_id: Mapping[str, Article], shared: Mapping[tuple[str, str], int]
) -> Iterator[str]:
    for there in sorted(by_id):
        if there != article.id and _same_agency(article, by_id[there]):
            yield there


def _same_agency(one: Article, other: Article) -> bool:
    """Whether two texts were sent by one house: the same publisher, or one agency's copy at no named publisher."""
    if one.publisher and other.publisher:
        return one.publisher.casefold() == other.publisher.casefold()
    return bool(one.agency) and one.agency == other.agency


def _before(one: Article, other: Article, days: Mapping[str, Dating]) -> bool:
    """Whether a text can have appeared before another and surely did not after it."""
    if one.published and other.published and len(one.published) == len(other.published):
        return one.published <= other.published
    first, second = days.get(one.id), days.get(other.id)
    if first is None or second is None or first.latest is None or second.earliest is None:
        return False
    return first.latest <= second.earliest


def _names_title(article: Article, notice: Found, other: Article) -> bool:
    """Whether the paragraph of the notice holds the other's title."""
    title = _words(other.title or "")
    block = next((block for block in article.blocks if block.span.covers(notice.span)), None)
    if block is None or len(title.split()) < TITLE_WORDS:
        return False
    return f" {title} " in f" {_words(block.span.of(article.text))} "


def _words(text: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in text.casefold()).split())
