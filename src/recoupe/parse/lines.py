"""One line in, what it is out where it is no prose: stamp, byline, label, signature, caption or furniture."""

from __future__ import annotations

import re
from enum import StrEnum

from recoupe.lexicon.load import closed
from recoupe.model.article import BlockKind
from recoupe.parse import agencies
from recoupe.parse.stamps import Stamp, stamps_in
from recoupe.parse.wording import one_of, plain

FURNITURE = re.compile(one_of(closed("fr", "layout", "furniture")["wordings"]))
LABELS = frozenset(map(plain, closed("fr", "layout", "labels")["words"]))
BYLINE = re.compile(one_of(closed("fr", "layout", "bylines")["words"]) + r"\b ?:? ?")
CAPTION_WORD = one_of(closed("fr", "layout", "captions")["starts"])
HOLDER = one_of(closed("fr", "layout", "captions")["holders"])
ROLE = frozenset(map(plain, closed("fr", "layout", "bylines")["roles"]))

CAPITAL = r"(?:[dDlL]['’])?[A-ZÀ-ÖØ-ÞŒ][\w'’.-]*"
SMALL = r"(?:de|du|des|la|le|les|et|en|sur|à|al|el|ben|bin|van|von|der|den|ould|y|d['’]|l['’])"
NAME = re.compile(rf"(?:{SMALL} )?{CAPITAL}(?: (?:{SMALL}|{CAPITAL}))*(?: \([A-ZÀ-Þ][\w .'’-]*\))?")
INITIALS = re.compile(r"(?:[A-Z]\. ?-?(?:[A-Z][a-z]?\. ?-?)+|[A-Z]\. ?[A-Z][\w-]+)")
DESK = re.compile(
    r"/?[a-zé]{1,5}(?:[-/.][a-zé]{1,6})*[/][a-zé]{1,6}(?:[-/.][a-zé]{1,6})*/?|/[A-Z]{2,4}(?:/[A-Z]{2,4})*/"
)
BRACKETED = re.compile(r"[(\[][^()\[\]]{2,60}[)\]]\.?")
PHONE = re.compile(r"(?:T[ée]l\.? ?:? ?)?[+*]?\d{2,3}(?:[ .-]\d{2,3}){3,}")
DIVIDER = re.compile(r"\s*[|•·►▶♪☎✉]\s*|\s+[–—-]+\s+|\s+/\s+|(?<=[^\WA-ZÀ-Þ])(?<!Tél)\.(?:\s+|$)|\s*>\s*")
COPYRIGHT = re.compile(r"(?:[\w'’ -]{2,30} )?\(?© ?(?:(?:19|20)\d\d[ –-]*){1,2}[\w'’ -]{2,40}\)?\.?")
CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w|https?://|www\.|\+\d{1,3}[ .(]?\d[\d .()-]{6,}")
NUMBERISH = re.compile(
    r"\d|\b(?:une?|plusieurs|quelques|aucune?|premier|"
    + "|".join(map(plain, closed("fr", "numbers", "words")["words"]))
    + r"|\w+aines?|milliers?|mort|morts|mortes|blesses?|tue\w*)\b"
)
CAPTION_LONGEST = 450
STRIP = " .,;:|/–—-()[]•·>►♪\u00a0\u202f*#_"


class Part(StrEnum):
    FURNITURE = "furniture"
    LABEL = "label"
    BYLINE = "byline"
    AGENCY = "agency"
    NAME = "name"
    SHORT = "short"


def kind_of(line: str, *, head: bool, tail: bool) -> BlockKind | None:
    """Return what the line is, or None where it is prose, a title or a heading.

    `head` says that no prose stood before it, `tail` that at most a few short lines stand after it.

    >>> kind_of("Publié le 3 mai 2018 – Par Jeanne Petit", head=True, tail=False).value
    'stamp'
    >>> kind_of("Trois morts, vingt blessés", head=False, tail=False) is None
    True
    """
    line = line.strip()
    if not any(character.isalnum() for character in line):
        return BlockKind.FURNITURE
    if DESK.fullmatch(line.strip("()[] ")) or COPYRIGHT.fullmatch(line):
        return BlockKind.SIGNATURE
    if is_caption(line):
        return BlockKind.CAPTION
    if len(line) > 260:
        return None
    if is_contact(line):
        return BlockKind.FURNITURE
    if FURNITURE.fullmatch(plain(line).strip(STRIP)):
        return BlockKind.FURNITURE
    stamps = stamps_in(line)
    parts = _parts(line, stamps, loose=head and any(stamp.when for stamp in stamps))
    if parts is None:
        return None
    return _kind_of_parts(line, stamps, parts, head=head, tail=tail)


def _kind_of_parts(line: str, stamps: list[Stamp], parts: list[Part], *, head: bool, tail: bool) -> BlockKind | None:
    if stamps:
        if not (head or tail) and not parts and not any(stamp.changed for stamp in stamps):
            return None  # a day or an hour alone, over what happened then
        if (
            set(parts) <= {Part.NAME, Part.SHORT}
            and parts
            and not any("h" in plain(line[s.start : s.end]) for s in stamps)
        ):
            return BlockKind.DATELINE
        return BlockKind.STAMP
    if Part.SHORT in parts or not parts:
        return None
    if tail and Part.FURNITURE not in parts and (set(parts) != {Part.NAME} or _is_signature(line)):
        return BlockKind.SIGNATURE
    if Part.BYLINE in parts or Part.AGENCY in parts:
        return BlockKind.BYLINE
    if Part.FURNITURE in parts and " > " not in line:
        return BlockKind.FURNITURE
    if Part.LABEL in parts or " > " in line:
        return BlockKind.LABEL
    if re.search(r"\s/\s[A-Z]{2,6}$", line):
        return BlockKind.BYLINE
    return None


def _is_signature(line: str) -> bool:
    """Say whether a short last line is somebody's name: initials, or two to four words that are all capitalised."""
    bare = line.strip(" .,–—-()[]")
    if INITIALS.fullmatch(line.strip(" –—-()[]")):
        return True
    return 2 <= len(bare.split()) <= 4 and not bare.isupper() and NAME.fullmatch(bare) is not None


def _parts(line: str, stamps: list[Stamp], *, loose: bool) -> list[Part] | None:
    """Return what the pieces of the line around its stamps are, or None where one of them is prose."""
    rest, at = [], 0
    for stamp in stamps:
        rest.append(line[at : stamp.start])
        at = stamp.end
    rest.append(line[at:])
    parts: list[Part] = []
    for stretch in rest:
        for piece in DIVIDER.split(stretch):
            found = _part(piece)
            if found is None and "," in piece:
                pieces = [_part(smaller) for smaller in piece.split(",") if smaller.strip(STRIP)]
                if None not in pieces:
                    parts += [part for part in pieces if part]
                    continue
            if found is None and piece.strip(STRIP):
                if not loose or len(piece.split()) > 5 or NUMBERISH.search(plain(piece)):
                    return None
                found = Part.SHORT
            if found:
                parts.append(found)
    if parts.count(Part.SHORT) > 2:
        return None
    return parts


def _part(piece: str) -> Part | None:
    bare = piece.strip(STRIP)
    if bare.count("(") > bare.count(")"):
        bare += ")"
    words = plain(bare)
    if not bare:
        return None
    if FURNITURE.fullmatch(words) or PHONE.fullmatch(bare):
        return Part.FURNITURE
    if words in LABELS:
        return Part.LABEL
    if agencies.known(bare):
        return Part.AGENCY
    byline = BYLINE.match(words)
    if byline and _names_only(bare[byline.end() :]):
        return Part.BYLINE
    if (
        (NAME.fullmatch(bare) or INITIALS.fullmatch(piece.strip()))
        and len(bare.split()) <= 7
        and not re.search(r"\d", bare)
    ):
        return Part.NAME
    return None


def _names_only(words: str) -> bool:
    tokens = words.replace(",", " ").split()
    return len(tokens) <= 10 and all(
        re.fullmatch(CAPITAL, token.strip("().")) or re.fullmatch(SMALL, token) or plain(token) in ROLE
        for token in tokens
    )


def is_caption(line: str) -> bool:
    """Say whether a line is a caption or a credit: it opens with the word and a colon, or closes with a credit."""
    if len(line) > CAPTION_LONGEST:
        return False
    words = plain(line)
    if re.match(rf"[\[(]?{CAPTION_WORD}(?: ?[:|\])]| ?[–—] | de l'{HOLDER}|(?: \w+)? ?©)", words):
        return True
    if re.match(
        r"[\[(]?PHOTOS? [A-ZÀ-Þ ,./'’-]+[\])]?$|[\[(]?Photos? (?:de |par )?(?:[A-ZÀ-Þ][\w.'’-]+[ ,/]*){1,5}[\])]?$",
        line,
    ):
        return True
    if re.search(rf"[(\[] ?{CAPTION_WORD}\b[^()\[\]]{{0,60}}[)\]]\.?$", words):
        return True
    if re.search(r"\.? PHOTO [A-ZÀ-Þ ,./'’-]+$", line):
        return True
    credit = re.search(r"[©]", line)
    if credit is None:
        return False
    return len(line) - credit.start() < 80 and not re.match(r"(?:19|20)\d\d", line[credit.end() :].strip())


def is_contact(line: str) -> bool:
    """Say whether a short line gives an address or a phone number, with no whole sentence and no number before."""
    hit = CONTACT.search(line)
    if hit is None:
        return bool(re.match(r"©|\(c\) ?(?:19|20)\d\d|copyright\b", plain(line))) and len(line) < 120
    before = line[: hit.start()]
    return len(line) < 200 and not re.search(r"[.!?] ", before) and not re.search(r"\d{2}|\b\d\b", before)
