"""A noun for a kind of body and a name in, whether the name can be of that kind out: `le syndicat` is no Red Cross."""

from __future__ import annotations

import re

from recoupe.extract.statements.lexis import closed_words, is_a, world_bodies
from recoupe.extract.statements.offices import TOKENS
from recoupe.extract.statements.small_words import ACRONYM
from recoupe.extract.statements.wording import head_of

# nouns that only a union is taken up by; `leagues` hold others as well
UNIONS = frozenset(["syndicat", "centrale", "intersyndicale"])


def suits(head: str, name: str, title: str | None = None) -> bool:
    """Say whether a body can be taken up by a noun of its kind: a firm by `l'exploitant`, a union by `le syndicat`.

    `title` is the noun that the article sets beside the name. What no noun of a kind tells apart suits every body.

    >>> suits("syndicat", "Croix-Rouge"), suits("syndicat", "Union des dockers"), suits("société", "Ville de Namur")
    (False, True, False)
    """
    kind = next((each for each in ("firms", "leagues") if head in closed_words(each)), None)
    kind = "unions" if head in UNIONS else kind
    if kind is None:
        return True
    if head == "groupe":
        # a firm, a league or an armed one
        return head_of(name) not in closed_words("public")
    if title is not None and any(head_of(title) in closed_words(each) for each in ("firms", "unions", "leagues")):
        kin = closed_words(kind) | (closed_words("unions") if kind == "leagues" else frozenset())
        return head_of(title) in kin
    words = [word.casefold().split("'")[-1].split("’")[-1] for word in TOKENS.findall(name)]
    if kind == "unions":
        return bool(set(words) & closed_words("unions")) or _unspelled(name)
    public = any(word in closed_words("public") for word in words[:2])
    if kind == "firms":
        other = is_a(head_of(name), "organisation") or head_of(name) in closed_words("leagues") | closed_words("unions")
        own = head_of(name) in closed_words("firms")
        return own or not (public or other or name.split()[0] in world_bodies())
    return not public and head_of(name) not in closed_words("firms")


def _unspelled(name: str) -> bool:
    """Say whether a name is letters that the article spells out nowhere, and no body of the world's."""
    return ACRONYM.match(name) is not None and name not in world_bodies()


# `Aurel Gaz, son exploitant`, `Aurel Gaz, la société qui gère le dépôt`, `exploitée par Aurel Gaz`
OF_TRADE = r"(?:[^\W\d]+(?:ier|ière|el|elle|aire|ique|al|ale|ais|aise|ien|ienne|ois|oise)\s)?"
BEHIND = re.compile(
    r"(?:\s\([^()]{2,40}\))?,\s(?:son\s|sa\s|l['’]|leur\s|le\s|la\s|une?\s)?(?:principale?\s|ancien(?:ne)?\s)?(?P<noun>[^\W\d_]+)\b"
)
AHEAD = re.compile(
    rf"\b(?:(?P<noun>[^\W\d_]+)\s{OF_TRADE}|(?P<run>exploité|géré|opéré|affrété|détenu|construit)e?s?\spar\s)(?:la\s|le\s|l['’])?$"
)


def firm_beside(before: str, after: str) -> str | None:
    """Return the noun of a firm that stands beside a name: before it, behind a comma, or in who runs a works.

    >>> firm_beside("a annoncé ", ", son exploitant."), firm_beside("du site, exploité par ", " depuis 2003")
    ('exploitant', 'exploitant')
    """
    if (behind := BEHIND.match(after)) is not None and behind["noun"].casefold() in closed_words("firms"):
        return behind["noun"].casefold()
    ahead = AHEAD.search(before)
    if ahead is None:
        return None
    if ahead["run"] is not None:
        return "exploitant"
    return ahead["noun"].casefold() if ahead["noun"].casefold() in closed_words("firms") else None
