"""A name in a title in, whether it is a town's by its form, by a list or by what is said beside it out."""

from __future__ import annotations

import re

from recoupe.extract.gazetteer import Gazetteer
from recoupe.extract.gazetteer_keys import exact_key
from recoupe.extract.place_countries import TITLE_TOWN, UNMISTAKABLE
from recoupe.extract.place_leads import events, speaks
from recoupe.extract.place_weighing import KNOWN_TOWN, WIDE
from recoupe.extract.proper_names import is_country
from recoupe.lexicon import closed
from recoupe.model.article import BlockKind
from recoupe.model.place import PlaceName

# names that only towns have: Villers-sur-Lesse, Saint-Rémy
TOWN_FORM = re.compile(r"-(?:sur|sous|lès|lez|les|en|le|la|aux?|du|de|des|d['’])-|^(?:Saint|Sainte|St|Ste)-\w")
# `X, village martyr`
IS_TOWN = re.compile(
    r",? (?:(?:petite?|grande?) )?(?:ville|cité|localité|commune|bourgade|bourg|village|hameau|quartier|faubourg|île|port)\b"
)
# `X, une semaine après`, `X : dix jours plus tard`, `X, jour 3`
TIME_BEHIND = re.compile(
    r"(?:,| :| –) (?:(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quinze|vingt|trente|cent|quelques|\d{1,3}) "
    r"(?:heures?|jours?|nuits?|semaines?|mois|ans?|années?) (?:après|plus tard|déjà)"
    r"|(?:le |au )?(?:lendemain|surlendemain|jour d['’]après|jour \w+|premier jour|deuxième jour|retour|réveil)\b)",
    re.IGNORECASE,
)
# `Éducation`, `Santé`, `Football`: what a report is about
ABSTRACT = re.compile(
    r"(?:[tsx]ion|isme|té|ie|age|ment|ure|ance|ence|ique|port|ball|ice|erre|ture|ée|eté|eur|aire|al|aux|ion)s?$"
)
# a line that is signed: `Jeanne Petit, à X`
SIGNED = re.compile(r", (?:à|au|aux|en) ")
# those whose name a title gives as it gives a town's: `l'armée de X`, `le président de X`, `la mort de X`
OF_WHOM = re.compile(
    r"\b(?:fille|fils|femme|mari|père|mère|frère|sœur|mort|décès|assassinat|meurtre|arrestation|procès|libération|disparition|enfance"
    r"|livre|film|roman|album|chanson|discours|appel|camp|clan|parti|équipe|patron|PDG|groupe|société|entreprise|usines?|avions?|vols?"
    r"|théorie|loi|accords?|méthode|plan|promesses?|silence|voix|affaire|dossier|cas) (?:de |d['’])$"
)


def heads_title(name: PlaceName, gazetteer: Gazetteer, text: str) -> bool:
    """Say whether a name that opens a title (`X : ...`, `X, ...`) or its clause is a town, by its form or a list, and no
    everyday word."""
    opens = name.rule == "places.bare" and name.block is BlockKind.TITLE and not speaks(name, text)
    if name.block is BlockKind.TITLE and name.rule == "places.of":
        return _is_of_town(name, gazetteer, text)
    # `Feu de forêt : Sainte-Anne-du-Lac sur le qui-vive`: nothing but a town is called so
    formed = name.rule == "places.opener" and TOWN_FORM.search(name.name) is not None
    # `Essence : X à sec`: a city that all know, behind what the report is about
    formed = formed or (name.rule == "places.opener" and _is_city(name, gazetteer))
    if not (opens or formed or name.rule in ("places.title", "places.headline")) or is_everyday(name, text):
        return False
    if name.rule != "places.title" and is_person(name, text):
        return False
    if name.rule == "places.title":
        if " " in name.name and name.parent and SIGNED.match(text, name.span.end) and not gazetteer.lookup(name.name):
            return False
        if name.parent or IS_TOWN.match(text, name.span.end):
            # `X (Province) – ...`, `X, village martyr`
            return True
        if _is_behind_country(name, gazetteer, text) and not is_person(name, text):
            return True
        if name.block is BlockKind.TITLE and TIME_BEHIND.match(text, name.span.end) and not is_person(name, text):
            return True
    return TOWN_FORM.search(name.name) is not None or is_listed_town(name, gazetteer)


def _is_behind_country(name: PlaceName, gazetteer: Gazetteer, text: str) -> bool:
    """Say whether a name stands between a country and a colon: `Mali – Montbrun : le marché attaqué`, and not `Mali – Justice : ...`."""
    line = text[text.rfind("\n", 0, name.span.start) + 1 : name.span.start]
    label = re.fullmatch(r"(?P<land>[^\W\d_][\w' ’-]+?) ?[–—/|-] ", line)
    return (
        name.block is BlockKind.TITLE
        and label is not None
        and is_country(label["land"])
        and re.match(r" ?:", text[name.span.end :]) is not None
        and " " not in name.name
        and (bool(gazetteer.lookup(name.name)) or _is_put_somewhere(name, text))
        and not name.name.isupper()
        and ABSTRACT.search(name.name) is None
        and events().search(name.name.lower()) is None
    )


def _is_put_somewhere(name: PlaceName, text: str) -> bool:
    """Say whether a text puts something at a name, or calls it a town: `à X`, `le village de X`."""
    written = re.escape(name.name)
    return (
        re.search(rf"\b(?:à|près de|vers|village de|ville de|commune de|quartier de) {written}(?![\w-])", text)
        is not None
    )


def _is_of_town(name: PlaceName, gazetteer: Gazetteer, text: str) -> bool:
    """Say whether what a title tells of belongs to a town that a list has: `Le car de X`, and not `La mort de Marine`."""
    before = text[text.rfind("\n", 0, name.span.start) + 1 : name.span.start]
    if OF_WHOM.search(before) or is_everyday(name, text) or is_person(name, text):
        return False
    return TOWN_FORM.search(name.name) is not None or is_listed_town(name, gazetteer)


def is_listed_town(name: PlaceName, gazetteer: Gazetteer) -> bool:
    """Say whether a list has a name as a country, as a town of some size, or as a single town that nothing else is called."""
    known = gazetteer.lookup(name.name)
    if not known:
        return False
    key = exact_key(name.name)
    own = exact_key(known[0].name) == key
    alone = own and len({entry.country for entry in known}) == 1 and len(key) >= UNMISTAKABLE
    return known[0].level in WIDE or (own and known[0].population >= TITLE_TOWN) or alone


def _is_city(name: PlaceName, gazetteer: Gazetteer) -> bool:
    known = gazetteer.lookup(name.name)
    return bool(known) and known[0].population >= KNOWN_TOWN and exact_key(known[0].name) == exact_key(name.name)


def is_person(name: PlaceName, text: str) -> bool:
    """Say whether a text has a name behind a first name or a title: `Gérald Montbrun`, `le ministre Montbrun`."""
    opens = closed("fr", "places", "openers")
    for hit in re.finditer(rf"(?<![\w'’.-])([\w'’.-]+) {re.escape(name.name)}(?![\w-])", text):
        word = hit[1]
        first = word[0].isupper() and not word.isupper() and word.casefold() not in opens
        if word.rstrip(".") in closed("fr", "places", "person") or (first and not _opens_sentence(text, hit.start())):
            return True
    return False


def is_everyday(name: PlaceName, text: str) -> bool:
    """Say whether a text has a name as a word in small letters as well: `Justice : ...`, and below `la justice`."""
    return re.search(rf"(?<![\w-]){re.escape(name.name.lower())}(?![\w-])", text) is not None


def _opens_sentence(text: str, at: int) -> bool:
    return re.search(r"(?:^|[.!?…:«»“”\n–—-])[\s«“\"]*$", text[max(0, at - 4) : at]) is not None
