"""A report's text in, the place where it says that what it tells of took place: `Le drame s'est noué à X`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recoupe.extract.article_places import WIDE, Places, is_division
from recoupe.extract.place_scores import is_care
from recoupe.model.article import BlockKind
from recoupe.model.place import Place, PlaceName
from recoupe.model.span import Span

# ... and no talks, rites or votes
TOOK_PLACE = re.compile(
    r"\b(?:[Ll]['’]|[Ll][ea] |[Ll]es |[Cc]e(?:s|t|tte)? )"
    r"(?!réunions?|rencontres?|cérémonies?|obsèques|funérailles|négociations?|pourparlers|discussions?|sommet|conférence|procès|audience"
    r"|enterrement|inhumation|vote|scrutin|match|mariage|entretien|signature|hommage)[a-zà-ÿ]+[^.;:!?«»\"]{0,60}? "
    r"(?:s['’](?:est|était)|se (?:sont|serait)|[ea]st|sont|ont|a|avai(?:en)?t|étai(?:en)?t) "
    r"(?:produite?s?|déroulée?s?|jouée?s?|nouée?s?|survenue?s?|eu lieu|commencée?|partie?s? d|déclarée?s?|passée?s?)\b[^.;!?«»\"]{0,70}$"
)
# how far into its text a report says so
EARLY = 1500
STOP = re.compile(r"[.!?…][»”\"]?\s")
# `à X (sud-ouest)`, `à X, dans le nord-est`, `à X, village de montagne`, `à X, à 40 km de Y`
INTRODUCED = re.compile(
    r" \((?:nord|sud|est|ouest|centre)[\w -]*\)|,? (?:situé[es]* )?"
    r"(?:dans (?:le |l['’]extrême[ -])(?:nord|sud|est|ouest|centre)"
    r"|à (?:une? )?(?:\w+ )?(?:dizaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|centaine|\d+) "
    r"(?:de )?(?:km|kilomètres|heures?|minutes)"
    r"|(?:une? |le |la )?(?:petite? |gros |grosse )?"
    r"(?:ville|village|localité|bourgade|bourg|commune|hameau|cité|campement|quartier|port))\b"
)


# `L'ouvrage, à X, venait de rouvrir`, in the paragraph that tells of it
STANDS = re.compile(
    r"\s*(?:L['’]|L[ea] |Les )[a-zà-ÿ]+(?: [a-zà-ÿ]+)?,? (?:(?:situ|install|implant|b[âa]t|construit|sis)\w* )?(?:à|au|aux|près de) "
)


def took_place(names: Sequence[PlaceName], places: Places, lead: Span) -> Place | None:
    """Return the narrowest place that a report's first paragraphs say was the scene of what it tells."""
    stop = places.text.find("\n", lead.end)
    paragraph = stop if stop >= 0 else len(places.text)
    for name in names:
        if name.span.start > lead.start + EARLY:
            break
        if name.block is not BlockKind.BODY or name.role not in ("in", "near"):
            continue
        stops = [hit.end() for hit in STOP.finditer(places.text, max(0, name.span.start - 300), name.span.start)]
        before = places.text[max([*stops, name.span.start - 300, 0]) : name.span.start]
        place = places.resolve(name)
        if (place.entry is not None and place.entry.level in WIDE) or is_division(name) or is_care(name):
            continue
        lies = name.span.end <= paragraph and STANDS.fullmatch(before) is not None
        if TOOK_PLACE.search(before) or lies:
            return place
    return None


def is_introduced(name: PlaceName, text: str) -> bool:
    """Say whether a text says at a name's first mention where that lies, or what it is, as for a reader who does not know it."""
    return INTRODUCED.match(text, name.span.end) is not None
