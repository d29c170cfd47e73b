"""The lists of lexicon `layout` in, patterns that match their wordings whatever the case and the accents out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

NUMBER = r"\d+(?:[ .,'’\u00a0\u202f]\d{3})*"


def plain(text: str) -> str:
    """Return the text in small letters without accents, of the same length, so that offsets hold in both.

    >>> plain("Mis à jour L’État")
    "mis a jour l'etat"
    """
    return "".join(map(_plain_character, text))


@cache
def _plain_character(character: str) -> str:
    if character in "’‘`":
        return "'"
    if character.isspace():
        return " "
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character


def one_of(wordings: Iterable[str]) -> str:
    """Return a pattern, for plain text, of any of the wordings; `#` is a number, `…` what follows."""
    ordered = sorted({plain(wording) for wording in wordings}, key=lambda wording: (-len(wording), wording))
    return "(?:" + "|".join(map(_pattern, ordered)) + ")"


def _pattern(wording: str) -> str:
    pattern = (
        re.escape(wording).replace(r"\ ", " *" if ":" in wording else " ").replace(r"\#", NUMBER).replace("\\…", ".*")
    )
    return pattern.replace("…", ".*")
