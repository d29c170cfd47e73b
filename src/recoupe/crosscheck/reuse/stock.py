"""What pairs of articles share in, the passages out: without the phrases that any report of the crisis may hold.

A phrase is stock where articles hold it that share nothing else: an agency's footer, a name with its attribution, a
line of background. Nobody can tell it from one pair; it shows in the crisis as a whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from recoupe.crosscheck.forest import Forest
from recoupe.crosscheck.reuse.texts import Text, matter, text_of
from recoupe.crosscheck.reuse.words import words_of
from recoupe.model.account import Account
from recoupe.model.article import Article, BlockKind
from recoupe.model.passage import Passage
from recoupe.model.span import Span

UNRELATED = 4
"""Articles, of which no two share anything else, that make a phrase stock when they hold it."""
MUCH = 0.33
"""Share of an article's words from which on a stretch is what the article tells, and no phrase."""
MORE = 30
"""Words that two articles share beside a phrase to be related: more than a footer and a header."""
HALF = 0.5
"""Share of an article's words up to which its last paragraph is taken for the standing one of its house."""
MATTER = 3
"""Words of matter that a passage keeps when the names of those who speak are taken away ..."""
QUOTED = 2
"""... and a quotation."""


def without_stock(
    accounts: Sequence[Account],
    proved: Mapping[tuple[str, str], tuple[Passage, ...]],
    texts: Mapping[str, Text] | None = None,
) -> tuple[Passage, ...]:
    """Return the passages of all pairs, in order, without stock phrases, boilerplate and bare attributions.

    `proved` is what `prove_pairs` returns of the accounts; `texts` what is compared of them, by article id, where somebody
    has it already.
    """
    articles = {account.article.id: account.article for account in accounts}
    if texts is None:
        used = {article for pair, passages in proved.items() if passages for article in pair}
        texts = {article: text_of(articles[article]) for article in sorted(used)}
    names = _names(accounts)
    speaking = [
        passage
        for pair in sorted(proved)
        for passage in proved[pair]
        if not _only_names(texts[passage.article_a], passage, names)
    ]
    phrases = _phrases(speaking)
    stock = _stock(speaking, phrases, texts)
    kept = [passage for number, passage in enumerate(speaking) if phrases[number] not in stock]
    standing = _standing(kept, articles, texts)
    return tuple(passage for passage in kept if passage not in standing)


def _names(accounts: Iterable[Account]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the names, of two words or more, of those whom the accounts credit or let speak, by their first word."""
    given = {
        name
        for account in accounts
        for name in (
            *(figure.source for figure in account.figures.values()),
            *(statement.speaker for statement in account.statements.values()),
        )
        if name
    }
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for name in given:
        forms = tuple(word.form for word in words_of(name))
        if len(forms) > 1:
            found[forms[0]].add(forms)
    return {first: tuple(sorted(names)) for first, names in found.items()}


def _only_names(text: Text, passage: Passage, names: Mapping[str, tuple[tuple[str, ...], ...]]) -> bool:
    """Tell whether a passage is names and attribution: what it says beside them is too little to have been copied."""
    first, last = _words(text, passage.span_a)
    named: set[int] = set()
    for at in range(first, last):
        for name in names.get(text.forms[at], ()):
            if text.forms[at : at + len(name)] == name:
                named.update(range(at, at + len(name)))
    quoted = all(at in text.quoted for at in range(first, last))
    return matter(text, first, last, named) < (QUOTED if quoted else MATTER)


def _words(text: Text, span: Span) -> tuple[int, int]:
    """Return the first word of a span and the one behind its last."""
    inside = [at for at, word in enumerate(text.words) if span.start <= word.start and word.end <= span.end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _phrases(passages: Sequence[Passage]) -> list[int]:
    """Return for each passage the number of its phrase: passages of one phrase overlap by half in an article they share."""
    families = Forest(range(len(passages)))
    stretches: dict[str, list[tuple[Span, int]]] = defaultdict(list)
    for number, passage in enumerate(passages):
        stretches[passage.article_a].append((passage.span_a, number))
        stretches[passage.article_b].append((passage.span_b, number))
    for held in stretches.values():
        held.sort()
        reach: list[tuple[Span, int]] = []
        for span, number in held:
            reach = [(other, one) for other, one in reach if other.end > span.start]
            for other, one in reach:
                common = min(span.end, other.end) - span.start
                if 2 * common >= max(span.end - span.start, other.end - other.start):
                    families.join(one, number)
            reach.append((span, number))
    return [families.top(number) for number in range(len(passages))]


def _stock(passages: Sequence[Passage], phrases: Sequence[int], texts: Mapping[str, Text]) -> set[int]:
    """Return the phrases that too many articles hold of which no two share anything else."""
    members: dict[int, list[Passage]] = defaultdict(list)
    between: dict[tuple[str, str], dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for passage, phrase in zip(passages, phrases, strict=True):
        members[phrase].append(passage)
        between[passage.article_a, passage.article_b][phrase] += passage.words
    holders = {
        phrase: {end for one in held for end in (one.article_a, one.article_b)} for phrase, held in members.items()
    }
    stock = set()
    for phrase, held in members.items():
        if len(holders[phrase]) < UNRELATED:
            continue
        families = Forest(sorted(holders[phrase]))
        for passage in held:
            a, b = passage.article_a, passage.article_b
            others = {other: words for other, words in between[a, b].items() if other != phrase}
            if (
                sum(others.values()) >= MORE
                or any(len(holders[other]) < UNRELATED for other in others)
                or max(_share(texts[a], passage.span_a), _share(texts[b], passage.span_b)) >= MUCH
            ):
                families.join(a, b)
        if len(families.groups()) >= UNRELATED:
            stock.add(phrase)
    return stock


def _share(text: Text, span: Span) -> float:
    first, last = _words(text, span)
    return (last - first) / max(len(text.words), 1)


def _standing(passages: Sequence[Passage], articles: Mapping[str, Article], texts: Mapping[str, Text]) -> set[Passage]:
    """Return the passages that are a house's standing paragraphs: all that two of its articles share, small, and in the
    last paragraph of both, or, where no figure is told, in the first of both."""
    shared: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in passages:
        shared[passage.article_a, passage.article_b].append(passage)
    found = set()
    for (a, b), both in shared.items():
        one, other = articles[a], articles[b]
        house = one.publisher or one.agency
        if (
            house
            and house == (other.publisher or other.agency)
            and all(
                (_in(one, -1, passage.span_a) and _in(other, -1, passage.span_b))
                or (
                    _in(one, 0, passage.span_a)
                    and _in(other, 0, passage.span_b)
                    and not _told(texts[a], passage.span_a)
                )
                for passage in both
            )
        ):
            share_a = sum(_share(texts[a], passage.span_a) for passage in both)
            share_b = sum(_share(texts[b], passage.span_b) for passage in both)
            if max(share_a, share_b) < HALF:
                found.update(both)
    return found


def _in(article: Article, number: int, span: Span) -> bool:
    """Tell whether a span stands in a paragraph of an article: the first, 0, or the last, -1."""
    bodies = [block.span for block in article.blocks if block.kind is BlockKind.BODY]
    return bool(bodies) and bodies[number].covers(span)


def _told(text: Text, span: Span) -> bool:
    """Tell whether a span tells a figure: a number that is no date."""
    first, last = _words(text, span)
    return any(text.forms[at][0].isdecimal() and at not in text.dates for at in range(first, last))
