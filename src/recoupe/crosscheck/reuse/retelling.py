"""Two texts in, the sentences of one that tell again what sentences of the other tell out, in other words.

One such sentence proves nothing: two reporters of one fact share its numbers and names. So the texts are judged first:
whoever rewrites a text has a mate for nearly every sentence, whoever reports the same has mates for a few. Only where
one text is made from the other are single sentences laid side by side, the more freely the more of them have mates.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log, log2, sqrt

from recoupe.crosscheck.reuse.contrast import apart, opposed
from recoupe.crosscheck.reuse.rewording import Sentence

NAMES = 0.5
"""What a name, or a number below ten, weighs beside another word."""
MATTER = 0.7
"""What a matter weighs that both sentences tell in words of their own, beside a word of both."""
FULL = 0.18
"""What share of the matter of the shorter text its mates tell, from which on nearly all of it is retold."""
FIGURES = 0.4
"""What the figures that mates share add to that share, itself counted in FULL ..."""
FIGURED = 2.0
"""... at most so much of them ..."""
ORDERED = 10
"""... while mates in the same order add all that is above an even chance where so many pairs of them can tell."""
MADE = 1.4
"""What all that weighs together from which on one text is made from the other."""
SOME = 0.2
"""What the figures that mates share weigh at least: two witnesses of one fall use the same words for it ..."""
ROW = 3
"""... and how many mates there are that weigh LEAST."""
LEAST = 0.8
"""What a link weighs whose place in both texts says something of the order."""
FEWEST = 8.0
"""What the matter of a text is taken to weigh at least ..."""
FEW = 4.0
"""... and the figures of the poorer text: one of one is no proof."""
LONGER = 0.2
"""How much each doubling of the longer text counts against the two: more sentences find more mates."""
NEAR = 2
"""Sentences on either side within which links support each other."""
PLAIN = 0.5
"""What a link weighs that stands in the text of which nearly all is retold, another beside it ..."""
PART = 1.0
"""... what it weighs where only a part is retold, or in the first with none beside it ..."""
LONE = 2.0
"""... and in the second with none beside it; there also a link of two texts that are bound by the words they share."""
FUSED = 1.2
"""What a further link of a sentence weighs that tells something else of it: sentences are split and fused ..."""
CLOSE = 0.35
"""... what it weighs beside the first where nearly all is retold ..."""
AWAY = 1.5
"""... and further than NEAR from it."""
DOUBTFUL = 1.5
"""What a link weighs at least of sentences that count one thing otherwise, or are credited to two."""
TOLD = 2
"""Things that a link tells at least."""
SHOWN = 5
"""A word says which sentences to lay side by side where at most so many hold it, or one in SHOWN of all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two sentences, by number, with the keys and the matters that both hold and what that weighs."""

    a: int
    b: int
    weight: float
    shared: float
    """What they share, the weight before it is held against what the shorter sentence tells."""
    keys: tuple[str, ...]
    matters: tuple[str, ...]
    figures: tuple[str, ...]
    """Those of the keys that are figures of both."""
    things: int
    """How many keys and matters both hold, where all names count as one."""

    @property
    def told(self) -> frozenset[str]:
        """What both sentences tell."""
        return frozenset((*self.keys, *self.matters))


def retold(
    a: Sequence[Sentence],
    b: Sequence[Sentence],
    known: frozenset[tuple[int, int]] = frozenset(),
    *,
    bound: bool = False,
) -> tuple[Link, ...]:
    """Return the links between the sentences of two texts that prove to be copied, in the order of the first.

    `known` are pairs of sentence numbers that share words in a row; `bound` says that these prove the texts copied.
    """
    known_a, known_b = {first for first, _ in known}, {second for _, second in known}
    weights = _weights(a, b)
    links = [link for link in _links(a, b, weights) if link.a not in known_a and link.b not in known_b]
    links.sort(key=lambda link: (-link.weight, link.a + link.b, link.a))
    mates = _mates(links)
    rest_a = [sentence for sentence in a if sentence.number not in known_a]
    rest_b = [sentence for sentence in b if sentence.number not in known_b]
    share = _share(mates, rest_a, rest_b, weights)
    figures = figures_shared(mates, rest_a, rest_b)
    made = share / FULL + FIGURES * min(figures, FIGURED) + _order(mates)
    row = sum(link.weight >= LEAST for link in mates)
    if made < MADE or figures < SOME or row < ROW:
        return _ordered(link for link in mates if bound and link.figures and link.weight >= LONE)
    full = share >= FULL
    least, alone = (PLAIN, PART) if full else (PART, LONE)
    standing = [link for link in mates if link.weight >= least and link.things >= TOLD]
    kept = [link for link in standing if link.weight >= alone or _beside(link, standing)]
    kept += _fused(links, kept, full)
    return _ordered(kept)


def _ordered(links: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(sorted(links, key=lambda link: (link.a, link.b)))


def _mates(links: Sequence[Link]) -> list[Link]:
    """Return links of which no two hold one sentence, the heaviest first."""
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    kept = []
    for link in links:
        if link.a not in taken_a and link.b not in taken_b:
            taken_a.add(link.a)
            taken_b.add(link.b)
            kept.append(link)
    return kept


def _share(mates: Sequence[Link], a: Sequence[Sentence], b: Sequence[Sentence], weights: Mapping[str, float]) -> float:
    """Return what share of the matter of the shorter text its mates tell; less where the other is much longer."""
    told = (sum(_weight(one.keys, one.light, weights) for one in text) for text in (a, b))
    shorter, longer = sorted(max(weight, FEWEST) for weight in told)
    return sum(link.shared for link in mates) / shorter / (1 + LONGER * log2(longer / shorter))


def figures_shared(mates: Sequence[Link], a: Sequence[Sentence], b: Sequence[Sentence]) -> float:
    """Return how much the figures that mates share weigh, times their share of the figures of the poorer text.

    A figure is shared where a mate tells it with another word; days and years are no figures.
    """
    shared = {figure for link in mates if len(link.told) > 1 for figure in link.figures}
    told = (_telling({figure for one in text for figure in one.figures}) for text in (a, b))
    return _telling(shared) ** 2 / max(min(told), FEW)


def _telling(figures: Iterable[str]) -> float:
    """Return how much numbers tell: small and round ones stand in every report."""
    total = 0.0
    for figure in sorted(figures):
        value = 5.0 if "h" in figure else float(figure.replace(",", "."))
        total += 0.3 if value <= 4 else 0.6 if value < 10 else 0.8 if value % 10 == 0 and value <= 100 else 1.0
    return total


def _order(mates: Sequence[Link]) -> float:
    """Return how much more of the mates stand in the same order in both texts than would by chance, up to a half."""
    clear = [link for link in mates if link.weight >= LEAST]
    pairs = [(one.a - other.a) * (one.b - other.b) > 0 for one, other in combinations(clear, 2)]
    return (sum(pairs) / len(pairs) - 0.5) * min(1.0, len(pairs) / ORDERED) if pairs else 0.0


def _beside(link: Link, links: Sequence[Link]) -> bool:
    """Tell whether another link stands beside one in both texts."""
    return any(other is not link and abs(other.a - link.a) <= NEAR and abs(other.b - link.b) <= NEAR for other in links)


def _fused(links: Sequence[Link], kept: Sequence[Link], full: bool) -> list[Link]:
    """Return further links of sentences that have mates, where one was split or two were fused: the new mate has none
    itself, and tells something else than the one that is kept; the further from that, the more it must weigh."""
    of_a, of_b = {link.a: link for link in kept}, {link.b: link for link in kept}
    found = []
    for link in links:
        mate = of_a.get(link.a) or of_b.get(link.b)
        if mate is None or link.things < TOLD or (link.a in of_a and link.b in of_b) or link.told & mate.told:
            continue
        apart = abs(mate.a - link.a) + abs(mate.b - link.b)
        if link.weight >= ((CLOSE if full else FUSED) if apart == 1 else FUSED if apart <= NEAR else AWAY):
            of_a.setdefault(link.a, link)
            of_b.setdefault(link.b, link)
            found.append(link)
    return found


def _weights(a: Sequence[Sentence], b: Sequence[Sentence]) -> dict[str, float]:
    """Return how much each key and matter of two texts tells: what few of their sentences hold tells more."""
    counts = Counter(name for sentence in (*a, *b) for name in (*sentence.keys, *sentence.matters))
    every = max(len(a) + len(b), 4)
    return {name: max(log(every / count) / log(every / 2), 0.0) for name, count in counts.items()}


def _links(a: Sequence[Sentence], b: Sequence[Sentence], weights: Mapping[str, float]) -> Iterator[Link]:
    """Yield each two sentences that share two words or matters, and what these weigh; a link that fills a sentence weighs
    more than one that fills little of either."""
    every = len(a) + len(b)
    if every < 4:
        return
    whole = {id(one): _weight(one.keys, one.light, weights) for one in (*a, *b)}
    counts = Counter(name for sentence in (*a, *b) for name in (*sentence.keys, *sentence.matters))
    shown = {name for name, count in counts.items() if count <= max(SHOWN, every // SHOWN)}
    holders: dict[str, list[int]] = defaultdict(list)
    for at, other in enumerate(b):
        for name in shown.intersection((*other.keys, *other.matters)):
            holders[name].append(at)
    for one in a:
        places = {at for name in shown.intersection((*one.keys, *one.matters)) for at in holders.get(name, ())}
        for at in sorted(places):
            link = _link(one, b[at], weights, min(whole[id(one)], whole[id(b[at])]))
            if link is not None:
                yield link


def _link(one: Sentence, other: Sentence, weights: Mapping[str, float], whole: float) -> Link | None:
    keys = sorted(one.keys.keys() & other.keys.keys())
    matters = sorted(
        matter
        for matter in one.matters.keys() & other.matters.keys()
        if not one.matters[matter] & other.matters[matter]
    )
    if len(keys) + len(matters) < 2 or not whole or opposed(one.stance, other.stance, one.figures, other.figures):
        return None
    light = one.light | other.light
    weight = _weight(keys, light, weights)
    weight += MATTER * sum(weights[matter] for matter in matters)
    filled = weight * sqrt(min(1.0, weight / whole))
    if filled < DOUBTFUL and apart(one.stance, other.stance, one.figures, other.figures):
        return None
    return Link(
        a=one.number,
        b=other.number,
        weight=filled,
        shared=weight,
        keys=tuple(keys),
        matters=tuple(matters),
        figures=tuple(sorted(one.figures & other.figures)),
        things=len(matters) + sum(name not in light for name in keys) + any(name in light for name in keys),
    )


def _weight(names: Iterable[str], light: frozenset[str], weights: Mapping[str, float]) -> float:
    return sum(weights[name] * (NAMES if name in light else 1.0) for name in names)
