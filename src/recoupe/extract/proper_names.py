"""A sentence in, the stretches of it that are written as proper names out, whatever they name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from recoupe.lexicon import closed
from recoupe.model.span import Span

LETTER = "A-Za-zÀ-ÖØ-öø-ÿĀ-žḀ-ỿʼ"
CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĻŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽḤḨṢṬ"
HYPHEN = r"\-‐‑"
# al-Qasr, ech-Cheliff: an article that a capital follows
ARTICLE = r"(?:al|el|ul|a[sdnrtzjh]|e[sdnrtz]|ash|ach|ech|esh|ould|ben|bin|abou)"
WORD = (
    rf"(?:{ARTICLE}[{HYPHEN}](?=[{CAPITAL}])|[NMLDOT]['’](?=[{CAPITAL}])|\d+[{HYPHEN}](?=[{CAPITAL}]))?"
    rf"[{CAPITAL}][{LETTER}]*(?:\.(?=[{CAPITAL}]\.)|[{HYPHEN}](?:[ld]['’])?[{LETTER}\d]+|['’][{LETTER}]+)*"
)
INNER = r"(?:el|al|es|ech|ben|bin|ibn|bou|ould|da|do|dos|del|di|of|van|der)"
NAME = re.compile(rf"(?<![\w{HYPHEN}]){WORD}(?:[ \u00a0\u202f](?:{INNER}[ \u00a0])?{WORD})*")
DIRECTIONS = r"(?:Nord|Sud|Est|Ouest|Centre|Nord-Est|Nord-Ouest|Sud-Est|Sud-Ouest)"
TAIL = re.compile(
    rf"(?:[ \u00a0](?:du|de l['’])[ \u00a0]?{DIRECTIONS}\b"
    r"|[ \u00a0](?:central|oriental|occidental|septentrional|méridional|équatorial|austral|boréal)e?\b"
    r"|[ \u00a0](?:intérieure|extérieure|maritime|forestière|atlantique)\b)"
)
# `L'aéroport Jean-Petit`: an article and a common noun that open a sentence
ELIDED_NOUN = re.compile(r"[LD]['’][a-zà-ÿœ]+[ \u00a0\u202f]")
ELIDED = re.compile(rf"[LD]['’](?=[{CAPITAL}])")


def proper_names(sentence: str) -> Iterator[Span]:
    """Yield the proper names of a sentence in order.

    >>> text = "vu à Port-au-Prince et en République démocratique du Congo, dit Ana Diaz."
    >>> [span.of(text) for span in proper_names(text)]
    ['Port-au-Prince', 'République démocratique du Congo', 'Ana Diaz']
    """
    known = [Span(*hit.span()) for hit in _known_names().finditer(sentence)]
    at = 0
    while True:
        hit = NAME.search(sentence, at)
        if hit is None:
            break
        start, end = hit.span()
        whole = next((span for span in known if span.start < end and start < span.end), None)
        if whole is not None and whole.start <= start:
            yield Span(whole.start, _with_tail(sentence, whole.end))
            at = max(end if whole.end < end and sentence[whole.end : whole.end + 1] == "-" else whole.end, whole.end)
            continue
        if whole is not None:
            end = _trimmed(sentence, start, whole.start)
        noun = ELIDED_NOUN.match(sentence, start, end)
        if noun is not None and _opens(sentence, start):
            start = noun.end()
        if ELIDED.match(sentence, start) and (start == 0 or sentence[start - 1] in ' «“"(') and _opens(sentence, start):
            start += 2
        if end > start:
            yield Span(start, _with_tail(sentence, end))
        at = max(end, start + 1)


def _opens(sentence: str, start: int) -> bool:
    return not sentence[:start].strip(" \u00a0«“\"'(–—-•*")


def _trimmed(sentence: str, start: int, end: int) -> int:
    while end > start and not sentence[end - 1].isalpha():
        end -= 1
    return end


def _with_tail(sentence: str, end: int) -> int:
    """Return the end of a name with the part of the world after it: Corée du Nord, Méditerranée centrale."""
    tail = TAIL.match(sentence, end)
    return tail.end() if tail else end


def ends_body(before: str, after: str, words: str) -> bool:
    """Say whether a name is the end of a body's that its letters follow: `Pétroles du cap Lopez (PCL)`."""
    letters = re.match(r"[  ]\(([A-Z][A-Za-z]{1,6})\)", after)
    opened = re.search(r"(?<![\w-])([A-ZÀ-Þ])[\w'’-]*(?: (?!À |à |a |au |aux |dans |en |pour )[\w'’-]+){0,6} $", before)
    if letters is None or opened is None or _fold(opened[1]) != letters[1][0].upper():
        return False
    initials = {_fold(word[0]) for word in re.split(r"[ '’-]", words) if word}
    return any(letter in initials for letter in letters[1][1:].upper())


def _fold(letter: str) -> str:
    return unicodedata.normalize("NFKD", letter)[0].upper()


def is_country(name: str) -> bool:
    """Say whether a name is one that French news gives to a country or a continent."""
    return name in _territories()


@cache
def _territories() -> frozenset[str]:
    from babel import Locale

    names = {re.sub(r"\s*\(.*\)", "", name) for name in Locale("fr").territories.values()}
    return frozenset(names | set(closed("fr", "places", "countries")))


@cache
def _known_names() -> re.Pattern[str]:
    """Match the names of countries and areas that hold words in small letters or other marks: Côte d'Ivoire."""
    wanted = sorted(
        (name for name in _territories() if re.search(r"[ '’-]", name)), key=lambda name: (-len(name), name)
    )
    patterns = [re.sub(r"['’]", "['’]", re.sub(r"[ \u00a0]", r"[ \\u00a0]", name)) for name in wanted]
    return re.compile(rf"(?<![\w{HYPHEN}])(?:{'|'.join(patterns)})(?![\w{HYPHEN}])")
