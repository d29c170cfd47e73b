"""Articles and the passages they share in, who copied whom and the families that copying binds out."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from recoupe.crosscheck.forest import Forest
from recoupe.crosscheck.reuse.overlap import same_words
from recoupe.crosscheck.reuse.precedence import precedence, standing
from recoupe.crosscheck.reuse.texts import Text, text_of
from recoupe.model.account import Account
from recoupe.model.article import Article
from recoupe.model.dating import Dating
from recoupe.model.passage import Copying, Direction, Lineage, Passage, PassageForm
from recoupe.model.span import Span

Pair = tuple[str, str]

SHARE = 0.1
"""Share of the words of the shorter article that must stand in the other for passages to bind the two, whatever they are."""
LONG = 40
"""Words of a single passage that bind two articles of any length."""
WORDS = 20
"""Words that two passages or more must have in common to bind two articles."""
RETOLD = 12
"""Words that passages must have in common where none is verbatim: what is told again is told in few of them."""


def lineages(
    accounts: Sequence[Account], passages: Sequence[Passage], datings: Sequence[Dating] = ()
) -> tuple[tuple[Passage, ...], tuple[Lineage, ...]]:
    """Return the passages with their direction and what shows it, and the families of articles that copying binds.

    One sentence in common does not make two articles one family: a quotation, a line of background, a toll in an
    agency's words travel alone. Two articles are bound by two passages or more with WORDS words in common, by a passage
    of LONG words, or by what fills SHARE of the shorter article; where no passage is verbatim, only by RETOLD words. A
    family is all that such pairs join. Its copyings are all pairs of its members that share a passage; their shares count
    the words that stand in both. A passage that both articles can have from a third, which is known to come before
    either, has no direction.
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
        same_a, same_b = _same(texts[a], texts[b], shared)
        copying = Copying(
            article_a=a,
            article_b=b,
            passages=len(shared),
            words=sum(passage.words for passage in shared),
            share_a=round(len(same_a) / max(len(texts[a].words), 1), 3),
            share_b=round(len(same_b) / max(len(texts[b].words), 1), 3),
            direction=Direction.UNDIRECTED,
            why=("too little in common to tell who had it from whom",),
        )
        if _binds(copying, shared, texts[a], texts[b]):
            told = max(
                _covered(texts[a], [passage.span_a for passage in shared]),
                _covered(texts[b], [passage.span_b for passage in shared]),
            )
            direction, why = precedence(known[a], known[b], told)
            copying = replace(copying, direction=direction, why=why)
        found[a, b] = copying
    return found


def _same(a: Text, b: Text, passages: Sequence[Passage]) -> tuple[set[int], set[int]]:
    """Return the words of two texts, by number, that stand in both sides of a passage."""
    found_a: set[int] = set()
    found_b: set[int] = set()
    for passage in passages:
        first_a, last_a = _within(a, passage.span_a)
        first_b, last_b = _within(b, passage.span_b)
        same_a, same_b = same_words(a.forms[first_a:last_a], b.forms[first_b:last_b])
        found_a.update(first_a + at for at in same_a)
        found_b.update(first_b + at for at in same_b)
    return found_a, found_b


def _covered(text: Text, spans: Sequence[Span]) -> float:
    """Return the share of a text's words that stand in the spans, the same or told in others."""
    inside = {at for span in spans for at in range(*_within(text, span))}
    return len(inside) / max(len(text.words), 1)


def _within(text: Text, span: Span) -> tuple[int, int]:
    """Return the first word of a span, by number, and the one behind its last."""
    return (
        bisect_left(text.words, span.start, key=attrgetter("start")),
        bisect_left(text.words, span.end, key=attrgetter("start")),
    )


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
    if copying.words < RETOLD and all(passage.form is PassageForm.REWORKED for passage in shared):
        return False
    if len(shared) > 1 and copying.words >= WORDS:
        return True
    shorter = copying.share_a if len(a.words) <= len(b.words) else copying.share_b
    return shorter >= SHARE or any(passage.words >= LONG for passage in shared)
