"""The word that a party hangs on in, the words that name the party out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recoupe.extract.events.classes import is_armed, is_people
from recoupe.extract.events.roles import is_weapon, party_head, whose
from recoupe.extract.events.words import carried_by, is_listed, low, noun_entries
from recoupe.extract.reading import LocalParty
from recoupe.lexicon import closed
from recoupe.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 10
# `certains`, `plusieurs`: nobody in particular, whom only the sentence before could name
NOBODY = frozenset(
    "on ce ça cela ceci tout tous rien personne certains certaines plusieurs beaucoup aucun aucune autre autres un une"
    " celui celle ceux celles quelqu'un dont où que qu' qui lequel laquelle lesquels y en se s' me te leur lui".split()
)
PRONOUNS = {
    "il": ("m", False),
    "elle": ("f", False),
    "ils": ("m", True),
    "elles": ("f", True),
    "je": (None, False),
    "j'": (None, False),
}


def party_of(token: Token | None, shift: int) -> LocalParty | None:
    """Return the party that a word names; None where it names nobody in particular. `shift` is the sentence's start."""
    if token is not None and is_weapon(token):
        # `l'aviation`, `un tireur`: those who deal the blows, where nobody else is named
        owner = whose(token)
        if owner is not None and not (owner.pos_ == "ADJ" or is_people(owner) or is_armed(owner)):
            owner = None
        token = owner if owner is not None or not is_listed(token, "crews") else token
    token = party_head(token)
    if token is None or token.is_punct or (noun_entries(token) and not is_listed(token, "crews")):
        # what happens is nobody: `l'offensive`, `les frappes`
        return None
    shown = low(token)
    if token.pos_ == "PRON" or shown in NOBODY or shown in PRONOUNS:
        if shown not in PRONOUNS:
            return None
        gender, plural = PRONOUNS[shown]
        span = _span(token, token, shift)
        return LocalParty(text=token.text, span=span, head=span, role="pronoun", gender=gender, plural=plural)
    if token.pos_ not in ("NOUN", "PROPN", "ADJ", "X", "NUM") or is_listed(token, "things") or token.like_num:
        return None
    first, last = _extent(token)
    words = re.sub(r"\s+", " ", token.doc[first.i : last.i + 1].text).strip(' «»"“”,')
    if len(words) < 2:
        return None
    return LocalParty(
        text=words,
        span=_span(first, last, shift),
        head=_span(token, token, shift),
        role="name" if token.pos_ == "PROPN" or token.text[:1].isupper() else "noun",
        gender=next(iter(token.morph.get("Gender", [])), None),
        plural="Plur" in token.morph.get("Number", []),
    )


def _extent(head: Token) -> tuple[Token, Token]:
    """Return the first and last word of a party: the noun with adjectives, complements and a second name, no clause."""
    first = head
    before = head.i - 1
    while before >= head.left_edge.i and head.i - before < 4:
        word = head.doc[before]
        if word.is_punct or word.dep_ in ("case", "det", "nummod", "mark", "cc", "advmod") or word.like_num:
            break
        if word.dep_ not in ("amod", "flat:name", "nmod", "compound") or word.pos_ == "DET":
            break
        if low(word) in closed("fr", "events_told", "words")["vague"].split():
            break
        first = word
        before -= 1
    last, end = head, min(head.right_edge.i, head.i + LONGEST)
    for word in head.doc[head.i + 1 : end + 1]:
        if word.is_punct and word.text not in ("-", "'", "’"):
            break
        if word.dep_ in ("acl", "acl:relcl", "advcl", "ccomp", "mark") or word.pos_ in ("VERB", "SCONJ", "AUX"):
            break
        if low(word) in (
            "qui",
            "que",
            "dont",
            "où",
            "selon",
            "dans",
            "à",
            "au",
            "aux",
            "en",
            "sur",
            "depuis",
            "par",
            "après",
        ):
            break
        if word.pos_ == "CCONJ" and not (word.head.head.i == head.i and word.head.dep_ == "conj"):
            break
        if word.dep_.startswith("obl") or is_listed(word, "days"):
            break
        last = word
    if (charge := _charge(head, last)) is not None:
        last = charge.nbor(-1)
    while last.i > head.i and (last.pos_ in ("ADP", "DET", "CCONJ", "PUNCT", "ADV") or last.dep_ in ("case", "det")):
        last = last.nbor(-1)
    return first, last


def _charge(head: Token, last: Token) -> Token | None:
    """Return the `de` that opens what a named party is accused of: `accuse Sorel-Gaz de négligence`; None where the charge
    stands further on, as in `accuse le Front de libération d'avoir tiré`."""
    if not any(carried_by(over, "charging") for over in (head.head, head.head.head)):
        return None
    opening = [
        word
        for word in head.doc[head.i + 1 : last.i]
        if low(word) in ("de", "d'") and word.nbor(1).text[:1].islower() and word.nbor(1).pos_ == "NOUN"
    ]
    # `les forces de sécurité`: no name, and no charge said
    named = [word for word in opening if word.nbor(-1).text[:1].isupper() or _holds_name(head, word)]
    further = any(low(word) in ("de", "d'", "pour") for word in head.doc[last.i + 1 : last.i + 1 + LONGEST])
    return named[-1] if named and named[-1] is opening[-1] and not further else None


def _holds_name(head: Token, until: Token) -> bool:
    return any(word.text[:1].isupper() for word in head.doc[head.i : until.i])


def _span(first: Token, last: Token, shift: int) -> Span:
    return Span(shift + first.idx, shift + last.idx + len(last.text))
