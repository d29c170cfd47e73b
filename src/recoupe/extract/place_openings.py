"""The lines before an article's text in, the places that its datelines and labels name out."""

from __future__ import annotations

import re

from recoupe.extract.place_capitals import titled
from recoupe.extract.places import is_no_place
from recoupe.extract.proper_names import WORD, proper_names
from recoupe.lexicon import closed
from recoupe.model.article import Article, Block, BlockKind
from recoupe.model.place import PlaceName
from recoupe.model.span import Span

# `De notre envoyée spéciale à X`, who is where it happened, and `De notre correspondant à X`, who lives there
ENVOY = r"envoyée?s? spécia(?:le?s?|ux)|reportage"
SENT = re.compile(
    rf"\b(?:{ENVOY}|correspondante?s?)(?: permanente?s?)?(?: (?:à|au|aux|en) |, | ?[–—:|/-] )$", re.IGNORECASE
)
ON_THE_SPOT = re.compile(rf"\b(?:{ENVOY})\b", re.IGNORECASE)
OPENS = re.compile(r"[\s«“\"(–—-]*(?:[ÀA] )?(?:[Ll](?:e |a |es |['’]))?$")
# what ends the name of a dateline: a comma, a bracket, a dash, a day, the end of the line
ENDS = re.compile(
    r"\s*(?:[,(/|:–—-]|\.(?!\w)|$|\d|(?:le |ce )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b|le \d)"
)
# `Jeanne Petit, à X`
SIGNED = re.compile(
    rf"(?:(?i:par) )?(?P<who>{WORD}(?: {WORD}){{1,3}}),? (?:à|au|aux|en|depuis) (?P<where>{WORD}(?: {WORD})*)(?: ?\([^()]+\))?\.?"
)
PARENT = re.compile(r" ?\(([^()]{3,40})\)")


def opening_places(article: Article) -> list[PlaceName]:
    """Return the places of the lines that are no prose: a dateline's town (role `dateline`), a label that is one or
    where a paper has sent its reporter (`label`).

    Spans count in the article's text. A label is a candidate that the gazetteer must confirm.
    """
    found: list[PlaceName] = []
    for block in article.blocks:
        words = block.span.of(article.text)
        if block.kind is BlockKind.DATELINE:
            span = _at_head(words) or _sent_to(words)
        elif block.kind in (BlockKind.BYLINE, BlockKind.STAMP):
            head = _at_head(words)
            span = head if head is not None and _is_town_line(words, head) else _sent_to(words)
        elif block.kind is BlockKind.LABEL:
            span = _alone(words)
        elif block.kind is BlockKind.HEADING and _is_first(block, article):
            span = _signed(words)
        else:
            continue
        if span is None:
            continue
        parent = PARENT.match(words, span.end)
        role, rule = "dateline", "places.dateline"
        if block.kind is BlockKind.LABEL:
            role, rule = "label", "places.label"
        elif ON_THE_SPOT.search(words) or block.kind is BlockKind.HEADING:
            role, rule = "label", "places.envoy"
        found.append(
            PlaceName(
                span=span.shifted(block.span.start),
                name=titled(span.of(words)),
                role=role,
                rule=rule,
                block=block.kind,
                parent=parent[1] if parent and not parent[1].isupper() and parent[1][0].isupper() else None,
            )
        )
    return found


def _is_first(block: Block, article: Article) -> bool:
    """Say whether a heading stands above the text."""
    return not any(one.kind is BlockKind.BODY and one.span.start < block.span.start for one in article.blocks)


def _signed(words: str) -> Span | None:
    """Return where a reporter writes from who signs a line of its own: `Jeanne Petit, à X`."""
    hit = SIGNED.fullmatch(words.strip())
    if (
        hit is None
        or hit["who"].split(" ")[0].casefold() in closed("fr", "places", "openers")
        or is_no_place(hit["where"])
    ):
        return None
    return next((span for span in proper_names(words) if span.of(words) == hit["where"]), None)


def _at_head(words: str) -> Span | None:
    for span in proper_names(words):
        opens = closed("fr", "places", "openers")
        if not OPENS.match(words[: span.start]) or span.of(words).split(" ")[0].casefold() in opens:
            return None
        return span if ENDS.match(words, span.end) and not is_no_place(span.of(words)) else None
    return None


def _is_town_line(words: str, head: Span) -> bool:
    """Say whether a line opens as datelines do: `X, de notre envoyé spécial`, or a name all in capitals before a day."""
    return words[head.end :].startswith((", de ", ", De ", ", correspond")) or (
        head.of(words).isupper() and re.match(r",? (?:le )?\d", words[head.end :]) is not None
    )


def _sent_to(words: str) -> Span | None:
    """Return where a paper's own reporter writes from."""
    return next((span for span in proper_names(words) if SENT.search(words[: span.start])), None)


def _alone(words: str) -> Span | None:
    """Return the name that a label is as a whole."""
    line = words.strip(" .|–—-:\n")
    start = words.index(line) if line else 0
    # MALI is a country, ONU none
    name = titled(line) if len(line) > 3 else line
    return Span(start, start + len(line)) if line and len(line.split()) <= 4 and not is_no_place(name) else None
