"""A sentence of a report in, the places in it that have but a share of what it tells out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from recoupe.extract.article_places import HAPPENED
from recoupe.lexicon import closed
from recoupe.model.article import BlockKind
from recoupe.model.place import PlaceName
from recoupe.model.span import Span

# `, dont 400 à X`
OF_WHICH = re.compile(r"\b(?:dont|parmi lesquel(?:le)?s|y compris)\b[^,;.:()]{0,50}$")
STOP = re.compile(r"[.!?…][»”\"]?(?=\s)|\n")


@cache
def _counted() -> re.Pattern[str]:
    """Compile a number at the head of a clause and what leads from it to a place: `neuf à `, ` et 12 dans le `."""
    words = "|".join(closed("fr", "numbers", "words")["words"])
    return re.compile(
        rf"(?:^|[,:;(•–—]|\bet|\bdont|\bplus)[ \u00a0\u202f]+(?:\d[\d  \u202f.]*|(?:{words})(?:[ -](?:{words}))*) "
        r"(?:[^,;:.()\d]{0,40} )?(?:à|au|aux|en|dans|sur)(?: la| le| les| l['’]| l['’]île de)? ?$",
        re.IGNORECASE,
    )


def shares(names: Sequence[PlaceName], text: str) -> set[Span]:
    """Return the spans of the places of a body that have only a share: `, dont 40 à X`, `neuf à X, deux à Y et un à Z`.

    Where a sentence deals out a count to two places, none of its places has the whole.
    """
    found: set[Span] = set()
    dealt: dict[int, list[Span]] = {}
    told: dict[int, list[Span]] = {}
    for name in names:
        if name.block is not BlockKind.BODY or name.role not in HAPPENED:
            continue
        start = max(
            (hit.end() for hit in STOP.finditer(text, max(0, name.span.start - 400), name.span.start)), default=0
        )
        before = text[start : name.span.start]
        told.setdefault(start, []).append(name.span)
        if OF_WHICH.search(before):
            found.add(name.span)
        if _counted().search(before):
            dealt.setdefault(start, []).append(name.span)
    for start, spans in dealt.items():
        if len(spans) > 1:
            found |= set(told[start])
    return found
