"""A text in, its sentences out as they are compared where one may tell in other words what the other tells: by the stems
of their words, their numbers, and the matters that their words are of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from recoupe.crosscheck.reuse.contrast import Stance, stance_of
from recoupe.crosscheck.reuse.texts import Text, attribution_words, weighs
from recoupe.crosscheck.reuse.words import fold
from recoupe.lexicon.load import closed

NUMBER = re.compile(r"\d+(,\d+)?|\d+h\d*")
STEM = 7
"""Letters of a longer word that are compared: `interpellations`, `interpellés`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: its number, its first word and the one behind its last, and its words of matter by their key."""

    number: int
    first: int
    last: int
    keys: Mapping[str, tuple[int, ...]]
    light: frozenset[str]
    """Keys that are names or small numbers."""
    figures: frozenset[str]
    """Keys that are numbers, days and years apart."""
    matters: Mapping[str, frozenset[str]]
    """Matters that its words are of (`~feu`: `incendié`, `brûlé`), each with the keys of these words."""
    stance: Stance


def sentences_of(text: Text) -> tuple[Sentence, ...]:
    """Return the sentences of a text that are no title."""
    found = []
    first = 0
    for at in range(1, len(text.forms) + 1):
        if at == len(text.forms) or text.sentences[at] != text.sentences[first]:
            if text.sentences[first] in text.prose:
                found.append(_sentence(text, first, at))
            first = at
    return tuple(found)


def _sentence(text: Text, first: int, last: int) -> Sentence:
    keys: dict[str, list[int]] = defaultdict(list)
    light = set()
    figures = set()
    told: dict[str, set[str]] = defaultdict(set)
    for at in range(first, last):
        form = text.forms[at]
        if not weighs(form) or form in attribution_words() or at in text.dates:
            continue
        keys[key(form)].append(at)
        for matter in matters(form) if at not in text.names else ():
            told[f"~{matter}"].add(key(form))
        if at in text.names or (form.isdecimal() and len(form) == 1):
            light.add(key(form))
        if NUMBER.fullmatch(key(form)):
            figures.add(key(form))
    return Sentence(
        number=text.sentences[first],
        first=first,
        last=last,
        keys={name: tuple(places) for name, places in keys.items()},
        light=frozenset(light),
        figures=frozenset(figures),
        matters={matter: frozenset(names) for matter, names in told.items()},
        stance=stance_of(text, first, last, held),
    )


@cache
def key(form: str) -> str:
    """Return what two forms of one word, or two ways to write a number, have in common.

    >>> key("interpelles") == key("interpellations"), key("soixantaine"), key("convois")
    (True, '60', 'convoi')
    """
    about = _about().get(form)
    if about is not None:
        return about
    if form[0].isdecimal():
        return form
    return form[:STEM] if len(form) > STEM else form.rstrip("s")


@cache
def _about() -> dict[str, str]:
    return {fold(word): str(value) for word, value in closed("fr", "numbers", "approximate").items()}


@cache
def held(form: str) -> frozenset[str]:
    """Return what a word has in common with another that can stand for it: its key and its matters."""
    return frozenset((key(form), *(f"~{matter}" for matter in matters(form))))


@cache
def matters(form: str) -> frozenset[str]:
    """Return the matters that a word is of, each called by the first word of its line in the lexicon.

    >>> sorted(matters("incendie") & matters("flammes")), sorted(matters("hier"))
    (['feu'], [])
    """
    whole, begun = _alike()
    if form in whole:
        return whole[form]
    # a word of megabytes is no reason to look for beginnings longer than any there is
    longest = min(len(form), max(map(len, begun), default=0))
    return next((begun[form[:size]] for size in range(longest, 2, -1) if form[:size] in begun), frozenset())


@cache
def _alike() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Return the matters of whole words, and those of the beginnings of words."""
    whole: dict[str, set[str]] = defaultdict(set)
    begun: dict[str, set[str]] = defaultdict(set)
    for line in closed("fr", "copying", "alike")["words"]:
        words = line.split()
        for word in words:
            (begun if word.endswith("*") else whole)[fold(word.rstrip("*"))].add(words[0].rstrip("*"))
    return tuple({form: frozenset(held) for form, held in table.items()} for table in (whole, begun))  # type: ignore[return-value]
