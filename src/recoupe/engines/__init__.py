"""Where the reading runs: documents in, digests out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from recoupe.model.article import Article, Raw
from recoupe.model.digest import Digest
from recoupe.model.skipped import Skipped


class Engine(Protocol):
    """Reads documents. It never writes to a ledger."""

    def made_by(self) -> str:
        """Return the fingerprint of what would read now, without loading the language pipeline."""

    def read(self, raws: Iterable[Raw]) -> Iterator[tuple[Raw, Digest | Skipped]]:
        """Yield each document with what it says, or with why it was not read; one bad document stops no other."""

    def digest(self, article: Article) -> Digest:
        """Return what an article says, counted from the day that it has now; for one that was dated by others."""
