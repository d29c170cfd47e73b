"""A language's words for disputes in, folded patterns out that say which of them stand in some words."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from anyascii import anyascii

from recoupe.lexicon import Entry
from recoupe.lexicon.load import closed, entries

_SIGNS = re.compile(r"[\W_]+")


def folded(words: str) -> str:
    """Return words in small letters without accents and signs, one space between and around them.

    >>> folded("L'armée a nié.")
    ' l armee a nie '
    """
    return f" {' '.join(filter(None, map(_folded, _SIGNS.split(words))))} "


@lru_cache(maxsize=1 << 16)
def _folded(word: str) -> str:
    return _SIGNS.sub(" ", anyascii(word).lower()).strip()


def pattern_of(entry: Entry) -> re.Pattern[str]:
    """Return what finds the forms of an entry in folded words."""
    forms = "|".join(
        sorted({re.escape(folded(form).strip()) for form in entry.forms}, key=lambda form: (-len(form), form))
    )
    end = "" if entry.extra.get("begins") else "(?= )"
    return re.compile(f" (?:{forms}){end}")


def holds(means: str, words: str) -> bool:
    """Return whether folded words hold a form of an entry that means this."""
    return any(pattern.search(words) for _, pattern in patterns(means))


def rejoins(words: str) -> bool:
    """Return whether folded words hold a verb of a reply to what was just said (`réplique`), and not one that only denies."""
    return any(name.endswith("rejoins") and pattern.search(words) for name, pattern in patterns("answer"))


@cache
def patterns(means: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the name and the pattern of each entry that means this."""
    return tuple((entry.name, pattern_of(entry)) for entry in meaning(means))


@cache
def meaning(means: str) -> tuple[Entry, ...]:
    """Return the entries that mean this: `answer`, `echo`, `flat`, `contrast`, `matter`."""
    return tuple(entry for entry in entries("fr", "disputes") if entry.means == means)


@cache
def idle() -> frozenset[str]:
    """Return the folded words that say nothing of a matter."""
    return frozenset(closed("fr", "disputes", "idle")["forms"])


def label(table: str, key: str) -> str:
    """Return what a kind, a counted or a sort of dispute is called in a question."""
    return str(closed("fr", "disputes", table).get(key, ""))


def denies_any(kind: str, words: str) -> bool:
    """Return whether folded words say that there is none of a kind: `aucun décès`."""
    nouns = "|".join(folded(noun).strip() for noun in label("denied", kind).split("|") if noun)
    none = "|".join(folded(form).strip() for form in closed("fr", "disputes", "none")["forms"])
    return bool(nouns) and re.search(rf" (?:{none}) (?:\w+ )?(?:{nouns}) ", words) is not None
