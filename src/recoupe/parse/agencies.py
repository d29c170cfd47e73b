"""The words of a dateline, a byline or a signature in, the news agency that they name out."""

from __future__ import annotations

import re

from recoupe.lexicon.load import closed
from recoupe.parse.wording import plain

KNOWN: dict[str, str] = {plain(word): name for word, name in closed("fr", "layout", "agencies").items()}
NONE = frozenset(closed("fr", "layout", "no_agencies")["words"])
ACRONYM = re.compile(r"[A-Z][A-Za-zÀ-ÿ]?[A-Z]{1,5}(?:-[A-Z]{2,6})?")
WITH = re.compile(
    r"\b[Aa]vec (?:l['’](?:agence )?|la |le )?"
    r"((?:Agence|Presse|Associated|Chine)(?: [A-ZÀ-Þ][\w-]+| de| d[eu]s)*|[A-ZÀ-Þ][\w-]+)"
    r"|[©/] ?([A-Z][\w-]+)\s*\)?$|^([A-Z][\w-]+)\.?$"
)


def known(words: str) -> str | None:
    """Return the name of the agency that the words are, if they are one that is known.

    >>> known("afp"), known("Le Monde")
    ('AFP', None)
    """
    return KNOWN.get(plain(words.strip(" .,;:()[]/–—-©0123456789")))


def in_dateline(words: str) -> str | None:
    """Return the agency that stands in brackets in a dateline: one that is known, or an acronym that is no country.

    >>> in_dateline("ASP"), in_dateline("RDC"), in_dateline("Algérie")
    ('ASP', None, None)
    """
    for piece in (words, *re.split(r"[/,;]| et |-", words)):
        name = known(piece)
        if name:
            return name
    acronym = words.strip()
    return acronym if ACRONYM.fullmatch(acronym) and acronym not in NONE else None


def in_signature(words: str) -> str | None:
    """Return the agency whose copy a byline or a signature says the text is.

    >>> in_signature("(ats/belga/nb)"), in_signature("Avec ASP"), in_signature("bur-sah/vl/iw")
    ('ATS', 'ASP', None)
    """
    for piece in re.split(r"[/,;()]|\s[–—-]\s", words):
        name = known(piece)
        if name:
            return name
    for hit in WITH.finditer(words):
        found: str = next(group for group in hit.groups() if group)
        name = known(found)
        if name:
            return name
        if (ACRONYM.fullmatch(found) and found not in NONE) or found.startswith("Agence "):
            return found
    return None
