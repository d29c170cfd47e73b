"""A crisis in, its accusations, denials and other statements out, each with the words that tell what it is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import log

from recoupe.crosscheck.disputes.joining import Names, one_name
from recoupe.crosscheck.disputes.words import folded, holds, idle, patterns
from recoupe.crosscheck.names.names import sources_of
from recoupe.model.account import Account, Dossier
from recoupe.model.article import Article
from recoupe.model.judgement import NameOf
from recoupe.model.statement import Act, Statement

_ENDING = re.compile(r"(?:issement|ements?|ations?|ateurs?|antes?|ants?|ees?|ent|er|es|e|s|x)$")
_SHORTEST, _LONGEST = 4, 6
_MATTER = 0.6
"""How much one matter in other words tells, beside the same words."""


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """One statement and what the rules ask of it.

    `speakers` are the keys, with the names as written, of each of those who speak together. `block` is the place of its
    paragraph in the article; `words` are folded, and so are `sentence` (of it and of its cue), `lead` (the sentence before
    it) and `cue`. `content`, `aim` (whom it accuses) and `called` (of the speaker) are stems.
    """

    id: str
    account: Account
    statement: Statement
    speakers: tuple[tuple[str, str], ...]
    block: int
    words: str
    sentence: str
    lead: str
    cue: str
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
    ['matter:truce', 'rebell', 'rompu', 'trev']
    """
    found = set()
    for name, pattern in patterns("matter"):
        if pattern.search(words):
            found.add(f"matter:{name.partition(':')[2]}")
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
        return sum(self._one(one, most) for one in sorted(shared))

    def _one(self, one: str, most: float) -> float:
        rare = max(0.0, 1 - log(max(1, self._counts[one])) / most)
        # the matter counts beside its words where those are the same too
        return rare * _MATTER if one.startswith("matter:") else rare


def said_in(account: Account, names: Names) -> Iterator[Said]:
    """Yield the statements of an article in the order of its text."""
    article = account.article
    starts = [block.span.start for block in article.blocks]
    ordered = sorted(account.statements.items(), key=lambda item: (item[1].span.start, item[1].span.end, item[0]))
    for id, statement in ordered:
        block = max(bisect_right(starts, statement.span.start) - 1, 0)
        first, last = _sentences(article, block, statement)
        speakers = sources_of(statement.speaker) if statement.speaker else ()
        words = folded(statement.text)
        cue = folded(statement.cue or "")
        yield Said(
            id=id,
            account=account,
            statement=statement,
            speakers=tuple(sorted({one_name(names, NameOf.SOURCE, one): one for one in speakers}.items())),
            block=block,
            words=words,
            sentence=folded(article.text[first:last]),
            lead=folded(article.text[first : statement.span.start]),
            cue=cue,
            content=stems(words),
            aim=stems(blamed(words) if holds("imputes", cue) else aimed_at(words)),
            called=frozenset(stem(word) for word in folded(" ".join(speakers)).split() if len(word) >= 3),
        )


def _sentences(article: Article, block: int, statement: Statement) -> tuple[int, int]:
    """Return where the sentences of a statement and of its cue begin and end."""
    spans = [statement.span, *([statement.cue_span] if statement.cue_span else [])]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    sentences = [one for one in article.blocks[block].sentences if one.start < end and start < one.end]
    return min([start, *(one.start for one in sentences)]), max([end, *(one.end for one in sentences)])


_CHARGE = re.compile(r" (?:d(?= )|de(?= \w+(?:er|ir|oir|re) )|d avoir|tenus|tenues|tenu|dont|pour avoir|qui|a la|par) ")


def aimed_at(words: str) -> str:
    """Return the beginning of an accusation's folded words: whom it accuses, before what of.

    >>> aimed_at(" les rebelles d avoir rompu la treve ")
    ' les rebelles'
    """
    found = _CHARGE.search(words)
    return words[: found.start()] if found else " ".join(words.split(" ")[:7])


_LAID = re.compile(r" (?:a|au|aux) ")


def blamed(words: str) -> str:
    """Return of the folded words of what is imputed to somebody those that say to whom; all where none do.

    >>> blamed(" la panne a la regie du port ")
    ' la regie du port '
    """
    found = _LAID.search(words)
    return words[found.end() - 1 :] if found else words


def shared_heads(said: Said) -> frozenset[str]:
    """Return the stems of the first words of a speaker's names by which its article calls another one too.

    Of `ministère de la Santé` that is the ministry where the article tells of the `ministère des Mines` besides.
    """
    text, found = _folded_text(said.account.article.text), set()
    for _, name in said.speakers:
        head, *rest = folded(name).split()
        if rest and rest[0] in _OF:
            others = re.finditer(rf" {head} (?:{'|'.join(_OF)}) (?:la |l )?(\w+)", text)
            if any(stem(other[1]) not in said.called for other in others):
                found.add(stem(head))
    return frozenset(found)


_OF = ("des", "du", "de", "d")


@lru_cache(maxsize=16)
def _folded_text(text: str) -> str:
    return folded(text)


def empty(said: Said) -> bool:
    """Return whether a denial says nothing of its own: `nie en bloc`, `ces accusations`, `Non`."""
    few = len(said.content) < 3
    return len(said.content) < 2 or (few and (holds("flat", said.words) or holds("echo", said.words)))
