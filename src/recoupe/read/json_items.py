"""The bytes of a JSON file in, one piece for each object in it out, each still as the bytes it was."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

SPACE = re.compile(r"[ \t\r\n]*")


@dataclass(frozen=True, slots=True)
class Item:
    """One object of a file: where it stands (a line, or a place in the list), its bytes, and the object itself, or None
    and why it is broken."""

    number: int
    data: bytes
    value: dict[str, object] | None
    fault: str = ""


def lines(stream: BinaryIO, limit: int) -> Iterator[Item]:
    """Yield an item for each line that is not blank; a broken or over-long line is an item with a fault."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) > limit:
            while line and not line.endswith(b"\n"):
                line = stream.readline(limit)
            yield Item(number, b"", None, f"line {number} is longer than {limit // 1_000_000} MB")
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield _item(number, line, f"line {number}")


def whole(data: bytes) -> Iterator[Item]:
    """Yield the objects of one JSON document: itself, those of its list, or one after the other.

    Where the document breaks, what came before it is yielded and then one item with a fault.
    """
    try:
        text = decoded(data)
    except UnicodeDecodeError as error:
        yield Item(1, data, None, f"encoding: {error.reason}")
        return
    at = _skip(text, 0)
    in_list = text.startswith("[", at)
    at = _skip(text, at + 1) if in_list else at
    decoder, number = json.JSONDecoder(), 0
    while at < len(text) and not (in_list and text[at] == "]"):
        number += 1
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            yield Item(number, b"", None, f"object {number}: {_short(error)}")
            return
        piece = text[at:end].encode("utf-8", "surrogatepass")
        if isinstance(value, dict):
            yield Item(number, piece, value)
        else:
            yield Item(number, piece, None, f"object {number}: not an object")
        at = _skip(text, end)
        if in_list and text.startswith(",", at):
            at = _skip(text, at + 1)
    if in_list and at >= len(text):
        yield Item(number + 1, b"", None, f"the list breaks off after object {number}")


def decoded(data: bytes) -> str:
    """Return the text of JSON bytes: UTF-8, UTF-16 or UTF-32 as the standard has it, else Windows' Western set."""
    try:
        return data.decode(json.detect_encoding(data))
    except UnicodeDecodeError:
        return data.decode("cp1252")


def _item(number: int, data: bytes, where: str) -> Item:
    try:
        value = json.loads(decoded(data))
    except (ValueError, RecursionError) as error:
        return Item(number, data, None, f"{where}: {_short(error)}")
    if not isinstance(value, dict):
        return Item(number, data, None, f"{where}: not an object")
    return Item(number, data, value)


def _short(error: Exception) -> str:
    return error.msg.removesuffix(" at") if isinstance(error, json.JSONDecodeError) else type(error).__name__


def _skip(text: str, at: int) -> int:
    hit = SPACE.match(text, at)
    return hit.end() if hit else at
