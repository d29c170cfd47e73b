"""One paragraph in, the people and organisations it names out, with the acronyms and functions beside them."""

from __future__ import annotations

import re
from dataclasses import replace

from recoupe.extract.paragraph import Paragraph
from recoupe.extract.reading import Mention
from recoupe.extract.statements.lexis import actor_class, closed_words, is_a
from recoupe.extract.statements.phrase import Phrase
from recoupe.extract.statements.phrases import phrase_at
from recoupe.extract.statements.small_words import ACRONYM, DETERMINERS
from recoupe.extract.statements.words import Row, row_of
from recoupe.model.span import Span

SMALL = frozenset({"de", "du", "des", "la", "le", "les", "et", "à", "aux", "au", "pour", "en", "sur"})
UNFOLDED = re.compile(r"(?<!\w)(?P<short>[A-ZÉÈÀ][A-ZÉÈÀ0-9-]{1,9})\s?\((?P<long>[A-ZÉÈÀ][^()]{8,90})\)")


# `52 décès (Division provinciale de la santé, DPS)`
BESIDE = re.compile(r"\((?P<long>[A-ZÉÈÀ][^()\n,]{8,90}),\s(?P<short>[A-ZÉÈÀ][A-ZÉÈÀ0-9-]{1,9})\)")


def read_mentions(paragraph: Paragraph) -> tuple[Mention, ...]:
    """Return who is named in a paragraph, in order; functions without a name are there too.

    A mention inside another (`le ministère` in `le porte-parole du ministère`) is one of its own.
    """
    row = row_of(paragraph)
    found: list[Mention] = []
    for at in range(len(row.words)):
        if row.low(at) == "aux" and actor_class(row.low(at + 1)) is not None and not row.words[at + 1].capital:
            # `reproche aux rebelles`
            phrase = phrase_at(row, at + 1, row.stretch_of(at).end, together=False, bare=True)
            if phrase is not None and phrase.role == "described":
                found.append(replace(_mention(row, phrase), plural=True))
        if row.low(at) == "au" and is_a(row.low(at + 1), "person") and not row.words[at + 1].capital:
            # `face au ministre`
            phrase = phrase_at(row, at + 1, row.stretch_of(at).end, together=False, bare=True)
            if phrase is not None and phrase.role == "described":
                found.append(replace(_mention(row, phrase), role="title", gender="m"))
        if not _may_begin(row, at) or _on_network(row, at):
            continue
        phrase = phrase_at(row, at, row.stretch_of(at).end, together=False)
        if phrase is not None and _names(phrase):
            found.append(_mention(row, phrase))
    for hit in (*UNFOLDED.finditer(paragraph.text), *BESIDE.finditer(paragraph.text)):
        span = Span(*hit.span("long"))
        found.append(Mention(span=span, text=hit["long"].strip(), role="name", acronym=hit["short"]))
    found += _spelled_before(row)
    return tuple(sorted(found, key=lambda mention: (mention.span, mention.role)))


def _spelled_before(row: Row) -> list[Mention]:
    """Return the names whose initials an acronym in brackets gives: `Union des commerçants verviétois (UCV)`."""
    found = []
    for at in range(2, len(row.words) - 1):
        if row.words[at - 1].text != "(" or not ACRONYM.match(row.words[at].text) or row.low(at + 1) not in (")", ","):
            continue
        letters = row.words[at].text.casefold()
        initials = ""
        for first in range(at - 2, max(at - 16, -1), -1):
            word = row.words[first]
            if not word.is_word:
                break
            if word.low not in SMALL and not word.elided:
                initials = word.low[0] + initials
            if initials == letters and word.capital:
                span = row.span(first, at - 2)
                found.append(Mention(span=span, text=span.of(row.text), role="name", acronym=row.words[at].text))
                break
    return found


def _may_begin(row: Row, at: int) -> bool:
    word = row.words[at]
    if word.low in DETERMINERS:
        return True
    if not word.is_word:
        return False
    before = row.words[at - 1] if at else None
    if before is not None and before.low in DETERMINERS:
        return False
    if word.capital:
        return before is None or not (before.capital and before.is_word) or _on_network(row, at - 1)
    return False


def _on_network(row: Row, at: int) -> bool:
    """Say whether a word is the network on which somebody writes: `implore sur Facebook Rosa Kone`."""
    return row.low(at) in closed_words("networks") and row.low(at - 1) in ("sur", "via")


def _names(phrase: Phrase) -> bool:
    if phrase.role in ("name", "acronym"):
        return True
    return phrase.role in ("title", "owned", "described") and actor_class(phrase.head) is not None


def _mention(row: Row, phrase: Phrase) -> Mention:
    acronym = phrase.acronym
    after = phrase.last + 1
    if (
        acronym is None
        and phrase.role in ("name", "title", "described")
        and row.low(after) == "("
        and row.low(after + 2) in (")", ",")
    ):
        inside = row.words[after + 1].text
        acronym = inside if ACRONYM.match(inside) else None
    return Mention(
        span=phrase.span, text=phrase.text, role=phrase.role, title=phrase.title, acronym=acronym,
        gender=phrase.gender, plural=phrase.plural,
    )  # fmt: skip
