"""A figure's number in a paragraph in, the place that the heading above the paragraph sets its scene in out."""

from __future__ import annotations

import re

from recoupe.extract.article_places import HAPPENED, WIDE, Places
from recoupe.extract.place_clock import CLOCK
from recoupe.extract.place_scenes import DIVISIONS, TOWNS, happened
from recoupe.extract.place_weighing import KNOWN_TOWN
from recoupe.model.article import BlockKind
from recoupe.model.place import PlaceName
from recoupe.model.span import Span

QUOTED_HEADING = re.compile(r"^\d{1,2} ?[.)/] ?«[^\n]{3,100}»$")
# ... a question too: `L'hôpital de X tient-il ?`
HEADING = re.compile(r"^(?![-–—•*■►])[^\n]{3,100}(?<![.!…»\"”:;,])$")
# `Par la rédaction de Radio X – Ville, jeudi, 14 heures`: who writes, from where and when
SIGNED = re.compile(
    r"(?:Par|De|Avec|Propos recueillis|Texte|Reportage)\b(?: (?:la|le|les|l'|l’|notre|nos))? ?[^\n]{0,80}[–—|,-] ?[^\n]*"
    r"(?:\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b|\d ?(?:h|heures)\b|\b(?:19|20)\d\d\b)",
)
COUNTING = re.compile(
    r"(?:\d[\d \u00a0\u202f.]*|[Dd]eux|[Tt]rois|[Qq]uatre|[Cc]inq|[Ss]ix|[Ss]ept|[Hh]uit|[Nn]euf|[Dd]ix|[Oo]nze|[Dd]ouze"
    r"|[Uu]ne?(?: \w+aine)?)"
    r" (?:[a-zà-ÿ]+|d['’][a-zà-ÿ]+)[^.\n]*$"
)


def set_by_heading(span: Span, places: Places) -> PlaceName | None:
    """Return the place that the heading above a paragraph sets its scene in; None where that heading names none."""
    text = places.text
    end = text.rfind("\n", 0, span.start)
    stop = text.find("\n", span.end)
    own = text[end + 1 : stop if stop >= 0 else len(text)].strip()
    if QUOTED_HEADING.match(own):
        return None
    while end > 0:
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end].strip()
        clock = CLOCK.match(line)
        if COUNTING.match(CLOCK.sub("", line)) and not (clock and _is_right_below(text, end, span)):
            # `Deux blessés à X`, over a section that goes on with other things
            return None
        if SIGNED.match(line):
            return None
        if HEADING.match(line) or QUOTED_HEADING.match(line):
            return next(
                (
                    name
                    for name in places.names
                    if start <= name.span.start < end
                    and name.block is BlockKind.HEADING
                    and (
                        name.role in HAPPENED
                        or name.role == "title"
                        or (name.role == "bare" and name.head is not None and name.rule != "places:facility.named")
                        or _is_headed(text[start : name.span.start])
                    )
                    and happened(name, places)
                    and (name.rule != "places.capitals" or _is_borne_out(name, line, places))
                ),
                None,
            )
        end = start - 1
    return None


def _is_right_below(text: str, end: int, span: Span) -> bool:
    """Say whether a number stands in the lines right below a heading that ends at `end`: in the one entry that it heads."""
    return "\n\n" not in text[end : span.start]


def _is_borne_out(name: PlaceName, line: str, places: Places) -> bool:
    """Say whether what a heading in capitals would name is a place elsewhere too, and no word of it: `À L'HÔPITAL`, `EN COURS`."""
    if not line.isupper():
        return True
    entry = places.resolve(name).entry
    if entry is not None and (entry.level in WIDE or entry.population >= KNOWN_TOWN):
        return True
    return re.search(rf"(?<![\w-]){re.escape(name.name)}(?![\w-])", places.text) is not None


def _is_headed(before: str) -> bool:
    """Say whether a heading opens with the noun of its place: `Commune de X`."""
    return (
        re.fullmatch(
            rf"(?:\d{{1,2}} ?[.)/] ?)?(?:(?:{TOWNS}|{DIVISIONS})s?) (?:de la |de l['’]|du |des |de |d['’])",
            before,
            re.IGNORECASE,
        )
        is not None
    )
