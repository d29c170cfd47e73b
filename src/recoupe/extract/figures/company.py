"""A kind that a word gave in, what the company of the counted makes of it out: who acts, on what, and where.

`Regroupées sur la place` they protest, `regroupées à la mission` they are sheltered; a storm ravages houses, a virus those in them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.nearby import scope
from recoupe.extract.figures.reason import THINGS, Reason, fits
from recoupe.extract.figures.words import nouns
from recoupe.extract.paragraph import Sentence
from recoupe.lexicon import Entry, family
from recoupe.model.figure import Counted, Kind

# what the counted are called themselves says it, whoever stands beside them
BY_NOUN = frozenset(f"figures.kind.{rule}" for rule in ("counted_noun", "counted_act", "weak_noun", "predicate"))
CLAUSE_ENDS = re.compile(r"[.;:»”]\s")


@dataclass(frozen=True, slots=True)
class Company:
    """One entry, its words, and what must hold of the verb and of the noun of the counted."""

    entry: Entry
    words: re.Pattern[str]
    verb: re.Pattern[str] | None
    noun: re.Pattern[str] | None
    unless: re.Pattern[str] | None


@cache
def companies() -> tuple[Company, ...]:
    """Return the entries that turn a kind into another by its company, compiled."""

    def compiled(pattern: str | None) -> re.Pattern[str] | None:
        return re.compile(rf"(?<![\w-])(?:{pattern})", re.IGNORECASE) if pattern else None

    return tuple(
        Company(
            entry,
            re.compile(rf"(?<![\w-])(?:{entry.regex})", re.IGNORECASE),
            compiled(entry.extra.get("verb")),
            compiled(entry.extra.get("noun")),
            compiled(entry.extra.get("unless")),
        )
        for entry in family("fr", "kinds")
        if entry.extra["role"] == "company"
    )


def in_company(
    reason: Reason | None, candidate: Candidate, counted: Counted | None, sentence: Sentence
) -> Reason | None:
    """Return the reason that the company of the counted makes of the one a word gave; most stay as they are."""
    if reason is None or reason.rule in BY_NOUN:
        return reason
    if counted is None and candidate.noun is not None and candidate.noun.pos_ == "NOUN":
        counted = Counted.OTHER
    if reason.kind is Kind.DESTROYED and counted in THINGS and _is_home_of(candidate, reason):
        # `treize pensionnaires de deux maisons ont été fauchés`
        return None
    for company in companies():
        entry = company.entry
        if reason.kind.value not in entry.extra["turns"] or not fits(entry, counted):
            continue
        if company.verb is not None and not company.verb.match(reason.span.of(sentence.text)):
            continue
        if company.noun is not None and not (candidate.noun is not None and company.noun.match(candidate.noun.text)):
            continue
        start, end = _stretch(entry.extra["where"], candidate, sentence)
        if company.unless is not None and company.unless.search(sentence.text):
            continue
        if company.words.search(sentence.text, start, end):
            return replace(reason, kind=Kind(entry.means), entry=entry.name)
    return reason


def _stretch(where: str, candidate: Candidate, sentence: Sentence) -> tuple[int, int]:
    """Return where the company stands: before the counted in its clause, behind it, or in the whole sentence."""
    at = candidate.quantity.span.start
    if where == "before":
        ends = [hit.end() for hit in CLAUSE_ENDS.finditer(sentence.text, 0, at)]
        return (ends[-1] if ends else 0), at
    return scope(candidate, sentence) if where == "behind" else (0, len(sentence.text))


def _is_home_of(candidate: Candidate, reason: Reason) -> bool:
    """Whether a number only tells where the people live or work of whom the verb speaks."""
    noun = candidate.noun
    if noun is None or reason.span.start < candidate.quantity.reach or candidate.first < 2:
        return False
    doc = noun.doc
    joint = doc[candidate.first - 1].text.casefold()
    if joint not in ("de", "d'", "d’", "des") or doc[candidate.first - 2].pos_ not in ("NOUN", "ADJ"):
        return False
    return any(entry.extra["role"] == "person" for entry in nouns("counted").of(doc[candidate.first - 2])[:1])
