"""Words as data: what a language's words mean to the rules, each entry with sentences that show it."""

from recoupe.lexicon.load import closed, entries, family, languages
from recoupe.lexicon.schema import Entry

__all__ = ["Entry", "closed", "entries", "family", "languages"]
