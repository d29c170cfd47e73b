"""An article's text in, its blocks with their sentences out: what is read told apart from what stands around it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from recoupe.model.article import READ_KINDS, Block, BlockKind
from recoupe.model.span import Span
from recoupe.parse.datelines import agency_of, cut
from recoupe.parse.lines import NUMBERISH, kind_of
from recoupe.parse.paragraphs import Paragraph, find_paragraphs
from recoupe.parse.sentences import split_sentences
from recoupe.parse.wording import plain

TITLE_LONGEST = 240
HEADING_LONGEST, HEADING_WORDS = 100, 15
NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]{1,5}|[A-H])(?:[.)°]|\.\d\.?| ?[–—-]) ?\S")
BULLET = re.compile(r"[•·*►▪◦‣–—-]\s")
DASHED = re.compile(r"[–—-] ?\S.*\S ?[–—-]")
QUOTED = re.compile(r"[«“\"'‘].*[»”\"'’]")
STOP = re.compile(r"[.!?] ")
OPEN_END = re.compile(r"[.:;,…]['’»”\")\]\s]*$")
CREDIT_ONLY = re.compile(r"[\[(]?(?:PHOTOS?|Photos?|Crédits?|©)\b[^.!?«]{0,80}$")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the text before it is a block; `kind` is None while it may still be prose, title or heading."""

    kind: BlockKind | None
    start: int
    end: int
    paragraph: int
    wrapped: bool = False
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a text, and the agency whose copy it says it is."""

    blocks: tuple[Block, ...]
    agency: str | None


def lay_out(text: str, title: str | None = None) -> Layout:
    """Return the blocks of the text in order; they do not overlap, and what is in none is white space.

    What cannot be told apart with some certainty is BODY: to read a line too many costs less than to lose a figure.
    """
    stretches = _captions(_titled(text, _stretches(text), title), text)
    stretches = _headings(text, stretches)
    agency = next((stretch.agency for stretch in stretches if stretch.agency), None)
    return Layout(tuple(_block(text, stretch) for stretch in stretches), agency)


def _stretches(text: str) -> list[Stretch]:
    """Return the pieces of all paragraphs, with the kind of each that is no prose."""
    paragraphs = find_paragraphs(text)
    prose = [at for at, paragraph in enumerate(paragraphs) if _is_prose(text, paragraph)]
    first, last = (prose[0], prose[-1]) if prose else (min(3, len(paragraphs)), 0)
    found: list[Stretch] = []
    for at, paragraph in enumerate(paragraphs):
        words = text[paragraph.start : paragraph.end]
        kind = kind_of(words, head=at < max(first, 2), tail=at > last and at > 0)
        if kind is not None:
            agency = agency_of(words) if kind not in (BlockKind.CAPTION, BlockKind.FURNITURE) else None
            found.append(Stretch(kind, paragraph.start, paragraph.end, at, paragraph.wrapped, agency))
            continue
        for piece in cut(words):
            start, end = _trim(text, paragraph.start + piece.start, paragraph.start + piece.end)
            if start < end:
                found.append(Stretch(piece.kind, start, end, at, paragraph.wrapped, piece.agency))
    return found


def _is_prose(text: str, paragraph: Paragraph) -> bool:
    """Say whether a paragraph is plainly prose: long, or closed with a full stop after several words."""
    words = text[paragraph.start : paragraph.end]
    if kind_of(words, head=True, tail=True) is not None:
        return False
    tail = words[-40:]
    if len(words) > 120 and (re.search(r"[.!?…»”\"]\W*$", tail) or STOP.search(words)):
        return True
    return len(words.split(None, 6)) >= 6 and bool(re.search(r"[a-zà-ÿ0-9)%»”\"][.!?]['’»”\")\s]*$", tail))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _titled(text: str, stretches: list[Stretch], title: str | None) -> list[Stretch]:
    """Return the stretches with the title told: the given one, or the first line that closes without a full stop."""
    open_ones = [at for at, stretch in enumerate(stretches) if stretch.kind is None]
    if not open_ones:
        return stretches
    at = open_ones[0]
    first = stretches[at]
    words = text[first.start : first.end]
    if len(open_ones) > 1 and _is_section(words, text, stretches[open_ones[1]]):
        stretches = [*stretches[:at], replace(first, kind=BlockKind.LABEL), *stretches[at + 1 :]]
        at = open_ones[1]
        first = stretches[at]
        words = text[first.start : first.end]
        open_ones = open_ones[1:]
    after_dateline = (
        at > 0 and stretches[at - 1].paragraph == first.paragraph and (stretches[at - 1].kind is BlockKind.DATELINE)
    )
    named = title is not None and _same(words, title)
    fits = len(words) <= TITLE_LONGEST and len(open_ones) > 1 and not OPEN_END.search(words) and not BULLET.match(words)
    if named or (fits and not after_dateline and not first.wrapped):
        stretches = [*stretches[:at], replace(first, kind=BlockKind.TITLE), *stretches[at + 1 :]]
    return stretches


def _same(words: str, title: str) -> bool:
    return re.sub(r"\W+", " ", plain(words)).strip() == re.sub(r"\W+", " ", plain(title)).strip()


def _is_section(words: str, text: str, following: Stretch) -> bool:
    """Say whether a first line is the name of a section over the title: one word, or three in capitals."""
    after = text[following.start : following.end]
    return (
        ((words.isupper() and len(words.split()) <= 3) or len(words.split()) == 1)
        and not re.search(r"[!?]$", words)
        and not NUMBERISH.search(plain(words))
        and len(words) < len(after) <= TITLE_LONGEST
        and not OPEN_END.search(after)
        and not after.isupper()
    )


def _captions(stretches: list[Stretch], text: str) -> list[Stretch]:
    """Return the stretches with the prose under a photo credit that ends the text told as its caption."""
    open_ones = [at for at, stretch in enumerate(stretches) if stretch.kind is None]
    if len(open_ones) < 2:
        return stretches
    at = open_ones[-1]
    before, here = stretches[at - 1], stretches[at]
    if before.kind is BlockKind.CAPTION and CREDIT_ONLY.match(text[before.start : before.end]):
        return [*stretches[:at], replace(here, kind=BlockKind.CAPTION), *stretches[at + 1 :]]
    return stretches


def _headings(text: str, stretches: list[Stretch]) -> list[Stretch]:
    """Return the stretches with every kind told: headings, and body for all the rest."""
    open_ones = [at for at, stretch in enumerate(stretches) if stretch.kind is None]
    pieces = Counter(stretch.paragraph for stretch in stretches)
    whole = {at for at in open_ones if pieces[stretches[at].paragraph] == 1 and not stretches[at].wrapped}
    sure = {at for at in whole if _is_sure_heading(text[stretches[at].start : stretches[at].end])}
    likely = {
        at
        for at in whole - sure
        if at != open_ones[-1] and _is_likely_heading(text[stretches[at].start : stretches[at].end])
    }
    # a text whose lines mostly lack a full stop is a list or was badly saved: its short lines are no headings
    if len(likely) > 0.6 * len(open_ones):
        likely = set()
    return [
        replace(stretch, kind=BlockKind.HEADING if at in sure | likely else BlockKind.BODY)
        if stretch.kind is None
        else stretch
        for at, stretch in enumerate(stretches)
    ]


def _is_sure_heading(words: str) -> bool:
    if len(words) > 140 or OPEN_END.search(words):
        return False
    letters = [character for character in words if character.isalpha()]
    in_capitals = len(letters) > 3 and words.isupper()
    return in_capitals or (DASHED.fullmatch(words) is not None and len(words.split()) <= HEADING_WORDS)


def _is_likely_heading(words: str) -> bool:
    if len(words) > HEADING_LONGEST or len(words.split()) > HEADING_WORDS or OPEN_END.search(words):
        return False
    if NUMBERED.match(words):
        return True
    if BULLET.match(words) or re.search(r"[.!?…] ", words):
        return False
    if QUOTED.fullmatch(words):
        return not re.search(r"[.!?…]\W*$", words)
    if re.search(r"[!?]$", words):
        return len(words.split()) <= 12
    return not words[0].islower() and not re.search(r"[»”\"]\W*$", words)


def _block(text: str, stretch: Stretch) -> Block:
    kind = stretch.kind or BlockKind.BODY
    span = Span(stretch.start, stretch.end)
    if kind not in READ_KINDS:
        return Block(kind, span)
    sentences = split_sentences(span.of(text), wrapped=stretch.wrapped)
    return Block(kind, span, tuple(sentence.shifted(span.start) for sentence in sentences))
