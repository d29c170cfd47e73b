"""A report whose title names a country alone in, the town of it that the report goes on in out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recoupe.extract.article_places import HAPPENED, Places, is_demonym
from recoupe.extract.gazetteer_keys import exact_key
from recoupe.extract.place_leads import WHOLE, speaks
from recoupe.extract.place_weighing import TOWNS
from recoupe.model.article import BlockKind
from recoupe.model.place import Place, PlaceName
from recoupe.model.span import Span

OPENS = re.compile(r"(?:^|[:;–—])[\s«“\"]*$")
# `Burkina : Banfora à l'arrêt`: what is said of a town, and not what a government does
STATE_BEHIND = re.compile(
    r" (?:toujours |encore |à nouveau |de nouveau )?"
    r"(?:à |au |en |aux |sous |sans |dans |face |est |reste |demeure |[a-zà-ÿ]+[éi]es?\b)|,|$| :",
    re.MULTILINE,
)


STRICKEN = re.compile(
    r" (?:toujours |encore |à nouveau |de nouveau )?(?:sous le choc|en deuil|en émoi|à l['’]arrêt|sous tension|sous haute tension"
    r"|en alerte|paralysée?|meurtrie?|frappée?|ravagée?|défigurée?|sinistrée?|sans (?:eau|courant|électricité|essence|pain))\b"
)
HEADS = re.compile(r"(?:^|\n|[:–—|] ?|« ?|[.!?] )(?:[Ll](?:a|e|es) |[Ll]['’])?$")
BESIDE = re.compile(r"(?:, [A-ZÀ-Ý][\w’'-]+)* et [A-ZÀ-Ý]")
# `dans la capitale`, `la capitale togolaise`
CAPITAL = re.compile(
    r"(?<!de )(?<!vers )\b[Ll]a capitale(?! (?:de|du|d['’]|des)\b)"
    r"(?: (?P<whose>[a-zà-ÿ-]+(?:ais|aise|ien|ienne|aine?|ine?|ane?|ois|oise|que|ole?|ande?))\b)?"
)

# `Pays : un mois qui a vidé X`
DONE_TO = re.compile(r"\b(?:ont|a|avait|avaient|aurait|auraient) (?:\w+ )?[a-zà-ÿ]+(?:é|i|u|is|it) $")


def town_in_country(country: str | None, names: Sequence[PlaceName], places: Places, lead: Span) -> Place | None:
    """Return the town of a country that a report's first sentence is about, or from where a reporter tells of it.

    A town that only agencies write from, or that an event all over the country reached too, is not the report's.
    """
    if WHOLE.search(places.text, 0, lead.end) is not None:
        return None
    towns = [(name, place) for name in names if _is_of(place := places.resolve(name), country)]
    for name, place in towns:
        subject = name.role == "bare" and lead.covers(name.span)
        if subject and OPENS.search(places.text[lead.start : name.span.start]) and not speaks(name, places.text):
            return place
    told = {
        exact_key(place.name.name)
        for name, place in towns
        if name.block is not BlockKind.TITLE and (name.role in HAPPENED or name.role == "parent")
    }
    for name, place in towns:
        if name.role == "dateline" and place.entry is not None and place.entry.level == "city":
            key = exact_key(place.name.name)
            return place if key in told else None
    return None


def is_named_beside(name: PlaceName, place: Place, label: Place | None, text: str) -> bool:
    """Say whether a title tells what is with a town, behind the country that it opens with: `Pays : X à l'arrêt`."""
    return (
        label is not None
        and label.entry is not None
        and label.entry.level == "country"
        and name.role == "bare"
        and _is_of(place, label.entry.country)
        # ... and no typhoon's name
        and (HEADS.search(text[: name.span.start]) or DONE_TO.search(text[: name.span.start])) is not None
        and not speaks(name, text)
        and (place.entry is None or place.entry.level == "city" or STATE_BEHIND.match(text, name.span.end) is not None)
    )


def is_in_a_state(name: PlaceName, place: Place, text: str) -> bool:
    """Say whether a title opens with a town and the state that it is in, with no verb: `X sous le choc`, `X, ville morte`.

    A capital may be its government, which is in trouble and not in mourning.
    """
    if place.entry is None or place.entry.level not in TOWNS or not HEADS.search(text[: name.span.start]):
        return False
    return (STRICKEN if place.entry.level == "capital" else STATE_BEHIND).match(text, name.span.end) is not None


def is_acted_in(name: PlaceName, place: Place, places: Places) -> bool:
    """Say whether a title has a town do what its people do: `X compte ses morts`, `X roule à sec`, and not `X promet`.

    A capital may be its government where the report does not go on with what befalls the capital.
    """
    text, entry = places.text, place.entry
    if entry is None or entry.level not in TOWNS or name.head or not HEADS.search(text[: name.span.start]):
        return False
    if entry.level == "capital" and BESIDE.match(text, name.span.end):
        # `X et Y ont pointé du doigt ...`: two governments
        return False
    if speaks(name, text) or entry.level != "capital":
        return not speaks(name, text)
    land = places.gazetteer.country(entry.country) if entry.country else None
    said = CAPITAL.finditer(text, name.span.end, name.span.end + 600)
    return any(not hit["whose"] or (land is not None and is_demonym(hit["whose"], land.name)) for hit in said)


def is_government(name: PlaceName, place: Place, text: str) -> bool:
    """Say whether a title has a capital do what is done by people: `X, Y et Z promettent`."""
    return (place.entry is None or place.entry.level == "capital") and speaks(name, text)


def _is_of(place: Place, country: str | None) -> bool:
    return place.entry is not None and place.entry.level in TOWNS and place.entry.country == country
