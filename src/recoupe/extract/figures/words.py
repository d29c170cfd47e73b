"""Lexicon forms in, the words that a text may show for them out: plurals, feminines, the regular conjugations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from recoupe.lexicon import Entry, family

if TYPE_CHECKING:
    from spacy.tokens import Token

ER = (
    "er e es ons ez ent ais ait ions iez aient a ai as âmes èrent erai eras era erons eront erais erait eraient ant é ée és ées"
).split()
IR = "ir i is it ie ies issons issent issait issaient issant ira iront irait iraient irent isse issant".split()
RE = "re s  ons ent ait aient ant u ue us ues it irent ra ront rait raient".split(" ")


HYPHENED = re.compile(r"[^\W\d]+(?:-[^\W\d]+)+")


@cache
def verb_forms(infinitive: str) -> frozenset[str]:
    """Return the forms of a regular verb; of an irregular one, its infinitive and what looks regular.

    >>> {"évacués", "évacuent", "évacuait"} <= verb_forms("évacuer")
    True
    """
    if " " in infinitive or len(infinitive) < 4:
        return frozenset({infinitive})
    stem, ending = infinitive[:-2], infinitive[-2:]
    if ending == "er":
        forms = {stem + end for end in ER}
        if stem.endswith("g"):
            forms |= {stem + "e" + end for end in ER if end[0] in "aâo"}
        if stem.endswith("c"):
            forms |= {stem[:-1] + "ç" + end for end in ER if end[0] in "aâo"}
        if shift := re.fullmatch(r"(.*)[eé]([bcdfglmnprstv]|ch|gn)", stem):
            # enlever: enlève; libérer: libère
            forms |= {f"{shift[1]}è{shift[2]}{end}" for end in ER if end in ("e", "es", "ent") or end.startswith("er")}
        if stem.endswith(("oy", "uy", "ay")):
            forms |= {stem[:-1] + "i" + end for end in ("e", "es", "ent", "era", "eront", "erait", "eraient")}
        return frozenset(forms)
    if ending == "ir":
        return frozenset(stem + end for end in IR)
    if ending == "re":
        return frozenset(stem + end for end in RE)
    return frozenset({infinitive})


@cache
def noun_forms(noun: str) -> frozenset[str]:
    """Return a noun and its plurals; of a noun of several words, each word may take its plural.

    >>> "agents humanitaires" in noun_forms("agent humanitaire")
    True
    """
    noun = noun.replace("’", "'")
    if " " not in noun:
        plurals = {noun, noun + "s", noun + "x"}
        if noun.endswith("al"):
            plurals.add(noun[:-2] + "aux")
        return frozenset(form.casefold() for form in plurals)
    head, *rest = noun.split(" ")
    whole = {noun.casefold(), f"{head}s {' '.join(rest)}".casefold()}
    whole.add(
        " ".join(
            word if word in ("de", "du", "des", "d'", "la", "en", "à") else word + "s" for word in (head, *rest)
        ).casefold()
    )
    return frozenset(whole)


@dataclass(frozen=True, slots=True)
class Index:
    """Entries by the words that show them: single words, and turns of several words by their first word."""

    single: dict[str, tuple[Entry, ...]]
    several: dict[str, tuple[tuple[str, Entry], ...]]
    # a noun is no form of a verb, whatever lemma it was given: `fuite`
    verbal: bool = False

    def of(self, token: Token) -> tuple[Entry, ...]:
        """Return the entries that a token shows, those of several words first, by its text and then by its lemma."""
        word = token.text.casefold().replace("’", "'")
        found: list[Entry] = []
        # the next sixty characters; the whole text of a long sentence would be put together at each asking
        rest = token.doc[token.i : token.i + 60].text[:60].casefold().replace("’", "'")
        for form, entry in self.several.get(word.removesuffix("'"), ()):
            if rest.startswith(form) and not rest[len(form) : len(form) + 1].isalpha():
                found.append(entry)
        if rest[len(word) : len(word) + 1] == "-" and (joined := HYPHENED.match(rest)):
            # the tokenizer parts `stations-service`
            found += self.single.get(joined.group(), ())
        found += self.single.get(word, ())
        if not found and not (self.verbal and token.pos_ == "NOUN"):
            found += self.single.get(token.lemma_.casefold(), ())
        return _unique(found)

    def holds(self, token: Token, name: str) -> bool:
        """Whether an entry is shown by several words that begin at a token."""
        rest = token.doc[token.i : token.i + 60].text[:60].casefold().replace("’", "'")
        rows = self.several.get(token.text.casefold(), ())
        return any(entry.name == name and rest.startswith(form) for form, entry in rows)


def _unique(found: list[Entry]) -> tuple[Entry, ...]:
    seen: dict[str, Entry] = {}
    for entry in found:
        seen.setdefault(entry.name, entry)
    return tuple(seen.values())


def index_of(pairs: list[tuple[str, Entry]], verbal: bool = False) -> Index:
    single: dict[str, list[Entry]] = {}
    several: dict[str, list[tuple[str, Entry]]] = {}
    for form, entry in pairs:
        if " " in form or "'" in form:
            several.setdefault(re.split(r"[ ']", form)[0], []).append((form, entry))
        else:
            single.setdefault(form, []).append(entry)
    ordered = {key: tuple(sorted(rows, key=lambda row: -len(row[0]))) for key, rows in several.items()}
    return Index({key: _unique(rows) for key, rows in single.items()}, ordered, verbal)


@cache
def nouns(file: str) -> Index:
    """Return the index of a file whose forms are nouns."""
    return index_of(
        [(shown, entry) for entry in family("fr", file) for form in entry.forms for shown in sorted(noun_forms(form))]
    )


@cache
def kind_nouns(role: str) -> Index:
    """Return the index of the kind nouns of a role, `noun` or `act`."""
    rows = [entry for entry in family("fr", "kinds") if entry.extra["role"] == role]
    return index_of([(shown, entry) for entry in rows for form in entry.forms for shown in sorted(noun_forms(form))])


@cache
def kind_verbs(role: str) -> Index:
    """Return the index of the kind verbs of a role, `patient` or `agent`."""
    rows = [entry for entry in family("fr", "kinds") if entry.extra["role"] == role]
    return index_of(
        [(shown, entry) for entry in rows for form in entry.forms for shown in sorted(_shown(form))], verbal=True
    )


def _shown(form: str) -> frozenset[str]:
    if re.search(r"(?:er|ir|re)$", form):
        return verb_forms(form)
    return frozenset({form, form + "s", form + "e", form + "es"}) if re.search(r"[éuist]$", form) else frozenset({form})


# `d.` and `l.` in a pattern stand for an elided word, whichever apostrophe it is written with: no `de` of `deux`
ELIDED = re.compile(r"(?<![\\\w\]])([dlnsjmtcDLNSJMTC])\.(?![*+?{])")
# a turn ends with a word, but for the endings that its number, its gender or its tense adds
WHOLE = (
    r"(?!(?<=[^\W\d])(?!(?:[éeiu]?e?s?|[eéi][rz]|e?nt|i?ons|e?r?ai(?:en)?t|ante?s?|[eai]?r(?:a|ont)|a|x|i?t)(?!\w))\w)"
)


def spelt(pattern: str) -> str:
    """Return a pattern in which what is elided is no other word."""
    return ELIDED.sub(r"\1['’]", pattern)


@cache
def phrases(role: str) -> tuple[tuple[Entry, re.Pattern[str]], ...]:
    """Return the turns of several words of a role, `phrase` or `state`, compiled."""
    rows = [entry for entry in family("fr", "kinds") if entry.extra["role"] == role and entry.regex]
    return tuple(
        (entry, re.compile(rf"(?<![\w-])(?:{spelt(entry.regex or '')}){WHOLE}", re.IGNORECASE)) for entry in rows
    )


@cache
def turns() -> tuple[tuple[Entry, re.Pattern[str], re.Pattern[str] | None], ...]:
    """Return the turns that close around the counted: what ends right before it, and what must come behind, if anything."""
    made = []
    for entry in family("fr", "kinds"):
        if entry.extra["role"] == "turn":
            tail = entry.extra.get("after")
            # up to three words may stand between: a hedge, a determiner, an adverb
            head = rf"(?<![\w-])(?:{spelt(entry.regex or '')})(?:\s[^\s.;:,»”]+){{0,4}}?\s?(?:d['’]|l['’])?[«“\"\s\u00a0]*$"
            made.append(
                (
                    entry,
                    re.compile(head, re.IGNORECASE),
                    re.compile(rf"(?:{spelt(tail)}){WHOLE}", re.IGNORECASE) if tail else None,
                )
            )
    return tuple(made)
