"""A text in, its language out as a BCP 47 tag: by frequent French words, by a statistical guess where those are few."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from recoupe.lexicon.load import closed

READ = "fr"
WORD = re.compile(r"[^\W\d_]+(?=['’]|\b)")
FREQUENT = frozenset(closed("fr", "layout", "frequent")["words"])
TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
LETTERS_ENOUGH = 40
CERTAIN = 0.8


def language_of(text: str, given: str | None = None) -> tuple[str, str | None]:
    """Return the language of the text and, where it could not be told, a note saying so.

    What was given wins if it is a tag. A text that is too short or too odd to tell is taken for French, which is what is read.

    >>> language_of("Au moins douze personnes ont été tuées dans une attaque, selon les autorités.")
    ('fr', None)
    """
    if given and TAG.fullmatch(given):
        return given.replace("_", "-"), None
    if given:
        language, note = language_of(text)
        return language, note or f"language: {given!r} is no tag"
    sample = text[:4000]
    words = [word.casefold() for word in WORD.findall(sample)]
    letters = sum(map(len, words))
    if letters < LETTERS_ENOUGH:
        return READ, "language: too short to tell, taken for French"
    if sum(word in FREQUENT for word in words) > 0.17 * len(words):
        return READ, None
    ranked: list[tuple[str, float]] = _identifier().rank(sample)
    best, certainty = ranked[0]
    if best == READ:
        return READ, None
    french = dict(ranked).get(READ, 0.0)
    if certainty < CERTAIN or certainty < 20 * french:
        return READ, f"language: not certain ({best} {certainty:.2f}), taken for French"
    return best, None


@cache
def _identifier() -> Any:
    from py3langid.langid import (
        MODEL_FILE,
        LanguageIdentifier,
    )  # takes a second to load, and most texts need none of it

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
