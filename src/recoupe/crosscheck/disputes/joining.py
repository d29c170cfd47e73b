"""What the rules for disputes share: names, origins, what hangs together, ids."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from typing import Protocol

from recoupe.model.account import Account
from recoupe.model.judgement import NameOf

_LAST = "9999"
"""After every day: an article without one anchors nothing that a dated one tells."""


class Names(Protocol):
    """Which names mean one: those that share a key."""

    def key(self, of: NameOf, name: str | None) -> str | None: ...


class Origins(Protocol):
    """The ids of the independent origins behind some records, taken together."""

    def behind(self, records: Iterable[str], *, credited_to: str | None = None) -> tuple[str, ...]: ...


def one_name(names: Names, of: NameOf, name: str) -> str:
    """Return the name that stands for all that mean the same as one."""
    return names.key(of, name) or name


def anchored(sort: str, records: Iterable[tuple[Account, int, str]]) -> str:
    """Return an id that rests on the first told of some records, given with their articles and offsets: a later article
    that tells the same does not change it."""
    first = min(records, key=lambda one: (one[0].article.published or _LAST, one[0].article.id, one[1], one[2]))
    return blake2b(f"{sort}\n{first[2]}".encode(), digest_size=8).hexdigest()


def identifier(*parts: Iterable[str] | str) -> str:
    """Return an id made of what something consists of, in whatever order that came."""
    words = [part if isinstance(part, str) else "\n".join(sorted(part)) for part in parts]
    return blake2b("\n\n".join(words).encode(), digest_size=8).hexdigest()
