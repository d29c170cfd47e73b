"""An article's place names in, the one place that the article is about out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recoupe.extract.article_places import HAPPENED, WIDE, Places, at_sea, is_demonym, is_division, is_relief
from recoupe.extract.gazetteer_keys import exact_key
from recoupe.extract.place_fallbacks import (
    care_in_title,
    city_told,
    in_headline,
    mentions,
    named_most,
    titled_or_signed,
)
from recoupe.extract.place_headlines import is_river, read_headline
from recoupe.extract.place_in_country import is_acted_in, is_government, is_in_a_state, is_named_beside, town_in_country
from recoupe.extract.place_lands import land_of
from recoupe.extract.place_leads import HAPPENS, events, first_sentence, is_entry, is_street, lead_of
from recoupe.extract.place_letterheads import letterhead, signed_town, written_in
from recoupe.extract.place_occurrence import is_introduced, took_place
from recoupe.extract.place_scores import (
    CARE,
    is_care,
    is_facility,
    is_quoted,
    is_settlement,
    is_subtitle,
    weigh_in_body,
    weigh_in_title,
)
from recoupe.extract.place_shares import shares
from recoupe.extract.place_weighing import TOWNS
from recoupe.extract.proper_names import DIRECTIONS
from recoupe.lexicon import entries
from recoupe.model.article import BlockKind
from recoupe.model.place import GazetteerEntry, Place, PlaceName
from recoupe.model.span import Span

# `, a annoncé l'OMS à X`
ANNOUNCED = re.compile(
    r"[,»\"”] (?:ont?|a|avait|avaient) (?:annoncé|indiqué|déclaré|affirmé|dit|précisé|rapporté|fait savoir|appris|averti|alerté|confirmé)"
    r"\b(?![^,;.]*\bque\b)[^,;.«\"]{1,60} (?:à|depuis) $"
)
# `selon une ONG de X`
SOURCE = re.compile(r"\b(?:[Ss]elon|[Dd]['’]après|[Dd]e sources?)\b(?! (?:à|au|aux|dans|en)\b)[^,;:.]{0,70}$")
# `Le Courrier du X`: a noun with a capital of its own
TITLED = re.compile(
    r"\b(?:[Ll][ea] |[Ll]es |[Ll]['’]|[a-zà-ÿ]+ )[A-ZÀ-Þ][\w-]+ (?:de |d['’]|du |des |de la |de l['’])$"
)
WIDE_EVENT = re.compile(
    r"\b(?:[Cc]yclone|[Oo]uragan|[Tt]yphon|[Tt]empête|[Cc]anicule|[Ss]écheresse|[Ff]amine|[Ii]ntempéries|[Oo]nde tropicale)s?\b"
)
LEFT = re.compile(
    r"\b(?:pirogue|bateau|navire|ferry|chalutier|cargo|embarcation|vedette|bac|avion|appareil|vol|hélicoptère|train|rame|convoi|camion"
    r"|car|autocar|bus|minibus|autobus|véhicule|cortège|colonne)s?\b[^.;:]{0,60}\bquitt(?:é|ait|aient|ant|e|ent|a|èrent) $"
)
TOPIC = re.compile(r" ?[:–—,|]|$", re.MULTILINE)
# those who have left a place are no longer in it
ORIGIN = re.compile(
    r"\b(?:déplacé|évacué|chassé|expulsé|réfugié|rescapé|délogé|refoulé|rapatrié|sinistré|survivant|miraculé|exilé|naufragé"
    r"|originaire|natif)(?:e?s?) "
    r"(?:de |d['’]|du |des |de la |de l['’])$"
)
# `au Québec`, the province
PROVINCE = re.compile(r"(?<![\w-])(?:[Aa]u|AU|du) $")
# what French gives an article to is a country, a region, a river: `dans la X`, `l'X`, `en X`
AREA = re.compile(
    r"(?:\b[Ee]n |\b[Dd]ans (?:le |la |les |l['’])|\b[Ll](?:a |['’])|\bdu |\b[Aa]u |\bEN |\bDANS (?:LE |LA |LES |L['’])|\bAU )$"
)


def main_place(names: Sequence[PlaceName], places: Places) -> Place | None:
    """Return the place that an article is about: that of its title, of its first sentence, and the one named most."""
    # `la vie du Port`, which may be any port
    names = [name for name in names if name.rule != "places.contracted" or _is_told_in_title(name)]
    # `La pirogue avait quitté X`
    names = [
        name
        for name in names
        if name.rule != "places:struck"
        or LEFT.search(places.text[max(0, name.span.start - 100) : name.span.start]) is None
    ]
    lead = lead_of(places, names)
    lead_end = lead.end
    # a scene before the sentence that tells what happened counts for little
    before = lead.start > first_sentence(places.text, names).start
    broad = _broad(names, places)
    narrow: str | None = None
    title = read_headline(names, places, lead, broad)
    venues = title.venues
    part = shares(names, places.text)
    label: Place | None = None
    scores: dict[str, float] = {}
    firsts: dict[str, Place] = {}
    in_title, in_town, led, title_break, near = False, False, None, 0, None
    for name in names:
        place = places.resolve(name)
        key = exact_key(place.name.name)
        wide = place.entry is not None and place.entry.level in WIDE
        if name.block is BlockKind.TITLE or name.role == "label" or is_subtitle(name, places.text, lead):
            score = 1.0 if name.span in title.datelines else weigh_in_title(name, wide)
            score *= title.less.get(name.span, 1.0)
            if name.block is BlockKind.TITLE and is_named_beside(name, place, label, places.text):
                score = 6.0
            if name.role == "bare" and is_in_a_state(name, place, places.text):
                # `X sous le choc : notre direct`
                score = max(score, 7.0)
            elif name.role == "bare" and is_acted_in(name, place, places):
                # `X roule à sec`, `X compte ses morts`
                score = max(score, 6.0 if place.entry is not None and place.entry.level == "capital" else 4.5)
            if name.role == "title" and is_government(name, place, places.text):
                # `X, Y et Z promettent`
                score *= 0.2
            if name.role == "title" and label is None:
                label = place
            if name.role == "of" and score and place.entry is not None and place.entry.level == "city":
                # `Le car de X`, where nothing says more of where it was
                score = 5.2
            if name.span in title.ends:
                # `De X à Y, huit cercueils`: the one of which the report goes on to tell
                score = 4.0 + 0.5 * min(mentions(key, names, places), 6)
            if name.rule == "places.envoy" and not in_title:
                # more than what the reporter passed on the way, and less than the country of which the piece tells
                score = 3.0 if _is_wide_lead(lead, names, places) else 5.6
            if not name.head and re.fullmatch(DIRECTIONS, name.name):
                # `Séisme dans l'Ouest`: less than the town of which the first sentence tells
                score *= 0.3
            if is_quoted(name, places.text):
                # `« Onze morts à X » : pourquoi c'est faux`
                score *= 0.2
            if key in venues:
                # `À X, une trêve et deux récits`: where it was signed
                score *= 0.3
            if score > 1.5 and name.role == "bare" and is_care(name) and not TOPIC.match(places.text[name.span.end :]):
                # `La morgue de X ne désemplit pas`, and not `Maternité de X : 12 morts`
                score = 1.5
            if score == 10.0 and in_town and ORIGIN.search(places.text[: name.span.start]):
                # `X : les déplacés de Y manquent de tout`: they are in X, which is no country
                score = 5.0
            if name.role == "near" and not wide and not at_sea(name, places):
                near = key
            befallen = HAPPENS.match(places.text, name.span.end + 1) is not None and not in_town
            if (
                name.head
                and name.span.start
                and is_facility(name)
                and (in_town or (in_title and is_street(name)))
                and not befallen
            ):
                # `X : sept détenus tués à la prison Y`: the town, in which the report goes on to other places
                score *= 0.5
            if title_break and score and "," in places.text[title_break : name.span.start]:
                score *= 1.0 if name.head and name.role == "bare" else 0.4
            told = (name.role == "in" and score == 10.0) or (name.role == "bare" and name.head and score == 7.0)
            told = told and not (is_care(name) or is_facility(name) or is_relief(name))
            if narrow is None and told and key not in broad:
                narrow = key
            if score >= 4.0:
                in_title, in_town = True, in_town or not wide
                title_break = title_break or name.span.end
        else:
            leads = (name.span.end <= lead_end and not before) or lead.covers(name.span)
            score = weigh_in_body(name, wide, leads and name.span not in part and not _is_aside(name, places))
            if (
                score > 4.0
                and not wide
                and (name.role in HAPPENED or name.role == "of" or is_settlement(name))
                and (led is None or is_relief(firsts[led].name))
            ):
                # `la crue de la rivière X a vidé 40 maisons à Y`: the town, and the river where no town is named
                led = key if led is None or not is_relief(place.name) else led
        if score:
            # of places that weigh the same, the first
            scores[key] = scores.get(key, 0.0) + (score if key in scores else score + 0.01)
            firsts.setdefault(key, place)
    if not scores:
        state = letterhead(places)
        return (
            named_most(names, places, lead)
            or city_told(names, places)
            or (places.country_place(state) if state else None)
        )
    best = max(scores, key=lambda key: scores[key])
    if best in title.spread:
        # `Inondations dans le X, l'Y et le Z`: the country where the report names it, else no one place
        country = places.likely_country()
        return next((place for place in map(places.resolve, names) if country and place.entry == country), None)
    if not in_title and led is None and (town := signed_town(names, places, lead)) is not None:
        return town
    if not in_title and led is None and (state := letterhead(places)) is not None:
        # what a state tells its people, and puts in no one place
        return places.country_place(state)
    town = _town_of_camp(firsts[best].name, firsts) or _town_of_site(best, firsts, names, places)
    if town is not None:
        return town
    entry = firsts[best].entry
    if led is not None and led not in broad and _lies_in(firsts[led], best, firsts[best]):
        # `Région : quatre morts dans une avalanche`, and in the first sentence `à X (Région)`
        return firsts[led]
    region = (best in broad or is_relief(firsts[best].name)) and not (entry is not None and entry.level in WIDE)
    if region and narrow is not None:
        # `Région : une épidémie tue 17 habitants de X`
        return firsts[narrow]
    if (
        region
        and led is not None
        and led not in broad
        and firsts[led].name.span.end <= first_sentence(places.text, names).end
        and _tells(lead.of(places.text), firsts[led])
        and _towns(lead, names, places, broad) == {led}
    ):
        return firsts[led]
    if entry is not None and entry.level in WIDE:
        # a title may give the country alone, and the first sentence the town
        if (
            led is not None
            and not is_entry(lead, places.text)
            and not (_is_wide_event(places.text, lead) and firsts[led].name.role == "near")
            # `La X panse ses plaies`, and then what was calm in one town of it
            and not (firsts[best].name.rule == "places:befallen" and mentions(led, names, places) == 1)
            and (
                firsts[led].entry is not None
                or mentions(led, names, places) > 1
                or firsts[led].parent
                or (firsts[led].name.head is not None and " " in firsts[led].name.name)
                or (firsts[led].name.rule.startswith("places:facility") and not is_care(firsts[led].name))
                or is_division(firsts[led].name)
                or firsts[led].name.rule == "places:settlement"
                or is_introduced(firsts[led].name, places.text)
                or (firsts[led].name.role == "in" and _tells(lead.of(places.text), firsts[led]))
            )
        ):
            return firsts[led]
        town = town_in_country(entry.country, names, places, lead) if entry.level == "country" else None
        town = town or took_place(names, places, lead) or care_in_title(names, places)
        return _capital(entry, names, places, lead_end) or town or firsts[best]
    if led is not None and best == near and led != best and firsts[led].name.role == "in":
        # `près de X` in the title, and in the first sentence the place itself
        return firsts[led]
    if led not in (None, best) and _is_seat_in(firsts[led], firsts[best]):
        # `... dans la province de Y`, then `une école de X, dans la province de Y`
        return firsts[led]
    if (
        led is not None
        and not in_title
        and scores[best] < 6.0
        and _tells(_with_standfirst(firsts[led], lead, places.text), firsts[led])
    ):
        return firsts[led]
    if firsts[best].name.rule == "places.parent" and lead.covers(firsts[best].name.span) and entry is not None:
        # `à l'hôpital X, à Y`: the town of the first sentence
        return firsts[best]
    opened = best == led and firsts[best].name.rule in (
        "places:struck",
        "places:event",
        "places:settlement",
        "places:befallen",
    )
    opened = opened or (firsts[best].name.rule == "places.capitals" and lead.covers(firsts[best].name.span))
    if not opened and not in_title and scores[best] < 6.0:
        once = mentions(best, names, places) < 2
        mourning = next((place for place in firsts.values() if place.name.rule == "places:mourning"), None)
        city = city_told(names, places) if is_care(firsts[best].name) else None
        if mourning is not None or city is not None:
            return mourning or city
        if once and sum(score >= 1.0 for score in scores.values()) > 1:
            most, city = named_most(names, places, lead), city_told(names, places)
            if most is None and city is not None and written_in(names, places) not in (None, city.entry):
                # a letter from one town that speaks of another
                return None
            shown = most or took_place(names, places, lead) or in_headline(names, places)
            return shown or city or titled_or_signed(firsts[best], places)
    return firsts[best]


def _broad(names: Sequence[PlaceName], places: Places) -> set[str]:
    """Return the keys of the countries and regions of an article: known ones, and those that French gives an article."""
    found: set[str] = set()
    for name in names:
        place = places.resolve(name)
        before = places.text[max(0, name.span.start - 12) : name.span.start]
        level = place.entry.level if place.entry else None
        # `au Québec`: the province, though a list has the town alone
        province = place.entry is not None and place.entry.name == name.name and PROVINCE.search(before) is not None
        # `dans une école de l'X`: X, and not the school
        alone = name.head is None or not name.name.casefold().startswith(name.head)
        with_article = alone and (level != "city" or province) and AREA.search(before) is not None
        if level in WIDE or is_division(name) or with_article or land_of(name.name) is not None:
            found.add(exact_key(place.name.name))
    return found


def _towns(lead: Span, names: Sequence[PlaceName], places: Places, broad: set[str]) -> set[str]:
    """Return the keys of the towns that an article's first sentence puts something in, and not near."""
    found = {
        exact_key(places.resolve(name).name.name)
        for name in names
        if lead.covers(name.span)
        and (name.role in ("in", "between") or is_settlement(name))
        and name.block is not BlockKind.TITLE
    }
    return found - broad


def _is_told_in_title(name: PlaceName) -> bool:
    return name.block is BlockKind.TITLE and name.role in HAPPENED


def _is_aside(name: PlaceName, places: Places) -> bool:
    """Say whether a place is a river in flood, part of the name of a body or a paper, or where something was announced.

    `, a annoncé l'ONU à X`, `selon une ONG de X`, `L'Écho de la X récapitule`
    """
    before = places.text[max(0, name.span.start - 90) : name.span.start]
    if name.role in ("of", "bare", "parent") and (
        SOURCE.search(before) or (name.role == "of" and TITLED.search(before))
    ):
        return True
    return is_river(name, places) or ANNOUNCED.search(before) is not None


def _is_wide_lead(lead: Span, names: Sequence[PlaceName], places: Places) -> bool:
    """Say whether a first sentence puts what it tells of in a whole country."""
    inside = (places.resolve(name).entry for name in names if lead.covers(name.span) and name.role == "in")
    return any(entry is not None and entry.level in WIDE for entry in inside)


def _is_wide_event(text: str, lead: Span) -> bool:
    """Say whether what a report tells of befell a whole country: a storm that made land near a town."""
    return WIDE_EVENT.search(text, 0, lead.end) is not None


def _tells(lead: str, place: Place) -> bool:
    """Say whether a report's first sentence tells of an event at a place, other than one where its victims are."""
    return CARE.match(place.name.head or "") is None and (
        HAPPENS.search(lead) is not None or events().search(lead) is not None
    )


def _with_standfirst(place: Place, lead: Span, text: str) -> str:
    """Return a first sentence with the lines above it from the one that names a place."""
    return text[min(lead.start, text.rfind("\n", 0, place.name.span.start) + 1) : lead.end]


def _town_of_camp(name: PlaceName, firsts: dict[str, Place]) -> Place | None:
    """Return the town that a camp, a bridge or a base is called after, where a report speaks of the town as well."""
    if name.head is None or name.rule != "places:facility.named":
        return None
    end = re.fullmatch(rf"{re.escape(name.head)} (?:de |d['’])(.+)", name.name)
    place = firsts.get(exact_key(end[1])) if end else None
    return place if place is not None and place.entry is not None and place.entry.level in TOWNS else None


def _town_of_site(key: str, firsts: dict[str, Place], names: Sequence[PlaceName], places: Places) -> Place | None:
    """Return the town that a title names beside a site which nothing else in the report names: `Incendie de l'usine X, Y`."""
    site = firsts[key].name
    if site.block is not BlockKind.TITLE or not is_facility(site) or mentions(key, names, places) > 1:
        return None
    towns = (place for place in firsts.values() if place.name.block is BlockKind.TITLE and place.name.head is None)
    beside = (
        place for place in towns if re.fullmatch(r", (?:à )?", places.text[site.span.end : place.name.span.start])
    )
    return next((place for place in beside if place.entry is not None and place.entry.level in TOWNS), None)


def _lies_in(place: Place, key: str, wide: Place) -> bool:
    """Say whether a place lies in what a title opens with: a region unknown to the gazetteer, or the town whose quarter it is."""
    # ... and `Ville : quatre morts`, then `à X, un quartier de Ville`
    town = wide.entry is not None and wide.entry.level not in WIDE and place.name.head is None
    known = wide.entry is None or town
    return known and wide.name.rule == "places.title" and exact_key(place.parent or "") == key


def _is_seat_in(narrow: Place, wide: Place) -> bool:
    return (
        wide.name.head is not None
        and narrow.name.rule == "places:facility"
        and any(entry.means == "division" and wide.name.head in entry.forms for entry in entries("fr", "places"))
    )


def _capital(country: GazetteerEntry, names: Sequence[PlaceName], places: Places, lead_end: int) -> Place | None:
    """Return the capital that an article names where its opening tells of `la capitale malienne` as the scene."""
    for hit in re.finditer(r"(?<!de )(?<!près )\b[Ll]a capitale (?:de la |du |de l['’]|de |d['’])?(\w+)", places.text):
        if hit.start() < max(lead_end, 800) and is_demonym(hit[1], country.name):
            for name in names:
                place = places.resolve(name)
                if place.entry and place.entry.level == "capital" and place.entry.country == country.country:
                    return place
            return places.capital_place(country.country)
    return None
