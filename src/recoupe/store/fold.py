"""A name in, what two spellings of it have in common out: no case, no accents, no punctuation."""

from __future__ import annotations

import unicodedata


def fold(name: str | None) -> str:
    """Return a name as filters compare it.

    >>> fold("L’Hôpital d'Alep-Est")
    'l hopital d alep est'
    """
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", name or "") if not unicodedata.combining(sign))
    return " ".join("".join(sign if sign.isalnum() else " " for sign in bare.casefold()).split())
