"""The words that say what somebody is in, what office or calling they name out."""

from __future__ import annotations

import re

TOKENS = re.compile(r"[^\W_]+(?:[-‑'’][^\W_]+)*")
SMALL = frozenset(["de", "d", "du", "des", "la", "le", "les", "l", "et", "à", "aux", "au", "pour", "en", "sur"])


def initials(title: str, short: str) -> bool:
    """Say whether a title's first words give an abbreviation: `vice-Premier ministre`, `VPM`."""
    words = [word for word in re.split(r"[\s'’-]+", title) if word and word.casefold() not in SMALL]
    return "".join(word[0] for word in words[: len(short)]).casefold() == short.casefold()


def of_the_state(title: str) -> bool:
    """Say whether a president or a prime minister is one of a state, not of a club: `président de la République`."""
    low = title.casefold().replace("’", "'")
    return "république" in low or low.startswith("premi") or not re.search(r"\b(?:de|du|des|d')", low)


def callings_of(title: str | None) -> set[str]:
    """Return the nouns that say what somebody is: those of the title, a civil title before the name."""
    return {word.casefold() for word in TOKENS.findall(title or "")}
