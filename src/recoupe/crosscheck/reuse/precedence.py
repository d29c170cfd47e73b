"""Two articles that share words in, which of them can have copied the other out, and what shows it.

Three things speak: whose dispatch an article is and whom the other credits; an agency's dateline or the signature of its
desk on one of them alone; and when they appeared. Where these contradict each other, or where both articles have the
words from a third, nothing is settled.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from recoupe.crosscheck.reuse.words import fold, words_of
from recoupe.lexicon.load import closed
from recoupe.model.article import Article, BlockKind
from recoupe.model.dating import Dating
from recoupe.model.passage import Direction

CREDITS = frozenset({BlockKind.BYLINE, BlockKind.SIGNATURE, BlockKind.STAMP})
DESK = re.compile(r"/?[A-Za-z]{2,4}(?:-[A-Za-z]{2,4})*(?:/[A-Za-z]{2,4}(?:-[A-Za-z]{2,4})*)+/?")
BRACKETS = re.compile(r"\(([^()]*)\)")
MUCH = 0.2
"""Share of an article that must stand in a dispatch for the dateline of the dispatch alone to say who copied."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What an article says of where its words come from: the names of the house whose dispatch it is, what shows that it
    is a dispatch (None where it is none), the agency that it names, by its name and its acronym, and the words of its
    credits; all folded."""

    houses: tuple[str, ...]
    shown: str | None
    agencies: frozenset[str]
    credits: str


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that says who came first: `a_first`, and the sentence that says why."""

    a_first: bool
    why: str


def standing(article: Article) -> Standing:
    """Return what an article says of where its words come from."""
    words = {
        kind: [block.span.of(article.text) for block in article.blocks if block.kind is kind] for kind in BlockKind
    }
    names = [*_publisher(article), article.agency or ""]
    agency = _folded(article.agency or "")
    own = bool(agency) and (agency in map(_folded, names[:-1]) or agency == _spelled(names[0]))
    dateline = bool(agency) and any(_holds(_folded(words_), agency) for words_ in words[BlockKind.DATELINE])
    desk = any(_desk(signature, agency) for signature in words[BlockKind.SIGNATURE])
    shown = "the dateline of an agency" if dateline else "the signature of an agency's desk" if desk else None
    if own and shown is None:
        shown = "an agency as its publisher"
    return Standing(
        houses=tuple(name for name in map(_folded, names) if name) if own else tuple({agency} - {""}) if shown else (),
        shown=shown,
        agencies=frozenset({agency, _spelled(article.agency or "")} - {""}),
        credits=" | ".join(_folded(words_) for kind in CREDITS for words_ in words[kind]),
    )


def _desk(signature: str, agency: str) -> bool:
    """Tell whether a signature is that of a desk, `bur-sah/vl/iw`, and not a credit, `afp/ats`."""
    words = signature.strip(" .")
    parts = {_folded(part) for part in re.split(r"[-/]", words)}
    return DESK.fullmatch(words) is not None and not parts & ({agency} | _known_agencies())


@cache
def _known_agencies() -> frozenset[str]:
    return frozenset(_folded(word) for word in closed("fr", "layout", "agencies"))


def precedence(
    a: tuple[Article, Standing, Dating | None], b: tuple[Article, Standing, Dating | None], share: float
) -> tuple[Direction, tuple[str, ...]]:
    """Return who copied whom of two articles, and why; undirected where nothing settles it.

    Each comes with its standing and its dating, if any; `share` is how much of the one stands in the other, 0 to 1,
    whichever is more.
    """
    (one, standing_a, dating_a), (other, standing_b, dating_b) = a, b
    if _same_agency(standing_a, standing_b):
        return Direction.UNDIRECTED, (f"both credit {one.agency}, and neither is its dispatch",)
    credit = _by_house(one, other, standing_a, standing_b)
    time = _by_time((one, dating_a), (other, dating_b))
    mark = _by_mark(one, other, standing_a, standing_b) if credit is None and share >= MUCH else None
    signs = [sign for sign in (credit, mark, time) if sign]
    why = tuple(sign.why for sign in signs)
    if len({sign.a_first for sign in signs}) != 1:
        return Direction.UNDIRECTED, why
    return (Direction.A_TO_B if signs[0].a_first else Direction.B_TO_A), why


def _same_agency(one: Standing, other: Standing) -> bool:
    """Tell whether two articles that are no dispatches credit one agency: both may have its words from it."""
    return one.shown is None and other.shown is None and bool(one.agencies & other.agencies)


def _by_house(a: Article, b: Article, one: Standing, other: Standing) -> Sign | None:
    """Return that one article credits the house whose dispatch the other is."""
    for first, source, copy in ((True, (a, one), (b, other)), (False, (b, other), (a, one))):
        credited = next((house for house in source[1].houses if _holds(copy[1].credits, house)), None)
        if credited and copy[1].shown is None:
            return Sign(
                first, f"{copy[0].name} credits {source[0].agency or credited}, whose dispatch {source[0].name} is"
            )
    return None


def _by_mark(a: Article, b: Article, one: Standing, other: Standing) -> Sign | None:
    """Return that one article alone bears the mark of a dispatch; nothing where the dispatch names the other's house, as
    it may quote what that has published."""
    if bool(one.shown) == bool(other.shown):
        return None
    marked, plain, shown = (a, b, one.shown) if one.shown else (b, a, other.shown)
    told = _folded(marked.text)
    if any(_holds(told, name) for name in map(_folded, _publisher(plain)) if len(name) > 2):
        return None
    return Sign(marked is a, f"{marked.name} bears {shown}, {plain.name} bears none")


def _publisher(article: Article) -> list[str]:
    """Return the names of an article's publisher: the one outside its brackets, then those in them."""
    publisher = article.publisher or ""
    return [BRACKETS.sub(" ", publisher), *BRACKETS.findall(publisher)]


def _by_time(a: tuple[Article, Dating | None], b: tuple[Article, Dating | None]) -> Sign | None:
    """Return that one article appeared before the other: by the clock where both tell it, else by days that differ."""
    (one, dating_a), (other, dating_b) = a, b
    first, second = _moment(one.published), _moment(other.published)
    if first and second and (first.tzinfo is None) == (second.tzinfo is None):
        return (
            _earlier(one, other, first < second, (f"{one.published}", f"{other.published}"))
            if first != second
            else None
        )
    days_a, days_b = _days(one, dating_a), _days(other, dating_b)
    if days_a is None or days_b is None or (days_a[0] <= days_b[1] and days_b[0] <= days_a[1]):
        return None
    return _earlier(one, other, days_a < days_b, (_spoken(*days_a), _spoken(*days_b)))


def _earlier(a: Article, b: Article, a_first: bool, when: tuple[str, str]) -> Sign:
    told = [f"{article.name} appeared {day}" for article, day in zip((a, b), when, strict=True)]
    return Sign(a_first, ", ".join(told if a_first else told[::-1]))


def _moment(published: str | None) -> datetime | None:
    if not published or len(published) <= 10:
        return None
    try:
        return datetime.fromisoformat(published)
    except ValueError:
        return None


def _days(article: Article, dating: Dating | None) -> tuple[str, str] | None:
    if article.published:
        day = article.published[:10]
        return (day, day) if len(day) == 10 else None
    if dating and dating.published:
        return dating.published[:10], dating.published[:10]
    if dating and dating.earliest and dating.latest:
        return dating.earliest[:10], dating.latest[:10]
    if article.published_earliest and article.published_latest:
        return article.published_earliest[:10], article.published_latest[:10]
    return None


def _spoken(start: str, end: str) -> str:
    return start if start == end else f"between {start} and {end}"


def _folded(words: str) -> str:
    return " ".join(word.form for word in words_of(words))


def _holds(words: str, name: str) -> bool:
    return f" {name} " in f" {words} "


def _spelled(name: str) -> str:
    """Return the acronym that a name spells: `Agence capoise de presse`, `acp`."""
    return "".join(
        fold(word)[0] for word in re.findall(r"[^\W\d_]{3,}", name) if fold(word) not in ("des", "les", "aux")
    )
