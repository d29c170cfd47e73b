"""A sentence in which the program says why in, the same in the language of the interface out, where that knows the sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from babel import Locale

from recoupe.catalogue import Catalogue

OWN = "en"
"""The language in which the program says why."""
_BLANK = re.compile(r"\{(\w+)\}")
_LISTED = {"kind": "[a-z]+", "counted": "[a-z_]+", "count": r"\d+", "weekday": "[A-Z][a-z]+"}
"""What can stand in a blank, by the end of its name; anything else can stand in the others."""
_WHY, _VALUE = "reasons.", "reasons.value."
_LONGEST = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A sentence and the language that it is in."""

    words: str
    language: str


def sayer(words: Catalogue) -> Callable[[str], Said]:
    """Return what says the program's sentences in the language of a catalogue."""
    return lambda sentence: said(sentence, words.language)


def fault_said(sentence: str, language: str, part: str = "detail") -> Said:
    """Return what the program says of a fault, its detail or where it is, in a language, or as it is.

    >>> fault_said("one of csv, xlsx", "fr").words
    'au choix : csv, xlsx'
    """
    found = None if language == OWN or len(sentence) > _LONGEST else _found(sentence, language, f"faults.{part}.")
    return Said(words=sentence, language=OWN) if found is None else Said(words=found, language=language)


@lru_cache(maxsize=4096)
def said(sentence: str, language: str) -> Said:
    """Return a sentence of the program in a language, or as it is where the catalogue does not know it.

    In its own language, too, its kinds, days and the like are called as the interface calls them.

    >>> said("both can have it from alep-01.txt", "fr").words
    'les deux peuvent le tenir de alep-01.txt'
    >>> said("nobody wrote this", "fr")
    Said(words='nobody wrote this', language='en')
    """
    if len(sentence) > _LONGEST:
        return Said(words=sentence, language=OWN)
    found = _any(sentence, language)
    if found is None and "; " in sentence:
        # several notes in one: said where each is known
        notes = [_any(one, language) for one in sentence.split("; ")]
        found = None if None in notes else " ; ".join(filter(None, notes))
    return Said(words=sentence, language=OWN) if found is None else Said(words=found, language=language)


def _any(sentence: str, language: str) -> str | None:
    return _found(sentence, language, _WHY) or _found(sentence, language, _VALUE)


def _found(sentence: str, language: str, group: str) -> str | None:
    words = Catalogue.of(language)
    for key, pattern in _patterns(group):
        match = pattern.fullmatch(sentence)
        if match:
            values = {name: _value(name, value, language) for name, value in match.groupdict().items()}
            return words.say(key, **values) if values else words.say(key)
    return None


def _value(name: str, value: str, language: str) -> str:
    """Return what stands in a blank in a language: days, kinds and weekdays by name, hedges and the like by their words."""
    words, sort = Catalogue.of(language), name.rpartition("_")[2]
    if sort in ("kind", "counted"):
        return words.term(sort, value)
    if sort == "weekday":
        return _weekdays(language).get(value, value)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}(T[\d:+.-]+Z?)?", value):
        at = f" {value[11:16]}" if len(value) > 10 else ""
        return words.day(value) + at
    if sort == "fault":
        return fault_said(value, language).words
    if sort == "reason":
        return " ; ".join(_found(part, language, _WHY) or part for part in value.split("; "))
    parts = [_found(part, language, _VALUE) or part for part in value.split("; ")]
    return " ; ".join(parts)


@cache
def _patterns(group: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the program's sentences by key, or the words within them, those of which more is fixed first."""
    known = [
        (key, template)
        for key, template in Catalogue.of(OWN).words.items()
        if key.startswith(group) and (group != _WHY or not key.startswith(_VALUE))
    ]
    known.sort(key=lambda one: -len(_BLANK.sub("", one[1])))
    return tuple((key, re.compile(_pattern(template), re.DOTALL)) for key, template in known)


def _pattern(template: str) -> str:
    parts = _BLANK.split(template)
    return "".join(
        re.escape(part) if at % 2 == 0 else f"(?P<{part}>{_LISTED.get(part.rpartition('_')[2], '.+?')})"
        for at, part in enumerate(parts)
    )


@cache
def _weekdays(language: str) -> dict[str, str]:
    own, other = (Locale(one).days["format"]["wide"] for one in (OWN, language))
    return {own[at]: other[at] for at in own}
