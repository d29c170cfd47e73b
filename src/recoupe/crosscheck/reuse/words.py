"""Text in, its words as they are compared out: folded, with the place of each in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from recoupe.lexicon.load import closed

SPACES = " \u00a0\u2007\u2009\u202f"
TOKEN = re.compile(
    rf"""(?P<grouped>(?<![\d.,])\d{{1,3}}(?:[{SPACES}.'’]\d{{3}})+(?![\d'’]|[.,]\d))
    |(?P<decimal>\d+[.,]\d{{1,2}}(?!\d|[.,]\d))
    |(?P<digits>\d+)
    |(?P<word>[^\W\d_]+)
    |(?P<percent>%)""",
    re.VERBOSE,
)
LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss"})
HOUR = frozenset({"h", "heure", "heures"})
MILLIONS = {"millions": "million", "milliards": "milliard"}


@dataclass(frozen=True, slots=True)
class Word:
    """One word as it is compared (`form`), and where it stands in the text, in code points."""

    form: str
    start: int
    end: int


def words_of(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """Return the words of a stretch of a text in order; offsets count in the whole text.

    Case, accents, ligatures, quotation marks, apostrophes and spacing are gone, and a number is one word however it is
    written: grouped, in digits or in words. `17h00`, `17 heures` and `17H` are one.

    >>> [word.form for word in words_of("L’œuvre : 1 200 blessés, vingt-sept à 17h00")]
    ['l', 'oeuvre', '1200', 'blesses', '27', 'a', '17h']
    """
    return tuple(_hours(_numbers(list(_tokens(text, start, len(text) if end is None else end)))))


@cache
def fold(word: str) -> str:
    """Return one word in small letters without accents and ligatures.

    >>> fold("Œuvrées")
    'oeuvrees'
    """
    apart = unicodedata.normalize("NFKD", word.translate(LIGATURES)).casefold()
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@dataclass(frozen=True, slots=True)
class _Token:
    word: Word
    value: int | None
    glue: str
    """What stands between the token before and this one."""


def _tokens(text: str, start: int, end: int) -> Iterator[_Token]:
    before = start
    for hit in TOKEN.finditer(text, start, end):
        found = hit.group()
        match hit.lastgroup:
            case "grouped":
                form = re.sub(r"\D", "", found)
            case "decimal":
                form = found.replace(".", ",")
            case "digits":
                form = str(int(found)) if len(found) < 15 else found
            case "percent":
                form = "%"
            case _:
                form = fold(found)
                form = MILLIONS.get(form, form)
        value = _values().get(form) if hit.lastgroup == "word" else None
        yield _Token(Word(form, hit.start(), hit.end()), value, text[before : hit.start()])
        before = hit.end()


@cache
def _values() -> dict[str, int]:
    return {fold(word): value for word, value in closed("fr", "copying", "values").items()}


def _numbers(tokens: list[_Token]) -> Iterator[tuple[Word, str]]:
    """Yield words with the glue before each; the words of a number become its value in digits."""
    at = 0
    while at < len(tokens):
        value, used = _number(tokens, at) if tokens[at].value is not None else (0, 1)
        word = tokens[at].word
        if tokens[at].value is not None:
            word = Word(str(value), word.start, tokens[at + used - 1].word.end)
        elif word.form == "pour" and at + 1 < len(tokens) and tokens[at + 1].word.form == "cent":
            word, used = Word("%", word.start, tokens[at + 1].word.end), 2
        yield word, tokens[at].glue
        at += used


def _number(tokens: list[_Token], start: int) -> tuple[int, int]:
    """Return what the number in words at `start` is worth and how many tokens it has: as many as make one number."""
    total, current, room, before, at = 0, 0, 10**6, 0, start
    while at < len(tokens):
        token = tokens[at]
        if at > start and not (token.glue == "-" or (token.glue and not token.glue.strip(SPACES))):
            break
        value, step = token.value, 1
        if token.word.form == "et" and at + 1 < len(tokens) and before in range(20, 80):
            value, step = tokens[at + 1].value, 2
            if tokens[at + 1].word.form in ("un", "une"):
                value = 1
            if value not in (1, 11):
                break
        elif token.word.form in ("un", "une") and at > start and token.glue == "-":
            value = 1
        if value is None:
            break
        if value == 1000 and total == 0 and room > 0:
            total, current, room = max(current, 1) * 1000, 0, 1000
        elif value == 100 and room >= 100 and current < 10:
            current, room = max(current, 1) * 100, 100
        elif value == 100 and 2 <= before <= 9 and current == before:
            current, room = before * 100, 100
        elif value == 20 and before == 4 and current % 100 == 4:
            current, room = current + 76, 20
        elif value < room and (value or at == start):
            current += value
            room = {10: 10, 60: 20}.get(value, 10 if value >= 20 else 1)
        else:
            break
        before, at = value, at + step
    return total + current, max(at - start, 1)


def _hours(words: Iterator[tuple[Word, str]]) -> Iterator[Word]:
    """Yield the words; a clock time is one of them: `17h`, `17h30`."""
    kept = list(words)
    at = 0
    while at < len(kept):
        word = kept[at][0]
        if not (word.form.isdecimal() and len(word.form) < 3 and at + 1 < len(kept) and _near(kept[at + 1], HOUR)):
            yield word
            at += 1
            continue
        minutes = kept[at + 2] if at + 2 < len(kept) else None
        if minutes is not None and minutes[0].form.isdecimal() and len(minutes[0].form) < 3 and _close(minutes[1]):
            form = f"{word.form}h" if minutes[0].form == "0" else f"{word.form}h{minutes[0].form}"
            yield Word(form, word.start, minutes[0].end)
            at += 3
            continue
        yield Word(f"{word.form}h", word.start, kept[at + 1][0].end)
        at += 2


def _near(word: tuple[Word, str], forms: frozenset[str]) -> bool:
    return word[0].form in forms and _close(word[1])


def _close(glue: str) -> bool:
    return not glue.strip(SPACES) and len(glue) < 2
