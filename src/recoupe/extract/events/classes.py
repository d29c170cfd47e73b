"""A noun in, whether it names people, somebody armed, aid or a force of nature out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recoupe.extract.events.roles import is_weapon, party_head
from recoupe.extract.events.words import is_listed, low
from recoupe.extract.figures.words import nouns
from recoupe.extract.statements.lexis import actor_class

if TYPE_CHECKING:
    from spacy.tokens import Token

PEOPLE = frozenset(
    "civilians children women combatants people wounded families refugees health_workers aid_workers journalists police"
    " protesters prisoners officials".split()
)
PRONOUNS = frozenset(
    {
        "il",
        "elle",
        "ils",
        "elles",
        "les",
        "eux",
        "le",
        "la",
        "l'",
        "je",
        "j'",
        "nous",
        "ceux",
        "celui",
        "celle",
        "celles",
    }
)
ACTORS = frozenset({"person", "group", "organisation", "named_body", "source"})


def is_people(token: Token | None) -> bool:
    """Whether a word names people: a counted kind of people, whoever can speak, a proper name."""
    head = party_head(token)
    if head is None:
        return token is not None and token.pos_ == "NUM"
    # a people has a capital, too: `les Russes`
    capital = head.text[:1].isupper() and head.i > 0 and not head.is_sent_start
    named = head.pos_ == "PROPN" or capital or any(child.dep_ == "flat:name" for child in head.children)
    if named or low(head) in PRONOUNS:
        return True
    if any(entry.means in PEOPLE for entry in nouns("counted").of(head)):
        return True
    actor = actor_class(low(head))
    return (actor is not None and actor.means in ACTORS) or is_listed(head, "people")


def is_armed(token: Token | None) -> bool:
    """Whether a word names a weapon, a blow or somebody who deals blows."""
    head = party_head(token)
    named = head is not None and (is_listed(head, "armed") or low(head) == "ils")
    return is_weapon(token) or is_weapon(head) or named


def is_natural(token: Token | None) -> bool:
    """Whether a word names what nature or mischance does: no party does it."""
    head = party_head(token)
    return head is not None and is_listed(head, "natural")


def fits(kind: str, token: Token | None) -> bool:
    """Whether a word is of a kind that an entry asks for: `people`, `armed`, `@place` (a name), or a closed list."""
    if token is None:
        return False
    if kind == "people":
        return is_people(token)
    if kind == "armed":
        return is_armed(token)
    head = party_head(token)
    if kind == "@place":
        return head is not None and head.pos_ == "PROPN"
    return head is not None and is_listed(head, kind)
