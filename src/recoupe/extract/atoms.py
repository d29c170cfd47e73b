"""Text in, the plain numbers in it out: digits with every grouping, words, approximations, vague plurals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from text_to_num import text2num

from recoupe.extract.quantity import whole
from recoupe.lexicon import closed
from recoupe.model.figure import Number, Qualifier
from recoupe.model.span import Span

SPACE = "[ \u00a0\u202f\u2009]"
GROUP = "[ \u00a0\u202f\u2009.'’]"
DIGITS = rf"(?:\d{{1,3}}(?:{GROUP}\d{{3}})+(?!\d)(?:,\d+)?|\d+(?:[,.]\d{{1,2}}(?=\s?mill)|,\d+)?)"
# a thousand million millions: beyond it a run of digits is a code or a slip, and what is reckoned with it overflows
LARGEST = 10**15
# no number: inside a word, a clock time, a date, a score, a code
BEFORE = r"(?<![\w/:+*°#$])(?<!\d[.,'’])(?<![^\W\d][-–])"
AFTER = r"(?![\w°/]|:\d|[.,'’]\d|[-–][^\W\d])"


MANY = {"milliers": 1000, "millions": 10**6, "milliards": 10**9}
# `8,5 M$`, `3 Md€`
SHORT = {"M": 10**6, "Md": 10**9, "Mds": 10**9, "Mrd": 10**9, "k": 1000}


@dataclass(frozen=True, slots=True)
class Atom:
    """One plain number: where it stands, its value, and whether it is only about that value."""

    span: Span
    low: Number
    high: Number
    qualifier: Qualifier
    rule: str
    bare: bool = False


# `le million promis`: one that was told before
THAT = r"(?:(?<=\ble\s)|(?<=\bce\s))"


@cache
def number_words() -> str:
    words = sorted(closed("fr", "numbers", "words")["words"], key=len, reverse=True)
    one = "|".join(words)
    # "millions" alone is a vague plural
    first = "|".join(word for word in words if not word.startswith("milli"))
    return rf"(?:{first})(?:(?:[-\s\u00a0\u202f]|[-\s]et[-\s])(?:{one}|une?\b|onze))*"


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    approximate = "|".join(sorted(closed("fr", "numbers", "approximate"), key=len, reverse=True))
    vague = "|".join(
        form.replace(" ", r"\s") for form in sorted(closed("fr", "numbers", "vague"), key=len, reverse=True)
    )
    flags = re.IGNORECASE
    units = "|".join(sorted(_measures(), key=len, reverse=True))
    return (
        # `deux millions et demi`
        (
            "half",
            re.compile(
                rf"(?:(?<![\w-])(?P<count>une?|{DIGITS}|{number_words()})\s|{THAT})(?P<word>millions?|milliards?|(?:{units})s?)\set\sdemie?\b",
                flags,
            ),
        ),
        # `trois douzaines`, `deux centaines`, but `deux dizaines de milliers` is left to the vague
        (
            "several",
            re.compile(
                rf"(?<![\w-])(?P<count>[2-9]|deux|trois|quatre|cinq|six|sept|huit|neuf)\s(?P<word>(?:{units})s)\b(?!\sde\smill)",
                flags,
            ),
        ),
        (
            "approximate",
            re.compile(
                rf"(?<!\w)(?P<one>une?\s(?:bonne\s|petite\s|grosse\s)?)?(?P<word>{approximate})\b(?:\sde\s(?P<mag>milliers|millions|milliards)\b)?",
                flags,
            ),
        ),
        ("million", re.compile(rf"(?:(?<!\w)un\s|{THAT})(?P<half>demi-)?(?P<word>million|milliard)\b", flags)),
        (
            "digits",
            re.compile(
                rf"{BEFORE}(?P<word>{DIGITS})(?:{SPACE}?(?P<mag>mille\b|millions?\b|milliards?\b|(?:M|Mds?|Mrd|k)(?=\s?[€$])))?{AFTER}"
            ),
        ),
        ("words", re.compile(rf"(?<![\w-])(?P<word>{number_words()})(?![\w-])", flags)),
        ("vague", re.compile(rf"(?<!\w)(?:(?:plusieurs|quelques)\s)?(?P<word>{vague})\b", flags)),
    )


def _measures() -> dict[str, int]:
    """Return what one counts by and how many each is: dizaine, douzaine, centaine, millier."""
    table = closed("fr", "numbers", "approximate")
    return {word: value for word, value in table.items() if word in ("dizaine", "douzaine", "centaine", "millier")}


def _counted_by(hit: re.Match[str], rule: str) -> Atom | None:
    """Return so many dozens, hundreds or millions, and a half where one is told."""
    count, word = (hit["count"] or "un").casefold(), hit["word"].casefold().removesuffix("s")
    try:
        told = 1 if count in ("un", "une") else _digits_value(count) if count[0].isdigit() else text2num(count, "fr")
    except ValueError:
        return None
    exact = word in ("million", "milliard")
    unit = MANY[f"{word}s"] if exact else _measures()[word]
    value = whole((told + (0.5 if rule == "half" else 0)) * unit)
    qualifier = Qualifier.EXACT if exact else Qualifier.ABOUT
    return Atom(Span(hit.start(), hit.end()), value, value, qualifier, f"numbers.{rule}")


def _digits_value(text: str) -> float:
    grouped = re.sub(rf"{GROUP}(?=\d{{3}}(?!\d))", "", text)
    return float(grouped.replace(",", "."))


def _atom(rule: str, hit: re.Match[str]) -> Atom | None:
    if rule in ("half", "several"):
        return _counted_by(hit, rule)
    word = hit["word"].casefold()
    span = Span(hit.start(), hit.end())
    if rule == "vague":
        low, high = closed("fr", "numbers", "vague")[re.sub(r"\s", " ", word)]
        return Atom(span, low, high, Qualifier.VAGUE, "numbers.vague_plural")
    if rule == "approximate":
        value = closed("fr", "numbers", "approximate")[word] * (MANY[hit["mag"].casefold()] if hit["mag"] else 1)
        return Atom(span, value, value, Qualifier.ABOUT, "numbers.approximate")
    if rule == "million":
        value = closed("fr", "numbers", "magnitudes")[word] // (2 if hit["half"] else 1)
        return Atom(span, value, value, Qualifier.EXACT, "numbers.million")
    if rule == "digits":
        magnitude = SHORT.get(hit["mag"]) or closed("fr", "numbers", "magnitudes")[hit["mag"]] if hit["mag"] else 1
        number = whole(round(_digits_value(hit["word"]) * magnitude, 6))
        return Atom(span, number, number, Qualifier.EXACT, "numbers.digits", bare=not hit["mag"])
    try:
        value = text2num(re.sub(r"[\s\u00a0\u202f]+", " ", word), "fr")
    except ValueError:
        return None
    return Atom(span, value, value, Qualifier.EXACT, "numbers.words", bare=not re.search("mill", word))


def _apart(pattern: re.Pattern[str], hit: re.Match[str]) -> list[Atom]:
    """Return the numbers on both sides of an `et` that joins none: `entre quinze et vingt`, but `soixante et onze`."""
    joints = [
        (joint.start(), joint.end())
        for joint in re.finditer(r"\set\s(?!(?:une?|onze)\b)", hit.string[hit.start() : hit.end()])
    ]
    starts = [hit.start(), *(hit.start() + end for _, end in joints)]
    ends = [*(hit.start() + start for start, _ in joints), hit.end()]
    parts = [pattern.match(hit.string, start, end) for start, end in zip(starts, ends, strict=True) if joints]
    return [atom for part in parts if part is not None and (atom := _atom("words", part)) is not None]


def find_atoms(text: str) -> list[Atom]:
    """Return the plain numbers of a text, in order, none inside another."""
    found: list[Atom] = []
    for rule, pattern in _patterns():
        for hit in pattern.finditer(text):
            span = Span(hit.start(), hit.end())
            if any(span.meets(other.span) for other in found):
                continue
            if (atom := _atom(rule, hit)) is not None:
                found.append(atom)
            elif rule == "words":
                found += _apart(pattern, hit)
    return sorted((atom for atom in found if atom.high <= LARGEST), key=lambda atom: atom.span)
