"""Two texts in, the sentences of one that tell again what sentences of the other tell out, in other words.

One such sentence proves nothing: two reporters of one fact share its numbers and names. What nobody shares by chance
is a row of them: the same matter, sentence after sentence, in the same order. So links between sentences are weighed,
rows of links are looked for as runs of letters are in two genomes, and only a row that weighs enough is copying.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log, sqrt

from recoupe.crosscheck.texts import Text, attribution_words, weighs
from recoupe.crosscheck.words import fold
from recoupe.lexicon.load import closed

LEAST = 0.5
"""What a link between two sentences weighs before it speaks for copying."""
SKIPPED = 0.2
"""What each sentence that a row leaps over takes from it."""
ROW = 3.0
"""What a row of links weighs that proves copying ..."""
LINKS = 3
"""... and how many sentences of each text it has at least ..."""
FIGURES = 0.75
"""... and what the figures that the two texts share weigh ..."""
EACH = 1.5
PROOF = 5.0
"""... and what the row and EACH times the figures weigh together."""
FEW = 4.0
"""Figures that the poorer text is taken to tell at least: one of one is no proof."""
PLAIN = 0.8
"""What a link of a proven row weighs that is told of."""
DENSE = 0.35
"""... and what it weighs for each word that it shares."""
COPIED = 0.15
"""Share of the words of the shorter text in the other from which on the two are known to be bound ..."""
CLEAR = 1.5
"""... and what a link with a figure then weighs to stand by itself."""
NAMES = 0.5
"""What a name, or a number below ten, weighs beside another word."""
NUMBER = re.compile(r"\d+(,\d+)?|\d+h\d*")
STEM = 7
"""Letters of a longer word that are compared: `interpellations`, `interpellés`."""
MOST = 400
"""Links of two texts that are looked at, the heaviest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: its number, its first word and the one behind its last, and its words of matter by their key."""

    number: int
    first: int
    last: int
    keys: Mapping[str, tuple[int, ...]]
    light: frozenset[str]
    """Keys that are names or small numbers."""
    figures: frozenset[str]
    """Keys that are numbers, days and years apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two sentences, by number, with the keys that both hold and what that weighs."""

    a: int
    b: int
    weight: float
    keys: tuple[str, ...]
    heavy: int
    """How many of the keys are no names."""
    figures: tuple[str, ...]
    """Those of the keys that are figures of both."""


def sentences_of(text: Text) -> tuple[Sentence, ...]:
    """Return the sentences of a text that are no title."""
    found = []
    first = 0
    for at in range(1, len(text.forms) + 1):
        if at == len(text.forms) or text.sentences[at] != text.sentences[first]:
            if text.sentences[first] in text.prose:
                found.append(_sentence(text, first, at))
            first = at
    return tuple(found)


def _sentence(text: Text, first: int, last: int) -> Sentence:
    keys: dict[str, list[int]] = defaultdict(list)
    light = set()
    figures = set()
    for at in range(first, last):
        form = text.forms[at]
        if not weighs(form) or form in attribution_words() or at in text.dates:
            continue
        keys[key(form)].append(at)
        if at in text.names or (form.isdecimal() and len(form) == 1):
            light.add(key(form))
        if NUMBER.fullmatch(key(form)):
            figures.add(key(form))
    return Sentence(
        number=text.sentences[first],
        first=first,
        last=last,
        keys={name: tuple(places) for name, places in keys.items()},
        light=frozenset(light),
        figures=frozenset(figures),
    )


@cache
def key(form: str) -> str:
    """Return what two forms of one word, or two ways to write a number, have in common.

    >>> key("interpelles") == key("interpellations"), key("soixantaine"), key("convois")
    (True, '60', 'convoi')
    """
    about = _about().get(form)
    if about is not None:
        return about
    if form[0].isdecimal():
        return form
    return form[:STEM] if len(form) > STEM else form.rstrip("s")


@cache
def _about() -> dict[str, str]:
    return {fold(word): str(value) for word, value in closed("fr", "numbers", "approximate").items()}


def retold(
    a: Sequence[Sentence],
    b: Sequence[Sentence],
    known: frozenset[tuple[int, int]] = frozenset(),
    *,
    copied: float = 0.0,
) -> tuple[Link, ...]:
    """Return the links between the sentences of two texts that prove to be copied, in the order of the first.

    `known` are pairs of sentence numbers that share words in a row; `copied` is how much of the shorter text stands in
    the other in the same words, 0 to 1.
    """
    known_a, known_b = {first for first, _ in known}, {second for _, second in known}
    links = [link for link in _links(a, b) if link.a not in known_a and link.b not in known_b]
    links = sorted(links, key=lambda link: (-link.weight, link.a + link.b, link.a))[:MOST]
    if copied >= COPIED:
        return _apart([link for link in links if link.figures and link.weight >= CLEAR])
    rest_a = [sentence for sentence in a if sentence.number not in known_a]
    rest_b = [sentence for sentence in b if sentence.number not in known_b]
    figures = figures_shared(rest_a, rest_b, links)
    weight, row = _heaviest(links, rest_a, rest_b)
    long = min(len({link.a for link in row}), len({link.b for link in row})) >= LINKS
    if not (long and weight >= ROW and figures >= FIGURES and weight + EACH * figures >= PROOF):
        return ()
    beside = _apart([link for link in links if link.figures and link.weight >= CLEAR], row)
    plain = [link for link in row if link.weight >= max(PLAIN, DENSE * len(link.keys)) and _says(link)]
    return tuple(sorted({*plain, *beside}, key=lambda link: (link.a, link.b)))


def _says(link: Link) -> bool:
    """Tell whether a link shares more than names: two other words, or a figure with two words of any kind."""
    return link.heavy >= 2 or (bool(link.figures) and len(link.keys) > 2)


def figures_shared(a: Sequence[Sentence], b: Sequence[Sentence], links: Sequence[Link]) -> float:
    """Return how much the figures that two texts share weigh, times their share of the figures of the poorer text.

    A figure is shared where a sentence of each tells it with another word; days and years are no figures.
    """
    shared = {figure for link in links if not all(map(_number, link.keys)) for figure in link.figures}
    told = [sum(map(_telling, sorted({figure for one in text for figure in one.figures}))) for text in (a, b)]
    weight = sum(map(_telling, sorted(shared)))
    return weight * weight / max(min(told), FEW)


def _number(name: str) -> bool:
    return name[0].isdecimal()


def _telling(figure: str) -> float:
    """Return how much a number tells: small and round ones stand in every report."""
    if "h" in figure:
        return 0.7
    value = float(figure.replace(",", "."))
    return 0.3 if value <= 4 else 0.6 if value < 10 else 0.8 if value % 10 == 0 and value <= 100 else 1.0


def _apart(links: Sequence[Link], taken: Sequence[Link] = ()) -> tuple[Link, ...]:
    """Return links of which no two tell the same words of one sentence, nor one those of links that are taken: the
    heaviest first, then in order."""
    kept: list[Link] = []
    for link in links:
        if not any(
            (link.a == other.a or link.b == other.b) and {*link.keys} & {*other.keys} for other in (*taken, *kept)
        ):
            kept.append(link)
    return tuple(sorted(kept, key=lambda link: (link.a, link.b)))


def _links(a: Sequence[Sentence], b: Sequence[Sentence]) -> Iterator[Link]:
    """Yield each two sentences that share two words of matter, and what the words weigh: rare ones more, and a link that
    fills a sentence more than one that fills little of either."""
    counts = Counter(name for sentence in (*a, *b) for name in sentence.keys)
    every = len(a) + len(b)
    if every < 4:
        return
    weights = {name: log(every / count) / log(every / 2) for name, count in counts.items()}
    total_a = {sentence.number: _weight(sentence.keys, sentence.light, weights) for sentence in a}
    holders: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in b:
        for name in sentence.keys:
            holders[name].append(sentence)
    for one in a:
        shared: dict[int, list[str]] = defaultdict(list)
        others: dict[int, Sentence] = {}
        for name in one.keys:
            for other in holders.get(name, ()):
                shared[other.number].append(name)
                others[other.number] = other
        for number, names in shared.items():
            other = others[number]
            light = one.light | other.light
            heavy = sum(name not in one.light and name not in other.light for name in names)
            if len(names) < 2 or heavy < 1:
                continue
            weight = _weight(names, light, weights)
            whole = min(total_a[one.number], _weight(other.keys, other.light, weights))
            yield Link(
                a=one.number,
                b=number,
                weight=weight * sqrt(min(1.0, weight / whole)) if whole else 0.0,
                keys=tuple(sorted(names)),
                heavy=heavy,
                figures=tuple(sorted(one.figures & other.figures & set(names))),
            )


def _weight(
    names: Iterator[str] | Sequence[str] | Mapping[str, object], light: frozenset[str], weights: Mapping[str, float]
) -> float:
    return sum(weights[name] * (NAMES if name in light else 1.0) for name in names)


def _heaviest(links: Sequence[Link], a: Sequence[Sentence], b: Sequence[Sentence]) -> tuple[float, list[Link]]:
    """Return the row of links, in the order of both texts, that weighs most, and its weight."""
    place_a = {sentence.number: at for at, sentence in enumerate(a)}
    place_b = {sentence.number: at for at, sentence in enumerate(b)}
    ordered = sorted(links, key=lambda link: (link.a, link.b))
    best: list[float] = []
    before: list[int | None] = []
    for at, link in enumerate(ordered):
        own = link.weight - LEAST
        weight, last = own, None
        for earlier in range(at):
            other = ordered[earlier]
            if other.b > link.b:
                continue
            skipped = max(place_a[link.a] - place_a[other.a] - 1, 0) + max(place_b[link.b] - place_b[other.b] - 1, 0)
            if best[earlier] - skipped * SKIPPED + own > weight:
                weight, last = best[earlier] - skipped * SKIPPED + own, earlier
        best.append(weight)
        before.append(last)
    if not best:
        return 0.0, []
    end: int | None = best.index(max(best))
    row = []
    while end is not None:
        row.append(ordered[end])
        end = before[end]
    return max(best), row[::-1]
