"""Families of articles and the passages that bind them in, what a terminal shows of them and plain values out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from recoupe.crosscheck.reuse import overlap
from recoupe.crosscheck.reuse.words import Word, words_of
from recoupe.model.article import READ_KINDS, Article
from recoupe.model.passage import Copying, Direction, Lineage, Passage
from recoupe.model.span import Span
from recoupe.show.values import cell, day, printable

_SHARED = "bold yellow"
_QUIET = "dim"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A passage as it is shown: its number, and the words that are the same on both sides, in stretches."""

    number: int
    passage: Passage
    words_a: tuple[Span, ...]
    words_b: tuple[Span, ...]


def families_view(
    families: Sequence[Lineage], articles: Mapping[str, Article], passages: Sequence[Passage] = ()
) -> RenderableType:
    """Return the families of a crisis, each with its articles and who copied whom; then what else two articles share, too
    little to bind them. `articles` are by id."""
    parts = [part for number, family in enumerate(families, 1) for part in _family(number, family, articles)]
    if not families:
        parts = [Text("no two articles are bound by copying"), Text()]
    bound = {frozenset((one.article_a, one.article_b)) for family in families for one in family.copyings}
    loose: dict[tuple[str, str], list[Passage]] = {}
    for passage in passages:
        if frozenset((passage.article_a, passage.article_b)) not in bound:
            loose.setdefault((passage.article_a, passage.article_b), []).append(passage)
    if loose:
        parts.append(Text("shared, and too little to bind", style="bold"))
    for (a, b), shared in sorted(loose.items()):
        names = f"{cell(articles[a].name)} — {cell(articles[b].name)}"
        parts.append(Text(f"  {names}  {_counted(len(shared))}, {sum(one.words for one in shared)} words"))
    return Group(*parts)


def beside_view(a: Article, b: Article, passages: Sequence[Passage], copying: Copying | None = None) -> RenderableType:
    """Return two texts side by side, each paragraph beside the one that it shares most with. The shared words stand in
    brackets with the number of their passage; under the texts it says of each passage what makes it one."""
    shared = shared_of(a, b, passages)
    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1), expand=True)
    for article in (a, b):
        grid.add_column(_head(article), ratio=1, overflow="fold")
    for left, right in paired(a, b, shared):
        grid.add_row(_marked(a, left, shared, 0), _marked(b, right, shared, 1))
        grid.add_row("", "")
    known = set(copying.why) if copying else set()
    listed = Grid(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    for one in shared:
        why = "; ".join(cell(reason) for reason in one.passage.why if reason not in known)
        listed.add_row(Text(str(one.number), style=_SHARED), Text(one.passage.form.value), Text(why))
    said = _copying(copying, {a.id: a, b.id: b}) if copying else Text(_counted(len(shared)))
    if not shared:
        return Group(Text(f"{cell(a.name)} and {cell(b.name)} share no passage"))
    return Group(said, Text(), grid, listed)


def shared_of(a: Article, b: Article, passages: Sequence[Passage]) -> tuple[Shared, ...]:
    """Return the passages of two articles, numbered in the order of the first, with the words that are the same."""
    mine = [turned(passage) if passage.article_a == b.id else passage for passage in passages]
    mine = [passage for passage in mine if (passage.article_a, passage.article_b) == (a.id, b.id)]
    ordered = sorted(mine, key=lambda passage: (passage.span_a, passage.span_b))
    return tuple(
        Shared(number=number, passage=passage, words_a=words[0], words_b=words[1])
        for number, passage in enumerate(ordered, 1)
        for words in (same_words(a, b, passage),)
    )


def family_dict(family: Lineage, articles: Mapping[str, Article]) -> dict[str, Any]:
    """Return a family as plain values: its articles, those that copied from none, and each pair with what it shares."""
    return {
        "id": family.id,
        "articles": [_article_dict(articles[article]) for article in family.articles],
        "roots": [articles[article].name for article in family.roots],
        "copyings": [copying_dict(copying, articles) for copying in family.copyings],
    }


def copying_dict(copying: Copying, articles: Mapping[str, Article]) -> dict[str, Any]:
    """Return how much two articles share as plain values, the articles by name."""
    return {
        "article_a": articles[copying.article_a].name,
        "article_b": articles[copying.article_b].name,
        "passages": copying.passages,
        "words": copying.words,
        "share_a": copying.share_a,
        "share_b": copying.share_b,
        "direction": copying.direction.value,
        "why": list(copying.why),
    }


def beside_dict(a: Article, b: Article, passages: Sequence[Passage], copying: Copying | None = None) -> dict[str, Any]:
    """Return what two articles share as plain values: each passage with its words and offsets on both sides, and the
    offsets of the words that are the same."""
    return {
        "article_a": _article_dict(a),
        "article_b": _article_dict(b),
        "copying": copying_dict(copying, {a.id: a, b.id: b}) if copying else None,
        "passages": [
            passage_dict(one.passage, {a.id: a, b.id: b})
            | {
                "text_a": one.passage.span_a.of(a.text),
                "text_b": one.passage.span_b.of(b.text),
                "shared_a": [[span.start, span.end] for span in one.words_a],
                "shared_b": [[span.start, span.end] for span in one.words_b],
            }
            for one in shared_of(a, b, passages)
        ],
    }


def passage_dict(passage: Passage, articles: Mapping[str, Article]) -> dict[str, Any]:
    """Return a passage as it is exported, the articles by name."""
    return {
        "article_a": articles[passage.article_a].name,
        "start_a": passage.span_a.start,
        "end_a": passage.span_a.end,
        "article_b": articles[passage.article_b].name,
        "start_b": passage.span_b.start,
        "end_b": passage.span_b.end,
        "form": passage.form.value,
        "direction": passage.direction.value,
        "words": passage.words,
        "why": list(passage.why),
    }


def _article_dict(article: Article) -> dict[str, Any]:
    return {
        "article": article.name,
        "id": article.id,
        "published": article.published,
        "publisher": article.publisher,
        "agency": article.agency,
    }


def turned(passage: Passage) -> Passage:
    """Return the same passage told from the other side."""
    other_way = {Direction.A_TO_B: Direction.B_TO_A, Direction.B_TO_A: Direction.A_TO_B}
    return Passage(
        article_a=passage.article_b,
        span_a=passage.span_b,
        article_b=passage.article_a,
        span_b=passage.span_a,
        form=passage.form,
        words=passage.words,
        direction=other_way.get(passage.direction, passage.direction),
        why=passage.why,
    )


def same_words(a: Article, b: Article, passage: Passage) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the stretches of words that are the same: those that a share of an article counts."""
    one = words_of(a.text, passage.span_a.start, passage.span_a.end)
    other = words_of(b.text, passage.span_b.start, passage.span_b.end)
    found_a, found_b = overlap.same_words([word.form for word in one], [word.form for word in other])
    return tuple(_stretches(one, found_a)), tuple(_stretches(other, found_b))


def _stretches(words: Sequence[Word], chosen: Set[int]) -> Iterator[Span]:
    start = None
    for at in range(len(words) + 1):
        if at in chosen and start is None:
            start = at
        elif at not in chosen and start is not None:
            yield Span(words[start].start, words[at - 1].end)
            start = None


def _family(number: int, family: Lineage, articles: Mapping[str, Article]) -> Iterator[RenderableType]:
    yield Text.assemble((f"family {number}", "bold"), (f"  {family.id[:8]}  {len(family.articles)} articles", _QUIET))
    listed = Grid(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 2))
    copied = {pair for copying in family.copyings for pair in _copies(copying)}
    unsettled = {
        id
        for copying in family.copyings
        if copying.direction is Direction.UNDIRECTED and not (copying.why and "both can have it" in copying.why[0])
        for id in (copying.article_a, copying.article_b)
    }
    order = sorted(
        family.articles, key=lambda id: (id not in family.roots, articles[id].published or "~", articles[id].name)
    )
    for id in order:
        article = articles[id]
        sources = [articles[source].name for copy, source in sorted(copied) if copy == id]
        said = (
            f"from {', '.join(map(cell, sources))}"
            if sources
            else ""
            if id in unsettled
            else "copied from none of these"
        )
        said = " · ".join(filter(None, (said, "who copied whom is not settled" if id in unsettled else "")))
        about = " · ".join(cell(value) for value in (article.publisher, article.agency) if value)
        listed.add_row(
            Text(cell(article.name), style="bold"), Text(day(article.published)), Text(about), Text(said, style=_QUIET)
        )
    yield listed
    for copying in family.copyings:
        yield Text.assemble("    ", _copying(copying, articles))
    yield Text()


def _copies(copying: Copying) -> Iterator[tuple[str, str]]:
    """Yield the copy and its source, where they are known."""
    if copying.direction is Direction.A_TO_B:
        yield copying.article_b, copying.article_a
    elif copying.direction is Direction.B_TO_A:
        yield copying.article_a, copying.article_b


def _copying(copying: Copying, articles: Mapping[str, Article]) -> Text:
    """Return one line that says how much two articles share, who copied whom, and why."""
    first, second = (copying.article_a, copying.share_a), (copying.article_b, copying.share_b)
    arrow = "—" if copying.direction is Direction.UNDIRECTED else "→"
    if copying.direction is Direction.B_TO_A:
        first, second = second, first
    shares = " and ".join(f"{share:.0%} of {cell(articles[id].name)}" for id, share in (first, second))
    return Text.assemble(
        (f"{cell(articles[first[0]].name)} {arrow} {cell(articles[second[0]].name)}", "bold"),
        f"  {_counted(copying.passages)}: {shares}, {copying.words} words of them the same",
        (f"  ({'; '.join(map(cell, copying.why))})" if copying.why else "", _QUIET),
    )


def _counted(passages: int) -> str:
    return "1 passage" if passages == 1 else f"{passages} passages"


def _head(article: Article) -> Text:
    about = " · ".join(cell(value) for value in (day(article.published) or "day unknown", article.publisher) if value)
    return Text.assemble((cell(article.name), "bold"), (f"\n{about}", _QUIET))


def paired(a: Article, b: Article, shared: Sequence[Shared]) -> Iterator[tuple[Span | None, Span | None]]:
    """Yield the paragraphs of two texts, those beside each other that share most and stand in one order."""
    left, right = _paragraphs(a), _paragraphs(b)
    weight: dict[tuple[int, int], int] = {}
    for one in shared:
        for row in (at for at, span in enumerate(left) if span.meets(one.passage.span_a)):
            for column in (at for at, span in enumerate(right) if span.meets(one.passage.span_b)):
                weight[row, column] = weight.get((row, column), 0) + one.passage.words
    row, column = 0, 0
    for first, second in [*_in_order(weight), (len(left), len(right))]:
        while row < first:
            yield left[row], None
            row += 1
        while column < second:
            yield None, right[column]
            column += 1
        if first < len(left) and second < len(right):
            yield left[row], right[column]
            row, column = row + 1, column + 1


def _in_order(weight: Mapping[tuple[int, int], int]) -> list[tuple[int, int]]:
    """Return the pairs that share most of which none crosses another."""
    pairs = sorted(weight)
    best: list[tuple[int, list[tuple[int, int]]]] = []
    for at, pair in enumerate(pairs):
        before = [best[i] for i, other in enumerate(pairs[:at]) if other[0] < pair[0] and other[1] < pair[1]]
        total, chosen = max(before, key=lambda one: one[0], default=(0, []))
        best.append((total + weight[pair], [*chosen, pair]))
    return max(best, key=lambda one: one[0], default=(0, []))[1]


def _paragraphs(article: Article) -> list[Span]:
    return [block.span for block in article.blocks if block.kind in READ_KINDS]


def _marked(article: Article, span: Span | None, shared: Sequence[Shared], side: int) -> Text:
    """Return a paragraph with its shared words in brackets, the first of each passage with the passage's number."""
    shown = Text()
    if span is None:
        return shown
    marks = sorted(
        (mark.start, mark.end, one.number if mark == words[0] else None)
        for one in shared
        for words in ((one.words_a, one.words_b)[side],)
        for mark in words
        if span.covers(mark)
    )
    last = span.start
    for start, end, number in marks:
        if start < last:
            continue
        shown.append(_line(article.text[last:start]))
        shown.append(f"[{number} " if number else "[", style=_QUIET)
        shown.append(_line(article.text[start:end]), style=_SHARED)
        shown.append("]", style=_QUIET)
        last = end
    shown.append(_line(article.text[last : span.end]))
    return shown


def _line(text: str) -> str:
    return printable(text).replace("\n", " ").replace("\t", " ")
