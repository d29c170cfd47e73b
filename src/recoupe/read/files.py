"""Paths in, raw documents out: files, folders and standard input; what cannot be read comes out as `Skipped`."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from recoupe.errors import (
    FileEmpty,
    FileMissing,
    FileTooLarge,
    FileUnreadable,
    FolderWithoutReports,
    JsonBroken,
    JsonWithoutText,
    RecoupeError,
    TypeUnknown,
)
from recoupe.model.article import Raw
from recoupe.model.skipped import Skipped
from recoupe.read import json_items, sidecar
from recoupe.read.given import Given

__all__ = ["MAX_BYTES", "MAX_JSON_BYTES", "Given", "read_paths"]

# one article: a long report has some 50 kB; five million bytes are a mailbox, a database or a mistake
MAX_BYTES = 5_000_000
# a JSON document is held whole; a file of JSON lines may have any size
MAX_JSON_BYTES = 200_000_000

MEDIA = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}

_ODD = re.compile(r"[\udc80-\udcff]")

Rows = dict[str, sidecar.Row]


def read_paths(
    paths: Sequence[str],
    *,
    given: Given | None = None,
    stdin: BinaryIO | None = None,
    ignored: Callable[[str], None] | None = None,
) -> Iterator[Raw | Skipped]:
    """Yield a raw document for each article under the paths, in the order of the paths and then of the names.

    A path is a file, a folder (read with all below it, hidden names left out) or `-` for text on `stdin`; one that is
    given twice is read once. Metadata is
    that of `given`, else of the sidecar `articles.csv` beside the file, else of the JSON object. A file of another type
    is a `Skipped` where it was named itself; found in a folder it is only told to `ignored`. Raises for no document.
    """
    reader = _Reader(given or Given(), ignored or (lambda _: None))
    for path in dict.fromkeys(paths):
        if path == "-":
            yield from reader.stream(stdin)
        else:
            yield from reader.path(path)


class _Reader:
    """What one call knows: the options, and the sidecars read so far."""

    def __init__(self, given: Given, ignored: Callable[[str], None]) -> None:
        self.given = given
        self.ignored = ignored
        self.sidecars: dict[Path, Rows] = {}

    def path(self, words: str) -> Iterator[Raw | Skipped]:
        path = Path(words)
        try:
            if path.is_dir():
                yield from self.folder(path)
            elif not path.exists():
                yield _skipped(FileMissing(words), path.name or words)
            elif not path.is_file():
                yield _skipped(FileUnreadable(words, "neither a file nor a folder"), path.name or words)
            else:
                yield from self.file(path, named=True)
        except (OSError, ValueError) as error:
            yield _skipped(FileUnreadable(words, _why(error)), path.name or words)

    def folder(self, folder: Path) -> Iterator[Raw | Skipped]:
        def faulty(error: OSError) -> None:
            faults.append(error)

        faults: list[OSError] = []
        empty = True
        for top, names, files in os.walk(folder, onerror=faulty):
            names[:] = sorted(name for name in names if not name.startswith("."))
            for error in faults:
                yield _skipped(FileUnreadable(str(error.filename), _why(error)), Path(str(error.filename)).name)
            faults.clear()
            for name in sorted(files):
                if not name.startswith("."):
                    for document in self.file(Path(top) / name, named=False):
                        empty = False
                        yield document
        for error in faults:
            empty = False
            yield _skipped(FileUnreadable(str(error.filename), _why(error)), Path(str(error.filename)).name)
        if empty:
            yield _skipped(FolderWithoutReports(str(folder)), folder.name or str(folder))

    def file(self, path: Path, *, named: bool) -> Iterator[Raw | Skipped]:
        media = MEDIA.get(path.suffix.casefold(), "text" if not path.suffix and named else None)
        if path.name == sidecar.NAME and not named:
            return
        if media is None:
            if named:
                yield _skipped(TypeUnknown(str(path), path.suffix), path.name)
            else:
                self.ignored(str(path))
            return
        if not named and path.exists() and not path.is_file():
            # a named pipe or a device in a folder would be waited for without end
            self.ignored(str(path))
            return
        if path.parent not in self.sidecars:
            self.sidecars[path.parent], fault = sidecar.row_or_fault(path.parent)
            if fault is not None:
                yield _skipped(fault, sidecar.NAME)
        try:
            if media == "jsonl":
                yield from self.json_lines(path)
            else:
                yield from self.document(path, media)
        except OSError as error:
            yield _skipped(FileUnreadable(str(path), _why(error)), path.name)

    def document(self, path: Path, media: str) -> Iterator[Raw | Skipped]:
        size = path.stat().st_size
        if size > (MAX_JSON_BYTES if media == "json" else MAX_BYTES):
            yield _skipped(FileTooLarge(str(path), _megabytes(size)), path.name)
            return
        data = path.read_bytes()
        if not data.strip():
            yield _skipped(FileEmpty(str(path)), path.name)
        elif media == "json":
            yield from self.items(path, json_items.whole(data))
        else:
            yield self.raw(path.name, str(path), data, media, self.sidecars[path.parent], {})

    def json_lines(self, path: Path) -> Iterator[Raw | Skipped]:
        with path.open("rb") as stream:
            yield from self.items(path, json_items.lines(stream, MAX_BYTES))

    def items(self, path: Path, items: Iterator[json_items.Item]) -> Iterator[Raw | Skipped]:
        """Yield the articles of one JSON file; one whose first whole object has no text is no file of articles."""
        seen = found = False
        for item in items:
            seen = True
            place = f"{path.name}:{item.number}"
            if item.value is None:
                yield _skipped(JsonBroken(str(path), item.fault), place)
            elif not _is_article(item.value):
                why = f"object {item.number} is none"
                if not found:
                    yield _skipped(JsonWithoutText(str(path), why), path.name)
                    return
                yield _skipped(JsonWithoutText(str(path), why), place)
            elif len(item.data) > MAX_BYTES:
                yield _skipped(FileTooLarge(str(path), _megabytes(len(item.data))), place)
            else:
                found = True
                name = item.value.get("id")
                name = name if isinstance(name, str) and name.strip() else place
                origin = f"{path}:{item.number}"
                yield self.raw(name, origin, item.data, "json", self.sidecars[path.parent], item.value)
        if not seen:
            yield _skipped(FileEmpty(str(path)), path.name)

    def stream(self, stdin: BinaryIO | None) -> Iterator[Raw | Skipped]:
        name = "stdin"
        try:
            data = stdin.read(MAX_BYTES + 1) if stdin is not None else b""
        except (OSError, ValueError) as error:
            yield _skipped(FileUnreadable("-", _why(error)), name)
            return
        if len(data) > MAX_BYTES:
            yield _skipped(FileTooLarge("-", f"more than {MAX_BYTES // 1_000_000} MB"), name)
        elif not data.strip():
            yield _skipped(FileEmpty("-"), name)
        else:
            yield self.raw(name, "-", data, "text", {}, {})

    def raw(self, name: str, origin: str, data: bytes, media: str, rows: Rows, value: dict[str, object]) -> Raw:
        """Return the document with each piece of metadata from the first that has it: options, sidecar, JSON object."""
        row = rows.get(name) or rows.get(Path(origin).name)

        def known(key: str) -> str | None:
            for words in (getattr(self.given, key), getattr(row, key, None), value.get(key)):
                if isinstance(words, str) and words.strip():
                    return words.strip()
            return None

        return Raw(
            name=_written(name),
            origin=_written(origin),
            data=data,
            media=media,
            title=known("title"),
            publisher=known("publisher"),
            url=known("url"),
            language=known("language"),
            published=known("published"),
        )


def _is_article(value: dict[str, object]) -> bool:
    """Say whether an object is an article: it has a text, and no offsets as exported records have."""
    return isinstance(value.get("text"), str) and not ("start" in value and "end" in value)


def _skipped(error: RecoupeError, name: str) -> Skipped:
    return Skipped.because(error, name=name, stage="read")


def _written(name: str) -> str:
    """Return a name that can be stored: bytes in a file's name that are no UTF-8 are written out as `\\xff`."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace") if _ODD.search(name) else name


def _why(error: Exception) -> str:
    return (error.strerror or "") if isinstance(error, OSError) else str(error)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB, the limit is {MAX_BYTES // 1_000_000} MB"
