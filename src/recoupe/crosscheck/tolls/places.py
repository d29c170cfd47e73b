"""Which of the places of a dossier's tolls lies within another, and what shows it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from anyascii import anyascii

from recoupe.crosscheck.tolls.told import INSIDE, Names, key_of
from recoupe.crosscheck.tolls.words import sides
from recoupe.model.account import Dossier
from recoupe.model.judgement import NameOf
from recoupe.model.place import GazetteerEntry


class Places:
    """The places of a dossier by their keys: what the texts, the gazetteer and the names themselves say of each."""

    def __init__(self, dossier: Dossier, names: Names, scopes: Iterable[str]) -> None:
        self._named: dict[tuple[str, ...], set[str]] = {}
        for scope in scopes:
            self._named.setdefault(tuple(_words(scope)), set()).add(scope)
        self._parents: dict[str, set[str]] = {}
        self._entries: dict[str, dict[str, GazetteerEntry]] = {}
        for account in dossier.accounts:
            for place in account.places:
                key = key_of(names, NameOf.PLACE, place.name.name)
                if key is None:
                    continue
                # the region that a text names before a town is the region, not the town that it is named after
                if place.entry is not None and place.precision in ("exact", "country"):
                    self._entries.setdefault(key, {})[place.entry.id] = place.entry
                for parent in (place.parent, place.name.parent):
                    if (held := key_of(names, NameOf.PLACE, parent)) and held != key:
                        self._parents.setdefault(key, set()).add(held)
        self._countries: dict[str, set[str]] = {}
        for key in self._entries:
            if (entry := self._only(key)) is not None and entry.level == "country" and entry.country:
                self._countries.setdefault(entry.country, set()).add(key)

    def holders(self, scope: str) -> dict[str, str]:
        """Return the keys of the places that hold the place of a scope, each with why."""
        found: dict[str, str] = {}
        if INSIDE in scope:
            found[scope.split(INSIDE)[0]] = "the words narrow the place"
            return found
        if (entry := self._only(scope)) is not None and entry.country and entry.level != "country":
            for country in self._countries.get(entry.country, ()):
                found[country] = "the gazetteer has the one in the other"
        words = _words(scope)
        for size in range(1, len(words)):
            if set(words[size:]) <= sides():
                found |= dict.fromkeys(
                    self._named.get(tuple(words[:size]), ()), "the name is that of a side of the town"
                )
        found |= dict.fromkeys(self._parents.get(scope, ()), "a text names the one as lying in the other")
        found.pop(scope, None)
        return found

    def _only(self, key: str) -> GazetteerEntry | None:
        """Return the one place of the gazetteer that a name was bound to, None where it was bound to several."""
        entries = self._entries.get(key, {})
        return next(iter(entries.values())) if len(entries) == 1 else None


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", anyascii(name).casefold())
