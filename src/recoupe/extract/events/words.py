"""A word in, the lexicon entries by which it can tell an event out: verbs, event nouns and the verbs that carry them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from recoupe.extract.figures.words import Index, index_of, noun_forms, verb_forms
from recoupe.lexicon import Entry, closed, family

if TYPE_CHECKING:
    from spacy.tokens import Token

FILE = "events_told"
VERBAL = ("verb", "reflexive", "passive")


@cache
def entries_of(role: str) -> tuple[Entry, ...]:
    """Return the entries of a role, `noun` or one of `VERBAL`, in the order of their files."""
    return tuple(entry for entry in family("fr", FILE) if entry.extra["role"] == role)


@cache
def verbs() -> dict[str, tuple[tuple[str, Entry], ...]]:
    """Return the entries of verbs by each form that news prose gives them, with the words that must follow, if any."""
    found: dict[str, dict[tuple[str, str], Entry]] = {}
    for role in VERBAL:
        for entry in entries_of(role):
            for form in entry.forms:
                first, _, rest = form.partition(" ")
                for shown in conjugated(first):
                    found.setdefault(shown, {})[rest, entry.name] = entry
    for form in [form for form in found if form.startswith("é")]:
        # capitals often go without their accent: `Ecartant`
        found.setdefault("e" + form[1:], found[form])
    return {
        form: tuple(
            (rest, entry)
            # the sense that asks for more comes before the one that asks for less
            for (rest, _), entry in sorted(rows.items(), key=lambda row: (not row[0][0], -len(row[1].extra)))
        )
        for form, rows in found.items()
    }


@cache
def event_nouns() -> Index:
    """Return the index of event nouns, with their plurals."""
    return index_of([
        (shown, entry) for entry in entries_of("noun") for form in entry.forms for shown in sorted(noun_forms(form))
    ])  # fmt: skip


@cache
def conjugated(infinitive: str) -> frozenset[str]:
    """Return the forms of a verb: those of the closed list where it is irregular, else the regular ones."""
    irregular = closed("fr", FILE, "irregular").get(infinitive)
    if irregular is None:
        return verb_forms(infinitive)
    return frozenset({infinitive, *irregular.split()})


@cache
def carriers(name: str) -> frozenset[str]:
    """Return every form of the verbs of a closed list: `doing`, `undergoing`, `occurring`, `announcing`, `unsaid` ..."""
    return frozenset(shown for verb in closed("fr", FILE, "carriers")[name].split() for shown in conjugated(verb))


@cache
def listed(name: str) -> frozenset[str]:
    """Return the words of a closed list, as they are and in the plural."""
    return frozenset(shown for word in closed("fr", FILE, "words")[name].split() for shown in noun_forms(word))


@cache
def weapons() -> dict[str, str]:
    """Return PLOVER's mode of an assault by the words for what it is dealt with."""
    return {
        shown: mode for mode, words in closed("fr", FILE, "weapons").items() for word in words.split(", ")
        for shown in noun_forms(word)
    }  # fmt: skip


def low(token: Token) -> str:
    """Return a word in small letters with a straight apostrophe."""
    return token.text.casefold().replace("’", "'")


def carried_by(verb: Token, name: str) -> bool:
    """Whether a verb is one of a closed list of carriers."""
    return low(verb) in carriers(name) or (verb.pos_ in ("VERB", "AUX") and verb.lemma_.casefold() in carriers(name))


def is_listed(token: Token, name: str) -> bool:
    """Whether a noun stands in a closed list of words."""
    return low(token) in listed(name) or token.lemma_.casefold() in listed(name)


def noun_entries(token: Token) -> tuple[Entry, ...]:
    """Return the entries that an event noun shows; most nouns are looked up in two dictionaries and no more."""
    index, word = event_nouns(), low(token)
    if word in index.several or word in index.single or token.lemma_.casefold() in index.single:
        return index.of(token)
    if token.i + 1 < len(token.doc) and token.doc[token.i + 1].text == "-":
        return index.of(token)
    return ()
