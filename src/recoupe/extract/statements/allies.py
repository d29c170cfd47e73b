"""`l'allié russe du président` in, the country that an article names and that is meant by it out."""

from __future__ import annotations

from collections.abc import Iterable

from recoupe.extract.article_places import is_demonym
from recoupe.extract.statements.lexis import closed_words


def country_of(words: str, named: Iterable[str]) -> str | None:
    """Return the one country among some names whose people's adjective stands behind a word for an ally; None otherwise.

    >>> country_of("allié russe du président", ["Damas", "Russie"])
    'Russie'
    >>> country_of("allié de longue date", ["Russie"])
    """
    head, _, rest = words.partition(" ")
    adjective = rest.split(" ")[0]
    if head.casefold() not in closed_words("allies") or not adjective or adjective != adjective.casefold():
        return None
    meant = {name for name in named if " " not in name and is_demonym(adjective, name)}
    return meant.pop() if len(meant) == 1 else None
