"""The words of a name or a title in, what can be told from them alone out: the head noun, the parts, the name without its article."""

from __future__ import annotations

import re
from functools import lru_cache

from recoupe.extract.statements.lexis import actor_class, closed_words, is_a
from recoupe.extract.statements.offices import SMALL, TOKENS
from recoupe.extract.statements.small_words import CIVIL, DETERMINERS, PARTICLES

# an acronym that stands inside a name: `Assemblée communale (AC) de Sabra`
INSIDE = re.compile(r"\s?\([A-ZÉÈÀ][A-ZÉÈÀ0-9./&-]{1,9}\)")
BEFORE_NOUN = frozenset(
    "haut haute grand grande nouveau nouvelle premier première petit petite saint sainte jeune".split()
)
NAME_PARTS = PARTICLES - frozenset({"du", "des", "la", "le", "d'"})


def bare(name: str) -> str:
    name = INSIDE.sub("", name.strip())
    low = name.casefold().replace("’", "'")
    for article in ("le ", "la ", "les ", "l'"):
        if low.startswith(article):
            return name[len(article) :].strip()
    return name


def kin_of(head: str) -> frozenset[str]:
    """Return the nouns that take one another up: `la société` is the firm named before."""
    for name in ("firms", "leagues"):
        if head in closed_words(name):
            return closed_words(name)
    return frozenset({head})


@lru_cache(maxsize=8192)
def parts_of(name: str) -> tuple[str, ...]:
    """Return the words of a name in small letters, without an Arabic article: `al-Masri` is `masri`."""
    return tuple(re.sub(r"^(?:al|el|as|ad|ar|an|ach|ath)[-‑]", "", word.casefold()) for word in TOKENS.findall(name))


def civil_off(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[0].casefold().rstrip(".") in CIVIL:
        words = words[1:]
    return " ".join(words)


def personal(name: str) -> bool:
    words = TOKENS.findall(name)
    return (
        len(words) < 6
        and all(word[0].isupper() or word.casefold() in NAME_PARTS or "-" in word for word in words)
        and actor_class(words[0]) is None
    )


@lru_cache(maxsize=4096)
def head_of(words: str) -> str:
    for word in TOKENS.findall(words):
        low = word.casefold()
        if low not in DETERMINERS and low not in SMALL:
            return str(low.split("'")[-1].split("’")[-1])
    return words.casefold()


def is_office(words: str) -> bool:
    """Say whether words name somebody by a function: `ministre de la Santé`, `Premier ministre`."""
    head, *rest = [word.casefold() for word in TOKENS.findall(words)][:2] or [""]
    return is_a(rest[0] if head.startswith("premi") and rest else head_of(words), "person")


@lru_cache(maxsize=8192)
def heads_of(title: str) -> set[str]:
    return {head_of(title)} | {word.casefold() for word in TOKENS.findall(title)[:2]}


@lru_cache(maxsize=8192)
def words_of(title: str) -> set[str]:
    return {word.casefold().split("'")[-1].split("’")[-1] for word in TOKENS.findall(title)} - SMALL


def noun_words(name: str) -> tuple[str, ...]:
    """Return the word that a name's kind is told by: its first, past an adjective: `Haute Autorité de l'eau`.

    >>> noun_words("Haute Autorité de l'eau"), noun_words("Office des eaux")
    (('autorité',), ('office',))
    """
    words = [head_of(name), *(word.casefold() for word in TOKENS.findall(name)[1:2])]
    return tuple(words[1:2]) if words[0] in BEFORE_NOUN else tuple(words[:1])
