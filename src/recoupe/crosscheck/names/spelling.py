"""A name in, what its spellings have in common out, and the acronyms that a text introduces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from recoupe.lexicon.load import closed, entries

LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss"})
BRACKETED = re.compile(r"(?<=[\w»”\"'’])\s*\(\s*([A-Z][A-Z.]{1,11})\s*\)")
WORD = re.compile(r"[^\W_]+")
SENTENCE_BREAK = re.compile(r"[.!?;:()«»“”\"\n]")
FURTHEST = 90
"""How many signs back from an acronym in brackets the name that it stands for may begin."""


@cache
def words(name: str) -> frozenset[str]:
    """Return one of the closed lists of names, folded.

    >>> "et" in words("small")
    True
    """
    return frozenset(" ".join(bare(word)) for word in str(closed("fr", "names", "words")[name]).split())


@cache
def bare(name: str) -> tuple[str, ...]:
    """Return the words of a name in small letters, without accents, ligatures, hyphens and apostrophes.

    >>> bare("L’Hôpital d'Alep-Est")
    ('l', 'hopital', 'd', 'alep', 'est')
    """
    apart = unicodedata.normalize("NFKD", name.translate(LIGATURES))
    letters = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return tuple(WORD.findall(letters.casefold()))


@cache
def folded(name: str) -> tuple[str, ...]:
    """Return the words by which a name is compared: those of `bare` less a leading article. A name of nothing but
    articles keeps them.

    >>> folded("l’Observatoire syrien") == folded("observatoire Syrien")
    True
    """
    given = bare(name)
    return given[1:] if len(given) > 1 and given[0] in words("articles") else given


def main_words(name: str) -> tuple[str, ...]:
    """Return the words of a name without those that an acronym leaves out, elided ones too."""
    return tuple(word for word in folded(name) if word not in words("small"))


def is_acronym(name: str) -> bool:
    """Return whether a name is one word of two to ten capitals, full stops aside."""
    letters = name.replace(".", "")
    return 2 <= len(letters) <= 10 and letters.isalpha() and letters.isupper()


def introduced(text: str) -> Iterator[tuple[str, str]]:
    """Yield each acronym that stands in brackets behind its name, and the name: the words whose first letters, small
    words left out, hold its letters from the first to the last."""
    for hit in BRACKETED.finditer(text):
        before = text[max(0, hit.start() - FURTHEST) : hit.start()]
        start = max((cut.end() for cut in SENTENCE_BREAK.finditer(before.rstrip("»”\"'’ "))), default=0)
        name = _stands_for(hit.group(1).replace(".", ""), before[start:])
        if name is not None:
            yield hit.group(1).replace(".", ""), name


def _stands_for(acronym: str, before: str) -> str | None:
    """Return the last words of `before` that the acronym stands for, or None where its letters do not fit."""
    found = [(hit, bare(hit.group())) for hit in WORD.finditer(before)]
    main = [(hit.start(), "".join(form)) for hit, form in found if form and "".join(form) not in words("small")]
    at = len(main)
    for place, letter in enumerate(reversed(acronym.casefold())):
        at -= 1
        skipped = 0
        while at >= 0 and not main[at][1].startswith(letter):
            at, skipped = at - 1, skipped + 1
        if at < 0 or (skipped and place == 0) or skipped > 2:
            return None
    return before[main[at][0] :].strip(" »”\"'’")


@cache
def nouns(*means: str) -> frozenset[tuple[str, ...]]:
    """Return the folded forms of the lexicon's nouns for whoever can speak that mean one of these."""
    return frozenset(bare(form) for entry in entries("fr", "actors") if entry.means in means for form in entry.forms)


def title_of(name: str) -> tuple[tuple[str, ...], str]:
    """Return the folded words of function or courtesy that a name opens with, and the name without them.

    >>> title_of("M. Blanchet"), title_of("colonel Jean Blanchet"), title_of("Blanchet")
    ((('m',), 'Blanchet'), (('colonel',), 'Jean Blanchet'), ((), 'Blanchet'))
    """
    rest, title = name, list[str]()
    while (hit := re.match(r"\s*([^\W\d_][\w-]*)\.?\s+(?=\S)", rest)) is not None:
        word = bare(hit.group(1))
        if not (word in nouns("person") or (len(word) == 1 and word[0] in words("courtesies"))):
            break
        title += word
        rest = rest[hit.end() :]
    return tuple(title), rest


def is_person(name: str) -> bool:
    """Return whether a name has the shape of a person's full name: two or more words with capitals, particles aside,
    and none of them a word for a body."""
    parts = name.split()
    proper = [part for part in parts if part[:1].isupper()]
    if len(proper) < 2 or not parts[0][:1].isupper() or any(is_acronym(part) for part in parts):
        return False
    if any(not part[:1].isupper() and bare(part)[:1] and bare(part)[0] not in words("particles") for part in parts):
        return False
    bodies = nouns("organisation", "named_body", "group", "document", "medium")
    return not any(bare(part) in bodies for part in parts)


def is_named(source: str) -> bool:
    """Return whether a source is one that two articles can both mean: no `un officier`, no `des habitants`.

    >>> is_named("police"), is_named("une source judiciaire"), is_named("habitants de Riverac")
    (True, False, False)
    """
    given = bare(source)
    if given[:1] and given[0] in words("articles") and len(given) > 1:
        if given[1] in ("un", "une"):
            return False
        given = given[1:]
    if not given or given[0] in words("unnamed"):
        return False
    heads = {given[:1], given[:2], given[1:2]}
    if given[0] in words("bodies") or "-".join(given[:2]) in words("bodies"):
        return True
    return not heads & nouns("group", "source", "document") or source.split()[0][:1].isupper()
