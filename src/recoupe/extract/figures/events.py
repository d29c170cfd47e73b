"""A word in, whether it names what struck or a count of it out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from recoupe.extract.figures.words import Index, index_of, noun_forms, verb_forms
from recoupe.lexicon import entries

if TYPE_CHECKING:
    from spacy.tokens import Token


@cache
def _index(role: str) -> Index:
    shown = verb_forms if role == "verb" else noun_forms
    return index_of(
        [
            (word, entry)
            for entry in entries("fr", "events")
            if entry.extra["role"] == role
            for form in entry.forms
            for word in sorted(shown(form))
        ]
    )


def is_event(token: Token) -> bool:
    """Whether a noun or a verb says that something struck (`séisme`, `a frappé`)."""
    if token.pos_ in ("VERB", "AUX"):
        return bool(_index("verb").of(token))
    return bool(_index("noun").of(token)) or (token.pos_ == "ADJ" and bool(_index("verb").of(token)))


def is_doing(token: Token) -> bool:
    """Whether an event is what people set out to do (a march, an operation): an article is less about it than about a blow."""
    return is_event(token) and any(entry.extra.get("mild") for entry in _index("noun").of(token))


def is_beginning(token: Token) -> bool:
    """Whether a verb says that something begins: a siege, or a vaccination."""
    verb = token.pos_ in ("VERB", "AUX", "ADJ")
    return verb and any(entry.extra.get("mild") for entry in _index("verb").of(token))


def is_blow(token: Token) -> bool:
    """Whether an event is one that strikes (a quake, an attack); a verb of beginning leaves that to what begins."""
    return is_event(token) and not is_doing(token) and not is_beginning(token)


def is_tally(token: Token) -> bool:
    """Whether a noun is a count of what happened (`bilan`), so that a day beside it is the count's."""
    return token.pos_ in ("NOUN", "PROPN", "ADJ") and bool(_index("tally").of(token))


def event_rule(token: Token) -> str | None:
    """Return the lexicon entry by which a word is an event or a tally, None for any other word."""
    roles = ("tally", "verb") if token.pos_ in ("VERB", "AUX") else ("tally", "noun", "verb")
    return next((found[0].name for role in roles if (found := _index(role).of(token))), None)
