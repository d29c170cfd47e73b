"""A title's place names in, those of them that are not the scene out, though the words beside them would let one think so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from recoupe.extract.article_places import HAPPENED, WIDE, Places, is_demonym, is_divisions
from recoupe.extract.gazetteer_keys import exact_key
from recoupe.extract.place_leads import HAPPENS, events
from recoupe.model.article import BlockKind
from recoupe.model.place import Place, PlaceName
from recoupe.model.span import Span

VENUE = re.compile(
    r"\b(?:paraph|sign|conclu|négoci|pourparlers|sommet|conférence|réuni)\w*(?: [\w-]+){0,3} (?:à|au|aux) $"
)
# `À X on négocie, à Y on recompte les morts`
TALKS = re.compile(
    r",? [^,;:.–—]{0,40}?\b(?:négoci|discut|pourparl|dialogu|tractations|trêve|cessez-le-feu|accord|sommet|conférence|parlement"
    r"|sign|paraph|palabr|marchand)"
)
# `Communiqué n° 12 – X, mercredi 3 mai`: where it was written
DAY = re.compile(
    r",? (?:le |ce )?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b[ ,]{0,2}(?:le )?)?\d{1,2}(?:er)? "
    r"(?:janv|f[ée]v|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c)"
)
# `Des villages brûlés après l'attaque de X`, and not `Trois jours après l'attaque de X`
AFTER = re.compile(r"(?<![^:–—|\n])(?P<told>[^:–—|\n]*)\baprès (?:l['’]|la |le |les |une? )[^:–—|,\n]{3,40}$")
TIME = re.compile(r"\b(?:jours?|heures?|semaines?|mois|ans?|années?|lendemain|nuit|soir|matin)\W*$")
# `les crues du X`, `la montée de la X`; `les inondations de X` are a town's
RIVER = re.compile(
    r"\b(?:crues?|débordements?|décrue|montée|lit|rives|berges) (?:de la |de l['’]|du |des )$", re.IGNORECASE
)
FLOOD = re.compile(r"\b(?:crues?|débordements?|décrue|montée) (?:de la |de l['’]|du |de )$", re.IGNORECASE)
FROM = re.compile(r"(?:^|\n)[«“\" ]*(?:De |D['’]|Du |Des )(?:La |Le )?$")
TO = re.compile(r" (?:à|au|aux|en) (?:la |l['’])?")
# `Séisme au X : à Y, on attend`
ELSEWHERE = re.compile(r"[^:\n]{0,30}?[  ]?: (?:à|À|A|au|Au|en|En) (?:la |l['’])?")
# `dans le X, l'Y et le Z`, `EN X ET DANS LE Y`, `les provinces de X et de la Y`
COUPLED = re.compile(
    r"(?:, | et )(?:(?:dans )?(?:le |la |les |l['’])|en |au |aux |(?=de |d['’]|du |des ))(?:de la |de l['’]|du |des |de |d['’])?",
    re.IGNORECASE,
)
OF_SEVERAL = re.compile(r"([\w-]+s) (?:de la |de l['’]|du |des |de |d['’])$", re.IGNORECASE)


@dataclass(slots=True)
class Headline:
    """What a title says of its names: the keys of those where talks are held (`venues`), the spans of names that are less
    the scene than they seem (`less`, with the part that is left of their weight), of those that are a line's own town
    (`datelines`) or one end of `De X à Y` (`ends`), and the keys of regions told in one breath (`spread`)."""

    venues: set[str] = field(default_factory=set)
    less: dict[Span, float] = field(default_factory=dict)
    datelines: set[Span] = field(default_factory=set)
    ends: set[Span] = field(default_factory=set)
    spread: set[str] = field(default_factory=set)


def read_headline(names: Sequence[PlaceName], places: Places, lead: Span, broad: set[str]) -> Headline:
    """Return what a report's title, with the headings over its text, says of the places that it names."""
    text = places.text
    found = Headline(_venues(names, places))
    titled = [
        name for name in names if name.block in (BlockKind.TITLE, BlockKind.HEADING) and name.span.start < lead.end
    ]
    for at, name in enumerate(titled):
        line = text.rfind("\n", 0, name.span.start) + 1
        before = text[line : name.span.start]
        if name.role in ("title", "bare") and DAY.match(text, name.span.end) and not events().search(before.lower()):
            found.datelines.add(name.span)
        if _is_aftermath(name, before, names, places, lead):
            found.less[name.span] = 0.3
        if is_river(name, places) and any(_is_wide(places.resolve(other)) for other in titled):
            found.less[name.span] = 0.4
        if at == 0:
            continue
        last = titled[at - 1]
        if FROM.search(text[: last.span.start]) and TO.fullmatch(text, last.span.end, name.span.start):
            found.ends |= {last.span, name.span}
        elif _is_elsewhere(last, name, places, lead):
            found.less[name.span] = 0.2
        first, key = (exact_key(places.resolve(one).name.name) for one in (last, name))
        if (
            last.role in HAPPENED
            and COUPLED.fullmatch(text, last.span.end, name.span.start)
            and (first in broad | found.spread or _is_of_several(text[line : last.span.start]))
        ):
            found.spread |= {first, key}
    return found


def _is_of_several(before: str) -> bool:
    """Say whether what stands before a name speaks of several divisions: `dans les provinces de X et de Y`."""
    hit = OF_SEVERAL.search(before)
    return hit is not None and is_divisions(hit[1])


def _venues(names: Sequence[PlaceName], places: Places) -> set[str]:
    """Return the keys of the places where talks were held, and those where a title that sets another scene has them held."""
    said = {
        exact_key(places.resolve(name).name.name)
        for name in names
        if name.role == "said" and VENUE.search(places.text[max(0, name.span.start - 60) : name.span.start])
    }
    scenes = [name for name in names if name.block is BlockKind.TITLE and name.role == "in"]
    keys = [exact_key(places.resolve(name).name.name) for name in scenes]
    talks = {key for key, name in zip(keys, scenes, strict=True) if TALKS.match(places.text, name.span.end)}
    return said | (talks if set(keys) - talks else set())


def _is_wide(place: Place) -> bool:
    return place.entry is not None and place.entry.level in WIDE


def is_river(name: PlaceName, places: Places) -> bool:
    """Say whether a name is that of a river in flood, which runs through more than the report tells of."""
    before = places.text[max(0, name.span.start - 30) : name.span.start]
    flows = RIVER.search(before) is not None or (name.rule == "places:relief" and FLOOD.search(before) is not None)
    return name.role in ("in", "of") and flows


def _is_aftermath(name: PlaceName, before: str, names: Sequence[PlaceName], places: Places, lead: Span) -> bool:
    """Say whether a title tells of what came after an event at a place, and the first sentence puts that elsewhere."""
    after = AFTER.search(before)
    if after is None or TIME.search(after["told"]) or not after["told"].strip():
        return False
    key = exact_key(name.name)
    inside = [other for other in names if lead.covers(other.span) and other.block is not BlockKind.TITLE]
    told = [other for other in inside if other.role in HAPPENED or (other.head is not None and other.role == "of")]
    told = [other for other in told if _tells(_sentence_of(other, lead, places.text))]
    narrow = any(not _is_wide(places.resolve(other)) and exact_key(other.name) != key for other in told)
    return narrow and all(exact_key(other.name) != key for other in inside) and _tells(lead.of(places.text))


def _sentence_of(name: PlaceName, lead: Span, text: str) -> str:
    """Return the sentence of a first stretch that a name stands in."""
    stops = [hit.end() for hit in re.finditer(r"[.!?…][»”\"]?(?=\s)", lead.of(text))]
    ends = [lead.start, *(lead.start + stop for stop in stops), lead.end]
    return next((text[one:other] for one, other in pairwise(ends) if one <= name.span.start < other), "")


def _is_elsewhere(last: PlaceName, name: PlaceName, places: Places, lead: Span) -> bool:
    """Say whether a title tells of an event in one country and, behind a colon, of those who wait in another."""
    text = places.text
    line = text.rfind("\n", 0, last.span.start) + 1
    if name.role != "in" or ELSEWHERE.fullmatch(text, last.span.end, name.span.start) is None:
        return False
    entry = places.resolve(name).entry
    if (
        entry is None
        or entry.country is None
        or not (last.rule == "places:event" or _tells(text[line : last.span.start].lower()))
    ):
        return False
    scene = places.resolve(last).entry
    if scene is not None:
        return scene.country not in (None, entry.country)
    # a region that no list has: the first sentence may say whose it is, `la province marocaine de Z`
    told = set(re.findall(r"[\w’'-]{5,}", lead.of(text)))
    lands = (land for land in places.gazetteer.countries if land.country != entry.country)
    own = next((land for land in places.gazetteer.countries if land.country == entry.country), None)
    return any(
        is_demonym(word, land.name) for land in lands for word in told if own is None or not is_demonym(word, own.name)
    )


def _tells(words: str) -> bool:
    return HAPPENS.search(words) is not None or events().search(words) is not None
