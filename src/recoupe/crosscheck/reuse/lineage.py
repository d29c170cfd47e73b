"""Articles and the passages they share in, who copied whom and the families that copying binds out."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from recoupe.crosscheck.forest import Forest
from recoupe.crosscheck.reuse.precedence import precedence, standing
from recoupe.crosscheck.reuse.texts import Text, text_of
from recoupe.model.account import Account
from recoupe.model.article import Article
from recoupe.model.dating import Dating
from recoupe.model.passage import Copying, Direction, Lineage, Passage
from recoupe.model.span import Span

Pair = tuple[str, str]

SHARE = 0.1
"""Share of the shorter article in common from which on a single passage binds two articles."""
LONG = 40
"""Words of a single passage that bind two articles of any length."""
WORDS = 20
"""Words that two passages or more must have in common to bind two articles."""


def lineages(
    accounts: Sequence[Account], passages: Sequence[Passage], datings: Sequence[Dating] = ()
) -> tuple[tuple[Passage, ...], tuple[Lineage, ...]]:
    """Return the passages with their direction and what shows it, and the families of articles that copying binds.

    One sentence in common does not make two articles one family: a quotation, a line of background, a toll in an
    agency's words travel alone. Two articles are bound by two passages or more with WORDS words in common, by a passage
    of LONG words, or by one that fills SHARE of the shorter article; a family is all that such pairs join. Its copyings
    are all pairs of its members that share a passage. A passage that both articles can have from a third, which is
    known to come before either, has no direction.
    """
    articles = {account.article.id: account.article for account in accounts}
    pairs: dict[Pair, list[Passage]] = defaultdict(list)
    for passage in sorted(passages, key=lambda one: (one.article_a, one.article_b, one.span_a, one.span_b)):
        pairs[passage.article_a, passage.article_b].append(passage)
    texts = {article: text_of(articles[article]) for article in sorted({end for pair in pairs for end in pair})}
    copyings = _settled(articles, pairs, texts, {dating.article: dating for dating in datings})
    sources = _sources(copyings, pairs)
    directed: list[Passage] = []
    for pair, shared in pairs.items():
        told = [_directed(passage, copyings[pair], sources, articles) for passage in shared]
        directed += told
        if all(passage.direction is Direction.UNDIRECTED for passage in told):
            why = dict.fromkeys(
                reason for old, new in zip(shared, told, strict=True) for reason in new.why[len(old.why) :]
            )
            copyings[pair] = replace(copyings[pair], direction=Direction.UNDIRECTED, why=tuple(why))
    return tuple(directed), _families(copyings, pairs, texts)


def _settled(
    articles: Mapping[str, Article],
    pairs: Mapping[Pair, Sequence[Passage]],
    texts: Mapping[str, Text],
    datings: Mapping[str, Dating],
) -> dict[Pair, Copying]:
    """Return how much the articles of each pair share, and who copied whom where that is settled.

    Where two articles are not bound, the one stretch that they share has travelled alone, and a day says nothing of its
    way: there is no direction.
    """
    known = {article: (articles[article], standing(articles[article]), datings.get(article)) for article in texts}
    found = {}
    for (a, b), shared in pairs.items():
        copying = Copying(
            article_a=a,
            article_b=b,
            passages=len(shared),
            words=sum(passage.words for passage in shared),
            share_a=_covered(texts[a], [passage.span_a for passage in shared]),
            share_b=_covered(texts[b], [passage.span_b for passage in shared]),
            direction=Direction.UNDIRECTED,
            why=("too little in common to tell who had it from whom",),
        )
        if _binds(copying, shared, texts[a], texts[b]):
            direction, why = precedence(known[a], known[b], max(copying.share_a, copying.share_b))
            copying = replace(copying, direction=direction, why=why)
        found[a, b] = copying
    return found


def _covered(text: Text, spans: Sequence[Span]) -> float:
    """Return the share of a text's words that stand in the spans, rounded to thousandths."""
    inside, at = 0, 0
    ordered = sorted(spans)
    for word in text.words:
        while at < len(ordered) and ordered[at].end <= word.start:
            at += 1
        inside += at < len(ordered) and ordered[at].start <= word.start
    return round(inside / max(len(text.words), 1), 3)


def _sources(
    copyings: Mapping[Pair, Copying], pairs: Mapping[Pair, Sequence[Passage]]
) -> dict[str, dict[str, list[Span]]]:
    """Return for each article those that it copied from, so far as that is settled, and where their words stand in it."""
    found: dict[str, dict[str, list[Span]]] = defaultdict(dict)
    for (a, b), copying in copyings.items():
        if copying.direction is Direction.A_TO_B:
            found[b][a] = [passage.span_b for passage in pairs[a, b]]
        elif copying.direction is Direction.B_TO_A:
            found[a][b] = [passage.span_a for passage in pairs[a, b]]
    return found


def _directed(
    passage: Passage,
    copying: Copying,
    sources: Mapping[str, Mapping[str, Sequence[Span]]],
    articles: Mapping[str, Article],
) -> Passage:
    a, b = passage.article_a, passage.article_b
    third = next(
        (
            source
            for source in sorted(sources.get(a, {}).keys() & sources.get(b, {}).keys())
            if any(span.meets(passage.span_a) for span in sources[a][source])
            and any(span.meets(passage.span_b) for span in sources[b][source])
        ),
        None,
    )
    if third is not None:
        why = f"both can have it from {articles[third].name}"
        return replace(passage, direction=Direction.UNDIRECTED, why=(*passage.why, why))
    return replace(passage, direction=copying.direction, why=(*passage.why, *copying.why))


def _families(
    copyings: Mapping[Pair, Copying], pairs: Mapping[Pair, Sequence[Passage]], texts: Mapping[str, Text]
) -> tuple[Lineage, ...]:
    families = Forest(sorted(texts))
    for (a, b), copying in copyings.items():
        if _binds(copying, pairs[a, b], texts[a], texts[b]):
            families.join(a, b)
    found = []
    for members in map(tuple, families.groups()):
        if len(members) < 2:
            continue
        inside = tuple(copyings[pair] for pair in sorted(copyings) if set(pair) <= set(members))
        copies = {
            copying.article_b if copying.direction is Direction.A_TO_B else copying.article_a
            for copying in inside
            if copying.direction is not Direction.UNDIRECTED
        }
        found.append(
            Lineage(
                id=hashlib.sha256("|".join(members).encode()).hexdigest()[:16],
                articles=members,
                copyings=inside,
                roots=tuple(member for member in members if member not in copies),
            )
        )
    return tuple(found)


def _binds(copying: Copying, shared: Sequence[Passage], a: Text, b: Text) -> bool:
    """Tell whether what two articles share binds them to one family."""
    if len(shared) > 1 and copying.words >= WORDS:
        return True
    shorter = copying.share_a if len(a.words) <= len(b.words) else copying.share_b
    return shorter >= SHARE or any(passage.words >= LONG for passage in shared)
