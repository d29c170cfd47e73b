"""A text in, the text with `Ã©` turned back into `é` out, where that is certain."""

from __future__ import annotations

import re

# how bytes 0x80 to 0xBF of UTF-8 look when they are read as Windows-1252 or Latin-1
WINDOWS = {
    bytes([byte]).decode("cp1252"): byte for byte in range(0x80, 0xC0) if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
TRAIL = WINDOWS | {chr(byte): byte for byte in range(0x80, 0xC0)}
TRAILS = "[" + re.escape("".join(TRAIL)) + "]"
BROKEN = re.compile(rf"[ÂÃÅ]{TRAILS}|â{TRAILS}{TRAILS}|Ã (?=[\s\u00a0])")
# what French text has beyond ASCII; anything else that comes out shows that the text was not broken
MENDED = re.compile(r"[\u00a0-\u00ff\u0152\u0153\u0178\u2010-\u2026\u2030-\u203a\u202f\u20ac\u2122\u2212\u2009]")


def mend(text: str) -> tuple[str, int]:
    """Return the text with its broken characters mended, and how many they were: none where it is not certain.

    It is certain where every stretch that looks broken turns into a character that French is written with.

    >>> mend("Trois blessÃ©s Ã\u00a0 NÃ®mes, lâ€™armÃ©e")
    ('Trois blessés à Nîmes, l’armée', 5)
    """
    total = 0
    for _ in range(2):  # text that was broken twice
        mended, count = _mend_once(text)
        if not count:
            break
        text, total = mended, total + count
    return text, total


def _mend_once(text: str) -> tuple[str, int]:
    if "Ã" not in text and "Â" not in text and "â" not in text and "Å" not in text:
        return text, 0
    pieces, at, count = [], 0, 0
    for hit in BROKEN.finditer(text):
        character = _character(hit.group())
        if character is None or not MENDED.fullmatch(character):
            return text, 0
        pieces += [text[at : hit.start()], character]
        at, count = hit.end(), count + 1
    return "".join([*pieces, text[at:]]), count


def _character(broken: str) -> str | None:
    lead, trail = broken[0], broken[1:]
    if trail == " ":
        return "à"
    try:
        return bytes([ord(lead), *(TRAIL[character] for character in trail)]).decode("utf-8")
    except (UnicodeDecodeError, KeyError):
        return None
