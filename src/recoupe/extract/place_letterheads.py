"""The first lines of a report in, the country or the town of those who sign it there out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recoupe.extract.article_places import Places, is_demonym, is_division
from recoupe.extract.gazetteer_keys import exact_key
from recoupe.extract.place_weighing import TOWNS
from recoupe.model.article import BlockKind
from recoupe.model.place import GazetteerEntry, Place, PlaceName
from recoupe.model.span import Span

# RÉPUBLIQUE DU X, ROYAUME DE X, RÉPUBLIQUE X-aise, as a line of its own
LETTERHEAD = re.compile(
    r"^(?:R[ÉE]PUBLIQUE|ROYAUME|[ÉE]TAT|UNION|PRINCIPAUT[ÉE]|F[ÉE]D[ÉE]RATION|CONF[ÉE]D[ÉE]RATION|COLLECTIVIT[ÉE]|GOUVERNEMENT)"
    r"(?: (?:D[ÉE]MOCRATIQUE|POPULAIRE|ISLAMIQUE|ARABE|F[ÉE]D[ÉE]RALE|UNIE|COOP[ÉE]RATIVE|SOCIALISTE|ET))*"
    r"(?P<of> (?:DE LA |DE L['’]|DU |DES |DE |D['’]))? ?(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ '’-]+)$",
    re.MULTILINE | re.IGNORECASE,
)
HEAD = 300
# a line of a letterhead is no sentence
LINE = 110
# `Comité de wilaya de X`, `Mairie de X`, `Hôpital de X`
OWN = ("places:division", "places:office", "places:office.local", "places:settlement", "places:facility")


def letterhead(places: Places) -> GazetteerEntry | None:
    """Return the country whose state signs a report in its first lines."""
    for hit in LETTERHEAD.finditer(places.text[:HEAD]):
        if not hit.group().isupper():
            continue
        for land in places.gazetteer.countries:
            if exact_key(land.name) == exact_key(hit["name"]) or (not hit["of"] and is_demonym(hit["name"], land.name)):
                return land
    return None


def signed_town(names: Sequence[PlaceName], places: Places, lead: Span) -> Place | None:
    """Return the town or the division whose authority signs a report above its text: `Mairie de X`, `Comité de wilaya de X`."""
    text = places.text
    for name in names:
        if name.span.start >= min(lead.start, HEAD):
            break
        start, end = text.rfind("\n", 0, name.span.start) + 1, text.find("\n", name.span.end)
        line = text[start:end]
        held = name.role in ("of", "function") or (name.role == "bare" and name.head is not None)
        if not held or name.rule not in OWN or len(line) > LINE or re.search(r"[.!?…]\s*$", line):
            continue
        place = places.resolve(name)
        office = name.role == "function"
        town = place.entry is None or (place.entry.level in TOWNS and place.entry.level != "capital")
        if (town and office) or (name.block is not BlockKind.TITLE and (place.entry is not None or is_division(name))):
            return place
    return None


def written_in(names: Sequence[PlaceName], places: Places) -> GazetteerEntry | None:
    """Return the town of a report's dateline, which is no capital."""
    entries = (places.resolve(name).entry for name in names if name.role == "dateline")
    return next((entry for entry in entries if entry is not None and entry.level == "city"), None)
