"""The word that tells an event in, the words that tell it out: the clause from who does it to whom, and no further."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recoupe.extract.events.words import low
from recoupe.extract.figures.tree import auxiliaries, is_participle, shows
from recoupe.extract.paragraph import Sentence
from recoupe.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

BEFORE, BEHIND = 14, 16
CLITICS = frozenset({"ne", "n'", "se", "s'", "en", "y", "l'", "les", "le", "la", "lui", "leur", "me", "m'"})
STOPS = frozenset(',;:.!?…()[]«»"“”–—') | {"--"}
HYPHENS = ("-", "‑")
TURNS = frozenset(
    {
        "qui",
        "que",
        "qu'",
        "dont",
        "où",
        "selon",
        "mais",
        "car",
        "tandis",
        "alors",
        "lorsque",
        "quand",
        "parce",
        "puis",
        "si",
    }
)
LOOSE = ("ADP", "DET", "CCONJ", "PUNCT", "SCONJ")


def of_verb(verb: Token, subject: Token | None, sentence: Sentence) -> Span:
    """Return where the clause of a verb stands, from its subject where that stands right before it."""
    group = _group(verb)
    first, last = min(word.i for word in group), max(word.i for word in group)
    doc = verb.doc
    if subject is not None and subject.i < first:
        start = _opening(subject)
        between = doc[subject.i + 1 : first]
        if first - start <= BEFORE and not any(_stops(word) or low(word) in TURNS for word in between):
            first = start
    return sentence.span_of(doc[first], doc[_end(verb, last, {word.i for word in group})])


def of_noun(noun: Token, words: int, sentence: Sentence) -> Span:
    """Return where a noun of so many words stands, with what hangs on it."""
    doc = noun.doc
    first = noun.i
    while first > 0 and doc[first - 1].dep_ in ("amod", "nummod") and doc[first - 1].head.i == noun.i:
        first -= 1
    return sentence.span_of(doc[first], doc[_end(noun, min(noun.i + words - 1, len(doc) - 1), set())])


def _group(verb: Token) -> list[Token]:
    group = [verb, *auxiliaries(verb)]
    if verb.dep_ in ("xcomp", "ccomp") and shows(verb, "VerbForm", "Inf") and 0 < verb.i - verb.head.i < 4:
        group += [verb.head, *auxiliaries(verb.head)]
    group += [child for word in group for child in word.children if low(child) in CLITICS and child.i == word.i - 1]
    return [word for word in group if abs(word.i - verb.i) < 9]


def _opening(subject: Token) -> int:
    """Return where a subject begins: with its number and the adjectives before it, without an article."""
    first = subject.i
    for word in reversed(subject.doc[subject.left_edge.i : subject.i]):
        if _stops(word) or word.i != first - 1 or word.pos_ in ("VERB", "ADP", "CCONJ", "SCONJ"):
            break
        first = word.i
    doc = subject.doc
    while first > 1 and doc[first - 1].text in HYPHENS and not _stops(doc[first - 1]):
        # `La Croix-Rouge`: the parse hangs both halves of a name on the verb
        first -= 2
        first -= first > 0 and doc[first - 1].pos_ == "DET"
    return first


def _stops(word: Token) -> bool:
    """Whether a word is a sign that ends a clause; the hyphen inside a name is none."""
    inside = word.text in HYPHENS and word.i > 0 and not word.whitespace_ and not word.nbor(-1).whitespace_
    return word.text in STOPS and not inside


def _end(head: Token, last: int, own: set[int]) -> int:
    """Return the last word of what hangs on a word, up to a stop, a clause or another verb."""
    doc = head.doc
    end = last
    for word in doc[last + 1 : last + 1 + BEHIND]:
        if _stops(word) or low(word) in TURNS or not hangs_on(word, head):
            break
        verbal = word.pos_ in ("VERB", "AUX") and word.i not in own
        if verbal and not (is_participle(word) and word.dep_ in ("amod", "acl")):
            break
        if word.pos_ == "CCONJ" and word.head.pos_ in ("VERB", "AUX"):
            break
        end = word.i
    while end > last and doc[end].pos_ in LOOSE:
        end -= 1
    return end


def hangs_on(word: Token, head: Token) -> bool:
    """Whether a word hangs on another, at whatever remove that a clause of news has."""
    current = word
    for _ in range(BEHIND):
        if current.head.i == head.i:
            return True
        if current.head.i == current.i:
            return False
        current = current.head
    return False
