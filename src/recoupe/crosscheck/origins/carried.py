"""Passages and records in, which records of two articles are carried by the same words out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from recoupe.crosscheck.names.spelling import bare
from recoupe.model.account import Account, Dossier
from recoupe.model.event import Event
from recoupe.model.figure import Figure
from recoupe.model.passage import Passage
from recoupe.model.span import Span
from recoupe.model.statement import Statement

Record = Figure | Statement | Event

WORD = re.compile(r"\d{1,3}(?:[ \u00a0\u2007\u2009\u202f.'’]\d{3})+(?!\d)|\d+|[^\W\d_]+")
MOSTLY = 0.5
"""How much of a record's words lie in a passage that carries it."""
ALIKE, INSIDE = 0.6, 0.8
"""How much two stretches of speech have in common: of the longer one, or of the shorter one where one was cut."""
EXACT = 0.35
"""How much of the shorter of two stretches of speech stands word for word in the other."""
RELATED = 0.2
"""How much of the shorter of two articles stands in the other where one was made from the other or both from a third."""
CHANGED = 8
"""Of how many words a changed stretch may be at most, so that what stands on its two sides is the same place."""


@dataclass(frozen=True, slots=True)
class Carried:
    """Two records, `one` of article a and `other` of article b, that the same words of a passage carry."""

    one: str
    other: str
    passage: int


@dataclass(frozen=True, slots=True)
class _Word:
    form: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Side:
    """The words of a passage in one article, and the records that it carries there with the words of each."""

    words: tuple[_Word, ...]
    records: Mapping[str, frozenset[int]]


class Sharing:
    """What the passages of a crisis carry: the pairs of records, and for each record its passages; and which articles are
    `related`, with the words that they share, because enough of the one stands in the other."""

    def __init__(self, dossier: Dossier, passages: Sequence[Passage]) -> None:
        accounts = {account.article.id: account for account in dossier.accounts}
        self.records = {key: record for account in dossier.accounts for key, record in records_of(account)}
        self.passages = tuple(passages)
        ordered = {key: _ordered(account) for key, account in accounts.items()}
        inside: dict[str, list[int]] = defaultdict(list)
        pairs: list[Carried] = []
        for number, passage in enumerate(self.passages):
            a = _side(accounts[passage.article_a].article.text, passage.span_a, *ordered[passage.article_a])
            b = _side(accounts[passage.article_b].article.text, passage.span_b, *ordered[passage.article_b])
            for record in (*a.records, *b.records):
                inside[record].append(number)
            pairs += [Carried(one, other, number) for one, other in self._carried(a, b)]
        self.pairs = tuple(pairs)
        self.related = _related(accounts, self.passages)
        self.inside = {record: tuple(numbers) for record, numbers in inside.items()}

    def _carried(self, a: _Side, b: _Side) -> Iterator[tuple[str, str]]:
        if not (a.records and b.records):
            return
        onto = _onto([word.form for word in a.words], [word.form for word in b.words])
        holders: dict[int, list[str]] = defaultdict(list)
        for record, words in b.records.items():
            for word in words:
                holders[word].append(record)
        for one, words in a.records.items():
            reached = frozenset().union(*(onto.get(word, frozenset()) for word in words))
            near = sorted({other for word in reached for other in holders.get(word, ())})
            for other in near:
                exact = sum(
                    1 for word in words if any(_word_of(a, word) == _word_of(b, at) for at in onto.get(word, ()))
                )
                if self._same_words(one, words, reached, exact, other, b.records[other]):
                    yield one, other

    def _same_words(
        self, one: str, words: frozenset[int], reached: frozenset[int], exact: int, other: str, others: frozenset[int]
    ) -> bool:
        """Return whether two records lie over each other: figures where their numbers stand in one place, speech and
        events where most of their words do and enough of these are the same."""
        first, second = self.records[one], self.records[other]
        if type(first) is not type(second):
            return False
        common = len(reached & others)
        if isinstance(first, Figure):
            return common > 0
        longer, shorter = max(len(words), len(others)), min(len(words), len(others))
        if exact < EXACT * shorter:
            return False
        return common >= ALIKE * longer or (common >= INSIDE * shorter and shorter > 3 and _one_speaker(first, second))


def records_of(account: Account) -> Iterator[tuple[str, Record]]:
    """Yield the records of an account under their ids: figures, statements, events."""
    yield from account.figures.items()
    yield from account.statements.items()
    yield from account.events.items()


def _related(accounts: Mapping[str, Account], passages: Sequence[Passage]) -> dict[str, dict[str, int]]:
    """Return for each article those that it shares many words with, and how many."""
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for passage in passages:
        shared[passage.article_a, passage.article_b] += passage.words
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for (a, b), common in sorted(shared.items()):
        if common >= RELATED * min(len(WORD.findall(accounts[one].article.text)) for one in (a, b)):
            found[a][b] = found[b][a] = common
    return found


def _one_speaker(one: Record, other: Record) -> bool:
    return (
        isinstance(one, Statement)
        and isinstance(other, Statement)
        and bare(one.speaker or "") == bare(other.speaker or "")
    )


def _ordered(account: Account) -> tuple[list[int], list[tuple[str, Span]]]:
    """Return the records of an account by their start, and the starts."""
    spans = sorted(((record.span, key) for key, record in records_of(account)), key=lambda one: (one[0], one[1]))
    return [span.start for span, _ in spans], [(key, span) for span, key in spans]


def _side(text: str, stretch: Span, starts: list[int], spans: list[tuple[str, Span]]) -> _Side:
    """Return one side of a passage with its records. Records that begin well before it are looked for too."""
    words = tuple(
        _Word("".join(bare(re.sub(r"(?<=\d)\D(?=\d)", "", hit.group()))), Span(hit.start(), hit.end()))
        for hit in WORD.finditer(text, stretch.start, stretch.end)
    )
    begins = [word.span.start for word in words]
    found: dict[str, frozenset[int]] = {}
    # a record is seldom longer than a passage: those that begin up to one length before it can still lie mostly in it
    first = bisect_left(starts, stretch.start - (stretch.end - stretch.start))
    for key, span in spans[first : bisect_left(starts, stretch.end)]:
        common = min(span.end, stretch.end) - max(span.start, stretch.start)
        if common <= MOSTLY * (span.end - span.start):
            continue
        at = range(max(bisect_left(begins, span.start) - 1, 0), bisect_left(begins, span.end))
        within = frozenset(number for number in at if words[number].span.meets(span))
        if within:
            found[key] = within
    return _Side(words, found)


def _word_of(side: _Side, at: int) -> str:
    return side.words[at].form


def _onto(one: list[str], other: list[str]) -> dict[int, frozenset[int]]:
    """Return for each word of one side the words of the other that stand in its place."""
    onto: dict[int, frozenset[int]] = {}
    steps = LCSseq.opcodes(one, other)
    gap: list[tuple[int, int, int, int]] = []
    for step in steps:
        if step.tag == "equal":
            _lay_changed(gap, onto)
            gap = []
            for offset in range(step.src_end - step.src_start):
                onto[step.src_start + offset] = frozenset({step.dest_start + offset})
        else:
            gap.append((step.src_start, step.src_end, step.dest_start, step.dest_end))
    _lay_changed(gap, onto)
    return onto


def _lay_changed(gap: list[tuple[int, int, int, int]], onto: dict[int, frozenset[int]]) -> None:
    """Lay the words between two stretches that are the same onto each other as a whole, where they are few."""
    if not gap:
        return
    one = range(min(step[0] for step in gap), max(step[1] for step in gap))
    other = range(min(step[2] for step in gap), max(step[3] for step in gap))
    if len(one) <= CHANGED and len(other) <= CHANGED:
        for word in one:
            onto[word] = frozenset(other)
