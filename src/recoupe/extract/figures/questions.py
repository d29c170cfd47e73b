"""A question how many in a sentence in, what befell those whom it asks for out: `Combien ont fui ?`, `savoir combien dormaient là`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recoupe.extract.figures.reason import fits, is_barred
from recoupe.extract.figures.tree import shows
from recoupe.extract.figures.words import kind_verbs, nouns, phrases
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted, Kind
from recoupe.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

HOW_MANY = re.compile(r"\bcombien\b(?!\s(?:coût|de\s(?:temps|jours|fois|mois|semaines|litres|tonnes)))", re.IGNORECASE)
BE = frozenset("être été sont étaient seraient".split())


def asked(sentence: Sentence) -> tuple[Kind, Counted, str, Span] | None:
    """Return what the verb of a question how many says of those asked for, with the entry and where its words stand."""
    hit = HOW_MANY.search(sentence.text)
    if hit is None:
        return None
    end = len(sentence.text)
    for mark in ("?", ";", ",", " – "):
        at = sentence.text.find(mark, hit.end())
        end = min(end, at) if at != -1 else end
    who = _who(sentence, hit)
    for role in ("phrase", "state"):
        for entry, pattern in phrases(role):
            if fits(entry, who) and (turn := pattern.search(sentence.text, hit.end(), end)):
                return Kind(entry.means), who, entry.name, Span(turn.start(), turn.end())
    for token in sentence.doc:
        if not hit.end() <= token.idx < end or token.pos_ not in ("VERB", "ADJ"):
            continue
        roles = ("patient", "agent") if _is_undergone(token) else ("agent",)
        for entry in (entry for role in roles for entry in kind_verbs(role).of(token)):
            if fits(entry, who) and not entry.extra.get("weak") and not is_barred(entry, token):
                return Kind(entry.means), who, entry.name, Span(token.idx, token.idx + len(token.text))
    return None


def _who(sentence: Sentence, hit: re.Match[str]) -> Counted:
    for token in sentence.doc:
        if hit.end() < token.idx < hit.end() + 12 and token.pos_ == "NOUN":
            for entry in nouns("counted").of(token)[:1]:
                if entry.means not in ("group", "other"):
                    return Counted(entry.means)
    return Counted.PEOPLE


def _is_undergone(verb: Token) -> bool:
    """Whether a participle stands behind être: `combien ont été arrêtés`."""
    before = list(verb.doc[max(0, verb.i - 4) : verb.i])
    return shows(verb, "VerbForm", "Part") and any(token.text.casefold() in BE for token in before)
