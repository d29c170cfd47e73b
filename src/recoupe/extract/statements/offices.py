"""The words that say what somebody is in, what office or calling they name out."""

from __future__ import annotations

import re
from unicodedata import normalize

TOKENS = re.compile(r"[^\W_]+(?:[-‑'’][^\W_]+)*")
LINKING = frozenset(
    [
        "avec",
        "auprès",
        "leur",
        "leurs",
        "contre",
        "par",
        "sans",
        "dans",
        "sous",
        "chez",
        "entre",
        "vers",
        "une",
        "un",
        "ses",
        "nos",
    ]
)
SMALL = frozenset(["de", "d", "du", "des", "la", "le", "les", "l", "et", "à", "aux", "au", "pour", "en", "sur"])


def initials(title: str, short: str) -> bool:
    """Say whether a title's first words give an abbreviation: `vice-Premier ministre`, `VPM`."""
    words = [word for word in re.split(r"[\s'’-]+", title) if word and word.casefold() not in SMALL]
    return "".join(word[0] for word in words[: len(short)]).casefold() == short.casefold()


def spells(letters: str, name: str) -> bool:
    """Say whether an acronym is made of the first letters of a name's words, small ones too: `SOPFEU`, `LPDH`.

    >>> spells("LPDH", "Ligue pour les droits humains"), spells("LPDH", "Ligue du droit humain")
    (True, False)
    """
    words = [_plain(word) for word in re.split(r"[\s'’-]+", name) if word]
    big = [word for word in words if word not in SMALL | LINKING]
    return len(letters) > 2 and len(big) > 1 and _spelled(_plain(letters), tuple(words))


def _spelled(letters: str, words: tuple[str, ...]) -> bool:
    if not words:
        return not letters
    word, *rest = words
    small = word in SMALL or word in LINKING
    if small and _spelled(letters, tuple(rest)):
        return True
    longest = 1 if small else 4
    return any(
        letters[:size] == word[:size] and _spelled(letters[size:], tuple(rest))
        for size in range(1, min(longest, len(word), len(letters)) + 1)
    )


def _plain(words: str) -> str:
    return "".join(letter for letter in normalize("NFD", words.casefold()) if letter.isalnum())


def of_the_state(title: str) -> bool:
    """Say whether a president or a prime minister is one of a state, not of a club: `président de la République`."""
    low = title.casefold().replace("’", "'")
    return "république" in low or low.startswith("premi") or not re.search(r"\b(?:de|du|des|d')", low)


def callings_of(title: str | None) -> set[str]:
    """Return the nouns that say what somebody is: those of the title, a civil title before the name."""
    return {word.casefold() for word in TOKENS.findall(title or "")}
