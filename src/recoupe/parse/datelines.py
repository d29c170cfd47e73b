"""A paragraph in; the dateline or label at its head, its prose and the signature at its tail out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from recoupe.lexicon.load import closed, entries
from recoupe.model.article import BlockKind
from recoupe.parse import agencies
from recoupe.parse.lines import CAPITAL, DESK, INITIALS, LABELS, SMALL
from recoupe.parse.stamps import stamps_in
from recoupe.parse.wording import one_of, plain

DASH = r"(?:[.:]?[ \u00a0\u202f]?[–—=-]{1,2}|\.-|\.[ \u00a0]?[–—-]{1,2})"
BREAK = re.compile(
    rf"[ \u00a0\u202f]*{DASH}[ \u00a0\u202f]+"
    r"|(?<=\))[.:]?[ \u00a0\u202f]+(?=[A-ZÀ-Þ«“\"0-9])|(?<=\))-(?=\S)"
    r"|(?<=[A-Za-zÀ-ÿ]{3})- (?=[A-ZÀ-Þ«“\"])"
    r"|(?<=[\da-zé])\.[ \u00a0\u202f]+(?=[A-ZÀ-Þ«“\"])"  # Quimper, jeudi 5 mars 2026. Le bilan
)
BRACKETS = re.compile(r"\(([^()]{2,40})\)")
TOWN = rf"{CAPITAL}(?:[ /](?:{SMALL} ){{0,2}}{CAPITAL})*"
PLACE = re.compile(rf"(?:À |A )?{TOWN}(?:, ?(?:{SMALL} )?{TOWN}){{0,2}}")
CAPITALS = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ'’. -]{4,}")
LABEL = re.compile(r"(?P<label>[A-ZÀ-Þ][A-ZÀ-Þ'’ -]{2,30})(?: ?[–—|:]| -|\.(?: -)?)[ \u00a0]+(?=\S)")
SEE_ALSO = re.compile(
    rf"[\W_]*{one_of(closed('fr', 'layout', 'furniture')['see_also'])}(?: (?:en|page|p)\b[^:]{{0,20}}?)? ?(?:: ?|$)"
)
TAIL = re.compile(
    rf"(?<=[.!?…»”\"])[ \u00a0]+(?P<sign>{DESK.pattern}|[–—] ?{INITIALS.pattern}"
    r"|\((?P<inside>[^()]{2,40})\)\.?|(?:Fin|FIN)\.?)\s*$"
)
# a dateline opens sentences: `MALI – MOPTI : ATTAQUE D'UN MARCHÉ` is a title
PROSE = re.compile(r"[.!?…][»”\"]?(?:\s|$)|[;:»”\"]\s*$")
DATED = re.compile(r"^[A-ZÀ-Þ][^.\d]*,[^.]*\d")
LONGEST = 120


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph with its kind (None where it is still to be told), and the agency that it names."""

    kind: BlockKind | None
    start: int
    end: int
    agency: str | None = None


def cut(paragraph: str) -> list[Piece]:
    """Return the pieces of a paragraph in order: what stands before its prose, the prose, what stands after it.

    >>> text = "GOMA, 3 mai 2018 (AFP) - Dix morts. /JP/LM/"
    >>> [(piece.kind and piece.kind.value, text[piece.start : piece.end], piece.agency) for piece in cut(text)]
    [('dateline', 'GOMA, 3 mai 2018 (AFP) - ', 'AFP'), (None, 'Dix morts.', None), ('signature', '/JP/LM/', None)]
    """
    before: list[Piece] = []
    start, end = 0, len(paragraph)
    head = _see_also(paragraph) or _label(paragraph)
    if head:
        before.append(head)
        start = head.end
    dateline = _dateline(paragraph, start) if PROSE.search(paragraph, start) else None
    if dateline:
        before.append(dateline)
        start = dateline.end
    after: list[Piece] = []
    hit = TAIL.search(paragraph, max(start, end - LONGEST), end)
    if hit:
        agency = agencies.in_signature(hit["sign"])
        if hit["inside"] is None or agency or agencies.in_dateline(hit["inside"]) == hit["inside"].strip():
            after.append(Piece(BlockKind.SIGNATURE, hit.start("sign"), hit.end("sign"), agency or hit["inside"]))
            end = hit.start()
    kind = BlockKind.HEADING if head and head.kind is BlockKind.FURNITURE else None
    return [*before, Piece(kind, start, end), *after]


def _see_also(paragraph: str) -> Piece | None:
    """Return the words that point to another text, whose headline stands behind them."""
    hit = SEE_ALSO.match(plain(paragraph)) if len(paragraph) < 300 else None
    return Piece(BlockKind.FURNITURE, 0, hit.end()) if hit else None


def _label(paragraph: str) -> Piece | None:
    hit = LABEL.match(paragraph)
    if hit and plain(hit["label"]).strip() in LABELS:
        return Piece(BlockKind.LABEL, 0, hit.end())
    return None


def _dateline(paragraph: str, start: int) -> Piece | None:
    """Return the dateline at `start`: a place with a day, an agency in brackets or both, and a dash or the like.

    Before a full stop it takes both a place and a day. A place alone counts only in capitals before a long dash, or as one
    word with the dash at it (`Alger- Le ministre`).
    """
    for hit in BREAK.finditer(paragraph, start, start + LONGEST):
        words = paragraph[start : hit.start()].strip()
        glued = hit.group().startswith("- ")
        found = _read(words, long_dash=glued or bool(re.search(r"[–—]|--", hit.group())), glued=glued)
        stopped = hit.group().startswith(".") and not re.search(r"[–—-]", hit.group())
        if found is not None and (found or not stopped or DATED.search(words)):
            return Piece(BlockKind.DATELINE, start, hit.end(), found or None)
    return None


def _read(words: str, *, long_dash: bool, glued: bool) -> str | None:
    """Return the agency of the dateline that the words are: empty where it has none, None where they are none."""
    agency = None
    rest = words
    for hit in reversed(list(BRACKETS.finditer(words))):
        agency = agency or agencies.in_dateline(hit[1])
        rest = rest[: hit.start()] + rest[hit.end() :]
    stamps = stamps_in(rest)
    days = [stamp for stamp in stamps if re.search(r"\d{1,2}(?:er)? ?\w{3}|/|\.\d", rest[stamp.start : stamp.end])]
    if len(days) > 1:
        return None
    if not agency:
        tail = rest.rsplit(",", 1)[-1].rsplit(" ", 1)[-1]
        if agencies.known(tail):  # PARIS, 3 mai 2018 AFP -
            agency, rest = agencies.known(tail), rest[: len(rest) - len(tail)]
    for stamp in reversed(stamps):
        rest = rest[: stamp.start] + "," + rest[stamp.end :]
    rest = re.sub(
        r"\b(?:le|ce)\s*,|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b", ",", rest, flags=re.IGNORECASE
    )
    place = re.sub(r"\s*,[\s,]*", ", ", rest).strip(" ,.;:/–—-")
    if place and not (PLACE.fullmatch(place) and len(place.split()) <= 7):
        return None
    if agency and (place or days or words.startswith("(")):
        return agency
    if days and (place or any(stamp.when for stamp in days)):
        return ""
    town = place.split(",")[0]
    if plain(town) in LABELS or len(town.split()) > 4:
        return None
    if " " in town and plain(town.split(" ")[0]) in _events():
        # NAUFRAGE DE X – la suite
        return None
    alone = (long_dash and CAPITALS.fullmatch(town)) or (glued and len(place) > 3 and place.isalpha())
    return "" if alone else None


@cache
def _events() -> frozenset[str]:
    return frozenset(
        plain(form) for entry in entries("fr", "places") if entry.extra.get("role") == "event" for form in entry.forms
    )


def agency_of(words: str) -> str | None:
    """Return the agency that a whole line of byline, stamp or signature names."""
    inside = BRACKETS.fullmatch(words.strip())
    return agencies.in_signature(words) or (agencies.in_dateline(inside[1]) if inside else None)
