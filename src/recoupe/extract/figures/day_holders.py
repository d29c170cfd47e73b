"""A day and its sentence in, the words that it hangs on out: the noun or the verb over it, and what struck right before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recoupe.extract.figures.events import is_event, is_tally
from recoupe.extract.figures.tree import clause_verb
from recoupe.extract.paragraph import Sentence
from recoupe.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


def opens(text: str, span: Span) -> bool:
    return len(text[: span.start].split()) <= 4


def holder_of(root: Token, start: int, end: int) -> Token | None:
    """Return the word that a moment's words hang on."""
    current = root
    while start <= current.i < end:
        if current.head.i == current.i:
            return None
        current = current.head
    return current


def verb_over(root: Token, start: int, end: int) -> Token | None:
    holder = holder_of(root, start, end)
    if holder is None:
        return None
    said_of = holder.pos_ == "ADJ" and any(child.dep_ in ("cop", "aux:tense", "aux:pass") for child in holder.children)
    if holder.pos_ in ("VERB", "AUX") or said_of:
        return holder
    return clause_verb(holder)


def subjects(verb: Token) -> list[Token]:
    found = [child for child in verb.children if child.dep_.startswith("nsubj") and child.pos_ in ("NOUN", "PROPN")]
    if verb.dep_ in ("acl", "acl:relcl"):
        found.append(verb.head)
    return found


def behind_event(start: int, sentence: Sentence) -> Token | None:
    """Return the word for what struck that a moment stands right behind: `l'offensive lancée le 15 mai`, `le début mardi du siège`."""
    for token in reversed(sentence.doc[max(0, start - 6) : start]):
        if token.is_punct or token.pos_ == "AUX":
            return None
        if token.pos_ in ("NOUN", "VERB", "ADJ"):
            if is_event(token) and not is_tally(token):
                return token
            # `le naufrage de leur pirogue mardi`: the day may be that of the noun that this one completes
            if not (token.pos_ == "NOUN" and token.dep_ == "nmod"):
                return None
    return None
