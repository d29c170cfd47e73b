"""The accounts of a crisis in, the stretches of words that two of them share out: proposed, proved, stock phrases aside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter

from recoupe.crosscheck.reuse.alignment import Match, matches, proven
from recoupe.crosscheck.reuse.fingerprints import proposed
from recoupe.crosscheck.reuse.retelling import Link, retold
from recoupe.crosscheck.reuse.rewording import Sentence, sentences_of
from recoupe.crosscheck.reuse.stock import without_stock
from recoupe.crosscheck.reuse.texts import Text, text_of, weekdays
from recoupe.model.account import Account
from recoupe.model.passage import Passage, PassageForm
from recoupe.model.span import Span

Pair = tuple[str, str]

COPIED = 0.15
"""Share of the words of the shorter text in the other from which on the two are known to be bound."""
FORMULA = 30
"""Words from which on two articles that share nothing but what they tell of other numbers have copied all the same."""


def find_passages(
    accounts: Sequence[Account], known: Mapping[Pair, tuple[Passage, ...]] | None = None
) -> tuple[Passage, ...]:
    """Return the passages that the articles of a crisis share, sorted; `article_a` is the lesser id.

    `known` holds what `prove_pairs` returned before of pairs whose articles have not changed: these are not compared
    again, and the result is the same.
    """
    texts = _texts(accounts)
    return without_stock(accounts, _proved(texts, known or {}), texts)


def prove_pairs(
    accounts: Sequence[Account], known: Mapping[Pair, tuple[Passage, ...]] | None = None
) -> dict[Pair, tuple[Passage, ...]]:
    """Return, for each two articles worth comparing, by their ids, the lesser first, all that they share.

    What a pair shares is a function of its two texts alone; stock phrases are still among it. A pair that was compared
    and shares nothing is there too, so that nobody compares it again.
    """
    return _proved(_texts(accounts), known or {})


def _texts(accounts: Sequence[Account]) -> dict[str, Text]:
    """Return what is compared of each article, by id, in the order of ids."""
    articles = sorted((account.article for account in accounts), key=attrgetter("id"))
    return {article.id: text_of(article) for article in articles}


def _proved(by_id: Mapping[str, Text], known: Mapping[Pair, tuple[Passage, ...]]) -> dict[Pair, tuple[Passage, ...]]:
    texts = list(by_id.values())
    sentences = {text.article: sentences_of(text) for text in texts}
    proved: dict[Pair, tuple[Passage, ...]] = {}
    for one, other in proposed(texts, sentences):
        a, b = texts[one], texts[other]
        pair = a.article, b.article
        before = known.get(pair)
        proved[pair] = prove(a, b, sentences[pair[0]], sentences[pair[1]]) if before is None else before
    return proved


def prove(a: Text, b: Text, sentences_a: Sequence[Sentence], sentences_b: Sequence[Sentence]) -> tuple[Passage, ...]:
    """Return all that two texts share, in the order of the first: stretches in the same words, sentences in others."""
    taken = matches(a, b)
    if sum(match.words for match in taken) < FORMULA and all(_formula(a, b, match) for match in taken):
        taken = ()
    shared = {pair for match in taken if proven(match) for pair in _sentences(a, b, match)}
    # one stretch may be a stock phrase: only two or more bind the texts to each other
    several = sum(proven(match) for match in taken) > 1
    copied = several * sum(match.words for match in taken) / max(min(len(a.forms), len(b.forms)), 1)
    numbered_a = {sentence.number: sentence for sentence in sentences_a}
    numbered_b = {sentence.number: sentence for sentence in sentences_b}
    links = retold(sentences_a, sentences_b, frozenset(shared), bound=copied >= COPIED)
    # a few words in common inside a sentence that is told again are part of that
    told = {(link.a, link.b) for link in links}
    found = [_taken(a, b, match) for match in taken if proven(match) or not told & _sentences(a, b, match)]
    found += [_retold(a, b, numbered_a[link.a], numbered_b[link.b], link) for link in links]
    return tuple(sorted(found, key=order))


def _formula(a: Text, b: Text, match: Match) -> bool:
    """Tell whether a stretch is told of other numbers or another day on each side: words that any two tolls share."""
    edges = [(run.end_a, run.end_b) for run in match.runs] + [(run.a - 1, run.b - 1) for run in match.runs]
    return any(
        0 <= at < len(a.forms)
        and 0 <= other < len(b.forms)
        and a.forms[at] != b.forms[other]
        and (
            (a.forms[at][0].isdecimal() and b.forms[other][0].isdecimal())
            or {a.forms[at], b.forms[other]} <= weekdays()
        )
        for at, other in edges
    )


def _sentences(a: Text, b: Text, match: Match) -> set[tuple[int, int]]:
    """Return the pairs of sentences, by number, that hold words of a stretch in common."""
    return {(a.sentences[run.a + step], b.sentences[run.b + step]) for run in match.runs for step in range(run.size)}


def order(passage: Passage) -> tuple[str, str, Span, Span, str]:
    """Return what passages are sorted by."""
    return passage.article_a, passage.article_b, passage.span_a, passage.span_b, passage.form


def _taken(a: Text, b: Text, match: Match) -> Passage:
    """Return the passage of words taken over: verbatim where they stand in one run that fills half of the sentences it
    touches, on one side at least; else they were set into other words."""
    filled = max(_filled(a, *match.a), _filled(b, *match.b))
    verbatim = len(match.runs) == 1 and filled >= 0.5
    runs = len(match.runs)
    return Passage(
        article_a=a.article,
        span_a=a.span(*match.a),
        article_b=b.article,
        span_b=b.span(*match.b),
        form=PassageForm.VERBATIM if verbatim else PassageForm.REWORKED,
        words=match.words,
        why=(
            f"{match.words} words in a row are the same"
            if runs == 1
            else f"{match.words} words are the same, in {runs} runs",
        ),
    )


def _filled(text: Text, first: int, last: int) -> float:
    """Return what share of the sentences that a stretch touches it fills, by words."""
    touched = set(text.sentences[first:last])
    start, end = first, last
    while start > 0 and text.sentences[start - 1] in touched:
        start -= 1
    while end < len(text.forms) and text.sentences[end] in touched:
        end += 1
    return (last - first) / (end - start)


def _retold(a: Text, b: Text, one: Sentence, other: Sentence, link: Link) -> Passage:
    same = {at for name in link.keys for at in one.keys[name][:1]}
    alike = {at for matter in link.matters for name in one.matters[matter] for at in one.keys[name][:1]}
    words = [a.spelled(at) for at in sorted(same | alike)]
    return Passage(
        article_a=a.article,
        span_a=a.span(*_clauses(a, one, link)),
        article_b=b.article,
        span_b=b.span(*_clauses(b, other, link)),
        form=PassageForm.REWORKED,
        words=len(link.keys),
        why=(f"tells the same in other words: {', '.join(words)}",),
    )


def _clauses(text: Text, sentence: Sentence, link: Link) -> tuple[int, int]:
    """Return the first word of the clauses of a sentence that hold what is retold, and the one behind their last."""
    names = {*link.keys, *(name for matter in link.matters for name in sentence.matters[matter])}
    places = [at for name in names for at in sentence.keys[name]]
    first, last = min(places), max(places) + 1
    while first > sentence.first and first not in text.breaks:
        first -= 1
    while last < sentence.last and last not in text.breaks:
        last += 1
    if 2 * (last - first) > sentence.last - sentence.first:
        return sentence.first, sentence.last
    return first, last
