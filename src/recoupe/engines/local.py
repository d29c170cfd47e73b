"""Documents in, digests out, on this machine, one after the other."""

from __future__ import annotations

import hashlib
import logging
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from tomllib import TOMLDecodeError
from typing import TYPE_CHECKING

from recoupe.errors import CacheUnusable, LexiconBroken, ModelMissing, ReadingFailed, RecoupeError
from recoupe.extract.fingerprint import made_by
from recoupe.model.article import Article, Raw
from recoupe.model.digest import Digest
from recoupe.model.skipped import Skipped
from recoupe.settings import Settings

if TYPE_CHECKING:
    from recoupe.extract.gazetteer import Gazetteer

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalEngine:
    """Reads in this process; the language pipeline and the gazetteer are loaded at the first document."""

    settings: Settings

    def made_by(self) -> str:
        """Return the fingerprint of the code, lexicons, libraries and gazetteers that would read now.

        The same fingerprint reads the same document the same way; so what it read need not be read again.
        """
        folder = self.settings.gazetteers
        added = sorted(folder.glob("*.jsonl")) if folder.is_dir() else []
        if not added:
            return made_by()
        stands = [(path, path.stat()) for path in added]
        return f"{made_by()}+{_hash_of(tuple((path, stat.st_mtime_ns, stat.st_size) for path, stat in stands))}"

    def read(self, raws: Iterable[Raw]) -> Iterator[tuple[Raw, Digest | Skipped]]:
        """Yield each document with what it says, or with why it was not read.

        Errors: ModelMissing, LexiconBroken, CacheUnusable: what no document could be read without.
        """
        gazetteer, made = None, self.made_by()
        for raw in raws:
            gazetteer = gazetteer or self._tools()
            for outcome in _read(raw, gazetteer):
                yield raw, replace(outcome, made_by=made) if isinstance(outcome, Digest) else outcome

    def digest(self, article: Article) -> Digest:
        """Return what an article says, counted from the day that it has now.

        Errors: ModelMissing, LexiconBroken, CacheUnusable.
        """
        from recoupe.flow import digest

        return digest(article, self._tools())

    def _tools(self) -> Gazetteer:
        from recoupe.extract import pipeline
        from recoupe.extract.gazetteer import Gazetteer

        try:
            pipeline.load()
        except (OSError, ImportError) as error:
            raise ModelMissing(pipeline.MODEL, str(error)) from error
        try:
            gazetteer = Gazetteer.open(self.settings.cache, self.settings.gazetteers)
            # an index that was cut off shows at the first question, and no article could be read with it
            gazetteer.lookup("Paris")
        except (OSError, sqlite3.Error) as error:
            raise CacheUnusable(str(self.settings.cache), str(error)) from error
        return gazetteer


@lru_cache(maxsize=4)
def _hash_of(files: tuple[tuple[Path, int, int], ...]) -> str:
    """Return a hash of the names and the bytes of files, which are read again where their time or size is another."""
    taken = hashlib.sha256()
    for path, _, _ in files:
        taken.update(path.name.encode() + b"\x00" + path.read_bytes())
    return taken.hexdigest()[:8]


def _read(raw: Raw, gazetteer: Gazetteer) -> list[Digest | Skipped]:
    from recoupe.flow import digests

    try:
        return list(digests((raw,), gazetteer))
    except RecoupeError:
        raise
    except TOMLDecodeError as error:
        raise LexiconBroken(detail=str(error)) from error
    except Exception as error:
        # a fault of ours in one article must not cost the others; -vv shows where it happened
        _log.debug("%s", raw.origin, exc_info=True)
        failed = ReadingFailed(raw.name, f"{type(error).__name__}: {error}")
        return [Skipped.because(failed, name=raw.name, stage="extract")]
