"""The figures of an article in, the same out, those that add up to a toll before them with what befell all of them.

`Seize élèves ont été relâchés. Douze filles, quatre garçons.`: whatever stands between, the parts of a whole share its fate.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recoupe.extract.figures.reason import OF_PEOPLE, THINGS
from recoupe.model.figure import Counted, Figure, Kind, Qualifier
from recoupe.model.span import Evidence

RULE = "figures.kind.adds_up"
# what says only who is counted, or what the count before says
UNSAID = frozenset(
    f"figures.kind.{rule}" for rule in ("none", "by_counted", "of_list", "of_antecedent", "weak_noun", "of_topic")
)
# between two counts of one list: no clause of its own ends there, and none of them is a part of the other
BETWEEN = re.compile(r"(?:(?!\s(?:dont|soit|contre|sur)\s)[^.;:!?()]){2,70}")
TO_WHOLE = 420
WHOLES = (OF_PEOPLE | {Kind.DESTROYED}) - {Kind.EXPOSED, Kind.PROTESTING}


# what is so every year, and what those counted do themselves
EVERY = re.compile(r"\b(?:chaque|par\s(?:an|mois|jour|semaine))\b", re.IGNORECASE)
DOES = re.compile(
    r"\s[^\W\d][\w’'-]*\s(?:siège|travaill|vivent|habitent|participent|assistent|compos|form)\w*\b", re.IGNORECASE
)


def with_parts(figures: Sequence[Figure], text: str) -> tuple[Figure, ...]:
    """Return the figures, each run of counts that adds up to a whole before it with that whole's kind and days."""
    done = list(figures)
    start = 0
    while start < len(done):
        end = start + 1
        if _is_open(done[start]):
            while end < len(done) and _is_open(done[end]) and _goes_on(done[end - 1], done[end], text):
                end += 1
            whole = _whole(done[:start], done[start:end], text) if end - start > 1 else None
            if whole is not None:
                done[start:end] = [_part(one, whole) for one in done[start:end]]
        start = end
    return tuple(done)


def _is_open(figure: Figure) -> bool:
    reasons = [why.rule for why in figure.evidence if why.field == "kind"]
    exact = figure.low is not None and figure.low == figure.high and figure.unit == "count"
    return exact and bool(reasons) and reasons[0] in UNSAID and figure.part_of is None


def _goes_on(one: Figure, other: Figure, text: str) -> bool:
    alike = (one.counted in THINGS) is (other.counted in THINGS) or _is_lent(one) or _is_lent(other)
    return alike and BETWEEN.fullmatch(text[one.span.end : other.span.start]) is not None


def _whole(before: Sequence[Figure], parts: Sequence[Figure], text: str) -> Figure | None:
    """Return the nearest figure before some parts that they add up to, and of which it is told what befell them."""
    total = sum(part.low for part in parts if part.low is not None)
    lent = all(_is_lent(part) for part in parts)
    things = parts[0].counted in THINGS
    if EVERY.search(text[max(0, parts[0].span.start - 60) : parts[-1].span.end]) or DOES.match(
        text, parts[-1].span.end
    ):
        return None
    for one in reversed(before):
        if parts[0].span.start - one.span.end > TO_WHOLE:
            return None
        told = one.kind in WHOLES and one.unit == "count" and (lent or (one.counted in THINGS) is things)
        firm = one.low is not None and one.qualifier in (Qualifier.EXACT, Qualifier.AT_LEAST)
        if told and firm and one.low == total and not any(part.kind is one.kind for part in parts):
            between = text[one.span.end : parts[0].span.start]
            return one if between.count("\n\n") <= 2 else None
    return None


def _is_lent(figure: Figure) -> bool:
    """Whether what a number counts was only taken from the one before it: `dans trois villes : vingt à Sfax, dix à Gabès`."""
    return any(why.rule == "figures.counted.of_antecedent" for why in figure.evidence)


def _part(figure: Figure, whole: Figure) -> Figure:
    why = Evidence("kind", RULE, whole.span)
    counted = whole.counted if figure.counted is Counted.OTHER or _is_lent(figure) else figure.counted
    return replace(
        figure,
        kind=whole.kind,
        counted=counted,
        since=whole.since,
        until=whole.until,
        part_of=whole.span.start,
        evidence=(*figure.evidence, why, Evidence("part_of", RULE, whole.span)),
    )
