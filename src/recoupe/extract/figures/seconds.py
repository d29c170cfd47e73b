"""A counted noun of which no verb tells and the figure before it in, whether what befell that one is said of this one too out."""

from __future__ import annotations

import re

from recoupe.extract.figures.borrowing import Found, alike
from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.tree import shows
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted

_HEDGE = r"(?:(?:au\smoins|environ|quelque|près\sde|plus\sde|une?)\s)?(?:d['’])?"
# `figurent sept écoliers, qui rentraient chez eux, et deux gendarmes`
ASIDE = re.compile(
    rf"(?:\s(?!et\b)[^\s,;:.]+){{1,6}},\s(?:qui|dont|que|qu['’]|où|âgée?s?|tou(?:te)?s|originaires?|venus?|membres)\b[^;:.«»]{{3,110}}?,\s(?:et|ainsi\sque)\s{_HEDGE}$",
    re.IGNORECASE,
)
# `six cents personnes ont marché à Kankan et quelque 150 enseignants à Siguiri`
GAPPED = re.compile(rf"[^;:.«»]{{3,90}}?(?:,\s|\set\s|,\set\s|\spuis\s|\standis\sque\s){_HEDGE}$", re.IGNORECASE)
ELSEWHERE = re.compile(r"\s(?:à|au|aux|en|dans|sur|devant|près\sd|du\scôté)[\s'’]", re.IGNORECASE)
BY_VERB = frozenset(
    f"figures.kind.{rule}"
    for rule in ("governing_verb", "following_verb", "nearest_verb", "weak_verb", "phrase", "turn", "inverted_turn")
)


def is_second(model: Found | None, candidate: Candidate, sentence: Sentence, counted: Counted | None) -> bool:
    """Whether a count goes on with the verb of the one before it: behind an aside, or at another place without a verb."""
    if model is None or candidate.noun is None or model.figure.span.start < sentence.span.start:
        return False
    if counted is None or not alike(model.figure.counted, counted) or _has_verb(candidate):
        return False
    told = next((why for why in model.figure.evidence if why.field == "kind" and why.rule in BY_VERB), None)
    if told is None:
        return False
    start = model.candidate.quantity.reach
    between = sentence.text[start : candidate.quantity.span.start]
    first = told.span is not None and told.span.start < model.figure.span.start
    if first and ASIDE.fullmatch(between):
        return True
    at = candidate.noun.idx + len(candidate.noun.text)
    finite = [
        token for token in sentence.doc if start <= token.idx < start + len(between) and shows(token, "VerbForm", "Fin")
    ]
    return (
        not first
        and bool(finite)
        and GAPPED.fullmatch(between) is not None
        and ELSEWHERE.match(sentence.text, at) is not None
    )


def _has_verb(candidate: Candidate) -> bool:
    """Whether a verb stands behind the counted in its own clause."""
    for token in candidate.top.doc[candidate.last + 1 :]:
        if token.text in ",;:.!?»" or token.text.casefold() in ("selon", "et", "mais"):
            return False
        if shows(token, "VerbForm", "Fin"):
            return True
    return False
