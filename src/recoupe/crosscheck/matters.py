"""A crisis in, its accusations, denials and other statements out, each with the words that tell what it is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import log

from recoupe.crosscheck.dispute_words import folded, holds, idle, patterns
from recoupe.crosscheck.joining import Names
from recoupe.model.account import Account, Dossier
from recoupe.model.judgement import NameOf
from recoupe.model.statement import Act, Statement

_MANY = re.compile(r",? et (?=[A-ZÀ-Ý])|, (?=[A-ZÀ-Ý])")
_ENDING = re.compile(r"(?:issement|ements?|ations?|ateurs?|antes?|ants?|ees?|er|es|e|s|x)$")
_SHORTEST, _LONGEST = 4, 6


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """One statement and what the rules ask of it. `block` is the place of its paragraph in the article; `sentence` the
    folded words of the sentence it begins in, `lead` those of that sentence before it. `speakers` are keys with the names as
    written, each of those who speak together. `content`, `aim` (whom it accuses) and `called` (of the speaker) are stems."""

    id: str
    account: Account
    statement: Statement
    speakers: tuple[tuple[str, str], ...]
    block: int
    words: str
    sentence: str
    lead: str
    content: frozenset[str]
    aim: frozenset[str]
    called: frozenset[str]

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(key for key, _ in self.speakers)

    @property
    def start(self) -> int:
        return self.statement.span.start

    @property
    def end(self) -> int:
        return self.statement.span.end

    @property
    def accuses(self) -> bool:
        return self.statement.act is Act.ACCUSE

    @property
    def denies(self) -> bool:
        return self.statement.act in (Act.DENY, Act.REJECT)


def stems(words: str) -> frozenset[str]:
    """Return the stems of folded words that tell of a matter; words that name one matter give one stem.

    >>> sorted(stems(" les rebelles ont rompu la treve "))
    ['matter:truce', 'rebell', 'rompu']
    """
    found = set()
    for name, pattern in patterns("matter"):
        if pattern.search(words):
            found.add(f"matter:{name.partition(':')[2]}")
            words = pattern.sub(" ", words)
    return frozenset(found | {stem(word) for word in words.split() if len(word) >= _SHORTEST and word not in idle()})


def stem(word: str) -> str:
    """Return the beginning that the forms of a folded word share."""
    short = _ENDING.sub("", word)
    return (short if len(short) >= _SHORTEST else word)[:_LONGEST]


class Rarity:
    """How much it tells that two statements share a stem: 1 for one that stands once in the crisis, 0 in each sentence."""

    def __init__(self, dossier: Dossier) -> None:
        counts: Counter[str] = Counter()
        self._sentences = 0
        for account in dossier.accounts:
            for block in account.article.blocks:
                for span in block.sentences:
                    counts.update(stems(folded(span.of(account.article.text))))
                    self._sentences += 1
        self._counts = counts

    def of(self, shared: Iterable[str]) -> float:
        """Return how much some shared stems tell together."""
        if self._sentences < 2:
            return 0.0
        most = log(self._sentences)
        return sum(max(0.0, 1 - log(max(1, self._counts[one])) / most) for one in sorted(shared))

    def rarest(self, shared: Iterable[str]) -> list[str]:
        """Return stems with the rarest first."""
        return sorted(shared, key=lambda one: (self._counts[one], one))


def said_in(account: Account, names: Names) -> Iterator[Said]:
    """Yield the statements of an article in the order of its text."""
    article = account.article
    starts = [block.span.start for block in article.blocks]
    ordered = sorted(account.statements.items(), key=lambda item: (item[1].span.start, item[1].span.end, item[0]))
    for id, statement in ordered:
        block = bisect_right(starts, statement.span.start) - 1
        sentence = next(
            (span for span in article.blocks[max(block, 0)].sentences if span.end > statement.span.start), statement.span
        )
        speakers = [part.strip() for part in _MANY.split(statement.speaker or "") if part.strip()]
        before = min(sentence.start, statement.span.start)
        whole = article.text[before : max(sentence.end, statement.span.end)]
        words = folded(statement.text)
        yield Said(
            id=id,
            account=account,
            statement=statement,
            speakers=tuple(sorted({names.key(NameOf.SOURCE, speaker): speaker for speaker in speakers}.items())),
            block=block,
            words=words,
            sentence=folded(whole),
            lead=folded(article.text[before : statement.span.start]),
            content=stems(words),
            aim=stems(aimed_at(words)),
            called=frozenset(stem(word) for word in folded(" ".join(speakers)).split() if len(word) >= 3),
        )


_CHARGE = re.compile(r" (?:d(?= )|de(?= \w+(?:er|ir|oir|re) )|d avoir|tenus|tenues|tenu|dont|pour avoir|qui|a la|par) ")


def aimed_at(words: str) -> str:
    """Return the beginning of an accusation's folded words: whom it accuses, before what of.

    >>> aimed_at(" les rebelles d avoir rompu la treve ")
    ' les rebelles'
    """
    found = _CHARGE.search(words)
    return words[: found.start()] if found else " ".join(words.split(" ")[:7])


def empty(said: Said) -> bool:
    """Return whether a denial says nothing of its own: `nie en bloc`, `ces accusations`, `Non`."""
    return len(said.content) < 3 and (
        holds("flat", said.words) or holds("echo", said.words) or len(said.content) < 2
    )
