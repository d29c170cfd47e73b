"""A figure's number in its sentence in, the article's country where the words make it one of the whole country out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recoupe.extract.article_places import HAPPENED, Places
from recoupe.extract.place_clauses import BREAKS, usable
from recoupe.model.place import Place, PlaceName
from recoupe.model.span import Evidence, Span

WHOLE = re.compile(
    r"\b(?:[Dd]ans|[ÀàA] travers|[Ss]ur) (?:tout )?(?:le|l'ensemble du|ce) (?:pays|territoire(?! (?:d[eu]s?|communal|cantonal)\b| d'))\b"
    r"|\bl'ensemble du pays\b"
    r"|\b[Tt]out le pays\b|\b[ÀàA] l'échelle (?:nationale|du pays)\b|\b[Aa]u niveau national\b|\b(?:que|qu'en) compte le pays\b"
    r"|\bdu pays tout entier\b|\bd'un bout à l'autre du (?:pays|territoire)\b|\b[Aa]ux quatre coins du pays\b"
    r"|\b[Dd]ans le (?:royaume|sultanat)\b(?! (?:de|du|des|d')\b)|\b[Pp]artout (?:ailleurs )?dans le pays\b"
    r"|\b(?:[Dd]ans|de) (?:le |la |l'|tout le )(?:nord|sud|est|ouest|centre|moitié|reste)(?:-est|-ouest)? du pays\b"
)
# `Le pays a connu 12 attaques`
COUNTRY_TELLS = re.compile(
    r"\b[Ll]e pays (?:n'|en |en a déjà |a |avait |a déjà |ne |y )*(?:compt|connu|connaît|recens|enregistr|dénombr|déplor"
    r"|accueill|héberg|abrit|perd|subi|vu\b|signal|rapport|notifi|export|import|produi)"
)
HERE = re.compile(r"\b(?:la|cette|le|ce) (?:province|région|département|ville|district|commune|capitale)\b")
WAR = re.compile(
    r"\b(?:conflit|guerre(?: civile)?)\b(?:[^.;]{0,90}?)\b(?:fait|causé|coûté|tué|poussé|provoqué|jeté|emporté|fauché)\b"
)
# `sur le sol X-ais`, `des prisons X-aises`, `les routes X-aises`: what a country has, and no one town of it
LAND = re.compile(
    r"(?:\b(?:[Dd]ans|[Ss]ur|[ÀàA] travers|[Dd]epuis|des|aux|de) (?:tout )?(?:l[ae]s? |l')?|(?:^|[.;:,] )[Ll]es )"
    r"(?:sol|territoire|nord|sud|est|ouest|centre|littoral|campagne|réseau|pays|ciel"
    r"|prisons|routes|hôpitaux|écoles|ports|eaux|campagnes|villes|marchés|mines|villages|provinces|régions|aéroports|côtes|plages|usines"
    r"|universités|frontières|forêts|rues|geôles|chantiers|exploitations|établissements|centrales|gares|lycées|cliniques|pistes|montagnes)"
    r"(?:-est|-ouest)? (?P<word>[a-zà-ÿ]+)\b"
)
THOUSANDS = re.compile(r"\d[ .,'’\u00a0\u202f]?\d{3}|mill")
PEOPLE = re.compile(r"(?:de la |de |d'|la )?(?:population )?(?P<word>[A-ZÀ-Ý]?[a-zà-ÿ]+)")


def of_country(
    text: str, span: Span, sentence: Span, names: Sequence[PlaceName], places: Places
) -> tuple[Place | None, Evidence] | None:
    """Return the article's country where the words make a figure one of the whole country."""
    place = places.country_place()
    if place is None:
        return None
    before, after = text[sentence.start : span.start], text[span.end : sentence.end].replace("’", "'")
    whole = WHOLE.search(after) or WHOLE.search(before.replace("’", "'"))
    # `66 dans la province et 104 dans tout le pays`: the second alone
    if whole is not None and not (BREAKS.search(after[: whole.start()]) or HERE.search(after[: whole.start()])):
        return _other_country(span, places) or place, Evidence("place", "places.figure.whole_country", sentence)
    lands = [*LAND.finditer(before.replace("’", "'")), *LAND.finditer(re.split(r"[;:.,] ", after)[0])]
    if any(places.is_of_country(hit["word"]) for hit in lands) and not any(
        sentence.covers(name.span) and usable(name, places) for name in names
    ):
        return place, Evidence("place", "places.figure.whole_country", sentence)
    if "%" in span.of(text) and re.match(r" du (?:territoire|pays)\b(?! (?:de|du|des|dont|qu)\b)", after):
        return place, Evidence("place", "places.figure.whole_country", sentence)
    told = COUNTRY_TELLS.search(re.split(r"[;:] ", before.replace("’", "'"))[-1])
    if told is not None and not any(sentence.covers(name.span) and name.role in HAPPENED for name in names):
        return place, Evidence("place", "places.figure.whole_country", sentence)
    people = PEOPLE.match(after.lstrip())
    if (
        people is not None
        and places.is_of_country(people["word"])
        and ("population" in people.group() or (people["word"][0].isupper() and THOUSANDS.search(span.of(text))))
    ):
        return place, Evidence("place", "places.figure.people", span)
    war = WAR.search(before)
    if war is not None and not any(
        sentence.start + war.start() <= name.span.start < span.start and usable(name, places) for name in names
    ):
        return place, Evidence("place", "places.figure.war", sentence)
    return None


def _other_country(span: Span, places: Places) -> Place | None:
    """Return the country that `le pays` means where the paragraph has gone on to another: `En X aussi, ... onze dans le pays`."""
    start = places.text.rfind("\n", 0, span.start) + 1
    for name in reversed(places.names):
        if start <= name.span.start and name.span.end <= span.start and name.role in HAPPENED:
            place = places.resolve(name)
            if place.entry is not None and place.entry.level == "country":
                return place
    return None
