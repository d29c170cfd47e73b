"""A language in, the words of the interface in it out: one folder of TOML per language, a file for each view."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import InvalidOperation, localcontext
from functools import cache
from pathlib import Path
from typing import Any

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal, format_percent

LANGUAGES = ("fr", "en")
"""The languages of the interface, the first one the default."""
_DATED = {"fr": "fr", "en": "en_GB"}
"""How each language writes days: those who read English have one order of day and month wherever they are."""
_FOLDER = Path(__file__).parent
_FIRST = re.compile(r"(?<!\d)1(?=\s[^\W\d])")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The words of the interface in one language. Keys are `file.name` or `file.group.name`; a missing one is an error.

    >>> Catalogue.of("fr").say("base.skip")
    'Aller au contenu'
    >>> Catalogue.of("en").count("base.articles", 1)
    '1 article'
    """

    language: str
    words: Mapping[str, str]

    @staticmethod
    @cache
    def of(language: str) -> Catalogue:
        """Return the catalogue of a language. Errors: KeyError for one that the interface does not speak."""
        if language not in LANGUAGES:
            raise KeyError(language)
        words: dict[str, str] = {}
        for path in sorted((_FOLDER / language).glob("*.toml")):
            words.update(_flat(path.stem, tomllib.loads(path.read_text(encoding="utf-8"))))
        return Catalogue(language, words)

    def say(self, key: str, **values: Any) -> str:
        """Return the words of a key, with `{name}` filled in. Errors: KeyError."""
        words = self.words[key]
        return words.format(**values) if values else words

    def count(self, key: str, number: int, **values: Any) -> str:
        """Return the words of `key.one` or `key.other` after a number, which stands in `{n}` as the language writes it."""
        # French has the singular for zero, too
        one = number == 1 or (self.language == "fr" and number == 0)
        return self.say(f"{key}.{'one' if one else 'other'}", n=self.number(number), **values)

    def term(self, field: str, value: str | None) -> str:
        """Return what a value of the codebook is called (`kind`, `killed`); the value itself where it has no name here."""
        return "" if value is None else self.words.get(f"codebook.{field}.{value}", value)

    def number(self, value: float | None) -> str:
        """Return a number as the language writes it, however long; an unknown one is blank."""
        if value is None:
            return ""
        try:
            return format_decimal(value, locale=self.language)
        except InvalidOperation:
            # the digits of the largest number that a ledger can hold
            with localcontext(prec=400):
                return format_decimal(value, locale=self.language)

    def percent(self, share: float) -> str:
        """Return a share (0 to 1) as the language writes percentages."""
        return format_percent(share, locale=self.language)

    def day(self, iso: str | None, form: str = "medium") -> str:
        """Return an ISO day, or a day with a time, as the language writes it; an unknown one is blank."""
        if not iso:
            return ""
        try:
            said = format_date(date.fromisoformat(iso[:10]), form, locale=_DATED[self.language])
        except ValueError:
            return iso
        # Babel's French leaves the first of a month without its ordinal
        return _FIRST.sub("1er", said) if self.language == "fr" else said

    def moment(self, iso: str | None) -> str:
        """Return an ISO moment (UTC) as the language writes it; an unknown one is blank."""
        if not iso:
            return ""
        form = "d MMM y, HH:mm" if self.language == "en" else "short"
        moment = datetime.fromisoformat(iso.replace("Z", "+00:00"))
        return format_datetime(moment, form, locale=_DATED[self.language])


def _flat(prefix: str, table: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, Mapping):
            found.update(_flat(f"{prefix}.{key}", value))
        else:
            found[f"{prefix}.{key}"] = str(value)
    return found
