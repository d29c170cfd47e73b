"""Texts in, the pairs of them that may share words out: by postings of word fingerprints, never by comparing all pairs.

Winnowing keeps of every few rows of words the one with the least hash, so that two texts with a run in common keep
one row of it in common, wherever the run stands. A second sketch, of pairs of rare words in one sentence, finds texts
that tell the same in other words. Texts meet where a hash groups them; a hash that many hold leads each of them to
the first holder only, so that the work grows with the texts and not with their pairs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from zlib import crc32

from recoupe.crosscheck.reuse.rewording import Sentence
from recoupe.crosscheck.reuse.texts import Text, weighs

ROW = 6
"""Words in a row that are hashed together."""
WINDOW = 3
"""Of so many rows that follow each other one is kept: any run of ROW + WINDOW - 1 words in common is found."""
MANY = 32
"""Holders of a hash that are all compared with each other; of more, each is compared with the first alone ..."""
FULL = 12
"""... where they share so many of such hashes: what many hold is a dispatch much reprinted, or boilerplate."""
RARE = 8
"""Words of a sentence that are paired, the rarest first."""
COMMON = 16
"""Texts that may hold a pair of words before it says nothing."""
PAIRS = 3
"""Pairs of words that two sentences share to be told alike: those of three words."""
LINKS = 3
"""Sentences of each of two texts that are told alike at least, for the texts to be looked at ..."""
ALIKE = 10
"""... and pairs of words that one sentence shares to be looked at alone: those of five words."""


def proposed(texts: Sequence[Text], sentences: Mapping[str, Sequence[Sentence]]) -> tuple[tuple[int, int], ...]:
    """Return the pairs of texts, by their places in `texts`, the lesser first, that are worth comparing, in order.

    Every two texts that share a run of eight words with matter in them are there, unless more than MANY texts hold
    each row of it and the two share little else.
    """
    return tuple(sorted(_sharing_rows(texts) | _telling_alike([sentences[text.article] for text in texts])))


def fingerprints(text: Text) -> frozenset[int]:
    """Return the hashes that are kept of a text: winnowed rows of words, and each row inside quotation marks."""
    return frozenset(_kept(text))


def _kept(text: Text) -> Iterator[int]:
    heavy = [weighs(form) for form in text.forms]
    row: list[int] = []
    for at in range(len(text.forms) - ROW + 1):
        if text.blocks[at] != text.blocks[at + ROW - 1]:
            yield from _winnowed(row)
            row = []
            continue
        held = sum(heavy[at : at + ROW])
        quoted = at in text.quoted and at + ROW - 1 in text.quoted
        if held < 2 and not (quoted and held):
            continue
        value = crc32(" ".join(text.forms[at : at + ROW]).encode())
        if quoted:
            yield value
        row.append(value)
    yield from _winnowed(row)


def _winnowed(row: Sequence[int]) -> Iterator[int]:
    for at in range(max(len(row) - WINDOW + 1, min(len(row), 1))):
        yield min(row[at : at + WINDOW])


def _sharing_rows(texts: Sequence[Text]) -> set[tuple[int, int]]:
    postings: dict[int, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        for value in fingerprints(text):
            postings[value].append(place)
    found: set[tuple[int, int]] = set()
    seen: set[tuple[int, ...]] = set()
    often: Counter[tuple[int, int]] = Counter()
    for holders in postings.values():
        if len(holders) > MANY:
            often.update((holders[0], other) for other in holders[1:])
            often.update(pairwise(holders[1:]))
        elif len(holders) > 1 and tuple(holders) not in seen:
            seen.add(tuple(holders))
            found.update(combinations(holders, 2))
    return found | {pair for pair, count in often.items() if count >= FULL}


def _telling_alike(texts: Sequence[Sequence[Sentence]]) -> set[tuple[int, int]]:
    """Return the pairs of texts of which some sentences, or one at length, share rare words."""
    held = Counter(name for text in texts for name in {name for sentence in text for name in sentence.keys})
    limit = max(COMMON, len(texts) // 20)
    postings: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for place, text in enumerate(texts):
        for sentence in text:
            for pair in _pairs(sentence, held, limit):
                postings[pair].append((place, sentence.number))
    shared: dict[tuple[int, int], Counter[tuple[int, int]]] = defaultdict(Counter)
    for holders in postings.values():
        if len(holders) <= COMMON:
            for (one, first), (other, second) in combinations(holders, 2):
                if one != other:
                    shared[one, other][first, second] += 1
    return {pair for pair, links in shared.items() if _alike(links.items())}


def _alike(links: Iterable[tuple[tuple[int, int], int]]) -> bool:
    told = [(sentences, count) for sentences, count in links]
    if any(count >= ALIKE for _, count in told):
        return True
    close = [sentences for sentences, _ in told]
    return min(len({first for first, _ in close}), len({second for _, second in close})) >= LINKS


def _pairs(sentence: Sentence, held: Counter[str], limit: int) -> Iterator[tuple[str, str]]:
    rare = sorted((held[name], name) for name in sentence.keys if 1 < held[name] <= limit)[:RARE]
    return combinations(sorted(name for _, name in rare), 2)
