"""A number's place in a text in, the hedge that stands before or behind it out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from recoupe.lexicon import Entry, entries
from recoupe.model.figure import Qualifier
from recoupe.model.span import Span

# a determiner, an opening quotation mark or "de" may stand between the hedge and the number
BETWEEN = r"[\s\u00a0\u202f]*(?:[«“\"][\s\u00a0\u202f]*)?(?:(?:les|la|le|l['’]|ces|ses|leurs|de|d['’]|des|une?)[\s\u00a0\u202f]*)?"
CLOSE = r"(?:[\s\u00a0\u202f]*(?:d['’])?[^\W\d]+){0,2}?(?:[\s\u00a0\u202f]*[»”\"])?,?[\s\u00a0\u202f]*"


@dataclass(frozen=True, slots=True)
class Hedge:
    qualifier: Qualifier
    rule: str
    span: Span


@cache
def _patterns(role: str) -> tuple[tuple[Entry, re.Pattern[str]], ...]:
    made = []
    for entry in entries("fr", "hedges"):
        if entry.extra["role"] != role:
            continue
        forms = sorted(entry.forms, key=len, reverse=True)
        words = "|".join(re.escape(form).replace(r"\ ", r"\s").replace("'", "['’]") for form in forms)
        body = f"(?:{words or entry.regex})"
        if role == "before":
            made.append((entry, re.compile(rf"(?<!\w)(?P<hedge>{body}){BETWEEN}$", re.IGNORECASE)))
        else:
            made.append((entry, re.compile(rf"{CLOSE}(?P<hedge>{body})(?!\w|\s(?:de\b|d['’]|que\b))", re.IGNORECASE)))
    return tuple(made)


def hedge_of(text: str, span: Span, reach: int) -> Hedge | None:
    """Return the hedge of the number at `span` whose unit ends at `reach`, the longest one beside it, or None.

    >>> hedge_of("au moins 12 morts", Span(9, 11), 11).qualifier.value
    'at_least'
    """
    window = text[max(0, span.start - 60) : span.start]
    offset = max(0, span.start - 60)
    found: list[Hedge] = []
    for entry, pattern in _patterns("before"):
        if (hit := pattern.search(window)) and not _negated(window, hit.start(), entry):
            where = Span(offset + hit.start("hedge"), offset + hit.end("hedge"))
            found.append(Hedge(Qualifier(entry.means), entry.name, where))
    if found:
        return max(found, key=lambda hedge: hedge.span.end - hedge.span.start)
    for entry, pattern in _patterns("after"):
        if hit := pattern.match(text, reach):
            return Hedge(Qualifier(entry.means), entry.name, Span(hit.start("hedge"), hit.end("hedge")))
    return None


def _negated(window: str, start: int, entry: Entry) -> bool:
    """`n'en compte plus que six` restricts, it does not say more than six; `dans les deux villes` says where."""
    if re.match(r"dans\sles\b", window[start:], re.I):
        # `ils sont dans les 300`, `il y a dans les 40 blessés`
        return (
            re.search(
                r"\b(?:a|avait|sont|étaient|étions|sommes|on\s(?:est|était)|seraient|fait|font|coûte\w*|vaut)\s$",
                window[:start],
                re.I,
            )
            is None
        )
    if not entry.name.endswith(":more_than"):
        return False
    return (
        re.search(r"\bplus que\b", window[start:], re.I) is not None
        and re.search(r"\bn[e'’]", window[:start]) is not None
    )
