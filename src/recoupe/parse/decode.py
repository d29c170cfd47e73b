"""Bytes in, their text and the name of their encoding out; what is no text is told from text in a wrong encoding."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from recoupe.errors import NotText

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
MAGIC = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text file"),
)
# what French text in a single-byte encoding is, in the order of how often it is met
WESTERN = ("cp1252", "mac_roman", "cp850")
USUAL = frozenset("éèàçêôîûâëïùœæÉÈÀÇÊÔÎÂËÏŒ«»’‘“”–—…°€•·\u00a0ñóáíúöüäß№ºª²³½")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding its bytes were in, and what the reader should know of how it was read."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """Return the text of the bytes. Errors: NotText for what is none.

    UTF-8 is taken wherever it fits; bytes that do not fit in a text that otherwise does are read as Windows-1252, one
    by one; else the Western encodings are weighed by how French the text looks, and last any other.

    >>> decode("Trois blessés".encode("cp1252")).text
    'Trois blessés'
    """
    for magic, what in MAGIC:
        if data.startswith(magic):
            raise NotText(detail=what)
    decoded = _with_bom(data) or _utf16_without_bom(data) or _utf8(data) or _single_byte(data)
    odd = len(CONTROL.findall(decoded.text))
    if "\x00" in decoded.text or odd > max(2, len(decoded.text) // 50):
        raise NotText(detail="control characters")
    return decoded


def _with_bom(data: bytes) -> Decoded | None:
    for bom, codec, name in BOMS:
        if data.startswith(bom):
            try:
                return Decoded(data.decode(codec), name)
            except UnicodeDecodeError:
                if name == "utf-8":
                    return _utf8(data[len(bom) :]) or _single_byte(data[len(bom) :])
                return Decoded(data.decode(codec, errors="replace"), name, ("encoding: bytes that fit no character",))
    return None


def _utf16_without_bom(data: bytes) -> Decoded | None:
    """Return the text of UTF-16 that does not say so: nearly every second byte of Western text is then zero."""
    half = len(data) // 2
    if half < 4 or b"\x00" not in data:
        return None
    for zeros, codec in ((data[1::2], "utf-16-le"), (data[0::2], "utf-16-be")):
        if zeros.count(0) > 0.8 * half:
            try:
                return Decoded(data.decode(codec), codec)
            except UnicodeDecodeError:
                return None
    return None


def _utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
            return Decoded(data[: error.start].decode("utf-8"), "utf-8", ("encoding: the last character is cut off",))
    text = data.decode("utf-8", errors="surrogateescape")
    astray = sum("\udc80" <= character <= "\udcff" for character in text)
    fitting = sum(character > "\x7f" for character in text) - astray
    if fitting < 3 or astray * 4 > fitting:
        return None
    mended = "".join(_as_windows(character) if "\udc80" <= character <= "\udcff" else character for character in text)
    return Decoded(mended, "utf-8", (f"encoding: {astray} bytes in UTF-8 text read as Windows-1252",))


def _as_windows(escaped: str) -> str:
    return bytes([ord(escaped) - 0xDC00]).decode("cp1252", errors="replace")


def _single_byte(data: bytes) -> Decoded:
    best, best_score = None, -1.0
    for codec in WESTERN:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        score = _how_usual(text)
        if score > best_score:
            best, best_score = Decoded(text, codec), score
    if best is not None and best_score >= 0.8:
        return best
    from charset_normalizer import from_bytes  # seldom needed

    guess = from_bytes(data).best()
    if guess is not None:
        return Decoded(str(guess), guess.encoding, ("encoding: guessed",))
    return best or Decoded(data.decode("latin-1"), "latin-1", ("encoding: guessed",))


def _how_usual(text: str) -> float:
    """Return the share of the characters beyond ASCII that French text is usually made of; a capital amid small letters
    (`bless…Šs`) is none of them."""
    beyond = [
        (character, text[at - 1] if at else " ") for at, character in enumerate(text[:200_000]) if character > "\x7f"
    ]
    if not beyond:
        return 1.0
    usual = sum(character in USUAL and not (character.isupper() and before.islower()) for character, before in beyond)
    return usual / len(beyond)
