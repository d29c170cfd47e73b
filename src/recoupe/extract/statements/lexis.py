"""The lexicons of saying and of speakers, laid out for look-up: a word in, its entries out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from recoupe import lexicon
from recoupe.extract.statements.conjugation import forms_of

LANGUAGE = "fr"
REFLEXIVES = frozenset({"se", "s'", "me", "m'", "nous"})
PREFIXES = (
    ("s'en ", ("s'", "en")),
    ("n'en ", ("n'", "en")),
    ("ne pas ", ("ne",)),
    ("en ", ("en",)),
    ("y ", ("y",)),
    ("se ", ("se",)),
    ("s'", ("s'",)),
)


@dataclass(frozen=True, slots=True)
class CueForm:
    """One way to say something: an entry with the pronouns before its verb and the words after it."""

    entry: lexicon.Entry
    verb: str
    pronouns: tuple[str, ...]
    tail: tuple[str, ...]

    @property
    def role(self) -> str:
        return str(self.entry.extra["role"])

    @property
    def reflexive(self) -> bool:
        return bool(self.pronouns) and self.pronouns[0] in REFLEXIVES


@cache
def cue_forms() -> dict[str, tuple[tuple[CueForm, frozenset[str]], ...]]:
    """Return, for each form of each verb of saying, the cues it can begin and what the form can be."""
    index: defaultdict[str, list[tuple[CueForm, frozenset[str]]]] = defaultdict(list)
    for entry in lexicon.entries(LANGUAGE, "attribution"):
        for phrase in entry.forms:
            pronouns: tuple[str, ...] = ()
            rest = phrase
            for prefix, words in PREFIXES:
                if phrase.startswith(prefix):
                    pronouns, rest = words, phrase[len(prefix) :]
                    break
            verb, *tail = rest.replace("'", "' ").split()
            cue = CueForm(entry, verb, pronouns, tuple(tail))
            for form, kinds in forms_of(verb).items():
                index[form].append((cue, kinds))
    return {form: tuple(cues) for form, cues in index.items()}


@cache
def actors() -> dict[str, tuple[lexicon.Entry, ...]]:
    """Return, for each noun of a speaker in lower case, the entries it stands under."""
    index: defaultdict[str, list[lexicon.Entry]] = defaultdict(list)
    for entry in lexicon.entries(LANGUAGE, "actors"):
        for form in entry.forms:
            index[form.casefold()].append(entry)
    return {form: tuple(entries) for form, entries in index.items()}


def actor_class(word: str) -> lexicon.Entry | None:
    """Return the first sense in which a noun names somebody who speaks.

    >>> actor_class("ministre").means, actor_class("pont")
    ('person', None)
    """
    low = word.casefold()
    single = low[:-1] if low.endswith(("s", "eaux")) else low
    found = actors().get(low) or actors().get(single) or actors().get(low + "s")
    return next((entry for entry in found if entry.means != "medium"), None) if found else None


def is_a(word: str, means: str) -> bool:
    """Say whether a noun, singular or plural, stands in the lexicon of speakers with that meaning."""
    low = word.casefold()
    single = low[:-1] if low.endswith(("s", "eaux")) else low
    found = (*actors().get(low, ()), *actors().get(single, ()))
    return any(entry.means == means for entry in found)


@cache
def closed_words(name: str) -> frozenset[str]:
    """Return one closed list of small words: `adverbs`, `clitics`, `times`."""
    return frozenset(str(lexicon.closed(LANGUAGE, "attribution", "words")[name]).split())


@cache
def semi_auxiliaries() -> dict[str, dict[str, frozenset[str]]]:
    """Return, for each preposition, the verbs that only lead up to a verb of saying: `finit par`, `s'obstine à`, `vient de`."""
    listed = lexicon.closed(LANGUAGE, "attribution", "semi_auxiliaries")
    found: dict[str, dict[str, frozenset[str]]] = {}
    for link, verbs in listed.items():
        forms = found.setdefault("" if link == "none" else link.replace("jusque", "jusqu'à"), {})
        for verb in str(verbs).split():
            forms.update(forms_of(verb))
    return found


@cache
def rules() -> frozenset[str]:
    """Return the nouns that one acts by and that credit nobody (`selon la loi`)."""
    return frozenset(str(lexicon.closed(LANGUAGE, "actors", "rules")["words"]).split())


@cache
def closed_offices() -> frozenset[str]:
    """Return the functions that one holds in a body, so that the text says of whom it speaks: `médecin-chef`."""
    return frozenset(str(lexicon.closed(LANGUAGE, "actors", "offices")["words"]).split())


@cache
def callings() -> dict[str, frozenset[str]]:
    """Return, for each general noun of a calling, the functions that it takes up: `magistrat` a `procureur`."""
    listed = lexicon.closed(LANGUAGE, "actors", "callings")
    return {word: frozenset(str(kinds).split()) for words, kinds in listed.items() for word in words.split("_")}


@cache
def world_bodies() -> dict[str, tuple[str, ...]]:
    """Return, for the acronyms of bodies known everywhere, the words that their full name holds."""
    listed = lexicon.closed(LANGUAGE, "actors", "bodies")
    return {short: tuple(str(words).split()) for short, words in listed.items()}


@cache
def set_phrases() -> tuple[tuple[str, ...], ...]:
    """Return the fixed adverbial phrases (`par ailleurs`, `pour sa part`) as words, the longest first."""
    return phrases("phrases")


@cache
def set_phrases_by_end() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the fixed adverbial phrases by their last word, the longest first."""
    index: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in set_phrases():
        index[phrase[-1]].append(phrase)
    return {last: tuple(found) for last, found in index.items()}


@cache
def set_phrases_by_start() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the fixed adverbial phrases by their first word, the longest first."""
    index: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in set_phrases():
        index[phrase[0]].append(phrase)
    return {first: tuple(found) for first, found in index.items()}


@cache
def phrases(name: str) -> tuple[tuple[str, ...], ...]:
    """Return one closed list of phrases as words, the longest first."""
    listed = str(lexicon.closed(LANGUAGE, "attribution", "words")[name]).split("|")
    return tuple(sorted((tuple(phrase.replace("'", "' ").split()) for phrase in listed), key=len, reverse=True))


@cache
def credit_forms() -> dict[str, tuple[tuple[tuple[str, ...], lexicon.Entry], ...]]:
    """Return the phrases that credit somebody, by their first word, whose capital may lack its accent."""
    index: defaultdict[str, list[tuple[tuple[str, ...], lexicon.Entry]]] = defaultdict(list)
    for entry in lexicon.entries(LANGUAGE, "credits"):
        for form in entry.forms:
            words = tuple(form.replace("'", "' ").split())
            for first in {words[0], words[0].replace("à", "a")}:
                index[first].append((words, entry))
    return {first: tuple(found) for first, found in index.items()}
